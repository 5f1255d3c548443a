import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarOf } from '../../../domain/calendar/working-days.ts';
import type { Climb } from '../../../domain/duty/climb.ts';
import { caseDecider } from '../../../domain/supervision/case/case.ts';
import type { CaseCommandOf, CaseCommandType, CaseFacts } from '../../../domain/supervision/case/commands.ts';
import { decidersOf, mayKnow } from '../../../domain/supervision/case/people.ts';
import { CASE_REFUSALS } from '../../../domain/supervision/case/refusals.ts';
import { type Case, type CaseState, measureOf } from '../../../domain/supervision/case/state.ts';
import { supervisionCounters } from '../../../domain/supervision/counters.ts';
import { given } from '../../support/decider.ts';
import { unexercised } from '../../support/refusal-coverage.ts';
import { at, NOW, person } from '../item/school.ts';
import { HOUSES } from './houses.ts';

const OPENED = { person: 'wang', fact: '逾期未公开。', basis: '党务公开条例（试行）' };
const DECISION = { measure: 'notice', reason: '情节较轻。' } as const;
const APPEAL = { text: '并非本人负责。' };
const UPHELD = { result: 'upheld', reason: '事实清楚。' } as const;

interface Given {
  readonly by?: string;
  readonly now?: string;
  readonly facts?: Partial<CaseFacts>;
}
function issue<Type extends CaseCommandType>(
  type: Type,
  data: CaseCommandOf<Type>['data'],
  { by = 'lin', now = NOW, facts = {} }: Given = {},
): CaseCommandOf<Type> {
  return {
    type,
    data,
    now,
    actor: person(by),
    facts: { ...HOUSES, calendar: calendarOf({}), ...facts },
  } as unknown as CaseCommandOf<Type>;
}
const nothing = () => given(caseDecider);
const opened = (by = 'lin', about: object = {}) =>
  nothing().when(issue('OpenCase', { ...OPENED, ...about }, { by }));
const decided = () => opened().when(issue('DecideCase', DECISION, { by: 'zhou' }));
const appealed = () => decided().when(issue('AppealCase', APPEAL, { by: 'wang' }));
/** Without its ladders, as records have it that are older than they. */
const silent = (state: CaseState): CaseState => {
  if (!state) return state;
  const { decision, appeal } = state;
  return {
    ...state,
    ...(decision && { decision: withoutSteps(decision) }),
    ...(appeal && { appeal: withoutSteps(appeal) }),
  };
};
const withoutSteps = <T extends Climb>({ steps: _, ...rest }: T) => rest as T;
const stateOf = ({ state }: { state: CaseState }): Case => state as Case;

describe('OpenCase', () => {
  test('is for the supervision group, here or above', () => {
    opened().then([{ type: 'CaseOpened', data: { ...OPENED, standing: 'within' } }]);
    opened('qu-watch').then([{ type: 'CaseOpened', data: { ...OPENED, standing: 'above' } }]);
    for (const by of ['li', 'zhou', 'qu-office', 'qu-delegate', 'qu-ours', 'wu'])
      opened(by).thenRefused('not-permitted');
    opened().when(issue('OpenCase', OPENED)).thenRefused('case-exists');
  });

  test('names somebody else, who belongs to the organisation, and a step that there is', () => {
    opened('lin', { person: 'qu-office' }).thenRefused('case-person-elsewhere', { field: 'person' });
    opened('lin', { person: 'lin' }).thenRefused('case-own');
    opened('lin', { about: { kind: 'duty', id: '2026q3' } }).thenRefused('step-unknown');
  });
});

describe('a decision', () => {
  test('is that of whoever leads, and stands for a month to be appealed against', () => {
    decided().then([
      { type: 'CaseDecided', data: { ...DECISION, appealUntil: '2026-10-01', steps: expect.any(Object) } },
    ]);
    for (const by of ['lin', 'wang', 'chen', 'qu-head'])
      opened()
        .when(issue('DecideCase', DECISION, { by }))
        .thenRefused('case-not-yours-to-decide');
    opened('qu-watch')
      .when(issue('DecideCase', DECISION, { by: 'zhou' }))
      .thenRefused('case-not-yours-to-decide');
    opened('qu-watch')
      .when(issue('DecideCase', DECISION, { by: 'qu-head' }))
      .thenTypes('CaseDecided');
    decided()
      .when(issue('DecideCase', DECISION, { by: 'chen' }))
      .thenRefused('case-decided');
    nothing().when(issue('DecideCase', DECISION)).thenRefused('case-unknown');
  });

  test('is never made by the person, nor by whoever opened the case, nor twice by the same', () => {
    const about = (who: string) => stateOf(opened('lin', { person: who }));
    expect(decidersOf(about('zhou'), HOUSES, NOW)).toEqual(['chen', 'he']);
    expect(decidersOf(stateOf(decided()), HOUSES, NOW)).toEqual(['chen', 'he']);
    const alone = {
      ...HOUSES.organisation,
      seats: HOUSES.organisation.seats.filter(({ person }) => person === 'zhou' || person === 'lin'),
    };
    expect(decidersOf(stateOf(decided()), { ...HOUSES, organisation: alone }, NOW)).toEqual([
      'qu-head',
      'qu-member',
      'qu-office',
    ]);
    expect(decidersOf(stateOf(decided()), { id: 'school', organisation: alone }, NOW)).toEqual([]);
  });

  test('closes the case when the month has passed', () => {
    const wake = (now: string) => issue('TimePassed', {}, { now });
    expect(caseDecider.nextDue(silent(decided().state))).toBe(at('2026-10-02 00:00'));
    decided()
      .when(wake(at('2026-10-01 23:59')))
      .thenTypes('LadderStepReached');
    const closed = decided().when(wake(at('2026-10-02 00:00')));
    closed.then([{ type: 'CaseClosed', data: {} }]);
    closed
      .when(issue('AppealCase', APPEAL, { by: 'wang', now: at('2026-10-02 09:00') }))
      .thenRefused('case-appeal-late');
    expect(measureOf(stateOf(closed))).toBe('notice');
    opened()
      .when(wake(at('2026-12-01 00:00')))
      .then([]);
  });
});

