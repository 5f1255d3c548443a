import type { SealedCommit } from '../../domain/kernel/commit.ts';
import type { StreamName } from '../../domain/kernel/scope.ts';

/** A stream that is known up to a version, of which at least one commit has been seen. */
export interface Known {
  readonly stream: StreamName;
  readonly version: number;
}

/** What tails are found with; both must read consistently. */
export interface TailReads {
  /** Names of the streams that hold a commit of that very version. */
  having(commits: readonly Known[]): Promise<ReadonlySet<StreamName>>;
  /** Commits above the version. */
  read(known: Known): Promise<SealedCommit[]>;
}

/** What is asked for in one tick. */
interface Round {
  readonly known: Map<StreamName, Known>;
  /** Settles when the tick is over; nothing joins from then on. */
  readonly closed: Promise<void>;
  moved?: Promise<ReadonlySet<StreamName>>;
}

/**
 * What streams have grown by. A command rests on several streams that seldom grow: those asked for in the same tick
 * share one look at the record, for versions have no gaps, so a stream has grown exactly when its next version is there.
 * Only a stream that has grown is read.
 */
export class Tails {
  readonly #reads: TailReads;
  #round: Round | undefined;

  constructor(reads: TailReads) {
    this.#reads = reads;
  }

  /** Commits above the known version as they are after this call, in order. */
  async of(known: Known): Promise<SealedCommit[]> {
    const round = this.#join(known);
    await round.closed;
    round.moved ??= this.#moved([...round.known.values()]);
    return (await round.moved).has(known.stream) ? this.#reads.read(known) : [];
  }

  #join(known: Known): Round {
    this.#round ??= { known: new Map(), closed: this.#endOfTick() };
    const other = this.#round.known.get(known.stream);
    // Whoever knows less decides whether the tail is read; it is then read for each from where they are.
    if (!other || known.version < other.version) this.#round.known.set(known.stream, known);
    return this.#round;
  }

  /** The first step enters the queue of promises, the second waits until it is empty: before any answer from outside. */
  async #endOfTick(): Promise<void> {
    await undefined;
    await new Promise(process.nextTick);
    this.#round = undefined;
  }

  /** The tail of a single stream tells as much as a look for it would. */
  async #moved(known: readonly Known[]): Promise<ReadonlySet<StreamName>> {
    if (known.length === 1) return new Set(known.map(({ stream }) => stream));
    return this.#reads.having(known.map(({ stream, version }) => ({ stream, version: version + 1 })));
  }
}
