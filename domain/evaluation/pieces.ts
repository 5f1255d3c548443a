import { addDays, type Day, dayOf } from '../kernel/time.ts';
import type { Checks, DutyFact, Evidence, ItemFact } from './evidence.ts';
import type { Standard } from './standard/state.ts';

/** What a piece of a score, or a signal, points to. */
export interface Reference {
  readonly kind: 'duty' | 'item' | 'opinion' | 'survey' | 'week' | 'ledger';
  readonly id: string;
  readonly row?: string;
  /** The item that met a duty or enlivened a week, the group of a survey. */
  readonly of?: string;
  /** A day that belongs to it. */
  readonly on?: Day;
}

/** One thing that was looked at: how much of it was as it should be, from 0 to 1, and how often it counts. */
export interface Piece {
  readonly about: Reference;
  readonly weight: number;
  readonly value: number;
}

/** 会议、文件: what most disclosure is confined to (JX-11). */
const NARROW: ReadonlySet<string> = new Set(['会议', '党内会议', '文件', '公文', '下发文件']);
export const isNarrow = (forms: readonly string[]): boolean => forms.every((form) => NARROW.has(form));

/** Those whose time has come and that nobody excused. */
export const decided = (duties: readonly DutyFact[]): readonly DutyFact[] =>
  duties.filter(({ status }) => status === 'met' || status === 'met-late' || status === 'overdue');

export const dutyPiece = (
  { id, row, due, priority, item }: DutyFact,
  { priorityFactor }: Standard,
  kept: boolean,
): Piece => ({
  about: {
    kind: 'duty',
    id,
    ...(row !== undefined && { row }),
    ...(item !== undefined && { of: item }),
    on: due,
  },
  weight: priority ? priorityFactor : 1,
  value: kept ? 1 : 0,
});

export const itemPiece = (
  { id, row, on, priority }: ItemFact,
  value: number,
  priorityFactor: number,
): Piece => ({
  about: { kind: 'item', id, row, on },
  weight: priority ? priorityFactor : 1,
  value,
});

export function shareKept(checks: Checks): number {
  const kept = Object.values(checks);
  return kept.length === 0 ? 1 : kept.filter(Boolean).length / kept.length;
}

/** The day of the last event; before every day where there was none. */
export const dayOrNone = (asOf: string): Day => (asOf === '' ? '' : dayOf(asOf));

/** Weeks begun by the last event, each with something that the ledger was told of in it. */
export function weeksOf({
  from,
  until,
  asOf,
  told,
}: Evidence): readonly { from: Day; item: string | undefined }[] {
  const end = [until, dayOrNone(asOf)].toSorted()[0] ?? '';
  const weeks: { from: Day; item: string | undefined }[] = [];
  for (let day = from; day <= end; day = addDays(day, 7)) {
    const next = addDays(day, 7);
    const within = told.filter(({ on }) => on >= day && on < next).toSorted((a, b) => (a.on < b.on ? -1 : 1));
    weeks.push({ from: day, item: within[0] && (within[0].item ?? '') });
  }
  return weeks;
}
