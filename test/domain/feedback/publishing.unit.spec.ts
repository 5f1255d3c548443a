import { describe, expect, test } from 'vitest';
import { feedbackCommands } from '../../../domain/feedback/commands.ts';
import { person } from '../item/school.ts';
import { answer, close, issue, received } from './opinions.ts';

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
