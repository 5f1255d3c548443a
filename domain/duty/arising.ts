import { dueAfter } from '../calendar/due-date.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import { type Day, dayOf } from '../kernel/time.ts';
import type { FollowedItem, FollowedStage, FollowStages, RecordOccurrence } from './commands.ts';
import { told } from './disclosing.ts';
import { type Duty, isStaged } from './duty.ts';
import type { ArisenDuty, LedgerEvent } from './events.ts';
import { requireKeeper } from './keeping.ts';
import { ladderFor } from './ladder.ts';
import { refuse } from './refusals.ts';
import type { Ledger } from './state.ts';

/** A clock from an event: N days after it happened, seven after a yearly result was made (HZ-22, HZ-24). */
export function recordOccurrence(
  { data, facts, now }: RecordOccurrence,
  ledger: Ledger,
): readonly LedgerEvent[] {
  requireKeeper(facts);
  if (facts.row?.timing !== 'prompt' && !data.result) refuse('occurrence-not-prompt', { field: 'row' });
  if (!facts.row) refuse('occurrence-not-prompt', { field: 'row' });
  const today = dayOf(now);
  if (data.happenedOn > today) refuse('occurrence-in-future', { field: 'happenedOn', today });
  const { days, counting } = data.result ? facts.rules.result : facts.rules.prompt;
  const { due, explanation } = dueAfter({ from: data.happenedOn, days, counting }, facts.calendar);
  const duty: ArisenDuty = {
    id: freeId(ledger, `${data.row}.${data.happenedOn}`),
    kind: 'occurrence',
    row: data.row,
    from: data.happenedOn,
    due,
    what: data.what,
    explanation,
  };
  return [{ type: 'DutyArose', data: { ...duty, ladders: ladderFor([due], ledger, facts.calendar) } }];
}

/**
 * The stages of an item as duties of its row: planned ones arise or move, completed ones are met. Work that crosses a
 * year end owes a closing summary when its last stage is over (HZ-21, HZ-23).
 *
 * A stage whose day has passed neither moves nor goes: a plan that is changed afterwards would hide that it was late.
 * It stays due when it was, until it is completed or the superior excuses it.
 */
export function followStages(
  { facts: { followed, calendar }, now }: FollowStages,
  ledger: Ledger,
): readonly LedgerEvent[] {
  const { item, stages, closedOn } = followed;
  const wanted = [...stages.map((stage) => stageDuty(followed, stage)), ...summaryDuty(followed)];
  const today = dayOf(now);
  const events = wanted.flatMap((duty) => followOne(duty, { ledger, calendar, today }));
  const ids = new Set(wanted.map(({ id }) => id));
  const gone = Object.values(ledger.duties).filter(
    (duty) =>
      isStaged(duty) &&
      duty.item === item &&
      !duty.met &&
      duty.due >= today &&
      !ids.has(duty.id) &&
      closedOn === undefined,
  );
  return gone.length === 0
    ? events
    : [...events, { type: 'DutiesDropped', data: { duties: gone.map(({ id }) => id) } }];
}

type Followed = ArisenDuty & { readonly completedOn?: Day | undefined };

function stageDuty({ item, row, from }: FollowedItem, stage: FollowedStage): Followed {
  const { name, plannedOn, completedOn } = stage;
  return { id: `${item}.${name}`, kind: 'stage', row, from, due: plannedOn, what: name, item, completedOn };
}

function summaryDuty({ item, row, from, stages, closedOn }: FollowedItem): readonly Followed[] {
  const last = stages
    .map(({ plannedOn }) => plannedOn)
    .toSorted()
    .at(-1);
  if (last === undefined || last.slice(0, 4) === from.slice(0, 4)) return [];
  const what = '总结性公开';
  return [
    { id: `${item}.summary`, kind: 'summary', row, from, due: last, what, item, completedOn: closedOn },
  ];
}

interface Following {
  readonly ledger: Ledger;
  readonly calendar: WorkingCalendar;
  readonly today: Day;
}

function followOne(
  { completedOn, ...duty }: Followed,
  { ledger, calendar, today }: Following,
): readonly LedgerEvent[] {
  const known = ledger.duties[duty.id];
  if (known?.met) return [];
  const ladders = ladderFor([duty.due], ledger, calendar);
  const arisen: LedgerEvent[] = known ? [] : [{ type: 'DutyArose', data: { ...duty, ladders } }];
  if (completedOn !== undefined) return [...arisen, metOn(duty, completedOn, known, ledger)];
  if (known && known.due !== duty.due && known.due >= today)
    return [{ type: 'DutyMoved', data: { duty: duty.id, due: duty.due, ladders } }];
  return arisen;
}

function metOn({ id, row, item }: ArisenDuty, on: Day, known: Duty | undefined, ledger: Ledger): LedgerEvent {
  const disclosure = { row, ...(item !== undefined && { item }), on, forms: [], exception: false };
  return { type: 'DutyMet', data: { ...disclosure, duties: [id], ...(known && told([known], ledger)) } };
}

/** Two things may happen under one row on one day. */
function freeId(ledger: Ledger, id: string): string {
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? id : `${id}.${count}`;
    if (!ledger.duties[candidate]) return candidate;
  }
}
