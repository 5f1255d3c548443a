import type * as z from 'zod';
import type { Command, Decider, DomainEvent } from '../kernel/decider.ts';
import { refuse as refuseInput } from '../kernel/refusal.ts';
import type { OrganisationId } from '../kernel/scope.ts';
import type { Day } from '../kernel/time.ts';
import type { Seat } from './body.ts';
import type {
  changePolicy,
  fillSeat,
  OrganisationKind,
  onboardOrganisation,
  Person,
  registerPeople,
  vacateSeat,
} from './commands.ts';
import { DEFAULT_POLICY, type Policy } from './policy.ts';
import { refuse } from './refusals.ts';

/** A tenant: the district office or a school's Party organisation, with its people, its bodies and its rules. */
export interface Organisation {
  readonly name: string;
  readonly shortName: string;
  readonly kind: OrganisationKind;
  readonly superior?: OrganisationId;
  readonly people: Readonly<Record<string, Person>>;
  readonly seats: readonly Seat[];
  readonly policy: Policy;
}

export type OrganisationState = Organisation | undefined;

/** True for a person whom the organisation has registered; names that every JavaScript object knows are none. */
export const isOnRoster = ({ people }: Pick<Organisation, 'people'>, person: string): boolean =>
  Object.hasOwn(people, person);

/** What the shell has already established about who asks. */
export interface OrganisationFacts {
  /** True for the superior's office, and for the organisation's own office once it exists. */
  readonly mayAdminister: boolean;
  /** Policy of the superior organisation: the floor. */
  readonly floor?: Policy;
}

type Cmd<Type extends string, Schema extends z.ZodType> = Command<Type, z.infer<Schema>, OrganisationFacts>;
export type OrganisationCommand =
  | Cmd<'OnboardOrganisation', typeof onboardOrganisation>
  | Cmd<'RegisterPeople', typeof registerPeople>
  | Cmd<'FillSeat', typeof fillSeat>
  | Cmd<'VacateSeat', typeof vacateSeat>
  | Cmd<'ChangePolicy', typeof changePolicy>;

export type OrganisationEvent =
  | DomainEvent<'OrganisationOnboarded', z.infer<typeof onboardOrganisation>>
  | DomainEvent<'PeopleRegistered', z.infer<typeof registerPeople>>
  | DomainEvent<'SeatFilled', z.infer<typeof fillSeat>>
  | DomainEvent<'SeatVacated', z.infer<typeof vacateSeat>>
  | DomainEvent<'PolicyChanged', z.infer<typeof changePolicy>>;

export const organisationDecider: Decider<OrganisationCommand, OrganisationEvent, OrganisationState> = {
  initial: undefined,
  decide,
  evolve,
  nextDue: () => undefined,
};

function decide(command: OrganisationCommand, state: OrganisationState): readonly OrganisationEvent[] {
  if (!command.facts.mayAdminister) refuseInput('not-permitted', { allowed: '上级或本级党务公开办公室' });
  if (command.type === 'OnboardOrganisation') {
    if (state) refuse('organisation-exists');
    return [{ type: 'OrganisationOnboarded', data: command.data }];
  }
  const organisation = state ?? refuse('organisation-unknown');
  switch (command.type) {
    case 'RegisterPeople':
      return [{ type: 'PeopleRegistered', data: command.data }];
    case 'FillSeat':
      checkSeat(organisation, command.data);
      return [{ type: 'SeatFilled', data: command.data }];
    case 'VacateSeat':
      checkVacated(organisation, command.data);
      return [{ type: 'SeatVacated', data: command.data }];
    case 'ChangePolicy':
      checkChains(command.data.policy, organisation);
      checkFloor(command.data.policy, command.facts.floor);
      return [{ type: 'PolicyChanged', data: command.data }];
  }
}

function evolve(state: OrganisationState, event: OrganisationEvent): OrganisationState {
  if (event.type === 'OrganisationOnboarded') {
    const { superior, ...named } = event.data;
    return { ...named, ...(superior && { superior }), people: {}, seats: [], policy: DEFAULT_POLICY };
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
  }
}

type SeatIdentity = Pick<Seat, 'body' | 'position' | 'person'>;

function isSameOpenSeat(seat: Seat, other: SeatIdentity): boolean {
  return (
    seat.until === undefined &&
    seat.body === other.body &&
    seat.position === other.position &&
    seat.person === other.person
  );
}

/** A leading group and its supervisors must be different people (DF-01). */
const RIVALS: Partial<Record<Seat['body'], Seat['body']>> = {
  'leading-group': 'supervision-group',
  'supervision-group': 'leading-group',
};

function checkSeat(organisation: Organisation, wanted: SeatIdentity & Pick<Seat, 'from'>): void {
  if (!isOnRoster(organisation, wanted.person))
    refuse('person-unknown', { field: 'person', person: wanted.person });
  const theirs = organisation.seats.filter((seat) => seat.person === wanted.person);
  if (theirs.some((seat) => isSameOpenSeat(seat, wanted))) refuse('seat-taken');
  const heldThen = theirs.filter((seat) => seat.until === undefined || wanted.from < seat.until);
  if (heldThen.some((seat) => seat.body === RIVALS[wanted.body]))
    refuse('supervisor-in-leading-group', { field: 'person' });
}

function checkVacated(organisation: Organisation, vacated: SeatIdentity & { until: Day }): void {
  const { from } =
    organisation.seats.find((seat) => isSameOpenSeat(seat, vacated)) ?? refuse('seat-not-held');
  if (vacated.until < from) refuse('seat-ends-before-it-begins', { field: 'until', from });
}

function checkChains({ approvalChains }: Policy, organisation: Organisation): void {
  for (const [matter, chain] of Object.entries(approvalChains)) {
    if (!organisation.superior && chain.some(({ step }) => step === 'superior'))
      refuse('chain-without-superior', { field: `policy.approvalChains.${matter}` });
  }
}

function checkFloor(policy: Policy, floor: Policy | undefined): void {
  if (!floor) return;
  const limits = { days: floor.minimumDisplayDays, answerDays: floor.feedbackAnswerDays };
  if (policy.minimumDisplayDays < limits.days)
    refuse('policy-below-floor', { field: 'policy.minimumDisplayDays', ...limits });
  if (policy.feedbackAnswerDays > limits.answerDays)
    refuse('policy-below-floor', { field: 'policy.feedbackAnswerDays', ...limits });
}
