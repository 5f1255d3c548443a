import { describe, expect, test } from 'vitest';
import { dutyCommands } from '../../../domain/duty/commands-schema.ts';
import { daysLate } from '../../../domain/duty/duty.ts';
import {
  disclose,
  dutyOf,
  follow,
  occur,
  pass,
  quarter,
  ROWS,
  RULES,
  stateOf,
  statusOn,
} from './ledger-samples.ts';

const ID = 'b-04.2026-10-01';

describe('an occurrence', () => {
  test('[HZ-22] a yearly result is due seven calendar days after it was made, and overdue on the eighth', () => {
    const outcome = quarter().when(occur('2026-10-01', { result: true }));
    expect(dutyOf(outcome, ID)).toMatchObject({ kind: 'occurrence', from: '2026-10-01', due: '2026-10-08' });
    expect(statusOn(outcome, ID, '2026-10-08')).not.toBe('overdue');
    expect(statusOn(outcome, ID, '2026-10-09')).toBe('overdue');
    expect(dutyOf(outcome, ID).explanation).toMatchObject({ days: 7, counting: 'calendar', skipped: [] });

    const rules = { ...RULES, result: { days: 7, counting: 'working' as const } };
    const working = quarter().when(occur('2026-10-01', { result: true }, { rules }));
    // 1 to 7 October are National Day; the 10th, a Saturday, is worked in exchange.
    expect(dutyOf(working, ID).due).toBe('2026-10-15');
    expect(dutyOf(working, ID).explanation?.skipped[0]).toMatchObject({ why: '国庆节' });
    expect(statusOn(working, ID, '2026-10-15')).not.toBe('overdue');
    expect(statusOn(working, ID, '2026-10-16')).toBe('overdue');
  });

  test('[HZ-24] the day on which it happened is kept, and the lag to its disclosure is measured', () => {
    const outcome = quarter().when(occur('2026-10-01')).when(disclose('b-04', '2026-10-06'));
    const { from, met } = dutyOf(outcome, ID);
    expect(from).toBe('2026-10-01');
    expect(daysLate(from, met?.on ?? '')).toBe(5);
    expect(dutyCommands.RecordOccurrence.shape.happenedOn.safeParse(undefined).success).toBe(false);
  });

  test('may happen twice on one day', () => {
    const outcome = quarter()
      .when(occur('2026-10-01'))
      .when(occur('2026-10-01', { what: '干部考察预告' }));
    expect(dutyOf(outcome, `${ID}.2`).what).toBe('干部考察预告');
  });

  test('is spoken of by the ladder of its own due day', () => {
    const outcome = quarter().when(occur('2026-10-09'));
    const first = outcome.when(pass('2026-10-10'));
    expect(first.events).toMatchObject([{ data: { duties: ['b-04.2026-10-09'] } }]);
  });

  test('is refused of other rows, from the future, and from others', () => {
    quarter()
      .when(occur('2026-10-01', {}, { row: ROWS[0] }))
      .thenRefused('occurrence-not-prompt');
    quarter()
      .when(occur('2026-10-01', { result: true }, { row: undefined }))
      .thenRefused('occurrence-not-prompt');
    quarter()
      .when(occur('2026-10-01', { result: true }, { row: ROWS[0] }))
      .thenTypes('DutyArose');
    const early = { ...occur('2026-10-02'), now: '2026-10-01T02:00:00.000Z' };
    quarter().when(early).thenRefused('occurrence-in-future', { today: '2026-10-01' });
    quarter()
      .when(occur('2026-10-01', {}, { mayKeep: false }))
      .thenRefused('not-permitted');
  });
});

