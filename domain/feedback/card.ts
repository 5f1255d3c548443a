import type { Errand } from '../item/waits.ts';
import type { OrganisationId } from '../kernel/scope.ts';
import type { Day, Instant } from '../kernel/time.ts';
import { endOfDay } from '../kernel/time.ts';
import { maskText } from '../screening/mask.ts';
import { screenText } from '../screening/screen.ts';
import { firstDayEnd } from './clocks.ts';
import { type Feedback, type FeedbackStage, isRectifying, stageOf } from './state.ts';
import type { Channel, FeedbackClass, Kind, Outcome, Voice } from './vocabulary.ts';

export const FEEDBACK_TASKS = {
  'assign-feedback': '分办意见',
  'decide-feedback': '阅批意见',
  'answer-feedback': '答复意见',
  'close-feedback': '办结意见',
  rectify: '整改并报告',
  'verify-rectification': '核验整改',
} as const;
type FeedbackTaskKind = keyof typeof FEEDBACK_TASKS;

/** An opinion in a list, for those who work on it. Holds no name and no clear personal data. */
export interface FeedbackCard {
  readonly id: string;
  readonly organisation: OrganisationId;
  readonly item?: string;
  /** Absent: an opinion. */
  readonly kind?: Kind;
  readonly class?: FeedbackClass;
  /** The beginning of the text, personal data masked. */
  readonly excerpt: string;
  readonly signed: boolean;
  /** The organisation that speaks, of a problem. */
  readonly below?: OrganisationId;
  readonly speaker: Voice;
  readonly channel: Channel;
  readonly receivedAt: Instant;
  readonly stage: FeedbackStage;
  readonly owner?: string;
  readonly department?: string;
  readonly dueOn: Day;
  readonly overdue: boolean;
  /** Put to the leader. */
  readonly raised?: true;
  /** Handled with another one. */
  readonly into?: string;
  /** How many others are handled with it. */
  readonly duplicates?: number;
  readonly answeredAt?: Instant;
  readonly outcome?: Outcome;
  /** Somebody has to put something right by that day; absent once it was verified. */
  readonly rectifyBy?: Day;
  readonly waits: readonly Errand<FeedbackTaskKind>[];
}

const EXCERPT = 60;

export function feedbackCardOf(
  feedback: Feedback,
  { id, organisation }: Pick<FeedbackCard, 'id' | 'organisation'>,
): FeedbackCard {
  const { item, kind, class: sorted, text, from, speaker, channel, receivedAt, owner, department } = feedback;
  const { dueOn, overdue, raised, into, duplicates, answer, rectification } = feedback;
  return {
    id,
    organisation,
    ...(item !== undefined && { item }),
    ...(kind !== undefined && { kind }),
    ...(sorted !== undefined && { class: sorted }),
    excerpt: excerptOf(text),
    signed: from.kind !== 'anonymous',
    ...(from.kind === 'organisation' && { below: from.organisation }),
    speaker,
    channel,
    receivedAt,
    stage: stageOf(feedback),
    ...(owner !== undefined && { owner }),
    ...(department !== undefined && { department }),
    dueOn,
    overdue,
    ...(raised && { raised: true }),
    ...(into !== undefined && { into }),
    ...(duplicates.length > 0 && { duplicates: duplicates.length }),
    ...(answer && { outcome: answer.outcome, answeredAt: answer.at }),
    ...(rectification && isRectifying(feedback) && { rectifyBy: rectification.dueOn }),
    waits: feedbackWaitsOf(feedback),
  };
}

/** What somebody wrote, as it may be shown: whatever looks like personal data is masked. */
export const maskedWords = (text: string): string => maskText(text, screenText(text, 'text'));

function excerptOf(text: string): string {
  const masked = [...maskedWords(text).replace(/\s+/g, ' ')];
  return masked.length > EXCERPT ? `${masked.slice(0, EXCERPT).join('')}…` : masked.join('');
}

/** The next step of an opinion, with its day: there is one until it is closed (JX-05). */
export function feedbackWaitsOf(feedback: Feedback): readonly Errand<FeedbackTaskKind>[] {
  if (feedback.closed || feedback.into !== undefined) return [];
  const waits = [...answerWaits(feedback), ...rectificationWaits(feedback)];
  const { answer, closesOn } = feedback;
  if (waits.length > 0 || !answer) return waits;
  const due = closesOn === undefined ? {} : { due: endOfDay(closesOn) };
  return [{ kind: 'close-feedback', since: answer.at, ...due }];
}

function answerWaits(feedback: Feedback): readonly Errand<FeedbackTaskKind>[] {
  const { receivedAt, assignedAt = receivedAt, owner, dueOn, answer, raised } = feedback;
  if (answer) return [];
  const due = endOfDay(dueOn);
  const leader: Errand<FeedbackTaskKind>[] = raised
    ? [{ kind: 'decide-feedback', people: [...raised.to], since: raised.at, due }]
    : [];
  if (owner === undefined)
    return [...leader, { kind: 'assign-feedback', since: receivedAt, due: firstDayEnd(feedback) }];
  return [...leader, { kind: 'answer-feedback', people: [owner], since: assignedAt, due }];
}

function rectificationWaits(feedback: Feedback): readonly Errand<FeedbackTaskKind>[] {
  const { rectification } = feedback;
  if (!rectification || !isRectifying(feedback)) return [];
  const { owner, at, report, returned, dueOn } = rectification;
  const due = endOfDay(dueOn);
  if (report) return [{ kind: 'verify-rectification', since: report.at, due }];
  return [{ kind: 'rectify', people: [owner], since: returned?.at ?? at, due }];
}
