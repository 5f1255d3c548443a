import { type PeriodName, periodNamed } from '../../../domain/duty/period.ts';
import type { OrgScope } from '../../../domain/kernel/scope.ts';
import type { Day, Instant } from '../../../domain/kernel/time.ts';
import { sealId } from '../../../domain/seal/seal.ts';
import { sealedIn } from '../../../domain/seal/sealed-in.ts';
import type { Log } from '../../adapters/log.ts';

/** One daily seal as it is published. It says how much it stands for and nothing of what. */
export interface SealReading {
  readonly day: Day;
  readonly at: Instant;
  readonly version: number;
  /** Streams that had changed. */
  readonly heads: number;
  readonly hash: string;
}

export interface SealsReading {
  readonly period: PeriodName;
  /** Newest first. */
  readonly seals: readonly SealReading[];
}

/** The daily seals of a quarter, from the record itself. For anybody: hashes disclose nothing. */
export async function sealsIn(log: Log, scope: OrgScope, period: PeriodName): Promise<SealsReading> {
  const commits = await log.read(scope.stream('SEAL', sealId(periodNamed(period).from)));
  const seals = commits.flatMap((commit) =>
    sealedIn(commit).map(({ day, heads }) => ({
      day,
      at: (JSON.parse(commit.body) as { at: Instant }).at,
      version: commit.version,
      heads: heads.length,
      hash: commit.hash,
    })),
  );
  return { period, seals: seals.toReversed() };
}
