import { isOutsideParty } from '../kernel/audience.ts';
import { type Form, type FormVocabulary, findForm } from './forms.ts';
import type { CatalogueRow } from './row.ts';

export type RowWarningCode =
  | 'outside-without-form'
  | 'form-beyond-audience'
  | 'forms-missing'
  | 'audience-missing'
  | 'timing-missing'
  | 'form-unknown'
  | 'offline-only';

/** Something about a row that people should know. A `note` is a property to work with, not a contradiction. */
export interface RowWarning {
  readonly row: string;
  readonly code: RowWarningCode;
  readonly level: 'warning' | 'note';
  /** The forms it is about; empty when it is about none in particular. */
  readonly forms: readonly string[];
  readonly zh: string;
  readonly en: string;
}

/**
 * Where a row's forms and audience disagree, and what it leaves open. The official catalogues contradict themselves,
 * so this warns and never refuses.
 */
export function warningsFor(row: CatalogueRow, vocabulary: FormVocabulary): readonly RowWarning[] {
  const known = row.forms.flatMap((name) => findForm(vocabulary, name) ?? []);
  const unknown = row.forms.filter((name) => findForm(vocabulary, name) === undefined);
  const outside = known.filter((form) => isOutsideParty(form.widest)).map((form) => form.name);
  const warnings: RowWarning[] = [];
  const warn = (code: RowWarningCode, zh: string, en: string, forms: readonly string[] = []) =>
    warnings.push({ row: row.id, code, level: code === 'offline-only' ? 'note' : 'warning', forms, zh, en });

  if (row.audience && isOutsideParty(row.audience) && known.length > 0 && outside.length === 0) {
    warn(
      'outside-without-form',
      '公开范围含党外，但所列形式均不能到达党外。',
      'The audience lies outside the Party, but no listed form reaches it.',
      row.forms,
    );
  }
  if (row.audience && !isOutsideParty(row.audience) && outside.length > 0) {
    warn(
      'form-beyond-audience',
      `公开范围为党内，但“${outside.join('、')}”会让党外人员看到。`,
      `The audience is inside the Party, but ${outside.join(', ')} reaches people outside it.`,
      outside,
    );
  }
  if (row.forms.length === 0) warn('forms-missing', '未规定公开形式。', 'No form is given.');
  if (!row.audience) warn('audience-missing', '未规定公开范围。', 'No audience is given.');
  if (!row.timing) warn('timing-missing', '未规定公开时限。', 'No timing is given.');
  if (unknown.length > 0) {
    warn(
      'form-unknown',
      `公开形式“${unknown.join('、')}”不在形式表中。`,
      `The vocabulary has no such form: ${unknown.join(', ')}.`,
      unknown,
    );
  }
  if (row.forms.length > 0 && unknown.length === 0 && known.every(isSpokenOnly)) {
    warn(
      'offline-only',
      '只能当面公开，不得上网；公开后须登记会议记录、签到等凭证。',
      'May only be disclosed face to face, never as a page; record a proof of it.',
      row.forms,
    );
  }
  return warnings;
}

/** Neither a page nor a paper: people have to be there (12, 15, 17, … of the committee catalogue). */
const isSpokenOnly = (form: Form): boolean => !form.online && !form.document;
