import { circularDecider } from '../../domain/circular/circular.ts';
import type { ReceiptCard } from '../../domain/circular/receipt-state.ts';
import type { CircularState } from '../../domain/circular/state.ts';
import { isSettled } from '../../domain/circular/tasks.ts';
import type { OrganisationId, OrgScope } from '../../domain/kernel/scope.ts';
import type { Views } from '../adapters/views.ts';
import { Calendars } from '../shell/calendars.ts';
import { execute } from '../shell/execute.ts';
import { Tenancy } from '../shell/tenancy.ts';
import { receiptsKey } from '../shell/view-keys.ts';
import type { DueWorkerDependencies, Waker } from './due-worker.ts';

/** Steps of the ladder: who has not yet done what a circular asks for. */
export function circularWaker(deps: DueWorkerDependencies): Waker {
  const { aggregates, views, district } = deps;
  const tenancy = new Tenancy(aggregates);
  const calendars = new Calendars(aggregates, district);
  return (scope, id, command, stream) =>
    execute(deps, circularDecider, {
      ...command,
      stream,
      facts: async (state) => {
        const [tenants, { calendar }, circular] = await Promise.all([
          tenancy.tenants(scope),
          calendars.current(),
          state,
        ]);
        return {
          ...tenants,
          calendar,
          reach: new Set<OrganisationId>(),
          behind: await behindWith(views, scope, id, circular),
        };
      },
    });
}

/** One page of receipts: a circular goes to three hundred at the most. */
const MOST_RECEIPTS = 1_000;

async function behindWith(
  views: Pick<Views, 'listIndex'>,
  { organisation }: OrgScope,
  id: string,
  circular: CircularState,
): Promise<readonly OrganisationId[]> {
  if (!circular) return [];
  const { rows } = await views.listIndex('board', receiptsKey(organisation, id), { limit: MOST_RECEIPTS });
  const receipts = new Map(rows.map(({ card }) => [(card as ReceiptCard).organisation, card as ReceiptCard]));
  return circular.recipients.filter((recipient) => !isSettled(circular, receipts.get(recipient)));
}
