import type { Day } from '../kernel/time.ts';
import type { CatalogueRow } from './row.ts';

/** How much of a catalogue has been dealt with. Completeness counts what is mandated and nothing else (XH-31). */
export interface Completeness {
  /** 规定动作 that are owed already. */
  readonly mandated: number;
  readonly settled: number;
  /** 自选动作, told beside it. */
  readonly optional: number;
  readonly optionalSettled: number;
  /** Rows that are to be taken up later (XH-07). */
  readonly later: number;
}

/** The row is owed on that day. */
export const isActive = ({ activeFrom }: Pick<CatalogueRow, 'activeFrom'>, on: Day): boolean =>
  activeFrom === undefined || activeFrom <= on;

/** @param entries rows in force, each settled when it was disclosed or when it was said why not */
export function completenessOf(
  entries: readonly { readonly row: CatalogueRow; readonly isSettled: boolean }[],
  on: Day,
): Completeness {
  const active = entries.filter(({ row }) => isActive(row, on));
  const mandated = active.filter(({ row }) => row.mandated);
  const optional = active.filter(({ row }) => !row.mandated);
  const settled = (among: typeof entries) => among.filter(({ isSettled }) => isSettled).length;
  return {
    mandated: mandated.length,
    settled: settled(mandated),
    optional: optional.length,
    optionalSettled: settled(optional),
    later: entries.length - active.length,
  };
}
