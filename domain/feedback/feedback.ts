import type { Decider } from '../kernel/decider.ts';
import { answer, close, moderate, promote, reopen } from './answering.ts';
import type { FeedbackCommand, FeedbackCommandType } from './commands.ts';
import type { FeedbackEvent } from './events.ts';
import { add, leave } from './leaving.ts';
import { demand, report, verify } from './rectifying.ts';
import { refuse } from './refusals.ts';
import { assign, classify, merge, raise, takeDuplicate } from './routing.ts';
import { type FeedbackState, feedbackHistory } from './state.ts';
import { nextDue, passTime } from './waiting.ts';

/** 意见建议: received, given an owner and a day, answered with an outcome, put right where it has to be, closed. */
export const feedbackDecider: Decider<FeedbackCommand, FeedbackEvent, FeedbackState> = {
  ...feedbackHistory,
  decide,
  nextDue,
};

/** What may still be done with an opinion that was closed. */
const AFTER_CLOSING: ReadonlySet<FeedbackCommandType> = new Set([
  'ReopenFeedback',
  'ModerateFeedback',
  'PromoteFeedback',
  'TakeDuplicate',
]);

/** What may still be done with an opinion that is handled with another one. */
const AFTER_MERGING: ReadonlySet<FeedbackCommandType> = new Set(['AddToFeedback', 'ModerateFeedback']);

function decide(command: FeedbackCommand, state: FeedbackState): readonly FeedbackEvent[] {
  if (command.type === 'LeaveFeedback') {
    if (state) refuse('feedback-exists');
    return leave(command);
  }
  const feedback = state ?? refuse('feedback-unknown');
  if (command.type === 'TimePassed') return passTime(command, feedback);
  if (feedback.closed && !AFTER_CLOSING.has(command.type)) refuse('feedback-closed');
  if (feedback.into !== undefined && !AFTER_MERGING.has(command.type)) refuse('feedback-merged');
  switch (command.type) {
    case 'AddToFeedback':
      return add(command, feedback);
    case 'ClassifyFeedback':
      return classify(command, feedback);
    case 'MergeFeedback':
      return merge(command, feedback);
    case 'TakeDuplicate':
      return takeDuplicate(command, feedback);
    case 'AssignFeedback':
      return assign(command, feedback);
    case 'RaiseFeedback':
      return raise(command, feedback);
    case 'AnswerFeedback':
      return answer(command, feedback);
    case 'ModerateFeedback':
      return moderate(command, feedback);
    case 'RequireRectification':
      return demand(command, feedback);
    case 'ReportRectification':
      return report(command, feedback);
    case 'VerifyRectification':
      return verify(command, feedback);
    case 'CloseFeedback':
      return close(command, feedback);
    case 'ReopenFeedback':
      return reopen(command, feedback);
    case 'PromoteFeedback':
      return promote(command, feedback);
  }
}
