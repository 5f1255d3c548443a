import type { ChangeCommand } from './commands.ts';
import type { CatalogueChange, CatalogueEvent, ChangeRequested } from './events.ts';
import { refuse } from './refusals.ts';
import { redecide } from './row-changes.ts';
import type { CatalogueState, PendingChange } from './state.ts';

/** What somebody changed who has to ask: it waits as it would have happened. */
export function request(event: CatalogueChange, { pending, asked }: CatalogueState): ChangeRequested {
  const row = rowOf(event);
  if (pending.some((other) => rowOf(other.event) === row)) refuse('change-waits', { field: 'rowId', row });
  return { type: 'ChangeRequested', data: { change: `change-${asked + 1}`, event } };
}

/**
 * What the superior approves is decided on once more, since the catalogue may have changed meanwhile; it holds from the
 * approval. Whoever asked may take it back, and may not approve it, wherever they sit.
 */
export function settle(command: ChangeCommand, state: CatalogueState): readonly CatalogueEvent[] {
  const { actor, facts, data } = command;
  const waiting = state.pending.find(({ id }) => id === data.change);
  if (!waiting) return refuse('change-unknown', { field: 'change', change: data.change });
  if (command.type === 'WithdrawChange') {
    return [{ type: 'ChangeWithdrawn', data: { change: waiting.id } }];
  }
  if (!facts.isSuperior) refuse('change-not-yours');
  if (command.type === 'RefuseChange') return [{ type: 'ChangeRefused', data: command.data }];
  if (actor.kind === 'person' && askedBy(waiting) === actor.person) refuse('change-own');
  return [{ type: 'ChangeApproved', data: { change: waiting.id } }, ...redecide(waiting.event, facts, state)];
}

/** Undefined where no person asked. */
export const askedBy = ({ by }: PendingChange): string | undefined =>
  by.kind === 'person' ? by.person : undefined;

/** Which row a change is about. */
export const rowOf = ({ type, data }: CatalogueChange): string =>
  type === 'LocalRowAdded' ? data.row.id : data.rowId;
