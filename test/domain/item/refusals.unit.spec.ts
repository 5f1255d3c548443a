import { expect, test } from 'vitest';
import { ITEM_REFUSALS } from '../../../domain/item/refusals.ts';
import { unexercised } from '../../support/refusal-coverage.ts';

test('every refusal of an item is provoked by some test', () => {
  expect(unexercised(ITEM_REFUSALS, import.meta.dirname)).toEqual([]);
});
