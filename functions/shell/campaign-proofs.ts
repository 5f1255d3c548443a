import type { ActivityCard } from '../../domain/activity/card.ts';
import type { Criterion } from '../../domain/campaign/criteria.ts';
import type { Proof, UnitProofs } from '../../domain/campaign/progress.ts';
import { type CatalogueState, effectiveRows } from '../../domain/catalogue/state.ts';
import { isExcusedForGood } from '../../domain/duty/duty.ts';
import { type Ledger, ledgerHistory, ledgerId } from '../../domain/duty/state.ts';
import type { OrgScope } from '../../domain/kernel/scope.ts';
import { dayOf, type Instant } from '../../domain/kernel/time.ts';
import { holders } from '../../domain/organisation/authority.ts';
import type { Organisation } from '../../domain/organisation/organisation.ts';
import { powerHistory } from '../../domain/power/state.ts';
import { POWERS_ID } from '../../domain/power/vocabulary.ts';
import { PROFILE_ID, profileHistory } from '../../domain/profile/state.ts';
import type { FilingCard } from '../../domain/summary/filing-state.ts';
import type { Aggregates } from './aggregates.ts';
import { loadCatalogue } from './load-catalogue.ts';
import { headsOf } from './reading/heads.ts';
import type { Tenancy } from './tenancy.ts';

/** What was found in the views for all units at once. */
export interface Shared {
  readonly activities: readonly ActivityCard[];
  readonly filings: readonly FilingCard[];
}

export interface ProofRequest {
  readonly criteria: ReadonlySet<Criterion>;
  /** Quarters whose ledgers may tell, oldest first. */
  readonly periods: readonly string[];
  readonly now: Instant;
}

/**
 * What the record of one unit holds of what is asked for. Everything it reads is asked for in one tick, so that all
 * units of a campaign together are one look at the record (see `Tails`).
 */
export async function unitProofs(
  { aggregates, tenancy }: { readonly aggregates: Aggregates; readonly tenancy: Tenancy },
  scope: OrgScope,
  shared: Shared,
  { criteria, periods, now }: ProofRequest,
): Promise<UnitProofs> {
  const unit = scope.organisation;
  const asks = (...names: readonly Criterion[]): boolean => names.some((name) => criteria.has(name));
  const [organisation, catalogue, profile, powers, ...ledgers] = await Promise.all([
    asks('leading-group', 'training', 'ledger') ? tenancy.find(scope) : undefined,
    asks('mandated-rows') ? loadCatalogue(aggregates, scope) : undefined,
    asks('scheme') ? aggregates.load(scope.stream('PROFILE', PROFILE_ID), profileHistory) : undefined,
    asks('register') ? aggregates.load(scope.stream('POWERS', POWERS_ID), powerHistory) : undefined,
    ...(asks('mandated-rows', 'disclosure', 'ledger')
      ? periods.map((period) => aggregates.load(scope.stream('LEDGER', ledgerId(period)), ledgerHistory))
      : []),
  ]);
  const kept = ledgers.flatMap(({ state }) => state ?? []);
  const own = shared.activities.filter((card) => card.organisation === unit && !card.withdrawn);
  return {
    'leading-group': organisation ? groupProofs(unit, organisation, now) : [],
    scheme: publishedProofs(unit, 'scheme', profile?.state.schemes[0]?.publishedAt),
    register: publishedProofs(unit, 'register', powers?.state.editions[0]?.at),
    ledger: organisation ? ledgerProofs(unit, organisation, kept) : [],
    'mandated-rows': catalogue ? rowProofs(unit, catalogue.state, kept) : [],
    mobilisation: inOrder(own.filter(({ meeting }) => meeting?.type === 'mobilisation').map(activityProof)),
    training: organisation ? trainingProofs(unit, organisation, shared.activities, now) : [],
    disclosure: inOrder(kept.flatMap((ledger) => disclosures(unit, ledger).map(({ proof }) => proof))),
    report: inOrder(
      shared.filings
        .filter(({ organisation: from, stage }) => from === unit && stage !== 'returned')
        .map(({ id, filedAt }) => ({ on: dayOf(filedAt), kind: 'filing', organisation: unit, id })),
    ),
  };
}

const inOrder = (proofs: readonly Proof[]): readonly Proof[] =>
  proofs.toSorted((a, b) => (a.on < b.on ? -1 : 1));

/** There is a group while somebody heads it; it has been there since its first seat was filled. */
function groupProofs(unit: string, organisation: Organisation, now: Instant): readonly Proof[] {
  if (holders(organisation, [{ body: 'leading-group', position: 'head' }], now).size === 0) return [];
  const [first] = organisation.seats
    .filter(({ body }) => body === 'leading-group')
    .map(({ from }) => from)
    .toSorted();
  return first === undefined ? [] : [{ on: first, kind: 'seats', organisation: unit, id: '' }];
}

/** What has one page only, since it was published first. */
const publishedProofs = (
  unit: string,
  kind: 'scheme' | 'register',
  at: Instant | undefined,
): readonly Proof[] => (at === undefined ? [] : [{ on: dayOf(at), kind, organisation: unit, id: '' }]);

function ledgerProofs(unit: string, { since }: Organisation, ledgers: readonly Ledger[]): readonly Proof[] {
  return ledgers.map(({ period }) => ({
    on: period.from > since ? period.from : since,
    kind: 'ledger',
    organisation: unit,
    id: period.name,
  }));
}

/** What the ledger was told of, without what showed nothing new. */
const disclosures = (unit: string, { disclosed, period }: Ledger) =>
  disclosed
    .filter(({ forms }) => forms.length > 0)
    .map(({ row, item, on }) => ({
      row,
      proof: {
        on,
        ...(item === undefined
          ? { kind: 'ledger' as const, id: period.name }
          : { kind: 'item' as const, id: item }),
        organisation: unit,
      },
    }));

/** First disclosure of every row that its superior asks for, without those that were excused for good. */
function rowProofs(
  unit: string,
  catalogue: CatalogueState,
  ledgers: readonly Ledger[],
): UnitProofs['mandated-rows'] {
  const [first] = ledgers;
  const told = ledgers.flatMap((ledger) => disclosures(unit, ledger));
  const excused = new Set(
    ledgers.flatMap(({ duties }) =>
      Object.values(duties).flatMap((duty) => (duty.row && isExcusedForGood(duty) ? [duty.row] : [])),
    ),
  );
  return effectiveRows(catalogue)
    .filter(({ id, mandated }) => mandated && !excused.has(id))
    .map(({ id }): Proof | undefined => {
      const before = first?.before.last[id];
      if (first && before !== undefined)
        return { on: before, kind: 'ledger', organisation: unit, id: first.period.name };
      return inOrder(told.filter(({ row }) => row === id).map(({ proof }) => proof))[0];
    });
}

/** Of each head, whoever held the training. */
const trainingProofs = (
  unit: string,
  organisation: Organisation,
  activities: readonly ActivityCard[],
  now: Instant,
): UnitProofs['training'] =>
  headsOf(unit, organisation, now).map(({ person }) =>
    inOrder(
      activities
        .filter(
          ({ kind, withdrawn, trained = [] }) =>
            kind === 'training' && !withdrawn && isAmong(trained, unit, person),
        )
        .map(activityProof),
    ),
  );

const isAmong = (
  trained: NonNullable<ActivityCard['trained']>,
  unit: string,
  head: string | undefined,
): boolean => trained.some(({ person, organisation }) => person === head && organisation === unit);

const activityProof = ({ id, organisation, heldOn }: ActivityCard): Proof => ({
  on: heldOn,
  kind: 'activity',
  organisation,
  id,
});
