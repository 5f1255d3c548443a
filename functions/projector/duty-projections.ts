import { findRow } from '../../domain/catalogue/state.ts';
import { ledgerDecider } from '../../domain/duty/ledger.ts';
import type { Period } from '../../domain/duty/period.ts';
import { standingOf } from '../../domain/duty/standing.ts';
import type { LedgerState } from '../../domain/duty/state.ts';
import { type TallyState, tallyDecider } from '../../domain/duty/tally.ts';
import {
  type OrganisationId,
  OrgScope,
  type StreamName,
  type StreamParts,
} from '../../domain/kernel/scope.ts';
import { startOfDay } from '../../domain/kernel/time.ts';
import { housesOf } from '../../domain/organisation/affiliation.ts';
import type { OrganisationState } from '../../domain/organisation/organisation.ts';
import type { ViewRow } from '../adapters/views.ts';
import type { Aggregates, Loaded } from '../shell/aggregates.ts';
import { waiting } from '../shell/due.ts';
import { loadCatalogue } from '../shell/load-catalogue.ts';
import type { Moved } from '../shell/tallies.ts';
import type { Tenancy } from '../shell/tenancy.ts';
import { dutiesKey, standingSort, tallySort, tallyUnderSort } from '../shell/view-keys.ts';
import type { Around, Projection } from './projections.ts';

export const ledgerProjection = ({ aggregates, tenancy }: Around): Projection<LedgerState> => ({
  decider: ledgerDecider,
  rows: (parts, loaded, stream) => ledgerRows(aggregates, tenancy, parts, loaded, stream),
});

export const tallyProjection = ({ tenancy }: Around): Projection<TallyState> => ({
  decider: tallyDecider,
  rows: (parts, loaded, stream) => tallyRows(tenancy, parts, loaded, stream),
});

/** How an organisation stands lies under its superior, where the superior's office finds all of them in one query. */
async function ledgerRows(
  aggregates: Aggregates,
  tenancy: Tenancy,
  { organisation }: StreamParts,
  { state, version }: Loaded<LedgerState>,
  stream: StreamName,
): Promise<readonly ViewRow[]> {
  if (!state) throw new Error(`no ledger in ${stream}`);
  const scope = new OrgScope(organisation);
  const [tenant, { state: catalogue }] = await Promise.all([
    tenancy.find(scope),
    loadCatalogue(aggregates, scope),
  ]);
  // A row keeps its class, also after it was dropped, so that a rebuilt standing is the same.
  const rows = Object.values(state.duties).flatMap(({ row }) => (row && findRow(catalogue, row)) || []);
  const name = tenant?.shortName ?? organisation;
  const row = {
    sk: standingSort(state.period.name, organisation),
    version,
    card: standingOf(state, { id: organisation, name, rows: inOrder(rows, catalogue.template?.rows ?? []) }),
    ...waiting(ledgerDecider, state, stream),
  };
  const houses = housesIn(tenant, state.period);
  return houses.length > 0 ? lyingIn(houses, row) : [{ pk: dutiesKey(organisation), ...row }];
}

/** A quarter counts with whom the organisation stands under when it ends. */
const housesIn = (tenant: OrganisationState, { from, until }: Period): readonly OrganisationId[] =>
  tenant ? housesOf(tenant, until, startOfDay(from)) : [];

/** The row where it belongs, and where it lay before the organisation was moved a word that it does no longer. */
function lyingIn(houses: readonly OrganisationId[], row: Omit<ViewRow, 'pk'>): readonly ViewRow[] {
  const last = houses.at(-1);
  return houses.map((house) => {
    const pk = dutiesKey(house);
    const { sk, version } = row;
    return house === last ? { pk, ...row } : { pk, sk, version, card: { movedTo: last } satisfies Moved };
  });
}

/** Classes come in the order of the official catalogue. */
function inOrder<Row extends { readonly id: string }>(
  rows: readonly Row[],
  template: readonly { readonly id: string }[],
): readonly Row[] {
  const rank = new Map(template.map(({ id }, index) => [id, index]));
  const rankOf = ({ id }: Row) => rank.get(id) ?? template.length;
  return rows.toSorted((a, b) => rankOf(a) - rankOf(b));
}

/** A sum lies with whoever it is the sum of, and again under their superior. */
async function tallyRows(
  tenancy: Tenancy,
  { organisation }: StreamParts,
  { state, version }: Loaded<TallyState>,
  stream: StreamName,
): Promise<readonly ViewRow[]> {
  if (!state) throw new Error(`no tally in ${stream}`);
  const { period, standing, trend, takenAt } = state;
  const card = { standing, trend, takenAt };
  const own = {
    pk: dutiesKey(organisation),
    sk: tallySort(period.name),
    version,
    card,
    ...waiting(tallyDecider, state, stream),
  };
  const houses = housesIn(await tenancy.find(new OrgScope(organisation)), period);
  if (!standing) return [own];
  return [
    own,
    ...lyingIn(houses, { sk: tallyUnderSort(period.name, organisation), version, card: standing }),
  ];
}
