import type { Decider } from '../../kernel/decider.ts';
import { findDocumentType, PUBLIC_NOTICE } from '../document-types.ts';
import { OPEN_CLASS } from '../templates.ts';
import type { VocabularyCommand, VocabularyCommandOf } from './commands.ts';
import { refuse } from './refusals.ts';
import { classesOf, type Vocabulary, type VocabularyEvent, vocabularyHistory } from './state.ts';

/** The forms, classes and document types that a district works with, as its office edits them. */
export const vocabularyDecider: Decider<VocabularyCommand, VocabularyEvent, Vocabulary> = {
  ...vocabularyHistory,
  decide(command, state) {
    if (!command.facts.mayEdit) refuse('vocabulary-not-permitted');
    switch (command.type) {
      case 'KeepForm':
        return keepForm(command, state);
      case 'RetireForm':
        return retireForm(command, state);
      case 'KeepClass':
        return keepClass(command, state);
      case 'RetireClass':
        return retireClass(command, state);
      case 'KeepDocumentType':
        return keepDocumentType(command, state);
      case 'RetireDocumentType':
        return retireDocumentType(command, state);
    }
  },
  nextDue: () => undefined,
};

function keepForm({ data }: VocabularyCommandOf<'KeepForm'>, { forms }: Vocabulary): VocabularyEvent[] {
  const { reason, aliases = [], ...traits } = data;
  const others = forms.filter(({ name }) => name !== data.name);
  for (const [index, name] of [data.name, ...aliases].entries()) {
    const other = others.find((known) => known.name === name || known.aliases?.includes(name));
    const field = index === 0 ? 'name' : `aliases.${index - 1}`;
    if (other) refuse('word-taken', { field, name, form: other.name });
  }
  if (!data.online && (data.boardPage || data.display || data.officeSystem))
    refuse('form-display-offline', { field: 'online' });
  const form = { ...traits, ...(aliases.length > 0 && { aliases }) };
  const known = forms.find(({ name }) => name === data.name);
  const isSame =
    known !== undefined &&
    (Object.keys({ ...known, ...form }) as (keyof typeof known)[]).every(
      (trait) => JSON.stringify(known[trait]) === JSON.stringify((form as typeof known)[trait]),
    );
  return isSame ? [] : [{ type: 'FormKept', data: { form, reason } }];
}

function retireForm({ data }: VocabularyCommandOf<'RetireForm'>, { forms }: Vocabulary): VocabularyEvent[] {
  if (!forms.some(({ name }) => name === data.name)) {
    refuse('word-unknown', { field: 'name', name: data.name });
  }
  return [{ type: 'FormRetired', data }];
}

const keepClass = ({ data }: VocabularyCommandOf<'KeepClass'>, state: Vocabulary): VocabularyEvent[] =>
  classesOf(state).includes(data.name) ? [] : [{ type: 'ClassKept', data }];

function retireClass({ data }: VocabularyCommandOf<'RetireClass'>, state: Vocabulary): VocabularyEvent[] {
  const { name } = data;
  if (name === OPEN_CLASS) refuse('class-open', { field: 'name', name });
  if (!classesOf(state).includes(name)) refuse('word-unknown', { field: 'name', name });
  return [{ type: 'ClassRetired', data }];
}

function keepDocumentType(
  { data }: VocabularyCommandOf<'KeepDocumentType'>,
  { documentTypes }: Vocabulary,
): VocabularyEvent[] {
  const { reason, ...documentType } = data;
  const { id, name, asksObjections } = documentType;
  const other = documentTypes.find((known) => known.name === name && known.id !== id);
  if (other) refuse('type-name-taken', { field: 'name', name, type: other.id });
  if (id === PUBLIC_NOTICE && !asksObjections)
    refuse('public-notice-needed', { field: 'asksObjections', name });
  const known = findDocumentType(documentTypes, id);
  const isSame = known?.name === name && known.asksObjections === asksObjections && !known.retired;
  return isSame ? [] : [{ type: 'DocumentTypeKept', data: { documentType, reason } }];
}

function retireDocumentType(
  { data }: VocabularyCommandOf<'RetireDocumentType'>,
  { documentTypes }: Vocabulary,
): VocabularyEvent[] {
  const { id } = data;
  const known = findDocumentType(documentTypes, id) ?? refuse('word-unknown', { field: 'id', name: id });
  if (id === PUBLIC_NOTICE) refuse('public-notice-needed', { field: 'id', name: known.name });
  return known.retired ? [] : [{ type: 'DocumentTypeRetired', data }];
}
