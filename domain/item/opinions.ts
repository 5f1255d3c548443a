import type { DueRule } from '../calendar/due-date.ts';
import { dayOf } from '../kernel/time.ts';
import type { ItemCommandOf } from './commands.ts';
import { refuse } from './refusals.ts';
import { toldAt } from './showing.ts';
import { type Item, onShow, type Version } from './state.ts';

/**
 * How long opinions are asked for on a version, from its last release (ZH-12). Undefined before the first, and where none
 * were asked for when it was approved.
 */
export function opinionWindow({ feedbackWindowDays: days = 0, releases }: Version): DueRule | undefined {
  const told = releases.map(toldAt).toSorted().at(-1);
  return days > 0 && told !== undefined ? { from: dayOf(told), days, counting: 'working' } : undefined;
}

/** 公布不等于完结: nothing is closed while opinions are asked for, or before they are answered (ZH-12). */
export function requireHeardOut({ now, facts }: ItemCommandOf<'CloseItem'>, item: Item): void {
  if (!facts.opinions) throw new Error('whoever closes an item has to know of the opinions on it');
  const { calendar, unanswered } = facts.opinions;
  const shown = onShow(item);
  const window = shown && opinionWindow(shown);
  const until = window && calendar.addWorkdays(window.from, window.days);
  if (until !== undefined && dayOf(now) <= until) refuse('opinions-asked-for', { until });
  if (unanswered > 0) refuse('opinions-unanswered', { count: unanswered });
}
