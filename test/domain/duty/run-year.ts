import type { LedgerCommand } from '../../../domain/duty/commands.ts';
import type { LedgerEvent } from '../../../domain/duty/events.ts';
import { ledgerDecider } from '../../../domain/duty/ledger.ts';
import { type Period, quarterFrom, quarterOfDay } from '../../../domain/duty/period.ts';
import type { Ledger } from '../../../domain/duty/state.ts';
import { Refusal } from '../../../domain/kernel/refusal.ts';
import { addDays, type Day, endOfDay, type Instant, startOfDay } from '../../../domain/kernel/time.ts';
import { at, disclose, issue, occur, open, pass, waive } from './ledger-samples.ts';
import { type Act, allDays, heldOn, type Year } from './years.ts';

/** What one command led to, and when. */
export interface Step {
  readonly period: string;
  readonly now: Instant;
  readonly events: readonly LedgerEvent[];
  readonly before: Ledger | undefined;
  readonly after: Ledger;
  readonly isClock: boolean;
}

export interface Life {
  readonly steps: readonly Step[];
  /** By name of the quarter, as they stand at the end. */
  readonly ledgers: ReadonlyMap<string, Ledger>;
  /** Acts that were not refused. */
  readonly done: readonly Act[];
}

const dues = new WeakMap<Ledger, Instant | ''>();
function nextDue(ledger: Ledger): Instant | undefined {
  const known = dues.get(ledger) ?? ledgerDecider.nextDue(ledger) ?? '';
  dues.set(ledger, known);
  return known === '' ? undefined : known;
}

/** Lives through the year day by day as the functions would: scan, clock, people at noon, clock. */
export function live(
  year: Year,
  { outage = year.outage, each }: { outage?: ReadonlySet<Day>; each?: (day: Day, life: Life) => void } = {},
): Life {
  const ledgers = new Map<string, Ledger>();
  const steps: Step[] = [];
  const done: Act[] = [];
  const life = { steps, ledgers, done };

  const send = (period: string, command: LedgerCommand) => {
    const before = ledgers.get(period);
    const events = ledgerDecider.decide(command, before);
    const after = events.reduce<Ledger | undefined>(
      (state, event) => ledgerDecider.evolve(state, event, { at: command.now, by: command.actor }),
      before,
    );
    if (!after) throw new Error('no ledger');
    ledgers.set(period, after);
    steps.push({ period, now: command.now, events, before, after, isClock: command.type === 'TimePassed' });
  };
  const openUntil = (period: Period, day: Day): void => {
    if (ledgers.has(period.name)) return;
    const earlier = quarterFrom(period, -1);
    if (year.since <= earlier.until) openUntil(earlier, day);
    const { rows, rules, since, planned: calendar } = year;
    const facts = { rows, rules, since, calendar, previous: ledgers.get(earlier.name) };
    send(period.name, open(period.name, day, facts));
  };
  const tick = (from: Instant, until: Instant) => {
    for (const period of ledgers.keys()) {
      for (let rounds = 0; ; rounds += 1) {
        const due = nextDue(ledgers.get(period) as Ledger);
        if (due === undefined || due >= until) break;
        if (rounds > 50) throw new Error(`${period} never comes to rest`);
        send(period, { ...pass('2026-01-01', 0, year.worked), now: due < from ? from : due });
      }
    }
  };
  /** As the shell does: ledgers of the day it happened and since, and those with arrears. */
  const tell = (on: Day, day: Day, item: string, row: string) => {
    const names = new Set<string>();
    for (let period = quarterOfDay(day); ; period = quarterFrom(period, -1)) {
      const ledger = ledgers.get(period.name);
      if (!ledger) break;
      for (const name of [period.name, ...ledger.arrears]) names.add(name);
      if (period.from <= on) break;
    }
    const command = { ...disclose(row, on, { item }), now: at(day, 12) };
    for (const name of [...names].toSorted()) send(name, command);
  };
  const act = (each: Act, index: number): void => {
    const { day, row, span, flag } = each;
    const { name } = quarterOfDay(day);
    const until = addDays(day, span);
    switch (each.kind) {
      case 'disclose':
        tell(heldOn(each, year.since), day, `item-${index}`, row);
        return;
      case 'occur': {
        const facts = {
          row: year.rows.find(({ id }) => id === row),
          rules: year.rules,
          calendar: year.planned,
        };
        const command = occur(addDays(day, -(span % 5)), { row, result: flag }, facts);
        send(name, { ...command, now: at(day, 12) });
        return;
      }
      case 'waive':
        send(name, { ...waive(row, day, flag ? until : undefined), now: at(day, 12) });
        return;
      case 'end-waiver': {
        const waived = Object.values(ledgers.get(name)?.duties ?? {}).find(
          (duty) => duty.waived && !duty.met,
        );
        send(name, issue('EndWaiver', { duty: waived?.id ?? row, reason: '情况变化' }, day));
        return;
      }
      case 'snooze':
        send(name, issue('SnoozeDuty', { duty: row, until: addDays(day, span % 12) }, day));
        return;
    }
  };

  for (const day of allDays(year.since)) {
    const isRunning = !outage.has(day);
    if (isRunning) openUntil(quarterOfDay(day), day);
    if (isRunning) tick(startOfDay(day), at(day, 12));
    for (const [index, each] of year.acts.entries()) {
      if (each.day !== day) continue;
      openUntil(quarterOfDay(day), day);
      try {
        act(each, index);
        done.push(each);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    }
    if (isRunning) tick(at(day, 12), endOfDay(day));
    each?.(day, life);
  }
  return life;
}
