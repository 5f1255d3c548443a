import { quarterFrom, quarterOf, quarterOfDay } from '../../domain/duty/period.ts';
import { type OrganisationId, OrgScope, type StreamName } from '../../domain/kernel/scope.ts';
import { dayOf } from '../../domain/kernel/time.ts';
import type { Organisation } from '../../domain/organisation/organisation.ts';
import type { Head } from '../../domain/seal/head.ts';
import { isSealed, type SealFacts, type SealState, sealDecider, sealId } from '../../domain/seal/seal.ts';
import type { Log } from '../adapters/log.ts';
import type { Views } from '../adapters/views.ts';
import type { Aggregates, Loaded } from './aggregates.ts';
import { headsChanged } from './changes.ts';
import { execute } from './execute.ts';
import type { Occasion } from './ledgers.ts';
import { Tenancy } from './tenancy.ts';
import { subordinatesKey } from './view-keys.ts';

export interface SealSources {
  readonly log: Log;
  readonly aggregates: Aggregates;
  readonly views: Pick<Views, 'list' | 'listIndex'>;
}

/** What sets a day's sealing going. */
type Sealing = Pick<Occasion, 'now' | 'actor' | 'correlation'>;

/** Organisations that are sealed at a time. */
const CHUNK = 20;

/** Seals what changed, from below upwards. Keyed by the day: once more on the same day changes nothing. */
export class Seals {
  readonly #sources: SealSources;
  readonly #tenancy: Tenancy;

  constructor(sources: SealSources) {
    this.#sources = sources;
    this.#tenancy = new Tenancy(sources.aggregates);
  }

  /**
   * Seals everybody right below the superior and names their seals in its anchors; the root, which nobody stands above,
   * is then sealed too. One that cannot be sealed holds up nobody else.
   *
   * @throws AggregateError when some could not be sealed; doing it again seals these, and nothing twice
   */
  async sealUnder(scope: OrgScope, sealing: Sealing): Promise<void> {
    const heads: Head[] = [];
    const failures: unknown[] = [];
    for await (const below of this.#below(scope)) {
      const results = await Promise.allSettled(below.map((id) => this.seal(new OrgScope(id), sealing)));
      for (const result of results) {
        if (result.status === 'rejected') failures.push(result.reason);
        else if (result.value) heads.push(result.value);
      }
    }
    await this.#append(streamOf(scope, 'ANCHOR', sealing), sealing, async () => ({ heads }));
    const superior = await this.#tenancy.find(scope);
    if (superior && superior.superior === undefined) await this.seal(scope, sealing);
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} could not be sealed`);
  }

  /** Seals what has changed in one organisation. @returns its last seal of the quarter */
  async seal(scope: OrgScope, sealing: Sealing): Promise<Head | undefined> {
    const organisation = await this.#tenancy.find(scope);
    if (!organisation) return undefined;
    const stream = streamOf(scope, 'SEAL', sealing);
    await this.#append(stream, sealing, async (state) => {
      const earlier = state ? undefined : await this.#before(scope, organisation, sealing);
      const last = state ?? earlier?.state;
      const since = last?.unfinished ? undefined : last?.day;
      const heads = await headsChanged(this.#sources, scope, since, last?.named ?? {});
      return { heads, before: earlier && [earlier.stream, earlier.version, earlier.head] };
    });
    const { version, head } = await this.#sources.aggregates.load(stream, sealDecider);
    return version > 0 ? [stream, version, head] : undefined;
  }

  /** As many commits as it takes; hardly ever more than one. */
  async #append(
    stream: StreamName,
    { now, actor, correlation }: Sealing,
    factsOf: (state: SealState) => Promise<SealFacts>,
  ): Promise<void> {
    const { log, aggregates } = this.#sources;
    const day = dayOf(now);
    for (let isMore = true; isMore; ) {
      const { state, events } = await execute({ log, aggregates }, sealDecider, {
        stream,
        type: 'SealHeads',
        data: { day },
        now,
        actor,
        commandId: `seal-${day}-${(await aggregates.load(stream, sealDecider)).version}`,
        correlation,
        facts: async (loading) => {
          const known = await loading;
          // Spares the looking for what changed.
          return isSealed(known, day) ? { heads: [] } : factsOf(known);
        },
      });
      isMore = events.length > 0 && state?.unfinished === true;
    }
  }

  /** The last seal before this quarter, however long ago. */
  async #before(
    scope: OrgScope,
    { since }: Organisation,
    { now }: Sealing,
  ): Promise<(Loaded<SealState> & { readonly stream: StreamName }) | undefined> {
    const first = quarterOfDay(since);
    for (let period = quarterFrom(quarterOf(now), -1); period.from >= first.from; ) {
      const stream = scope.stream('SEAL', sealId(period.from));
      const loaded = await this.#sources.aggregates.load(stream, sealDecider);
      if (loaded.version > 0) return { ...loaded, stream };
      period = quarterFrom(period, -1);
    }
    return undefined;
  }

  async *#below({ organisation }: OrgScope): AsyncGenerator<readonly OrganisationId[]> {
    let after: string | undefined;
    do {
      const key = subordinatesKey(organisation);
      const page = await this.#sources.views.listIndex('board', key, { limit: CHUNK, after });
      yield page.rows.map(({ sk }) => sk);
      after = page.next;
    } while (after !== undefined);
  }
}

const streamOf = (scope: OrgScope, kind: 'SEAL' | 'ANCHOR', { now }: Sealing): StreamName =>
  scope.stream(kind, sealId(dayOf(now)));
