import {
  type Duty,
  type DutyKind,
  type DutyStatus,
  statusOf,
  type WaiverGround,
} from '../../../domain/duty/duty.ts';
import { type DutyExplanation, explain } from '../../../domain/duty/explain.ts';
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
