import { refuse as refuseKernel } from '../kernel/refusal.ts';
import { dayOf } from '../kernel/time.ts';
import type { AcknowledgeDuty, EndWaiver, Permit, SnoozeDuty, WaiveDuty } from './commands.ts';
import { told } from './disclosing.ts';
import type { Duty } from './duty.ts';
import type { LedgerEvent } from './events.ts';
import { refuse } from './refusals.ts';
import type { Ledger } from './state.ts';

/** Excused by the superior's office, with a ground, until a day or for good (the same duty may be excused anew). */
export function waiveDuty({ data, facts, now }: WaiveDuty, ledger: Ledger): readonly LedgerEvent[] {
  if (!facts.mayWaive) refuse('waiver-not-permitted');
  const duty = openDuty(ledger, data.duty);
  const today = dayOf(now);
  if (data.until !== undefined && data.until < today) refuse('waiver-until-past', { field: 'until', today });
  const { until, ...granted } = data;
  const waiver = { ...granted, ...(until !== undefined && { until }), ...told([duty], ledger) };
  return [{ type: 'DutyWaived', data: waiver }];
}

export function endWaiver({ data, facts }: EndWaiver, ledger: Ledger): readonly LedgerEvent[] {
  if (!facts.mayWaive) refuse('waiver-not-permitted');
  if (!openDuty(ledger, data.duty).waived) refuse('waiver-absent');
  return [{ type: 'WaiverEnded', data }];
}

/** "We know, and are at it." Said once; alerts go on. */
export function acknowledgeDuty({ data, facts }: AcknowledgeDuty, ledger: Ledger): readonly LedgerEvent[] {
  requireKeeper(facts);
  return openDuty(ledger, data.duty).acknowledged ? [] : [{ type: 'DutyAcknowledged', data }];
}

/** Puts off what is said before the due day. What is said on it and after cannot be put off. */
export function snoozeDuty({ data, facts, now }: SnoozeDuty, ledger: Ledger): readonly LedgerEvent[] {
  requireKeeper(facts);
  const { due, snoozedUntil } = openDuty(ledger, data.duty);
  if (data.until >= due || dayOf(now) >= due) refuse('snooze-too-late', { field: 'until', due });
  return snoozedUntil === data.until ? [] : [{ type: 'DutySnoozed', data }];
}

export function requireKeeper({ mayKeep }: Permit): void {
  if (!mayKeep) refuseKernel('not-permitted', { allowed: '本级党务公开办公室或领导小组' });
}

function openDuty(ledger: Ledger, id: string): Duty {
  const duty =
    (Object.hasOwn(ledger.duties, id) && ledger.duties[id]) || refuse('duty-unknown', { field: 'duty' });
  if (duty.met) refuse('duty-met', { field: 'duty' });
  return duty;
}
