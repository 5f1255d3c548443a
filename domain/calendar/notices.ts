import notice2025 from 'chinese-days/dist/years/2025.json' with { type: 'json' };
import notice2026 from 'chinese-days/dist/years/2026.json' with { type: 'json' };
import type { Day } from '../kernel/time.ts';

interface Notice {
  /** By day, `Spring Festival,春节,4`: also the weekend days inside a holiday. */
  readonly holidays: Readonly<Record<Day, string>>;
  /** Weekend days on which people work to make up for a holiday (调休上班). */
  readonly workdays: Readonly<Record<Day, string>>;
}

/**
 * By year, what the State Council has announced (国务院办公厅关于部分节假日安排的通知). Imported file by file, because the
 * package's own functions call every weekday a working day once its data ends, without a word.
 */
const NOTICES: Readonly<Record<string, Notice>> = { 2025: notice2025, 2026: notice2026 };

/** True when the notice for the year, `2026`, is known. */
export const hasNotice = (year: string): boolean => Object.hasOwn(NOTICES, year);

/** Last day of the last year whose notice is known. */
export const STATUTORY_HORIZON: Day = `${Object.keys(NOTICES).at(-1)}-12-31`;

const OFFICIAL_NAMES: Readonly<Record<string, string>> = {
  清明: '清明节',
  端午: '端午节',
  中秋: '中秋节',
};

/** What a notice says about the day: a holiday, or work in exchange for one. Undefined where it says nothing. */
export function announcedFor(day: Day): { readonly working: boolean; readonly name: string } | undefined {
  const notice = NOTICES[day.slice(0, 4)];
  const entry = notice?.holidays[day] ?? notice?.workdays[day];
  if (entry === undefined) return undefined;
  const [, name = ''] = entry.split(',');
  return { working: notice?.holidays[day] === undefined, name: OFFICIAL_NAMES[name] ?? name };
}
