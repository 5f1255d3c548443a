import { describe, expect, test } from 'vitest';
import { feedbackCardOf } from '../../../domain/feedback/card.ts';
import type {
  FeedbackCommandOf,
  FeedbackCommandType,
  FeedbackFacts,
} from '../../../domain/feedback/commands.ts';
import { feedbackCommands } from '../../../domain/feedback/commands.ts';
import { feedbackDecider } from '../../../domain/feedback/feedback.ts';
import { FEEDBACK_REFUSALS } from '../../../domain/feedback/refusals.ts';
import type { FeedbackState } from '../../../domain/feedback/state.ts';
import type { Actor } from '../../../domain/kernel/decider.ts';
import { given } from '../../support/decider.ts';
import { unexercised } from '../../support/refusal-coverage.ts';
import { at, CLOCK, DISTRICT, NOW, person, SCHOOL, withPolicy } from '../item/school.ts';

const FACTS: FeedbackFacts = { organisation: SCHOOL, superior: DISTRICT };
const VISITOR: Actor = { kind: 'system', name: 'visitor' };

interface Circumstances {
  readonly by?: Actor;
  readonly now?: string;
  readonly facts?: FeedbackFacts;
}

function issue<Type extends FeedbackCommandType>(
  type: Type,
  data: FeedbackCommandOf<Type>['data'],
  { by = person('li'), now = NOW, facts = FACTS }: Circumstances = {},
): FeedbackCommandOf<Type> {
  return { type, data, now, actor: by, facts } as FeedbackCommandOf<Type>;
}

const OPINION: FeedbackCommandOf<'LeaveFeedback'>['data'] = {
  item: 'i-1',
  text: '建议同时公开维修资金的明细。',
  from: { kind: 'signed', name: '赵家长' },
  speaker: 'parent',
  channel: 'online',
};
const ANONYMOUS = { from: { kind: 'anonymous' as const } };
const leave = (opinion: Partial<typeof OPINION> = {}, when: Circumstances = {}) =>
  issue('LeaveFeedback', { ...OPINION, ...opinion }, { by: VISITOR, ...when });
const received = (opinion?: Partial<typeof OPINION>) => given(feedbackDecider).when(leave(opinion));
const assign = (owner: string, dueOn?: string, when?: Circumstances) =>
  issue('AssignFeedback', dueOn === undefined ? { owner } : { owner, dueOn }, when);
const answer = (when?: Circumstances, text = '明细已补充公开。') =>
  issue('AnswerFeedback', { text, outcome: 'adopted' }, when);
const close = (reason?: string, when?: Circumstances) =>
  issue('CloseFeedback', reason === undefined ? {} : { reason }, when);

describe('LeaveFeedback', () => {
  test('is received with the day to answer by, by the stricter of two policies', () => {
    received().then([{ type: 'FeedbackReceived', data: { ...OPINION, dueOn: '2026-09-16' } }]);
    const facts = { organisation: SCHOOL, superior: withPolicy({ feedbackAnswerDays: 5 }).organisation };
    given(feedbackDecider)
      .when(leave({}, { facts }))
      .then([{ type: 'FeedbackReceived', data: { ...OPINION, dueOn: '2026-09-06' } }]);
  });

  test('signed needs a name, given or known', () => {
    const { from: _from, ...rest } = OPINION;
    const signed = { ...rest, from: { kind: 'signed' as const } };
    given(feedbackDecider)
      .when(issue('LeaveFeedback', signed, { by: VISITOR }))
      .thenRefused('name-missing');
    given(feedbackDecider)
      .when(issue('LeaveFeedback', signed, { by: person('wu') }))
      .thenTypes('FeedbackReceived');
    given(feedbackDecider)
      .when(issue('LeaveFeedback', { ...signed, channel: 'phone' }))
      .thenRefused('name-missing');
  });

  test('anonymous is never recorded under the person who left it', () => {
    given(feedbackDecider)
      .when(leave(ANONYMOUS, { by: person('wu') }))
      .thenRefused('anonymity-broken');
    received(ANONYMOUS).thenTypes('FeedbackReceived');
  });

  test('by letter, phone or box is written down by the office', () => {
    const boxed = { ...ANONYMOUS, channel: 'box' as const };
    given(feedbackDecider).when(leave(boxed)).thenRefused('not-permitted');
    given(feedbackDecider)
      .when(leave(boxed, { by: person('li') }))
      .thenTypes('FeedbackReceived');
  });

  test('happens once', () => {
    received().when(leave()).thenRefused('feedback-exists');
  });

  test('takes words within their limits', () => {
    const parses = (opinion: object) =>
      feedbackCommands.LeaveFeedback.safeParse({ ...OPINION, ...opinion }).success;
    expect(parses({})).toBe(true);
    expect(parses({ text: '好'.repeat(2001) })).toBe(false);
    expect(parses({ text: ' ' })).toBe(false);
    expect(parses({ speaker: 'robot' })).toBe(false);
    expect(parses({ item: '../other' })).toBe(false);
    expect(parses({ owner: 'li' })).toBe(false);
  });
});

