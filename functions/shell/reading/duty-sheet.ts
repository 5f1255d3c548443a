import type { CatalogueRow } from '../../../domain/catalogue/row.ts';
import { nameOf } from '../../../domain/catalogue/row-name.ts';
import {
  type Duty,
  type DutyKind,
  type DutyStatus,
  statusOf,
  UNIT,
  type WaiverGround,
} from '../../../domain/duty/duty.ts';
import { type DutyExplanation, explain } from '../../../domain/duty/explain.ts';
import type { PeriodName } from '../../../domain/duty/period.ts';
import { type Ledger, soonFrom } from '../../../domain/duty/state.ts';
import { type Day, dayOf } from '../../../domain/kernel/time.ts';
import type { Tenants } from '../tenancy.ts';
import { personName } from './names.ts';

/** A duty on a day, with everything that a page or a file says of it. */
export interface DutyLine {
  readonly id: string;
  readonly kind: DutyKind;
  readonly what: string | undefined;
  readonly due: Day;
  readonly status: DutyStatus;
  /** When it was met, and by what. */
  readonly met: Day | undefined;
  readonly item: string | undefined;
  readonly waived:
    | {
        readonly ground: WaiverGround;
        readonly note: string;
        readonly by: string;
        readonly on: Day;
        readonly until: Day | undefined;
      }
    | undefined;
  readonly acknowledged: { readonly by: string; readonly on: Day } | undefined;
  readonly why: DutyExplanation;
}

/** A row of the catalogue with what is owed under it in the period. */
export interface DutyRow {
  readonly id: string;
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
  rows: readonly CatalogueRow[],
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
    rows: rows.map((row) => {
      const theirs = byRow.get(row.id) ?? [];
      return {
        id: row.id,
        className: row.level1,
        name: nameOf(row),
        timing: row.timing,
        duties: theirs.toSorted((a, b) => (a.due < b.due ? -1 : 1)).map(lineFor),
        last: ledger.last[row.id],
        next: theirs.length === 0 ? ledger.anchors[row.id] : undefined,
        refresh: theirs.some((duty) => isStale(duty, ledger)),
        history: earlier.flatMap((before) => historyOf(before, row.id, today)),
      };
    }),
    unit: unit && lineFor(unit),
    arrears: ledger.arrears,
    counts: countsOf(duties.map((duty) => statusOf(duty, today, soonFrom(ledger, duty)))),
  };
}

/** Something was disclosed under the row before, and nothing yet in the period. */
const isStale = ({ kind, row = '', met }: Duty, { last }: Ledger): boolean =>
  kind === 'periodic' && !met && last[row] !== undefined;

export function lineOf(duty: Duty, ledger: Ledger, tenants: Tenants, today: Day): DutyLine {
  const { id, kind, what, due, met, item, waived, acknowledged } = duty;
  const name = (person: string): string => personName(tenants, person) ?? person;
  return {
    id,
    kind,
    what,
    due,
    status: statusOf(duty, today, soonFrom(ledger, duty)),
    met: met?.on,
    item: met?.item ?? item,
    waived: waived && {
      ground: waived.ground,
      note: waived.note,
      by: name(waived.by),
      on: dayOf(waived.at),
      until: waived.until,
    },
    acknowledged: acknowledged && { by: name(acknowledged.by), on: dayOf(acknowledged.at) },
    why: explain(duty, ledger),
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
