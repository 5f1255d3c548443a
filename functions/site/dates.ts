import { addDays, type Day, dayOf, epochOf, type Instant, instantOf } from '../../domain/kernel/time.ts';

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const MINUTE_MS = 60_000;

/** 2026年11月22日, as official documents write it. Takes a day, or the day in Shanghai of an instant. */
export function chineseDate(when: Day | Instant): string {
  const [year, month, day] = (when.length > 10 ? dayOf(when) : when).split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}

/** 09:30 in Shanghai. */
export const timeOfDay = (instant: Instant): string => localInput(instant).slice(11);

/** 2026年11月22日 09:30 in Shanghai. */
export const chineseMoment = (instant: Instant): string => `${chineseDate(instant)} ${timeOfDay(instant)}`;

/** The last day of a time that ends at this instant, midnight excluded. */
export const lastDay = (end: Instant): Day =>
  timeOfDay(end) === '00:00' ? addDays(dayOf(end), -1) : dayOf(end);

/** A deadline as people say it: the day alone where it is the end of one. */
export const deadline = (end: Instant): string =>
  timeOfDay(end) === '00:00' ? chineseDate(lastDay(end)) : chineseMoment(end);

/** How long somebody has been waiting, in the largest unit that says it. */
export function waited(since: Instant, now: Instant): string {
  const minutes = Math.max(0, Math.floor((epochOf(now) - epochOf(since)) / MINUTE_MS));
  if (minutes < 60) return minutes < 1 ? '不足 1 分钟' : `${minutes} 分钟`;
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? `${hours} 小时` : `${Math.floor(hours / 24)} 天`;
}

/** Value of a `datetime-local` input: the wall clock in Shanghai, to the minute. */
export const localInput = (instant: Instant): string =>
  instantOf(epochOf(instant) + SHANGHAI_OFFSET_MS).slice(0, 16);

/**
 * The instant that a `datetime-local` input means, or a person who typed it where the browser has none, with a space
 * for the T. Undefined when it is no such time.
 */
export function fromLocalInput(text: string): Instant | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?$/.exec(text.trim());
  if (!match) return undefined;
  const epochMs = Date.parse(`${match[1]}T${match[2]}:00.000Z`);
  if (Number.isNaN(epochMs)) return undefined;
  return instantOf(epochMs - SHANGHAI_OFFSET_MS);
}
