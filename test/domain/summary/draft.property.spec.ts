import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countOf, draftOf, type Summary } from '../../../domain/summary/draft.ts';
import {
  FIGURE_GROUPS,
  type FigureGroup,
  NO_FIGURES,
  sumOfFigures,
  type YearFigures,
} from '../../../domain/summary/figures.ts';
import { textOf } from '../../../domain/summary/text.ts';

const GROUPS = Object.keys(FIGURE_GROUPS) as FigureGroup[];
const tally = fc.dictionary(fc.constantFrom('甲', '乙', '丙'), fc.nat(9), {
  maxKeys: 3,
  noNullPrototype: true,
});
const figures = fc.record(
  Object.fromEntries(GROUPS.map((group) => [group, tally])),
) as unknown as fc.Arbitrary<YearFigures>;

const draft = (of: YearFigures, units = 1): Summary =>
  draftOf({ name: '东方小学党支部', year: '2026', until: '2026-12-31', figures: of, scores: [], units });

describe('figures', () => {
  test('of a district are the sums of those of its units, in any order', () => {
    fc.assert(
      fc.property(fc.array(figures, { maxLength: 4 }), (parts) => {
        const sum = sumOfFigures(parts);
        for (const group of GROUPS)
          for (const name of ['甲', '乙', '丙'])
            expect(sum[group][name] ?? 0).toBe(
              parts.reduce((before, part) => before + (part[group][name] ?? 0), 0),
            );
        expect(sumOfFigures(parts.toReversed())).toEqual(sum);
      }),
    );
  });
});

describe('a draft', () => {
  test('is the same from the same figures, and numbers its sections without a gap', () => {
    fc.assert(
      fc.property(figures, (of) => {
        expect(textOf(draft(of))).toBe(textOf(draft(structuredClone(of))));
        const numerals = draft(of).sections.map(({ title }) => title[0]);
        expect(numerals).toEqual([...'一二三四五六七八九十'].slice(0, numerals.length));
      }),
    );
  });

  test('tells no small number of people, and each of what was disclosed', () => {
    const of = {
      ...NO_FIGURES,
      class: { 组织建设: 2 },
      speaker: { 党员: 4, 家长: 5 },
      opinion: { 收到: 9, 已答复: 3 },
    };
    const lines = draft(of).sections.flatMap(({ tables }) => tables.flatMap((table) => table.figures));
    expect(Object.fromEntries(lines.map((line) => [line.name, countOf(line)]))).toEqual({
      组织建设: '2',
      党员: '少于5',
      家长: '5',
      收到: '9',
      已答复: '少于5',
    });
    expect(textOf(draft(of))).toContain('已答复 少于5 件');
  });

  test('tells what share of the catalogue is not disclosed, on a ground', () => {
    const text = textOf(draft({ ...NO_FIGURES, row: { 已公开: 6, 依规不予公开: 1, 暂不公开: 1 } }));
    expect(text).toContain('公开目录共 8 条，其中注明理由不予公开或暂不公开 2 条，占 25%');
  });

  test('names what is wanting, or that nothing is', () => {
    const last = (of: YearFigures) => draft(of).sections.at(-1)?.paragraphs;
    expect(last(NO_FIGURES)).toEqual([expect.stringContaining('没有发现逾期')]);
    expect(last({ ...NO_FIGURES, duty: { 按期公开: 3, 逾期未公开: 2 } })).toEqual([
      '1. 有 2 项公开义务逾期未公开，须逐项补公开并说明原因。',
    ]);
  });

  test('keeps its tables whole whatever a catalogue calls its classes', () => {
    const text = textOf(draft({ ...NO_FIGURES, class: { '党费|收缴\n情况': 1 } }));
    expect(text).toContain('| 党费／收缴 情况 | 1 |');
  });
});
