import { describe, expect, test } from 'vitest';
import { topicCardOf } from '../../../domain/topic/card.ts';
import { TOPIC_REFUSALS } from '../../../domain/topic/refusals.ts';
import { type Topic, type TopicState, topicShown, topicStageOf } from '../../../domain/topic/state.ts';
import { topicDecider } from '../../../domain/topic/topic.ts';
import { maySee, stranger } from '../../../domain/visibility.ts';
import { unexercised } from '../../support/refusal-coverage.ts';
import { at, person } from '../item/school.ts';
import {
  as,
  issue,
  MEMBER,
  NEIGHBOUR,
  nothing,
  passTime,
  raise,
  raised,
  support,
  TEACHER,
} from './topics.ts';

const REFUSAL = { ground: 'personal-privacy', reason: '涉及供货人员个人信息。' } as const;
const topicOf = (state: TopicState): Topic => {
  if (!state) throw new Error('there is no topic');
  return state;
};
const visitor = stranger('dongfang');

describe('RaiseTopic', () => {
  test('by one of our own is shown to the unit at once, with a day to answer by and one supporter', () => {
    raised().then([
      {
        type: 'TopicRaised',
        data: {
          title: '食堂食材采购清单',
          audience: 'unit',
          own: true,
          supporter: 'pseudonym-of-teacher-qian',
          dueOn: '2026-09-21',
        },
      },
    ]);
    const topic = topicOf(raised().state);
    expect([topic.shown, topic.supporters.size, topicStageOf(topic)]).toEqual([true, 1, 'open']);
    expect(maySee(MEMBER, topicShown('dongfang', topic))).toBe(true);
    expect(maySee(NEIGHBOUR, topicShown('dongfang', topic))).toBe(false);
    raised()
      .when(raise({ title: '另一件' }, as(TEACHER)))
      .thenRefused('topic-exists');
  });

  test('by a stranger is for society and is shown to nobody before the office has read it', () => {
    const { state } = nothing().when(raise({ title: '校门口拥堵整治' }, as(visitor)));
    const topic = topicOf(state);
    expect([topic.audience, topic.shown, topic.supporters.size]).toEqual(['public', false, 0]);
    expect(maySee(visitor, topicShown('dongfang', topic))).toBe(false);
    expect(topicCardOf(topic, { id: 'one', organisation: 'dongfang' }).waits.map(({ kind }) => kind)).toEqual(
      ['read-topic', 'answer-topic'],
    );
  });

  test('is for an audience that whoever raises it belongs to', () => {
    const title = '党费收缴情况';
    nothing()
      .when(raise({ title, audience: 'party' }, as(MEMBER)))
      .thenTypes('TopicRaised');
    for (const reader of [TEACHER, NEIGHBOUR, visitor])
      nothing()
        .when(raise({ title, audience: 'party' }, as(reader)))
        .thenRefused('topic-audience-not-yours', { field: 'audience' });
  });
});

describe('SupportTopic', () => {
  test('counts a person once', () => {
    const twice = raised().when(support(MEMBER)).when(support(MEMBER));
    twice.then([]);
    expect(topicOf(twice.state).supporters.size).toBe(2);
    raised().when(support(TEACHER)).then([]);
  });

  test('is for whoever sees the topic and is known', () => {
    nothing().when(support(MEMBER)).thenRefused('topic-unknown');
    raised().when(support(NEIGHBOUR)).thenRefused('topic-unknown');
    const open = nothing().when(raise({ title: '校车路线', audience: 'public' }, as(TEACHER)));
    open.when(support(NEIGHBOUR)).thenTypes('TopicSupported');
    open.when(support(visitor)).thenRefused('topic-supporter-unknown');
    const offers = { by: person('li'), facts: { reader: { ...visitor, person: 'li', official: true } } };
    raised()
      .when(issue('SupportTopic', {}, offers))
      .thenRefused('topic-supporter-unknown');
  });
});

