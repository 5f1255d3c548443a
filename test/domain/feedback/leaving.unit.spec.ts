import { describe, expect, test } from 'vitest';
import { feedbackCardOf } from '../../../domain/feedback/card.ts';
import { feedbackCommands } from '../../../domain/feedback/commands.ts';
import { feedbackDecider } from '../../../domain/feedback/feedback.ts';
import { given } from '../../support/decider.ts';
import { DISTRICT, person, SCHOOL, withPolicy } from '../item/school.ts';
import { ANONYMOUS, answer, close, DUE, issue, leave, OPINION, received, VISITOR } from './opinions.ts';

describe('LeaveFeedback', () => {
  test('is received with the working day to answer by, by the stricter of two policies', () => {
    const [event] = received().events;
    expect(event).toMatchObject({ type: 'FeedbackReceived', data: { ...OPINION, dueOn: DUE, days: 15 } });
    const facts = { superior: withPolicy({ feedbackAnswerDays: 5 }).organisation };
    const [stricter] = given(feedbackDecider).when(leave({}, { facts })).events;
    expect(stricter).toMatchObject({ data: { dueOn: '2026-09-08', days: 5 } });
  });

  test('lays out the steps of the ladder that lie ahead, and no other', () => {
    const [event] = received().events;
    expect(event?.data).toMatchObject({
      steps: { 'T-7': '2026-09-11', 'T-3': '2026-09-17', T: DUE, 'T+1': '2026-09-22', 'T+5': '2026-09-29' },
    });
    const soon = leave({}, { facts: { superior: withPolicy({ feedbackAnswerDays: 1 }).organisation } });
    const { state } = given(feedbackDecider).when(soon);
    expect(Object.keys(state?.climbs.answer?.steps ?? {})[0]).toBe('T');
  });

  test('signed needs a name, given or known', () => {
    const signed = { from: { kind: 'signed' as const } };
    given(feedbackDecider).when(leave(signed)).thenRefused('name-missing');
    given(feedbackDecider)
      .when(leave(signed, { by: person('wu') }))
      .thenTypes('FeedbackReceived');
    given(feedbackDecider)
      .when(leave({ ...signed, channel: 'letter' }, { by: person('li') }))
      .thenRefused('name-missing');
  });

  describe('as a problem of an organisation below', () => {
    const PROBLEM = {
      item: undefined,
      kind: 'problem' as const,
      from: { kind: 'organisation' as const, organisation: 'dongfang' },
      speaker: 'organisation' as const,
    };
    const at = { facts: { organisation: DISTRICT, below: SCHOOL }, by: person('li') };
    const raised = (changes: object = {}, when: object = {}) =>
      given(feedbackDecider).when(leave({ ...PROBLEM, ...changes }, { ...at, ...when }));

    test('lies with the superior under the same clock, and is not closed without an answer', () => {
      const problem = raised();
      expect(problem.state).toMatchObject({ kind: 'problem', author: 'li' });
      expect(feedbackCardOf(problem.state as never, { id: 'f-1', organisation: 'qu' })).toMatchObject({
        below: 'dongfang',
        signed: true,
      });
      const above = { facts: { organisation: DISTRICT }, by: person('qu-office', 'qu') };
      problem.when(close('已阅。', above)).thenRefused('answer-missing');
      problem.when(answer(above)).thenTypes('FeedbackAnswered');
    });

    test('is brought by somebody of the office of an organisation right below', () => {
      raised({}, { by: person('wu') }).thenRefused('not-permitted');
      raised({}, { facts: { organisation: DISTRICT } }).thenRefused('not-right-below', {
        field: 'from.organisation',
      });
    });

    test('is nothing that anybody else leaves, and about no item', () => {
      const { from, speaker, kind } = OPINION as typeof OPINION & { kind?: never };
      for (const change of [
        { from },
        { speaker },
        { kind },
        { item: 'i-1' },
        { channel: 'letter' },
        { onBehalf: true },
      ])
        raised(change).thenRefused('problem-malformed', { field: 'kind' });
      for (const { kind: _, ...change } of [PROBLEM, { ...PROBLEM, from }])
        given(feedbackDecider).when(leave(change, at)).thenRefused('problem-malformed');
    });
  });

  test('anonymous is never recorded under the person who left it', () => {
    given(feedbackDecider)
      .when(leave(ANONYMOUS, { by: person('wu') }))
      .thenRefused('anonymity-broken');
    received(ANONYMOUS).thenTypes('FeedbackReceived');
  });

  test('by letter, mail or box is written down by the office, on behalf of others by a supervisor', () => {
    const boxed = { ...ANONYMOUS, channel: 'box' as const };
    given(feedbackDecider).when(leave(boxed)).thenRefused('not-permitted');
    given(feedbackDecider)
      .when(leave(boxed, { by: person('li') }))
      .thenTypes('FeedbackReceived');
    const behalf = { ...ANONYMOUS, onBehalf: true as const };
    given(feedbackDecider)
      .when(leave(behalf, { by: person('li') }))
      .thenRefused('not-permitted');
    const told = given(feedbackDecider).when(leave(behalf, { by: person('lin') }));
    told.thenTypes('FeedbackReceived');
    expect(told.state).not.toHaveProperty('author');
  });

  test('[JX-21] a call is answered at once, put to the leader, or assigned with a day', () => {
    const call = (atOnce?: (typeof OPINION)['atOnce']) =>
      given(feedbackDecider).when(
        leave({ channel: 'phone', ...(atOnce && { atOnce }) }, { by: person('li') }),
      );
    call().thenRefused('call-outcome-missing');
    call({ kind: 'answered', text: '已电话答复。', outcome: 'explained' }).thenTypes(
      'FeedbackReceived',
      'FeedbackAnswered',
    );
    const raised = call({ kind: 'raised', reason: '涉及较多家长' });
    raised.thenTypes('FeedbackReceived', 'FeedbackRaised');
    expect(raised.state?.raised?.to).toEqual(['zhou']);
    const assigned = call({ kind: 'assigned', owner: 'wu', department: '总务处', dueOn: '2026-09-05' });
    assigned.thenTypes('FeedbackReceived', 'FeedbackAssigned');
    expect(assigned.state).toMatchObject({ owner: 'wu', department: '总务处', dueOn: '2026-09-05' });
    // It climbs a ladder of its own from there.
    expect(assigned.state?.climbs.answer?.steps).toMatchObject({ 'T+1': '2026-09-07' });
    call({ kind: 'assigned', owner: 'nobody' }).thenRefused('owner-not-on-roster', { field: 'atOnce.owner' });
    call({ kind: 'answered', text: '请找13812345678。', outcome: 'explained' }).thenRefused(
      'answer-holds-personal-data',
    );
    given(feedbackDecider)
      .when(leave({ atOnce: { kind: 'raised', reason: '急' } }, { by: VISITOR }))
      .thenRefused('at-once-in-person-only');
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
    expect(parses({ onBehalf: false })).toBe(false);
  });
});

describe('AddToFeedback', () => {
  const add = (by = VISITOR, holdsReceipt = false) =>
    issue('AddToFeedback', { text: '还有一处。' }, { by, facts: { holdsReceipt } });

  test('by whoever left it, known or by the receipt, and by the office; five times', () => {
    received().when(add()).thenRefused('feedback-unknown');
    received()
      .when(add(person('chen')))
      .thenTypes('FeedbackAdded');
    received()
      .when(add(person('wu')))
      .thenRefused('feedback-unknown');
    const own = given(feedbackDecider).when(leave({ from: { kind: 'signed' } }, { by: person('wu') }));
    own.when(add(person('wu'))).thenTypes('FeedbackAdded');
    let added = received().when(add(VISITOR, true));
    for (let n = 1; n < 5; n += 1) added = added.when(add(VISITOR, true));
    expect(added.state?.additions).toHaveLength(5);
    added.when(add(VISITOR, true)).thenRefused('additions-full', { most: 5 });
  });
});
