import { describe, expect, test } from 'vitest';
import {
  disclose,
  dutyOf,
  follow,
  issue,
  occur,
  open,
  pass,
  quarter,
  ROWS,
  stateOf,
  statusOn,
  undo,
} from './ledger-samples.ts';

const STANDING = { row: ROWS[2] };
const confirm = (day: string, facts: object = STANDING) =>
  issue('ConfirmStanding', { row: 'b-03' }, day, facts);

describe('a disclosure', () => {
  test('meets the duty of its row and the organisation’s own, and the alerted are named the step they heard', () => {
    quarter()
      .when(disclose('b-01', '2026-11-02'))
      .then([
        {
          type: 'DutyMet',
          data: {
            row: 'b-01',
            on: '2026-11-02',
            item: 'b-01-2026-11-02',
            forms: ['公示栏'],
            exception: false,
            duties: ['b-01', 'unit'],
          },
        },
      ]);
    const [met] = quarter().when(pass('2026-12-28')).when(disclose('b-01', '2026-12-30')).events;
    expect(met).toMatchObject({ data: { told: 'T-3' } });
  });

  test('is late after the due day', () => {
    expect(statusOn(quarter().when(disclose('b-01', '2026-12-31')), 'b-01', '2027-01-05')).toBe('met');
    expect(statusOn(quarter().when(disclose('b-01', '2027-01-01')), 'b-01', '2027-01-05')).toBe('met-late');
  });

  test('does not count before the duty’s time, nor twice', () => {
    quarter().when(disclose('b-01', '2026-09-30')).thenTypes('RowDisclosed');
    const met = quarter().when(disclose('b-01', '2026-10-09'));
    met.when(disclose('b-01', '2026-10-10')).thenTypes('RowDisclosed');
    met.when(disclose('b-01', '2027-01-10')).then([]);
  });

  test('that the ledger hears of late is still the first', () => {
    const late = quarter().when(disclose('b-01', '2027-01-10'));
    const heard = late.when(disclose('b-01', '2026-12-20'));
    heard.thenTypes('DutyMet');
    expect(statusOn(heard, 'b-01', '2027-01-11')).toBe('met');
    heard.when(disclose('b-01', '2026-12-24')).thenTypes('RowDisclosed');
  });

  test('of an earlier quarter is known, and counted there', () => {
    const outcome = quarter().when(disclose('b-02', '2026-08-03')).when(disclose('b-03', '2026-09-01'));
    expect(stateOf(outcome)).toMatchObject({
      disclosures: 0,
      last: { 'b-02': '2026-08-03', 'b-03': '2026-09-01' },
    });
    expect(dutyOf(outcome, 'b-02').met).toMatchObject({ on: '2026-08-03' });
    expect(dutyOf(outcome, 'unit').met).toBeUndefined();
    outcome.when(disclose('b-03', '2026-08-01')).then([]);
    outcome.when(confirm('2026-10-09')).thenTypes('DutyMet');
  });

  test('counts forms, exceptions and days in its quarter only', () => {
    const outcome = quarter()
      .when(disclose('b-01', '2026-10-09', { forms: ['会议'], exception: true }))
      .when(disclose('b-01', '2026-10-09', { item: 'other' }))
      .when(disclose('b-02', '2027-01-09'));
    expect(stateOf(outcome)).toMatchObject({
      disclosures: 2,
      exceptions: 1,
      forms: ['会议', '公示栏'],
      recent: ['2026-10-09'],
      last: { 'b-01': '2026-10-09', 'b-02': '2027-01-09' },
    });
  });
});

describe('an occurrence', () => {
  test('is met by one disclosure, the oldest first; one item answers one', () => {
    const two = quarter()
      .when(occur('2026-10-12'))
      .when(occur('2026-10-10', { what: '干部考察预告' }));
    const one = two.when(disclose('b-04', '2026-10-13', { item: 'notice' }));
    expect(dutyOf(one, 'b-04.2026-10-10').met).toEqual({ on: '2026-10-13', item: 'notice' });
    expect(dutyOf(one, 'b-04.2026-10-12').met).toBeUndefined();
    const again = one.when(disclose('b-04', '2026-10-14', { item: 'notice' }));
    again.thenTypes('RowDisclosed');
    expect(dutyOf(again.when(disclose('b-04', '2026-10-15')), 'b-04.2026-10-12').met).toBeDefined();
  });

  test('is not met by what was shown before it happened', () => {
    const outcome = quarter().when(occur('2026-10-12')).when(disclose('b-04', '2026-10-11'));
    expect(dutyOf(outcome, 'b-04.2026-10-12').met).toBeUndefined();
  });
});

