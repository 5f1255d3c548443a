import type { Telling } from '../../domain/alert/alert.ts';
import { dutyDetails, dutySaying } from '../../domain/alert/duty-sayings.ts';
import { tellingsOf } from '../../domain/alert/telling.ts';
import { nameOf } from '../../domain/catalogue/row-name.ts';
import { findRow } from '../../domain/catalogue/state.ts';
import type { LedgerEvent } from '../../domain/duty/events.ts';
import { type LedgerState, ledgerHistory } from '../../domain/duty/state.ts';
import { OrgScope, parseStream } from '../../domain/kernel/scope.ts';
import type { Views } from '../adapters/views.ts';
import type { BusEvent } from '../edge/bus-event.ts';
import { type AlertSources, audienceOf, historyUpTo } from './alerts.ts';
import { loadCatalogue } from './load-catalogue.ts';
import { Tenancy } from './tenancy.ts';

/** Who is to be told of an event of a ledger, from the record as it was when the event was recorded. */
export async function tellingsOfDuties(
  { log, aggregates, views }: AlertSources & { readonly views: Views },
  event: BusEvent,
): Promise<readonly Telling[]> {
  const { organisation } = parseStream(event.stream);
  const scope = new OrgScope(organisation);
  const [history, tenants, { state: catalogue }] = await Promise.all([
    historyUpTo<LedgerEvent>(log, event),
    new Tenancy(aggregates).tenants(scope),
    loadCatalogue(aggregates, scope),
  ]);
  const ledger = history.reduce<LedgerState>(
    (state, { event, at, by }) => ledgerHistory.evolve(state, event, { at, by }),
    undefined,
  );
  if (!ledger) throw new Error(`no ledger in ${event.stream}`);
  const said = history.map(dutySaying);
  if (said.at(-1) === undefined) return [];
  return tellingsOf({
    sayings: said.filter((saying) => saying !== undefined),
    ...(await audienceOf(views, organisation, tenants)),
    detailsOf: dutyDetails(ledger, (id) => {
      const row = findRow(catalogue, id);
      return row && nameOf(row);
    }),
  });
}
