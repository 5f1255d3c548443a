import { DUTY_KINDS, type DutyId, UNIT } from '../duty/duty.ts';
import type { LedgerEvent } from '../duty/events.ts';
import type { Ledger } from '../duty/state.ts';
import type { Instant } from '../kernel/time.ts';
import type { AlertedDuty } from './alert.ts';
import type { Saying, TellingFacts } from './telling.ts';

/** Something that was recorded of a ledger, and when. */
export interface Happening {
  readonly at: Instant;
  readonly event: LedgerEvent;
}

/** What a ledger says when something happens to it; undefined where it says nothing. */
export function dutySaying({ at, event }: Happening): Saying | undefined {
  switch (event.type) {
    case 'DutyDueSoon':
      return { at, kind: 'due-soon', step: event.data.step, ids: event.data.duties };
    case 'DutyOverdue':
      return { at, kind: 'overdue', step: event.data.step, ids: event.data.duties };
    case 'DutyEscalated':
      return { at, kind: 'escalated', step: event.data.step, ids: event.data.duties };
    case 'DutyMet':
      return { at, kind: 'met', step: event.data.told, ids: event.data.duties };
    case 'DutyWaived':
      return { at, kind: 'waived', step: event.data.told, ids: [event.data.duty] };
    default:
      return undefined;
  }
}

/** What alerts say of the duties of a ledger as it is after the event. */
export const dutyDetails =
  (ledger: Ledger, rowName: (row: string) => string | undefined): TellingFacts['detailsOf'] =>
  (ids, isOwn) => ({
    period: ledger.period.name,
    duties: ids.flatMap((id) => alerted(id, isOwn, ledger, rowName) ?? []),
  });

function alerted(
  id: DutyId,
  named: boolean,
  { duties }: Ledger,
  rowName: (row: string) => string | undefined,
): AlertedDuty | undefined {
  const duty = duties[id];
  if (!duty) return undefined;
  const { due, row = '', what } = duty;
  if (!named) return { id, due };
  const name = id === UNIT ? DUTY_KINDS.unit : (rowName(row) ?? row);
  return { id, due, name, ...(what !== undefined && { what }) };
}
