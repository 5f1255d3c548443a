import { personalData } from '../item/prose.ts';
import type { Actor, Decider } from '../kernel/decider.ts';
import { addDays, dayOf, endOfDay, type Instant } from '../kernel/time.ts';
import { holders, requireSeat } from '../organisation/authority.ts';
import { isOnRoster } from '../organisation/organisation.ts';
import { strictest } from '../organisation/policy.ts';
import type { FeedbackCommand, FeedbackCommandOf } from './commands.ts';
import { refuse } from './refusals.ts';
import { type Feedback, type FeedbackEvent, type FeedbackState, feedbackHistory } from './state.ts';

/** 意见建议: received, given an owner and a day, answered with an outcome, closed. */
export const feedbackDecider: Decider<FeedbackCommand, FeedbackEvent, FeedbackState> = {
  ...feedbackHistory,
  decide,
  nextDue,
};

function decide(command: FeedbackCommand, state: FeedbackState): readonly FeedbackEvent[] {
  if (command.type === 'LeaveFeedback') {
    if (state) refuse('feedback-exists');
    return leave(command);
  }
  const feedback = state ?? refuse('feedback-unknown');
  if (command.type === 'TimePassed') return passTime(feedback, command.now);
  if (feedback.closed) refuse('feedback-closed');
  switch (command.type) {
    case 'AssignFeedback':
      return assign(command, feedback);
    case 'AnswerFeedback':
      return answer(command, feedback);
    case 'CloseFeedback':
      return close(command, feedback);
  }
}

function nextDue(feedback: FeedbackState): Instant | undefined {
  if (!feedback || feedback.overdue || feedback.answer || feedback.closed) return undefined;
  return endOfDay(feedback.dueOn);
}

function passTime(feedback: Feedback, now: Instant): readonly FeedbackEvent[] {
  const due = nextDue(feedback);
  return due !== undefined && due <= now
    ? [{ type: 'FeedbackOverdue', data: { dueOn: feedback.dueOn } }]
    : [];
}

function leave(command: FeedbackCommandOf<'LeaveFeedback'>): readonly FeedbackEvent[] {
  const { actor, data, now } = command;
  if (data.channel !== 'online') requireOffice(command);
  else if (data.from.kind === 'anonymous' && actor.kind === 'person') refuse('anonymity-broken');
  const isNamed = data.channel === 'online' && actor.kind === 'person';
  if (data.from.kind === 'signed' && data.from.name === undefined && !isNamed)
    refuse('name-missing', { field: 'from.name' });
  const dueOn = addDays(dayOf(now), answerDays(command));
  return [{ type: 'FeedbackReceived', data: { ...data, dueOn } }];
}

/** By the office, or by the function that finds whoever is accountable for the item. */
function assign(command: FeedbackCommandOf<'AssignFeedback'>, feedback: Feedback): readonly FeedbackEvent[] {
  const { actor, data, facts } = command;
  if (actor.kind === 'person') requireOffice(command);
  if (feedback.answer) refuse('already-answered');
  const { owner, dueOn = feedback.dueOn } = data;
  if (!isOnRoster(facts.organisation, owner))
    refuse('owner-not-on-roster', { field: 'owner', person: owner });
  if (data.dueOn !== undefined) checkDueDay(data.dueOn, command, feedback);
  if (owner === feedback.owner && dueOn === feedback.dueOn) return [];
  return [{ type: 'FeedbackAssigned', data: { owner, dueOn } }];
}

/** Passing it on to somebody else does not buy time, unless the day has gone by already. */
function checkDueDay(dueOn: string, command: FeedbackCommandOf<'AssignFeedback'>, feedback: Feedback): void {
  const earliest = dayOf(command.now);
  const last = feedback.owner === undefined ? addDays(earliest, answerDays(command)) : feedback.dueOn;
  const latest = [earliest, last].toSorted().at(-1) ?? last;
  if (dueOn < earliest || dueOn > latest)
    refuse('due-day-out-of-range', { field: 'dueOn', earliest, latest });
}

function answer(command: FeedbackCommandOf<'AnswerFeedback'>, feedback: Feedback): readonly FeedbackEvent[] {
  if (!isOwner(command.actor, feedback) && !isOffice(command)) refuse('answer-not-yours');
  if (feedback.answer) refuse('already-answered');
  const count = personalData(command.data.text, 'text').length;
  if (count > 0) refuse('answer-holds-personal-data', { field: 'text', count });
  return [{ type: 'FeedbackAnswered', data: command.data }];
}

function close(command: FeedbackCommandOf<'CloseFeedback'>, feedback: Feedback): readonly FeedbackEvent[] {
  requireOffice(command);
  if (!feedback.answer && feedback.from.kind === 'signed') refuse('answer-missing');
  if (!feedback.answer && !command.data.reason) refuse('reason-missing', { field: 'reason' });
  return [{ type: 'FeedbackClosed', data: command.data }];
}

const answerDays = ({ facts }: FeedbackCommand): number =>
  strictest(facts.organisation.policy, facts.superior?.policy).feedbackAnswerDays;

const isOwner = (actor: Actor, { owner }: Feedback): boolean =>
  actor.kind === 'person' && actor.person === owner;

function isOffice({ actor, facts: { organisation }, now }: FeedbackCommand): boolean {
  return (
    actor.kind === 'person' && holders(organisation, organisation.policy.proposers, now).has(actor.person)
  );
}

function requireOffice({ actor, facts: { organisation }, now }: FeedbackCommand): void {
  requireSeat(actor, organisation, organisation.policy.proposers, now);
}
