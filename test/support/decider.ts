import { expect } from 'vitest';
import type { Actor, Command, Decider, DomainEvent, EventContext } from '../../domain/kernel/decider.ts';
import { Refusal, type RefusalDetails } from '../../domain/kernel/refusal.ts';

/** An invented person who acts where a test does not care who does. */
export const SOMEBODY: Actor = { kind: 'person', person: 'somebody', organisation: 'dongfang' };

/** When and by whom the given events were recorded, unless a test says otherwise: 1 September 2026, 08:00 in Shanghai. */
export const DEFAULT_CONTEXT: EventContext = { at: '2026-09-01T00:00:00.000Z', by: SOMEBODY };

export interface Given<C extends Command, E extends DomainEvent, S> {
  /** The state folded from the events given so far. */
  readonly state: S;
  when(command: C): Outcome<C, E, S>;
}

/** What one command led to. Each `then…` fails the test when it was something else. */
export interface Outcome<C extends Command, E extends DomainEvent, S> {
  /** Exactly these events, in this order; `[]` means "already so". */
  then(events: readonly E[]): void;
  /** Events of exactly these types, in this order. */
  thenTypes(...types: readonly E['type'][]): void;
  /** Refused under this code; `details` need only name the ones that matter. Returns the refusal. */
  thenRefused(code: string, details?: RefusalDetails): Refusal;
  /** The events decided. Throws the refusal when there was one. */
  readonly events: readonly E[];
  /** The state after the command; the state before it when the command was refused. */
  readonly state: S;
  /** The next command, on the state after this one. Throws the refusal when there was one. */
  when(command: C): Outcome<C, E, S>;
}

/**
 * Given events, when a command, then events or a refusal: the shape of every test of a {@link Decider}. The given
 * events are recorded under `context`; those of a command under its own `now` and `actor`.
 */
export function given<C extends Command, E extends DomainEvent, S>(
  decider: Decider<C, E, S>,
  events: readonly E[] = [],
  context: EventContext = DEFAULT_CONTEXT,
): Given<C, E, S> {
  const state = fold(decider, decider.initial, events, context);
  return { state, when: (command) => outcomeOf(decider, state, command) };
}

function fold<C extends Command, E extends DomainEvent, S>(
  decider: Decider<C, E, S>,
  from: S,
  events: readonly E[],
  context: EventContext,
): S {
  return events.reduce((state, event) => decider.evolve(state, event, context), from);
}

function outcomeOf<C extends Command, E extends DomainEvent, S>(
  decider: Decider<C, E, S>,
  before: S,
  command: C,
): Outcome<C, E, S> {
  const decided = attempt(() => decider.decide(command, before));
  const state =
    decided instanceof Refusal
      ? before
      : fold(decider, before, decided, { at: command.now, by: command.actor });
  const events = (): readonly E[] => {
    if (decided instanceof Refusal) throw decided;
    return decided;
  };
  return {
    state,
    get events() {
      return events();
    },
    // biome-ignore lint/suspicious/noThenProperty: given/when/then is the grammar; nobody awaits an outcome.
    then: (expected) => expect(events()).toEqual(expected),
    thenTypes: (...types) => expect(events().map((event) => event.type)).toEqual(types),
    thenRefused: (code, details = {}) => {
      if (!(decided instanceof Refusal))
        expect.fail(`expected refusal ${code}, got ${JSON.stringify(decided)}`);
      expect(decided.code).toBe(code);
      expect(decided.details).toMatchObject(details);
      return decided;
    },
    when: (next) => {
      events();
      return outcomeOf(decider, state, next);
    },
  };
}

function attempt<T>(decide: () => T): T | Refusal {
  try {
    return decide();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
