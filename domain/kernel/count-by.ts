/** How many rows there are of each key. */
export const countBy = <Row, Key extends string>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): Partial<Record<Key, number>> =>
  Object.fromEntries([...Map.groupBy(rows, keyOf)].map(([key, { length }]) => [key, length])) as Partial<
    Record<Key, number>
  >;
