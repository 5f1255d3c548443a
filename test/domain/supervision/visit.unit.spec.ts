import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inspectsFromAbove } from '../../../domain/supervision/inspectors.ts';
import type {
  VisitCommandOf,
  VisitCommandType,
  VisitFacts,
} from '../../../domain/supervision/visit/commands.ts';
import { visitDecider } from '../../../domain/supervision/visit/visit.ts';
import { given } from '../../support/decider.ts';
import { at, NOW, person } from '../item/school.ts';
import { HOUSES } from './houses.ts';

const PLAN = { means: 'check', on: '2026-09-03', purpose: '检查公开形式' } as const;
const HELD = { on: '2026-09-03', summary: '查看了公开栏。' };
const FINDING = { aspect: 'form', text: '缺少公开时间。' } as const;
const ON_DAY = at('2026-09-03 15:00');

interface Given {
  readonly by?: string;
  readonly now?: string;
  readonly facts?: Partial<VisitFacts>;
}
function issue<Type extends VisitCommandType>(
  type: Type,
  data: VisitCommandOf<Type>['data'],
  { by = 'qu-watch', now = NOW, facts = {} }: Given = {},
): VisitCommandOf<Type> {
  return {
    type,
    data,
    now,
    actor: person(by),
    facts: { ...HOUSES, ...facts },
  } as unknown as VisitCommandOf<Type>;
}
const nothing = () => given(visitDecider);
const planned = (changes: Partial<VisitCommandOf<'PlanVisit'>['data']> = {}) =>
  nothing().when(issue('PlanVisit', { ...PLAN, ...changes }));
const held = () => planned().when(issue('HoldVisit', HELD, { now: ON_DAY }));

describe('PlanVisit', () => {
  test('names who goes and whose supervision it is', () => {
    planned().then([
      { type: 'VisitPlanned', data: { ...PLAN, visitors: ['qu-watch'], source: 'organisation' } },
    ]);
    nothing()
      .when(issue('PlanVisit', { ...PLAN, visitors: ['qu-office', 'qu-delegate'] }, { by: 'qu-delegate' }))
      .then([
        {
          type: 'VisitPlanned',
          data: { ...PLAN, visitors: ['qu-office', 'qu-delegate'], source: 'supervisor' },
        },
      ]);
    planned().when(issue('PlanVisit', PLAN)).thenRefused('visit-exists');
  });

  test('takes people from above who do not belong to the school', () => {
    for (const visitor of ['wu', 'qu-ours', 'lin', 'qu-nobody'])
      nothing()
        .when(issue('PlanVisit', { ...PLAN, visitors: ['qu-watch', visitor] }))
        .thenRefused('visitor-conflict', { field: 'visitors' });
    for (const by of ['qu-ours', 'wu', 'he', 'li', 'zhou'])
      nothing()
        .when(issue('PlanVisit', PLAN, { by }))
        .thenRefused('not-permitted');
    nothing()
      .when(issue('PlanVisit', PLAN, { by: 'lin' }))
      .thenRefused('visitor-conflict');
  });

  test('is for today or later, and keeps personal data out', () => {
    nothing()
      .when(issue('PlanVisit', { ...PLAN, on: '2026-08-31' }))
      .thenRefused('visit-in-the-past', { field: 'on' });
    nothing()
      .when(issue('PlanVisit', { ...PLAN, purpose: '联系电话 13812345678' }))
      .thenRefused('supervision-personal-data', { field: 'purpose', count: 1 });
  });

  test('of a self-check is for the own office and supervision group', () => {
    const check = { ...PLAN, means: 'self-check' } as const;
    nothing()
      .when(issue('PlanVisit', check, { by: 'li' }))
      .thenTypes('VisitPlanned');
    nothing()
      .when(issue('PlanVisit', check, { by: 'lin' }))
      .thenTypes('VisitPlanned');
    nothing()
      .when(issue('PlanVisit', check, { by: 'qu-watch' }))
      .thenRefused('not-permitted');
    nothing()
      .when(issue('PlanVisit', { ...check, visitors: ['li', 'teacher-qian'] }, { by: 'li' }))
      .thenRefused('self-check-by-others');
  });

  test('never lets anybody inspect where they belong, whatever seats they hold', () => {
    const people = ['qu-watch', 'qu-ours', 'wu', 'qu-delegate', 'qu-office', 'lin', 'li', 'teacher-qian'];
    let allowed = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...people),
        fc.uniqueArray(fc.constantFrom(...people), { minLength: 1, maxLength: 2 }),
        fc.constantFrom('check', 'listen', 'reward'),
        (by, visitors, means) => {
          try {
            visitDecider.decide(issue('PlanVisit', { ...PLAN, means, visitors }, { by }), undefined);
          } catch {
            return;
          }
          allowed += 1;
          for (const each of [by, ...visitors]) {
            expect(HOUSES.organisation.people).not.toHaveProperty(each);
            expect(inspectsFromAbove(each, HOUSES, NOW)).toBe(true);
          }
        },
      ),
      { numRuns: 400 },
    );
    expect(allowed).toBeGreaterThan(0);
  });
});

describe('what becomes of it', () => {
  test('is recorded once, by those who went, on the day or later', () => {
    planned()
      .when(issue('HoldVisit', HELD, { now: ON_DAY, by: 'qu-office' }))
      .thenRefused('visit-not-yours');
    planned().when(issue('HoldVisit', HELD)).thenRefused('visit-not-yet', { field: 'on' });
    held()
      .when(issue('HoldVisit', HELD, { now: ON_DAY }))
      .thenRefused('visit-over');
    held()
      .when(issue('CancelVisit', { reason: '无' }))
      .thenRefused('visit-over');
    planned()
      .when(issue('CancelVisit', { reason: '会议冲突' }))
      .thenTypes('VisitCancelled');
    nothing()
      .when(issue('CancelVisit', { reason: '无' }))
      .thenRefused('visit-unknown');
  });

  test('holds findings on any step that there is', () => {
    planned().when(issue('AddFinding', FINDING)).thenRefused('visit-not-held');
    const about = { kind: 'enquiry', id: 'e-1', step: 3 } as const;
    held()
      .when(issue('AddFinding', { ...FINDING, about }, { facts: { steps: 3 } }))
      .then([{ type: 'FindingAdded', data: { ...FINDING, about } }]);
    for (const steps of [2, 0])
      held()
        .when(issue('AddFinding', { ...FINDING, about }, { facts: { steps } }))
        .thenRefused('step-unknown', { field: 'about' });
  });

  test('is overdue once its day has passed without a record', () => {
    const { state } = planned();
    expect(visitDecider.nextDue(state)).toBe(at('2026-09-04 00:00'));
    const wake = (now: string) => issue('TimePassed', {}, { now });
    planned()
      .when(wake(at('2026-09-03 23:59')))
      .then([]);
    planned()
      .when(wake(at('2026-09-04 00:00')))
      .then([{ type: 'VisitOverdue', data: { on: '2026-09-03' } }]);
    held()
      .when(wake(at('2026-09-05 00:00')))
      .then([]);
    expect(visitDecider.nextDue(held().state)).toBeUndefined();
  });
});
