import type { Decider } from '../kernel/decider.ts';
import type { AdoptTemplate, CatalogueCommand } from './commands.ts';
import type { CatalogueEvent } from './events.ts';
import { historyOver } from './history.ts';
import { packRows } from './packed-rows.ts';
import { request, settle } from './pending.ts';
import { refuse } from './refusals.ts';
import { changeRow } from './row-changes.ts';
import type { CatalogueState } from './state.ts';
import { BUILT_IN_TEMPLATES, findTemplate, type Template } from './templates.ts';

/** The catalogue of one organisation over the given template versions; see {@link historyOver}. */
export function catalogueDecider(
  templates: readonly Template[],
): Decider<CatalogueCommand, CatalogueEvent, CatalogueState> {
  return {
    ...historyOver(templates),
    decide(command, state) {
      const { mayEditCatalogue, isSuperior, approvedAbove } = command.facts;
      if (!mayEditCatalogue) refuse('catalogue-not-permitted');
      if (command.type === 'AdoptTemplate') return adopt(command, state, templates);
      if (!state.template) refuse('catalogue-not-adopted');
      switch (command.type) {
        case 'RefineRow':
        case 'AddLocalRow':
        case 'DropRow': {
          const changes = changeRow(command, state);
          return approvedAbove && !isSuperior ? changes.map((change) => request(change, state)) : changes;
        }
        default:
          return settle(command, state);
      }
    },
    nextDue: () => undefined,
  };
}

/** The catalogue over the templates that are built in; what the district publishes comes with the command. */
export const catalogue = catalogueDecider(BUILT_IN_TEMPLATES);

/** What comes from above needs no approval from there. */
function adopt(
  { data: { template, version }, facts: { published } }: AdoptTemplate,
  state: CatalogueState,
  templates: readonly Template[],
): readonly CatalogueEvent[] {
  const isPublished = published?.kind === template && published.version === version;
  if (!isPublished && !findTemplate(templates, template, version)) {
    refuse('template-unknown', { field: 'version', version });
  }
  const current = state.template;
  if (current?.kind === template) {
    if (current.version === version) return [];
    if (current.version > version) {
      refuse('template-older', { field: 'version', current: current.version });
    }
  }
  const edition = isPublished && { title: published.title, rows: packRows(published.rows) };
  return [{ type: 'CatalogueAdopted', data: { template, version, ...(edition && { edition }) } }];
}
