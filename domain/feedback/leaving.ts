import { requireSeat } from '../organisation/authority.ts';
import { checkAnswer } from './answering.ts';
import { answerClock, closingDay } from './clocks.ts';
import type { FeedbackCommandOf } from './commands.ts';
import type { FeedbackEvent } from './events.ts';
import { leadersAt, requireOffice, requireVoice } from './handlers.ts';
import { refuse } from './refusals.ts';
import { assignedTo } from './routing.ts';
import type { Feedback } from './state.ts';

type Opinion = FeedbackCommandOf<'LeaveFeedback'>['data'];

/** One person may say more, but not without end. */
export const MOST_ADDITIONS = 5;

/** An opinion comes in. What was heard by phone or face to face may be settled in the same breath (JX-21). */
export function leave(command: FeedbackCommandOf<'LeaveFeedback'>): readonly FeedbackEvent[] {
  requireMayLeave(command);
  const { atOnce, ...left } = command.data;
  const clock = answerClock(command);
  const received: FeedbackEvent = { type: 'FeedbackReceived', data: { ...left, ...clock } };
  if (!atOnce) return [received];
  switch (atOnce.kind) {
    case 'answered': {
      const { kind: _, ...answer } = atOnce;
      checkAnswer(answer, left, command);
      return [received, { type: 'FeedbackAnswered', data: { ...answer, closesOn: closingDay(command) } }];
    }
    case 'raised':
      return [
        received,
        {
          type: 'FeedbackRaised',
          data: { reason: atOnce.reason, to: leadersAt(command.facts, command.now) },
        },
      ];
    case 'assigned': {
      const { kind: _, ...assignment } = atOnce;
      return [received, ...assignedTo(assignment, { dueOn: clock.dueOn }, command, 'atOnce.')];
    }
  }
}

function requireMayLeave(command: FeedbackCommandOf<'LeaveFeedback'>): void {
  const { actor, data, facts, now } = command;
  if (isProblem(data)) {
    requireBelow(command);
    return;
  }
  const isOnline = data.channel === 'online';
  if (data.onBehalf) requireSeat(actor, facts.organisation, [{ body: 'supervision-group' }], now);
  else if (!isOnline && !isMailed(command)) requireOffice(command);
  else if (data.from.kind === 'anonymous' && actor.kind === 'person') refuse('anonymity-broken');
  const isNamed = isOnline && actor.kind === 'person' && !data.onBehalf;
  if (data.from.kind === 'signed' && data.from.name === undefined && !isNamed)
    refuse('name-missing', { field: 'from.name' });
  if (isOnline && data.atOnce) refuse('at-once-in-person-only', { field: 'atOnce' });
  if (data.channel === 'phone' && !data.atOnce) refuse('call-outcome-missing', { field: 'atOnce' });
}

/** Taken in from the mailbox of the organisation, by nobody's hand. */
const isMailed = ({ actor, data }: FeedbackCommandOf<'LeaveFeedback'>): boolean =>
  actor.kind === 'system' && actor.name === 'mailbox' && data.channel === 'email' && !data.atOnce;

/** A problem is what an organisation brings before its superior, and nothing else is (XH-16). */
function isProblem({ kind, from, speaker, channel, item, onBehalf, atOnce }: Opinion): boolean {
  const marks = [kind === 'problem', from.kind === 'organisation', speaker === 'organisation'];
  if (!marks.includes(true)) return false;
  const isPlain = channel === 'online' && item === undefined && !onBehalf && !atOnce;
  if (marks.includes(false) || !isPlain) refuse('problem-malformed', { field: 'kind' });
  return true;
}

function requireBelow({ actor, facts, now }: FeedbackCommandOf<'LeaveFeedback'>): void {
  const below = facts.below ?? refuse('not-right-below', { field: 'from.organisation' });
  requireSeat(actor, below, below.policy.proposers, now);
}

export function add(
  command: FeedbackCommandOf<'AddToFeedback'>,
  feedback: Feedback,
): readonly FeedbackEvent[] {
  requireVoice(command, feedback);
  if (feedback.additions.length >= MOST_ADDITIONS) refuse('additions-full', { most: MOST_ADDITIONS });
  return [{ type: 'FeedbackAdded', data: command.data }];
}
