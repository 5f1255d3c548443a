import type { Run, Stretch } from './digit-runs.ts';
import { stretchAt } from './digit-runs.ts';

/** First two digits of the region of registration (GB/T 2260). */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
);

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';
const LENGTH = 18;
const OLD_LENGTH = 15;

/** Check character of the first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2). */
export function checkCharacter(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

/** True for a resident ID of 18 characters: region, day of birth and check character all hold. */
export function isResidentId(text: string): boolean {
  return (
    /^\d{17}[\dX]$/.test(text) &&
    PROVINCES.has(text.slice(0, 2)) &&
    isBirthDate(text.slice(6, 14)) &&
    checkCharacter(text) === text[17]
  );
}

/** True for a resident ID of the form before 1999: 15 digits, a year of two digits, nothing to check it by. */
export function isOldResidentId(text: string): boolean {
  return /^\d{15}$/.test(text) && PROVINCES.has(text.slice(0, 2)) && isBirthDate(`19${text.slice(6, 12)}`);
}

function isBirthDate(digits: string): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].map(Number) as [
    number,
    number,
    number,
  ];
  if (year < 1900 || year > 2099 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * Resident IDs of a run. The check character makes chance hits so rare that one is found wherever it begins, also
 * in the middle of a longer number; the stretch then covers the whole groups, so that no part stays behind.
 */
export function findResidentIds(run: Run): readonly Stretch[] {
  const symbols = run.map((group) => group.digits).join('');
  const owner = run.flatMap((group, index) => Array<number>(group.digits.length).fill(index));
  const found: Stretch[] = [];
  for (let i = 0; i + LENGTH <= symbols.length; i++) {
    if (!isResidentId(symbols.slice(i, i + LENGTH))) continue;
    const first = owner[i] as number;
    const last = owner[i + LENGTH - 1] as number;
    const stretch = stretchAt(run, first, last - first + 1);
    if (stretch) found.push(stretch);
    while (i + 1 < symbols.length && (owner[i + 1] as number) <= last) i += 1;
  }
  return found;
}

/** Old resident IDs: 15 digits in one, or as 6-6-3 (region, birth, sequence). */
export function findOldResidentId(run: Run, first: number): Stretch | undefined {
  return [1, 3]
    .flatMap((count) => stretchAt(run, first, count) ?? [])
    .find(
      ({ digits, grouping }) =>
        (grouping === `${OLD_LENGTH}` || grouping === '6-6-3') && isOldResidentId(digits),
    );
}
