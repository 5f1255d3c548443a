import type { DomainEvent } from '../kernel/decider.ts';
import type { Instant } from '../kernel/time.ts';
import type { Saying } from './telling.ts';

/** What an event says of the day by which a thing is owed: that it is near, that it has passed, or that it was met. */
export type DatedWord = 'due-soon' | 'overdue' | 'met';

/** Steps of the ladder on which such a thing speaks: a working day before its date, and when the date has passed. */
const STEPS = { 'due-soon': 'T-1', overdue: 'T+1' } as const;

/**
 * What a thing that is owed by a day said of it, one for each event that says anything. Once the day is met, those who
 * were told of it hear that it is.
 *
 * @param told whom it concerns beside those whom the ladder names
 */
export function datedSayings<E extends DomainEvent>(
  history: readonly { readonly at: Instant; readonly event: E }[],
  words: Readonly<Partial<Record<E['type'], DatedWord>>>,
  told: Pick<Saying, 'ids' | 'owner'>,
): readonly (Saying | undefined)[] {
  let spoken: string | undefined;
  return history.map(({ at, event }): Saying | undefined => {
    const kind: DatedWord | undefined = words[event.type as E['type']];
    if (kind === undefined) return undefined;
    const step = kind === 'met' ? spoken : STEPS[kind];
    spoken = kind === 'met' ? undefined : step;
    return { at, kind, step, ...told };
  });
}
