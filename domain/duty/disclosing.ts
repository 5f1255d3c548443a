import { type Day, dayOf } from '../kernel/time.ts';
import type { ConfirmStanding, RecordDisclosure, UndoDisclosure } from './commands.ts';
import { type Duty, type DutyId, isExcusedForGood, isStaged, type Met, UNIT } from './duty.ts';
import type { Disclosed, LedgerEvent } from './events.ts';
import { requireKeeper } from './keeping.ts';
import { refuse } from './refusals.ts';
import { type Ledger, metBy } from './state.ts';

/**
 * A disclosure meets every duty of its row whose time has come, however late, and the organisation's own; of
 * occurrences it meets one, the oldest, since each is a matter of its own. Nothing else meets a duty.
 */
export function recordDisclosure(
  { data: { answered = false, ...data } }: RecordDisclosure,
  ledger: Ledger,
): readonly LedgerEvent[] {
  const duties = metNow(data, ledger, answered);
  if (duties.length > 0) {
    const unmet = duties.filter(({ met }) => !met);
    return [{ type: 'DutyMet', data: { ...data, duties: idsOf(duties), ...told(unmet, ledger) } }];
  }
  const { period, last } = ledger;
  const isNews = data.on >= period.from || data.on > (last[data.row] ?? '');
  return isNews && data.on <= period.until ? [{ type: 'RowDisclosed', data }] : [];
}

/** The ledger may hear of the first disclosure after a later one: it is the first that counts. */
function metNow({ row, item, on }: Disclosed, ledger: Ledger, answered: boolean): readonly Duty[] {
  const duties = Object.values(ledger.duties).filter((duty) => !isOver(duty, on));
  const byRow = duties.filter((duty) => isMetByRow(duty, row) && on >= duty.from);
  const isAnswered = answered || (item !== undefined && answersOccurrence(ledger, item));
  const occurrences = duties.filter(
    (duty) => duty.kind === 'occurrence' && duty.row === row && !duty.met && on >= duty.from,
  );
  const oldest = occurrences.toSorted((a, b) => (a.from < b.from ? -1 : 1)).slice(0, 1);
  return [...byRow.filter(({ met }) => !met || met.on > on), ...(isAnswered ? [] : oldest)];
}

/** The item has met an occurrence of this ledger. */
export const answersOccurrence = ({ duties }: Ledger, item: string): boolean =>
  Object.values(duties).some(({ kind, met }) => kind === 'occurrence' && met?.item === item);

/** Nobody is late with what they were excused from. */
const isOver = (duty: Duty, on: Day): boolean => isExcusedForGood(duty) && on > duty.due;

/** By any disclosure of its row, or of whatever row: not by one that is about it alone. */
const isMetByRow = ({ id, kind, ...duty }: Duty, row: string): boolean =>
  id === UNIT || ((kind === 'periodic' || kind === 'reconfirm') && duty.row === row);

/**
 * What was shown in error and taken down again met nothing: the first of the other disclosures counts, or none. Its
 * stages are nobody's duty any more.
 */
export function undoDisclosure({ data: { item } }: UndoDisclosure, ledger: Ledger): readonly LedgerEvent[] {
  const duties = Object.values(ledger.duties);
  const staged = duties.filter((duty) => duty.item === item && isStaged(duty));
  const lost = duties.filter((duty) => duty.met?.item === item && !staged.includes(duty));
  const others = ledger.disclosed
    .filter((each) => each.item !== item)
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const firstFor = (duty: Duty) =>
    others.find(({ row, on, forms }) => isMetByRow(duty, row) && on >= duty.from && isProof(duty, forms));
  const instead = Object.fromEntries(
    lost.flatMap((duty) => {
      const other = firstFor(duty);
      return other ? [[duty.id, metBy(other)]] : [];
    }),
  );
  const open = idsOf(lost.filter(({ id }) => !instead[id]));
  const wasTold = others.length < ledger.disclosed.length;
  return [
    ...(wasTold ? [reopened(item, open, instead)] : []),
    ...(staged.length > 0 ? [{ type: 'DutiesDropped', data: { duties: idsOf(staged) } } as const] : []),
  ];
}

/** A confirmation, which shows nothing, is enough for its own duty only. */
const isProof = ({ kind }: Duty, forms: readonly string[]): boolean =>
  forms.length > 0 || kind === 'reconfirm';

const reopened = (item: string, duties: readonly DutyId[], instead: Record<DutyId, Met>): LedgerEvent => ({
  type: 'DutyReopened',
  data: { item, duties, ...(Object.keys(instead).length > 0 && { instead }) },
});

/** "Still right": meets the yearly confirmation of a row that is on show, and nothing else (HZ-19). */
export function confirmStanding(
  { data, facts, now }: ConfirmStanding,
  ledger: Ledger,
): readonly LedgerEvent[] {
  requireKeeper(facts);
  if (facts.row?.timing !== 'standing') refuse('row-not-standing', { field: 'row' });
  if (ledger.last[data.row] === undefined) refuse('row-never-disclosed', { field: 'row' });
  const on = dayOf(now);
  const duty = ledger.duties[data.row];
  if (duty?.kind !== 'reconfirm' || duty.met || on < duty.from) return [];
  const disclosure = { row: data.row, on, forms: [], exception: false };
  return [{ type: 'DutyMet', data: { ...disclosure, duties: [duty.id], ...told([duty], ledger) } }];
}

const idsOf = (duties: readonly Duty[]): readonly string[] => duties.map(({ id }) => id);

/** The highest step that anybody was told about these duties. */
export function told(duties: readonly Duty[], { steps }: Ledger): { readonly told?: string } {
  const step = steps[Math.max(...duties.map((duty) => duty.step))];
  return step === undefined ? {} : { told: step };
}
