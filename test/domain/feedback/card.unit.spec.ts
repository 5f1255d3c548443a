import { describe, expect, test } from 'vitest';
import { feedbackCardOf } from '../../../domain/feedback/card.ts';
import { feedbackDecider } from '../../../domain/feedback/feedback.ts';
import type { FeedbackState } from '../../../domain/feedback/state.ts';
import { given } from '../../support/decider.ts';
import { at, person, SCHOOL } from '../item/school.ts';
import { answer, assign, close, issue, OPINION, received, rectify } from './opinions.ts';

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
