import type * as z from 'zod/mini';
import type { changeDutyRules } from '../duty/commands-schema.ts';
import type { DutyRules } from '../duty/rules-schema.ts';
import type { DomainEvent, EventContext, History } from '../kernel/decider.ts';
import type { OrganisationId } from '../kernel/scope.ts';
import { type Day, dayOf, type Instant } from '../kernel/time.ts';
import type { Move } from './affiliation.ts';
import { type Body, endable, type Layout, type Seat } from './body.ts';
import type { Channel } from './channels.ts';
import type {
  changePolicy,
  declareChannels,
  fillSeat,
  onboardOrganisation,
  Person,
  registerPeople,
  revokeFeeds,
  vacateSeat,
} from './commands.ts';
import type { OrganisationKind, UnitKind } from './kinds.ts';
import type * as lifeCommands from './life-commands.ts';
import { DEFAULT_POLICY, type Policy } from './policy.ts';

export type Regulation = z.infer<typeof lifeCommands.recordRegulation>;
export type Responsibilities = z.infer<typeof lifeCommands.assignResponsibilities>;

/** A tenant: the district office or a school's Party organisation, with its people, its bodies and its rules. */
export interface Organisation {
  readonly name: string;
  readonly shortName: string;
  readonly kind: OrganisationKind;
  readonly superior?: OrganisationId;
  readonly people: Readonly<Record<string, Person>>;
  readonly seats: readonly Seat[];
  readonly policy: Policy;
  /** The day on which it was set up here: nothing is owed for the time before. */
  readonly since: Day;
  /** Its own rules on when duties fall due; absent while its superior's hold. */
  readonly dutyRules?: { readonly rules: DutyRules; readonly edition: number };
  /** What it has to disclose on (公开栏, 党员之窗 …), by which coverage is counted (TZ-02, QS-01). */
  readonly channels: readonly Channel[];
  /** Grows when all addresses of its calendar feeds are made worthless. */
  readonly feedEdition: number;
  readonly unit?: UnitKind | undefined;
  /** The organisation that it was split from. */
  readonly origin?: OrganisationId | undefined;
  /** The day on which every body that it takes was there and work began in earnest (DF-01). */
  readonly activeSince?: Day;
  /** While it does not work: what is on show stays there, nothing new begins and nothing falls due. */
  readonly suspended?: { readonly since: Instant; readonly reason: string };
  /** Closed: another organisation has taken over its work. Its record stays where it is. */
  readonly merged?: { readonly into: OrganisationId; readonly at: Instant; readonly reason: string };
  /** Each time it was put under another superior, the oldest first. */
  readonly moves?: readonly Move[];
  /** Others may take over its way of working (XH-06). */
  readonly pilotSince?: Day;
  /** Bodies that were laid out in places. */
  readonly layouts?: Partial<Readonly<Record<Body, Layout>>>;
  readonly responsibilities?: Responsibilities;
  /** 党务公开制度 in force, by title. */
  readonly regulations?: readonly Regulation[];
}

export type OrganisationState = Organisation | undefined;

/** True for a person whom the organisation has registered; names that every JavaScript object knows are none. */
export const isOnRoster = ({ people }: Pick<Organisation, 'people'>, person: string): boolean =>
  Object.hasOwn(people, person);

