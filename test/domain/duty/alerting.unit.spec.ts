import { describe, expect, test } from 'vitest';
import { calendarOf } from '../../../domain/calendar/working-days.ts';
import { ledgerDecider } from '../../../domain/duty/ledger.ts';
import { given } from '../../support/decider.ts';
import {
  at,
  disclose,
  dutyOf,
  follow,
  issue,
  open,
  pass,
  quarter,
  RULES,
  stateOf,
  waive,
} from './ledger-samples.ts';

const ALL = ['b-01', 'b-02', 'b-03', 'unit'];
const ONE = { rows: [{ id: 'b-01', timing: 'periodic' }] } as const;

describe('the ladder', () => {
  test('is climbed at half past eight, on working days before and after the due day', () => {
    const said: string[] = [];
    let outcome = quarter();
    for (let due = ledgerDecider.nextDue(outcome.state); due !== undefined; ) {
      outcome = outcome.when({ ...pass('2026-10-01'), now: due });
      for (const { type, data } of outcome.events)
        said.push(`${due} ${type} ${'step' in data ? data.step : ''}`);
      due = ledgerDecider.nextDue(outcome.state);
    }
    expect(said).toEqual([
      '2026-12-22T00:30:00.000Z DutyDueSoon T-7',
      '2026-12-28T00:30:00.000Z DutyDueSoon T-3',
      '2026-12-30T00:30:00.000Z DutyDueSoon T-1',
      '2026-12-31T00:30:00.000Z DutyDueSoon T',
      '2026-12-31T16:00:00.000Z PeriodClosed ',
      '2027-01-04T00:30:00.000Z DutyOverdue T+1',
      '2027-01-05T00:30:00.000Z DutyEscalated T+2',
      '2027-01-06T00:30:00.000Z DutyEscalated T+3',
      '2027-01-08T00:30:00.000Z DutyEscalated T+5',
      '2027-01-15T00:30:00.000Z DutyEscalated T+10',
    ]);
    expect(outcome.events).toMatchObject([{ data: { duties: ALL } }]);
  });

  test('only its highest step is spoken of after an outage', () => {
    const outcome = quarter().when(pass('2027-01-07'));
    outcome.thenTypes('PeriodClosed', 'DutyOverdue');
    expect(outcome.events[1]).toEqual({ type: 'DutyOverdue', data: { step: 'T+3', duties: ALL } });
    outcome.when(pass('2027-01-07')).then([]);
  });

  test('ends when the duty is met', () => {
    const met = quarter(ONE).when(pass('2026-12-22')).when(disclose('b-01', '2026-12-23'));
    expect(ledgerDecider.nextDue(met.state)).toBe('2026-12-31T16:00:00.000Z');
    met.when(pass('2026-12-28')).then([]);
  });

  test('waits for the next working day when its day was declared a holiday, even twice', () => {
    const off = (...days: string[]) =>
      calendarOf(Object.fromEntries(days.map((day) => [day, { working: false, name: '停课' }])));
    const first = quarter().when(pass('2026-12-22', 8.5, off('2026-12-22')));
    first.then([{ type: 'AlertsPostponed', data: { until: '2026-12-23' } }]);
    expect(ledgerDecider.nextDue(first.state)).toBe(at('2026-12-23', 8.5));
    const second = first.when(pass('2026-12-23', 8.5, off('2026-12-22', '2026-12-23')));
    second.then([{ type: 'AlertsPostponed', data: { until: '2026-12-24' } }]);
    expect(second.when(pass('2026-12-24')).events).toMatchObject([{ data: { step: 'T-7' } }]);
  });

  test('warns on the last working day when nobody works on the due day, and that cannot be put off', () => {
    // 8 November 2026 is a Sunday, and the Saturday before is off too.
    const stages = [{ name: '立项', plannedOn: '2026-11-08' }];
    const outcome = quarter(ONE)
      .when(follow({ item: 'works', row: 'b-05', from: '2026-10-10', stages }, '2026-10-12'))
      .when(issue('SnoozeDuty', { duty: 'works.立项', until: '2026-11-07' }, '2026-10-12'));
    expect(ledgerDecider.nextDue(outcome.state)).toBe(at('2026-11-06', 8.5));
    outcome.when(pass('2026-11-05')).then([]);
    outcome
      .when(pass('2026-11-06'))
      .then([{ type: 'DutyDueSoon', data: { step: 'T', duties: ['works.立项'] } }]);
  });
});

describe('the end of the quarter', () => {
  const busy = () =>
    quarter()
      .when(disclose('b-01', '2026-11-02'))
      .when(waive('b-02', '2026-11-02'))
      .when(
        follow(
          {
            item: 'works',
            row: 'b-05',
            from: '2026-10-10',
            stages: [{ name: '立项', plannedOn: '2026-11-10', completedOn: '2026-11-12' }],
          },
          '2026-11-12',
        ),
      );

  test('says how it ended, however late it is closed', () => {
    const ended = { type: 'PeriodClosed', data: { met: 2, metLate: 1, waived: 1, overdue: 1 } };
    expect(busy().when(pass('2027-01-01', 0)).events[0]).toEqual(ended);
    const late = busy().when(disclose('b-03', '2027-01-20')).when(pass('2027-01-25'));
    expect(late.events).toEqual([ended]);
    const excused = busy().when(waive('b-03', '2027-01-20')).when(pass('2027-01-25'));
    expect(excused.events).toEqual([ended]);
    late.when(pass('2027-01-26')).then([]);
    expect(ledgerDecider.nextDue(late.state)).toBeUndefined();
  });

  test('waits for nobody when there is nothing to say', () => {
    expect(ledgerDecider.nextDue(undefined)).toBeUndefined();
    const empty = given(ledgerDecider).when(open('2026Q4', '2026-12-30', { since: '2026-12-30' }));
    expect(ledgerDecider.nextDue(empty.state)).toBe('2026-12-31T16:00:00.000Z');
    empty.when(pass('2026-12-31')).then([]);
  });

  test('a ladder may have one step', () => {
    const rules = { ...RULES, ladder: RULES.ladder.slice(-1) };
    const outcome = quarter({ ...ONE, rules });
    expect(stateOf(outcome).steps).toEqual(['T+10']);
    outcome.when(pass('2027-01-14')).thenTypes('PeriodClosed');
    expect(dutyOf(outcome.when(pass('2027-01-15')), 'b-01').step).toBe(0);
  });
});

test('an answer is noted with its hours', () => {
  const outcome = quarter().when(issue('NoteAnswer', { hours: 20 }, '2026-10-09'));
  outcome.then([{ type: 'AnswerNoted', data: { hours: 20 } }]);
  expect(stateOf(outcome.when(issue('NoteAnswer', { hours: 4 }, '2026-10-10'))).answerHours).toEqual([20, 4]);
});
