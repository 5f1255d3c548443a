import { describe, expect, test } from 'vitest';
import type { LedgerCommand } from '../../../domain/duty/commands.ts';
import { ledgerDecider } from '../../../domain/duty/ledger.ts';
import type { Day } from '../../../domain/kernel/time.ts';
import { given } from '../../support/decider.ts';
import {
  disclose,
  issue,
  occur,
  open,
  pass,
  quarter,
  stateOf,
  statusOn,
  sync,
  waive,
} from './ledger-samples.ts';

const rest = (day: Day): LedgerCommand => issue('NoteRest', {}, day, { rest: '校舍重建' });
const resume = (day: Day): LedgerCommand => issue('NoteRest', {}, day, { rest: undefined });
const overdue = (outcome: { readonly state: ReturnType<typeof quarter>['state'] }, day: Day) =>
  Object.keys(stateOf(outcome).duties).filter((id) => statusOn(outcome, id, day) === 'overdue');

describe('while an organisation rests', () => {
  test('nothing falls overdue and nothing is said of it', () => {
    const resting = quarter().when(rest('2026-11-02'));
    resting.thenTypes('DutiesRested');
    expect(overdue(quarter(), '2027-01-20').length).toBeGreaterThan(2);
    expect(overdue(resting, '2027-01-20')).toEqual([]);
    resting.when(pass('2027-01-20')).thenTypes('PeriodClosed');
    resting.when(rest('2026-11-03')).then([]);
  });

  test('nothing more is owed, be it a new quarter or new rows', () => {
    const begun = given(ledgerDecider).when(open('2026Q4', '2026-10-01', { resting: true }));
    expect(stateOf(begun).duties).toEqual({});
    expect(stateOf(begun).anchors).toEqual(stateOf(quarter()).anchors);
    quarter()
      .when(sync('2026-10-08', { resting: true, rows: [{ id: 'b-99', timing: 'periodic' }] }))
      .then([]);
  });
});

describe('once it works again', () => {
  test('it owes what is not due yet, and what it owed too late before', () => {
    const late = quarter().when(occur('2026-10-09'));
    const [id = ''] = Object.keys(stateOf(late).duties).filter(
      (each) => !(each in stateOf(quarter()).duties),
    );
    const due = stateOf(late).duties[id]?.due ?? '';
    expect(due < '2026-11-02').toBe(true);
    const back = late.when(rest('2026-11-02')).when(resume('2026-11-30'));
    expect(stateOf(back)).toEqual({ ...stateOf(late) });
    expect(statusOn(back, id, '2026-11-30')).toBe('overdue');
    back.when(resume('2026-12-01')).then([]);
  });

  test('what fell due meanwhile stays excused for good', () => {
    const late = quarter().when(occur('2026-10-09'));
    const [id = ''] = Object.keys(stateOf(late).duties).filter(
      (each) => !(each in stateOf(quarter()).duties),
    );
    const back = late.when(rest('2026-10-10')).when(resume('2026-11-30'));
    expect(statusOn(back, id, '2027-03-01')).toBe('waived');
    expect(statusOn(back, 'unit', '2027-03-01')).toBe('overdue');
    const whole = quarter().when(rest('2026-11-02')).when(resume('2027-02-01'));
    expect(overdue(whole, '2027-03-01')).toEqual([]);
  });

  test('what was met or excused for another reason is left as it is', () => {
    const before = quarter().when(disclose('b-01', '2026-10-20')).when(waive('b-02', '2026-10-21'));
    const back = before.when(rest('2026-11-02')).when(resume('2026-11-30'));
    expect(stateOf(back).duties).toEqual(stateOf(before).duties);
  });
});
