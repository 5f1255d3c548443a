import type { Decider } from '../kernel/decider.ts';
import type {
  AddLocalRow,
  AdoptTemplate,
  CatalogueCommand,
  CatalogueFacts,
  DropRow,
  RefineRow,
} from './commands.ts';
import type { CatalogueEvent, Refinement } from './events.ts';
import { DEFAULT_FORMS, findForm } from './forms.ts';
import { historyOver } from './history.ts';
import { refuse } from './refusals.ts';
import type { CatalogueRow } from './row.ts';
import { baseRow, type CatalogueState, coversAudience, findRow, keepsForm, meetsTiming } from './state.ts';
import { findTemplate, OFFICIAL_TEMPLATES, type Template } from './templates.ts';

/** The catalogue of one organisation over the given template versions; see {@link historyOver}. */
export function catalogueDecider(
  templates: readonly Template[],
): Decider<CatalogueCommand, CatalogueEvent, CatalogueState> {
  return {
    ...historyOver(templates),
    decide(command, state) {
      if (!command.facts.mayEditCatalogue) refuse('catalogue-not-permitted');
      if (command.type === 'AdoptTemplate') return adopt(command, state, templates);
      if (!state.template) refuse('catalogue-not-adopted');
      switch (command.type) {
        case 'RefineRow':
          return refine(command, state);
        case 'AddLocalRow':
          return addLocal(command, state);
        case 'DropRow':
          return drop(command, state);
      }
    },
    nextDue: () => undefined,
  };
}

/** The catalogue over the official templates. */
export const catalogue = catalogueDecider(OFFICIAL_TEMPLATES);

function adopt(
  { data }: AdoptTemplate,
  state: CatalogueState,
  templates: readonly Template[],
): readonly CatalogueEvent[] {
  const { template, version } = data;
  if (!findTemplate(templates, template, version)) refuse('template-unknown', { field: 'version', version });
  const current = state.template;
  if (current?.kind === template) {
    if (current.version === version) return [];
    if (current.version > version) {
      refuse('template-older', { field: 'version', current: current.version });
    }
  }
  return [{ type: 'CatalogueAdopted', data: { template, version } }];
}

function refine({ data, facts }: RefineRow, state: CatalogueState): readonly CatalogueEvent[] {
  const { rowId, reason, ...wanted } = data;
  const row = rowInForce(state, rowId);
  const base = baseRow(state, rowId) ?? row;
  const floor = base.mandated ? base : undefined;
  if (wanted.forms) checkForms(wanted.forms, base, facts);
  if (wanted.audience && !coversAudience(floor, wanted.audience)) {
    refuse('audience-narrowed', { field: 'audience' });
  }
  if (wanted.timing && !meetsTiming(floor, wanted.timing)) refuse('timing-relaxed', { field: 'timing' });

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

/** The attributes that are given and differ from those in force. */
function changesOf(row: CatalogueRow, wanted: Omit<RefineRow['data'], 'rowId' | 'reason'>): Refinement {
  const { forms, audience, timing, detail } = wanted;
  return {
    ...(forms && forms.join() !== row.forms.join() && { forms }),
    ...(audience && audience !== row.audience && { audience }),
    ...(timing && timing !== row.timing && { timing }),
    ...(detail && detail !== row.detail && { detail }),
  };
}

function addLocal({ data, facts }: AddLocalRow, state: CatalogueState): readonly CatalogueEvent[] {
  const { rowId, level3, detail, reason, ...attributes } = data;
  if (findRow(state, rowId)) refuse('row-exists', { field: 'rowId', row: rowId });
  requireKnownForms(data.forms, facts);
  const row: CatalogueRow = {
    id: rowId,
    ...attributes,
    ...(level3 && { level3 }),
    ...(detail && { detail }),
    openEnded: true,
    mandated: false,
    origin: 'local',
  };
  return [{ type: 'LocalRowAdded', data: { row, reason } }];
}

function drop({ data }: DropRow, state: CatalogueState): readonly CatalogueEvent[] {
  const { rowId, reason } = data;
  const row = findRow(state, rowId);
  if (!row) return refuse('row-unknown', { field: 'rowId', row: rowId });
  if (row.mandated) refuse('row-mandated', { field: 'rowId', row: rowId });
  return state.dropped.includes(rowId) ? [] : [{ type: 'RowDropped', data: { rowId, reason } }];
}

function rowInForce(state: CatalogueState, rowId: string): CatalogueRow {
  const row = findRow(state, rowId);
  if (!row || state.dropped.includes(rowId)) return refuse('row-unknown', { field: 'rowId', row: rowId });
  return row;
}
