import type { Day } from '../kernel/time.ts';
import { STATUTORY_HORIZON } from './notices.ts';
import { type EditedDays, isSettled } from './working-days.ts';

/** A warning to the district's office that the holidays of a year still have to be entered. */
export interface NextYearNotice {
  readonly year: number;
  /** The day from which the office is warned: 1 November of the year before. */
  readonly since: Day;
  /** What is missing and what to do, in Chinese. */
  readonly provisionalNotice: string;
}

/**
 * The State Council announces a year's holidays in the autumn before, as a rule in November. From 1 November until they
 * are entered, also after the new year has begun: the first year that is not settled.
 */
export function needsNextYearNotice(today: Day, edited: EditedDays): NextYearNotice | undefined {
  const thisYear = Number(today.slice(0, 4));
  const year = [thisYear, thisYear + 1].find(
    (each) => startOf(each) > STATUTORY_HORIZON && !isSettled(String(each), edited),
  );
  if (year === undefined) return undefined;
  const since = `${year - 1}-11-01`;
  if (today < since) return undefined;
  return {
    year,
    since,
    provisionalNotice: `${year}年节假日安排尚未录入，该年的到期日暂按法定节假日和周末推算，可能变动。请在国务院办公厅通知发布后，逐日录入放假和调休上班日期。`,
  };
}

const startOf = (year: number): Day => `${year}-01-01`;
