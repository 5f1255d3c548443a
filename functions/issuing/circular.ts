import { circularDecider } from '../../domain/circular/circular.ts';
import type {
  CircularCommand,
  CircularFacts,
  ReceiptCommand,
  ReceiptFacts,
} from '../../domain/circular/commands.ts';
import { receiptDecider } from '../../domain/circular/receipt.ts';
import type { ReceiptEvent, ReceiptState } from '../../domain/circular/receipt-state.ts';
import { type CircularEvent, type CircularState, circularHistory } from '../../domain/circular/state.ts';
import { refuse } from '../../domain/kernel/refusal.ts';
import { type OrganisationId, OrgScope } from '../../domain/kernel/scope.ts';
import { Calendars } from '../shell/calendars.ts';
import { Tenancy } from '../shell/tenancy.ts';
import type { Ground } from './ground.ts';
import { plainIssuer } from './plain.ts';
import type { Issue } from './request.ts';

export function circularIssuer(ground: Ground): Issue {
  const { aggregates, permits, district } = ground;
  const tenancy = new Tenancy(aggregates);
  const calendars = new Calendars(aggregates, district.id);
  return plainIssuer<CircularCommand, CircularEvent, CircularState>(ground, {
    kind: 'CIRCULAR',
    decider: circularDecider,
    id: 'circular',
    creates: ['IssueCircular'],
    actor: ({ scope, request }) => permits.worker(scope, request),
    facts: async ({ scope, request }): Promise<CircularFacts> => {
      const { recipients = [] } = request.data as { recipients?: readonly OrganisationId[] };
      const [tenants, { calendar }, below] = await Promise.all([
        tenancy.tenants(scope),
        calendars.current(),
        Promise.all(recipients.map((id) => isBelow(tenancy, id, scope.organisation))),
      ]);
      return { ...tenants, calendar, reach: new Set(recipients.filter((_, index) => below[index])) };
    },
  });
}

/** No tree of organisations is deeper. */
const DEEPEST = 6;

/** From the record, upwards: whoever takes commands knows no list of everybody below. */
async function isBelow(
  tenancy: Tenancy,
  id: OrganisationId,
  above: OrganisationId,
  depth = DEEPEST,
): Promise<boolean> {
  const organisation = await tenancy.find(new OrgScope(id));
  if (!organisation) return false;
  if (id === above) return true;
  const { superior } = organisation;
  return superior !== undefined && depth > 0 && isBelow(tenancy, superior, above, depth - 1);
}

/** Those to whom it was sent act in their own organisation; the path says whose circular it is. */
export function receiptIssuer(ground: Ground): Issue {
  const { aggregates, permits } = ground;
  const tenancy = new Tenancy(aggregates);
  return plainIssuer<ReceiptCommand, ReceiptEvent, ReceiptState>(ground, {
    kind: 'RECEIPT',
    decider: receiptDecider,
    id: 'circular',
    actor: ({ scope, request }) => {
      if (request.command !== 'ReadCircular') return permits.worker(scope, request);
      return request.person === undefined ? refuse('not-signed-in') : permits.speaker(scope, request, false);
    },
    facts: async ({ scope, id, request }): Promise<ReceiptFacts> => {
      const issuer = request.parameters.issuer ?? '';
      const [{ organisation }, reader, { state }] = await Promise.all([
        tenancy.tenants(scope),
        permits.reader(scope, request),
        aggregates.load(new OrgScope(issuer).stream('CIRCULAR', id), circularHistory),
      ]);
      return { organisation, reader, issuer, circular: state };
    },
  });
}
