import type * as z from 'zod/mini';
import type { Command, Decider } from '../kernel/decider.ts';
import { refuse as refuseInput } from '../kernel/refusal.ts';
import type { Day } from '../kernel/time.ts';
import type { calendarCommands } from './commands.ts';
import { refuse } from './refusals.ts';
import { type CalendarEvent, type CalendarState, calendarHistory } from './state.ts';
import type { Term } from './terms.ts';

export interface CalendarFacts {
  /** True for the district's own office. */
  readonly mayAdminister: boolean;
}

type Cmd<Type extends keyof typeof calendarCommands> = Command<
  Type,
  z.infer<(typeof calendarCommands)[Type]>,
  CalendarFacts
>;
type EditDays = Cmd<'EditDays'>;
type ResetDays = Cmd<'ResetDays'>;
type SetTerms = Cmd<'SetTerms'>;
export type CalendarCommand = EditDays | ResetDays | SetTerms;

export const calendarDecider: Decider<CalendarCommand, CalendarEvent, CalendarState> = {
  ...calendarHistory,
  decide,
  nextDue: () => undefined,
};

function decide(command: CalendarCommand, state: CalendarState): readonly CalendarEvent[] {
  if (!command.facts.mayAdminister) refuseInput('not-permitted', { allowed: '区级党务公开办公室' });
  switch (command.type) {
    case 'EditDays':
      return editDays(command, state);
    case 'ResetDays':
      return resetDays(command, state);
    case 'SetTerms':
      return setTerms(command, state);
  }
}

function editDays({ data }: EditDays, { edited }: CalendarState): readonly CalendarEvent[] {
  requireOnce(
    data.days.map(({ day }) => day),
    (index) => `days.${index}.day`,
  );
  const days = data.days.filter(
    ({ day, working, name }) => edited[day]?.working !== working || edited[day].name !== name,
  );
  return days.length === 0 ? [] : [{ type: 'DaysEdited', data: { ...data, days } }];
}

function resetDays({ data }: ResetDays, { edited }: CalendarState): readonly CalendarEvent[] {
  requireOnce(data.days, (index) => `days.${index}`);
  for (const [index, day] of data.days.entries()) {
    if (!edited[day]) refuse('day-not-edited', { field: `days.${index}`, day });
  }
  return [{ type: 'DaysReset', data }];
}

function requireOnce(days: readonly Day[], fieldOf: (index: number) => string): void {
  const index = days.findIndex((day, at) => days.indexOf(day) < at);
  if (index >= 0) refuse('day-repeated', { field: fieldOf(index), day: days[index] });
}

function setTerms({ data }: SetTerms, state: CalendarState): readonly CalendarEvent[] {
  for (const [index, { name, from, until }] of data.terms.entries()) {
    if (until <= from) {
      refuse('term-ends-before-it-begins', { field: `terms.${index}.until`, term: name, from });
    }
  }
  const terms = data.terms.toSorted((one, other) => (one.from < other.from ? -1 : 1));
  for (const [index, term] of terms.entries()) {
    const earlier = terms[index - 1];
    if (earlier && term.from <= earlier.until) {
      const { name: other, until } = earlier;
      const field = `terms.${data.terms.indexOf(term)}.from`;
      refuse('terms-overlap', { field, term: term.name, other, until });
    }
  }
  return areSameTerms(terms, state.terms) ? [] : [{ type: 'TermsSet', data: { terms } }];
}

const areSameTerms = (some: readonly Term[], others: readonly Term[]): boolean =>
  some.length === others.length &&
  some.every(({ name, from, until }, index) => {
    const other = others[index];
    return name === other?.name && from === other.from && until === other.until;
  });
