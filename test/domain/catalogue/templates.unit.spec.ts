import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { DEFAULT_FORMS } from '../../../domain/catalogue/forms.ts';
import { type CatalogueRow, catalogueRowSchema } from '../../../domain/catalogue/row.ts';
import { type RowWarningCode, warningsFor } from '../../../domain/catalogue/row-warnings.ts';
import { findTemplate, OFFICIAL_TEMPLATES, templateFor } from '../../../domain/catalogue/templates.ts';

const rowsOf = (kind: 'committee' | 'branch') => findTemplate(OFFICIAL_TEMPLATES, kind)?.rows ?? [];
const numbersOf = (rows: readonly CatalogueRow[]) => rows.flatMap((row) => row.no ?? []);
const oneTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1);
const level1 = (rows: readonly CatalogueRow[]) => [...new Set(rows.map((row) => row.level1))];

const committee = rowsOf('committee');
const branch = rowsOf('branch');

describe('the official catalogues', () => {
  it('[XH-33] committee: rows 1 to 31 and two open ones, three levels', () => {
    expect(numbersOf(committee)).toEqual(oneTo(31));
    expect(committee).toHaveLength(33);
    expect(committee.filter((row) => row.level3)).toHaveLength(31);
  });

  it('[XH-34] branch: rows 1 to 25, two levels', () => {
    expect(numbersOf(branch)).toEqual(oneTo(25));
    expect(branch.some((row) => row.level3)).toBe(false);
  });

  it('[XH-08] committee has eight classes, branch seven: not the one on selecting cadres', () => {
    expect(level1(committee)).toHaveLength(8);
    expect(level1(branch)).toEqual(level1(committee).filter((name) => name !== '干部选任和管理情况'));
  });

  it.each([
    ['committee', committee, { party: 25, public: 6, open: 2 }, { prompt: 13, periodic: 18, open: 2 }],
    ['branch', branch, { party: 17, public: 6, open: 2 }, { prompt: 10, periodic: 13, open: 2 }],
  ] as const)('%s: as many rows of each audience and timing as the annex', (_, rows, audiences, timings) => {
    const count = (values: readonly (string | undefined)[]) =>
      Object.fromEntries(
        Object.entries(Object.groupBy(values, (value = 'open') => value)).map(([k, v]) => [k, v?.length]),
      );
    expect(count(rows.map((row) => row.audience))).toEqual(audiences);
    expect(count(rows.map((row) => row.timing))).toEqual(timings);
  });

  it.each(['committee', 'branch'] as const)(
    '%s: rows are valid, ids unique, forms listed as written',
    (kind) => {
      const rows = rowsOf(kind);
      for (const row of rows) {
        expect(catalogueRowSchema.parse(row)).toEqual(row);
        expect(row.formsText ?? '等').toBe(`${row.forms.join('、')}等`);
        expect(row.openEnded).toBe(true);
      }
      expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
    },
  );

  it('mandate every row but the self-chosen one', () => {
    const optional = [...committee, ...branch].filter((row) => !row.mandated).map((row) => row.id);
    expect(optional).toEqual(['c-33', 'b-25']);
  });

  it.each([
    ['committee', '1d6eca5d6cf58397'],
    ['branch', '15868564453a9e84'],
  ] as const)('%s: version 1 never changes, since the log only names it', (kind, digest) => {
    const text = JSON.stringify(findTemplate(OFFICIAL_TEMPLATES, kind, 1)?.rows);
    expect(createHash('sha256').update(text).digest('hex').slice(0, 16)).toBe(digest);
  });

  it('are chosen by the kind of organisation', () => {
    expect(templateFor('committee')).toBe('committee');
    expect(templateFor('leading-group')).toBe('committee');
    expect(templateFor('general-branch')).toBe('branch');
    expect(templateFor('branch')).toBe('branch');
  });
});

describe('warnings about the official catalogues', () => {
  const rowsWith = (rows: readonly CatalogueRow[], code: RowWarningCode) =>
    rows
      .filter((row) => warningsFor(row, DEFAULT_FORMS).some((warning) => warning.code === code))
      .map((row) => row.no ?? row.id);

  it('every committee row for outside the Party lacks a form that gets there; no branch row does', () => {
    expect(rowsWith(committee, 'outside-without-form')).toEqual([5, 8, 23, 24, 25, 27]);
    expect(rowsWith(branch, 'outside-without-form')).toEqual([]);
  });

  it('branch row 6 is for Party members, but on a notice board', () => {
    expect(rowsWith(branch, 'form-beyond-audience')).toEqual([6]);
    expect(rowsWith(committee, 'form-beyond-audience')).toEqual([]);
  });

  it('some rows may only be disclosed in a meeting: a note, not a contradiction', () => {
    expect(rowsWith(committee, 'offline-only')).toEqual([12, 15, 17, 19, 22, 31]);
    expect(rowsWith(branch, 'offline-only')).toEqual([10, 14, 15, 23]);
    expect(warningsFor(committee[11] as CatalogueRow, DEFAULT_FORMS)).toMatchObject([
      { row: 'c-12', level: 'note', forms: ['会议'] },
    ]);
  });

  it('open rows say neither form nor audience nor timing', () => {
    for (const code of ['forms-missing', 'audience-missing', 'timing-missing'] as const) {
      expect(rowsWith(committee, code)).toEqual(['c-32', 'c-33']);
      expect(rowsWith(branch, code)).toEqual([24, 25]);
    }
  });

  it('use no form that the vocabulary lacks, and say so with a smaller one', () => {
    expect(rowsWith([...committee, ...branch], 'form-unknown')).toEqual([]);
    const smaller = DEFAULT_FORMS.filter((form) => form.name !== '设限平台');
    expect(warningsFor(committee[0] as CatalogueRow, smaller)).toMatchObject([
      { code: 'form-unknown', forms: ['设限平台'] },
    ]);
  });
});
