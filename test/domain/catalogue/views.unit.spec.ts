import { describe, expect, it } from 'vitest';
import { completenessOf } from '../../../domain/catalogue/completeness.ts';
import type { CatalogueRow } from '../../../domain/catalogue/row.ts';
import { viewsFor, viewsOf } from '../../../domain/catalogue/suited-views.ts';
import { BUILT_IN_TEMPLATES, findTemplate } from '../../../domain/catalogue/templates.ts';
import {
  CATALOGUE_VIEWS,
  isPriority,
  rowsByHeading,
  TAGS,
  tagName,
  tagsOf,
  VIEW_NAMES,
  viewNamed,
} from '../../../domain/catalogue/views.ts';

const rowsOf = (kind: string) => findTemplate(BUILT_IN_TEMPLATES, kind)?.rows ?? [];
const known = new Set(BUILT_IN_TEMPLATES.flatMap(({ rows }) => rows.map(({ id }) => id)));
const level2Of = (level1: string) => [
  ...new Set(
    rowsOf('school')
      .filter((row) => row.level1 === level1)
      .map((row) => row.level2),
  ),
];

describe('the catalogue of a school', () => {
  it('[DF-07] has four parts of building the organisation itself', () => {
    expect(level2Of('党组织自身建设方面')).toEqual(['思想政治建设', '组织建设', '作风建设', '制度建设']);
  });

  it('[DF-10] says what stands under conduct', () => {
    const conduct = rowsOf('school').filter((row) => row.level2 === '作风建设');
    expect(conduct.map((row) => row.level3)).toEqual([
      '落实党风廉政建设责任制各项制度的情况',
      '领导干部述职述廉、重要情况通报和重大事项报告等规定的情况',
    ]);
  });

  it('[DF-11] standing procedures are long-term content', () => {
    const rules = rowsOf('school').filter((row) => row.level2 === '制度建设');
    expect(rules.map((row) => [row.level3, row.timing])).toEqual([
      ['党内制度规定的各项办事程序和工作要求', 'standing'],
    ]);
  });

  it('[DF-12] three parts of doing its duty', () => {
    expect(level2Of('党组织履行职责方面')).toEqual(['中心工作', '党管干部工作', '维护群众利益方面']);
  });

  it('[DF-14] three parts of everyday work', () => {
    expect(level2Of('党组织常规工作方面')).toEqual(['党的生活', '党员发展和管理', '党费管理']);
  });

  it('mandates every row but the self-chosen one, with ids of its own', () => {
    for (const kind of ['school', 'city-unit']) {
      const rows = rowsOf(kind);
      expect(rows.filter((row) => !row.mandated)).toEqual([rows.at(-1)]);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    }
    expect(known.size).toBe(BUILT_IN_TEMPLATES.reduce((sum, { rows }) => sum + rows.length, 0));
  });
});

describe('views of the same rows', () => {
  it('name rows that there are, each once under a heading', () => {
    for (const view of VIEW_NAMES)
      for (const [key, { rows }] of Object.entries(viewNamed(view).headings)) {
        expect(
          rows.filter((id) => !known.has(id)),
          `${view}:${key}`,
        ).toEqual([]);
        expect(new Set(rows).size).toBe(rows.length);
      }
  });

  it('[LY-08] [LY-09] the seven classes of a hospital are the first seven classes of the same template', () => {
    const committee = rowsOf('committee');
    const classes = [...new Set(committee.map(({ level1 }) => level1))];
    const headings = rowsByHeading('seven-of-hospitals', committee);
    expect(headings.map(({ rows }) => [...new Set(rows.map(({ level1 }) => level1))])).toEqual(
      classes.slice(0, 7).map((name) => [name]),
    );
    const total = headings.reduce((sum, { rows }) => sum + rows.length, 0);
    expect(total).toBe(committee.filter(({ level1 }) => level1 !== classes[7]).length);
    expect(headings[0]?.heading.text).toContain('工作目标、阶段性工作部署、工作任务及落实情况');
    expect(headings[5]?.heading.text).toContain('办理涉及党员、群众切身利益重要事项等情况');
  });

  it.each(['four-opens', 'six-aspects', 'seven-of-schools'] as const)(
    '%s leaves no numbered row of the branch catalogue out',
    (view) => {
      const shown = new Set(rowsByHeading(view, rowsOf('branch')).flatMap(({ rows }) => rows));
      expect(rowsOf('branch').filter((row) => row.timing && !shown.has(row))).toEqual([]);
    },
  );

  it('a row of an organisation stands where it says', () => {
    const row = { id: 'l-menu', tags: ['four-opens:work'] };
    expect(tagsOf(row)).toEqual(['four-opens:work']);
    expect(rowsByHeading('four-opens', [row]).map(({ rows }) => rows.length)).toEqual([1, 0, 0, 0]);
    expect(tagsOf({ id: 'b-10', tags: [] })).toContain('three-respects:dues');
  });

  it('have a name for each tag, and for nothing else', () => {
    expect(TAGS.map(tagName).every((name) => name?.includes('·'))).toBe(true);
    expect(tagName('four-opens:rules')).toBe('四公开·制度公开');
    for (const wrong of ['four-opens:none', 'none:rules', 'toString:valueOf', 'four-opens:toString', ''])
      expect(tagName(wrong), wrong).toBeUndefined();
    expect(Object.keys(CATALOGUE_VIEWS)).toEqual(VIEW_NAMES);
  });
});