describe('AssignFeedback', () => {
  test('gives an owner from the roster, and keeps the day', () => {
    received()
      .when(assign('zhou'))
      .then([{ type: 'FeedbackAssigned', data: { owner: 'zhou', dueOn: '2026-09-16' } }]);
    received()
      .when(assign('zhou', undefined, { by: CLOCK }))
      .thenTypes('FeedbackAssigned');
    received().when(assign('stranger')).thenRefused('owner-not-on-roster', { person: 'stranger' });
    received()
      .when(assign('zhou', undefined, { by: person('wu') }))
      .thenRefused('not-permitted');
    received().when(assign('zhou')).when(assign('zhou')).then([]);
  });

  test('keeps the day within reach', () => {
    received()
      .when(assign('zhou', '2026-08-31'))
      .thenRefused('due-day-out-of-range', { earliest: '2026-09-01' });
    received()
      .when(assign('zhou', '2026-09-17'))
      .thenRefused('due-day-out-of-range', { latest: '2026-09-16' });
    received().when(assign('zhou', '2026-09-01')).thenTypes('FeedbackAssigned');
  });

  test('to somebody else does not buy time, unless the day has gone by', () => {
    const assigned = received().when(assign('zhou', '2026-09-05'));
    assigned.when(assign('chen', '2026-09-06')).thenRefused('due-day-out-of-range', { latest: '2026-09-05' });
    assigned.when(assign('chen', '2026-09-04')).thenTypes('FeedbackAssigned');
    const late = { now: at('2026-09-20 09:00') };
    assigned
      .when(assign('chen', '2026-09-21', late))
      .thenRefused('due-day-out-of-range', { latest: '2026-09-20' });
    assigned.when(assign('chen', '2026-09-20', late)).thenTypes('FeedbackAssigned');
  });

  test('is over once answered', () => {
    received().when(answer()).when(assign('zhou')).thenRefused('already-answered');
    given(feedbackDecider).when(assign('zhou')).thenRefused('feedback-unknown');
  });
});

describe('AnswerFeedback', () => {
  test('is the owner’s or the office’s, once', () => {
    const assigned = received().when(assign('lin'));
    assigned
      .when(answer({ by: person('lin') }))
      .then([{ type: 'FeedbackAnswered', data: { text: '明细已补充公开。', outcome: 'adopted' } }]);
    assigned.when(answer()).thenTypes('FeedbackAnswered');
    assigned.when(answer({ by: person('wu') })).thenRefused('answer-not-yours');
    assigned.when(answer({ by: CLOCK })).thenRefused('answer-not-yours');
    assigned.when(answer()).when(answer()).thenRefused('already-answered');
  });

  test('holds no personal data, though the number of an office', () => {
    received()
      .when(answer({}, '请联系王老师13812345678。'))
      .thenRefused('answer-holds-personal-data', { count: 1 });
    received().when(answer({}, '请致电0516-83912345。')).thenTypes('FeedbackAnswered');
  });
});

