import type { DomainEvent, History } from '../../kernel/decider.ts';
import type { Instant } from '../../kernel/time.ts';
import type { ExampleCommandOf } from './commands.ts';

type Marked = ExampleCommandOf<'MarkExample'>['data'];

export type ExampleEvent =
  | DomainEvent<'ExampleMarked', Marked>
  | DomainEvent<'ExampleUnmarked', ExampleCommandOf<'UnmarkExample'>['data']>;

/** 示范案例: an item from which others can learn, as long as it is `current` (XH-26). */
export interface Example extends Marked {
  readonly markedAt: Instant;
  readonly current: boolean;
}
export type ExampleState = Example | undefined;

export const exampleHistory: History<ExampleEvent, ExampleState> = {
  initial: undefined,
  evolve: (state, event, { at }) =>
    event.type === 'ExampleMarked'
      ? { ...event.data, markedAt: at, current: true }
      : state && { ...state, current: false },
};
