import { describe, expect, test } from 'vitest';
import {
  type CalendarCommand,
  type CalendarFacts,
  calendarDecider,
} from '../../../domain/calendar/calendar.ts';
import { calendarCommands } from '../../../domain/calendar/commands.ts';
import { CALENDAR_REFUSALS } from '../../../domain/calendar/refusals.ts';
import { isVacation, termOf } from '../../../domain/calendar/terms.ts';
import { calendarOf } from '../../../domain/calendar/working-days.ts';
import type { Actor } from '../../../domain/kernel/decider.ts';
import { given } from '../../support/decider.ts';
import { unexercised } from '../../support/refusal-coverage.ts';

type DataOf<Type extends CalendarCommand['type']> = Extract<CalendarCommand, { type: Type }>['data'];
const OFFICE: Actor = { kind: 'person', person: 'qu-office', organisation: 'qu' };
const ALLOWED: CalendarFacts = { mayAdminister: true };
const issue = <Type extends CalendarCommand['type']>(type: Type, data: DataOf<Type>) =>
  ({ type, data, now: '2026-09-01T01:00:00.000Z', actor: OFFICE, facts: ALLOWED }) as CalendarCommand;

const REASON = '区教育局通知';
const STORM = { day: '2026-09-10', working: false, name: '台风停课' };
const CATCH_UP = { day: '2026-09-12', working: true, name: '台风补课' };
const edit = (...days: (typeof STORM)[]) => issue('EditDays', { days, reason: REASON });
const reset = (...days: string[]) => issue('ResetDays', { days });

const AUTUMN = { name: '2026—2027学年第一学期', from: '2026-09-01', until: '2027-01-22' };
const SPRING = { name: '2026—2027学年第二学期', from: '2027-02-22', until: '2027-07-02' };
const terms = (...all: (typeof AUTUMN)[]) => issue('SetTerms', { terms: all });

const calendar = () => given(calendarDecider);

describe('editing days', () => {
  test('records them with the reason; the working days follow', () => {
    const outcome = calendar().when(edit(STORM, CATCH_UP));
    outcome.then([{ type: 'DaysEdited', data: { days: [STORM, CATCH_UP], reason: REASON } }]);
    expect(outcome.state).toEqual({
      edited: {
        '2026-09-10': { working: false, name: '台风停课' },
        '2026-09-12': { working: true, name: '台风补课' },
      },
      terms: [],
      edition: 1,
    });
    expect(calendarOf(outcome.state.edited).addWorkdays('2026-09-09', 2)).toBe('2026-09-12');
    expect(calendarOf({}).addWorkdays('2026-09-09', 2)).toBe('2026-09-11');
  });

  test('records only what changes, and nothing when all is so already', () => {
    const once = calendar().when(edit(STORM));
    once.when(edit(STORM)).then([]);
    once
      .when(edit(STORM, CATCH_UP))
      .then([{ type: 'DaysEdited', data: { days: [CATCH_UP], reason: REASON } }]);
    expect(once.when(edit(STORM)).state.edition).toBe(1);

    const renamed = { ...STORM, name: '暴雨停课' };
    const worked = { ...STORM, working: true };
    expect(once.when(edit(renamed)).state.edited['2026-09-10']?.name).toBe('暴雨停课');
    expect(once.when(edit(worked)).state.edited['2026-09-10']?.working).toBe(true);
  });

  test('names no day twice', () => {
    calendar()
      .when(edit(STORM, CATCH_UP, { ...STORM, working: true }))
      .thenRefused('day-repeated', { field: 'days.2.day', day: '2026-09-10' });
  });
});

describe('resetting days', () => {
  test('gives them back to the notice', () => {
    const outcome = calendar().when(edit(STORM, CATCH_UP)).when(reset('2026-09-10'));
    outcome.then([{ type: 'DaysReset', data: { days: ['2026-09-10'] } }]);
    expect(Object.keys(outcome.state.edited)).toEqual(['2026-09-12']);
    expect(outcome.state.edition).toBe(2);
  });

  test('takes only days that were edited, each once', () => {
    const edited = calendar().when(edit(STORM));
    edited
      .when(reset('2026-09-10', '2026-09-11'))
      .thenRefused('day-not-edited', { field: 'days.1', day: '2026-09-11' });
    edited
      .when(reset('2026-09-10', '2026-09-10'))
      .thenRefused('day-repeated', { field: 'days.1', day: '2026-09-10' });
  });
});

