import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../functions/export/csv.ts';

const columns = [
  { name: '单位', width: 10 },
  { name: '备注', width: 10 },
];

describe('a table as CSV', () => {
  it('begins with the mark by which Excel knows UTF-8, and ends its lines as RFC 4180 says', () => {
    expect(csvOf({ columns, rows: [['东方小学', 3]] })).toBe('\uFEFF单位,备注\r\n东方小学,3\r\n');
  });

  it('quotes what would break a line or a field', () => {
    const rows = [
      ['他说“好”', '一,二'],
      ['"引号"', '两\n行'],
      [undefined, -3.5],
    ];
    expect(csvOf({ columns, rows })).toBe(
      '\uFEFF单位,备注\r\n他说“好”,"一,二"\r\n"""引号""","两\n行"\r\n,-3.5\r\n',
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＠x'])(
    'takes the sting out of %j',
    (text) => {
      const [, line = ''] = csvOf({ columns, rows: [[text]] }).split(/\r\n(.*)/s);
      expect(line.replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it('never lets text begin a field as a formula does', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const [, field = ''] = /^\uFEFF单位,备注\r\n"?(.*)/s.exec(csvOf({ columns, rows: [[text]] })) ?? [];
        expect(field).not.toMatch(/^[=+\-@\t＝＋－＠]/);
      }),
    );
  });
});
