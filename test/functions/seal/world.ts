import { GENESIS, type SealedCommit, sealCommit } from '../../../domain/kernel/commit.ts';
import { OrgScope, parseStream, type StreamName } from '../../../domain/kernel/scope.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import { sealedIn } from '../../../domain/seal/sealed-in.ts';
import { type Verification, verifyRecord } from '../../../domain/seal/verification.ts';
import type { Log } from '../../../functions/adapters/log.ts';
import { MemoryLog } from '../../../functions/adapters/memory-log.ts';
import { planSeals } from '../../../functions/daily-scan/seals.ts';
import { DueWorker } from '../../../functions/due-worker/due-worker.ts';
import { changeRows } from '../../../functions/projector/change-row.ts';
import { projectionsOver } from '../../../functions/projector/projections.ts';
import { Projector } from '../../../functions/projector/projector.ts';
import { Aggregates } from '../../../functions/shell/aggregates.ts';
import type { DueMessage } from '../../../functions/shell/due.ts';
import { MemoryViews } from '../../browser/support/memory-views.ts';

export const DISTRICT = 'qu';

/** Sorted as an export has them. */
const inOrder = (commits: readonly SealedCommit[]): SealedCommit[] =>
  commits.toSorted((a, b) => (a.stream === b.stream ? a.version - b.version : a.stream < b.stream ? -1 : 1));

/** A record in memory that is sealed every day by the functions that do it, whatever its streams may hold. */
export class SealedDistrict implements Log {
  readonly #log = new MemoryLog();
  readonly #views = new MemoryViews();
  readonly #projector = new Projector(
    new Aggregates(this.#log),
    this.#views,
    projectionsOver(new Aggregates(this.#log), DISTRICT),
  );
  /** Streams whose changes the projector does not hear of for now. */
  readonly unheard = new Set<StreamName>();
  /** Streams that cannot be read for now. */
  readonly unreadable = new Set<StreamName>();
  reads = 0;

  static async of(...tree: readonly (readonly [id: string, superior?: string])[]): Promise<SealedDistrict> {
    const district = new SealedDistrict();
    for (const [id, superior] of tree) {
      const named = { name: `${id}党支部`, shortName: id, kind: 'branch', ...(superior && { superior }) };
      const stream = new OrgScope(id).stream('ORGANISATION', id);
      await district.record(stream, '2026-09-01T00:00:00.000Z', named, 'OrganisationOnboarded');
    }
    return district;
  }

  async read(stream: StreamName, after?: number): Promise<SealedCommit[]> {
    this.reads += 1;
    if (this.unreadable.has(stream)) throw new Error(`${stream} cannot be read`);
    return this.#log.read(stream, after);
  }

  async append(commit: SealedCommit): Promise<'appended' | 'taken'> {
    const answer = await this.#log.append(commit);
    if (answer === 'appended' && !this.unheard.has(commit.stream)) await this.#hear(commit);
    return answer;
  }

  /** One more commit on a stream, by whoever and about whatever. */
  async record(stream: StreamName, at: Instant, data: unknown, type = 'SomethingHappened'): Promise<void> {
    const before = (await this.#log.read(stream)).at(-1);
    const version = (before?.version ?? 0) + 1;
    const by = { kind: 'system', name: 'test' } as const;
    const body = { at, by, command: `c-${version}`, correlation: 'test', events: [{ type, data }] };
    await this.append(sealCommit(stream, version, before?.hash ?? GENESIS, body));
  }

  /** The projector catches up on what it had not heard of. */
  async hear(stream: StreamName): Promise<void> {
    this.unheard.delete(stream);
    for (const commit of await this.#log.read(stream)) await this.#hear(commit);
  }

  /** What the daily scan and the workers do on that day. */
  async sealDay(at: Instant): Promise<void> {
    const messages: DueMessage[] = [];
    const due = { send: async (message: DueMessage) => void messages.push(message), flush: async () => {} };
    await planSeals({ views: this.#views, due, district: DISTRICT }, at);
    const worker = new DueWorker({
      log: this,
      aggregates: new Aggregates(this),
      views: this.#views,
      district: DISTRICT,
    });
    const results = await Promise.allSettled(messages.map((message) => worker.wake(message)));
    for (const result of results) if (result.status === 'rejected') throw result.reason;
  }

  /** What an export of the organisation holds. */
  recordOf(organisation: string, superior?: string): SealedCommit[] {
    const prefixes = [
      `ORG#${organisation}#`,
      ...(superior ? [`ORG#${superior}#SEAL#`, `ORG#${superior}#ANCHOR#`] : []),
    ];
    const all = [...this.#log.streams.values()].flat();
    return inOrder(all.filter(({ stream }) => prefixes.some((prefix) => stream.startsWith(prefix))));
  }

  verify(organisation: string, superior?: string): Verification {
    return verifyRecord({ organisation, superior }, this.recordOf(organisation, superior));
  }

  /** The heads that a stream of seals names, a list a commit. */
  async named(stream: StreamName): Promise<(readonly [stream: string, version: number])[][]> {
    return (await this.#log.read(stream)).map((commit) =>
      sealedIn(commit).flatMap(({ heads }) => heads.map(([name, version]) => [name, version] as const)),
    );
  }

  async #hear(commit: SealedCommit): Promise<void> {
    const parts = parseStream(commit.stream);
    const { at } = JSON.parse(commit.body) as { at: Instant };
    if (parts.kind === 'ORGANISATION') {
      await this.#projector.project({ stream: commit.stream, streamVersion: commit.version });
      return;
    }
    for (const row of changeRows(parts, { version: commit.version, at })) await this.#views.put(row);
  }
}
