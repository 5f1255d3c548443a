import { addDays, type Day, type Instant } from '../../domain/kernel/time.ts';
import type { PublicContent } from '../shell/reading/item-reading.ts';
import { lastDay } from './dates.ts';

interface Displayed {
  readonly content: Pick<PublicContent, 'objection'>;
  readonly until?: Instant | undefined;
}

/**
 * First and last day of a 公示, counted from the day after its last release. Undefined for other documents, and while
 * a release that will restart the count is still to come.
 */
export function noticePeriod({ content, until }: Displayed): { from: Day; to: Day } | undefined {
  if (!content.objection || until === undefined) return undefined;
  const to = lastDay(until);
  return { from: addDays(to, 1 - content.objection.periodDays), to };
}
