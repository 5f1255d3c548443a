import { type CatalogueRow, nameOf } from '../../../domain/catalogue/row.ts';
import type { ItemContent } from '../../../domain/item/content.ts';
import { mustShowUntil, showsUntil } from '../../../domain/item/release.ts';
import { type Phase, phaseOf } from '../../../domain/item/stage.ts';
import {
  type Face,
  faces,
  type Item,
  isTakenDown,
  type Proof,
  type Release,
  stagesOf,
  type Tense,
  tenseOf,
  type Version,
} from '../../../domain/item/state.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import { maySee, mayWork, type Reader } from '../../../domain/visibility.ts';
import type { Tenants } from '../tenancy.ts';
import { type OrganisationName, personName } from './names.ts';
import { type Step, timelineOf } from './timeline.ts';

/** A version as readers get it: without what only those who work on it need to know. */
export interface VersionReading {
  readonly number: number;
  readonly content: PublicContent;
  /** Name of the office or person that supplied the content. */
  readonly provider: string;
  readonly accountable?: string;
  readonly releases: readonly Release[];
  /** Why it was disclosed again, and how many opinions it answers. */
  readonly revision?: { readonly reason: string; readonly answers: number };
  /** It comes down by itself at this instant. */
  readonly until?: Instant;
  /** Nobody may take it down before this instant, unless it is wrong. */
  readonly atLeastUntil?: Instant;
}

/** Lists of people and the reasons behind a choice stay with those who work on the item. */
export type PublicContent = Omit<
  ItemContent,
  'named' | 'exception' | 'withheld' | 'provider' | 'accountable' | 'responsibility'
>;

export interface VersionLine {
  readonly number: number;
  readonly firstReleasedAt: Instant;
  readonly reason?: string;
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
  readonly timeline: readonly Step[];
  readonly row?: { readonly id: string; readonly level1: string; readonly name: string };
  readonly proofs: readonly Omit<Proof, 'by'>[];
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
  readonly tenants: Tenants;
  readonly row?: CatalogueRow | undefined;
}

/**
 * The item as the reader may see it; undefined when they may not see it at all. Readers get the version that is on
 * show to them, or an older one that they ask for and that once was; those who work on it get everything.
 */
export function readItem(source: ItemSource, reader: Reader, number?: number): ItemReading | undefined {
  const { id, organisation, item, streamVersion, tenants, row } = source;
  const readable = readableVersions(source, reader);
  const isAtWork = mayWork(reader, organisation.id);
  const wanted = number ?? readable.at(-1)?.number;
  const face = readable.find((each) => each.number === wanted);
  if (!face && (!isAtWork || (number !== undefined && !item.versions[number - 1]))) return undefined;
  const version = face ?? (item.versions[(number ?? item.versions.length) - 1] as Version);
  return {
    id,
    organisation,
    streamVersion,
    ...(face && { shown: versionReading(face, tenants) }),
    versions: readable.map(versionLine),
    timeline: timelineOf(item, version, tenants, reader),
    ...(row && { row: { id: row.id, level1: row.level1, name: nameOf(row) } }),
    proofs: item.proofs.filter((proof) => isAtWork || hasPart(proof, version, source, reader)).map(unsigned),
    progress: item.progress.map(({ text, percent, at }) => ({ text, percent, at })),
    stages: stagesOf(item),
    tense: tenseOf(item),
    ...(item.closed && { closed: closing(item.closed) }),
    ...(isAtWork && { work: { phase: phaseOf(item, version), item, people: peopleOf(tenants) } }),
  };
}

/** The newest version on show to the reader, and the older ones that were disclosed to them and not taken down. */
function readableVersions({ organisation, item }: ItemSource, reader: Reader): readonly Version[] {
  const sees = ({ version, releases }: Face): boolean =>
    maySee(reader, {
      organisation: organisation.id,
      onShow: !isTakenDown(version),
      releases,
      named: version.content.named,
    });
  const current = faces(item).find(sees)?.version;
  if (!current) return [];
  return item.versions.filter(
    (version) => version.number <= current.number && sees({ version, releases: version.releases }),
  );
}

function hasPart(proof: Proof, version: Version, { organisation }: ItemSource, reader: Reader): boolean {
  const { audience } = proof;
  const releases = [{ audience, online: true }];
  return maySee(reader, {
    organisation: organisation.id,
    onShow: true,
    releases,
    named: version.content.named,
  });
}

function versionReading(version: Version, tenants: Tenants): VersionReading {
  const { named, exception, withheld, provider, accountable, responsibility, ...content } = version.content;
  const until = showsUntil(version);
  const atLeastUntil = mustShowUntil(version);
  const accountableName = personName(tenants, accountable);
  return {
    number: version.number,
    content,
    provider: provider.kind === 'office' ? provider.name : (personName(tenants, provider.person) ?? ''),
    ...(accountableName && { accountable: accountableName }),
    releases: version.releases,
    ...(version.revision && {
      revision: { reason: version.revision.reason, answers: version.revision.answers.length },
    }),
    ...(until && { until }),
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

function peopleOf({ organisation, superior }: Tenants): Record<string, string> {
  const seated = new Set(superior?.seats.map(({ person }) => person));
  const above = Object.values(superior?.people ?? {}).filter(({ id }) => seated.has(id));
  return Object.fromEntries(
    [...above, ...Object.values(organisation.people)].map(({ id, name }) => [id, name]),
  );
}
