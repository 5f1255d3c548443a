import { personalData } from '../screening/personal-data.ts';
import { refuse } from './refusals.ts';

/** @throws Refusal `supervision-personal-data` */
export function checkWords(field: string, text: string): void {
  const count = personalData(text, field).length;
  if (count > 0) refuse('supervision-personal-data', { field, count });
}
