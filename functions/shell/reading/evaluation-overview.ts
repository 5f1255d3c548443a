import { type Assessment, assessmentHistory } from '../../../domain/evaluation/assessment/state.ts';
import type { DisputeCard } from '../../../domain/evaluation/card.ts';
import { type Choice, chosen, standingOf, type UnitStanding } from '../../../domain/evaluation/overview.ts';
import { type Shares, sharesOf } from '../../../domain/evaluation/rating.ts';
import { roundHistory } from '../../../domain/evaluation/round/state.ts';
import type { QuarterSignal } from '../../../domain/evaluation/year.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { type OrganisationId, OrgScope } from '../../../domain/kernel/scope.ts';
import { mayWork, type Reader } from '../../../domain/visibility.ts';
import type { ViewRow } from '../../adapters/views.ts';
import { assessmentSort, assessmentsKey, disputesKey } from '../view-keys.ts';
import { organisationCards } from './organisation-cards.ts';
import { rowsUnder } from './rows.ts';
import type { Sources } from './sources.ts';

/** A year of all units of a superior beside each other; a unit sees itself, and what was disclosed of all. */
export interface OverviewReading {
  readonly organisation: OrganisationId;
  readonly year: string;
  /** Those right below that were asked for; absent where none are appraised from here. */
  readonly units?: readonly UnitStanding[];
  /** How many there are in all. */
  readonly count?: number;
  /** Of those below that have a rating, whichever were asked for. */
  readonly shares?: Shares;
  /** The unit itself, in the round of its superior, with the shares once they are disclosed. */
  readonly own?: { readonly standing: UnitStanding; readonly shares?: Shares };
}

const PAGE = 500;

/**
 * What appraisals found, put side by side. Nothing is reckoned anew: two queries of views and one list of names, however
 * much the record of the units holds.
 *
 * @throws Refusal `not-found` for whoever does not work there
 */
export async function overviewOf(
  sources: Sources,
  scope: OrgScope,
  reader: Reader,
  year: string,
  choice: Choice,
): Promise<OverviewReading> {
  const { aggregates, tenancy, views, district } = sources;
  const { organisation } = await tenancy.tenants(scope);
  if (!mayWork(reader, scope.organisation)) refuse('not-found');
  const [{ state: round }, names, own] = await Promise.all([
    aggregates.load(scope.stream('ROUND', year), roundHistory),
    namesOf(sources, district),
    organisation.superior === undefined
      ? undefined
      : ownStanding(sources, scope, organisation.superior, organisation.shortName, year),
  ]);
  const found = { organisation: scope.organisation, year, ...(own && { own }) };
  if (!round) return found;
  const [assessments, disputes] = await Promise.all([
    boardOf(views, assessmentsKey(scope.organisation), assessmentSort(year, '')),
    boardOf(views, disputesKey(scope.organisation), year),
  ]);
  const known = new Map(
    assessments.map(({ card }) => {
      const row = card as Assessment & { readonly organisation: OrganisationId };
      return [row.organisation, row] as const;
    }),
  );
  const explained = explainedIn(disputes.map(({ card }) => card as DisputeCard));
  const units = round.units.map((id) =>
    standingOf(id, names.get(id) ?? id, known.get(id), (signal) => explained(id, signal)),
  );
  return {
    ...found,
    units: chosen(units, choice),
    count: units.length,
    shares: sharesOf(units.flatMap(({ rating }) => rating ?? [])),
  };
}

async function ownStanding(
  { aggregates, views }: Sources,
  scope: OrgScope,
  superior: OrganisationId,
  name: string,
  year: string,
): Promise<OverviewReading['own']> {
  const [{ state: round }, { state: assessment }] = await Promise.all([
    aggregates.load(new OrgScope(superior).stream('ROUND', year), roundHistory),
    aggregates.load(scope.stream('ASSESSMENT', year), assessmentHistory),
  ]);
  if (!round?.units.includes(scope.organisation)) return undefined;
  const rows = await Array.fromAsync(rowsUnder(views, scope.partition('SIGNAL'), `${year}q`));
  const explained = explainedIn(rows.map(({ card }) => card as DisputeCard));
  const standing = standingOf(scope.organisation, name, assessment, (signal) =>
    explained(scope.organisation, signal),
  );
  return { standing, ...(round.disclosed && { shares: round.disclosed.shares }) };
}

/** Confirmed by the superior it stays open: it has to be mended, and the next look shows whether it was. */
function explainedIn(disputes: readonly DisputeCard[]) {
  const keyOf = (organisation: OrganisationId, { period, signal }: QuarterSignal) =>
    `${organisation}#${period}#${signal}`;
  const settled = new Set(
    disputes
      .filter(({ answer }) => answer?.outcome === 'explained')
      .map((dispute) => keyOf(dispute.organisation, dispute)),
  );
  return (organisation: OrganisationId, signal: QuarterSignal): boolean =>
    settled.has(keyOf(organisation, signal));
}

async function namesOf({ views }: Pick<Sources, 'views'>, district: OrganisationId) {
  const cards = await organisationCards(views, district);
  return new Map(cards.map(({ id, shortName }) => [id, shortName]));
}

async function boardOf(views: Sources['views'], key: string, prefix: string): Promise<readonly ViewRow[]> {
  const rows: ViewRow[] = [];
  let after: string | undefined;
  do {
    const page = await views.listIndex('board', key, { limit: PAGE, after, prefix });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== undefined);
  return rows;
}
