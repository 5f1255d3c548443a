import { describe, expect, test } from 'vitest';
import { ledgerDecider } from '../../../domain/duty/ledger.ts';
import type { PlanFacts } from '../../../domain/duty/plan.ts';
import type { Ledger } from '../../../domain/duty/state.ts';
import { given } from '../../support/decider.ts';
import {
  disclose,
  dutyOf,
  HALF_YEARLY,
  issue,
  open,
  pass,
  planFacts,
  quarter,
  ROWS,
  RULES,
  stateOf,
  statusOn,
  sync,
  waive,
} from './ledger-samples.ts';

const next = (period: string, day: string, previous: Ledger, facts: Partial<PlanFacts> = {}) =>
  given(ledgerDecider).when(open(period, day, { previous, ...facts }));
const opened = (period: string, day: string, facts: Partial<PlanFacts> = {}) =>
  given(ledgerDecider).when(open(period, day, facts));
const owed = (outcome: { state: Ledger | undefined }) => Object.keys(stateOf(outcome).duties).sort();

describe('a quarter opens', () => {
  test('once, in one commit, and not before it has begun', () => {
    quarter().thenTypes('PeriodOpened');
    quarter().when(open('2026Q4', '2026-10-02')).then([]);
    given(ledgerDecider)
      .when(open('2026Q4', '2026-09-30'))
      .thenRefused('period-not-reached', { period: '2026Q4' });
    given(ledgerDecider).when(disclose('b-01', '2026-10-09')).thenRefused('period-not-open');
  });

  test('[DF-29] a quarterly row is owed each quarter, a half-yearly one at the end of each half, and both fall overdue and are spoken of', () => {
    expect(owed(opened('2026Q3', '2026-07-01'))).toEqual(['b-01', 'b-03', 'unit']);
    const half = quarter();
    expect(dutyOf(half, 'b-01')).toMatchObject({ from: '2026-10-01', due: '2026-12-31' });
    expect(dutyOf(half, 'b-02')).toMatchObject({ from: '2026-07-01', due: '2026-12-31' });
    for (const row of ['b-01', 'b-02']) {
      expect(statusOn(half, row, '2026-12-31')).toBe('due-soon');
      expect(statusOn(half, row, '2027-01-01')).toBe('overdue');
    }
    const [, alert] = half.when(pass('2027-01-04')).events;
    expect(alert).toMatchObject({
      type: 'DutyOverdue',
      data: { duties: expect.arrayContaining(['b-01', 'b-02']) },
    });
  });

  test('[HZ-20] there are four periods a year, and each one missed is overdue', () => {
    const year = ['2026Q1', '2026Q2', '2026Q3', '2026Q4'].map((period, index) =>
      opened(period, `2026-${String(index * 3 + 1).padStart(2, '0')}-01`),
    );
    expect(year.map((each) => dutyOf(each, 'b-01').due)).toEqual([
      '2026-03-31',
      '2026-06-30',
      '2026-09-30',
      '2026-12-31',
    ]);
    expect(year.map((each) => statusOn(each, 'b-01', '2027-01-01'))).toEqual(Array(4).fill('overdue'));
  });

  test('[QS-06] who discloses nothing in a quarter is overdue, and any row helps', () => {
    const silent = quarter();
    expect(statusOn(silent, 'unit', '2027-01-01')).toBe('overdue');
    const spoke = silent.when(disclose('b-04', '2026-11-02'));
    expect(statusOn(spoke, 'unit', '2027-01-01')).toBe('met');
    expect(statusOn(spoke, 'b-01', '2027-01-01')).toBe('overdue');
  });

  test('what was disclosed earlier in the half-year counts for it', () => {
    const third = opened('2026Q3', '2026-07-01').when(disclose('b-02', '2026-08-10'));
    const fourth = next('2026Q4', '2026-10-01', stateOf(third));
    expect(dutyOf(fourth, 'b-02').met).toEqual({ on: '2026-08-10' });
    expect(dutyOf(fourth, 'b-01').met).toBeUndefined();
    expect(dutyOf(fourth, 'unit').met).toBeUndefined();
  });

  test('[HZ-19] a standing row is never taken down by time: it is confirmed once a year, from the day intended', () => {
    const first = opened('2026Q1', '2026-01-01');
    expect(dutyOf(first, 'b-03')).toMatchObject({ kind: 'reconfirm', due: '2026-03-31' });
    const late = first.when(disclose('b-03', '2026-05-20'));
    expect(stateOf(late).anchors).toEqual({ 'b-03': '2027-03-31' });
    let ledger = stateOf(late);
    const seen: string[] = [];
    for (const [period, day] of [
      ['2026Q2', '2026-04-01'],
      ['2026Q3', '2026-07-01'],
      ['2026Q4', '2026-10-01'],
      ['2027Q1', '2027-01-01'],
    ] as const) {
      ledger = stateOf(next(period, day, ledger));
      if (ledger.duties['b-03']) seen.push(`${period} ${ledger.duties['b-03'].due}`);
    }
    expect(seen).toEqual(['2027Q1 2027-03-31']);
  });

  test('the confirmation of the 29 February falls on the 28th of common years', () => {
    const previous = { ...stateOf(opened('2027Q4', '2027-10-01')), anchors: { 'b-03': '2028-02-29' } };
    expect(stateOf(next('2028Q1', '2028-01-01', previous)).anchors).toEqual({ 'b-03': '2029-02-28' });
  });

  test('who joins late owes nothing until the next quarter, and a whole one then', () => {
    expect(owed(quarter({ since: '2026-12-02' }))).toEqual(['b-01', 'b-02', 'b-03', 'unit']);
    const late = quarter({ since: '2026-12-03' });
    expect(owed(late)).toEqual([]);
    expect(owed(next('2027Q1', '2027-01-01', stateOf(late), { since: '2026-12-03' }))).toEqual([
      'b-01',
      'b-03',
      'unit',
    ]);
    expect(owed(quarter({ since: '2026-12-31', rules: { ...HALF_YEARLY, joiningDays: 0 } }))).toContain(
      'unit',
    );
  });

  test('earlier quarters that a disclosure may still meet are remembered', () => {
    const first = quarter();
    const arrears = (ledger: Ledger) => stateOf(next('2027Q1', '2027-01-01', ledger)).arrears;
    expect(arrears(stateOf(first))).toEqual(['2026Q4']);
    const all = ['b-01', 'b-02', 'b-03'].reduce(
      (outcome, row) => outcome.when(disclose(row, '2026-11-02')),
      first,
    );
    expect(arrears(stateOf(all))).toEqual([]);
    const rest = first.when(disclose('b-01', '2026-11-02')).when(disclose('b-02', '2026-11-02'));
    expect(arrears(stateOf(rest.when(waive('b-03', '2026-12-01'))))).toEqual([]);
    expect(arrears(stateOf(rest.when(waive('b-03', '2026-12-01', '2027-02-01'))))).toEqual(['2026Q4']);
  });

  test('carriers and the days of disclosure are carried over', () => {
    const first = quarter()
      .when(issue('NoteChannels', {}, '2026-10-08', { channels: ['board'] }))
      .when(disclose('b-01', '2026-10-09'));
    first.when(issue('NoteChannels', {}, '2026-10-10', { channels: ['board'] })).then([]);
    expect(stateOf(next('2027Q1', '2027-01-01', stateOf(first)))).toMatchObject({
      channels: ['board'],
      recent: ['2026-10-09'],
      last: { 'b-01': '2026-10-09' },
      disclosures: 0,
    });
  });
});

