import { addDays, type Day } from '../../domain/kernel/time.ts';
import type { VersionReading } from '../shell/reading/item-reading.ts';
import { lastDay } from './dates.ts';

/**
 * First and last day of a 公示, counted from the day after its last release. Undefined for other documents, and while
 * a release that will restart the count is still to come.
 */
export function noticePeriod({ content, until }: VersionReading): { from: Day; to: Day } | undefined {
  if (!content.objection || until === undefined) return undefined;
  const to = lastDay(until);
  return { from: addDays(to, 1 - content.objection.periodDays), to };
}
