import type { EventContext, History } from '../kernel/decider.ts';
import type { Instant } from '../kernel/time.ts';
import type { DisplayAudience, DisplayFilter } from './commands.ts';
import type { DisplayEvent } from './events.ts';
import type { Failing } from './failing.ts';

/** 公示屏: a screen or signage system of one organisation. */
export interface Display {
  readonly name: string;
  readonly place: string;
  readonly audience: DisplayAudience;
  readonly url?: string | undefined;
  readonly filter?: DisplayFilter | undefined;
  readonly active: boolean;
  readonly registeredAt: Instant;
  readonly disabled?: {
    readonly cause: Extract<DisplayEvent, { type: 'DisplayDisabled' }>['data']['cause'];
    readonly reason?: string;
    readonly at: Instant;
  };
  /** Counts rotations; with the master key it is all that it takes to know the secret. */
  readonly keyVersion: number;
  /** The key before the last rotation signs as well until then. */
  readonly previousValidUntil?: Instant;
  readonly failing?: Failing;
}

export type DisplayState = Display | undefined;

/** Versions of the keys that sign at that time, newest first. */
export function signingKeys({ keyVersion, previousValidUntil }: Display, now: Instant): readonly number[] {
  const isOverlap = previousValidUntil !== undefined && now < previousValidUntil;
  return isOverlap ? [keyVersion, keyVersion - 1] : [keyVersion];
}

export const displayHistory: History<DisplayEvent, DisplayState> = { initial: undefined, evolve };

function evolve(state: DisplayState, event: DisplayEvent, { at }: EventContext): DisplayState {
  if (event.type === 'DisplayRegistered') return { ...event.data, active: true, registeredAt: at };
  if (!state) return state;
  switch (event.type) {
    case 'DisplayChanged': {
      const { url: _url, filter: _filter, ...kept } = state;
      return { ...kept, ...event.data };
    }
    case 'SecretRotated':
      return { ...state, ...event.data };
    case 'DisplayDisabled':
      return { ...state, active: false, disabled: { ...event.data, at } };
    case 'DisplayEnabled': {
      // A display that is switched on again has its five days again.
      const { disabled: _disabled, failing: _failing, ...kept } = state;
      return { ...kept, active: true };
    }
    case 'DeliveriesFailing': {
      const { stage, since } = event.data;
      return { ...state, failing: { since, ...(stage === 'half-way' && { halfWayAt: at }) } };
    }
    case 'DeliveriesRecovered': {
      const { failing: _failing, ...kept } = state;
      return kept;
    }
  }
}
