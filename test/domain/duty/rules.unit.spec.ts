import { describe, expect, test } from 'vitest';
import {
  halfYearEndingWith,
  isPeriodName,
  periodNamed,
  periodTitle,
  quarterFrom,
  quarterOf,
} from '../../../domain/duty/period.ts';
import { DUTY_REFUSALS } from '../../../domain/duty/refusals.ts';
import { belowFloor, DEFAULT_DUTY_RULES, offsetOf, rulesOf, stepName } from '../../../domain/duty/rules.ts';
import { type DutyRules, dutyRulesSchema } from '../../../domain/duty/rules-schema.ts';
import { organisationDecider } from '../../../domain/organisation/decider.ts';
import { given } from '../../support/decider.ts';
import { unexercised } from '../../support/refusal-coverage.ts';
import { KEEPER, RULES } from './ledger-samples.ts';

test('every refusal of a ledger is provoked by some test', () => {
  expect(unexercised(DUTY_REFUSALS, import.meta.dirname)).toEqual([]);
});

describe('the superior’s rules are a floor', () => {
  const days = (count: number, counting: 'calendar' | 'working' = 'calendar') => ({ days: count, counting });
  const [first, ...rest] = RULES.ladder as [DutyRules['ladder'][number], ...DutyRules['ladder']];

  test.each<[string, Partial<DutyRules>, Partial<DutyRules>, string | undefined]>([
    ['the same', {}, {}, undefined],
    ['more often', {}, { cadence: 'half-year' }, undefined],
    ['more rarely', { cadence: 'half-year' }, {}, 'rules.cadence'],
    ['one row more rarely', { rowCadence: { 'b-01': 'half-year' } }, {}, 'rules.rowCadence.b-01'],
    [
      'one row as rarely as allowed',
      { rowCadence: { 'b-01': 'half-year' } },
      { rowCadence: { 'b-01': 'half-year' } },
      undefined,
    ],
    [
      'forgetting a stricter row',
      { cadence: 'half-year' },
      { cadence: 'half-year', rowCadence: { 'b-01': 'quarter' } },
      'rules.rowCadence.b-01',
    ],
    ['earlier', { prompt: days(3) }, {}, undefined],
    ['later', { prompt: days(8) }, {}, 'rules.prompt'],
    ['a result later', { result: days(8) }, {}, 'rules.result'],
    ['working for calendar days', { result: days(7, 'working') }, {}, 'rules.result'],
    ['the same day', { result: days(0, 'working') }, {}, undefined],
    ['calendar for working days', { result: days(7) }, { result: days(7, 'working') }, undefined],
    ['beginning later', { joiningDays: 31 }, {}, 'rules.joiningDays'],
    ['beginning earlier', { joiningDays: 0 }, {}, undefined],
    ['a step left out', { ladder: rest }, {}, 'rules.ladder'],
    ['a step more', { ladder: [{ offset: -10, tell: first.tell }, first, ...rest] }, {}, undefined],
    [
      'somebody not told',
      { ladder: RULES.ladder.map((step) => ({ ...step, tell: first.tell })) },
      {},
      'rules.ladder',
    ],
    [
      'not named in the bulletin',
      { ladder: RULES.ladder.map(({ offset, tell }) => ({ offset, tell })) },
      {},
      'rules.ladder',
    ],
  ])('%s', (_, own, floor, field) => {
    expect(belowFloor({ ...RULES, ...own }, { ...RULES, ...floor })).toBe(field);
  });

  test('which an organisation cannot go below', () => {
    const change = (rules: DutyRules) =>
      ({
        type: 'ChangeDutyRules',
        data: { rules, reason: '试行' },
        now: '2026-09-02T00:00:00.000Z',
        actor: KEEPER,
        facts: { mayAdminister: true, floorRules: RULES },
      }) as never;
    const school = given(organisationDecider, [
      {
        type: 'OrganisationOnboarded',
        data: { name: '东方小学党支部', shortName: '东方小学', kind: 'branch', superior: 'qu' },
      },
    ]);
    school
      .when(change({ ...RULES, cadence: 'half-year' }))
      .thenRefused('rules-below-floor', { field: 'rules.cadence' });
    const stricter = { ...RULES, prompt: days(3) };
    expect(school.when(change(stricter)).state?.dutyRules).toEqual({ rules: stricter, edition: 1 });
  });

  test('the organisation’s own hold, else its superior’s, else the built-in ones', () => {
    const own = { dutyRules: { rules: { ...RULES, joiningDays: 1 }, edition: 4 } };
    const above = { dutyRules: { rules: { ...RULES, joiningDays: 2 }, edition: 9 } };
    expect(rulesOf(own, above)).toBe(own.dutyRules);
    expect(rulesOf({}, above)).toBe(above.dutyRules);
    expect(rulesOf({}, undefined)).toEqual({ rules: DEFAULT_DUTY_RULES, edition: 0 });
  });

  test('are checked for shape: the built-in ones pass, steps out of order do not', () => {
    expect(dutyRulesSchema.parse(RULES)).toEqual(RULES);
    expect(dutyRulesSchema.safeParse({ ...RULES, ladder: RULES.ladder.toReversed() }).success).toBe(false);
    expect(dutyRulesSchema.safeParse({ ...RULES, ladder: [] }).success).toBe(false);
    expect([-7, 0, 10].map(stepName)).toEqual(['T-7', 'T', 'T+10']);
    expect(['T-7', 'T', 'T+10'].map(offsetOf)).toEqual([-7, 0, 10]);
  });
});

describe('a quarter', () => {
  test('is found by name, by instant in Shanghai, and by counting', () => {
    expect(periodNamed('2026Q1')).toEqual({ name: '2026Q1', from: '2026-01-01', until: '2026-03-31' });
    expect(() => periodNamed('2026Q5')).toThrow('not a period');
    expect(quarterOf('2026-12-31T16:00:00.000Z').name).toBe('2027Q1');
    expect(quarterOf('2026-12-31T15:59:59.999Z').name).toBe('2026Q4');
    expect([-5, -1, 0, 1, 4].map((count) => quarterFrom({ from: '2026-04-01' }, count).name)).toEqual([
      '2025Q1',
      '2026Q1',
      '2026Q2',
      '2026Q3',
      '2027Q2',
    ]);
    expect(isPeriodName('2026Q4') && !isPeriodName('2026q4')).toBe(true);
    expect(periodTitle('2026Q4')).toBe('2026年第四季度');
  });

  test('ends a half-year or not', () => {
    expect(
      ['2026Q1', '2026Q2', '2026Q3', '2026Q4'].map((name) => halfYearEndingWith(periodNamed(name))),
    ).toEqual([undefined, '2026-01-01', undefined, '2026-07-01']);
  });
});
