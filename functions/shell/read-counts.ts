import { randomUUID } from 'node:crypto';
import type { OrganisationId, OrgScope } from '../../domain/kernel/scope.ts';
import { type Day, dayOf, epochOf, type Instant, plusDays } from '../../domain/kernel/time.ts';
import type { Tally } from '../../domain/summary/figures.ts';
import type { Reader } from '../../domain/visibility.ts';
import type { Views } from '../adapters/views.ts';
import { rowsUnder } from './reading/rows.ts';
import { readsKey } from './view-keys.ts';

/** Who reads, as far as it is counted: nobody is told apart. */
export const READER_CLASSES = { party: '党员', staff: '教职工', anyone: '其他访问者' } as const;
export type ReaderClass = keyof typeof READER_CLASSES;

/** Reads of items on one day, by item and class. */
export interface DayReads {
  readonly day: Day;
  readonly items: Readonly<Record<string, Readonly<Partial<Record<ReaderClass, number>>>>>;
}

/** How often one instance writes what it counted, at the most. */
const FLUSH_MS = 30_000;
/** Kept for the summary of a year and the year after it. */
const KEPT_DAYS = 800;
/** Whatever calls itself so is no reader; nor is what says nothing of itself, or fetches ahead of a reader. */
const MACHINE = /bot|spider|crawl|slurp|curl|wget|python|headless|monitor|preview|scan/i;

/** One opening of a page, as far as it matters for counting. Nothing of it is kept but the class. */
export interface Opening {
  readonly agent: string | undefined;
  /** `Sec-Purpose`: browsers fetch pages ahead that nobody may ever look at. */
  readonly purpose: string | undefined;
}

/**
 * Counts how often items are read: by day, item and class of reader; no person, no address, no cookie. Each instance of
 * the function adds up what it sees and now and then writes its own row over: one row an organisation, day and
 * instance, at most twice a minute, so that an item that everybody reads makes no hot key. What an instance has not
 * written when it ends is lost: the figures are lower than the truth by that, and are shown as 约.
 */
export class ReadCounts {
  readonly #views: Pick<Views, 'put'>;
  readonly #instance = randomUUID().slice(0, 8);
  readonly #sheets = new Map<OrganisationId, Sheet>();

  constructor(views: Pick<Views, 'put'>) {
    this.#views = views;
  }

  /** Never throws and is never waited for: a page is not late or lost because it is counted. */
  count(item: string, reader: Reader, opening: Opening, now: Instant): void {
    if (isMachine(opening)) return;
    const sheet = this.#sheetOf(reader.organisation, dayOf(now));
    const by = classOf(reader);
    const before = sheet.items[item];
    sheet.items[item] = { ...before, [by]: (before?.[by] ?? 0) + 1 };
    sheet.total += 1;
    if (epochOf(now) - sheet.writtenMs >= FLUSH_MS) this.#write(reader.organisation, sheet, now);
  }

  #sheetOf(organisation: OrganisationId, day: Day): Sheet {
    const known = this.#sheets.get(organisation);
    if (known?.day === day) return known;
    const sheet = { day, items: {}, total: 0, writtenMs: 0 };
    this.#sheets.set(organisation, sheet);
    return sheet;
  }

  #write(organisation: OrganisationId, sheet: Sheet, now: Instant): void {
    sheet.writtenMs = epochOf(now);
    const row = {
      pk: readsKey(organisation),
      sk: `${sheet.day}#${this.#instance}`,
      version: sheet.total,
      card: { day: sheet.day, items: { ...sheet.items } } satisfies DayReads,
      expiresAt: plusDays(now, KEPT_DAYS),
    };
    // The next row says it all again, so that one that was not written loses nothing.
    Promise.resolve()
      .then(() => this.#views.put(row))
      .catch(() => {});
  }
}

interface Sheet {
  readonly day: Day;
  readonly items: Record<string, Partial<Record<ReaderClass, number>>>;
  total: number;
  writtenMs: number;
}

const isMachine = ({ agent = '', purpose }: Opening): boolean =>
  agent === '' || MACHINE.test(agent) || purpose?.includes('prefetch') === true;

const classOf = ({ partyMember, memberBelow, staff }: Reader): ReaderClass => {
  if (partyMember || memberBelow) return 'party';
  return staff ? 'staff' : 'anyone';
};

/** Reads of an organisation's items in a year, by item and class. */
export async function readsIn(
  views: Pick<Views, 'list'>,
  { organisation }: OrgScope,
  year: string,
): Promise<ReadonlyMap<string, Tally>> {
  const sums = new Map<string, Record<string, number>>();
  for await (const { card } of rowsUnder(views, readsKey(organisation), `${year}-`)) {
    for (const [item, counts] of Object.entries((card as DayReads).items)) {
      const sum = sums.get(item) ?? {};
      for (const [by, count] of Object.entries(counts) as [ReaderClass, number][])
        sum[READER_CLASSES[by]] = (sum[READER_CLASSES[by]] ?? 0) + count;
      sums.set(item, sum);
    }
  }
  return sums;
}
