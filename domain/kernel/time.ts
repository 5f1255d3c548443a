/** An instant in UTC, ISO 8601 with milliseconds and `Z`. As text it sorts in time order. */
export type Instant = string;

/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. */
export type Day = string;

/** Shanghai has kept UTC+8 without summer time since 1991, so an offset is exact. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

export const instantOf = (epochMs: number): Instant => new Date(epochMs).toISOString();

export const epochOf = (instant: Instant): number => Date.parse(instant);

/** The day in Shanghai on which the instant falls. */
export const dayOf = (instant: Instant): Day => instantOf(epochOf(instant) + SHANGHAI_OFFSET_MS).slice(0, 10);

/** The minute in Shanghai, as people read it: `2026-09-08 10:00`. */
export const minuteOf = (instant: Instant): string =>
  instantOf(epochOf(instant) + SHANGHAI_OFFSET_MS)
    .slice(0, 16)
    .replace('T', ' ');

/** The second in Shanghai, as other systems read it: `2026-09-08 10:00:00`. */
export const secondOf = (instant: Instant): string =>
  instantOf(epochOf(instant) + SHANGHAI_OFFSET_MS)
    .slice(0, 19)
    .replace('T', ' ');

/** Midnight in Shanghai at which the day begins. */
export const startOfDay = (day: Day): Instant =>
  instantOf(Date.parse(`${day}T00:00:00.000Z`) - SHANGHAI_OFFSET_MS);

/** The first instant after the day: use it as an exclusive end. */
export const endOfDay = (day: Day): Instant => startOfDay(addDays(day, 1));

/** The day `count` calendar days later; earlier when negative. */
export const addDays = (day: Day, count: number): Day =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + count * DAY_MS).toISOString().slice(0, 10);

/** The instant `count` × 24 hours later. */
export const plusDays = (instant: Instant, count: number): Instant =>
  instantOf(epochOf(instant) + count * DAY_MS);

/**
 * True for a real day of the Gregorian calendar in the form `YYYY-MM-DD`, from 1900 to 2199: far enough from the ends
 * of four-digit years that no sum of days leaves them.
 */
export function isDay(text: string): boolean {
  if (!/^(?:19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const epochMs = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(epochMs) && new Date(epochMs).toISOString().slice(0, 10) === text;
}

/** The later of the two; an absent one is before every other. */
export function later(a: Instant, b: Instant | undefined): Instant;
export function later(a: Instant | undefined, b: Instant | undefined): Instant | undefined;
export function later(a: Instant | undefined, b: Instant | undefined): Instant | undefined {
  return a === undefined || (b !== undefined && b > a) ? b : a;
}
