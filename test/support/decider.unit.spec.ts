import { describe, expect, it } from 'vitest';
import type { Command, Decider, DomainEvent } from '../../domain/kernel/decider.ts';
import { Refusal } from '../../domain/kernel/refusal.ts';
import { given, SOMEBODY } from './decider.ts';

type Count = Command<'Count', { readonly by: number }, undefined>;
type Counted = DomainEvent<'Counted', { readonly by: number }>;

const counter: Decider<Count, Counted, { readonly total: number; readonly at?: string }> = {
  initial: { total: 0 },
  decide: ({ data }) => {
    if (data.by < 0) throw new Refusal('counts-down', { kind: 'rule', zh: '', en: '' }, { by: data.by });
    return data.by === 0 ? [] : [{ type: 'Counted', data }];
  },
  evolve: (state, { data }, { at }) => ({ total: state.total + data.by, at }),
  nextDue: () => undefined,
};

const count = (by: number): Count => ({
  type: 'Count',
  data: { by },
  now: '2026-09-02T00:00:00.000Z',
  actor: SOMEBODY,
  facts: undefined,
});
const counted = (by: number): Counted => ({ type: 'Counted', data: { by } });

describe('given / when / then', () => {
  it('compares events, types and refusals, and fails when they differ', () => {
    const start = given(counter, [counted(2)]);
    start.when(count(3)).then([counted(3)]);
    start.when(count(3)).thenTypes('Counted');
    start.when(count(-1)).thenRefused('counts-down', { by: -1 });
    expect(() => start.when(count(3)).then([])).toThrow();
    expect(() => start.when(count(3)).thenRefused('counts-down')).toThrow(/expected refusal/);
    expect(() => start.when(count(-1)).then([])).toThrow(Refusal);
    expect(() => start.when(count(-1)).thenRefused('other')).toThrow();
  });

  it('folds what was decided under the time of its command', () => {
    const after = given(counter, [counted(2)])
      .when(count(3))
      .when(count(4));
    expect(after.state).toEqual({ total: 9, at: '2026-09-02T00:00:00.000Z' });
    expect(after.when(count(-1)).state).toEqual(after.state);
  });
});
