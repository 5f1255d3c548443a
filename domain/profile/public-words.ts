import { screenText } from '../screening/screen.ts';
import { refuse } from './refusals.ts';

/** A landline with or without its area code and an extension, a service number such as 400-…, or a five-digit hotline. */
const OFFICE_PHONE = /^(?:(?:0\d{2,3}-)?[2-9]\d{6,7}(?:-\d{1,6})?|[48]00-?\d{3}-?\d{4}|1[0-2]\d{3})$/;

/** @throws Refusal `phone-not-of-office`: private telephones are nobody's business (TZ-11) */
export function requireOfficePhone(field: string, phone: string | undefined): void {
  if (phone !== undefined && !OFFICE_PHONE.test(phone)) refuse('phone-not-of-office', { field });
}

/** Numbers that a page of an organisation never has a reason to show. Its own address and telephones it may. */
const NEVER = new Set(['resident-id', 'mobile', 'bank-card']);

export const holdsPrivateNumber = (text: string): boolean =>
  screenText(text, '').some(({ kind }) => NEVER.has(kind));

/** Looks at every text in the value. @throws Refusal `profile-personal-data`, with the path of the field */
export function requirePublicWords(value: unknown, path = ''): void {
  if (typeof value === 'string') {
    if (holdsPrivateNumber(value)) refuse('profile-personal-data', { field: path });
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value))
    requirePublicWords(inner, path === '' ? key : `${path}.${key}`);
}
