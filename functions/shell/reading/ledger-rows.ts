import type { CatalogueRow } from '../../../domain/catalogue/row.ts';
import { type CatalogueState, effectiveRows, findRow } from '../../../domain/catalogue/state.ts';
import type { Ledger } from '../../../domain/duty/state.ts';

/** A row that a ledger speaks of. */
export interface LedgerRow {
  readonly id: string;
  /** Undefined for a row of a template that the organisation no longer works by. */
  readonly row: CatalogueRow | undefined;
  readonly inForce: boolean;
}

/** The rows in force, and after them those that have left the catalogue while the ledger still has a duty of theirs. */
export function ledgerRows(catalogue: CatalogueState, { duties }: Ledger): readonly LedgerRow[] {
  const rows = effectiveRows(catalogue).map((row) => ({ id: row.id, row, inForce: true }));
  const known = new Set<string | undefined>([undefined, ...rows.map(({ id }) => id)]);
  const ids = new Set(Object.values(duties).map(({ row }) => row));
  const gone = [...ids].filter((id): id is string => !known.has(id));
  return [...rows, ...gone.map((id) => ({ id, row: findRow(catalogue, id), inForce: false }))];
}
