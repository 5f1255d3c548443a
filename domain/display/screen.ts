import type { WorkingCalendar } from '../calendar/working-days.ts';
import { addDays, dayOf, epochOf, type Instant, instantOf, startOfDay } from '../kernel/time.ts';

/** How the page of a screen looks and behaves. They combine. */
export const SCREEN_MODES = {
  /** People choose what they read; left alone, it goes round again by itself. */
  touch: '触摸',
  /** 长辈版: larger type, wider lines, more time to read. */
  elder: '长辈版',
  contrast: '高对比度',
} as const;
export type ScreenMode = keyof typeof SCREEN_MODES;
export const SCREEN_MODE_NAMES = Object.keys(SCREEN_MODES) as [ScreenMode, ...ScreenMode[]];

/** When a screen has to be on, on working days, and for how long nobody need miss it. */
export interface ScreenRules {
  readonly darkAfterMinutes: number;
  /** Wall clock in Shanghai, `HH:MM`; `from` is before `to`. */
  readonly from: string;
  readonly to: string;
}

/** Three heartbeats missed and a little; the school day in which somebody is there to switch it on. */
export const DEFAULT_SCREEN_RULES: ScreenRules = { darkAfterMinutes: 20, from: '08:00', to: '17:00' };

const MINUTE_MS = 60_000;
/** Longer than any holiday; whoever's calendar has no working day in it has no hours either. */
const MOST_DAYS = 120;

/**
 * When a screen counts as dark (黑屏) if nothing is heard of it after `seenAt`: once it has been silent for the minutes
 * of the rule, counted in its hours only. Nights, weekends and holidays do not count, so a screen that is switched off
 * with the lights is not dark the next morning.
 */
export function darkAt(
  seenAt: Instant,
  rules: ScreenRules,
  { dayKind }: Pick<WorkingCalendar, 'dayKind'>,
): Instant {
  const seen = epochOf(seenAt);
  const first = dayOf(seenAt);
  let left = rules.darkAfterMinutes * MINUTE_MS;
  for (let count = 0; count < MOST_DAYS; count += 1) {
    const day = addDays(first, count);
    if (!dayKind(day).working) continue;
    const midnight = epochOf(startOfDay(day));
    const begins = Math.max(seen, midnight + minutesOf(rules.from) * MINUTE_MS);
    const there = Math.max(0, midnight + minutesOf(rules.to) * MINUTE_MS - begins);
    if (there >= left) return instantOf(begins + left);
    left -= there;
  }
  return startOfDay(addDays(first, MOST_DAYS));
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
