import { describe, expect, test } from 'vitest';
import { itemDecider } from '../../../domain/item/item.ts';
import { revise } from './revisions.ts';
import { approve, at, issue, passTime, review, reviewed, screen, submit } from './school.ts';

describe('not for now', () => {
  const lookAgainOn = '2026-10-08';
  const withheld = {
    kind: 'not-for-now',
    ground: 'under-deliberation',
    explanation: '尚在酝酿。',
    lookAgainOn,
  } as const;
  const pending = () => reviewed({ withheld }).when(approve());

  test('is raised once, at the beginning of its day', () => {
    expect(itemDecider.nextDue(pending().state)).toBe(at('2026-10-08 00:00'));
    pending()
      .when(passTime(at('2026-10-07 23:59')))
      .then([]);
    const raised = pending().when(passTime(at('2026-10-08 00:00')));
    raised.then([{ type: 'LookAgainDue', data: {} }]);
    expect(itemDecider.nextDue(raised.state)).toBeUndefined();
    raised.when(passTime(at('2026-10-09 00:00'))).then([]);
  });

  test('cannot be closed away', () => {
    pending().when(issue('CloseItem', {})).thenRefused('look-again-open');
  });

  test('is not raised while somebody is at it, and again when they give up', () => {
    const revised = pending().when(revise());
    expect(itemDecider.nextDue(revised.state)).toBeUndefined();
    const given = revised.when(issue('WithdrawItem', { reason: '仍不宜公开。', inError: false }));
    expect(itemDecider.nextDue(given.state)).toBe(at('2026-10-08 00:00'));
  });

  test('can be put off by a new decision', () => {
    const later = pending()
      .when(revise({ withheld: { ...withheld, lookAgainOn: '2026-12-01' } }))
      .when(submit())
      .when(screen())
      .when(review())
      .when(approve());
    expect(itemDecider.nextDue(later.state)).toBe(at('2026-12-01 00:00'));
  });

  test('is raised again after it was raised and put off', () => {
    const later = pending()
      .when(passTime(at('2026-10-08 00:00')))
      .when(revise({ withheld: { ...withheld, lookAgainOn: '2026-12-01' } }))
      .when(submit())
      .when(screen())
      .when(review())
      .when(approve());
    later.when(passTime(at('2026-12-01 00:00'))).then([{ type: 'LookAgainDue', data: {} }]);
  });

  test('is nothing that could be withdrawn', () => {
    pending()
      .when(issue('WithdrawItem', { reason: '不再适用。', inError: false }))
      .thenRefused('not-on-show');
  });
});