describe('the stages of an item', () => {
  const PLAN = [
    { name: '立项', plannedOn: '2026-11-10' },
    { name: '竣工', plannedOn: '2027-03-10' },
  ];
  const works = (stages: readonly object[] = PLAN, more: object = {}, on = '2026-11-12') =>
    follow({ item: 'works', row: 'b-05', from: '2026-10-10', stages: stages as typeof PLAN, ...more }, on);
  const LATER = [{ name: '立项', plannedOn: '2026-11-20' }, PLAN[1] as object];

  test('[HZ-21] each has a planned day; one that is late is spoken of', () => {
    const outcome = quarter().when(works());
    expect(dutyOf(outcome, 'works.立项')).toMatchObject({ kind: 'stage', due: '2026-11-10', what: '立项' });
    expect(statusOn(outcome, 'works.立项', '2026-11-11')).toBe('overdue');
    const [alert] = outcome.when(pass('2026-11-11')).events;
    expect(alert).toEqual({ type: 'DutyOverdue', data: { step: 'T+1', duties: ['works.立项'] } });
  });

  test('are met when they are completed, late or not, and by nothing else', () => {
    const one = quarter().when(works());
    expect(dutyOf(one.when(disclose('b-05', '2026-11-01')), 'works.立项').met).toBeUndefined();
    const done = one.when(works([{ ...PLAN[0], completedOn: '2026-11-12' }, PLAN[1] as object]));
    done.thenTypes('DutyMet');
    expect(statusOn(done, 'works.立项', '2026-11-12')).toBe('met-late');
    expect(stateOf(done).disclosures).toBe(0);
    done.when(works([{ ...PLAN[0], completedOn: '2026-11-12' }, PLAN[1] as object])).then([]);
    const atOnce = quarter().when(works([{ ...PLAN[0], completedOn: '2026-11-09' }]));
    atOnce.thenTypes('DutyArose', 'DutyMet');
    expect(statusOn(atOnce, 'works.立项', '2026-11-12')).toBe('met');
  });

  test('move with their plan, and the ladder begins anew', () => {
    const outcome = quarter()
      .when(works())
      .when(pass('2026-11-09'))
      .when(works(LATER, {}, '2026-11-10'));
    outcome.thenTypes('DutyMoved');
    expect(dutyOf(outcome, 'works.立项')).toMatchObject({ due: '2026-11-20', step: -1 });
    outcome.when(works(LATER)).then([]);
  });

  test('stay overdue, whatever becomes of the plan once their day has passed', () => {
    const late = quarter().when(works());
    late.when(works(LATER, {}, '2026-11-11')).then([]);
    late.when(works([PLAN[1] as object], {}, '2026-11-11')).then([]);
    expect(statusOn(late, 'works.立项', '2026-11-11')).toBe('overdue');
  });

  test('go when they are no longer planned, unless the work is closed', () => {
    const outcome = quarter().when(works());
    outcome
      .when(works([PLAN[1] as object], {}, '2026-11-10'))
      .then([{ type: 'DutiesDropped', data: { duties: ['works.立项'] } }]);
    outcome.when(works([PLAN[1] as object], { closedOn: '2026-11-12' })).thenTypes('DutyMet');
  });

  test('work across a year end owes a closing summary, which only its summary meets', () => {
    const outcome = quarter().when(works());
    expect(dutyOf(outcome, 'works.summary')).toMatchObject({ kind: 'summary', due: '2027-03-10' });
    const staged = outcome.when(works(PLAN.map((stage) => ({ ...stage, completedOn: stage.plannedOn }))));
    expect(statusOn(staged, 'works.summary', '2027-03-11')).toBe('overdue');
    const closed = staged.when(works(PLAN, { closedOn: '2027-03-09' }));
    expect(statusOn(closed, 'works.summary', '2027-03-11')).toBe('met');
    expect(Object.keys(stateOf(quarter().when(works(PLAN.slice(0, 1)))).duties)).not.toContain(
      'works.summary',
    );
  });

  test('a summary is no longer owed when the work is to end within the year', () => {
    const outcome = quarter()
      .when(works())
      .when(works([PLAN[0] as object]));
    expect(Object.keys(stateOf(outcome).duties)).not.toContain('works.summary');
  });
});
