import { earliest, nextStepAt, stepReached } from '../duty/climb.ts';
import { endOfDay, type Instant } from '../kernel/time.ts';
import { firstDayEnd } from './clocks.ts';
import type { FeedbackCommandOf } from './commands.ts';
import type { FeedbackEvent, Owed } from './events.ts';
import { triagerAt } from './handlers.ts';
import { type Feedback, type FeedbackState, isRectifying } from './state.ts';

/**
 * What time brings: an owner at the end of the first day, the highest step of each ladder that was reached and not spoken
 * of yet, and the end of what was answered and left at that. An opinion that was merged waits with the other one.
 */
export function passTime(
  { now, facts }: FeedbackCommandOf<'TimePassed'>,
  feedback: Feedback,
): readonly FeedbackEvent[] {
  if (!isWaiting(feedback)) return [];
  const owned: FeedbackEvent[] =
    lacksOwner(feedback) && firstDayEnd(feedback) <= now
      ? [{ type: 'FeedbackAssigned', data: { owner: triagerAt(facts, now), dueOn: feedback.dueOn } }]
      : [];
  const end = endsAt(feedback);
  const ended: FeedbackEvent[] =
    end !== undefined && end <= now ? [{ type: 'FeedbackClosed', data: {} }] : [];
  return [...owned, ...owedBy(feedback).flatMap((owed) => spokenOf(owed, feedback, now)), ...ended];
}

/** When something happens by itself next: at that instant `TimePassed` is never in vain. */
export function nextDue(feedback: FeedbackState): Instant | undefined {
  if (!feedback || !isWaiting(feedback)) return undefined;
  const end = endsAt(feedback);
  return earliest(
    lacksOwner(feedback) ? firstDayEnd(feedback) : undefined,
    ...owedBy(feedback).map((owed) => nextStepAt(feedback.climbs[owed])),
    end,
  );
}

const isWaiting = ({ closed, into }: Feedback): boolean => !closed && into === undefined;

const lacksOwner = ({ owner, answer }: Feedback): boolean => owner === undefined && !answer;

/** What is still owed; nothing of it is spoken of again once it is given. */
const owedBy = (feedback: Feedback): readonly Owed[] => [
  ...(feedback.answer ? [] : (['answer'] as const)),
  ...(isRectifying(feedback) ? (['rectification'] as const) : []),
];

function endsAt(feedback: Feedback): Instant | undefined {
  const { answer, closesOn } = feedback;
  return answer && closesOn !== undefined && !isRectifying(feedback) ? endOfDay(closesOn) : undefined;
}

const TYPES = {
  'due-soon': 'FeedbackDueSoon',
  overdue: 'FeedbackOverdue',
  escalated: 'FeedbackEscalated',
} as const;

function spokenOf(owed: Owed, feedback: Feedback, now: Instant): readonly FeedbackEvent[] {
  const reached = stepReached(feedback.climbs[owed], now);
  if (!reached) return [];
  const { step, says } = reached;
  const type = TYPES[says];
  if (type !== 'FeedbackOverdue') return [{ type, data: { owed, step } }];
  const dueOn = owed === 'answer' ? feedback.dueOn : (feedback.rectification?.dueOn ?? feedback.dueOn);
  return [{ type, data: { owed, step, dueOn } }];
}
