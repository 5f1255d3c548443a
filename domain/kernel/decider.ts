import type { OrganisationId } from './scope.ts';
import type { Instant } from './time.ts';

/** A person under the role and organisation they act for, or a function of this system. */
export type Actor =
  | {
      readonly kind: 'person';
      readonly person: string;
      readonly organisation: OrganisationId;
      readonly seat?: string;
      /** They chose that seat, and act under it alone; otherwise under whichever of theirs it takes (XH-04). */
      readonly chosen?: true;
    }
  | { readonly kind: 'system'; readonly name: string };

/**
 * A request to an aggregate. Everything that is not state arrives in it: the time, who asks, new ids, and the
 * `facts` of other aggregates that the decision rests on. So `decide` needs no clock, no I/O and no luck.
 */
export interface Command<Type extends string = string, Data = unknown, Facts = unknown> {
  readonly type: Type;
  readonly data: Data;
  readonly now: Instant;
  readonly actor: Actor;
  readonly facts: Facts;
}

/** What happened, in the past tense. Stored for ever, so fields are only ever added. */
export interface DomainEvent<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
}

/** Where and by whom an event was recorded; `evolve` gets it beside the event, so events need not repeat it. */
export interface EventContext {
  readonly at: Instant;
  readonly by: Actor;
}

/** How an aggregate came to be what it is: all that it takes to read one. `evolve` never refuses: it happened. */
export interface History<E extends DomainEvent, S> {
  readonly initial: S;
  evolve(state: S, event: E, context: EventContext): S;
}

/**
 * One aggregate, pure. `decide` refuses by throwing a {@link Refusal} and changes nothing; an empty array means
 * "already so". `nextDue` is the instant at which the aggregate wants a `TimePassed` command, or undefined while it waits
 * for nobody but people. Its history stands in a file without rules, so that whoever only reads does not load them.
 */
export interface Decider<C extends Command, E extends DomainEvent, S> extends History<E, S> {
  decide(command: C, state: S): readonly E[];
  nextDue(state: S): Instant | undefined;
}
