import { dueAfter } from '../../calendar/due-date.ts';
import { earliest, nextStepAt, stepReached, stepsBy } from '../../duty/climb.ts';
import type { Decider } from '../../kernel/decider.ts';
import { type Day, dayOf, endOfDay, type Instant } from '../../kernel/time.ts';
import { requireSeat } from '../../organisation/authority.ts';
import { isOnRoster } from '../../organisation/organisation.ts';
import { strictest } from '../../organisation/policy.ts';
import { requireSupervisor, sourceFor } from '../inspectors.ts';
import { refuse } from '../refusals.ts';
import { requireStep } from '../steps.ts';
import { type Source, sourceOfVoice } from '../vocabulary.ts';
import { checkWords } from '../words.ts';
import type { FollowUpCommand, FollowUpCommandOf } from './commands.ts';
import { type FollowUp, type FollowUpEvent, type FollowUpState, followUpHistory, isOpen } from './state.ts';

/** 督办: a suggestion is answered by a day, an order is met by a day, proved, and verified by somebody else (HZ-42, ZH-13). */
export const followUpDecider: Decider<FollowUpCommand, FollowUpEvent, FollowUpState> = {
  ...followUpHistory,
  decide,
  nextDue,
};

/** The end of its day, until that was said once, and each step of the ladder. */
function nextDue(followUp: FollowUpState): Instant | undefined {
  if (!followUp || !isOpen(followUp)) return undefined;
  return earliest(lateAt(followUp), nextStepAt(followUp));
}

const lateAt = ({ overdue, dueOn }: FollowUp): Instant | undefined => (overdue ? undefined : endOfDay(dueOn));

function passTime(now: Instant, followUp: FollowUp): readonly FollowUpEvent[] {
  if (!isOpen(followUp)) return [];
  const { dueOn } = followUp;
  const late = lateAt(followUp);
  const rung = stepReached(followUp, now);
  return [
    ...(late !== undefined && late <= now ? [{ type: 'FollowUpOverdue', data: { dueOn } } as const] : []),
    ...(rung ? [{ type: 'LadderStepReached', data: { ...rung, dueOn } } as const] : []),
  ];
}

function decide(command: FollowUpCommand, state: FollowUpState): readonly FollowUpEvent[] {
  if (command.type === 'FileSuggestion' || command.type === 'OrderRectification') {
    if (state) refuse('follow-up-exists');
    return command.type === 'FileSuggestion' ? suggest(command) : order(command);
  }
  const followUp = state ?? refuse('follow-up-unknown');
  if (command.type === 'TimePassed') return passTime(command.now, followUp);
  if (!isOpen(followUp)) refuse('follow-up-closed');
  switch (command.type) {
    case 'AnswerSuggestion':
      return answer(command, followUp);
    case 'ReportFollowUp':
      return report(command, followUp);
    case 'VerifyFollowUp':
      return verify(command, followUp);
    case 'WithdrawFollowUp':
      requireSame(command, followUp);
      return [{ type: 'FollowUpWithdrawn', data: command.data }];
  }
}

function suggest(command: FollowUpCommandOf<'FileSuggestion'>): readonly FollowUpEvent[] {
  const { data } = command;
  const { dueOn = usualDay(command) } = data;
  const source = data.onBehalf && sourceOfVoice(data.onBehalf.of);
  return [{ type: 'SuggestionFiled', data: { ...data, ...issue(command, dueOn, source) } }];
}

function order(command: FollowUpCommandOf<'OrderRectification'>): readonly FollowUpEvent[] {
  const { data, facts } = command;
  const issued = issue(command, data.dueOn);
  if (!isOnRoster(facts.organisation, data.owner)) refuse('owner-elsewhere', { field: 'owner' });
  return [{ type: 'RectificationOrdered', data: { ...data, ...issued } }];
}

/** What both kinds need to be put to an organisation at all. */
function issue(
  { actor, data, facts, now }: FollowUpCommandOf<'FileSuggestion' | 'OrderRectification'>,
  dueOn: Day,
  source?: Source,
) {
  const { person, standing } = requireSupervisor(actor, facts, now);
  if (dueOn <= dayOf(now)) refuse('follow-up-due-past', { field: 'dueOn' });
  if (data.visit !== undefined && !facts.followsVisit) refuse('visit-elsewhere', { field: 'visit' });
  requireStep(data.about, facts.steps);
  checkWords('text', data.text);
  const steps = stepsBy(dueOn, facts, now);
  return { dueOn, steps, standing, source: source ?? sourceFor(person, facts, now) };
}

function usualDay({ facts, now }: FollowUpCommandOf<'FileSuggestion'>): Day {
  const days = strictest(facts.organisation.policy, facts.superior?.policy).feedbackAnswerDays;
  return dueAfter({ from: dayOf(now), days, counting: 'working' }, facts.calendar).due;
}

function answer(
  { actor, data, facts, now }: FollowUpCommandOf<'AnswerSuggestion'>,
  { kind, issued }: FollowUp,
): readonly FollowUpEvent[] {
  const person = requireSeat(actor, facts.organisation, facts.organisation.policy.proposers, now);
  if (kind !== 'suggestion') refuse('follow-up-other-kind');
  if (person === issued.by) refuse('follow-up-own');
  checkWords('text', data.text);
  return [{ type: 'SuggestionAnswered', data }];
}

function report(
  { actor, data }: FollowUpCommandOf<'ReportFollowUp'>,
  { kind, owner }: FollowUp,
): readonly FollowUpEvent[] {
  if (kind !== 'rectification') refuse('follow-up-other-kind');
  if (actor.kind !== 'person' || actor.person !== owner) refuse('follow-up-not-yours');
  checkWords('proof', data.proof);
  return [{ type: 'FollowUpReported', data }];
}

function verify(command: FollowUpCommandOf<'VerifyFollowUp'>, followUp: FollowUp): readonly FollowUpEvent[] {
  if (followUp.kind !== 'rectification') refuse('follow-up-other-kind');
  const person = requireSame(command, followUp);
  if (followUp.stage !== 'reported') refuse('follow-up-unreported');
  if (person === followUp.owner) refuse('follow-up-own');
  const { ok, note } = command.data;
  checkWords('note', note);
  return [{ type: ok ? 'FollowUpVerified' : 'FollowUpReturned', data: { note } }];
}

/** Somebody who supervises from where it came. */
function requireSame({ actor, facts, now }: FollowUpCommand, { standing }: FollowUp): string {
  return requireSupervisor(actor, facts, now, standing).person;
}
