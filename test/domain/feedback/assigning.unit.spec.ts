import { describe, expect, test } from 'vitest';
import { feedbackDecider } from '../../../domain/feedback/feedback.ts';
import { given } from '../../support/decider.ts';
import { at, CLOCK, organisation, person, withPolicy } from '../item/school.ts';
import { answer, assign, DUE, issue, received } from './opinions.ts';

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
