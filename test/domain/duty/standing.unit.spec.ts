import { describe, expect, test } from 'vitest';
import { median, regularityOf } from '../../../domain/duty/regularity.ts';
import { countsOn, onTimeRate, standingOf } from '../../../domain/duty/standing.ts';
import { sumOf, tallyDecider, tallyId } from '../../../domain/duty/tally.ts';
import { given } from '../../support/decider.ts';
import { at, disclose, issue, KEEPER, quarter, stateOf, waive } from './ledger-samples.ts';

const ROWS = [
  { id: 'b-01', level1: '组织建设' },
  { id: 'b-03', level1: '思想建设' },
];
const standing = (outcome: ReturnType<typeof quarter>) =>
  standingOf(stateOf(outcome), { id: 'dongfang', name: '东方小学', rows: ROWS });

describe('the standing of an organisation', () => {
  test('sorts its duties into the classes of the catalogue, its own one last', () => {
    const { classes, soon } = standing(
      quarter().when(disclose('b-01', '2027-01-09')).when(waive('b-03', '2026-12-01')),
    );
    expect(Object.keys(classes).slice(0, 2)).toEqual(['组织建设', '思想建设']);
    expect(classes).toEqual({
      组织建设: { met: 0, late: 1, excused: 0, open: {} },
      思想建设: { met: 0, late: 0, excused: 1, open: {} },
      其他: { met: 0, late: 0, excused: 0, open: { '2026-12-31': ['b-02'] } },
      每季度至少公开一次: { met: 0, late: 1, excused: 0, open: {} },
    });
    expect(soon).toEqual({ '2026-12-31': '2026-12-22' });
  });

  test('counts a day’s open, soon and overdue duties', () => {
    const { classes, soon } = standing(quarter());
    const on = (day: string) => countsOn(day, soon, Object.values(classes));
    expect(on('2026-12-21')).toMatchObject({ total: 4, open: 4, soon: 0, overdue: 0 });
    expect(on('2026-12-22')).toMatchObject({ open: 0, soon: 4, overdue: 0 });
    expect(on('2027-01-01')).toMatchObject({ open: 0, soon: 0, overdue: 4 });
  });

  test('a waiver with an end puts the day off', () => {
    const { classes } = standing(quarter().when(waive('b-01', '2026-12-01', '2027-02-10')));
    expect(classes.组织建设?.open).toEqual({ '2027-02-10': ['b-01'] });
  });

  test('tells silence, carriers and the hours of answers', () => {
    const silent = standing(quarter());
    expect(silent).toMatchObject({ silent: 1, unreachable: 1, channels: {}, forms: {} });
    const busy = quarter()
      .when(disclose('b-01', '2026-10-09'))
      .when(issue('NoteChannels', {}, '2026-10-09', { channels: ['board'] }))
      .when(issue('NoteAnswer', { hours: 10 }, '2026-10-09'))
      .when(issue('NoteAnswer', { hours: 30 }, '2026-10-09'));
    expect(standing(busy)).toMatchObject({
      silent: 0,
      unreachable: 0,
      channels: { board: 1 },
      forms: { 公示栏: 1 },
      answerHours: 20,
      lastOn: '2026-10-09',
    });
  });

  test('the rate of those in time leaves out what is not due or excused', () => {
    const none = { total: 9, met: 0, late: 0, excused: 4, overdue: 0, soon: 2, open: 3 };
    expect(onTimeRate(none)).toBeUndefined();
    expect(onTimeRate({ ...none, met: 3, late: 1, overdue: 2 })).toBe(0.5);
  });
});

describe('[ZH-11] regularity', () => {
  test('is 1 when the days of disclosure are evenly spread, and falls with the variance of the gaps', () => {
    expect(regularityOf(['2026-01-01', '2026-01-31', '2026-03-02', '2026-04-01'])).toBe(1);
    const stopAndGo = regularityOf(['2026-01-01', '2026-01-02', '2026-01-03', '2026-06-30']);
    // Gaps 1, 1 and 178: mean 60, variance 6962.
    expect(stopAndGo).toBe(Math.round((1000 * 3600) / (3600 + 6962)) / 1000);
    expect(regularityOf(['2026-01-01', '2026-01-02'])).toBeUndefined();
  });

  test('looks at the days of disclosure, across quarters, and silence beyond the cadence is overdue', () => {
    const days = ['2026-10-09', '2026-10-10', '2026-10-11', '2026-12-20'];
    const outcome = days.reduce((each, day) => each.when(disclose('b-01', day, { item: day })), quarter());
    expect(standing(outcome).regularity).toBe(regularityOf(days));
    expect(
      quarter().when({ ...issue('NoteAnswer', { hours: 1 }, '2027-01-04') }).state?.duties.unit?.due,
    ).toBe('2026-12-31');
  });

  test('the median is the middle value', () => {
    expect([median([]), median([3]), median([9, 1]), median([9, 1, 2])]).toEqual([undefined, 3, 5, 2]);
  });
});

describe('the daily sum', () => {
  const command = (type: 'BeginTally' | 'NotePlanned' | 'TimePassed', now: string, data = {}, facts = {}) =>
    ({ type, data: { period: '2026Q4', ...data }, now, actor: KEEPER, facts }) as never;
  const facts = { standing: sumOf([], { id: 'qu', name: '区', period: '2026Q4' }), trend: [] };
  const begun = () => given(tallyDecider).when(command('BeginTally', at('2026-10-01', 0)));

  test('is taken each morning at six, and said only when it changed', () => {
    begun().thenTypes('TallyBegun');
    begun()
      .when(command('BeginTally', at('2026-10-01', 1)))
      .then([]);
    expect(tallyDecider.nextDue(begun().state)).toBe(at('2026-10-01', 6));
    begun()
      .when(command('TimePassed', at('2026-10-01', 5), {}, facts))
      .then([]);
    const first = begun().when(command('TimePassed', at('2026-10-01', 6), {}, facts));
    first.thenTypes('PeriodTallied');
    expect(tallyDecider.nextDue(first.state)).toBe(at('2026-10-02', 6));
    const second = first.when(command('TimePassed', at('2026-10-04', 7), {}, facts));
    second.thenTypes('TallyUnchanged');
    expect(tallyDecider.nextDue(second.state)).toBe(at('2026-10-05', 6));
  });

  test('is followed for a quarter after the end', () => {
    const last = begun().when(command('TimePassed', at('2027-04-01', 6), {}, facts));
    expect(tallyDecider.nextDue(last.state)).toBe(at('2027-04-02', 6));
    const over = last.when(command('TimePassed', at('2027-04-02', 6), {}, facts));
    expect(tallyDecider.nextDue(over.state)).toBeUndefined();
    over.when(command('TimePassed', at('2027-05-03', 6), {}, facts)).then([]);
  });

  test('knows when the opening had been handed out, once', () => {
    const planned = given(tallyDecider).when(
      command('NotePlanned', at('2026-10-01', 0), { organisations: 3 }),
    );
    planned.thenTypes('TallyBegun', 'OpeningPlanned');
    expect(planned.state?.plannedAt).toBe(at('2026-10-01', 0));
    planned.when(command('NotePlanned', at('2026-10-02', 0), { organisations: 4 })).then([]);
    expect(tallyId('2026Q4')).toBe('2026q4');
  });
});
