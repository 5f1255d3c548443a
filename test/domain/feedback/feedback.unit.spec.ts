import { describe, expect, test } from 'vitest';
import { feedbackCardOf } from '../../../domain/feedback/card.ts';
import { feedbackCommands } from '../../../domain/feedback/commands.ts';
import { feedbackDecider } from '../../../domain/feedback/feedback.ts';
import { FEEDBACK_REFUSALS } from '../../../domain/feedback/refusals.ts';
import { type FeedbackState, stageOf } from '../../../domain/feedback/state.ts';
import { given } from '../../support/decider.ts';
import { unexercised } from '../../support/refusal-coverage.ts';
import { at, CLOCK, DISTRICT, NOW, organisation, person, SCHOOL, withPolicy } from '../item/school.ts';
import {
  ANONYMOUS,
  answer,
  assign,
  close,
  DUE,
  issue,
  leave,
  OPINION,
  received,
  rectify,
  VISITOR,
} from './opinions.ts';

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

describe('ClassifyFeedback', () => {
  test('is the office’s, and the same class twice is nothing new', () => {
    const sort = (by = 'li') => issue('ClassifyFeedback', { class: 'content' }, { by: person(by) });
    received().when(sort('wu')).thenRefused('not-permitted');
    received().when(sort()).thenTypes('FeedbackClassified');
    received().when(sort()).when(sort('wang')).then([]);
  });
});

describe('MergeFeedback', () => {
  const head = received().state;
  const merge = (state: FeedbackState = head, by = 'li') =>
    issue('MergeFeedback', { into: 'fb-2' }, { by: person(by), facts: { into: { id: 'fb-2', state } } });

  test('hands it to another one of the same kind on the same item', () => {
    const merged = received().when(merge());
    merged.then([{ type: 'FeedbackMerged', data: { into: 'fb-2' } }]);
    expect(stageOf(merged.state as never)).toBe('merged');
    expect(feedbackDecider.nextDue(merged.state)).toBeUndefined();
    merged.when(answer()).thenRefused('feedback-merged');
    merged.when(close('重复')).thenRefused('feedback-merged');
    received().when(merge(head, 'wu')).thenRefused('not-permitted');
    received()
      .when(issue('MergeFeedback', { into: 'fb-2' }))
      .thenRefused('merge-unknown');
    received()
      .when(merge(received({ item: 'i-2' }).state))
      .thenRefused('merge-elsewhere');
    received()
      .when(merge(received({ kind: 'proposal' }).state))
      .thenRefused('merge-elsewhere');
    received()
      .when(merge(received().when(answer()).when(close()).state))
      .thenRefused('merge-settled');
    received()
      .when(merge(received().when(merge()).state))
      .thenRefused('merge-settled');
    received().when(answer()).when(merge()).thenRefused('already-answered');
  });

  test('is counted by the one that stays, once, which is then merged itself no more', () => {
    const take = issue('TakeDuplicate', { id: 'fb-1', follower: 'wu' }, { by: CLOCK });
    const took = received().when(take);
    took.thenTypes('DuplicateTaken');
    expect(took.state).toMatchObject({ duplicates: ['fb-1'], followers: ['wu'] });
    took.when(take).then([]);
    took.when(merge()).thenRefused('merge-settled');
  });
});

