import readXlsxFile from 'read-excel-file/node';
import { expect, it } from 'vitest';
import { xlsxOf } from '../../../functions/export/sheets.ts';

it('writes a workbook that others read: numbers as numbers, text as text, formulas as nothing', async () => {
  const bytes = await xlsxOf({
    name: '2026Q4公开情况',
    columns: [
      { name: '单位', width: 20 },
      { name: '按期率', width: 8 },
      { name: '备注', width: 8 },
    ],
    rows: [
      ['东方小学党支部', 0.875, '=HYPERLINK("https://evil.example","点我")'],
      ['荷花池小学党支部', undefined, '<二> & “三”'],
    ],
  });
  const [sheet, ...others] = await readXlsxFile(Buffer.from(bytes));
  expect(others).toEqual([]);
  expect(sheet).toEqual({
    sheet: '2026Q4公开情况',
    data: [
      ['单位', '按期率', '备注'],
      ['东方小学党支部', 0.875, '=HYPERLINK("https://evil.example","点我")'],
      ['荷花池小学党支部', null, '<二> & “三”'],
    ],
  });
});