describe('an appeal', () => {
  test('is made by the person, once and in time', () => {
    appealed().then([
      { type: 'CaseAppealed', data: { ...APPEAL, dueOn: '2026-10-01', steps: expect.any(Object) } },
    ]);
    decided()
      .when(issue('AppealCase', APPEAL, { by: 'li' }))
      .thenRefused('case-not-yours-to-appeal');
    opened()
      .when(issue('AppealCase', APPEAL, { by: 'wang' }))
      .thenRefused('case-nothing-to-appeal');
    appealed()
      .when(issue('AppealCase', APPEAL, { by: 'wang' }))
      .thenRefused('case-nothing-to-appeal');
    decided()
      .when(issue('AppealCase', APPEAL, { by: 'wang', now: at('2026-10-02 00:00') }))
      .thenRefused('case-appeal-late', { until: '2026-10-01' });
  });

  test('is decided by somebody else, and closes the case', () => {
    decided()
      .when(issue('DecideAppeal', UPHELD, { by: 'chen' }))
      .thenRefused('case-not-appealed');
    appealed()
      .when(issue('DecideAppeal', UPHELD, { by: 'zhou' }))
      .thenRefused('case-not-yours-to-decide');
    const outcome = (data: CaseCommandOf<'DecideAppeal'>['data']) => {
      const { state } = appealed().when(issue('DecideAppeal', data, { by: 'chen' }));
      return [state?.stage, measureOf(state as Case)];
    };
    expect(outcome(UPHELD)).toEqual(['closed', 'notice']);
    expect(outcome({ result: 'changed', measure: 'education', reason: '轻微。' })).toEqual([
      'closed',
      'education',
    ]);
    expect(outcome({ result: 'revoked', reason: '有误。' })).toEqual(['closed', undefined]);
  });

  test('that nobody decided in a month is overdue, which is said once', () => {
    const wake = issue('TimePassed', {}, { now: at('2026-10-02 00:00') });
    const overdue = appealed().when(wake);
    expect(overdue.events[0]).toEqual({ type: 'AppealOverdue', data: { dueOn: '2026-10-01' } });
    overdue.when(wake).then([]);
    expect(caseDecider.nextDue(silent(overdue.state))).toBeUndefined();
  });
});

describe('a case is known', () => {
  const EVERYBODY = [
    ...new Set([
      ...Object.keys(HOUSES.organisation.people),
      ...(HOUSES.superior?.seats.map(({ person }) => person) ?? []),
      'stranger',
    ]),
  ];
  const knowing = (state: Case) => EVERYBODY.filter((who) => mayKnow(who, state, HOUSES, NOW));

  test('to the group that opened it, whoever decides or decided, and the person', () => {
    expect(knowing(stateOf(opened()))).toEqual(['wang', 'zhou', 'lin']);
    expect(knowing(stateOf(opened('qu-watch')))).toEqual(['wang', 'wu', 'qu-head', 'qu-watch', 'qu-ours']);
    expect(knowing(stateOf(appealed()))).toEqual(['wang', 'zhou', 'chen', 'he', 'lin']);
    const closed = appealed().when(issue('DecideAppeal', UPHELD, { by: 'chen' }));
    expect(knowing(stateOf(closed))).toEqual(['wang', 'zhou', 'chen', 'lin']);
    expect(mayKnow(undefined, stateOf(opened()), HOUSES, NOW)).toBe(false);
  });
});

describe('cases in the figures for everybody', () => {
  const closedIn = (year: number, count: number) =>
    Array.from({ length: count }, () => ({ closedAt: `${year}-06-01T00:00:00.000Z` }));
  const counters = (cases: readonly { closedAt?: string }[], year: number, now: string) =>
    supervisionCounters({ visits: [], followUps: [], cases }, year, now);

  test('never tell fewer than five from none, nor anything of a year that runs', () => {
    fc.assert(
      fc.property(fc.nat({ max: 12 }), fc.nat({ max: 6 }), fc.boolean(), (closed, open, isOver) => {
        const cases = [...closedIn(2026, closed), ...Array.from({ length: open }, () => ({}))];
        const now = isOver ? '2027-01-01T00:00:00.000Z' : '2026-12-31T15:00:00.000Z';
        const shown = counters(cases, 2026, now);
        const without = counters([], 2026, now);
        expect(shown).toEqual(isOver && closed >= 5 ? { ...without, casesClosed: closed } : without);
      }),
    );
  });
});

test('every refusal is exercised', () => {
  expect(unexercised(CASE_REFUSALS, import.meta.dirname)).toEqual([]);
});
