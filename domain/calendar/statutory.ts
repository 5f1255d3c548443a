import { addDays, type Day } from '../kernel/time.ts';

/**
 * Days that the regulation sets by the moon and the sun: 正月初一, 清明, 端午, 中秋. In 2027 and 2030 the new moon falls
 * within minutes of midnight in Beijing, so rough formulas are a day off there.
 */
const MOVABLE: Readonly<Record<string, readonly [string, string, string, string]>> = {
  2027: ['02-06', '04-05', '06-09', '09-15'],
  2028: ['01-26', '04-04', '05-28', '10-03'],
  2029: ['02-13', '04-04', '06-16', '09-22'],
  2030: ['02-03', '04-05', '06-05', '09-12'],
  2031: ['01-23', '04-05', '06-24', '10-01'],
  2032: ['02-11', '04-04', '06-12', '09-19'],
  2033: ['01-31', '04-04', '06-01', '09-08'],
  2034: ['02-19', '04-05', '06-20', '09-27'],
  2035: ['02-08', '04-05', '06-10', '09-16'],
};

/** True when all statutory holidays of the year are known, the movable ones included: 2027 to 2035. */
export const knowsMovableDays = (year: string): boolean => Object.hasOwn(MOVABLE, year);

/**
 * The days off that the regulation itself gives (全国年节及纪念日放假办法, as amended for 2025), by day, with their names.
 * The notice of the year only adds to them: it moves weekends around. The movable ones are missing for years that
 * {@link knowsMovableDays} does not know.
 */
export function statutoryHolidays(year: string): ReadonlyMap<Day, string> {
  const holidays = new Map<Day, string>();
  const add = (name: string, first: Day, count: number) => {
    for (let index = 0; index < count; index++) holidays.set(addDays(first, index), name);
  };
  add('元旦', `${year}-01-01`, 1);
  add('劳动节', `${year}-05-01`, 2);
  add('国庆节', `${year}-10-01`, 3);
  const movable = MOVABLE[year];
  if (!movable) return holidays;
  const [newYear, qingming, duanwu, midAutumn] = movable;
  add('春节', addDays(`${year}-${newYear}`, -1), 4);
  add('清明节', `${year}-${qingming}`, 1);
  add('端午节', `${year}-${duanwu}`, 1);
  add('中秋节', `${year}-${midAutumn}`, 1);
  return holidays;
}
