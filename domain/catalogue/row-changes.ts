import type { AddLocalRow, CatalogueFacts, DropRow, RefineRow, RowCommand } from './commands.ts';
import type { CatalogueChange, Refinement } from './events.ts';
import { DEFAULT_FORMS, findForm } from './forms.ts';
import { refuse } from './refusals.ts';
import type { CatalogueRow } from './row.ts';
import {
  baseRow,
  type CatalogueState,
  coversAudience,
  findRow,
  isDropped,
  keepsForm,
  meetsTiming,
} from './state.ts';
import { OPEN_CLASS } from './templates.ts';
import { isPriority } from './views.ts';

/** What a change of a row comes to. Nothing when all is so already. */
export function changeRow(command: RowCommand, state: CatalogueState): readonly CatalogueChange[] {
  switch (command.type) {
    case 'RefineRow':
      return refine(command, state);
    case 'AddLocalRow':
      return addLocal(command, state);
    case 'DropRow':
      return drop(command, state);
  }
}

/** The same change on the catalogue as it is now. */
export function redecide(
  event: CatalogueChange,
  facts: CatalogueFacts,
  state: CatalogueState,
): readonly CatalogueChange[] {
  switch (event.type) {
    case 'RowRefined':
      return refine({ data: event.data as RefineRow['data'], facts }, state);
    case 'LocalRowAdded':
      checkNew(event.data.row, facts, state);
      return [event];
    case 'RowDropped':
      return drop(event, state);
  }
}

function refine(
  { data, facts }: Pick<RefineRow, 'data' | 'facts'>,
  state: CatalogueState,
): readonly CatalogueChange[] {
  const { rowId, reason, ...wanted } = data;
  const row = rowInForce(state, rowId);
  const base = baseRow(state, rowId) ?? row;
  const floor = base.mandated ? base : undefined;
  if (wanted.forms) checkForms(wanted.forms, base, facts);
  if (wanted.audience && !coversAudience(floor, wanted.audience)) {
    refuse('audience-narrowed', { field: 'audience' });
  }
  if (wanted.timing && !meetsTiming(floor, wanted.timing)) refuse('timing-relaxed', { field: 'timing' });
  if (wanted.priority === false && floor?.priority) refuse('priority-mandated', { field: 'priority' });
  if (wanted.activeFrom !== undefined && floor && !facts.isSuperior) {
    refuse('activation-not-yours', { field: 'activeFrom' });
  }
  checkPowers(wanted.powers, facts);

  const changes = changesOf(row, wanted);
  return Object.keys(changes).length === 0
    ? []
    : [{ type: 'RowRefined', data: { rowId, ...changes, reason } }];
}

function checkForms(forms: readonly string[], base: CatalogueRow, facts: CatalogueFacts): void {
  requireKnownForms(forms, facts);
  if (!base.mandated) return;
  const allowed = base.forms.join('、');
  if (!keepsForm(base, forms)) refuse('forms-replaced', { field: 'forms', allowed });
  if (!base.openEnded && forms.some((name) => !base.forms.includes(name))) {
    refuse('forms-closed', { field: 'forms', allowed });
  }
}

function requireKnownForms(forms: readonly string[], facts: CatalogueFacts): void {
  const vocabulary = facts.forms ?? DEFAULT_FORMS;
  const unknown = forms.findIndex((name) => findForm(vocabulary, name)?.name !== name);
  if (unknown >= 0) refuse('form-unknown', { field: `forms.${unknown}`, form: forms[unknown] });
}

function checkPowers(wanted: readonly string[] = [], { powers = [] }: CatalogueFacts): void {
  const unknown = wanted.findIndex((power) => !powers.includes(power));
  if (unknown >= 0) refuse('row-power-unknown', { field: `powers.${unknown}`, power: wanted[unknown] });
}

/** The attributes that are given and differ from those in force. */
function changesOf(row: CatalogueRow, wanted: Omit<RefineRow['data'], 'rowId' | 'reason'>): Refinement {
  const inForce = { ...row, priority: isPriority(row), tags: row.tags ?? [], powers: row.powers ?? [] };
  const differing = Object.entries(wanted).filter(
    ([attribute, value]) =>
      value !== undefined &&
      JSON.stringify(value) !== JSON.stringify(inForce[attribute as keyof typeof inForce]),
  );
  return Object.fromEntries(differing);
}

function addLocal(
  { data, facts }: Pick<AddLocalRow, 'data' | 'facts'>,
  state: CatalogueState,
): readonly CatalogueChange[] {
  const { rowId, level3, detail, reason, ...attributes } = data;
  const row: CatalogueRow = {
    id: rowId,
    ...attributes,
    ...(level3 && { level3 }),
    ...(detail && { detail }),
    openEnded: true,
    mandated: false,
    origin: 'local',
  };
  checkNew(row, facts, state);
  return [{ type: 'LocalRowAdded', data: { row, reason } }];
}

function checkNew(row: CatalogueRow, facts: CatalogueFacts, state: CatalogueState): void {
  if (findRow(state, row.id)) refuse('row-exists', { field: 'rowId', row: row.id });
  if (row.level1 === OPEN_CLASS && (row.level2 ?? '').startsWith('其他')) {
    refuse('category-missing', { field: 'level2' });
  }
  if (facts.classes && !facts.classes.includes(row.level1)) {
    refuse('class-unknown', { field: 'level1', class: row.level1 });
  }
  requireKnownForms(row.forms, facts);
  checkPowers(row.powers, facts);
}

function drop({ data }: Pick<DropRow, 'data'>, state: CatalogueState): readonly CatalogueChange[] {
  const { rowId, reason } = data;
  const row = findRow(state, rowId);
  if (!row) return refuse('row-unknown', { field: 'rowId', row: rowId });
  if (row.mandated) refuse('row-mandated', { field: 'rowId', row: rowId });
  return isDropped(state, row) ? [] : [{ type: 'RowDropped', data: { rowId, reason } }];
}

function rowInForce(state: CatalogueState, rowId: string): CatalogueRow {
  const row = findRow(state, rowId);
  if (!row || isDropped(state, row)) return refuse('row-unknown', { field: 'rowId', row: rowId });
  return row;
}
