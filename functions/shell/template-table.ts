import { type CatalogueDiff, diffRows } from '../../domain/catalogue/diff.ts';
import { templateRowSchema } from '../../domain/catalogue/template/commands.ts';
import { rowsInTable, TABLE_COLUMNS, type TableError } from '../../domain/catalogue/template/table.ts';
import { asRow, checkTemplateRows } from '../../domain/catalogue/template/template.ts';
import type { Template } from '../../domain/catalogue/templates.ts';
import type { Vocabulary } from '../../domain/catalogue/vocabulary/state.ts';
import { Refusal } from '../../domain/kernel/refusal.ts';
import { parseInput } from '../edge/input.ts';
import { MalformedInput } from '../edge/problem.ts';

/** A table that somebody wants to publish, looked at before anything happens. */
export interface TablePreview {
  /** As the command takes them. */
  readonly rows: readonly object[];
  /** Line by line; nothing can be published while there are any. */
  readonly errors: readonly TableError[];
  /** What would change against the newest version. */
  readonly diff: CatalogueDiff;
}

/** What the table would become. Refuses nothing: whatever is wrong is told of the line it is wrong in. */
export async function previewOf(
  cells: readonly (readonly string[])[],
  { forms, classes }: Vocabulary,
  newest: Template | undefined,
): Promise<TablePreview> {
  const { rows, errors } = rowsInTable(cells);
  const found = [...errors];
  const read = rows.flatMap(({ line, row }) => {
    try {
      return [{ line, row: parseInput(templateRowSchema, row) }];
    } catch (error) {
      if (!(error instanceof MalformedInput)) throw error;
      found.push(
        ...error.errors.map((each) => ({ line, ...columnOf(each.field), zh: each.zh, en: each.en })),
      );
      return [];
    }
  });
  read.forEach(({ line, row }, index) => {
    try {
      // With those before it, so that an id that comes twice is told of the second.
      const before = read
        .slice(0, index)
        .map((each) => each.row)
        .filter(({ id }) => id === row.id);
      checkTemplateRows([...before.slice(0, 1), row], { forms, ...(classes && { classes }) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const field = error.details.field?.replace(/^rows\.\d+\./, '');
      found.push({ line, ...columnOf(field), zh: error.zh, en: error.en });
    }
  });
  return {
    rows: read.map(({ row }) => row),
    errors: found.toSorted((a, b) => a.line - b.line),
    diff: diffRows(
      newest?.rows ?? [],
      read.map(({ row }) => asRow(row)),
    ),
  };
}

/** `forms.2` stands in the column of the forms. */
function columnOf(field = ''): Pick<TableError, 'column'> {
  const [name = ''] = field.split('.');
  return Object.hasOwn(TABLE_COLUMNS, name)
    ? { column: TABLE_COLUMNS[name as keyof typeof TABLE_COLUMNS] }
    : {};
}
