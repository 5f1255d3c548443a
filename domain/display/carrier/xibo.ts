import { isObject } from './answer-rule.ts';
import type { Field, FieldValues } from './fields.ts';
import type { XiboCarrier } from './schema.ts';

type Columns = XiboCarrier['columns'];

/** Body of `importjson`: the rows are matched by the item's id, so the same import twice is the same row once. */
export const importBody = (columns: Columns, items: readonly FieldValues[]): string =>
  JSON.stringify({
    uniqueKeys: [idColumn(columns)],
    // With true the CMS would empty the table first, and for that while the screens.
    truncate: false,
    rows: items.map((values) => rowOf(columns, values)),
  });

export const idColumn = (columns: Columns): string => columns.id ?? '';

/** Values by heading. Dates are in Shanghai's time and in the one form that the CMS reads. */
const rowOf = (columns: Columns, values: FieldValues): Record<string, string> =>
  Object.fromEntries(Object.entries(columns).map(([field, heading]) => [heading, values[field as Field]]));

/** One row as the CMS lists it: its own number, and the values by heading. */
interface Row {
  readonly row: number;
  readonly id: string;
}

/**
 * Rows of an answer of the CMS; undefined when it holds no list. When its query has failed it answers 200 with an
 * object instead.
 */
export function readRows(answer: unknown, columns: Columns): readonly Row[] | undefined {
  if (!Array.isArray(answer)) return undefined;
  return answer.flatMap((each) => {
    const row = isObject(each) ? Number(each.id) : Number.NaN;
    return Number.isInteger(row) ? [{ row, id: String(each[idColumn(columns)] ?? '') }] : [];
  });
}

/** Kinds of a column and of its values, as the CMS numbers them. */
const VALUE_COLUMN = 1;
const STRING = 1;
const NUMBER = 2;
const DATE = 3;
const IMAGE_IN_LIBRARY = 5;
const DATES: ReadonlySet<string> = new Set<Field>(['publishedAt', 'expiresAt']);

/**
 * What keeps the DataSet from taking our rows; undefined when nothing does. The CMS leaves values for columns that it
 * does not know aside. When that happens to the id, it finds no key to match rows by, takes every row for a match and
 * overwrites the whole table. So nothing is imported before this has been asked.
 */
export function columnsFault(answer: unknown, columns: Columns): string | undefined {
  if (!Array.isArray(answer)) return 'the CMS does not list the columns of the DataSet';
  const types = new Map(
    answer
      .filter((each) => isObject(each) && Number(each.dataSetColumnTypeId) === VALUE_COLUMN)
      .map((each) => [String(each.heading), Number(each.dataTypeId)]),
  );
  for (const [field, heading] of Object.entries(columns)) {
    const type = types.get(heading);
    if (type === undefined) return `the DataSet has no value column ${heading}`;
    if (field === 'id' && type !== STRING) return `column ${heading} must be of type String`;
    if (type === DATE && !DATES.has(field)) return `column ${heading} must not be of type Date`;
    if (type === NUMBER && field !== 'revision' && field !== 'version')
      return `column ${heading} must not be of type Number`;
    if (type === IMAGE_IN_LIBRARY) return `column ${heading} must not be an image of the library`;
  }
  return undefined;
}