describe('terms', () => {
  test('are kept in order of time, whatever the order they came in', () => {
    const outcome = calendar().when(terms(SPRING, AUTUMN));
    outcome.then([{ type: 'TermsSet', data: { terms: [AUTUMN, SPRING] } }]);
    expect(outcome.state).toEqual({ edited: {}, terms: [AUTUMN, SPRING], edition: 1 });
    outcome.when(terms(AUTUMN, SPRING)).then([]);
  });

  test.each([
    ['name', { ...AUTUMN, name: '第一学期' }],
    ['from', { ...AUTUMN, from: '2026-08-31' }],
    ['until', { ...AUTUMN, until: '2027-01-21' }],
  ])('replace those before them when another %s is given, or none', (_what, other) => {
    const outcome = calendar().when(terms(AUTUMN));
    outcome.when(terms(other)).then([{ type: 'TermsSet', data: { terms: [other] } }]);
    outcome.when(terms()).then([{ type: 'TermsSet', data: { terms: [] } }]);
    outcome.when(terms(AUTUMN, SPRING)).thenTypes('TermsSet');
  });

  test('end after they begin', () => {
    calendar()
      .when(terms(SPRING, { ...AUTUMN, until: AUTUMN.from }))
      .thenRefused('term-ends-before-it-begins', { field: 'terms.1.until', from: '2026-09-01' });
  });

  test('share no day; the refusal points at the later one, where it stands in the input', () => {
    calendar()
      .when(terms({ ...SPRING, from: AUTUMN.until }, AUTUMN))
      .thenRefused('terms-overlap', {
        field: 'terms.0.from',
        term: SPRING.name,
        other: AUTUMN.name,
        until: '2027-01-22',
      });
    calendar()
      .when(terms(AUTUMN, { ...SPRING, from: '2027-01-23' }))
      .thenTypes('TermsSet');
  });

  test('imply the vacation between them; outside of them nothing is known', () => {
    const both = [AUTUMN, SPRING];
    const kinds = [
      '2026-08-31',
      '2026-09-01',
      '2027-01-22',
      '2027-01-23',
      '2027-02-21',
      '2027-02-22',
      '2027-07-03',
    ];
    expect(kinds.map((day) => [termOf(day, both)?.name, isVacation(day, both)])).toEqual([
      [undefined, false],
      [AUTUMN.name, false],
      [AUTUMN.name, false],
      [undefined, true],
      [undefined, true],
      [SPRING.name, false],
      [undefined, false],
    ]);
    expect(isVacation('2027-02-01', [])).toBe(false);
    expect(isVacation('2027-02-01', [AUTUMN])).toBe(false);
  });
});

test('only the office of the district may change the calendar', () => {
  for (const command of [edit(STORM), reset('2026-09-10'), terms(AUTUMN)]) {
    calendar()
      .when({ ...command, facts: { mayAdminister: false } })
      .thenRefused('not-permitted');
  }
});

test('waits for nobody', () => {
  expect(calendarDecider.nextDue(calendar().when(edit(STORM)).state)).toBeUndefined();
});

describe('the input', () => {
  const days = (count: number) => ({ days: Array.from({ length: count }, () => STORM), reason: REASON });

  test('holds 1 to 60 real days, with a name and a reason', () => {
    const isEdit = (data: unknown) => calendarCommands.EditDays.safeParse(data).success;
    expect([0, 1, 60, 61].map((count) => isEdit(days(count)))).toEqual([false, true, true, false]);
    expect(isEdit({ days: [{ ...STORM, day: '2026-02-29' }], reason: REASON })).toBe(false);
    expect(isEdit({ days: [{ ...STORM, name: ' ' }], reason: REASON })).toBe(false);
    expect(isEdit({ days: [STORM], reason: '' })).toBe(false);
    expect(isEdit({ days: [STORM] })).toBe(false);
  });

  test('names the days to reset, and terms by name and both days', () => {
    const isReset = (list: unknown) => calendarCommands.ResetDays.safeParse({ days: list }).success;
    expect([isReset([]), isReset(['2026-09-10']), isReset(['10.9.2026'])]).toEqual([false, true, false]);
    const isTerms = (list: unknown) => calendarCommands.SetTerms.safeParse({ terms: list }).success;
    expect([isTerms([]), isTerms([AUTUMN]), isTerms([{ ...AUTUMN, until: undefined }])]).toEqual([
      true,
      true,
      false,
    ]);
    expect(isTerms(Array.from({ length: 21 }, () => AUTUMN))).toBe(false);
  });
});

test('every refusal of a calendar is provoked by a test', () => {
  expect(unexercised(CALENDAR_REFUSALS, import.meta.dirname)).toEqual([]);
});
