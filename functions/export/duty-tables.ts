import { DUTY_KINDS, DUTY_STATUSES, WAIVER_GROUNDS } from '../../domain/duty/duty.ts';
import { leadOf, type Overview } from '../shell/reading/duty-overview.ts';
import type { DutyLine, DutyRow, DutySheet } from '../shell/reading/duty-sheet.ts';
import type { Cell, Table } from './table.ts';

const share = (value: number | undefined): Cell =>
  value === undefined ? undefined : Math.round(value * 1000) / 1000;

/** Schools × classes, a row a unit: for each class done of owed and what is overdue, as numbers to reckon with. */
export function overviewTable({ period, classes, lines }: Overview): Table {
  const counted = [
    ['应公开', ({ total, excused }) => total - excused],
    ['按期', ({ met }) => met],
    ['补公开', ({ late }) => late],
    ['逾期', ({ overdue }) => overdue],
  ] as const satisfies readonly (readonly [string, (counts: Overview['total']) => number])[];
  return {
    name: `${period}公开情况`,
    columns: [
      { name: '单位', width: 24 },
      { name: '状态', width: 12 },
      ...counted.map(([name]) => ({ name, width: 9 })),
      { name: '按期率', width: 9 },
      { name: '均衡度', width: 9 },
      { name: '意见答复（小时）', width: 16 },
      { name: '最近公开', width: 12 },
      ...classes.flatMap((name) => counted.map(([of]) => ({ name: `${name}·${of}`, width: 14 }))),
    ],
    rows: lines.map(({ name, total, rate, regularity, answerHours, lastOn, cells }) => [
      name,
      DUTY_STATUSES[leadOf(total)],
      ...counted.map(([, count]) => count(total)),
      share(rate),
      regularity,
      answerHours,
      lastOn,
      ...cells.flatMap((counts) => counted.map(([, count]) => counts && count(counts))),
    ]),
  };
}

/** A row a duty; rows of the catalogue without one in the period have a row all the same. */
export function sheetTable({ period, rows, unit }: DutySheet): Table {
  const names = [
    ['类目', 22],
    ['公开内容', 40],
    ['义务', 16],
    ['事由', 24],
    ['到期日', 12],
    ['状态', 14],
    ['公开日期', 12],
    ['凭据编号', 24],
    ['免予公开', 40],
    ['到期日依据', 60],
  ] as const;
  return {
    name: `${period}公开台账`,
    columns: names.map(([name, width]) => ({ name, width })),
    rows: [...(unit ? [['', '', ...cellsOf(unit)]] : []), ...rows.flatMap((row) => linesOf(row))],
  };
}

function linesOf({ className, name, duties }: DutyRow): readonly (readonly Cell[])[] {
  if (duties.length === 0) return [[className, name]];
  return duties.map((duty) => [className, name, ...cellsOf(duty)]);
}

const cellsOf = ({ kind, what, due, status, met, item, waived, why }: DutyLine): readonly Cell[] => [
  DUTY_KINDS[kind],
  what,
  due,
  DUTY_STATUSES[status],
  met,
  item,
  waived && `${WAIVER_GROUNDS[waived.ground]}：${waived.note}`,
  why.rule,
];
