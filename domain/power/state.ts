import type { Audience } from '../kernel/audience.ts';
import type { DomainEvent, EventContext, History } from '../kernel/decider.ts';
import type { OrganisationId } from '../kernel/scope.ts';
import type { Instant } from '../kernel/time.ts';
import type { Shown } from '../visibility.ts';
import type { PowerEntry } from './commands.ts';
import type { PowerOutcome } from './vocabulary.ts';

export type PowerEvent =
  | DomainEvent<'PowerRecorded', PowerEntry & { readonly power: string; readonly reason: string }>
  | DomainEvent<'PowerRevised', PowerEntry & { readonly power: string; readonly reason: string }>
  | DomainEvent<'PowerRemoved', { readonly power: string; readonly reason: string }>
  | DomainEvent<'FindingRecorded', Omit<Finding, 'at'> & { readonly power: string }>
  | DomainEvent<
      'PowersPublished',
      { readonly version: number; readonly audience: Audience; readonly reason: string }
    >;

/** 清理意见. */
export interface Finding {
  readonly outcome: PowerOutcome;
  readonly problem: string;
  readonly measure: string;
  readonly at: Instant;
}

export interface Power extends PowerEntry {
  readonly id: string;
  readonly findings: readonly Finding[];
}

/** The register as it was published; it never changes. */
export interface PowerEdition {
  readonly version: number;
  readonly audience: Audience;
  readonly reason: string;
  readonly at: Instant;
  readonly powers: readonly Power[];
}

/** 权力清单: as it is being worked on, and as it was published. */
export interface PowerRegister {
  readonly powers: readonly Power[];
  /** How many were ever recorded: the next one is named by it. */
  readonly recorded: number;
  /** Oldest first. */
  readonly editions: readonly PowerEdition[];
}

export const powerHistory: History<PowerEvent, PowerRegister> = {
  initial: { powers: [], recorded: 0, editions: [] },
  evolve,
};

function evolve(state: PowerRegister, event: PowerEvent, { at }: EventContext): PowerRegister {
  switch (event.type) {
    case 'PowerRecorded': {
      const { power: id, reason: _, ...entry } = event.data;
      return {
        ...state,
        powers: [...state.powers, { id, ...entry, findings: [] }],
        recorded: state.recorded + 1,
      };
    }
    case 'PowerRevised': {
      const { power: id, reason: _, ...entry } = event.data;
      return withPower(state, id, ({ findings }) => ({ id, ...entry, findings }));
    }
    case 'PowerRemoved':
      return { ...state, powers: state.powers.filter(({ id }) => id !== event.data.power) };
    case 'FindingRecorded': {
      const { power: id, ...finding } = event.data;
      return withPower(state, id, (power) => ({
        ...power,
        findings: [...power.findings, { ...finding, at }],
      }));
    }
    case 'PowersPublished':
      return {
        ...state,
        editions: [...state.editions, { ...event.data, at, powers: state.powers }],
      };
  }
}

const withPower = (state: PowerRegister, id: string, change: (power: Power) => Power): PowerRegister => ({
  ...state,
  powers: state.powers.map((power) => (power.id === id ? change(power) : power)),
});

/** What the rule of who may see what needs to know of an edition. */
export const editionShown = (organisation: OrganisationId, { audience }: PowerEdition): Shown => ({
  organisation,
  onShow: true,
  releases: [{ audience, online: true }],
});
