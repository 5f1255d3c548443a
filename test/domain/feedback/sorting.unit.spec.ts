import { describe, expect, test } from 'vitest';
import { feedbackDecider } from '../../../domain/feedback/feedback.ts';
import { type FeedbackState, stageOf } from '../../../domain/feedback/state.ts';
import { CLOCK, person } from '../item/school.ts';
import { answer, close, issue, received } from './opinions.ts';

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
