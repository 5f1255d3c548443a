import { type Run, type Stretch, stretchAt } from './digit-runs.ts';

/**
 * Beginnings and lengths of cards issued in China: UnionPay 62, older domestic debit cards 60, 68, 69 and 95,
 * Visa 4, Mastercard 51–55, JCB 35, American Express 34 and 37.
 */
const ISSUED = [
  /^(?:62|60|68|69|95)\d{14,17}$/,
  /^4(?:\d{12}|\d{15}|\d{18})$/,
  /^(?:5[1-5]|35)\d{14}$/,
  /^3[47]\d{13}$/,
];

/** In one, in fours with a shorter last group, bank and rest, or as American Express prints it. */
const GROUPINGS = /^(?:1[3-9]|(?:4-){3,4}[1-4]|6-(?:[7-9]|1[0-3])|4-6-5|(?:1-){12,18}1)$/;

/** A bank card number at group `first`: issued in China, check digit right. */
export function findBankCard(run: Run, first: number): Stretch | undefined {
  for (const count of [1, 2, 3, 4, 5, 13, 14, 15, 16, 17, 18, 19]) {
    const stretch = stretchAt(run, first, count);
    if (!stretch) return undefined;
    if (GROUPINGS.test(stretch.grouping) && isBankCard(stretch.digits)) return stretch;
  }
  return undefined;
}

export const isBankCard = (digits: string): boolean =>
  ISSUED.some((pattern) => pattern.test(digits)) && passesLuhn(digits);

/** ISO/IEC 7812-1, annex B. */
export function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
