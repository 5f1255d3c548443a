import type { ReceiptCard } from '../../../domain/circular/receipt-state.ts';
import type { CircularCard } from '../../../domain/circular/state.ts';
import { type CIRCULAR_TASKS, circularErrands } from '../../../domain/circular/tasks.ts';
import type { Errand } from '../../../domain/item/waits.ts';
import { type OrganisationId, OrgScope } from '../../../domain/kernel/scope.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import { holders } from '../../../domain/organisation/authority.ts';
import type { Views } from '../../adapters/views.ts';
import { everAbove } from '../affiliation.ts';
import type { Tenancy, Tenants } from '../tenancy.ts';
import { circularsSentBy } from './circulars-sent.ts';
import { rowsUnder } from './rows.ts';

/** A circular from above, as work for the office of one recipient. */
export interface CircularDue {
  /** The rest of its address: `<issuer>/<circular>`. */
  readonly id: string;
  /** The recipient. */
  readonly organisation: OrganisationId;
  readonly circular: string;
  readonly waits: readonly Errand<keyof typeof CIRCULAR_TASKS>[];
}

interface CircularSources {
  readonly views: Pick<Views, 'list' | 'listIndex'>;
  readonly tenancy: Tenancy;
}

/**
 * Circulars from above that somebody here has to sign for, or whose task is not done. A circular has one row however
 * many it was sent to, so the recipient looks for it: one query for each organisation above, and one of the own receipts
 * where anything was sent. Nothing is asked for whoever does not work on them.
 */
export async function circularsDueFor(
  sources: CircularSources,
  id: OrganisationId,
  tenants: Tenants,
  person: string,
  now: Instant,
): Promise<readonly CircularDue[]> {
  const { organisation } = tenants;
  if (!holders(organisation, organisation.policy.proposers, now).has(person)) return [];
  const issuers = await everAbove(sources.tenancy, organisation);
  const sent = await Promise.all(issuers.map((issuer) => circularsSentBy(sources.views, issuer)));
  const here = sent.flat().filter(({ recipients, withdrawn }) => !withdrawn && recipients.includes(id));
  if (here.length === 0) return [];
  const rows = rowsUnder(sources.views, new OrgScope(id).partition('RECEIPT'));
  const receipts = new Map(await Array.fromAsync(rows, ({ sk, card }) => [sk, card as ReceiptCard] as const));
  return here.map((card) => dueHere(card, id, receipts.get(card.id)));
}

const dueHere = (
  card: CircularCard,
  organisation: OrganisationId,
  receipt: ReceiptCard | undefined,
): CircularDue => ({
  id: `${card.organisation}/${card.id}`,
  organisation,
  circular: card.title,
  waits: circularErrands(card, receipt),
});
