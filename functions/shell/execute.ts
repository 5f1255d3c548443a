import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sealCommit } from '../../domain/kernel/commit.ts';
import type { Actor, Command, Decider, DomainEvent } from '../../domain/kernel/decider.ts';
import { refuse } from '../../domain/kernel/refusal.ts';
import type { StreamName } from '../../domain/kernel/scope.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import type { Log } from '../adapters/log.ts';
import { type Aggregates, type CommandTrace, type Loaded, unborn } from './aggregates.ts';

/** A command on its way to an aggregate, with what the record keeps about it. */
export interface Request<C extends Command, S> {
  readonly stream: StreamName;
  readonly type: C['type'];
  readonly data: C['data'];
  readonly now: Instant;
  readonly actor: Actor;
  /** Idempotency key. A second request with it changes nothing and gets the same answer. */
  readonly commandId: string;
  /** Refused as a conflict when the stream has moved on. Absent: any version will do. */
  readonly expectedVersion?: number | undefined;
  /** True when the id was minted for this request, so that there can hardly be a stream to read. */
  readonly isNew?: boolean;
  /** Id of the event that made a function issue this command. */
  readonly cause?: string | undefined;
  readonly correlation: string;
  /**
   * Loads what the decision rests on beside the state. Called while the state is still on its way, so that both are
   * read together, and again when a conflict makes us decide again.
   */
  facts(state: Promise<S>): Promise<C['facts']>;
}

export interface Outcome<S> {
  readonly state: S;
  readonly version: number;
  /** Empty when nothing had to change, or when the command had been executed before. */
  readonly events: readonly DomainEvent[];
  readonly repeated: boolean;
}

/** Contention on one stream is people clicking at the same time; more rounds than this is a fault. */
const ROUNDS = 12;
/** Milliseconds by which each round may wait longer than the one before, so that those who collide come apart. */
const APART_MS = 10;

/**
 * The shell: load, decide, append at the expected version; when somebody was faster, load and decide again. That
 * nothing has to change is never said of a state that was merely trusted; a refusal may be (see `Aggregates.doubt`).
 *
 * @throws Refusal from the decider; `version-conflict`; `key-reused`
 */
export async function execute<C extends Command, E extends DomainEvent, S>(
  { log, aggregates }: { log: Log; aggregates: Aggregates },
  decider: Decider<C, E, S>,
  request: Request<C, S>,
): Promise<Outcome<S>> {
  const digest = digestOf(request);
  for (let round = 1; round <= ROUNDS; round += 1) {
    const isUnborn = request.isNew && round === 1;
    const loading = isUnborn
      ? Promise.resolve(unborn(decider))
      : aggregates.load(request.stream, decider, request.expectedVersion);
    const state = loading.then((loaded) => loaded.state);
    const facts = request.facts(state);
    // Neither is always awaited, and a rejection that nobody awaits ends the process.
    for (const each of [state, facts]) each.catch(() => {});
    const before = await loading;
    const earlier = before.commands.get(request.commandId);
    if (earlier && earlier.version <= before.version) return repeated(before, earlier, digest);
    const { expectedVersion } = request;
    if (expectedVersion !== undefined && expectedVersion !== before.version) {
      refuse('version-conflict', { current: before.version });
    }
    const { type, data, now, actor } = request;
    const command = { type, data, now, actor, facts: await facts } as C;
    const events = decider.decide(command, before.state);
    if (events.length === 0) {
      if (round === 1 && aggregates.doubt()) continue;
      return { state: before.state, version: before.version, events, repeated: false };
    }
    const commit = sealCommit(request.stream, before.version + 1, before.head, {
      at: now,
      by: actor,
      command: request.commandId,
      request: digest,
      ...(request.cause && { cause: request.cause }),
      correlation: request.correlation,
      events,
    });
    if ((await log.append(commit)) === 'appended') {
      const { state, version } = aggregates.advance(request.stream, before, commit, decider);
      return { state, version, events, repeated: false };
    }
    aggregates.doubt();
    await sleep(Math.random() * round * APART_MS);
  }
  throw new Error(`gave up after ${ROUNDS} conflicts on ${request.stream}`);
}

function repeated<S>(loaded: Loaded<S>, earlier: CommandTrace, digest: string): Outcome<S> {
  if (earlier.request !== digest) refuse('key-reused', { field: 'Idempotency-Key' });
  return { state: loaded.state, version: earlier.version, events: [], repeated: true };
}

/** Sixteen characters tell an honest mistake from a repeat; nothing is secured by it. */
function digestOf({ type, data }: { readonly type: string; readonly data: unknown }): string {
  return createHash('sha256')
    .update(JSON.stringify([type, data]))
    .digest('base64url')
    .slice(0, 16);
}