describe('CloseFeedback', () => {
  test('a signed opinion is answered first', () => {
    received().when(close('重复反映。')).thenRefused('answer-missing');
    received().when(answer()).when(close()).thenTypes('FeedbackClosed');
  });

  test('an anonymous one is closed unanswered with a reason only', () => {
    received(ANONYMOUS).when(close()).thenRefused('reason-missing');
    received(ANONYMOUS).when(close('无具体内容。')).thenTypes('FeedbackClosed');
  });

  test('ends it, by the office', () => {
    const closed = received().when(answer()).when(close());
    closed.when(close()).thenRefused('feedback-closed');
    closed.when(answer()).thenRefused('feedback-closed');
    closed.when(assign('zhou')).thenRefused('feedback-closed');
    received()
      .when(answer())
      .when(close(undefined, { by: person('wu') }))
      .thenRefused('not-permitted');
  });
});

describe('the day to answer by', () => {
  const due = (state: FeedbackState) => feedbackDecider.nextDue(state);
  const tick = (now: string) => issue('TimePassed', {}, { by: CLOCK, now });

  test('makes it overdue once, whether or not anybody took it up', () => {
    const item = received();
    expect(due(item.state)).toBe(at('2026-09-17 00:00'));
    item.when(tick(at('2026-09-16 23:59'))).then([]);
    const late = item.when(tick(at('2026-09-17 00:00')));
    late.then([{ type: 'FeedbackOverdue', data: { dueOn: '2026-09-16' } }]);
    expect(due(late.state)).toBeUndefined();
    late.when(tick(at('2026-09-18 00:00'))).then([]);
    const again = late.when(assign('zhou', '2026-09-20', { now: at('2026-09-20 09:00') }));
    expect(due(again.state)).toBeUndefined();
    expect(again.state?.overdue).toBe(true);
  });

  test('ends with the answer, or the end', () => {
    expect(due(received().when(answer()).state)).toBeUndefined();
    expect(due(received(ANONYMOUS).when(close('无具体内容。')).state)).toBeUndefined();
    received()
      .when(answer())
      .when(tick(at('2026-12-01 00:00')))
      .then([]);
    given(feedbackDecider).when(tick(NOW)).thenRefused('feedback-unknown');
  });
});

describe('a card', () => {
  const card = (state: FeedbackState) => {
    if (!state) throw new Error('no feedback');
    return feedbackCardOf(state, { id: 'fb-1', organisation: 'dongfang' });
  };

  test('holds no name and no clear personal data', () => {
    const state = received({ text: `请回电13812345678。\n${'维修资金的明细。'.repeat(20)}` }).state;
    expect(card(state).excerpt).toHaveLength(61);
    expect(JSON.stringify(card(state))).not.toMatch(/13812345678|赵家长/);
    expect(JSON.stringify(card(state)).length).toBeLessThan(700);
  });

  test('says what it waits for: the office of the day, unless it has an owner', () => {
    const due = at('2026-09-17 00:00');
    expect(card(received().state)).toMatchObject({
      stage: 'received',
      waits: [{ kind: 'assign-feedback', since: NOW, due }],
    });
    const assigned = received().when(assign('lin', undefined, { now: at('2026-09-02 09:00') }));
    expect(card(assigned.state)).toMatchObject({
      stage: 'assigned',
      owner: 'lin',
      waits: [{ kind: 'answer-feedback', people: ['lin'], since: at('2026-09-02 09:00'), due }],
    });
    expect(card(assigned.when(answer()).state)).toMatchObject({
      stage: 'answered',
      outcome: 'adopted',
      waits: [{ kind: 'close-feedback' }],
    });
    const [closing] = card(assigned.when(answer()).state).waits;
    expect(closing).not.toHaveProperty('people');
    expect(card(assigned.when(answer()).when(close()).state)).toMatchObject({ stage: 'closed', waits: [] });
  });
});

test('every refusal of a feedback is provoked by some test', () => {
  expect(unexercised(FEEDBACK_REFUSALS, import.meta.dirname)).toEqual([]);
});
