import type * as z from 'zod/mini';
import type { changeDutyRules } from '../duty/commands-schema.ts';
import { refuse as refuseDuty } from '../duty/refusals.ts';
import { belowFloor } from '../duty/rules.ts';
import type { DutyRules } from '../duty/rules-schema.ts';
import type { Command, Decider } from '../kernel/decider.ts';
import { refuse as refuseInput } from '../kernel/refusal.ts';
import type { Day } from '../kernel/time.ts';
import type { Seat } from './body.ts';
import type {
  changePolicy,
  declareChannels,
  fillSeat,
  onboardOrganisation,
  registerPeople,
  revokeFeeds,
  vacateSeat,
} from './commands.ts';
import {
  isOnRoster,
  isSameOpenSeat,
  type Organisation,
  type OrganisationEvent,
  type OrganisationState,
  organisationHistory,
  type SeatIdentity,
} from './organisation.ts';
import type { Policy } from './policy.ts';
import { refuse } from './refusals.ts';

/** What the shell has already established about who asks. */
export interface OrganisationFacts {
  /** True for the superior's office, and for the organisation's own office once it exists. */
  readonly mayAdminister: boolean;
  /** Policy of the superior organisation: the floor. */
  readonly floor?: Policy;
  /** Its rules on duties, which are a floor as well. */
  readonly floorRules?: DutyRules;
}

type Cmd<Type extends string, Schema extends z.ZodMiniType> = Command<
  Type,
  z.infer<Schema>,
  OrganisationFacts
>;
export type OrganisationCommand =
  | Cmd<'OnboardOrganisation', typeof onboardOrganisation>
  | Cmd<'RegisterPeople', typeof registerPeople>
  | Cmd<'FillSeat', typeof fillSeat>
  | Cmd<'VacateSeat', typeof vacateSeat>
  | Cmd<'ChangePolicy', typeof changePolicy>
  | Cmd<'ChangeDutyRules', typeof changeDutyRules>
  | Cmd<'DeclareChannels', typeof declareChannels>
  | Cmd<'RevokeFeeds', typeof revokeFeeds>;

export const organisationDecider: Decider<OrganisationCommand, OrganisationEvent, OrganisationState> = {
  ...organisationHistory,
  decide,
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
    case 'ChangeDutyRules':
      checkRules(command.data.rules, command.facts.floorRules);
      return [{ type: 'DutyRulesChanged', data: command.data }];
    case 'DeclareChannels':
      return sameChannels(organisation.channels, command.data.channels)
        ? []
        : [{ type: 'ChannelsDeclared', data: command.data }];
    case 'RevokeFeeds':
      return [{ type: 'FeedsRevoked', data: command.data }];
  }
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
  const limits = {
    days: floor.minimumDisplayDays,
    answerDays: floor.feedbackAnswerDays,
    windowDays: floor.feedbackWindowDays ?? 0,
  };
  if (policy.minimumDisplayDays < limits.days)
    refuse('policy-below-floor', { field: 'policy.minimumDisplayDays', ...limits });
  if (policy.feedbackAnswerDays > limits.answerDays)
    refuse('policy-below-floor', { field: 'policy.feedbackAnswerDays', ...limits });
  if (policy.feedbackWindowDays !== undefined && policy.feedbackWindowDays < limits.windowDays)
    refuse('policy-below-floor', { field: 'policy.feedbackWindowDays', ...limits });
}

function checkRules(rules: DutyRules, floor: DutyRules | undefined): void {
  const field = floor && belowFloor(rules, floor);
  if (field !== undefined) refuseDuty('rules-below-floor', { field });
}

const sameChannels = (known: readonly string[], declared: readonly string[]): boolean =>
  known.length === declared.length && declared.every((channel) => known.includes(channel));
