import { quarterOfDay } from '../duty/period.ts';
import type { Command, Decider, DomainEvent } from '../kernel/decider.ts';
import type { Day } from '../kernel/time.ts';
import type { Head } from './head.ts';

/**
 * What was sealed in one quarter. Two kinds of stream are seals: `SEAL` names the last commits of an organisation's
 * own streams, `ANCHOR` those of the seals of everybody right below it. So the hash of an organisation's last seal
 * stands for its whole record, and that of its superior's for both.
 */
export interface Seal {
  /** The day that was sealed last. */
  readonly day: Day;
  /** More had changed than one commit holds. */
  readonly unfinished: boolean;
  /** Version of each stream that was named last. */
  readonly named: Readonly<Record<string, number>>;
}
export type SealState = Seal | undefined;

export interface SealFacts {
  /** The last commit of every stream that may have changed; what is named already may be among them. */
  readonly heads: readonly Head[];
  /** The last seal of an earlier quarter, by which the first one of this quarter is tied to it. */
  readonly before?: Head | undefined;
}

export type SealCommand = Command<'SealHeads', { day: Day }, SealFacts>;
export type SealEvent = DomainEvent<'HeadsSealed', { day: Day; heads: readonly Head[]; more?: true }>;

/** A head has at most 160 bytes, and a row of the record 400 KB. */
export const MOST_HEADS = 2000;

/** Id of the stream of a quarter: `ORG#<organisation>#SEAL#2026q4`. Short streams are cheap to fold. */
export const sealId = (day: Day): string => quarterOfDay(day).name.toLowerCase();

/** True when nothing more is sealed on that day, whatever happens. */
export const isSealed = (state: SealState, day: Day): boolean =>
  state !== undefined && (day < state.day || (day === state.day && !state.unfinished));

/** One commit a day, and none when nothing has changed. */
export const sealDecider: Decider<SealCommand, SealEvent, SealState> = {
  initial: undefined,
  decide({ data: { day }, facts: { heads, before } }, state) {
    if (isSealed(state, day)) return [];
    const fresh = heads.filter(([stream, version]) => version > (state?.named[stream] ?? 0));
    if (fresh.length === 0) return [];
    const named = fresh.toSorted(([a], [b]) => (a < b ? -1 : 1)).slice(0, MOST_HEADS);
    const tied = state || !before ? named : [before, ...named];
    return [
      {
        type: 'HeadsSealed',
        data: { day, heads: tied, ...(named.length < fresh.length && { more: true as const }) },
      },
    ];
  },
  evolve(state, { data: { day, heads, more = false } }) {
    const named = Object.fromEntries(heads.map(([stream, version]) => [stream, version]));
    return { day, unfinished: more, named: { ...state?.named, ...named } };
  },
  nextDue: () => undefined,
};
