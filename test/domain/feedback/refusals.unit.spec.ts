import { expect, test } from 'vitest';
import { FEEDBACK_REFUSALS } from '../../../domain/feedback/refusals.ts';
import { unexercised } from '../../support/refusal-coverage.ts';

test('every refusal of a feedback is provoked by some test', () => {
  expect(unexercised(FEEDBACK_REFUSALS, import.meta.dirname)).toEqual([]);
});
