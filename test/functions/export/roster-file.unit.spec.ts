import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../domain/kernel/refusal.ts';
import { COLUMN_NAMES, COLUMNS } from '../../../domain/roster/columns.ts';
import { csvOf } from '../../../functions/export/csv.ts';
import { csvCells } from '../../../functions/export/csv-cells.ts';
import { rosterInFile } from '../../../functions/export/roster-file.ts';
import { xlsxOf } from '../../../functions/export/sheets.ts';
import { xlsxCells } from '../../../functions/export/xlsx-cells.ts';

const HEADING = ['unit', 'unitName', 'shortName', 'kind', 'person', 'name', 'partyMember', 'staff'] as const;
const heading = HEADING.map((column) => COLUMNS[column].name);

function codeOf(read: () => unknown): string | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
const refusalOf = (bytes: Uint8Array) =>
  rosterInFile(bytes).then(
    () => undefined,
    (error: Refusal) => error.code,
  );

/** A workbook whose sheet and list of texts are these. */
const workbook = (rows: string, shared = '') =>
  zipSync({
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
    'xl/sharedStrings.xml': strToU8(`<sst>${shared}</sst>`),
  });

describe('cells of CSV', () => {
  const text = fc
    .string({ unit: fc.constantFrom(...'李a1 ,"\n=+-@＝;') })
    .filter((cell) => !cell.startsWith("'"));

  it('are those that were written, whatever is in them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        (rows) => {
          const width = Math.max(...rows.map((row) => row.length));
          const table = rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
          const [names = [], ...lines] = table;
          const columns = names.map((name) => ({ name, width: 1 }));
          expect(csvCells(csvOf({ columns, rows: lines }))).toEqual(table);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('are told apart by tabs when they come from a clipboard, and end without a line feed', () => {
    expect(csvCells('甲\t乙,丙\r\n"a\tb"\t')).toEqual([
      ['甲', '乙,丙'],
      ['a\tb', ''],
    ]);
    expect(csvCells('a,"b"c\r\n"d')).toEqual([['a', 'bc'], ['d']]);
  });
});

describe('cells of a workbook', () => {
  it('come from the list of texts or from the sheet, in the place that they name', () => {
    const rows =
      '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>丙&amp;&#x4E01;</t></is></c></row>' +
      '<row r="3"><c r="B3" s="4"><v>46023</v></c><c r="C3" t="str"><f>A1</f><v>甲乙</v></c><c r="AA3" t="b"><v>1</v></c></row>';
    const shared =
      '<si><t>别的</t></si><si><r><t>甲</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 乙</t></r><rPh sb="0" eb="1"><t>jiǎ</t></rPh></si>';
    const [first, second, third] = xlsxCells(workbook(rows, shared));
    expect(first).toEqual(['甲 乙', '', '丙&丁']);
    expect(second).toEqual([]);
    expect([third?.[1], third?.[2], third?.[26], third?.length]).toEqual(['46023', '甲乙', '1', 27]);
  });

  it('are refused when there are too many of them, packed or not, or none', () => {
    expect(codeOf(() => xlsxCells(workbook('<row r="9000000"><c r="A9000000"><v>1</v></c></row>')))).toBe(
      'roster-file-too-large',
    );
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(9 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(20_000);
    expect(codeOf(() => xlsxCells(bomb))).toBe('roster-file-too-large');
    expect(codeOf(() => xlsxCells(zipSync({ 'word/document.xml': strToU8('x') })))).toBe(
      'roster-file-unreadable',
    );
  });
});

describe('a roster', () => {
  const line = ['unit-01', '第一社区党总支', '第一社区', '党总支', 'li', '=李雯', '是', '否'];
  const table = { name: '表', columns: heading.map((name) => ({ name, width: 9 })), rows: [line] };
  const expected = [Object.fromEntries(HEADING.map((column, place) => [column, line[place]]))];

  it('is read from a workbook, from CSV in UTF-8, and from CSV in GB 18030 as Excel in China writes it', async () => {
    expect(await rosterInFile(await xlsxOf(table))).toEqual(expected);
    expect(await rosterInFile(strToU8(csvOf(table)))).toEqual(expected);
    // 单位编号,单位名称,单位简称,组织类型,人员编号,姓名,党员,在编在岗 in GB 18030.
    const encoded =
      'b5a5cebbb1e0bac52cb5a5cebbc3fbb3c62cb5a5cebbbcf2b3c62cd7e9d6afc0e0d0cd2cc8cbd4b1b1e0bac52cd0d5c3fb2cb5b3d4b12cd4dab1e0d4dab8da0a6f6e65';
    expect(await rosterInFile(Buffer.from(encoded, 'hex'))).toEqual([{ unit: 'one' }]);
  });

  it('takes its columns in any order, and none that it does not know or that stands twice', async () => {
    const turned = strToU8(csvOf({ columns: table.columns.toReversed(), rows: [line.toReversed()] }));
    expect(await rosterInFile(turned)).toEqual(expected);
    const named = (...names: string[]) => refusalOf(strToU8(`${names.join(',')}\nx`));
    expect(await named(...heading, '住址')).toBe('roster-column-unknown');
    expect(await named(...heading, '姓名')).toBe('roster-column-repeated');
    expect(await named(...heading.slice(1))).toBe('roster-column-missing');
    expect(await named(...COLUMN_NAMES.map((column) => COLUMNS[column].name))).toBeUndefined();
    expect(await refusalOf(new Uint8Array())).toBe('roster-file-missing');
    expect(await refusalOf(new Uint8Array([0xff, 0xff, 0xff]))).toBe('roster-file-unreadable');
  });
});
