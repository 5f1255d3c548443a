import type { ColumnName } from './columns.ts';

/** What may be wrong with a cell. The code is stable. */
const TEXTS = {
  'cell-missing': { zh: '此格必填。', en: 'This cell must be filled in.' },
  'cell-too-long': { zh: '文字超过 {most} 个字。', en: 'The text is longer than {most} characters.' },
  'cell-control-characters': {
    zh: '含有不可见的控制字符或换行，请删除。',
    en: 'The cell holds invisible control characters or several lines; remove them.',
  },
  'cell-word-unknown': { zh: '只能填写：{words}。', en: 'Only these may be written: {words}.' },
  'cell-id-malformed': {
    zh: '编号只能由小写字母、数字和连字符组成，长度 2 至 40。',
    en: 'An identifier takes 2 to 40 lower-case letters, digits and hyphens.',
  },
  'cell-day-malformed': {
    zh: '日期应写作 2026-09-01。',
    en: 'Write the day as 2026-09-01.',
  },
  'cell-email-malformed': { zh: '不是有效的电子邮箱。', en: 'This is no e-mail address.' },
  'cell-private-number': {
    zh: '花名册不收身份证号、手机号码和银行卡号，请删去。',
    en: 'A roster takes no resident ID, mobile or bank card numbers; remove it.',
  },
  'cell-contradicts': {
    zh: '与第 {line} 行同一{what}的内容不一致。',
    en: 'Not the same as in line {line}, which is about the same {subject}.',
  },
  'seat-incomplete': {
    zh: '机构、职务、任职日期须同时填写，并填写人员编号。',
    en: 'A seat takes a body, a position, a day and a person.',
  },
  'seat-over': {
    zh: '任期已满，花名册只列现任。',
    en: 'This term is over; a roster lists those in office.',
  },
  'seat-repeated': { zh: '该席位与第 {line} 行重复。', en: 'This seat stands in line {line} already.' },
  'unit-differs': {
    zh: '单位已经开通，登记为“{known}”，花名册不改单位信息。',
    en: 'The unit has been set up as “{known}”; a roster does not change it.',
  },
  'unit-elsewhere': {
    zh: '该单位不在本组织及其下级之内。',
    en: 'This unit is neither this organisation nor below it.',
  },
} as const;
export type CellErrorCode = keyof typeof TEXTS;

/** One thing wrong with a roster: where, and how to mend it. */
export interface RosterError {
  /** Place of the row, from 0; the heading is not counted. */
  readonly row: number;
  readonly column: ColumnName;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

export function cellError(
  row: number,
  column: ColumnName,
  code: CellErrorCode,
  details: Readonly<Record<string, string | number>> = {},
): RosterError {
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? '…'));
  return { row, column, code, zh: fill(TEXTS[code].zh), en: fill(TEXTS[code].en) };
}

/** The line in which a spreadsheet shows the row: the heading is line 1. */
export const lineOf = (row: number): number => row + 2;
