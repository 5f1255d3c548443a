import { dayOf, type Instant } from '../kernel/time.ts';
import { requireSeat } from '../organisation/authority.ts';
import { feedbackWindowOf, strictest } from '../organisation/policy.ts';
import type { ItemCommandOf, ItemFacts, Meeting } from './commands.ts';
import { requireHeard } from './consulting.ts';
import { deciderOf, pendingSteps, requireDecider } from './deciders.ts';
import { checkDisplay } from './drafting.ts';
import type { ItemEvent } from './events.ts';
import { audiencesOnline, goesToOfficeSystem } from './online.ts';
import { requireDecided } from './procedure.ts';
import { refuse } from './refusals.ts';
import { requireStage } from './stage.ts';
import type { Item, Version } from './state.ts';

/** Passes the next step of the approval chain; the last one approves the item, or withholds it if so proposed. */
export function approve(command: ItemCommandOf<'ApproveItem'>, item: Item): readonly ItemEvent[] {
  const version = requireStage(item, 'reviewed');
  const { facts, now, data } = command;
  const [step, ...later] = pendingSteps(version, facts.organisation);
  if (!step) throw new Error('an approval chain has at least one step');
  const decider = deciderOf(step, version, facts, now);
  requireDecider(command, version, decider);
  requireReady(version, facts, now);
  if (step.step === 'enlarged-meeting') requireCarried(data.meeting, now);
  const passed: ItemEvent = {
    type: 'ApprovalStepPassed',
    data: {
      step: step.step,
      forSuperior: decider.isSuperior,
      ...(data.meeting && { meeting: data.meeting }),
    },
  };
  if (later.length > 0) return [passed];
  const { organisation, superior } = facts;
  const { minimumDisplayDays } = strictest(organisation.policy, superior?.policy);
  const feedbackWindowDays = feedbackWindowOf(organisation.policy, superior?.policy);
  const releasesOnline = audiencesOnline(version.content, facts.vocabulary);
  const approved: ItemEvent = {
    type: 'ItemApproved',
    data: {
      releasesOnline,
      minimumDisplayDays,
      ...(feedbackWindowDays > 0 && { feedbackWindowDays }),
      ...(goesToOfficeSystem(version.content, releasesOnline, facts.vocabulary) && { officeSystem: true }),
    },
  };
  return version.content.withheld
    ? [passed, approved, { type: 'ItemWithheld', data: {} }]
    : [passed, approved];
}

export function escalate(command: ItemCommandOf<'EscalateItem'>, item: Item): readonly ItemEvent[] {
  const version = requireStage(item, 'reviewed');
  const { organisation, superior } = command.facts;
  const { approvalChains, reviewers } = organisation.policy;
  const deciders = approvalChains[version.content.matter].flatMap((step) => step.by);
  requireSeat(command.actor, organisation, [...reviewers, ...deciders], command.now);
  if (version.escalated) refuse('already-escalated');
  if (!superior) refuse('no-superior');
  return [{ type: 'ItemEscalated', data: command.data }];
}

function requireReady(version: Version, facts: ItemFacts, now: Instant): void {
  const open = version.findings?.filter((finding) => !finding.settled) ?? [];
  if (open.length > 0) refuse('findings-open', { count: open.length });
  requireHeard(version, now);
  requireDecided(version.content, facts);
  checkDisplay(version.content, facts, now);
}

function requireCarried(meeting: Meeting | undefined, now: Instant): void {
  const { heldOn, present, yes, no, abstain } = meeting ?? refuse('meeting-missing', { field: 'meeting' });
  if (heldOn > dayOf(now)) refuse('day-in-future', { field: 'meeting.heldOn' });
  if (yes + no + abstain !== present) refuse('votes-do-not-add-up', { field: 'meeting', present });
  if (yes * 2 <= present) refuse('vote-not-carried', { field: 'meeting.yes' });
}
