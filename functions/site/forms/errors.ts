import { Refusal } from '../../../domain/kernel/refusal.ts';
import { DoorRefusal, MalformedInput } from '../../edge/problem.ts';
import type { FieldError } from '../components/field.tsx';

/** Finds the form field for a path in the command's data, e.g. `releasePlan.1.at`; empty for none in particular. */
export type FieldFinder = (path: string) => string;

/**
 * What to show beside which field of the form that was refused.
 * @throws whatever no field can mend: failures, and what a page of its own says (nothing there, not signed in, too often)
 */
export function fieldErrors(refusal: unknown, fieldFor: FieldFinder): readonly FieldError[] {
  if (!(refusal instanceof Refusal) || refusal instanceof DoorRefusal) throw refusal;
  if (refusal.text.kind === 'unknown' || refusal.text.kind === 'not-signed-in') throw refusal;
  if (refusal instanceof MalformedInput) {
    const errors = refusal.errors.map(({ field, zh, en }) => ({ field: fieldFor(field), zh, en }));
    return errors.filter((error, index) => errors.findIndex((other) => isSame(error, other)) === index);
  }
  const { field } = refusal.details;
  return [{ field: field === undefined ? '' : fieldFor(field), zh: refusal.zh, en: refusal.en }];
}

const isSame = (a: FieldError, b: FieldError): boolean => a.field === b.field && a.zh === b.zh;
