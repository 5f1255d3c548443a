import { itemHistory } from '../../../domain/item/evolve.ts';
import type { Item } from '../../../domain/item/state.ts';
import type { OrgScope } from '../../../domain/kernel/scope.ts';
import { maySee, type Reader, stranger } from '../../../domain/visibility.ts';
import type { Aggregates } from '../aggregates.ts';
import type { Readings } from '../readings.ts';

/** Characters of a hash that a sheet of paper carries: 48 bits, enough to find a commit among those of one item. */
const HASH_LENGTH = 8;

export const shortHash = (hash: string): string => hash.slice(0, HASH_LENGTH);

/** What a sheet says of itself. */
export interface SheetMark {
  readonly item: string;
  /** Number of the version that is printed on it. */
  readonly version: number;
  /** {@link shortHash} of the last commit of the item when it was printed. */
  readonly hash: string;
}

/** Whether a sheet still says what the page says. `unknown` also for who never could read it. */
export type SheetStatus =
  | { readonly state: 'current'; readonly title: string }
  | { readonly state: 'replaced'; readonly title: string; readonly by: number }
  | { readonly state: 'withdrawn' }
  | { readonly state: 'unknown' };

interface Sources {
  readonly readings: Readings;
  readonly aggregates: Aggregates;
}

/**
 * A sheet whose hash the record does not know was never printed from it. That something was withdrawn is told to those
 * who could read it before, and to nobody else.
 */
export async function sheetStatus(
  { readings, aggregates }: Sources,
  scope: OrgScope,
  reader: Reader,
  { item: id, version, hash }: SheetMark,
): Promise<SheetStatus> {
  const { state: item } = await aggregates.load(scope.stream('ITEM', id), itemHistory);
  if (!item || !couldRead(item, version, reader) || !(await hasCommit())) return { state: 'unknown' };
  const reading = await readings.items.one(scope, id, reader).catch(() => undefined);
  const shown = reading?.shown;
  if (!shown || shown.number < version) return { state: 'withdrawn' };
  const { title } = shown.content;
  return shown.number === version
    ? { state: 'current', title }
    : { state: 'replaced', title, by: shown.number };

  /** The record is for those who work here; of it only this one bit gets out. */
  async function hasCommit(): Promise<boolean> {
    const commits = await readings.items.record(scope, id, {
      ...stranger(scope.organisation),
      official: true,
    });
    return hash.length === HASH_LENGTH && commits.some((commit) => shortHash(commit.hash) === hash);
  }
}

function couldRead({ versions }: Item, number: number, reader: Reader): boolean {
  const version = versions.find((each) => each.number === number);
  if (!version) return false;
  const { releases, content } = version;
  return maySee(reader, {
    organisation: reader.organisation,
    onShow: true,
    releases,
    named: content.named,
  });
}
