import type { Errand } from '../item/waits.ts';
import type { OrganisationId } from '../kernel/scope.ts';
import type { Day, Instant } from '../kernel/time.ts';
import { endOfDay } from '../kernel/time.ts';
import { maskText, screenText } from '../screening/screen.ts';
import type { Channel, Outcome, Speaker } from './commands.ts';
import { type Feedback, type FeedbackStage, stageOf } from './state.ts';

export const FEEDBACK_TASKS = {
  'assign-feedback': '分办意见',
  'answer-feedback': '答复意见',
  'close-feedback': '办结意见',
} as const;
type FeedbackTaskKind = keyof typeof FEEDBACK_TASKS;

/** An opinion in a list, for those who work on it. Holds no name and no clear personal data. */
export interface FeedbackCard {
  readonly id: string;
  readonly organisation: OrganisationId;
  readonly item?: string;
  /** The beginning of the text, personal data masked. */
  readonly excerpt: string;
  readonly signed: boolean;
  readonly speaker: Speaker;
  readonly channel: Channel;
  readonly receivedAt: Instant;
  readonly stage: FeedbackStage;
  readonly owner?: string;
  readonly dueOn: Day;
  readonly overdue: boolean;
  readonly outcome?: Outcome;
  readonly waits: readonly Errand<FeedbackTaskKind>[];
}

const EXCERPT = 60;

export function feedbackCardOf(
  feedback: Feedback,
  { id, organisation }: Pick<FeedbackCard, 'id' | 'organisation'>,
): FeedbackCard {
  const { item, text, from, speaker, channel, receivedAt, owner, dueOn, overdue, answer } = feedback;
  return {
    id,
    organisation,
    ...(item !== undefined && { item }),
    excerpt: excerptOf(text),
    signed: from.kind === 'signed',
    speaker,
    channel,
    receivedAt,
    stage: stageOf(feedback),
    ...(owner !== undefined && { owner }),
    dueOn,
    overdue,
    ...(answer && { outcome: answer.outcome }),
    waits: feedbackWaitsOf(feedback),
  };
}

function excerptOf(text: string): string {
  const masked = [...maskText(text, screenText(text, 'text')).replace(/\s+/g, ' ')];
  return masked.length > EXCERPT ? `${masked.slice(0, EXCERPT).join('')}…` : masked.join('');
}

function feedbackWaitsOf(feedback: Feedback): readonly Errand<FeedbackTaskKind>[] {
  const { receivedAt, assignedAt = receivedAt, owner, dueOn, answer, closed } = feedback;
  if (closed) return [];
  if (answer) return [{ kind: 'close-feedback', since: answer.at }];
  const due = endOfDay(dueOn);
  if (owner === undefined) return [{ kind: 'assign-feedback', since: receivedAt, due }];
  return [{ kind: 'answer-feedback', people: [owner], since: assignedAt, due }];
}
