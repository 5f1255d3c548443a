import { type Day, isDay } from '../kernel/time.ts';
import type { Policy } from '../organisation/policy.ts';

/** As for yearly reports on open government (政府信息公开条例第四十九条): before 31 January of the year after. */
const USUAL_DUE = '01-31';

/**
 * Last day on which the summary of a year is filed in time, as the superior wants it: a month and a day, in the first
 * half of a year of the year after, else of the year itself (XH-14 has it in November).
 */
export function summaryDueOn(year: string, { summaryDueOn: wanted = USUAL_DUE }: Policy): Day {
  const day = `${wanted < '07' ? Number(year) + 1 : year}-${wanted}`;
  // 29 February, where there is none.
  return isDay(day) ? day : `${day.slice(0, 8)}28`;
}

/** The year of which summaries are asked for at present: the one that was over last, from November the one that runs. */
export const yearAskedOn = (today: Day): string =>
  today.slice(5, 7) >= '11' ? today.slice(0, 4) : String(Number(today.slice(0, 4)) - 1);
