import type { Decider } from '../kernel/decider.ts';
import { dayOf } from '../kernel/time.ts';
import { nextDue, passTime } from './alerting.ts';
import { followStages, recordOccurrence } from './arising.ts';
import type { LedgerCommand, NoteChannels, OpenPeriod, SyncRows } from './commands.ts';
import { confirmStanding, recordDisclosure, undoDisclosure } from './disclosing.ts';
import type { DutyId } from './duty.ts';
import type { LedgerEvent } from './events.ts';
import { acknowledgeDuty, endWaiver, snoozeDuty, waiveDuty } from './keeping.ts';
import { periodNamed } from './period.ts';
import { additionsTo, openingOf } from './plan.ts';
import { refuse } from './refusals.ts';
import { noteRest } from './resting.ts';
import { type Ledger, type LedgerState, ledgerHistory, without } from './state.ts';

/** 公开义务台账: what one organisation owes in one quarter. One stream a quarter, opened by one commit. */
export const ledgerDecider: Decider<LedgerCommand, LedgerEvent, LedgerState> = {
  ...ledgerHistory,
  decide,
  nextDue,
};

function decide(command: LedgerCommand, state: LedgerState): readonly LedgerEvent[] {
  if (command.type === 'OpenPeriod') return state ? [] : openPeriod(command);
  const ledger = state ?? refuse('period-not-open');
  switch (command.type) {
    case 'SyncRows':
      return syncRows(command, ledger);
    case 'RecordDisclosure':
      return recordDisclosure(command, ledger);
    case 'UndoDisclosure':
      return undoDisclosure(command, ledger);
    case 'FollowStages':
      return followStages(command, ledger);
    case 'RecordOccurrence':
      return recordOccurrence(command, ledger);
    case 'ConfirmStanding':
      return confirmStanding(command, ledger);
    case 'WaiveDuty':
      return waiveDuty(command, ledger);
    case 'EndWaiver':
      return endWaiver(command, ledger);
    case 'AcknowledgeDuty':
      return acknowledgeDuty(command, ledger);
    case 'SnoozeDuty':
      return snoozeDuty(command, ledger);
    case 'NoteArrears':
      return ledger.arrears.includes(command.data.period)
        ? []
        : [{ type: 'ArrearsNoted', data: command.data }];
    case 'NoteChannels':
      return noteChannels(command, ledger);
    case 'NoteRest':
      return noteRest(command, ledger);
    case 'NoteAnswer':
      return [{ type: 'AnswerNoted', data: command.data }];
    case 'TimePassed':
      return passTime(command, ledger);
  }
}

function openPeriod({ data, facts, now }: OpenPeriod): readonly LedgerEvent[] {
  const period = periodNamed(data.period);
  if (dayOf(now) < period.from) refuse('period-not-reached', { period: period.name });
  return [{ type: 'PeriodOpened', data: openingOf(period, facts) }];
}

/** Rows that came into force owe from now on; duties of rows that went out of it, and are not met, go with them. */
function syncRows({ facts, now }: SyncRows, ledger: Ledger): readonly LedgerEvent[] {
  if (facts.resting) return [];
  const duties = outOfForce(ledger, facts.rows);
  const additions = additionsTo(without(ledger, duties), facts, dayOf(now));
  const added: LedgerEvent = { type: 'DutiesAdded', data: { ...additions, editions: facts.editions } };
  return [
    ...(duties.length > 0 ? [{ type: 'DutiesDropped', data: { duties } } as const] : []),
    ...(additions.groups.length > 0 ? [added] : []),
  ];
}

function outOfForce({ duties }: Ledger, rows: SyncRows['facts']['rows']): readonly DutyId[] {
  const timings = new Map(rows.map(({ id, timing }) => [id, timing]));
  const timingOf = { periodic: 'periodic', reconfirm: 'standing' } as const;
  return Object.values(duties).flatMap(({ id, kind, row = '', met }) => {
    if (met || (kind !== 'periodic' && kind !== 'reconfirm')) return [];
    return timings.get(row) === timingOf[kind] ? [] : [id];
  });
}

function noteChannels({ facts: { channels } }: NoteChannels, ledger: Ledger): readonly LedgerEvent[] {
  return channels.join() === ledger.channels.join() ? [] : [{ type: 'ChannelsNoted', data: { channels } }];
}
