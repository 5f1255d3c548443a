import { isPeriodName, type PeriodName } from '../../domain/duty/period.ts';
import { isDay } from '../../domain/kernel/time.ts';
import { malformedField } from '../edge/problem.ts';

/** A quarter that no sum of quarters leads out of: 1900 to 2199. */
export const isPeriod = (text: string): text is PeriodName =>
  isPeriodName(text) && isDay(`${text.slice(0, 4)}-01-01`);

/** The period that stands in a path. @throws MalformedInput */
export function periodIn({ period = '' }: Readonly<Record<string, string>>): PeriodName {
  if (isPeriod(period)) return period;
  throw malformedField(
    'period',
    'period-malformed',
    '期次应写作“年份Q季度”，例如 2026Q4。',
    'Name the period as a year and its quarter, such as 2026Q4.',
  );
}
