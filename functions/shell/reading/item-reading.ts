import { type DueDate, dueAfter } from '../../../domain/calendar/due-date.ts';
import type { WorkingCalendar } from '../../../domain/calendar/working-days.ts';
import type { CatalogueRow } from '../../../domain/catalogue/row.ts';
import { nameOf } from '../../../domain/catalogue/row-name.ts';
import { askedOn } from '../../../domain/item/asked-on.ts';
import type { ItemContent } from '../../../domain/item/content.ts';
import { versionsFor } from '../../../domain/item/for-reader.ts';
import { opinionWindow } from '../../../domain/item/opinions.ts';
import { type Phase, phaseOf } from '../../../domain/item/phase.ts';
import { mustShowUntil, showsUntil } from '../../../domain/item/showing.ts';
import {
  documentTypeOf,
  type Item,
  isTakenDown,
  type Proof,
  pendingReleases,
  type Release,
  stagesOf,
  type Tense,
  tenseOf,
  type Version,
} from '../../../domain/item/state.ts';
import type { TimelineCommit } from '../../../domain/item/timeline.ts';
import type { Audience } from '../../../domain/kernel/audience.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import { maySee, mayWork, type Reader } from '../../../domain/visibility.ts';
import type { Tenants } from '../tenancy.ts';
import type { FileReading } from './file-reading.ts';
import { namesOf, type OrganisationName, personName } from './names.ts';
import { readerSteps, type StepReading, workSteps } from './steps.ts';

/** Lists of people and the reasons behind a choice stay with those who work on the item. */
export type PublicContent = Omit<
  ItemContent,
  | 'named'
  | 'exception'
  | 'withheld'
  | 'provider'
  | 'accountable'
  | 'responsibility'
  | 'sensitive'
  | 'aboutPeople'
>;

/** A version as readers get it. */
export interface VersionReading {
  readonly number: number;
  readonly content: PublicContent;
  /** What readers see its type called: 公示, 通报 … */
  readonly documentTypeName: string;
  /** Name of the office or person that supplied the content. */
  readonly provider: string;
  readonly accountable?: string;
  readonly releases: readonly Release[];
  /** Releases that are still to come, with the earliest instant of each. */
  readonly planned: readonly { readonly audience: Audience; readonly from: Instant }[];
  /** It comes down by itself at this instant. */
  readonly until?: Instant;
  /** Until when, last day included, opinions are asked for on it. */
  readonly opinionsUntil?: DueDate;
  /** Nobody may take it down before this instant, unless it is wrong. */
  readonly atLeastUntil?: Instant;
}

export interface VersionLine {
  readonly number: number;
  readonly firstReleasedAt: Instant;
  /** Why it was disclosed again. */
  readonly reason?: string;
  /** How many opinions it answers. */
  readonly answers: number;
}

export interface ItemReading {
  readonly id: string;
  readonly organisation: OrganisationName;
  /** Version of the stream: what `If-Match` takes. */
  readonly streamVersion: number;
  /** What the reader may see; absent when only those who work on the item may open it. */
  readonly shown?: VersionReading;
  /** The versions that the reader may read, oldest first. */
  readonly versions: readonly VersionLine[];
  readonly timeline: readonly StepReading[];
  readonly row?: { readonly id: string; readonly level1: string; readonly name: string };
  readonly proofs: readonly Omit<Proof, 'by'>[];
  /** Every file that is named in what the reader gets. */
  readonly files: readonly FileReading[];
  readonly progress: readonly { readonly text: string; readonly percent: number; readonly at: Instant }[];
  readonly stages: ReturnType<typeof stagesOf>;
  readonly tense: Tense;
  readonly closed?: { readonly at: Instant; readonly summary?: string };
  /** Only for those who work on the item: everything that is known of it. */
  readonly work?: ItemWork;
}

export interface ItemWork {
  readonly phase: Phase;
  readonly item: Item;
  /** Names by id: of the roster here, and of those above who hold a seat. */
  readonly people: Readonly<Record<string, string>>;
}

export interface ItemSource {
  readonly id: string;
  readonly organisation: OrganisationName;
  readonly item: Item;
  readonly streamVersion: number;
  readonly commits: readonly TimelineCommit[];
  readonly tenants: Tenants;
  readonly row?: CatalogueRow | undefined;
  readonly calendar: WorkingCalendar;
}

/**
 * The item as the reader may see it; undefined when they may not see it at all. Readers get the version that is on
 * show to them, or an older one that they ask for by number and that once was; those who work on it get everything.
 */
export function readItem(
  source: ItemSource,
  reader: Reader,
  number?: number,
): Omit<ItemReading, 'files'> | undefined {
  const { id, organisation, item, streamVersion, commits, tenants, row, calendar } = source;
  const readable = versionsFor(reader, item, organisation.id);
  const shown = number === undefined ? readable[0] : readable.find((each) => each.number === number);
  const works = mayWork(reader, organisation.id, askedOn(item));
  const version = shown ?? (works ? item.versions.at((number ?? 0) - 1) : undefined);
  if (!version) return undefined;
  return {
    id,
    organisation,
    streamVersion,
    ...(shown && { shown: versionReading(shown, tenants, calendar) }),
    versions: readable.map(versionLine).toReversed(),
    timeline: works ? workSteps(commits, tenants) : readerSteps(commits, version.number),
    ...(row && { row: { id: row.id, level1: row.level1, name: nameOf(row) } }),
    proofs: item.proofs
      .filter((proof) => works || wasTold(reader, proof, version, organisation.id))
      .map(unsigned),
    progress: item.progress.map(({ text, percent, at }) => ({ text, percent, at })),
    stages: stagesOf(item),
    tense: tenseOf(item),
    ...(item.closed && { closed: closing(item.closed) }),
    ...(works && { work: { phase: phaseOf(item, version), item, people: namesOf(tenants) } }),
  };
}

/** The reader belongs to the audience that the proof is about. */
function wasTold(reader: Reader, { audience }: Proof, { content }: Version, organisation: string): boolean {
  const releases = [{ audience, online: true }];
  return maySee(reader, { organisation, onShow: true, releases, named: content.named });
}

function versionReading(version: Version, tenants: Tenants, calendar: WorkingCalendar): VersionReading {
  const { named, exception, withheld, provider, accountable, responsibility, ...shown } = version.content;
  const { sensitive, aboutPeople, ...content } = shown;
  const until = showsUntil(version);
  const atLeastUntil = mustShowUntil(version);
  const window = isTakenDown(version) ? undefined : opinionWindow(version);
  const answerable = personName(tenants, accountable);
  return {
    number: version.number,
    content,
    documentTypeName: documentTypeOf(version),
    provider: provider.kind === 'office' ? provider.name : (personName(tenants, provider.person) ?? ''),
    ...(answerable && { accountable: answerable }),
    releases: version.releases,
    planned: pendingReleases(version),
    ...(until && { until }),
    ...(window && { opinionsUntil: dueAfter(window, calendar) }),
    ...(atLeastUntil && { atLeastUntil }),
  };
}

const versionLine = ({ number, releases, revision }: Version): VersionLine => ({
  number,
  firstReleasedAt: releases.map(({ at }) => at).toSorted()[0] ?? '',
  ...(revision && { reason: revision.reason }),
  answers: revision?.answers.length ?? 0,
});

const unsigned = ({ by: _, ...proof }: Proof): Omit<Proof, 'by'> => proof;

const closing = ({ at, summary }: NonNullable<Item['closed']>) => ({ at, ...(summary && { summary }) });
