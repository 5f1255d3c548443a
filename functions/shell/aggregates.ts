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

/**
 * Folded aggregates of a warm function. A stream is append-only, so what was folded stays true and only its tail has
 * to be read: never stale, and a busy organisation costs one key of a batch instead of its whole history.
 */
export class Aggregates {
  readonly #log: Log;
  readonly #cache = new Map<StreamName, Loaded<unknown>>();
  readonly #capacity: number;

  constructor(log: Log, capacity = 500) {
    this.#log = log;
    this.#capacity = capacity;
  }

  /** The aggregate as it is now. Load in one tick what belongs together: the record is then asked once for all of it. */
  async load<E extends DomainEvent, S>(stream: StreamName, history: History<E, S>): Promise<Loaded<S>> {
    const known = this.lastSeen<S>(stream) ?? unborn(history);
    const tail = await this.#log.read(stream, known.version);
    const loaded = tail.reduce((before, commit) => fold(before, commit, history), known);
    this.#keep(stream, loaded);
    return loaded;
  }

  /** What a load found last, which may be out of date: good for guessing what to load beside it, not for deciding. */
  lastSeen<S>(stream: StreamName): Loaded<S> | undefined {
    return this.#cache.get(stream) as Loaded<S> | undefined;
  }

  /** Remembers the result of a commit that this process has just appended itself. */
  advance<S>(stream: StreamName, before: Loaded<S>, commit: SealedCommit, history: AnyHistory): Loaded<S> {
    const loaded = fold(before, commit, history) as Loaded<S>;
    this.#keep(stream, loaded);
    return loaded;
  }

  #keep(stream: StreamName, loaded: Loaded<unknown>): void {
    if (loaded.version === 0 || loaded.version < (this.#cache.get(stream)?.version ?? 0)) return;
    this.#cache.delete(stream);
    this.#cache.set(stream, loaded);
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