describe('an answer', () => {
  const answer = (disclosedTo?: 'party' | 'unit' | 'public') =>
    issue('AnswerTopic', { item: 'canteen' }, { facts: disclosedTo ? { disclosedTo } : {} });

  test('[QS-11] is an item that those who asked can get, or a reasoned refusal', () => {
    raised()
      .when(answer('unit'))
      .then([{ type: 'TopicAnswered', data: { item: 'canteen' } }]);
    raised().when(answer('public')).thenTypes('TopicAnswered');
    raised().when(answer()).thenRefused('topic-item-undisclosed', { field: 'item' });
    raised().when(answer('party')).thenRefused('topic-item-narrower', { field: 'item' });
    const refused = raised().when(issue('RefuseTopic', REFUSAL));
    refused.then([{ type: 'TopicRefused', data: REFUSAL }]);
    expect(topicStageOf(topicOf(refused.state))).toBe('refused');
    refused.when(answer('unit')).thenRefused('topic-closed');
    refused.when(support(MEMBER)).thenRefused('topic-closed');
  });

  test('is given by the office, and holds nobody’s data', () => {
    const reason = '联系电话 13812345678。';
    raised()
      .when(issue('RefuseTopic', { ...REFUSAL, reason }))
      .thenRefused('topic-reason-holds-personal-data', { count: 1 });
    for (const by of [person('wu'), person('teacher-qian')]) {
      raised()
        .when(issue('RefuseTopic', REFUSAL, { by }))
        .thenRefused('not-permitted');
      raised()
        .when(issue('ModerateTopic', { shown: false, reason: '不实。' }, { by }))
        .thenRefused('not-permitted');
    }
  });
});

describe('ModerateTopic', () => {
  test('shows what a stranger wrote, or hides it, with a reason; the topic still has to be answered', () => {
    const written = nothing().when(raise({ title: '校门口拥堵整治' }, as(visitor)));
    const shown = written.when(issue('ModerateTopic', { shown: true, reason: '属实。' }));
    expect(maySee(visitor, topicShown('dongfang', topicOf(shown.state)))).toBe(true);
    shown.when(issue('ModerateTopic', { shown: true, reason: '属实。' })).then([]);
    const hidden = written.when(issue('ModerateTopic', { shown: false, reason: '含人身攻击。' }));
    hidden.thenTypes('TopicModerated');
    const card = topicCardOf(topicOf(hidden.state), { id: 'one', organisation: 'dongfang' });
    expect(card.waits.map(({ kind }) => kind)).toEqual(['answer-topic']);
    hidden.when(support(NEIGHBOUR)).thenRefused('topic-unknown');
  });
});

describe('MergeTopic', () => {
  const into = (target: TopicState) =>
    issue('MergeTopic', { into: 'other' }, { facts: target ? { into: target } : {} });
  const other = raised('食堂账目').state;

  test('leaves it to the other one to be answered', () => {
    const merged = raised().when(into(other));
    merged.thenTypes('TopicMerged');
    merged.when(issue('RefuseTopic', REFUSAL)).thenRefused('topic-merged');
    expect(topicDecider.nextDue(merged.state)).toBeUndefined();
    expect(topicCardOf(topicOf(merged.state), { id: 'one', organisation: 'dongfang' }).waits).toEqual([]);
  });

  test('takes an open topic for the same audience', () => {
    raised().when(into(undefined)).thenRefused('topic-merge-unknown', { field: 'into' });
    raised()
      .when(into(raised().when(into(other)).state))
      .thenRefused('topic-merge-unknown');
    raised()
      .when(into(raised().when(issue('RefuseTopic', REFUSAL)).state))
      .thenRefused('topic-merge-unknown');
    const open = nothing().when(raise({ title: '校车路线', audience: 'public' }, as(TEACHER)));
    raised().when(into(open.state)).thenRefused('topic-merge-elsewhere', { field: 'into' });
  });
});

describe('time', () => {
  test('makes an unanswered topic overdue, once', () => {
    const { state } = raised();
    expect(topicDecider.nextDue(state)).toBe(at('2026-09-22 00:00'));
    raised()
      .when(passTime(at('2026-09-21 23:59')))
      .then([]);
    const late = raised().when(passTime(at('2026-09-22 00:00')));
    late.then([{ type: 'TopicOverdue', data: { dueOn: '2026-09-21' } }]);
    expect(topicDecider.nextDue(late.state)).toBeUndefined();
    late.when(passTime(at('2026-10-23 00:00'))).then([]);
    expect(topicDecider.nextDue(raised().when(issue('RefuseTopic', REFUSAL)).state)).toBeUndefined();
  });
});

test('every refusal has been provoked', () => {
  expect(unexercised(TOPIC_REFUSALS, import.meta.dirname)).toEqual([]);
});

test('a card shows no personal data', () => {
  const { state } = nothing().when(raise({ title: '请公开 13812345678 的任命' }, as(TEACHER)));
  const card = topicCardOf(topicOf(state), { id: 'one', organisation: 'dongfang' });
  expect(JSON.stringify(card)).not.toContain('13812345678');
});
