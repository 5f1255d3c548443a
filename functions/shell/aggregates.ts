import { GENESIS, openCommit, type SealedCommit } from '../../domain/kernel/commit.ts';
import type { Command, Decider, DomainEvent } from '../../domain/kernel/decider.ts';
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
  /** Ids of the commands that made this stream, with the digest of each request and the version it led to. */
  readonly commands: ReadonlyMap<string, { readonly request: string | undefined; readonly version: number }>;
}

// biome-ignore lint/suspicious/noExplicitAny: the cache holds aggregates of every kind
type AnyDecider = Decider<any, any, any>;

/**
 * Folded aggregates of a warm function. A stream is append-only, so what was folded stays true and only its tail has
 * to be read: never stale, and a busy organisation costs one empty query instead of its whole history.
 */
export class Aggregates {
  readonly #log: Log;
  readonly #cache = new Map<StreamName, Loaded<unknown>>();
  readonly #capacity: number;

  constructor(log: Log, capacity = 500) {
    this.#log = log;
    this.#capacity = capacity;
  }

  async load<C extends Command, E extends DomainEvent, S>(
    stream: StreamName,
    decider: Decider<C, E, S>,
  ): Promise<Loaded<S>> {
    const known = (this.#cache.get(stream) as Loaded<S> | undefined) ?? unborn(decider);
    const tail = await this.#log.read(stream, known.version);
    const loaded = tail.reduce((before, commit) => fold(before, commit, decider), known);
    this.#keep(stream, loaded);
    return loaded;
  }

  /** Remembers the result of a commit that this process has just appended itself. */
  advance<S>(stream: StreamName, before: Loaded<S>, commit: SealedCommit, decider: AnyDecider): Loaded<S> {
    const loaded = fold(before, commit, decider) as Loaded<S>;
    this.#keep(stream, loaded);
    return loaded;
  }

  #keep(stream: StreamName, loaded: Loaded<unknown>): void {
    if (loaded.version === 0) return;
    this.#cache.delete(stream);
    this.#cache.set(stream, loaded);
    const [oldest] = this.#cache.keys();
    if (this.#cache.size > this.#capacity && oldest) this.#cache.delete(oldest);
  }
}

/** A stream without commits. */
export const unborn = <S>(decider: { readonly initial: S }): Loaded<S> => ({
  state: decider.initial,
  version: 0,
  head: GENESIS,
  at: '',
  commands: new Map(),
});

function fold<S>(before: Loaded<S>, sealed: SealedCommit, decider: AnyDecider): Loaded<S> {
  const { events, at, by, command, request, version, hash } = openCommit(sealed);
  const state = events.reduce(
    (folded, event) => decider.evolve(folded, event, { at, by }),
    before.state as S,
  );
  const commands = new Map(before.commands).set(command, { request, version });
  return { state, version, head: hash, at, commands };
}
