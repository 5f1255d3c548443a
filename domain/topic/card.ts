import { maskedWords } from '../feedback/card.ts';
import type { Errand } from '../item/waits.ts';
import type { OrganisationId } from '../kernel/scope.ts';
import { type Day, endOfDay, type Instant } from '../kernel/time.ts';
import { type Topic, topicStageOf } from './state.ts';
import type { TopicStage } from './vocabulary.ts';

export const TOPIC_TASKS = {
  'read-topic': '审看群众提出的关注事项',
  'answer-topic': '回应群众关注事项',
} as const;
type TopicTaskKind = keyof typeof TOPIC_TASKS;

/** A topic in a list. Its supporters are counted, never listed: the card stays small however many they are. */
export interface TopicCard extends Pick<Topic, 'audience' | 'raisedAt' | 'overdue' | 'shown'> {
  readonly id: string;
  readonly organisation: OrganisationId;
  /** Its title, personal data masked. */
  readonly topic: string;
  readonly dueOn: Day;
  readonly stage: TopicStage;
  readonly support: number;
  /** The topic with which it is answered. */
  readonly into?: string;
  readonly item?: string;
  readonly answeredAt?: Instant;
  readonly waits: readonly Errand<TopicTaskKind>[];
}

export function topicCardOf(
  topic: Topic,
  { id, organisation }: Pick<TopicCard, 'id' | 'organisation'>,
): TopicCard {
  const { title, audience, raisedAt, dueOn, overdue, shown, supporters, into, answer } = topic;
  return {
    id,
    organisation,
    topic: maskedWords(title),
    audience,
    raisedAt,
    dueOn,
    overdue,
    shown,
    stage: topicStageOf(topic),
    support: supporters.size,
    ...(into !== undefined && { into }),
    ...(answer && { answeredAt: answer.at }),
    ...(answer?.kind === 'item' && { item: answer.item }),
    waits: waitsOf(topic),
  };
}

function waitsOf({ answer, into, unread, raisedAt, dueOn }: Topic): readonly Errand<TopicTaskKind>[] {
  if (answer || into !== undefined) return [];
  const reading: Errand<TopicTaskKind>[] = unread ? [{ kind: 'read-topic', since: raisedAt }] : [];
  return [...reading, { kind: 'answer-topic', since: raisedAt, due: endOfDay(dueOn) }];
}
