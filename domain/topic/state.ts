import type { Audience } from '../kernel/audience.ts';
import type { EventContext, History } from '../kernel/decider.ts';
import type { Day, Instant } from '../kernel/time.ts';
import type { Shown } from '../visibility.ts';
import type { TopicEvent } from './events.ts';
import type { TopicGround, TopicStage } from './vocabulary.ts';

interface Said {
  readonly by: string;
  readonly at: Instant;
}

/** How a topic ends: with an item, or with a reasoned refusal. There is no third way (QS-11). */
export type TopicAnswer = Said &
  (
    | { readonly kind: 'item'; readonly item: string }
    | { readonly kind: 'refused'; readonly ground: TopicGround; readonly reason: string }
  );

/** 群众关注的事项: what people want to see disclosed, and who else wants it. */
export interface Topic {
  readonly title: string;
  readonly text?: string | undefined;
  readonly audience: Audience;
  readonly raisedAt: Instant;
  /** Last day on which it is answered in time. */
  readonly dueOn: Day;
  readonly overdue: boolean;
  /** Others may read it. */
  readonly shown: boolean;
  /** A stranger wrote it, and nobody has looked at it yet. */
  readonly unread: boolean;
  readonly moderated?: Said & { readonly shown: boolean; readonly reason: string };
  /** Pseudonyms, each once. */
  readonly supporters: ReadonlySet<string>;
  readonly answer?: TopicAnswer;
  /** The topic with which it is answered. */
  readonly into?: string;
}
export type TopicState = Topic | undefined;

export const topicHistory: History<TopicEvent, TopicState> = { initial: undefined, evolve };

export function topicStageOf({ into, answer }: Topic): TopicStage {
  if (answer) return answer.kind === 'item' ? 'answered' : 'refused';
  return into === undefined ? 'open' : 'merged';
}

/** To whom the topic itself may be shown. */
export const topicShown = (
  organisation: string,
  { audience, shown }: Pick<Topic, 'audience' | 'shown'>,
): Shown => ({ organisation, onShow: shown, releases: [{ audience, online: true }] });

function evolve(state: TopicState, event: TopicEvent, { at, by: actor }: EventContext): TopicState {
  if (event.type === 'TopicRaised') {
    const { supporter, own, ...raised } = event.data;
    const supporters = new Set(supporter === undefined ? [] : [supporter]);
    return { ...raised, raisedAt: at, overdue: false, shown: own, unread: !own, supporters };
  }
  if (!state) return state;
  const said = { by: actor.kind === 'person' ? actor.person : actor.name, at };
  switch (event.type) {
    case 'TopicSupported':
      return { ...state, supporters: new Set(state.supporters).add(event.data.supporter) };
    case 'TopicAnswered':
      return { ...state, answer: { kind: 'item', ...event.data, ...said } };
    case 'TopicRefused':
      return { ...state, answer: { kind: 'refused', ...event.data, ...said } };
    case 'TopicMerged':
      return { ...state, into: event.data.into };
    case 'TopicModerated':
      return { ...state, shown: event.data.shown, unread: false, moderated: { ...event.data, ...said } };
    case 'TopicOverdue':
      return { ...state, overdue: true };
  }
}
