import { quarterOf } from '../../domain/duty/period.ts';
import { tallyDecider, tallyId } from '../../domain/duty/tally.ts';
import { type OrganisationId, OrgScope } from '../../domain/kernel/scope.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import type { BatchQueue } from '../adapters/batch-queue.ts';
import type { Log } from '../adapters/log.ts';
import type { Views } from '../adapters/views.ts';
import type { OpeningMessage } from '../open-ledgers/open-ledgers.ts';
import type { Aggregates } from '../shell/aggregates.ts';
import { execute } from '../shell/execute.ts';
import { organisationsKey } from '../shell/view-keys.ts';

/** Organisations a page of the tree is read by, and organisations a worker takes at a time. */
const PAGE = 1000;
const CHUNK = 20;

export interface OpeningDependencies {
  readonly log: Log;
  readonly aggregates: Aggregates;
  readonly views: Pick<Views, 'list'>;
  readonly queue: BatchQueue<OpeningMessage>;
  readonly district: OrganisationId;
}

/**
 * Hands every organisation of the district to the workers that open ledgers, a page at a time, so that a nation takes
 * no more memory than a district, and notes in the record that it has done so. A run that is fired twice hands them
 * over twice, and the second opens nothing.
 */
export async function planOpening(deps: OpeningDependencies, at: Instant): Promise<void> {
  const { views, queue, district } = deps;
  let after: string | undefined;
  let organisations = 0;
  do {
    const page = await views.list(organisationsKey(district), { limit: PAGE, after });
    const ids = page.rows.map(({ sk }) => sk);
    for (let first = 0; first < ids.length; first += CHUNK) {
      await queue.send({ at, organisations: ids.slice(first, first + CHUNK) });
    }
    organisations += ids.length;
    after = page.next;
  } while (after);
  await queue.flush();
  await notePlanned(deps, at, organisations);
}

/** Plans the quarter of `at` unless that was done: for every day, in case the schedule's own run was missed. */
export async function healOpening(deps: OpeningDependencies, at: Instant): Promise<void> {
  const { state } = await deps.aggregates.load(tallyStream(deps.district, at), tallyDecider);
  if (state?.plannedAt === undefined) await planOpening(deps, at);
}

async function notePlanned(deps: OpeningDependencies, at: Instant, organisations: number): Promise<void> {
  const run = `plan-${tallyId(quarterOf(at).name)}`;
  await execute(deps, tallyDecider, {
    stream: tallyStream(deps.district, at),
    type: 'NotePlanned',
    data: { period: quarterOf(at).name, organisations },
    now: at,
    actor: { kind: 'system', name: 'open-period' },
    commandId: run,
    correlation: run,
    facts: async () => undefined,
  });
}

const tallyStream = (district: OrganisationId, at: Instant) =>
  new OrgScope(district).stream('TALLY', tallyId(quarterOf(at).name));
