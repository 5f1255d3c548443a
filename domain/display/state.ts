import type { EventContext, History } from '../kernel/decider.ts';
import type { Instant } from '../kernel/time.ts';
import { type AttemptKind, type LoggedAttempt, logged } from './attempt-log.ts';
import type { Carrier } from './carrier/schema.ts';
import type { Assurance, DisplayAudience, DisplayFilter, ScreenSettings } from './commands.ts';
import type { NoticeType } from './delivery-commands.ts';
import type { DisplayEvent } from './events.ts';
import type { Failing } from './failing.ts';
import type { Probe } from './probing.ts';

/** 公示屏: a screen or signage system of one organisation, or its office system (办公系统). */
export interface Display {
  readonly name: string;
  readonly place: string;
  readonly audience: DisplayAudience;
  readonly url?: string | undefined;
  readonly filter?: DisplayFilter | undefined;
  readonly notices?: readonly NoticeType[] | undefined;
  readonly perMinute?: number | undefined;
  /** Sent with every message beside our own. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Secrets in it are sealed. Absent: signed webhooks. */
  readonly carrier?: Carrier | undefined;
  readonly screen?: ScreenSettings | undefined;
  readonly assurance?: Assurance | undefined;
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
  readonly test?: Probe;
  readonly challenge?: Probe;
  /** Tests and challenges. */
  readonly log?: readonly LoggedAttempt[];
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
      // The wishes are replaced together; what it has been through stays, but for the answer of another address.
      const { url, filter: _filter, screen: _screen, notices: _notices, ...rest } = state;
      const { perMinute: _perMinute, headers: _headers, carrier: _carrier, ...others } = rest;
      const { assurance: _assurance, challenge, ...kept } = others;
      const asked = url === event.data.url || !challenge ? challenge : unanswered(challenge);
      return { ...kept, ...(asked && { challenge: asked }), ...event.data };
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
    case 'DisplayTestRequested':
      return { ...state, test: { ...event.data, requestedAt: at } };
    case 'DisplayChallengeRequested':
      return { ...state, challenge: { ...event.data, requestedAt: at } };
    case 'DisplayTestAnswered': {
      const test = { requestedAt: at, ...state.test, ...event.data, answeredAt: at };
      return { ...state, test, log: logged(state.log ?? [], entryOf('test', event.data, at)) };
    }
    case 'DisplayChallengeAnswered': {
      const challenge = { requestedAt: at, ...state.challenge, ...event.data, answeredAt: at };
      return { ...state, challenge, log: logged(state.log ?? [], entryOf('challenge', event.data, at)) };
    }
    case 'ResendRequested':
      return state;
  }
}

const unanswered = ({ number, requestedAt }: Probe): Probe => ({ number, requestedAt });

const entryOf = (
  kind: AttemptKind,
  { number, answer, durationMs }: Pick<LoggedAttempt, 'number' | 'answer' | 'durationMs'>,
  at: Instant,
): LoggedAttempt => ({ kind, number, at, answer, durationMs });
