import type { Decider } from '../../kernel/decider.ts';
import { OPEN_CLASS } from '../templates.ts';
import type { VocabularyCommand, VocabularyCommandOf } from './commands.ts';
import { refuse } from './refusals.ts';
import { classesOf, type Vocabulary, type VocabularyEvent, vocabularyHistory } from './state.ts';

/** The forms and classes that a district works with, as its office edits them. */
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
  if (!data.online && (data.boardPage || data.display)) refuse('form-display-offline', { field: 'online' });
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
