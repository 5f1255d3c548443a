import { describe, test } from 'vitest';
import { CLOCK, person } from '../item/school.ts';
import { ANONYMOUS, answer, assign, close, issue, received } from './opinions.ts';

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
