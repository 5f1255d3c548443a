/**
 * Where the sun and the moon stand, to about a minute of time, after Meeus, Astronomical Algorithms, 2nd edition,
 * chapters 25 and 49. It knows nothing of the tables that it checks.
 */

import type { Day } from '../../../domain/kernel/time.ts';

const DAY_MS = 86_400_000;
/** Dynamical time minus universal time, which drifts between 69 and 75 seconds in the years checked. */
const DELTA_T_DAYS = 72 / 86_400;
const sin = (degrees: number): number => Math.sin((degrees * Math.PI) / 180);

const julianOf = (epochMs: number): number => epochMs / DAY_MS + 2_440_587.5 + DELTA_T_DAYS;
const epochOfJulian = (julian: number): number => (julian - DELTA_T_DAYS - 2_440_587.5) * DAY_MS;
const startInBeijing = (day: Day): number => Date.parse(`${day}T00:00:00+08:00`);

/** Apparent longitude of the sun in degrees: 0 at the spring equinox, 15 at 清明. */
function sunLongitude(epochMs: number): number {
  const t = (julianOf(epochMs) - 2_451_545) / 36_525;
  const mean = 280.46646 + 36_000.76983 * t;
  const anomaly = 357.52911 + 35_999.05029 * t;
  const centre =
    (1.914602 - 0.004817 * t) * sin(anomaly) +
    (0.019993 - 0.000101 * t) * sin(2 * anomaly) +
    0.000289 * sin(3 * anomaly);
  const longitude = mean + centre - 0.00569 - 0.00478 * sin(125.04 - 1934.136 * t);
  return ((longitude % 360) + 360) % 360;
}

/** True when the sun passes the longitude on that day in Beijing. */
export const sunPasses = (longitude: number, day: Day): boolean =>
  sunLongitude(startInBeijing(day)) < longitude && longitude <= sunLongitude(startInBeijing(day) + DAY_MS);

/** The day in Beijing of the new moon nearest to the day: the first of a lunar month. */
export function newMoonNear(day: Day): Day {
  const k = Math.round((julianOf(startInBeijing(day)) - 2_451_550.1) / 29.530588861);
  const t = k / 1236.85;
  const e = 1 - 0.002516 * t;
  const sun = 2.5534 + 29.1053567 * k;
  const moon = 201.5643 + 385.81693528 * k;
  const node = 160.7108 + 390.67050284 * k;
  const julian =
    2_451_550.09766 +
    29.530588861 * k +
    0.00015437 * t * t -
    0.4072 * sin(moon) +
    0.17241 * e * sin(sun) +
    0.01608 * sin(2 * moon) +
    0.01039 * sin(2 * node) +
    0.00739 * e * sin(moon - sun) -
    0.00514 * e * sin(moon + sun) +
    0.00208 * e * e * sin(2 * sun) -
    0.00111 * sin(moon - 2 * node) -
    0.00057 * sin(moon + 2 * node) +
    0.00056 * e * sin(2 * moon + sun) -
    0.00042 * sin(3 * moon) +
    0.00042 * e * sin(sun + 2 * node) +
    0.00038 * e * sin(sun - 2 * node) -
    0.00024 * e * sin(2 * moon - sun) -
    0.00017 * sin(124.7746 - 1.56375588 * k) +
    0.000325 * sin(299.77 + 0.107408 * k) +
    0.000165 * sin(251.88 + 0.016321 * k) +
    0.000164 * sin(251.83 + 26.651886 * k) +
    0.000126 * sin(349.42 + 36.412478 * k) +
    0.00011 * sin(84.66 + 18.206239 * k);
  return new Date(epochOfJulian(julian) + 8 * 3_600_000).toISOString().slice(0, 10);
}
