import { type SealedCommit, verifyChain } from '../kernel/commit.ts';
import { type OrganisationId, OrgScope } from '../kernel/scope.ts';
import type { Day } from '../kernel/time.ts';
import { SEALING, type Sealing, sealedIn } from './sealed-in.ts';

/** Something that cannot be in a record nobody touched. The same words as in docs/verifying.md. */
export interface Fault {
  readonly stream: string;
  readonly version: number;
  readonly fault:
    | 'version-gap'
    | 'previous-mismatch'
    | 'hash-mismatch'
    /** A seal names it and it is not there: the end of a stream was cut off, or all of it taken away. */
    | 'sealed-but-missing'
    /** A seal names it by another hash: the stream was written anew. */
    | 'not-as-sealed'
    /** No seal here has the hash that somebody kept; `stream` is that hash. */
    | 'kept-but-missing';
}

/** Whose record it is. */
export interface Owner {
  readonly organisation: OrganisationId;
  readonly superior?: OrganisationId | undefined;
}

export interface PublishedSeal {
  readonly day: Day;
  readonly hash: string;
}

export interface Verification {
  /** Of the organisation itself. */
  readonly streams: number;
  readonly commits: number;
  readonly seals: number;
  /** The organisation's newest seal: its hash stands for all that it covers. */
  readonly last: PublishedSeal | undefined;
  /** The newest seal of the organisation that its superior names. */
  readonly anchored: PublishedSeal | undefined;
  /** Commits that no seal covers yet: the last ones could be cut off unseen. */
  readonly unsealed: number;
  readonly faults: readonly Fault[];
}

/**
 * Checks a record by itself: the chain of every stream, and whether every commit that a seal names is there as it was
 * sealed. The record holds all streams of the organisation, and the seals and anchors of its superior; those name heads
 * of other organisations too, which are passed over.
 *
 * @param commits those of one stream one after the other, in the order of versions
 * @param kept hashes of seals that somebody wrote down or printed when they were published
 */
export function verifyRecord(
  owner: Owner,
  commits: readonly SealedCommit[],
  kept: readonly string[] = [],
): Verification {
  const own = commits.filter(({ stream }) => stream.startsWith(new OrgScope(owner.organisation).prefix));
  const sealings = commits.flatMap(sealedIn);
  const covered = coverageBy(sealings);
  const anchors = coverageBy(sealings.filter(({ commit }) => kindOf(commit) === 'ANCHOR'));
  const ownSeals = new OrgScope(owner.organisation).partition('SEAL');
  const seals = sealings.filter(({ commit }) => commit.stream.startsWith(`${ownSeals}#`));
  const faults = [
    ...chainFaults(commits),
    ...sealFaults(owner, commits, sealings),
    ...keptFaults(sealings, kept),
  ];
  return {
    streams: new Set(own.map(({ stream }) => stream)).size,
    commits: own.length,
    seals: seals.length,
    last: newest(seals),
    anchored: newest(seals.filter(({ commit }) => commit.version <= (anchors.get(commit.stream) ?? 0))),
    unsealed: own.filter((each) => kindOf(each) !== 'SEAL' && each.version > (covered.get(each.stream) ?? 0))
      .length,
    faults: [...new Map(faults.map((fault) => [Object.values(fault).join(' '), fault])).values()],
  };
}

/** The first fault of each stream. One that goes on after another stream has begun twice. */
function chainFaults(commits: readonly SealedCommit[]): readonly Fault[] {
  const begun = new Set<string>();
  return runsOf(commits).flatMap((run): readonly Fault[] => {
    const { stream, version } = run[0] as SealedCommit;
    if (begun.has(stream)) return [{ stream, version, fault: 'version-gap' }];
    begun.add(stream);
    const fault = verifyChain(run);
    return fault ? [fault] : [];
  });
}

function sealFaults(
  { organisation, superior }: Owner,
  commits: readonly SealedCommit[],
  sealings: readonly Sealing[],
): readonly Fault[] {
  const above = superior === undefined ? [] : SEALING.map((kind) => new OrgScope(superior).partition(kind));
  const complete = [new OrgScope(organisation).prefix, ...above.map((partition) => `${partition}#`)];
  const hashes = new Map(commits.map(({ stream, version, hash }) => [`${stream} ${version}`, hash]));
  const heads = sealings.flatMap((sealing) => sealing.heads);
  return heads
    .filter(([stream]) => complete.some((prefix) => stream.startsWith(prefix)))
    .flatMap(([stream, version, hash]) => {
      const found = hashes.get(`${stream} ${version}`);
      if (found === hash) return [];
      return [{ stream, version, fault: found === undefined ? 'sealed-but-missing' : 'not-as-sealed' }];
    });
}

function keptFaults(sealings: readonly Sealing[], kept: readonly string[]): readonly Fault[] {
  const hashes = new Set(sealings.map(({ commit }) => commit.hash));
  return kept
    .filter((hash) => !hashes.has(hash))
    .map((hash) => ({ stream: hash, version: 0, fault: 'kept-but-missing' }));
}

/** The last version of each stream that any seal names. */
function coverageBy(sealings: readonly Sealing[]): ReadonlyMap<string, number> {
  const covered = new Map<string, number>();
  for (const [stream, version] of sealings.flatMap(({ heads }) => heads)) {
    covered.set(stream, Math.max(version, covered.get(stream) ?? 0));
  }
  return covered;
}

function newest(sealings: readonly Sealing[]): PublishedSeal | undefined {
  const last = sealings.toSorted((a, b) => (orderOf(a.commit) < orderOf(b.commit) ? -1 : 1)).at(-1);
  return last && { day: last.day, hash: last.commit.hash };
}

/** Streams of seals are named by their quarters, which sort in time order. */
const orderOf = ({ stream, version }: SealedCommit): string =>
  `${stream} ${String(version).padStart(9, '0')}`;

const kindOf = ({ stream }: SealedCommit): string => stream.split('#')[2] ?? '';

/** Commits of one stream that stand together. */
function runsOf(commits: readonly SealedCommit[]): readonly (readonly SealedCommit[])[] {
  const runs: SealedCommit[][] = [];
  for (const commit of commits) {
    if (runs.at(-1)?.[0]?.stream === commit.stream) runs.at(-1)?.push(commit);
    else runs.push([commit]);
  }
  return runs;
}
