import type { SealedCommit } from '../kernel/commit.ts';
import type { StreamKind } from '../kernel/scope.ts';
import type { Day } from '../kernel/time.ts';
import type { Head } from './head.ts';

/** The kinds of stream that name heads. */
export const SEALING = ['SEAL', 'ANCHOR'] as const satisfies readonly StreamKind[];

/** One commit of a seal or an anchor, as far as it can be made out. */
export interface Sealing {
  readonly commit: SealedCommit;
  readonly day: Day;
  readonly heads: readonly Head[];
}

/** What a commit names. A body that was tampered with may be anything; then it names nothing, and its hash is wrong. */
export function sealedIn(commit: SealedCommit): readonly Sealing[] {
  if (!SEALING.some((kind) => commit.stream.split('#')[2] === kind)) return [];
  const { events } = (parsed(commit.body) ?? {}) as { events?: unknown };
  return listOf(events).flatMap((event) => {
    const { type, data } = (event ?? {}) as { type?: unknown; data?: { day?: unknown; heads?: unknown } };
    if (type !== 'HeadsSealed' || typeof data?.day !== 'string') return [];
    return [{ commit, day: data.day, heads: listOf(data.heads).filter(isHead) }];
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function isHead(value: unknown): value is Head {
  const [stream, version, hash] = listOf(value);
  return typeof stream === 'string' && Number.isInteger(version) && typeof hash === 'string';
}
