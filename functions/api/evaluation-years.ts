import { isDay } from '../../domain/kernel/time.ts';
import { malformedField } from '../edge/problem.ts';

/** The calendar year that stands in a path. @throws MalformedInput */
export function yearIn({ year = '' }: Readonly<Record<string, string>>): string {
  if (isDay(`${year}-01-01`)) return year;
  throw malformedField(
    'year',
    'year-malformed',
    '年度应写作四位数字，例如 2026。',
    'Name the year by four digits, such as 2026.',
  );
}
