import type { DutyKind, DutyStatus } from '../duty/duty.ts';
import type { PeriodName } from '../duty/period.ts';
import type { OrganisationId } from '../kernel/scope.ts';
import type { Day, Instant } from '../kernel/time.ts';
import type { Group } from '../survey/vocabulary.ts';

/** A duty of the period's ledger, and what had become of it by the last event. */
export interface DutyFact {
  readonly id: string;
  readonly kind: DutyKind;
  readonly row?: string;
  readonly priority: boolean;
  readonly due: Day;
  readonly status: DutyStatus;
  readonly item?: string;
}

/** What an item must not lack; each either kept or not. */
export type Checks = Readonly<Record<string, boolean>>;

/** An item with a version that first reached anybody in the period. */
export interface ItemFact {
  readonly id: string;
  readonly row: string;
  readonly priority: boolean;
  readonly on: Day;
  readonly forms: readonly string[];
  /** A page shows it to somebody. */
  readonly online: boolean;
  /** The row offers more than a meeting or a document. */
  readonly mayVary: boolean;
  /** Forms and audience within the row, and each field that the standard asks for. */
  readonly template: Checks;
  /** Reviewed, approved, by others than its authors, the Party first where it must be. */
  readonly steps: Checks;
  /** Taken down because it was wrong. */
  readonly inError: boolean;
  /** How much of its text stood in the last item of an earlier period under the same row already; 0 to 1. */
  readonly copied?: { readonly of: string; readonly share: number };
}

/** An opinion whose last day of answer lies in the period. */
export interface OpinionFact {
  readonly id: string;
  readonly dueOn: Day;
  readonly answeredOn?: Day;
  /** The record says that its day went by without an answer. */
  readonly overdue: boolean;
}

/** A plan whose result was to be disclosed in the period. */
export interface PlanFact {
  readonly item: string;
  readonly dueOn: Day;
  /** The item that discloses the result; the plan itself where its own progress says that it is done. */
  readonly result?: string;
}

/** How satisfied a group said it was, in the last round of questions that was open to everybody. */
export interface SatisfactionFact {
  readonly survey: string;
  readonly group: Group;
  readonly n: number;
  /** Share of 满意 and 很满意, with half the width of its 95 % interval; both 0 to 1. */
  readonly share: number;
  readonly margin: number;
}

/** How often items were opened: an estimate, and never too high. */
export interface Reads {
  /** The first day that was counted. */
  readonly since: Day;
  readonly items: Readonly<Record<string, number>>;
}

/**
 * Everything that the score and the signals of one organisation and quarter are computed from. It comes from the record
 * and never from the clock: what has come due is judged by `asOf`, the time of the last event in it, so that a score
 * can only change with an event.
 */
export interface Evidence {
  readonly organisation: OrganisationId;
  readonly period: PeriodName;
  readonly from: Day;
  readonly until: Day;
  /** Empty where nothing was recorded. */
  readonly asOf: Instant;
  readonly closed: boolean;
  readonly duties: readonly DutyFact[];
  readonly items: readonly ItemFact[];
  /** Days on which the ledger was told of anything: a disclosure, a confirmation, a completed stage. */
  readonly told: readonly { readonly on: Day; readonly item?: string }[];
  /** The latest days of disclosure up to the end of the period, earlier ones included. */
  readonly recent: readonly Day[];
  readonly opinions: readonly OpinionFact[];
  readonly plans: readonly PlanFact[];
  readonly satisfaction: readonly SatisfactionFact[];
  /** Groups that were asked, but of whom too few answered to be shown. */
  readonly hidden: readonly Group[];
  /** Days of announced inspections in the period or soon after it; absent where none are kept. */
  readonly inspections?: readonly Day[];
  /** Readings by item; absent where nobody counts them. */
  readonly reads?: Reads;
}
