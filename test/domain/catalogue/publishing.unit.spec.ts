import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffRows } from '../../../domain/catalogue/diff.ts';
import { DEFAULT_FORMS } from '../../../domain/catalogue/forms.ts';
import { packRows, unpackRows } from '../../../domain/catalogue/packed-rows.ts';
import { CATALOGUE_REFUSALS } from '../../../domain/catalogue/refusals.ts';
import type { CatalogueRow } from '../../../domain/catalogue/row.ts';
import type { PublishTemplate } from '../../../domain/catalogue/template/commands.ts';
import { templateCommands } from '../../../domain/catalogue/template/commands.ts';
import { TEMPLATE_REFUSALS } from '../../../domain/catalogue/template/refusals.ts';
import { templateDecider } from '../../../domain/catalogue/template/template.ts';
import { BUILT_IN_TEMPLATES, findTemplate } from '../../../domain/catalogue/templates.ts';
import type {
  VocabularyCommand,
  VocabularyCommandOf,
  VocabularyCommandType,
} from '../../../domain/catalogue/vocabulary/commands.ts';
import { VOCABULARY_REFUSALS } from '../../../domain/catalogue/vocabulary/refusals.ts';
import { classesOf } from '../../../domain/catalogue/vocabulary/state.ts';
import { vocabularyDecider } from '../../../domain/catalogue/vocabulary/vocabulary.ts';
import { given, SOMEBODY } from '../../support/decider.ts';
import { unexercised } from '../../support/refusal-coverage.ts';

const FACTS = { mayPublish: true, kind: 'branch', forms: DEFAULT_FORMS };
const now = '2026-09-01T01:00:00.000Z';

const asked = (changes: object = {}) => ({
  id: 'k-01',
  level1: '办学条件',
  forms: ['网站'],
  ...changes,
});
const publish = (data: object, facts: Partial<PublishTemplate['facts']> = {}): PublishTemplate => ({
  type: 'PublishTemplate',
  data: templateCommands.PublishTemplate.parse({
    title: '支部目录',
    rows: [asked()],
    reason: '修订',
    ...data,
  }),
  facts: { ...FACTS, ...facts },
  now,
  actor: SOMEBODY,
});

describe('[TZ-13] a template that is published', () => {
  const branch = findTemplate(BUILT_IN_TEMPLATES, 'branch')?.rows ?? [];

  it('is the version after the one that is there', () => {
    const first = given(templateDecider).when(publish({}));
    expect(first.events[0]?.data).toMatchObject({ template: 'branch', version: 2 });
    const again = first.when(publish({ rows: [asked({ level2: '校舍' })] }));
    expect(again.events[0]?.data.version).toBe(3);
    const fresh = given(templateDecider).when(publish({}, { kind: 'kindergarten' }));
    expect(fresh.events[0]?.data.version).toBe(1);
  });

  it('takes over official rows with their words, by their ids', () => {
    const rows = branch.map(({ formsText: _, origin: __, ...row }) => row);
    const outcome = given(templateDecider).when(publish({ rows: [...rows, asked()] }));
    expect(outcome.events[0]?.data.rows.slice(0, -1)).toEqual(branch.map(({ id }) => id));
    expect(outcome.state.at(-1)?.rows.slice(0, -1)).toEqual(branch);
    const { title } = findTemplate(BUILT_IN_TEMPLATES, 'branch') ?? {};
    given(templateDecider).when(publish({ title, rows })).thenRefused('template-unchanged', { version: 1 });
  });

  it('is for the office of the district, in words that the district knows', () => {
    given(templateDecider)
      .when(publish({}, { mayPublish: false }))
      .thenRefused('template-not-permitted');
    given(templateDecider)
      .when(publish({ rows: [asked(), asked()] }))
      .thenRefused('template-row-twice', { field: 'rows.1.id' });
    given(templateDecider)
      .when(publish({ rows: [asked({ forms: ['公文'] })] }))
      .thenRefused('template-form-unknown', { field: 'rows.0.forms' });
    given(templateDecider)
      .when(publish({}, { classes: ['其他应公开事项'] }))
      .thenRefused('template-class-unknown');
  });

  it('holds no ids of local rows, and nothing that only an organisation can say', () => {
    const parse = (row: object) =>
      templateCommands.PublishTemplate.safeParse({ title: '目录', rows: [row], reason: '修订' }).success;
    expect(parse(asked())).toBe(true);
    expect(parse(asked({ id: 'l-01' }))).toBe(false);
    expect(parse(asked({ detail: '本校' }))).toBe(false);
    expect(parse(asked({ powers: ['p-1'] }))).toBe(false);
  });
});

