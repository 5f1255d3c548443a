import type { CatalogueRow } from '../../../domain/catalogue/row.ts';
import { nameOf } from '../../../domain/catalogue/row-name.ts';
import { type Duty, type DutyStatus, isOpen, statusOf, UNIT } from '../../../domain/duty/duty.ts';
import type { PeriodName } from '../../../domain/duty/period.ts';
import { type Ledger, soonFrom } from '../../../domain/duty/state.ts';
import type { Day } from '../../../domain/kernel/time.ts';
import type { Tenants } from '../tenancy.ts';
import { type DutyLine, lineOf } from './duty-line.ts';
import type { LedgerRow } from './ledger-rows.ts';

export type { DutyLine };

/** Class of the rows that are no longer in the catalogue. */
const GONE = '已不在公开目录';

/** A row of the catalogue with what is owed under it in the period. */
export interface DutyRow {
  readonly id: string;
  /** False when the row has left the catalogue: what it owed stays in the record. */
  readonly inForce: boolean;
  readonly className: string;
  readonly name: string;
  readonly timing: CatalogueRow['timing'];
  readonly duties: readonly DutyLine[];
  /** Last disclosure under the row. */
  readonly last: Day | undefined;
  /** Next yearly confirmation, where none falls into this period. */
  readonly next: Day | undefined;
  /** What is on show is last period's and must be replaced (每季度更换). */
  readonly refresh: boolean;
  readonly history: readonly { readonly period: PeriodName; readonly status: DutyStatus }[];
}

/** 公开义务台账 of one organisation in one period, as it stands on a day. */
export interface DutySheet {
  readonly period: PeriodName;
  readonly today: Day;
  readonly rows: readonly DutyRow[];
  /** The organisation's own: at least once a quarter. */
  readonly unit: DutyLine | undefined;
  /** Earlier periods with duties still open, oldest first. */
  readonly arrears: readonly PeriodName[];
  readonly counts: Readonly<Partial<Record<DutyStatus, number>>>;
}

/** @param ledgers of the period and of those before it, newest first */
export function sheetOf(
  [ledger, ...earlier]: readonly [Ledger, ...Ledger[]],
  rows: readonly LedgerRow[],
  tenants: Tenants,
  today: Day,
): DutySheet {
  const lineFor = (duty: Duty): DutyLine => lineOf(duty, ledger, tenants, today);
  const duties = Object.values(ledger.duties);
  const byRow = Map.groupBy(duties, ({ row }) => row);
  const unit = ledger.duties[UNIT];
  return {
    period: ledger.period.name,
    today,
    rows: rows.map(({ id, row, inForce }) => {
      const theirs = byRow.get(id) ?? [];
      const isShown = ledger.last[id] !== undefined;
      return {
        id,
        inForce,
        className: inForce && row ? row.level1 : GONE,
        name: row ? nameOf(row) : id,
        timing: row?.timing,
        duties: theirs.toSorted((a, b) => (a.due < b.due ? -1 : 1)).map(lineFor),
        last: ledger.last[id],
        next: theirs.length === 0 ? ledger.anchors[id] : undefined,
        refresh: inForce && isShown && theirs.some((duty) => duty.kind === 'periodic' && isOpen(duty, today)),
        history: earlier.flatMap((before) => historyOf(before, id, today)),
      };
    }),
    unit: unit && lineFor(unit),
    arrears: ledger.arrears,
    counts: countsOf(duties.map((duty) => statusOf(duty, today, soonFrom(ledger, duty)))),
  };
}

function historyOf(ledger: Ledger, row: string, today: Day): DutyRow['history'] {
  return Object.values(ledger.duties)
    .filter((duty) => duty.row === row)
    .map((duty) => ({
      period: ledger.period.name,
      status: statusOf(duty, today, soonFrom(ledger, duty)),
    }));
}

function countsOf(statuses: readonly DutyStatus[]): DutySheet['counts'] {
  const counts: Partial<Record<DutyStatus, number>> = {};
  for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