export type OrganisationEvent =
  | DomainEvent<'OrganisationOnboarded', z.infer<typeof onboardOrganisation>>
  | DomainEvent<'PeopleRegistered', z.infer<typeof registerPeople>>
  | DomainEvent<'SeatFilled', z.infer<typeof fillSeat>>
  | DomainEvent<'SeatVacated', z.infer<typeof vacateSeat>>
  /** `from`: taken over from that organisation. */
  | DomainEvent<'PolicyChanged', z.infer<typeof changePolicy> & { from?: OrganisationId }>
  | DomainEvent<'DutyRulesChanged', z.infer<typeof changeDutyRules>>
  | DomainEvent<'ChannelsDeclared', z.infer<typeof declareChannels>>
  | DomainEvent<'FeedsRevoked', z.infer<typeof revokeFeeds>>
  | DomainEvent<'BodyLaidOut', z.infer<typeof lifeCommands.layOutBody>>
  | DomainEvent<'OrganisationActivated', z.infer<typeof lifeCommands.activateOrganisation>>
  | DomainEvent<'OrganisationSuspended', z.infer<typeof lifeCommands.suspendOrganisation>>
  | DomainEvent<'OrganisationResumed', z.infer<typeof lifeCommands.resumeOrganisation>>
  | DomainEvent<'OrganisationMerged', z.infer<typeof lifeCommands.mergeOrganisation>>
  | DomainEvent<'OrganisationMoved', z.infer<typeof lifeCommands.moveOrganisation>>
  | DomainEvent<'PilotDesignated', z.infer<typeof lifeCommands.designatePilot>>
  | DomainEvent<'ResponsibilitiesAssigned', Responsibilities>
  | DomainEvent<'RegulationRecorded', Regulation>
  | DomainEvent<'RegulationRepealed', z.infer<typeof lifeCommands.repealRegulation>>;

export const organisationHistory: History<OrganisationEvent, OrganisationState> = {
  initial: undefined,
  evolve,
};

function evolve(state: OrganisationState, event: OrganisationEvent, { at }: EventContext): OrganisationState {
  if (event.type === 'OrganisationOnboarded') {
    const { superior, ...named } = event.data;
    return {
      ...named,
      ...(superior && { superior }),
      people: {},
      seats: [],
      policy: DEFAULT_POLICY,
      since: dayOf(at),
      channels: [],
      feedEdition: 0,
    };
  }
  if (!state) return state;
  switch (event.type) {
    case 'PeopleRegistered':
      return {
        ...state,
        people: { ...state.people, ...Object.fromEntries(event.data.people.map((p) => [p.id, p])) },
      };
    case 'SeatFilled':
      return { ...state, seats: [...state.seats, event.data] };
    case 'SeatVacated': {
      const { until } = event.data;
      const left = endable(state.seats, event.data);
      return { ...state, seats: state.seats.map((seat) => (seat === left ? { ...seat, until } : seat)) };
    }
    case 'PolicyChanged':
      return { ...state, policy: event.data.policy };
    case 'DutyRulesChanged': {
      const edition = (state.dutyRules?.edition ?? 0) + 1;
      return { ...state, dutyRules: { rules: event.data.rules, edition } };
    }
    case 'ChannelsDeclared':
      return { ...state, channels: event.data.channels };
    case 'FeedsRevoked':
      return { ...state, feedEdition: state.feedEdition + 1 };
    case 'BodyLaidOut': {
      const { body, ...layout } = event.data;
      return { ...state, layouts: { ...state.layouts, [body]: layout } };
    }
    case 'OrganisationActivated':
      return { ...state, activeSince: dayOf(at) };
    case 'OrganisationSuspended':
      return { ...state, suspended: { since: at, reason: event.data.reason } };
    case 'OrganisationResumed': {
      const { suspended: _, ...running } = state;
      return running;
    }
    case 'OrganisationMerged':
      return { ...state, merged: { ...event.data, at } };
    case 'OrganisationMoved': {
      const { reason: _, ...move } = event.data;
      const { superior: left = move.to, moves = [] } = state;
      return { ...state, superior: move.to, moves: [...moves, { left, ...move, at }] };
    }
    case 'PilotDesignated': {
      const { pilotSince: _, ...ordinary } = state;
      return event.data.pilot ? { ...ordinary, pilotSince: dayOf(at) } : ordinary;
    }
    case 'ResponsibilitiesAssigned':
      return { ...state, responsibilities: event.data };
    case 'RegulationRecorded':
      return { ...state, regulations: [...regulationsBut(state, event.data.title), event.data] };
    case 'RegulationRepealed':
      return { ...state, regulations: regulationsBut(state, event.data.title) };
  }
}

const regulationsBut = ({ regulations = [] }: Organisation, title: string): readonly Regulation[] =>
  regulations.filter((each) => each.title !== title);
