import type { DueDate, SkippedDays } from '../../../domain/calendar/due-date.ts';
import { chineseDate } from '../dates.ts';

/** 日期依据: the rule by which a last day was reckoned, and the day. */
export const ReckonedRule = ({ due, explanation: { rule } }: DueDate) => (
  <>
    {rule}，即 <time datetime={due}>{chineseDate(due)}</time> 前（含当日）
  </>
);

/** Days that did not count, and whether that may still change. */
export const NotCounted = ({ explanation: { skipped, provisional } }: DueDate) => (
  <>
    {skipped.length > 0 && <p class="small">不计：{skipped.map(skippedText).join('；')}</p>}
    {provisional && <p class="small">途中有的节假日安排尚未公布，以公布后的安排为准。</p>}
  </>
);

const skippedText = ({ from, until, why }: SkippedDays): string =>
  from === until ? `${chineseDate(from)}（${why}）` : `${chineseDate(from)}至${chineseDate(until)}（${why}）`;
