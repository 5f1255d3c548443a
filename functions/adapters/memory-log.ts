import type { SealedCommit } from '../../domain/kernel/commit.ts';
import type { StreamName } from '../../domain/kernel/scope.ts';
import type { Log } from './log.ts';

/** The record in memory, for tests of what stands on it. Held to the same contract tests as the real one. */
export class MemoryLog implements Log {
  readonly streams = new Map<StreamName, SealedCommit[]>();

  async read(stream: StreamName, after = 0): Promise<SealedCommit[]> {
    return (this.streams.get(stream) ?? []).filter((commit) => commit.version > after);
  }

  async append(commit: SealedCommit): Promise<'appended' | 'taken'> {
    const commits = this.streams.get(commit.stream) ?? [];
    if (commits.some((other) => other.version === commit.version)) return 'taken';
    this.streams.set(
      commit.stream,
      [...commits, commit].toSorted((a, b) => a.version - b.version),
    );
    return 'appended';
  }
}
