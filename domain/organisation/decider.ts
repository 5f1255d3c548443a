import type * as z from 'zod/mini';
import type { changeDutyRules } from '../duty/commands-schema.ts';
import type { DutyRules } from '../duty/rules-schema.ts';
import type { Command, Decider } from '../kernel/decider.ts';
import { refuse as refuseInput } from '../kernel/refusal.ts';
import { dayOf } from '../kernel/time.ts';
import type {
  changePolicy,
  declareChannels,
  fillSeat,
  onboardOrganisation,
  registerPeople,
  revokeFeeds,
  vacateSeat,
} from './commands.ts';
import type { OrganisationKind } from './kinds.ts';
import { activate, copyScheme, designatePilot, merge, onboard, resume, suspend } from './life.ts';
import type * as lifeCommands from './life-commands.ts';
import { move } from './moving.ts';
import {
  isOnRoster,
  type Organisation,
  type OrganisationEvent,
  type OrganisationState,
  organisationHistory,
} from './organisation.ts';
import type { Policy } from './policy.ts';
import { checkPolicy, checkRules } from './policy-checks.ts';
import { refuse } from './refusals.ts';
import { checkLayout, checkSeat, checkVacated } from './seating.ts';
import { requireOpen } from './standing.ts';

/** What the shell has already established about who asks, and about the organisations around. */
export interface OrganisationFacts {
  /** True for the superior's office, and for the organisation's own office once it exists. */
  readonly mayAdminister: boolean;
  /** True for the superior's office alone. */
  readonly mayOversee?: boolean;
  /** Policy of the superior organisation: the floor. */
  readonly floor?: Policy;
  /** Its rules on duties, which are a floor as well. */
  readonly floorRules?: DutyRules;
  /** Of the superior that a new organisation is to stand under. */
  readonly superiorKind?: OrganisationKind;
  /** The organisation whose way of working is taken over: a pilot, or the origin. */
  readonly source?: Organisation;
  /** The organisation that is to take over the work of this one. */
  readonly successor?: Organisation;
  /** Where a move is to lead; undefined when there is no such organisation. */
  readonly destination?: Organisation;
  /** The destination is the organisation itself, or stands below it. */
  readonly leadsInside?: boolean;
  /** True for the office of an organisation above both the present superior and the new one, or that is the new one. */
  readonly mayMove?: boolean;
  /** What waits for somebody here; of a merger only. */
  readonly openWork?: number;
  /** Organisations right below that are not closed; of a merger only. */
  readonly subordinates?: number;
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
  | Cmd<'LayOutBody', typeof lifeCommands.layOutBody>
  | Cmd<'ChangePolicy', typeof changePolicy>
  | Cmd<'ChangeDutyRules', typeof changeDutyRules>
  | Cmd<'DeclareChannels', typeof declareChannels>
  | Cmd<'RevokeFeeds', typeof revokeFeeds>
  | Cmd<'AssignResponsibilities', typeof lifeCommands.assignResponsibilities>
  | Cmd<'RecordRegulation', typeof lifeCommands.recordRegulation>
  | Cmd<'RepealRegulation', typeof lifeCommands.repealRegulation>
  | Cmd<'ActivateOrganisation', typeof lifeCommands.activateOrganisation>
  | Cmd<'SuspendOrganisation', typeof lifeCommands.suspendOrganisation>
  | Cmd<'ResumeOrganisation', typeof lifeCommands.resumeOrganisation>
  | Cmd<'MergeOrganisation', typeof lifeCommands.mergeOrganisation>
  | Cmd<'MoveOrganisation', typeof lifeCommands.moveOrganisation>
  | Cmd<'DesignatePilot', typeof lifeCommands.designatePilot>
  | Cmd<'CopyScheme', typeof lifeCommands.copyScheme>;
export type OrganisationCommandOf<Type extends OrganisationCommand['type']> = Extract<
  OrganisationCommand,
  { type: Type }
>;

export const organisationDecider: Decider<OrganisationCommand, OrganisationEvent, OrganisationState> = {
  ...organisationHistory,
  decide,
  nextDue: () => undefined,
};

function decide(command: OrganisationCommand, state: OrganisationState): readonly OrganisationEvent[] {
  const isNew = command.type === 'OnboardOrganisation';
  if (!command.facts.mayAdminister && command.type !== 'MoveOrganisation')
    refuseInput('not-permitted', { allowed: isNew ? '区党务公开办公室' : '上级或本级党务公开办公室' });
  if (isNew) {
    if (state) refuse('organisation-exists');
    return onboard(command);
  }
  const organisation = state ?? refuse('organisation-unknown');
  requireOpen(organisation);
  const today = dayOf(command.now);
  switch (command.type) {
    case 'RegisterPeople':
      return [{ type: 'PeopleRegistered', data: command.data }];
    case 'FillSeat':
      checkSeat(organisation, command.data);
      return [{ type: 'SeatFilled', data: command.data }];
    case 'VacateSeat':
      checkVacated(organisation, command.data, today);
      return [{ type: 'SeatVacated', data: command.data }];
    case 'LayOutBody':
      checkLayout(organisation, command.data.body, command.data, today);
      return [{ type: 'BodyLaidOut', data: command.data }];
    case 'ChangePolicy':
      checkPolicy(command.data.policy, organisation, command.facts.floor);
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
    case 'AssignResponsibilities':
      return assignResponsibilities(command, organisation);
    case 'RecordRegulation':
      return [{ type: 'RegulationRecorded', data: command.data }];
    case 'RepealRegulation':
      return repealRegulation(command, organisation);
    case 'ActivateOrganisation':
      return activate(command, organisation);
    case 'SuspendOrganisation':
      return suspend(command, organisation);
    case 'ResumeOrganisation':
      return resume(command, organisation);
    case 'MergeOrganisation':
      return merge(command);
    case 'MoveOrganisation':
      return move(command, organisation);
    case 'DesignatePilot':
      return designatePilot(command, organisation);
    case 'CopyScheme':
      return copyScheme(command, organisation);
  }
}

function assignResponsibilities(
  { data }: OrganisationCommandOf<'AssignResponsibilities'>,
  organisation: Organisation,
): readonly OrganisationEvent[] {
  for (const [tier, person] of Object.entries(data.tiers)) {
    if (!isOnRoster(organisation, person)) refuse('person-unknown', { field: `tiers.${tier}`, person });
  }
  return [{ type: 'ResponsibilitiesAssigned', data }];
}

function repealRegulation(
  { data }: OrganisationCommandOf<'RepealRegulation'>,
  { regulations = [] }: Organisation,
): readonly OrganisationEvent[] {
  if (!regulations.some(({ title }) => title === data.title))
    refuse('regulation-unknown', { field: 'title' });
  return [{ type: 'RegulationRepealed', data }];
}

const sameChannels = (known: readonly string[], declared: readonly string[]): boolean =>
  known.length === declared.length && declared.every((channel) => known.includes(channel));
