import type { History } from '../kernel/decider.ts';
import type { CatalogueEvent } from './events.ts';
import { type CatalogueState, NO_CATALOGUE } from './state.ts';
import { findTemplate, OFFICIAL_TEMPLATES, type Template } from './templates.ts';

/** Id of an organisation's only catalogue stream: `ORG#<organisation>#CATALOGUE#main`. */
export const CATALOGUE_ID = 'main';

/**
 * The catalogue of one organisation over the given template versions. All versions that were ever adopted must be
 * among them: `evolve` throws an Error when one is missing, since its rows cannot be guessed.
 */
export const historyOver = (templates: readonly Template[]): History<CatalogueEvent, CatalogueState> => ({
  initial: NO_CATALOGUE,
  evolve: (state, event) => evolve(state, event, templates),
});

/** The catalogue over the official templates. */
export const catalogueHistory = historyOver(OFFICIAL_TEMPLATES);

function evolve(
  state: CatalogueState,
  event: CatalogueEvent,
  templates: readonly Template[],
): CatalogueState {
  switch (event.type) {
    case 'CatalogueAdopted': {
      const { template: kind, version } = event.data;
      const template = findTemplate(templates, kind, version);
      if (!template) throw new Error(`template ${kind} version ${version} was adopted but is not known here`);
      return { ...state, template };
    }
    case 'RowRefined': {
      const { rowId, reason: _, ...changes } = event.data;
      const refinement = { ...state.refinements[rowId], ...changes };
      return { ...state, refinements: { ...state.refinements, [rowId]: refinement } };
    }
    case 'LocalRowAdded':
      return { ...state, local: [...state.local, event.data.row] };
    case 'RowDropped':
      return { ...state, dropped: [...state.dropped, event.data.rowId] };
  }
}
