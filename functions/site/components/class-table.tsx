import type { Child } from 'hono/jsx';

interface ClassTableProps<Entry> {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly entries: readonly Entry[];
  classOf(entry: Entry): string;
  row(entry: Entry): Child;
}

/** Rows of a catalogue under the names of their classes, in the order in which the classes first come. */
export function ClassTable<Entry>({ caption, columns, entries, classOf, row }: ClassTableProps<Entry>) {
  return (
    <table class="catalogue">
      <caption class="vh">{caption}</caption>
      <thead>
        <tr>
          {columns.map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      {[...Map.groupBy(entries, classOf)].map(([name, theirs]) => (
        <tbody>
          <tr class="class">
            <th colspan={columns.length} scope="rowgroup">
              {name}
            </th>
          </tr>
          {theirs.map(row)}
        </tbody>
      ))}
    </table>
  );
}
