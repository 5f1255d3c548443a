import { personalData } from '../screening/personal-data.ts';
import { answerClock, closingDay } from './clocks.ts';
import type { FeedbackCommand, FeedbackCommandOf } from './commands.ts';
import type { FeedbackEvent, Left } from './events.ts';
import { isLeader, isOffice, isOwner, requireOffice, requireVoice, triagerAt } from './handlers.ts';
import { refuse } from './refusals.ts';
import { type Feedback, isRectifying } from './state.ts';
import { isAdopted } from './vocabulary.ts';

export function answer(
  command: FeedbackCommandOf<'AnswerFeedback'>,
  feedback: Feedback,
): readonly FeedbackEvent[] {
  if (!isOwner(command, feedback) && !isOffice(command) && !isLeader(command, feedback))
    refuse('answer-not-yours');
  if (feedback.answer) refuse('already-answered');
  checkAnswer(command.data, feedback, command);
  return [{ type: 'FeedbackAnswered', data: { ...command.data, closesOn: closingDay(command) } }];
}

type AnswerData = FeedbackCommandOf<'AnswerFeedback'>['data'];

/**
 * An answer is disclosed, so it holds no personal data. What somebody proposed to disclose is answered by the item in
 * which it was disclosed, secrecy review and all, or by a refusal with its reasons (QS-11).
 */
export function checkAnswer(
  { text, outcome, disclosure }: AnswerData,
  { kind }: Pick<Left, 'kind'>,
  { facts }: FeedbackCommand,
): void {
  const count = personalData(text, 'text').length;
  if (count > 0) refuse('answer-holds-personal-data', { field: 'text', count });
  const needsItem = kind === 'proposal' && isAdopted(outcome);
  if ((needsItem || disclosure !== undefined) && !facts.isDisclosed)
    refuse('disclosure-missing', { field: 'disclosure' });
}

export function close(
  command: FeedbackCommandOf<'CloseFeedback'>,
  feedback: Feedback,
): readonly FeedbackEvent[] {
  requireOffice(command);
  const { reason, audience } = command.data;
  if (isRectifying(feedback)) refuse('rectification-open');
  if (!feedback.answer && feedback.from.kind !== 'anonymous') refuse('answer-missing');
  if (!feedback.answer && !reason) refuse('reason-missing', { field: 'reason' });
  if (audience !== undefined && feedback.item !== undefined)
    refuse('audience-of-item', { field: 'audience' });
  return [{ type: 'FeedbackClosed', data: command.data }];
}

/** Once, by whoever left it or by the office, under a fresh clock. */
export function reopen(
  command: FeedbackCommandOf<'ReopenFeedback'>,
  feedback: Feedback,
): readonly FeedbackEvent[] {
  requireVoice(command, feedback);
  if (!feedback.closed) refuse('feedback-open');
  if (feedback.reopened) refuse('reopened-already');
  const { dueOn, steps } = answerClock(command);
  const reopened: FeedbackEvent = {
    type: 'FeedbackReopened',
    data: { reason: command.data.reason, dueOn, steps },
  };
  if (feedback.owner !== undefined) return [reopened];
  // Its first day is long over.
  const owner = triagerAt(command.facts, command.now);
  return [reopened, { type: 'FeedbackAssigned', data: { owner, dueOn } }];
}

/** What a stranger wrote is shown to nobody until somebody of the office has read it, masked and with a reason. */
export function moderate(
  command: FeedbackCommandOf<'ModerateFeedback'>,
  { moderated }: Feedback,
): readonly FeedbackEvent[] {
  requireOffice(command);
  const { shown, reason } = command.data;
  const isSame = moderated?.shown === shown && moderated.reason === reason;
  return isSame ? [] : [{ type: 'FeedbackModerated', data: command.data }];
}

export function promote(
  command: FeedbackCommandOf<'PromoteFeedback'>,
  { answer: answered, closed, promoted }: Feedback,
): readonly FeedbackEvent[] {
  requireOffice(command);
  if (!closed || !answered) refuse('not-settled');
  if (promoted === command.data.item) return [];
  if (promoted !== undefined) refuse('promoted-already');
  return [{ type: 'FeedbackPromoted', data: command.data }];
}
