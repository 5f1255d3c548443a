import { describe, expect, test } from 'vitest';
import { periodNamed } from '../../../domain/duty/period.ts';
import type { ReportCommandOf, ReportCommandType, ReportFacts } from '../../../domain/report/commands.ts';
import { figuresOf, type ReportFigures } from '../../../domain/report/figures.ts';
import { REPORT_REFUSALS } from '../../../domain/report/refusals.ts';
import { reportDecider, reportSpan } from '../../../domain/report/report.ts';
import { reportDue } from '../../../domain/report/tasks.ts';
import { given } from '../../support/decider.ts';
import { unexercised } from '../../support/refusal-coverage.ts';
import { at, DISTRICT, person, SCHOOL, withPolicy } from '../item/school.ts';

const QUARTER = periodNamed('2026Q3');
const FIGURES: ReportFigures = { from: QUARTER.from, until: QUARTER.until, classes: {}, unanswered: {} };
const FACTS: ReportFacts = { organisation: SCHOOL, superior: DISTRICT, period: QUARTER, figures: FIGURES };
const OVER = at('2026-10-01 00:00');
const HALF_YEARLY = withPolicy({ reportEvery: 'half-year' }, {
  organisation: DISTRICT,
} as never).organisation;

function issue<Type extends ReportCommandType>(
  type: Type,
  { by = 'li', now = OVER, facts = FACTS }: { by?: string; now?: string; facts?: ReportFacts } = {},
): ReportCommandOf<Type> {
  return { type, data: {}, now, actor: person(by), facts } as unknown as ReportCommandOf<Type>;
}
const nothing = () => given(reportDecider);
const sent = () => nothing().when(issue('SendReport'));

describe('SendReport', () => {
  test('tells the superior the figures, once, when the time is over', () => {
    sent().then([{ type: 'ReportSent', data: { period: '2026Q3', to: 'qu', figures: FIGURES } }]);
    nothing()
      .when(issue('SendReport', { now: at('2026-09-30 23:59') }))
      .thenRefused('report-too-early', { until: '2026-09-30' });
    sent().when(issue('SendReport')).thenRefused('report-sent');
  });

  test('takes somebody of the office, and a superior', () => {
    nothing()
      .when(issue('SendReport', { by: 'lin' }))
      .thenRefused('not-permitted');
    const alone = { organisation: DISTRICT, period: QUARTER };
    nothing()
      .when(issue('SendReport', { by: 'qu-office', facts: alone }))
      .thenRefused('report-without-superior');
  });

  test('happens as often as the superior asks', () => {
    nothing()
      .when(issue('SendReport', { facts: { ...FACTS, superior: HALF_YEARLY } }))
      .thenRefused('report-not-asked');
    expect(reportSpan(QUARTER, DISTRICT.policy)).toEqual({ from: '2026-07-01', until: '2026-09-30' });
    expect(reportSpan(periodNamed('2026Q4'), HALF_YEARLY.policy)).toEqual({
      from: '2026-07-01',
      until: '2026-12-31',
    });
  });
});

describe('AcknowledgeReport', () => {
  test('is the receipt of the office above, given once', () => {
    const received = sent().when(issue('AcknowledgeReport', { by: 'qu-office' }));
    received.thenTypes('ReportAcknowledged');
    expect(received.state).toMatchObject({ sentAt: OVER, acknowledgedAt: OVER });
    received.when(issue('AcknowledgeReport', { by: 'qu-office' })).then([]);
  });

  test('is given by nobody below, and of nothing that was not sent', () => {
    sent()
      .when(issue('AcknowledgeReport', { by: 'li' }))
      .thenRefused('not-permitted');
    nothing()
      .when(issue('AcknowledgeReport', { by: 'qu-office' }))
      .thenRefused('report-unsent');
  });
});

describe('figures', () => {
  const NOW = at('2026-10-08 09:00');
  /** So many opinions of a class, received in August, answered after 1, 2, 3, … hours. */
  const opinions = (count: number, changes: object = {}) =>
    Array.from({ length: count }, (_, index) => ({
      class: 'work',
      receivedAt: at('2026-08-03 09:00'),
      answeredAt: at(`2026-08-03 ${10 + index}:00`),
      stage: 'answered',
      ...changes,
    })) as never[];
  const open = { answeredAt: undefined, stage: 'assigned' };
  const of = (theirs: readonly never[], enquiries: readonly never[] = []) =>
    figuresOf(theirs, enquiries, QUARTER, NOW);

  test('count by class, with the middle and the ninth tenth of the time to the answer', () => {
    expect(of(opinions(10)).classes).toEqual({ work: { count: 10, medianHours: 5, p90Hours: 9 } });
    const asked = Array.from({ length: 5 }, () => ({
      registeredAt: at('2026-09-01 09:00'),
      decidedAt: at('2026-09-03 09:00'),
      stage: 'closed',
    })) as never[];
    expect(of([], asked).classes).toEqual({ enquiry: { count: 5, medianHours: 48, p90Hours: 48 } });
  });

  test('hide how many they are, and how long it took, of fewer than five', () => {
    expect(of(opinions(4)).classes).toEqual({ work: {} });
    expect(of([...opinions(4), ...opinions(2, open)]).classes).toEqual({ work: { count: 6 } });
    expect(of(opinions(4, open)).unanswered).toEqual({ quarter: null });
    expect(of(opinions(5, open)).unanswered).toEqual({ quarter: 5 });
  });

  test('leave out what came at other times, unless it still waits, what was merged, and problems', () => {
    const early = { receivedAt: at('2026-06-30 23:59') };
    expect(of(opinions(9, early)).classes).toEqual({});
    expect(of(opinions(9, { ...early, ...open })).unanswered).toEqual({ longer: 9 });
    expect(of([...opinions(9, { into: 'f-1' }), ...opinions(9, { kind: 'problem' })])).toMatchObject({
      classes: {},
      unanswered: {},
    });
    expect(of(opinions(9, { class: undefined })).classes).toHaveProperty('unsorted');
  });
});

test('a report is due when its time is over, as often as the superior asks, for whoever was there by then', () => {
  const due = (now: string, superior: typeof DISTRICT | undefined = DISTRICT, since = '2020-09-01') => {
    const found = reportDue({ since }, superior, at(now));
    return found && [found.period.name, found.since];
  };
  expect(due('2026-09-30 23:59')?.[0]).toBe('2026Q2');
  expect(due('2026-10-01 00:00')).toEqual(['2026Q3', OVER]);
  expect(due('2026-10-01 00:00', HALF_YEARLY)).toEqual(['2026Q2', at('2026-07-01 00:00')]);
  expect(due('2026-10-01 00:00', DISTRICT, '2026-09-30')?.[0]).toBe('2026Q3');
  expect(due('2026-10-01 00:00', DISTRICT, '2026-10-01')).toBeUndefined();
  expect(reportDue({ since: '2020-09-01' }, undefined, OVER)).toBeUndefined();
});

test('every refusal has a test', () => {
  expect(unexercised(REPORT_REFUSALS, import.meta.dirname)).toEqual([]);
});