describe('AssignFeedback', () => {
  test('gives an owner from the roster and a department, and keeps the day', () => {
    received()
      .when(assign('zhou'))
      .then([{ type: 'FeedbackAssigned', data: { owner: 'zhou', dueOn: DUE } }]);
    received()
      .when(issue('AssignFeedback', { owner: 'zhou', department: '总务处' }))
      .then([{ type: 'FeedbackAssigned', data: { owner: 'zhou', department: '总务处', dueOn: DUE } }]);
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
    received().when(assign('zhou', '2026-09-22')).thenRefused('due-day-out-of-range', { latest: DUE });
    received().when(assign('zhou', '2026-09-01')).thenTypes('FeedbackAssigned');
  });

  test('to somebody else does not buy time, unless the day has gone by', () => {
    const assigned = received().when(assign('zhou', '2026-09-07'));
    assigned.when(assign('chen', '2026-09-08')).thenRefused('due-day-out-of-range', { latest: '2026-09-07' });
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

describe('RaiseFeedback', () => {
  const raise = (by = 'li', facts = {}) =>
    issue('RaiseFeedback', { reason: '涉及较多家长。' }, { by: person(by), facts });

  test('puts it to the leader, who then assigns or answers it', () => {
    const raised = received().when(raise());
    raised.then([{ type: 'FeedbackRaised', data: { reason: '涉及较多家长。', to: ['zhou'] } }]);
    raised.when(raise()).thenRefused('raised-already');
    const policy = { facts: { organisation: withPolicy({ proposers: [{ body: 'office' }] }).organisation } };
    raised.when(assign('wu', undefined, { by: person('zhou'), ...policy })).thenTypes('FeedbackAssigned');
    raised.when(answer({ by: person('zhou'), ...policy })).thenTypes('FeedbackAnswered');
    received().when(raise('wu')).thenRefused('not-permitted');
    received().when(answer()).when(raise()).thenRefused('already-answered');
  });

  test('above where nobody leads here, and nowhere where nobody does', () => {
    const leaderless = organisation('无人领导', [['li', 'office', 'head']]);
    const above = received().when(raise('li', { organisation: leaderless }));
    expect(above.state?.raised?.to).toEqual(['qu-head']);
    received()
      .when(raise('li', { organisation: leaderless, superior: leaderless }))
      .thenRefused('leader-missing');
  });
});

describe('AnswerFeedback', () => {
  test('is the owner’s or the office’s, once, and closes by itself five working days later', () => {
    const assigned = received().when(assign('lin'));
    assigned.when(answer({ by: person('lin') })).then([
      {
        type: 'FeedbackAnswered',
        data: { text: '明细已补充公开。', outcome: 'adopted', closesOn: '2026-09-08' },
      },
    ]);
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

  test('[QS-11] a proposal is closed by a disclosed item or by a reasoned refusal only', () => {
    const proposal = received({ kind: 'proposal', ...ANONYMOUS });
    const adopt = (disclosure?: string, isDisclosed = false) =>
      issue(
        'AnswerFeedback',
        { text: '已公开。', outcome: 'adopted', ...(disclosure && { disclosure }) },
        { facts: { isDisclosed } },
      );
    proposal.when(adopt()).thenRefused('disclosure-missing', { field: 'disclosure' });
    proposal.when(adopt('i-9')).thenRefused('disclosure-missing');
    proposal.when(adopt('i-9', true)).when(close()).thenTypes('FeedbackClosed');
    const refusal = issue('AnswerFeedback', { text: '涉及未成年人，不宜公开。', outcome: 'not-adopted' });
    proposal.when(refusal).when(close()).thenTypes('FeedbackClosed');
    proposal.when(close()).thenRefused('reason-missing');
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

  test('names an audience only where there is no item that has one', () => {
    const wide = issue('CloseFeedback', { audience: 'public' });
    received().when(answer()).when(wide).thenRefused('audience-of-item');
    const { item: _, ...general } = OPINION;
    given(feedbackDecider)
      .when(issue('LeaveFeedback', general, { by: VISITOR }))
      .when(answer())
      .when(wide)
      .thenTypes('FeedbackClosed');
  });
});

describe('ReopenFeedback', () => {
  const reopen = (by = VISITOR, holdsReceipt = false) =>
    issue('ReopenFeedback', { reason: '答非所问。' }, { by, facts: { holdsReceipt }, now: NOW });
  const closed = received().when(answer()).when(close());

  test('by whoever left it, under a fresh clock, once', () => {
    closed.when(reopen()).thenRefused('feedback-unknown');
    const again = closed.when(reopen(VISITOR, true));
    again.thenTypes('FeedbackReopened', 'FeedbackAssigned');
    // Nobody had taken it up: now the head of the office has.
    expect(again.state).toMatchObject({ dueOn: DUE, owner: 'li', earlier: { outcome: 'adopted' } });
    expect(again.state).not.toHaveProperty('answer');
    received().when(reopen(VISITOR, true)).thenRefused('feedback-open');
    again.when(answer()).when(close()).when(reopen(VISITOR, true)).thenRefused('reopened-already');
  });
});

describe('ModerateFeedback and PromoteFeedback', () => {
  test('the office decides with a reason whether the words are shown', () => {
    const show = (shown: boolean, by = 'li') =>
      issue('ModerateFeedback', { shown, reason: '具有普遍性。' }, { by: person(by) });
    received().when(show(true, 'wu')).thenRefused('not-permitted');
    received().when(show(true)).thenTypes('FeedbackModerated');
    received().when(show(true)).when(show(true)).then([]);
    received().when(answer()).when(close()).when(show(false)).thenTypes('FeedbackModerated');
    expect(feedbackCommands.ModerateFeedback.safeParse({ shown: false }).success).toBe(false);
  });

  test('what was settled is taken into the catalogue, once', () => {
    const promote = (item: string) => issue('PromoteFeedback', { item });
    received().when(promote('i-5')).thenRefused('not-settled');
    const promoted = received().when(answer()).when(close()).when(promote('i-5'));
    promoted.thenTypes('FeedbackPromoted');
    promoted.when(promote('i-5')).then([]);
    promoted.when(promote('i-6')).thenRefused('promoted-already');
  });
});

describe('a rectification', () => {
  const report = (by = 'wu') =>
    issue('ReportRectification', { proof: '明细已于九月二十日上栏。' }, { by: person(by) });
  const verify = (ok: boolean, by: string) =>
    issue('VerifyRectification', { ok, note: '已核对。' }, { by: person(by) });

  test('is demanded of somebody by a day', () => {
    received().when(rectify()).thenTypes('RectificationRequired');
    received()
      .when(rectify('wu', '2026-09-30', { by: person('wu') }))
      .thenRefused('not-permitted');
    received().when(rectify('nobody')).thenRefused('owner-not-on-roster');
    received().when(rectify('wu', '2026-08-31')).thenRefused('due-day-out-of-range', { field: 'dueOn' });
    received().when(rectify()).when(rectify()).thenRefused('rectification-open');
  });

  test('is proved by whoever had to do it, and seen by somebody else', () => {
    const demanded = received().when(rectify());
    received().when(report()).thenRefused('rectification-missing');
    demanded.when(report('li')).thenRefused('rectification-not-yours');
    demanded.when(verify(true, 'li')).thenRefused('rectification-unreported');
    const reported = demanded.when(report());
    reported.when(verify(true, 'teacher-qian')).thenRefused('not-permitted');
    const own = received().when(rectify('li')).when(report('li'));
    own.when(verify(true, 'li')).thenRefused('rectification-own');
    // The head of the supervision group holds no seat in the office.
    reported.when(verify(true, 'lin')).thenTypes('RectificationVerified');
    const back = reported.when(verify(false, 'li'));
    back.thenTypes('RectificationReturned');
    back.when(verify(true, 'li')).thenRefused('rectification-unreported');
    back.when(report()).when(verify(true, 'wang')).thenTypes('RectificationVerified');
  });

  test('keeps the opinion open until it is verified', () => {
    const answered = received().when(answer()).when(rectify());
    answered.when(close()).thenRefused('rectification-open');
    expect(stageOf(answered.state as never)).toBe('rectifying');
    answered.when(report()).when(verify(true, 'li')).when(close()).thenTypes('FeedbackClosed');
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

  test('[JX-05] says the next step and its day, whatever has happened', () => {
    const kinds = (state: FeedbackState) => card(state).waits.map(({ kind, due }) => [kind, due]);
    const due = at('2026-09-22 00:00');
    expect(kinds(received().state)).toEqual([['assign-feedback', at('2026-09-02 00:00')]]);
    const assigned = received().when(assign('lin', undefined, { now: at('2026-09-02 09:00') }));
    expect(card(assigned.state)).toMatchObject({
      stage: 'assigned',
      owner: 'lin',
      waits: [{ kind: 'answer-feedback', people: ['lin'], since: at('2026-09-02 09:00'), due }],
    });
    const raised = assigned.when(issue('RaiseFeedback', { reason: '急。' }));
    expect(kinds(raised.state)).toEqual([
      ['decide-feedback', due],
      ['answer-feedback', due],
    ]);
    const answered = assigned.when(answer());
    expect(kinds(answered.state)).toEqual([['close-feedback', at('2026-09-09 00:00')]]);
    const rectifying = answered.when(rectify());
    expect(kinds(rectifying.state)).toEqual([['rectify', at('2026-10-01 00:00')]]);
    const reported = rectifying.when(issue('ReportRectification', { proof: '已改。' }, { by: person('wu') }));
    expect(kinds(reported.state)).toEqual([['verify-rectification', at('2026-10-01 00:00')]]);
    expect(kinds(answered.when(close()).state)).toEqual([]);
    expect(card(answered.when(close()).state)).toMatchObject({ stage: 'closed', outcome: 'adopted' });
  });

  test('is of an opinion that was recorded before there were ladders', () => {
    const old = given(feedbackDecider, [
      { type: 'FeedbackReceived', data: { ...OPINION, dueOn: '2026-09-16' } },
      { type: 'FeedbackOverdue', data: { dueOn: '2026-09-16' } },
    ]);
    expect(card(old.state)).toMatchObject({ stage: 'received', overdue: true });
    expect(feedbackDecider.nextDue(old.state)).toBe(at('2026-09-02 00:00'));
    expect(SCHOOL.people).toHaveProperty('li');
  });
});

test('every refusal of a feedback is provoked by some test', () => {
  expect(unexercised(FEEDBACK_REFUSALS, import.meta.dirname)).toEqual([]);
});
