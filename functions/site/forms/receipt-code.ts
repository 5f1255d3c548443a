import { Refusal } from '../../../domain/kernel/refusal.ts';
import type { FieldError } from '../components/field.tsx';
import { scopeFrom } from '../frames.ts';
import type { SiteContext, SiteServices } from '../services.ts';
import { addressOf } from './opinion-form.ts';

/**
 * What the receipt code that somebody typed belongs to: an opinion or a request. Trying codes is slowed down.
 * @throws DoorRefusal 429
 */
export async function idForCode(
  c: SiteContext,
  { voice }: Pick<SiteServices, 'voice'>,
  code: string,
): Promise<string | undefined> {
  const scope = scopeFrom(c);
  await voice.guard.admit(scope, 'follow', addressOf(c), c.var.now);
  const id = voice.receipts.idFor(scope, code);
  if (id !== undefined) await voice.guard.admit(scope, 'receipt', id, c.var.now);
  return id;
}

/** Said alike of a code that is none, and of one whose case is not there. */
export const CODE_UNKNOWN: FieldError = {
  field: 'code',
  zh: '没有找到这个查询码，请核对后重新填写。',
  en: 'There is no such receipt code; check it and try again.',
};

/** For `catch`: nothing in the place of what is not there. */
export function orNothing(error: unknown): undefined {
  if (error instanceof Refusal && error.text.kind === 'unknown') return undefined;
  throw error;
}
