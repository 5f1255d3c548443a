import { type Run, type Stretch, stretchAt } from './digit-runs.ts';

/** Ways to write the 11 digits. Others, such as 4-4-3, are more often years and counts. */
const MOBILE_GROUPINGS = new Set(['11', '3-8', '7-4', '5-6', '3-4-4', '3-3-5', Array(11).fill(1).join('-')]);

/** A mobile number at group `first`; the country code may be written onto it. */
export function findMobile(run: Run, first: number): Stretch | undefined {
  for (const count of [1, 2, 3, 11]) {
    const stretch = stretchAt(run, first, count);
    if (!stretch) return undefined;
    if (/^1[3-9]\d{9}$/.test(stretch.digits) && MOBILE_GROUPINGS.has(stretch.grouping)) return stretch;
    if (count === 1 && /^(?:00)?861[3-9]\d{9}$/.test(stretch.digits)) return stretch;
  }
  return undefined;
}

/** Beijing and the large cities have area codes of three digits and numbers of eight; all others four, and 7 or 8. */
const LANDLINE = /^0(?:10|2\d)[2-9]\d{7}$|^0[3-9]\d{2}[2-9]\d{6,7}$/;
const LANDLINE_GROUPINGS = /^(?:1[0-2]|[34]-(?:[78]|[34]-4))$/;
/** After +86 the zero is dropped. */
const LANDLINE_ABROAD_GROUPINGS = /^[23]-(?:[78]|[34]-4)$/;

/** A landline number with its area code at group `first`. */
export function findLandline(run: Run, first: number): Stretch | undefined {
  const before = run[first - 1]?.digits;
  const abroad = before === '86' || before === '0086';
  for (const count of [1, 2, 3]) {
    const stretch = stretchAt(run, first, count);
    if (!stretch) return undefined;
    const { digits, grouping } = stretch;
    if (LANDLINE.test(digits) && LANDLINE_GROUPINGS.test(grouping)) return stretch;
    if (abroad && LANDLINE.test(`0${digits}`) && LANDLINE_ABROAD_GROUPINGS.test(grouping)) return stretch;
  }
  return undefined;
}

/** The area code with which a landline number begins. */
export const areaCodeOf = (digits: string): string =>
  /^0?(?:10|2\d)/.exec(digits)?.[0] ?? digits.slice(0, digits.startsWith('0') ? 4 : 3);
