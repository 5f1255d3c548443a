import type { DomainEvent, EventContext, History } from '../kernel/decider.ts';
import type { Instant } from '../kernel/time.ts';
import type { Basis, Contacts, OriginsData, SchemeText, Statistics } from './commands.ts';
import type { Origin } from './vocabulary.ts';

/** The one stream of an organisation. */
export const PROFILE_ID = 'profile';

export type ProfileEvent =
  | DomainEvent<'ContactsDescribed', Contacts>
  | DomainEvent<'BasesListed', { bases: readonly Basis[] }>
  | DomainEvent<'BasesCited', { row: string; bases: readonly string[] }>
  | DomainEvent<'SchemePublished', SchemeText>
  | DomainEvent<'StatisticsRecorded', Statistics>
  | DomainEvent<'OriginsRecorded', OriginsData>;

/** 党务公开方案, as it was in force from a moment on. */
export interface SchemeVersion extends SchemeText {
  readonly number: number;
  readonly publishedAt: Instant;
}

/** What an organisation says about itself. */
export interface Profile {
  readonly contacts?: Contacts & { readonly at: Instant };
  readonly bases: readonly Basis[];
  /** Ids of bases by row of the catalogue. */
  readonly citations: Readonly<Record<string, readonly string[]>>;
  /** Oldest first; the last is in force. */
  readonly schemes: readonly SchemeVersion[];
  /** As of the latest day that was recorded. */
  readonly statistics?: Statistics;
  /** By person: how they came to Party work. */
  readonly origins: Readonly<Record<string, Origin>>;
}

export const profileHistory: History<ProfileEvent, Profile> = {
  initial: { bases: [], citations: {}, schemes: [], origins: {} },
  evolve,
};

function evolve(state: Profile, event: ProfileEvent, { at }: EventContext): Profile {
  switch (event.type) {
    case 'ContactsDescribed':
      return { ...state, contacts: { ...event.data, at } };
    case 'BasesListed':
      return { ...state, bases: event.data.bases };
    case 'BasesCited': {
      const { [event.data.row]: _, ...others } = state.citations;
      const { row, bases } = event.data;
      return { ...state, citations: bases.length > 0 ? { ...others, [row]: bases } : others };
    }
    case 'SchemePublished': {
      const version = { ...event.data, number: state.schemes.length + 1, publishedAt: at };
      return { ...state, schemes: [...state.schemes, version] };
    }
    case 'StatisticsRecorded':
      return { ...state, statistics: event.data };
    case 'OriginsRecorded':
      return { ...state, origins: { ...state.origins, ...event.data.origins } };
  }
}