describe('the views of an organisation', () => {
  const OF_SCHOOLS = 'seven-of-schools';
  const OF_HOSPITALS = 'seven-of-hospitals';
  it.each([
    ['中共澄江区云溪小学支部委员会', undefined, [OF_SCHOOLS]],
    ['中共澄江区学前教育总支部委员会', undefined, [OF_SCHOOLS]],
    ['中共澄江区卫生学校委员会', undefined, [OF_SCHOOLS]],
    ['中共澄江区少年宫支部委员会', 'school', [OF_SCHOOLS]],
    ['中共澄江区妇幼保健院委员会', undefined, [OF_HOSPITALS]],
    ['中共澄江区妇幼保健院委员会', 'institution', [OF_HOSPITALS]],
    ['中共澄江区小学教师进修中心委员会', 'institution', [OF_HOSPITALS]],
    ['中共澄江镇委员会', 'office', []],
    ['中共澄江区教育工作委员会', undefined, []],
  ] as const)('%s, declared as %s', (name, unit, own) => {
    const views = viewsFor({ name, unit });
    expect(views.filter((view) => view === OF_SCHOOLS || view === OF_HOSPITALS)).toEqual(own);
    expect(views).toEqual(expect.arrayContaining(['three-respects', 'four-opens', 'six-aspects']));
  });

  it('are shown while some row stands there', () => {
    expect(viewsOf(VIEW_NAMES, rowsOf('city-unit'))).toEqual(['four-opens', 'six-aspects', 'members-window']);
    expect(viewsOf(VIEW_NAMES, [{ id: 'k-01', tags: [`${OF_SCHOOLS}:others`] }])).toEqual([OF_SCHOOLS]);
    expect(viewsOf([OF_HOSPITALS], rowsOf('school'))).toEqual([]);
  });
});

describe('content to disclose first', () => {
  it('is choosing people, major decisions and the duties of leaders, unless a catalogue says otherwise', () => {
    const names = rowsOf('branch').filter(isPriority);
    expect(names.map(({ level2 }) => level2)).toEqual([
      '参与“三重一大”事项集体讨论决策情况',
      '党政领导班子分工、职责及成员变动情况',
    ]);
    expect(isPriority({ id: 'b-03', priority: false })).toBe(false);
    expect(isPriority({ id: 'l-menu', priority: true })).toBe(true);
  });
});

describe('completeness', () => {
  const row = rowsOf('branch')[0] as CatalogueRow;

  it('[XH-31] counts what is mandated and owed already; the rest is told beside it', () => {
    const entry = (changes: Partial<CatalogueRow>, isSettled = false) => ({
      row: { ...row, ...changes },
      isSettled,
    });
    const entries = [
      entry({}, true),
      entry({}),
      entry({ mandated: false }, true),
      entry({ activeFrom: '2027-01-01' }),
    ];
    expect(completenessOf(entries, '2026-12-31')).toEqual({
      mandated: 2,
      settled: 1,
      optional: 1,
      optionalSettled: 1,
      later: 1,
    });
    expect(completenessOf(entries, '2027-01-01')).toMatchObject({ mandated: 3, later: 0 });
  });
});
