import { describe, expect, test } from 'vitest';
import type { CriterionId } from '../../../domain/evaluation/criteria.ts';
import { evidenceOf, type Sources } from '../../../domain/evaluation/facts.ts';
import { scoreOf, shareOf } from '../../../domain/evaluation/score.ts';
import { FIRST_STANDARD, type Standard, standardOf } from '../../../domain/evaluation/standard/state.ts';
import { yearFindings } from '../../../domain/evaluation/year.ts';
import { at, item, ledger, opinion, sources } from './sources.ts';

const scored = (read: Sources, standard: Standard = FIRST_STANDARD) =>
  scoreOf(evidenceOf(read, standard), 0, standard);
const share = (read: Sources, id: CriterionId, standard?: Standard) => shareOf(scored(read, standard), id);

describe('duties', () => {
  const told = [{ row: 'b-01', on: '2026-08-03' }];

  test('[HZ-30] of priority rows sort first and weigh more', () => {
    const score = scored(sources({}, { ledger: ledger(told) }));
    const pieces = score.criteria.find(({ id }) => id === 'completeness')?.pieces ?? [];
    expect(pieces.map(({ about, weight, value }) => [about.id, weight, value])).toEqual([
      ['b-02', 2, 0],
      ['b-01', 1, 1],
      ['b-03', 1, 0],
      ['unit', 1, 0],
    ]);
    expect(shareOf(score, 'completeness')).toBe(0.2);
    expect(share(sources({}, { ledger: ledger([{ row: 'b-02', on: '2026-08-03' }]) }), 'completeness')).toBe(
      0.4,
    );
  });

  test('count as timely only when they were met by their day, and as complete when late as well', () => {
    const late = sources({}, { ledger: ledger([{ row: 'b-01', on: '2026-10-08' }]), asOf: at('2026-10-08') });
    expect([share(late, 'completeness'), share(late, 'timeliness')]).toEqual([0.2, 0]);
  });

  test('that are neither met nor due as of the last event are left out', () => {
    const running = sources({}, { ledger: ledger(told), asOf: at('2026-08-03') });
    expect([share(running, 'completeness'), share(running, 'timeliness')]).toEqual([1, 1]);
    expect(scored(sources({}, { asOf: at('2026-07-01') })).parts).not.toHaveProperty('content');
  });

  test('make weeks lively: those begun by the last event', () => {
    const read = sources({}, { ledger: ledger([{ row: 'b-01', on: '2026-07-08' }]), asOf: at('2026-07-20') });
    expect(share(read, 'liveliness')).toBe(Math.round(1e4 / 3) / 1e4);
  });
});

describe('items', () => {
  const of = (made: Parameters<typeof item>[0]) => sources({ one: item(made) });

  test('[JX-12] conform to one template: within their row, with the fields that the standard names', () => {
    const standard = {
      ...FIRST_STANDARD,
      fields: [{ field: 'basedOn' as const }, { field: 'amounts' as const, rows: ['b-01'] }],
    };
    expect(share(of({}), 'conformity', standard)).toBe(Math.round((1e4 * 2) / 3) / 1e4);
    expect(share(of({ content: { basedOn: '区教〔2026〕3号' } }), 'conformity', standard)).toBe(1);
    expect(share(of({ content: { forms: ['设限平台', '广播'] } }), 'conformity')).toBe(0.5);
    expect(share(of({ content: { row: 'b-01', forms: ['会议'] } }), 'conformity', standard)).toBe(0.5);
  });

  test('take every step, by others than their authors, the Party first where it must be', () => {
    const step = { step: 'leading-group', by: 'wang', at: at('2026-08-03'), forSuperior: false } as const;
    expect(share(of({}), 'process')).toBe(1);
    expect(share(of({ version: { approvals: [step] } }), 'process')).toBe(0.75);
    expect(share(of({ version: { approvals: [] } }), 'process')).toBe(0.75);
    const releases = [{ audience: 'public' as const, at: at('2026-08-03'), online: true }];
    expect(share(of({ version: { releases } }), 'process')).toBe(1);
    expect(share(of({ content: { matter: 'personnel' }, version: { releases } }), 'process')).toBe(0.75);
  });

  test('are inaccurate when they were taken down in error, and not when they were revised', () => {
    const withdrawn = { reason: '数字有误', inError: true, by: 'wang', at: at('2026-08-04') };
    expect(share(of({ version: { withdrawn } }), 'accuracy')).toBe(0);
    expect(share(of({ version: { withdrawn: { ...withdrawn, inError: false } } }), 'accuracy')).toBe(1);
    const revised = item({ on: '2026-08-03' });
    const second = {
      ...item({ on: '2026-08-20' }).versions[0],
      number: 2,
    } as (typeof revised.versions)[number];
    const both = sources({ one: { ...revised, versions: [...revised.versions, second] } });
    expect(share(both, 'accuracy')).toBe(1);
    expect(evidenceOf(both, FIRST_STANDARD).items).toMatchObject([{ id: 'one', on: '2026-08-20' }]);
  });

  test('vary in form, where their row lets them', () => {
    const forms = (row: string, ...names: string[]) => of({ content: { row, forms: names } });
    expect(share(forms('b-03', '会议', '文件'), 'mix')).toBe(0);
    expect(share(forms('b-03', '会议', '网站'), 'mix')).toBe(1);
    expect(share(forms('b-04', '会议'), 'mix')).toBe(0);
    expect(share(forms('b-01', '会议'), 'mix')).toBeUndefined();
  });

  test('belong to the quarter in which a version of them was first shown', () => {
    expect(share(of({ on: '2026-06-30' }), 'accuracy')).toBeUndefined();
    expect(share(of({ on: '2026-10-01' }), 'accuracy')).toBeUndefined();
    expect(share(of({ on: '2026-09-30' }), 'accuracy')).toBe(1);
  });
});

