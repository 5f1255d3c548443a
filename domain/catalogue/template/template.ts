import type { Decider } from '../../kernel/decider.ts';
import { diffRows } from '../diff.ts';
import { findForm } from '../forms.ts';
import { packRows } from '../packed-rows.ts';
import type { CatalogueRow } from '../row.ts';
import type { PublishTemplate, TemplateRow } from './commands.ts';
import { refuse } from './refusals.ts';
import { newestOf, type TemplatePublished, type TemplateState, templateHistory } from './state.ts';

/**
 * 下发目录: a template by kind of unit, in versions (TZ-13). What was published never changes; organisations adopt a
 * version when they are ready, and keep what they added of their own.
 */
export const templateDecider: Decider<PublishTemplate, TemplatePublished, TemplateState> = {
  ...templateHistory,
  decide: publish,
  nextDue: () => undefined,
};

function publish({ data, facts }: PublishTemplate, state: TemplateState): readonly TemplatePublished[] {
  if (!facts.mayPublish) refuse('template-not-permitted');
  checkTemplateRows(data.rows, facts);
  const rows = data.rows.map(asRow);
  const newest = newestOf(state, facts.kind);
  if (newest && newest.title === data.title && isSame(newest.rows, rows)) {
    refuse('template-unchanged', { version: newest.version });
  }
  const { title, units, reason } = data;
  const version = (newest?.version ?? 0) + 1;
  return [
    {
      type: 'TemplatePublished',
      data: { template: facts.kind, version, title, units, rows: packRows(rows), reason },
    },
  ];
}

/** Also for whoever looks at a table before it is published. */
export function checkTemplateRows(
  rows: readonly TemplateRow[],
  { forms, classes }: Pick<PublishTemplate['facts'], 'forms' | 'classes'>,
): void {
  const ids = new Set<string>();
  rows.forEach((row, index) => {
    if (ids.has(row.id)) refuse('template-row-twice', { field: `rows.${index}.id`, row: row.id });
    ids.add(row.id);
    const unknown = row.forms.find((name) => findForm(forms, name)?.name !== name);
    if (unknown !== undefined) {
      refuse('template-form-unknown', { field: `rows.${index}.forms`, form: unknown });
    }
    if (classes && !classes.includes(row.level1)) {
      refuse('template-class-unknown', { field: `rows.${index}.level1`, class: row.level1 });
    }
  });
}

/** As a catalogue has it. The words of an official row stay with it while its forms do. */
export const asRow = (row: TemplateRow): CatalogueRow => {
  const given = Object.entries(row).filter(([, value]) => value !== undefined);
  const { forms, openEnded } = row;
  const formsText = forms.length > 0 && `${forms.join('、')}${openEnded ? '等' : ''}`;
  return {
    ...(Object.fromEntries(given) as unknown as TemplateRow),
    ...(formsText && { formsText }),
    origin: 'template',
  } as CatalogueRow;
};

const isSame = (before: readonly CatalogueRow[], after: readonly CatalogueRow[]): boolean => {
  const { added, removed, changed } = diffRows(before, after);
  const isOrdered = before.every(({ id }, index) => after[index]?.id === id);
  return isOrdered && added.length + removed.length + changed.length === 0;
};
