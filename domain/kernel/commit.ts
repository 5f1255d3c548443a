import { createHash } from 'node:crypto';
import type { Actor, DomainEvent } from './decider.ts';
import type { StreamName } from './scope.ts';
import type { Instant } from './time.ts';

/** What one command left behind. Exactly one row of the log: history, audit trail and outbox at once. */
export interface CommitBody {
  readonly at: Instant;
  readonly by: Actor;
  /** Idempotency key of the command; a second command with the same id changes nothing. */
  readonly command: string;
  /** Digest of the request, so that one key reused for another request can be told from a repeat. */
  readonly request?: string;
  /** Id of the event that made a function issue the command; absent when a person did. */
  readonly cause?: string;
  readonly correlation: string;
  readonly events: readonly DomainEvent[];
}

export interface Commit extends CommitBody {
  readonly stream: StreamName;
  /** 1 for the first commit of a stream, then without gaps. */
  readonly version: number;
  readonly previous: string;
  readonly hash: string;
}

/** The stored form: `body` is kept as the exact text that was hashed, so no canonical JSON is needed to verify. */
export interface SealedCommit {
  readonly stream: StreamName;
  readonly version: number;
  readonly body: string;
  readonly previous: string;
  readonly hash: string;
}

/** `previous` of a stream's first commit. */
export const GENESIS = '';

/** SHA-256 over stream, version, previous hash and body, base64url. */
function hashCommit(stream: StreamName, version: number, previous: string, body: string): string {
  return createHash('sha256').update(`${stream}\n${version}\n${previous}\n${body}`).digest('base64url');
}

export function sealCommit(
  stream: StreamName,
  version: number,
  previous: string,
  body: CommitBody,
): SealedCommit {
  const text = JSON.stringify(body);
  return { stream, version, body: text, previous, hash: hashCommit(stream, version, previous, text) };
}

export function openCommit(sealed: SealedCommit): Commit {
  return {
    ...(JSON.parse(sealed.body) as CommitBody),
    stream: sealed.stream,
    version: sealed.version,
    previous: sealed.previous,
    hash: sealed.hash,
  };
}

/** Id of the `index`-th event of a commit. Derived, so a repeated relay sends the same id again. */
export const eventId = (commit: Pick<Commit, 'hash'>, index: number): string => `${commit.hash}.${index}`;

export interface ChainFault {
  readonly stream: StreamName;
  readonly version: number;
  readonly fault: 'version-gap' | 'previous-mismatch' | 'hash-mismatch';
}

/**
 * Recomputes the chain of one stream, given in version order, and returns the first fault. A chain cannot show that
 * its own tail was cut off; the seals of the daily heads are for that.
 */
export function verifyChain(commits: Iterable<SealedCommit>): ChainFault | undefined {
  let version = 0;
  let previous = GENESIS;
  for (const commit of commits) {
    const at = { stream: commit.stream, version: commit.version };
    version += 1;
    if (commit.version !== version) return { ...at, fault: 'version-gap' };
    if (commit.previous !== previous) return { ...at, fault: 'previous-mismatch' };
    previous = hashCommit(commit.stream, commit.version, commit.previous, commit.body);
    if (commit.hash !== previous) return { ...at, fault: 'hash-mismatch' };
  }
  return undefined;
}
