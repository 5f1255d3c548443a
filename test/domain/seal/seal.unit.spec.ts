import { describe, expect, it } from 'vitest';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import type { Head } from '../../../domain/seal/head.ts';
import { isSealed, MOST_HEADS, type SealCommand, sealDecider, sealId } from '../../../domain/seal/seal.ts';
import { given } from '../../support/decider.ts';

const school = new OrgScope('dongfang');
const item = (id: string, version: number): Head => [
  school.stream('ITEM', id),
  version,
  `hash-${id}-${version}`,
];
const sealing = (day: string, heads: readonly Head[], before?: Head): SealCommand => ({
  type: 'SealHeads',
  data: { day },
  now: `${day}T00:30:00.000Z`,
  actor: { kind: 'system', name: 'due-worker' },
  facts: { heads, before },
});
const sealed = (day: string, ...heads: Head[]) => ({ type: 'HeadsSealed', data: { day, heads } }) as const;

describe('a seal', () => {
  it('names every head that has grown, in the order of names', () => {
    given(sealDecider)
      .when(sealing('2026-11-22', [item('i-2', 1), item('i-1', 3)]))
      .then([sealed('2026-11-22', item('i-1', 3), item('i-2', 1))]);
  });

  it('is not made when nothing has changed', () => {
    given(sealDecider).when(sealing('2026-11-22', [])).then([]);
    given(sealDecider, [sealed('2026-11-22', item('i-1', 3))])
      .when(sealing('2026-11-23', [item('i-1', 3), item('i-1', 2)]))
      .then([]);
  });

  it('is made once a day, and not for a day before', () => {
    const before = given(sealDecider, [sealed('2026-11-22', item('i-1', 3))]);
    before.when(sealing('2026-11-22', [item('i-1', 4)])).then([]);
    before.when(sealing('2026-11-21', [item('i-1', 4)])).then([]);
    before.when(sealing('2026-11-23', [item('i-1', 4)])).then([sealed('2026-11-23', item('i-1', 4))]);
  });

  it('is tied to the last seal before its quarter, but is not made for that alone', () => {
    const before: Head = [school.stream('SEAL', '2026q3'), 80, 'hash-of-80'];
    given(sealDecider)
      .when(sealing('2026-10-01', [item('i-1', 1)], before))
      .then([sealed('2026-10-01', before, item('i-1', 1))]);
    given(sealDecider)
      .when(sealing('2026-10-01', [], before))
      .then([]);
    given(sealDecider, [sealed('2026-10-01', item('i-1', 1))])
      .when(sealing('2026-10-02', [item('i-1', 2)], before))
      .then([sealed('2026-10-02', item('i-1', 2))]);
  });

  it('goes on in a second commit on the same day when there is more than one commit holds', () => {
    const heads = Array.from({ length: MOST_HEADS + 1 }, (_, n) =>
      item(`i-${String(n).padStart(5, '0')}`, 1),
    );
    const first = given(sealDecider).when(sealing('2026-11-22', heads));
    const [event] = first.events;
    expect(event?.data.heads).toHaveLength(MOST_HEADS);
    expect(event?.data.more).toBe(true);
    expect(isSealed(first.state, '2026-11-22')).toBe(false);
    const second = first.when(sealing('2026-11-22', heads));
    second.then([sealed('2026-11-22', heads[MOST_HEADS] as Head)]);
    expect(isSealed(second.state, '2026-11-22')).toBe(true);
  });

  it('fits into a row of the record at the longest names there can be', () => {
    const longest = 'a'.repeat(40);
    const head: Head = [new OrgScope(longest).stream('ORGANISATION', longest), 999_999_999, 'h'.repeat(43)];
    expect((JSON.stringify(head).length + 1) * MOST_HEADS).toBeLessThan(380_000);
  });

  it('lies in the stream of its quarter', () => {
    expect(sealId('2026-11-22')).toBe('2026q4');
    expect(sealId('2027-01-01')).toBe('2027q1');
  });
});
