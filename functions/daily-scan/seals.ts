import { type OrganisationId, OrgScope } from '../../domain/kernel/scope.ts';
import { dayOf, type Instant } from '../../domain/kernel/time.ts';
import { sealId } from '../../domain/seal/seal.ts';
import type { BatchQueue } from '../adapters/batch-queue.ts';
import type { Views } from '../adapters/views.ts';
import type { DueMessage } from '../shell/due.ts';
import type { OrganisationCard } from '../shell/reading/organisation-reading.ts';
import { rowsUnder } from '../shell/reading/rows.ts';
import { organisationsKey } from '../shell/view-keys.ts';

export interface SealPlanning {
  readonly views: Pick<Views, 'list'>;
  readonly due: BatchQueue<DueMessage>;
  readonly district: OrganisationId;
}

/** Tells every superior that the day's seals of those below it are due, and has them taken by the due-worker. */
export async function planSeals({ views, due, district }: SealPlanning, at: Instant): Promise<void> {
  const superiors = new Set<OrganisationId>();
  for await (const { card } of rowsUnder(views, organisationsKey(district))) {
    const { id, superior = id } = card as OrganisationCard;
    superiors.add(superior);
  }
  for (const superior of superiors) {
    await due.send({ stream: new OrgScope(superior).stream('ANCHOR', sealId(dayOf(at))), at });
  }
  await due.flush();
}