describe('what was shown in error', () => {
  test('met nothing: the duty is open again at the step it had reached', () => {
    const before = quarter()
      .when(pass('2026-12-28'))
      .when(disclose('b-01', '2026-12-29', { item: 'wrong' }));
    const after = before.when(undo('wrong', '2026-12-30'));
    after.then([{ type: 'DutyReopened', data: { item: 'wrong', duties: ['b-01', 'unit'] } }]);
    expect(dutyOf(after, 'b-01').step).toBe(dutyOf(before, 'b-01').step);
    expect(stateOf(after)).toMatchObject({ disclosures: 0, recent: [], last: {}, forms: [] });
    after.when(undo('wrong', '2026-12-30')).then([]);
  });

  test('gives way to what else was shown', () => {
    const outcome = quarter()
      .when(disclose('b-01', '2026-10-09', { item: 'wrong' }))
      .when(disclose('b-02', '2026-11-09', { item: 'second' }))
      .when(disclose('b-01', '2026-12-09', { item: 'right' }))
      .when(undo('wrong', '2026-12-10'));
    outcome.then([
      {
        type: 'DutyReopened',
        data: {
          item: 'wrong',
          duties: [],
          instead: {
            'b-01': { on: '2026-12-09', item: 'right' },
            unit: { on: '2026-11-09', item: 'second' },
          },
        },
      },
    ]);
    expect(dutyOf(outcome, 'b-01').met).toEqual({ on: '2026-12-09', item: 'right' });
    expect(stateOf(outcome)).toMatchObject({ disclosures: 2, last: { 'b-01': '2026-12-09' } });
  });

  test('a confirmation shows nothing, so it does not stand in for a disclosure', () => {
    const outcome = quarter()
      .when(disclose('b-01', '2026-10-09', { item: 'wrong' }))
      .when(disclose('b-03', '2026-09-09'))
      .when(confirm('2026-10-20'))
      .when(undo('wrong', '2026-12-10'));
    expect(dutyOf(outcome, 'unit').met).toBeUndefined();
    expect(dutyOf(outcome, 'b-03').met).toBeDefined();
  });

  test('counts no more even if it met nothing, and others’ work is left alone', () => {
    const two = quarter()
      .when(disclose('b-01', '2026-10-09'))
      .when(disclose('b-01', '2026-10-10', { item: 'wrong' }));
    const outcome = two.when(undo('wrong', '2026-10-11'));
    expect(stateOf(outcome)).toMatchObject({ disclosures: 1, last: { 'b-01': '2026-10-09' } });
    expect(dutyOf(outcome, 'b-01').met).toBeDefined();
    quarter().when(undo('unheard-of', '2026-10-11')).then([]);
  });

  test('an occurrence that it answered is open again, and its stages are gone', () => {
    const stages = [{ name: '立项', plannedOn: '2026-11-10' }];
    const outcome = quarter()
      .when(occur('2026-10-12'))
      .when(disclose('b-04', '2026-10-13', { item: 'wrong' }))
      .when(follow({ item: 'wrong', row: 'b-04', from: '2026-10-13', stages }, '2026-10-13'))
      .when(undo('wrong', '2026-10-14'));
    expect(dutyOf(outcome, 'b-04.2026-10-12').met).toBeUndefined();
    expect(Object.keys(stateOf(outcome).duties)).not.toContain('wrong.立项');
  });
});

describe('[HZ-19] "still right?"', () => {
  const shown = () => quarter().when(disclose('b-03', '2026-09-01'));

  test('is asked of a standing row that is on show', () => {
    const outcome = shown().when(confirm('2026-10-09'));
    outcome.thenTypes('DutyMet');
    expect(statusOn(outcome, 'b-03', '2027-01-01')).toBe('met');
    outcome.when(confirm('2026-10-10')).then([]);
    shown().when(confirm('2027-01-09')).thenTypes('DutyMet');
    quarter().when(confirm('2026-10-09')).thenRefused('row-never-disclosed');
  });

  test('meets nothing else, and is no disclosure', () => {
    const outcome = shown().when(confirm('2026-10-09'));
    expect(dutyOf(outcome, 'unit').met).toBeUndefined();
    expect(stateOf(outcome)).toMatchObject({
      disclosures: 0,
      recent: ['2026-09-01'],
      last: { 'b-03': '2026-10-09' },
    });
  });

  test('is not asked of others, or by others', () => {
    shown()
      .when(confirm('2026-10-09', { row: ROWS[0] }))
      .thenRefused('row-not-standing');
    shown()
      .when(confirm('2026-10-09', { row: undefined }))
      .thenRefused('row-not-standing');
    shown()
      .when(confirm('2026-10-09', { ...STANDING, mayKeep: false }))
      .thenRefused('not-permitted');
  });

  test('never meets a periodic duty that the row had before', () => {
    const outcome = quarter({ rows: [{ id: 'b-03', timing: 'periodic' }] }).when(
      disclose('b-03', '2026-09-01'),
    );
    outcome.when(confirm('2026-10-09')).then([]);
    outcome.when(open('2026Q4', '2026-10-10')).then([]);
  });
});
