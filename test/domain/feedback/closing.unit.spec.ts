import { describe, expect, test } from 'vitest';
import { feedbackDecider } from '../../../domain/feedback/feedback.ts';
import { given } from '../../support/decider.ts';
import { NOW, person } from '../item/school.ts';
import { ANONYMOUS, answer, assign, close, DUE, issue, OPINION, received, VISITOR } from './opinions.ts';

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
