import type { Finding } from './finding.ts';
import { screenText } from './screen.ts';

/**
 * What may not stand in a text that nobody reviews before it is read. Landlines may: whoever reports or answers gives
 * the number of an office.
 */
export const personalData = (
  text: string,
  field: string,
  allow: readonly string[] = [],
): readonly Finding[] => screenText(text, field, allow).filter(({ kind }) => kind !== 'landline');