describe('rows change within the quarter', () => {
  const NEW = { id: 'l-new', timing: 'periodic' } as const;

  test('a new row owes when enough of the quarter is left', () => {
    quarter().when(sync('2026-10-20')).then([]);
    const early = quarter().when(sync('2026-12-02', { rows: [...ROWS, NEW] }));
    early.thenTypes('DutiesAdded');
    expect(dutyOf(early, 'l-new')).toMatchObject({ from: '2026-10-01', due: '2026-12-31', step: -1 });
    quarter()
      .when(sync('2026-12-03', { rows: [...ROWS, NEW] }))
      .then([]);
  });

  test('what was shown under it before is not asked for again', () => {
    const known = quarter().when(disclose('l-new', '2026-10-12'));
    expect(dutyOf(known.when(sync('2026-10-20', { rows: [...ROWS, NEW] })), 'l-new').met).toEqual({
      on: '2026-10-12',
    });
  });

  test('a new standing row is confirmed once, then a year later', () => {
    const rows = [...ROWS, { id: 'l-new', timing: 'standing' } as const];
    const outcome = quarter().when(sync('2026-10-20', { rows }));
    expect(dutyOf(outcome, 'l-new').due).toBe('2026-12-31');
    const after = next('2027Q1', '2027-01-01', stateOf(outcome), { rows });
    expect(owed(after)).not.toContain('l-new');
    expect(stateOf(after).anchors).toMatchObject({ 'l-new': '2027-12-31' });
  });

  test('new duties keep the ladder that the quarter was opened with', () => {
    const before = quarter();
    const rules = { ...HALF_YEARLY, ladder: RULES.ladder.slice(3, 5) };
    const after = before.when(sync('2026-10-20', { rows: [...ROWS, NEW], rules }));
    expect(stateOf(after).ladders).toEqual(stateOf(before).ladders);
    const [alert] = after.when(pass('2026-12-31')).events;
    expect(alert).toMatchObject({ type: 'DutyDueSoon', data: { step: 'T' } });
  });

  test('a row that goes takes its duty with it, unless it is met', () => {
    const outcome = quarter()
      .when(disclose('b-02', '2026-10-12'))
      .when(sync('2026-10-20', { rows: [] }));
    outcome.then([{ type: 'DutiesDropped', data: { duties: ['b-01', 'b-03'] } }]);
    expect(owed(outcome)).toEqual(['b-02', 'unit']);
  });

  test('a row that was out for a while owes what it owed, however late it comes back', () => {
    const back = quarter()
      .when(sync('2026-10-20', { rows: [] }))
      .when(sync('2026-12-30'));
    expect(owed(back)).toEqual(owed(quarter()));
    expect(stateOf(back).anchors).toEqual(stateOf(quarter()).anchors);
  });

  test('a row whose timing changes owes by its new one', () => {
    const rows = ROWS.map(({ id }) => ({ id, timing: id === 'b-03' ? 'periodic' : 'standing' }) as const);
    const outcome = quarter().when(sync('2026-12-30', { rows }));
    outcome.thenTypes('DutiesDropped', 'DutiesAdded');
    expect(dutyOf(outcome, 'b-03').kind).toBe('periodic');
    expect(dutyOf(outcome, 'b-01').kind).toBe('reconfirm');
  });

  test('the facts of a plan are named in the ledger', () => {
    const editions = { rules: 3, catalogue: 9, calendar: 2 };
    expect(stateOf(quarter({ editions })).editions).toEqual(editions);
    expect(planFacts().editions).not.toEqual(editions);
  });
});