const anyRow = fc
  .record({
    known: fc.constantFrom(...BUILT_IN_TEMPLATES.flatMap(({ rows }) => rows)),
    audience: fc.option(fc.constantFrom('party', 'unit', 'public'), { nil: undefined }),
    mandated: fc.boolean(),
    isOwn: fc.boolean(),
  })
  .map(
    ({ known, audience, mandated, isOwn }): CatalogueRow =>
      isOwn ? ({ ...known, ...(audience && { audience }), mandated } as CatalogueRow) : known,
  );
const rowsAny = fc.uniqueArray(anyRow, { selector: ({ id }) => id, maxLength: 40 });

describe('rows', () => {
  it('come out of the record as they went in', () => {
    fc.assert(
      fc.property(rowsAny, (rows) => {
        expect(unpackRows(JSON.parse(JSON.stringify(packRows(rows))))).toEqual(rows);
      }),
      { numRuns: 60 },
    );
    expect(() => unpackRows(['x-99'])).toThrow(/x-99/);
  });

  it('a difference accounts for every row, and there is none to itself', () => {
    fc.assert(
      fc.property(rowsAny, rowsAny, (before, after) => {
        const { added, removed, changed } = diffRows(before, after);
        expect(before.length + added.length - removed.length).toBe(after.length);
        const touched = new Set([...added, ...changed.map(({ row }) => row)].map(({ id }) => id));
        for (const row of after.filter(({ id }) => !touched.has(id))) expect(before).toContainEqual(row);
        expect(diffRows(after, after)).toEqual({ added: [], removed: [], changed: [] });
      }),
      { numRuns: 60 },
    );
  });
});

describe('[HZ-12] the vocabulary of the district', () => {
  const say = <T extends VocabularyCommandType>(
    type: T,
    data: VocabularyCommandOf<T>['data'],
    mayEdit = true,
  ): VocabularyCommand => ({ type, data, facts: { mayEdit }, now, actor: SOMEBODY }) as VocabularyCommand;
  const wall: VocabularyCommandOf<'KeepForm'>['data'] = {
    name: '承诺墙',
    aliases: ['公开承诺栏'],
    online: false,
    widest: 'unit',
    boardPage: false,
    display: false,
    document: false,
    reason: '增列',
  };
  const start = given(vocabularyDecider);

  it('takes in a form, describes it anew in its place, and retires it', () => {
    const taken = start.when(say('KeepForm', wall));
    expect(taken.state.forms.at(-1)).toMatchObject({ name: '承诺墙', widest: 'unit' });
    taken.when(say('KeepForm', { ...wall, reason: '再次' })).then([]);
    const anew = taken.when(say('KeepForm', { ...wall, widest: 'public' }));
    expect(anew.state.forms).toHaveLength(taken.state.forms.length);
    const gone = anew.when(say('RetireForm', { name: '承诺墙', reason: '拆除' }));
    expect(gone.state.forms).toEqual(start.state.forms);
  });

  it('has each word once', () => {
    start.when(say('KeepForm', { ...wall, name: '公文' })).thenRefused('word-taken', { form: '文件' });
    start
      .when(say('KeepForm', { ...wall, aliases: ['网站'] }))
      .thenRefused('word-taken', { field: 'aliases.0' });
    start.when(say('RetireForm', { name: '公文', reason: '不用' })).thenRefused('word-unknown');
    for (const trait of ['display', 'officeSystem'])
      start.when(say('KeepForm', { ...wall, [trait]: true })).thenRefused('form-display-offline');
    start.when(say('KeepForm', wall, false)).thenRefused('vocabulary-not-permitted');
  });

  it('lists classes from the first edit on', () => {
    expect(start.state.classes).toBeUndefined();
    const edited = start.when(say('KeepClass', { name: '平安校园', reason: '增列' }));
    expect(classesOf(edited.state)).toContain('平安校园');
    expect(classesOf(edited.state)).toContain('党的思想建设情况');
    const fewer = edited.when(say('RetireClass', { name: '党的思想建设情况', reason: '并入' }));
    expect(classesOf(fewer.state)).not.toContain('党的思想建设情况');
    edited.when(say('KeepClass', { name: '平安校园', reason: '再次' })).then([]);
    start.when(say('RetireClass', { name: '其他应公开事项', reason: '并入' })).thenRefused('class-open');
    start.when(say('RetireClass', { name: '绿色校园', reason: '并入' })).thenRefused('word-unknown');
  });
});

it('every refusal is provoked somewhere', () => {
  const folder = import.meta.dirname;
  for (const table of [CATALOGUE_REFUSALS, TEMPLATE_REFUSALS, VOCABULARY_REFUSALS])
    expect(unexercised(table, folder)).toEqual([]);
});
