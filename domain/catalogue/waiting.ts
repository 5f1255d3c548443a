import type { OrganisationId } from '../kernel/scope.ts';
import type { CatalogueCard } from './card.ts';
import type { CatalogueChange } from './events.ts';
import { askedBy, rowOf } from './pending.ts';
import { nameOf } from './row-name.ts';
import { type CatalogueState, findRow } from './state.ts';

/**
 * What of a catalogue waits for the superior: one task however many changes wait, led by the oldest. Whoever asked for
 * all of them approves none.
 */
export function catalogueCardOf(state: CatalogueState, organisation: OrganisationId): CatalogueCard {
  const { pending } = state;
  const [oldest] = pending;
  if (!oldest) return { organisation, waiting: 0, id: '', catalogue: '', waits: [] };
  const askers = new Set(pending.map(askedBy));
  const [asker] = askers;
  const others = pending.length > 1 ? `（等${pending.length}项）` : '';
  return {
    organisation,
    waiting: pending.length,
    id: oldest.id,
    catalogue: `目录调整“${subjectOf(oldest.event, state)}”${others}`,
    waits: [
      {
        kind: 'decide-catalogue-change',
        asks: 'office',
        since: oldest.at,
        ...(askers.size === 1 && asker !== undefined && { except: [asker] }),
      },
    ],
  };
}

function subjectOf(event: CatalogueChange, state: CatalogueState): string {
  const row = event.type === 'LocalRowAdded' ? event.data.row : findRow(state, event.data.rowId);
  return row ? nameOf(row) : rowOf(event);
}
