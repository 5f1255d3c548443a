import type * as z from 'zod/mini';
import type { changeDutyRules } from '../duty/commands-schema.ts';
import type { DutyRules } from '../duty/rules-schema.ts';
import type { DomainEvent, EventContext, History } from '../kernel/decider.ts';
import type { OrganisationId } from '../kernel/scope.ts';
import { type Day, dayOf } from '../kernel/time.ts';
import type { Seat } from './body.ts';
import type { Channel } from './channels.ts';
import type {
  changePolicy,
  declareChannels,
  fillSeat,
  OrganisationKind,
  onboardOrganisation,
  Person,
  registerPeople,
  revokeFeeds,
  vacateSeat,
} from './commands.ts';
import { DEFAULT_POLICY, type Policy } from './policy.ts';

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
  | DomainEvent<'PolicyChanged', z.infer<typeof changePolicy>>
  | DomainEvent<'DutyRulesChanged', z.infer<typeof changeDutyRules>>
  | DomainEvent<'ChannelsDeclared', z.infer<typeof declareChannels>>
  | DomainEvent<'FeedsRevoked', z.infer<typeof revokeFeeds>>;

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
      return {
        ...state,
        seats: state.seats.map((seat) => (isSameOpenSeat(seat, event.data) ? { ...seat, until } : seat)),
      };
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
  }
}

export type SeatIdentity = Pick<Seat, 'body' | 'position' | 'person'>;

export function isSameOpenSeat(seat: Seat, other: SeatIdentity): boolean {
  return (
    seat.until === undefined &&
    seat.body === other.body &&
    seat.position === other.position &&
    seat.person === other.person
  );
}
