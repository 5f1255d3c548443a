import { addDays, type Day } from '../kernel/time.ts';
import { daysAfter, type WorkingCalendar } from './working-days.ts';

/** 日 are calendar days unless the rule says 工作日 (HZ-22). */
export type Counting = 'calendar' | 'working';

export interface DueRule {
  /** The day that the rule counts from; day 1 is the day after. */
  readonly from: Day;
  /** A whole number, 0 or more. */
  readonly days: number;
  readonly counting: Counting;
}

/** Days in a row that did not count, both ends included, and why: `国庆节`, `周末`, or what the district calls them. */
export interface SkippedDays {
  readonly from: Day;
  readonly until: Day;
  readonly why: string;
}

export interface DueDate {
  /** The last day that is still in time. */
  readonly due: Day;
  /** Everything that a page needs to show where the date comes from. */
  readonly explanation: DueRule & {
    /** The rule as a sentence, in Chinese. */
    readonly rule: string;
    /** In order; empty when counting calendar days. */
    readonly skipped: readonly SkippedDays[];
    /** True when a day on the way may still turn out otherwise, so the date may move. */
    readonly provisional: boolean;
  };
}

/** The day by which something must be done, with its explanation. */
export function dueAfter({ from, days, counting }: DueRule, calendar: WorkingCalendar): DueDate {
  const isWorking = counting === 'working';
  const due = isWorking ? calendar.addWorkdays(from, days) : addDays(from, days);
  const counted = isWorking ? daysAfter(from, due) : [];
  return {
    due,
    explanation: {
      rule: sentenceOf({ from, days, counting }),
      from,
      days,
      counting,
      skipped: skippedIn(counted, calendar),
      provisional: counted.some((day) => calendar.dayKind(day).provisional),
    },
  };
}

function skippedIn(days: readonly Day[], calendar: WorkingCalendar): readonly SkippedDays[] {
  const ranges: SkippedDays[] = [];
  for (const day of days) {
    const { working, name: why = '周末' } = calendar.dayKind(day);
    if (working) continue;
    const last = ranges.at(-1);
    if (last?.why === why && addDays(last.until, 1) === day)
      ranges[ranges.length - 1] = { ...last, until: day };
    else ranges.push({ from: day, until: day, why });
  }
  return ranges;
}

function sentenceOf({ from, days, counting }: DueRule): string {
  if (days === 0) return `${chineseDay(from)}当日`;
  return `自${chineseDay(from)}的次日起算，${days}${counting === 'working' ? '个工作日' : '日'}内`;
}

function chineseDay(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
