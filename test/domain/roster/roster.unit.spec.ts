import { describe, expect, test } from 'vitest';
import { COLUMNS, type RosterRow } from '../../../domain/roster/columns.ts';
import { compositionOf } from '../../../domain/roster/composition.ts';
import { readRoster } from '../../../domain/roster/reading.ts';
import { planUnit } from '../../../domain/roster/steps.ts';
import { communities } from './communities.ts';
import { fold, TODAY, taken } from './units.ts';

const ROW: RosterRow = {
  unit: 'unit-01',
  unitName: '第一社区党总支',
  shortName: '第一社区',
  kind: '党总支',
  superior: 'qu',
  person: 'li-wen',
  name: '李雯',
  partyMember: '是',
  staff: '否',
  body: '党组织班子',
  position: '书记',
  from: '2026-01-01',
};
const errorsOf = (...rows: RosterRow[]) =>
  readRoster(rows, TODAY).errors.map(({ row, column, code }) => [row, column, code]);

describe('reading a roster', () => {
  test('takes words, days as people and spreadsheets write them, and people with several seats once', () => {
    const more: RosterRow = { ...ROW, body: '党务公开办公室', position: '主任', from: '2026/2/3' };
    const excel: RosterRow = { ...ROW, body: '党务公开领导小组', position: '组长', from: '46023' };
    const { units, errors } = readRoster([ROW, {}, more, excel], TODAY);
    expect(errors).toEqual([]);
    expect(units).toHaveLength(1);
    expect(units[0]?.people).toMatchObject([{ id: 'li-wen', partyMember: true, staff: false }]);
    expect(units[0]?.seats.map(({ row, body, position, from }) => [row, body, position, from])).toEqual([
      [0, 'party-committee', 'head', '2026-01-01'],
      [2, 'office', 'head', '2026-02-03'],
      [3, 'leading-group', 'head', '2026-01-01'],
    ]);
  });

  test.each<[string, RosterRow, string, string]>([
    ['an id', { unit: '第一社区' }, 'unit', 'cell-id-malformed'],
    ['no name', { unitName: '' }, 'unitName', 'cell-missing'],
    ['a long name', { shortName: '长'.repeat(21) }, 'shortName', 'cell-too-long'],
    ['a word', { kind: '支部' }, 'kind', 'cell-word-unknown'],
    [
      'a position of another body',
      { body: '党务公开监督员', position: '书记' },
      'position',
      'cell-word-unknown',
    ],
    ['a day that is none', { from: '2026-02-30' }, 'from', 'cell-day-malformed'],
    ['a seat without a day', { from: '' }, 'from', 'seat-incomplete'],
    ['a term that is over', { until: '2026-09-01' }, 'until', 'seat-over'],
    ['an address', { email: 'li@localhost@x' }, 'email', 'cell-email-malformed'],
    ['a seat that nobody holds', { person: '' }, 'person', 'cell-missing'],
    ['two lines in a cell', { name: '李\n雯' }, 'name', 'cell-control-characters'],
  ])('finds %s', (_, changes, column, code) => {
    expect(errorsOf({ ...ROW, ...changes })).toContainEqual([0, column, code]);
  });

  test('takes no resident ID, mobile or bank card number, in no cell', () => {
    for (const number of ['11010519491231002X', '13912345678', '6222 0212 3456 7890 128'])
      expect(errorsOf({ ...ROW, name: `李雯 ${number}` }), number).toContainEqual([
        0,
        'name',
        'cell-private-number',
      ]);
    expect(errorsOf({ ...ROW, email: '13912345678@mail.example' })).toEqual([]);
  });

  test('finds what contradicts an earlier row, and a seat that stands there twice', () => {
    expect(errorsOf(ROW, { ...ROW, unitName: '别的总支', name: '李文' })).toEqual([
      [1, 'unitName', 'cell-contradicts'],
      [1, 'name', 'cell-contradicts'],
      [1, 'position', 'seat-repeated'],
    ]);
    const [error] = readRoster([ROW, ROW], TODAY).errors;
    expect(error).toMatchObject({ zh: '该席位与第 2 行重复。', en: 'This seat stands in line 2 already.' });
  });

  test('puts superiors before those below them, and does not turn in circles', () => {
    const unit = (id: string, superior?: string): RosterRow => ({
      unit: id,
      unitName: id,
      shortName: id,
      kind: '党委',
      superior,
    });
    const ids = (...rows: RosterRow[]) => readRoster(rows, TODAY).units.map(({ id }) => id);
    expect(ids(unit('branch', 'middle'), unit('middle', 'top'), unit('top'))).toEqual([
      'top',
      'middle',
      'branch',
    ]);
    expect(ids(unit('one', 'two'), unit('two', 'one')).toSorted()).toEqual(['one', 'two']);
  });

  test('every column has a name of its own', () => {
    const names = Object.values(COLUMNS).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('what a roster would change', () => {
  const state = fold([
    {
      type: 'OrganisationOnboarded',
      data: { name: '第一社区党总支', shortName: '第一社区', kind: 'general-branch', superior: 'qu' },
    },
    {
      type: 'PeopleRegistered',
      data: { people: [{ id: 'li-wen', name: '李文', partyMember: true, staff: false }] },
    },
  ]);
  const planned = (...rows: RosterRow[]) => {
    const [unit] = readRoster(rows, TODAY).units;
    if (!unit) throw new Error('no unit');
    return planUnit(unit, state, {});
  };

  test('is what is new or different, and nothing else', () => {
    const plan = planned(ROW, { ...ROW, person: 'wu', name: '吴越', origin: '公开招聘', position: '委员' });
    expect(plan.people).toEqual({ created: 1, changed: 1, unchanged: 0 });
    expect(plan.seats).toEqual({ created: 2, unchanged: 0 });
    expect(plan.steps.map(({ type, row }) => [type, row])).toEqual([
      ['RegisterPeople', 0],
      ['FillSeat', 0],
      ['FillSeat', 1],
      ['RecordOrigins', 0],
    ]);
  });

  test('is nothing that an empty cell, or a column that is not there, could take away', () => {
    const full = fold([
      {
        type: 'OrganisationOnboarded',
        data: {
          name: '第一社区党总支',
          shortName: '第一社区',
          kind: 'general-branch',
          unit: 'institution',
          superior: 'qu',
        },
      },
      {
        type: 'PeopleRegistered',
        data: {
          people: [{ id: 'li-wen', name: '李雯', partyMember: true, staff: false, email: 'li@qu.example' }],
        },
      },
      {
        type: 'SeatFilled',
        data: {
          body: 'party-committee',
          position: 'head',
          person: 'li-wen',
          from: '2026-01-01',
          until: '2029-01-01',
        },
      },
    ]);
    const { superior: _, ...without } = ROW;
    const [unit] = readRoster([without], TODAY).units;
    const plan = unit && planUnit(unit, full, { 'li-wen': 'recruited' });
    expect([plan?.steps, plan?.errors]).toEqual([[], []]);
    const [renamed] = readRoster([{ ...without, name: '李文' }], TODAY).units;
    expect(renamed && planUnit(renamed, full, {}).steps).toMatchObject([
      { type: 'RegisterPeople', data: { people: [{ name: '李文', email: 'li@qu.example' }] } },
    ]);
  });

  test('is no other name or place of a unit', () => {
    expect(planned({ ...ROW, unitName: '新名称党总支', superior: 'elsewhere' }).errors).toMatchObject([
      { column: 'unitName', code: 'unit-differs', zh: expect.stringContaining('第一社区党总支') },
      { column: 'superior', code: 'unit-differs' },
    ]);
  });
});

test('[QD-03] shares of origins come from the roster: 41 of 43, 14 of 15, 79 of 86', () => {
  const { positions, units, workers, withoutHead } = compositionOf(taken(communities()), TODAY);
  expect([units, workers, withoutHead]).toEqual([46, 144, ['community-44', 'community-45', 'community-46']]);
  expect(positions.map(({ position, count, origins }) => [position, count, origins[0]])).toEqual([
    ['head', 43, { origin: 'transferred', count: 41, perMille: 953 }],
    ['deputy', 15, { origin: 'recruited', count: 14, perMille: 933 }],
    ['member', 86, { origin: 'recruited', count: 79, perMille: 919 }],
  ]);
});