describe('what comes of it', () => {
  test('are opinions answered by their day, of those answered or overdue', () => {
    const opinions = [
      opinion('in-time', { answeredAt: at('2026-08-20') }),
      opinion('late', { answeredAt: at('2026-08-21') }),
      opinion('open'),
      opinion('overdue', { overdue: true }),
      opinion('merged', { overdue: true, into: 'late' }),
      opinion('problem', { overdue: true, kind: 'problem' }),
      opinion('other', { dueOn: '2026-10-20', overdue: true }),
    ];
    expect(share(sources({}, { opinions }), 'answers')).toBe(Math.round(1e4 / 3) / 1e4);
  });

  test('are plans with a result, by the day of their last stage or so many days later', () => {
    const plan = (changes: object = {}) =>
      item({ on: '2026-02-10', content: { pair: { part: 'plan' }, ...changes } });
    const result = item({ on: '2026-08-03', content: { pair: { part: 'result', plan: 'plan' } } });
    expect(share(sources({ plan: plan() }), 'results')).toBe(0);
    expect(share(sources({ plan: plan(), result }), 'results')).toBe(1);
    const stages = [{ name: '验收', plannedOn: '2026-10-20' }];
    expect(share(sources({ plan: plan({ stages }) }), 'results')).toBeUndefined();
    expect(share(sources({ plan: plan() }, { asOf: at('2026-08-01') }), 'results')).toBeUndefined();
  });

  test('is satisfaction of the groups that may be shown', () => {
    const answer = (share: number) => ({
      shown: true as const,
      n: 10,
      satisfied: { share, low: 0, high: 1, margin: 0.2 },
    });
    const survey = {
      id: 'survey-1',
      question: 1,
      digest: [
        {
          group: 'party' as const,
          shown: true as const,
          n: 10,
          entered: 0,
          questions: [answer(0), answer(0.9)],
        },
        {
          group: 'masses' as const,
          shown: true as const,
          n: 10,
          entered: 0,
          questions: [answer(0), answer(0.6)],
        },
        { group: 'society' as const, shown: false as const, fewerThan: 5 },
      ],
    };
    const evidence = evidenceOf(sources({}, { survey }), FIRST_STANDARD);
    expect(evidence.hidden).toEqual(['society']);
    expect(shareOf(scoreOf(evidence, 0, FIRST_STANDARD), 'satisfaction')).toBe(0.75);
    const quarter = {
      evidence,
      score: { total: 80, parts: { content: 70, effect: 90 } },
      signals: [
        { id: 'copied', state: 'raised' },
        { id: 'burst', state: 'no-data' },
      ],
    } as const;
    const silent = {
      evidence: { ...evidence, satisfaction: [] },
      score: { total: 90, parts: { content: 80 } },
      signals: [],
    };
    expect(yearFindings([quarter, silent])).toEqual({
      record: 85,
      masses: 75,
      figures: {
        parts: { content: 75, effect: 90 },
        satisfaction: evidence.satisfaction.map(({ group, share }) => ({ group, share })),
        signals: [{ period: evidence.period, signal: 'copied' }],
      },
    });
    expect(yearFindings([])).toEqual({ figures: { parts: {}, satisfaction: [], signals: [] } });
  });
});

describe('the standard', () => {
  test('leaves out what has no weight, and holds from its quarter on', () => {
    const none = { ...FIRST_STANDARD, weights: { ...FIRST_STANDARD.weights, completeness: 0 } };
    expect(scored(sources(), none).criteria.map(({ id }) => id)).not.toContain('completeness');
    const state = [
      { from: '2026Q3', standard: none },
      { from: '2026Q4', standard: FIRST_STANDARD },
    ];
    expect(['2026Q2', '2026Q3', '2027Q1'].map((period) => standardOf(state, period).edition)).toEqual([
      0, 1, 2,
    ]);
    expect(Object.values(FIRST_STANDARD.weights).reduce((sum, weight) => sum + weight, 0)).toBe(100);
  });
});
