import type { SealedCommit } from '../../domain/kernel/commit.ts';
import type { StreamName } from '../../domain/kernel/scope.ts';
import type { Log } from '../../functions/adapters/log.ts';
import { Lanes } from './lanes.ts';

const SAMPLE = 100;

/** Keeps some of the ledgers' first commits. */
export class SampledLog implements Log {
  readonly sample: SealedCommit[] = [];
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  read(stream: StreamName, after?: number): Promise<SealedCommit[]> {
    return this.#log.read(stream, after);
  }

  append(commit: SealedCommit): Promise<'appended' | 'taken'> {
    if (this.sample.length < SAMPLE && commit.stream.includes('#LEDGER#')) this.sample.push(commit);
    return this.#log.append(commit);
  }
}

/** The same bytes conditionally put and nothing else: what the record alone would take. */
export class BarePuts {
  ms = 0;
  count = 0;
  readonly #log: Log;
  readonly #atATime: number;

  constructor(log: Log, atATime: number) {
    this.#log = log;
    this.#atATime = atATime;
  }

  async put(commits: readonly SealedCommit[]): Promise<void> {
    const lanes = new Lanes(this.#atATime);
    const start = performance.now();
    for (const commit of commits) {
      this.count += 1;
      const stream = `${commit.stream}-${this.count}` as StreamName;
      await lanes.start(() => this.#log.append({ ...commit, stream }));
    }
    await lanes.settled();
    this.ms += performance.now() - start;
  }
}
