import {
  BODIES,
  type Body,
  POSITIONS,
  POSITIONS_IN,
  type Position,
  positionTitle,
} from '../organisation/body.ts';
import { ORGANISATION_KINDS, UNIT_KINDS } from '../organisation/kinds.ts';
import { SUPERVISOR_SOURCES } from '../organisation/supervisors.ts';
import { ORIGINS } from '../profile/vocabulary.ts';

interface Column {
  /** As the heading row has it. */
  readonly name: string;
  /** In characters. */
  readonly width: number;
  /** What may be written, by what it stands for; anything when absent. */
  readonly words?: Readonly<Record<string, string>>;
}

const YES_NO = { yes: '是', no: '否' } as const;

/** 花名册: a row for each seat that somebody holds, for each person without one, and for each unit without people. */
export const COLUMNS = {
  unit: { name: '单位编号', width: 16 },
  unitName: { name: '单位名称', width: 28 },
  shortName: { name: '单位简称', width: 16 },
  kind: { name: '组织类型', width: 10, words: ORGANISATION_KINDS },
  unitKind: { name: '单位性质', width: 10, words: UNIT_KINDS },
  superior: { name: '上级编号', width: 16 },
  person: { name: '人员编号', width: 18 },
  name: { name: '姓名', width: 10 },
  partyMember: { name: '党员', width: 6, words: YES_NO },
  staff: { name: '在编在岗', width: 10, words: YES_NO },
  email: { name: '办公邮箱', width: 26 },
  origin: { name: '人员来源', width: 20, words: ORIGINS },
  body: { name: '机构', width: 20, words: BODIES },
  position: { name: '职务', width: 12 },
  from: { name: '任职日期', width: 12 },
  until: { name: '任期届满', width: 12 },
  place: { name: '席位编号', width: 12 },
  source: { name: '聘自', width: 18, words: SUPERVISOR_SOURCES },
  home: { name: '本人单位编号', width: 16 },
} as const satisfies Readonly<Record<string, Column>>;

export type ColumnName = keyof typeof COLUMNS;

const wordsOf = (column: ColumnName): Readonly<Record<string, string>> =>
  (COLUMNS as Readonly<Record<ColumnName, Column>>)[column].words ?? {};

/** Everything that may be written in the column, where that is laid down. */
export const wordList = (column: ColumnName): string => Object.values(wordsOf(column)).join('、');
export const COLUMN_NAMES = Object.keys(COLUMNS) as readonly ColumnName[];

/** The texts of a row as they are written; what is empty is absent. */
export type RosterRow = { readonly [Name in ColumnName]?: string | undefined };

/** What a position of the body is written as: 书记, 主任, 组长. */
export const positionWord = (body: Body, position: Position): string =>
  positionTitle(body, position) || POSITIONS[position];

/** The position of the body that is meant; undefined for a word that it has no position for. */
export const positionMeant = (body: Body, word: string): Position | undefined =>
  POSITIONS_IN[body].find(
    (position) => positionWord(body, position) === word || POSITIONS[position] === word,
  );

/** What the word of a column stands for; undefined for a word that the column does not have. */
export const meaningOf = (column: ColumnName, word: string): string | undefined =>
  Object.keys(wordsOf(column)).find((key) => wordsOf(column)[key] === word);

export const wordFor = (column: ColumnName, meaning: string): string => wordsOf(column)[meaning] ?? meaning;
