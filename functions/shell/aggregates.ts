import { GENESIS, openCommit, type SealedCommit } from '../../domain/kernel/commit.ts';
import type { DomainEvent, History } from '../../domain/kernel/decider.ts';
import type { StreamName } from '../../domain/kernel/scope.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import type { Log } from '../adapters/log.ts';

/** An aggregate as of its last commit. */
export interface Loaded<S> {
  readonly state: S;
  /** 0 when the stream does not exist. */
  readonly version: number;
  /** Hash of the last commit: the next one's `previous`. */
  readonly head: string;
  /** When the last commit was made; empty when the stream does not exist. */
  readonly at: Instant;
  /**
   * Ids of the commands that made this stream, with the digest of each request and the version it led to. One map grows
   * with the stream, so it may already know commands of later versions than this one.
   */
  readonly commands: ReadonlyMap<string, CommandTrace>;
}

/** What is kept of a command to know a repeat of it. */
export interface CommandTrace {
  readonly request: string | undefined;
  readonly version: number;
}

// biome-ignore lint/suspicious/noExplicitAny: the cache holds aggregates of every kind
type AnyHistory = History<any, any>;

/** An aggregate, and the moment at which the record was asked whether it had grown (`performance.now()`). */
interface Seen {
  readonly loaded: Loaded<unknown>;
  readonly at: number;
}

export interface Keeping {
  /** Aggregates that are kept folded. */
  readonly capacity?: number;
  /**
   * Milliseconds for which what the record said is taken as still true. Good for accepting commands; whoever is refused
   * must be given another chance after `doubt` (ADR 0019).
   */
  readonly trustMs?: number;
}

/**
 * Folded aggregates of a warm function. A stream is append-only, so what was folded stays true and only its tail has
 * to be read: never stale, and a busy organisation costs one key of a batch instead of its whole history.
 */
export class Aggregates {
  readonly #log: Log;
  readonly #cache = new Map<StreamName, Seen>();
  readonly #capacity: number;
  readonly #trustMs: number;
  #doubtedAt = Number.NEGATIVE_INFINITY;

  constructor(log: Log, { capacity = 500, trustMs = 0 }: Keeping = {}) {
    this.#log = log;
    this.#capacity = capacity;
    this.#trustMs = trustMs;
  }

  /**
   * The aggregate as it is now, or was within the time of trust. Load in one tick what belongs together: the record is
   * then asked once for all of it.
   *
   * @param vouched a version that the caller takes for the current one: while anything is trusted, so is that
   */
  async load<E extends DomainEvent, S>(
    stream: StreamName,
    history: History<E, S>,
    vouched?: number,
  ): Promise<Loaded<S>> {
    const at = performance.now();
    const known = this.lastSeen<S>(stream) ?? unborn(history);
    if (this.#trusts(stream, at, vouched)) return known;
    const tail = await this.#log.read(stream, known.version);
    const loaded = tail.reduce((before, commit) => fold(before, commit, history), known);
    this.#keep(stream, loaded, at);
    return loaded;
  }

  /** What a load found last, which may be out of date: good for guessing what to load beside it, not for deciding. */
  lastSeen<S>(stream: StreamName): Loaded<S> | undefined {
    return this.#cache.get(stream)?.loaded as Loaded<S> | undefined;
  }

  /** Asks the record again for everything from now on. @returns false when it had been asked every time anyway */
  doubt(): boolean {
    this.#doubtedAt = performance.now();
    return this.#trustMs > 0;
  }

  /** Remembers the result of a commit that this process has just appended itself. */
  advance<S>(stream: StreamName, before: Loaded<S>, commit: SealedCommit, history: AnyHistory): Loaded<S> {
    const loaded = fold(before, commit, history) as Loaded<S>;
    this.#keep(stream, loaded, performance.now());
    return loaded;
  }

  #trusts(stream: StreamName, now: number, vouched: number | undefined): boolean {
    const seen = this.#cache.get(stream);
    if (!seen || this.#trustMs === 0 || seen.at <= this.#doubtedAt) return false;
    return seen.loaded.version === vouched || seen.at > now - this.#trustMs;
  }

  #keep(stream: StreamName, loaded: Loaded<unknown>, at: number): void {
    if (loaded.version === 0 || loaded.version < (this.lastSeen(stream)?.version ?? 0)) return;
    this.#cache.delete(stream);
    this.#cache.set(stream, { loaded, at });
    if (this.#cache.size <= this.#capacity) return;
    const [oldest] = this.#cache.keys();
    if (oldest) this.#cache.delete(oldest);
  }
}

/** A stream without commits. */
export const unborn = <S>(history: { readonly initial: S }): Loaded<S> => ({
  state: history.initial,
  version: 0,
  head: GENESIS,
  at: '',
  commands: new Map(),
});

function fold<S>(before: Loaded<S>, sealed: SealedCommit, history: AnyHistory): Loaded<S> {
  const { events, at, by, command, request, version, hash } = openCommit(sealed);
  const state = events.reduce(
    (folded, event) => history.evolve(folded, event, { at, by }),
    before.state as S,
  );
  // Copying it at every commit would make the folding of a long stream quadratic.
  const commands = (before.commands as Map<string, CommandTrace>).set(command, { request, version });
  return { state, version, head: hash, at, commands };
}
