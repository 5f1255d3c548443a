import type { EventContext, History } from '../kernel/decider.ts';
import type { CatalogueAdopted, CatalogueEvent } from './events.ts';
import { unpackRows } from './packed-rows.ts';
import { type CatalogueState, NO_CATALOGUE } from './state.ts';
import { BUILT_IN_TEMPLATES, findTemplate, type Template } from './templates.ts';

/**
 * The catalogue of one organisation over the given template versions. All versions that were ever adopted without their
 * rows must be among them: `evolve` throws an Error when one is missing, since its rows cannot be guessed.
 */
export const historyOver = (templates: readonly Template[]): History<CatalogueEvent, CatalogueState> => ({
  initial: NO_CATALOGUE,
  evolve: (state, event, context) => evolve(state, event, context, templates),
});

/** The catalogue over the templates that are built in. */
export const catalogueHistory = historyOver(BUILT_IN_TEMPLATES);

function evolve(
  state: CatalogueState,
  event: CatalogueEvent,
  { at, by }: EventContext,
  templates: readonly Template[],
): CatalogueState {
  switch (event.type) {
    case 'CatalogueAdopted':
      return { ...state, template: adopted(event.data, templates) };
    case 'RowRefined': {
      const { rowId, reason: _, ...changes } = event.data;
      const refinement = { ...state.refinements[rowId], ...changes };
      return { ...state, refinements: { ...state.refinements, [rowId]: refinement } };
    }
    case 'LocalRowAdded':
      return { ...state, local: [...state.local, event.data.row] };
    case 'RowDropped':
      return { ...state, dropped: [...state.dropped, event.data.rowId] };
    case 'ChangeRequested': {
      const pending = [...state.pending, { id: event.data.change, event: event.data.event, at, by }];
      return { ...state, pending, asked: state.asked + 1 };
    }
    case 'ChangeApproved':
    case 'ChangeRefused':
    case 'ChangeWithdrawn':
      return { ...state, pending: state.pending.filter(({ id }) => id !== event.data.change) };
  }
}

function adopted(
  { template: kind, version, edition }: CatalogueAdopted['data'],
  templates: readonly Template[],
): Template {
  if (edition) return { kind, version, title: edition.title, rows: unpackRows(edition.rows) };
  const template = findTemplate(templates, kind, version);
  if (!template) throw new Error(`template ${kind} version ${version} was adopted but is not known here`);
  return template;
}
