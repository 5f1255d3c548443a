import type { SealedCommit } from '../../domain/kernel/commit.ts';
import type { StreamName } from '../../domain/kernel/scope.ts';
import type { Log } from '../adapters/log.ts';
import { MemoryLog } from '../adapters/memory-log.ts';

/** The record as it would be: what is appended here is read from here, and never written. */
export class TrialLog implements Log {
  readonly #record: Pick<Log, 'read'>;
  readonly #tried = new MemoryLog();

  constructor(record: Pick<Log, 'read'>) {
    this.#record = record;
  }

  async read(stream: StreamName, after?: number): Promise<SealedCommit[]> {
    const [written, tried] = await Promise.all([
      this.#record.read(stream, after),
      this.#tried.read(stream, after),
    ]);
    return [...written, ...tried];
  }

  append(commit: SealedCommit): Promise<'appended' | 'taken'> {
    return this.#tried.append(commit);
  }
}
