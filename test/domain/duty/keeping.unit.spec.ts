import { describe, expect, test } from 'vitest';
import { dutyCommands } from '../../../domain/duty/commands-schema.ts';
import { WAIVER_GROUNDS } from '../../../domain/duty/duty.ts';
import { disclose, dutyOf, issue, pass, quarter, statusOn, waive } from './ledger-samples.ts';

const end = (duty: string, day: string, facts: object = {}) =>
  issue('EndWaiver', { duty, reason: '情况变化' }, day, facts);
const snooze = (until: string, day: string, facts: object = {}) =>
  issue('SnoozeDuty', { duty: 'b-01', until }, day, facts);
const acknowledge = (duty = 'b-01', facts: object = {}) =>
  issue('AcknowledgeDuty', { duty }, '2026-12-28', facts);

describe('a waiver', () => {
  test('is granted by the superior’s office, with a ground, and kept with who and when', () => {
    const outcome = quarter().when(waive('b-01', '2026-12-01', '2027-02-10'));
    outcome.then([
      {
        type: 'DutyWaived',
        data: { duty: 'b-01', ground: 'nothing-to-disclose', note: '本期无', until: '2027-02-10' },
      },
    ]);
    expect(dutyOf(outcome, 'b-01').waived).toMatchObject({ by: 'chen', at: '2026-12-01T02:00:00.000Z' });
    quarter()
      .when({ ...waive('b-01', '2026-12-01'), facts: { mayKeep: true, mayWaive: false } } as never)
      .thenRefused('waiver-not-permitted');
  });

  test('holds until its last day, then the duty is owed again', () => {
    const outcome = quarter().when(waive('b-01', '2026-12-01', '2027-02-10'));
    expect(statusOn(outcome, 'b-01', '2027-02-10')).toBe('waived');
    expect(statusOn(outcome, 'b-01', '2027-02-11')).toBe('overdue');
    expect(statusOn(outcome.when(disclose('b-01', '2027-02-10')), 'b-01', '2027-02-11')).toBe('met');
    expect(statusOn(outcome.when(disclose('b-01', '2027-02-11')), 'b-01', '2027-02-11')).toBe('met-late');
    const good = quarter().when(waive('b-01', '2026-12-01'));
    expect(statusOn(good, 'b-01', '2030-01-01')).toBe('waived');
  });

  test('says when the duty does not concern the organisation at all', () => {
    const data = { duty: 'b-01', ground: 'not-applicable', note: '本单位无此事项' } as const;
    expect(statusOn(quarter().when(issue('WaiveDuty', data, '2026-12-01')), 'b-01', '2027-01-05')).toBe(
      'not-applicable',
    );
  });

  test('for good means that nobody is late with it; in its quarter a disclosure still meets it', () => {
    const good = quarter().when(waive('b-01', '2026-12-01'));
    expect(statusOn(good.when(disclose('b-01', '2026-12-20')), 'b-01', '2027-01-05')).toBe('met');
    expect(statusOn(good.when(disclose('b-01', '2027-01-20')), 'b-01', '2027-01-21')).toBe('waived');
  });

  test('silences the ladder, which goes on where it stands when it ends, in the morning', () => {
    const outcome = quarter().when(waive('b-01', '2026-12-01', '2027-01-04'));
    for (const id of ['b-02', 'b-03', 'unit']) expect(dutyOf(outcome, id)).toBeDefined();
    const others = ['b-02', 'b-03'].reduce((each, row) => each.when(disclose(row, '2026-12-02')), outcome);
    const closed = others.when(pass('2027-01-01', 0));
    closed.thenTypes('PeriodClosed');
    closed.when(pass('2027-01-05', 0)).then([]);
    closed.when(pass('2027-01-05')).then([{ type: 'DutyOverdue', data: { step: 'T+2', duties: ['b-01'] } }]);
  });

  test('may be ended, or granted anew, and names the step that was spoken of', () => {
    const outcome = quarter().when(pass('2026-12-28')).when(waive('b-01', '2026-12-28'));
    expect(outcome.events).toMatchObject([{ data: { told: 'T-3' } }]);
    const ended = outcome.when(end('b-01', '2026-12-29'));
    ended.thenTypes('WaiverEnded');
    expect(dutyOf(ended, 'b-01').waived).toBeUndefined();
    ended.when(end('b-01', '2026-12-29')).thenRefused('waiver-absent');
    outcome.when(end('b-01', '2026-12-29', { mayWaive: false })).thenRefused('waiver-not-permitted');
    outcome.when(waive('b-01', '2026-12-29', '2027-01-29')).thenTypes('DutyWaived');
  });

  test('is refused for what is past, done or unknown', () => {
    quarter()
      .when(waive('b-01', '2026-12-02', '2026-12-01'))
      .thenRefused('waiver-until-past', { today: '2026-12-02' });
    quarter().when(disclose('b-01', '2026-11-01')).when(waive('b-01', '2026-12-02')).thenRefused('duty-met');
    for (const id of ['b-99', 'constructor', '__proto__'])
      quarter().when(waive(id, '2026-12-02')).thenRefused('duty-unknown');
  });

  test('takes its ground from a closed list', () => {
    const asked = { duty: 'b-01', note: '本期无' };
    for (const ground of Object.keys(WAIVER_GROUNDS))
      expect(dutyCommands.WaiveDuty.safeParse({ ...asked, ground }).success).toBe(true);
    expect(dutyCommands.WaiveDuty.safeParse({ ...asked, ground: 'busy' }).success).toBe(false);
  });
});

describe('a reminder', () => {
  test('is acknowledged once, and the ladder goes on', () => {
    const outcome = quarter().when(pass('2026-12-28')).when(acknowledge());
    outcome.thenTypes('DutyAcknowledged');
    expect(dutyOf(outcome, 'b-01').acknowledged).toMatchObject({ by: 'chen' });
    outcome.when(acknowledge()).then([]);
    expect(outcome.when(pass('2026-12-30')).events).toMatchObject([{ data: { step: 'T-1' } }]);
    quarter()
      .when(acknowledge('b-01', { mayKeep: false }))
      .thenRefused('not-permitted');
  });

  test('is put off before the due day only', () => {
    const outcome = quarter().when(snooze('2026-12-30', '2026-12-21'));
    outcome.then([{ type: 'DutySnoozed', data: { duty: 'b-01', until: '2026-12-30' } }]);
    outcome.when(snooze('2026-12-30', '2026-12-21')).then([]);
    const spoken = (day: string) =>
      outcome.when(pass(day)).events.flatMap(({ data }) => ('duties' in data ? data.duties : []));
    expect(spoken('2026-12-29')).not.toContain('b-01');
    expect(spoken('2026-12-29')).toContain('b-02');
    expect(spoken('2026-12-30')).toContain('b-01');
    quarter().when(snooze('2026-12-31', '2026-12-21')).thenRefused('snooze-too-late', { due: '2026-12-31' });
    quarter().when(snooze('2026-12-30', '2026-12-31')).thenRefused('snooze-too-late');
    quarter()
      .when(snooze('2026-12-30', '2026-12-21', { mayKeep: false }))
      .thenRefused('not-permitted');
  });
});
