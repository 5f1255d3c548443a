import type * as z from 'zod/mini';
import type { DomainEvent, History } from '../kernel/decider.ts';
import type { calendarCommands } from './commands.ts';
import type { Term } from './terms.ts';
import type { EditedDays } from './working-days.ts';

/** Id of a district's only calendar stream: `ORG#<district>#CALENDAR#main`. */
export const CALENDAR_ID = 'main';

/** What a district has changed about the official calendar, and its school terms. */
export interface CalendarState {
  readonly edited: EditedDays;
  /** In order of time; they do not overlap. */
  readonly terms: readonly Term[];
  /** Grows with each change, so that a due date can say which calendar it was reckoned by. */
  readonly edition: number;
}

type DataOf<Type extends keyof typeof calendarCommands> = z.infer<(typeof calendarCommands)[Type]>;

export type CalendarEvent =
  /** Only the days that changed. */
  | DomainEvent<'DaysEdited', DataOf<'EditDays'>>
  | DomainEvent<'DaysReset', DataOf<'ResetDays'>>
  | DomainEvent<'TermsSet', { readonly terms: readonly Term[] }>;

export const calendarHistory: History<CalendarEvent, CalendarState> = {
  initial: { edited: {}, terms: [], edition: 0 },
  evolve: (state, event) => ({ ...state, ...changeOf(state, event), edition: state.edition + 1 }),
};

function changeOf(state: CalendarState, event: CalendarEvent): Partial<CalendarState> {
  switch (event.type) {
    case 'DaysEdited': {
      const edits = event.data.days.map(({ day, ...edit }) => [day, edit] as const);
      return { edited: { ...state.edited, ...Object.fromEntries(edits) } };
    }
    case 'DaysReset': {
      const left = Object.entries(state.edited).filter(([day]) => !event.data.days.includes(day));
      return { edited: Object.fromEntries(left) };
    }
    case 'TermsSet':
      return { terms: event.data.terms };
  }
}
