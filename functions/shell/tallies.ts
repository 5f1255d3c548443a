import { type PeriodName, periodNamed, quarterFrom } from '../../domain/duty/period.ts';
import { countsOn, type Standing } from '../../domain/duty/standing.ts';
import { sumOf, type TallyFacts, type TrendPoint, tallyDecider, tallyId } from '../../domain/duty/tally.ts';
import type { OrganisationId, OrgScope } from '../../domain/kernel/scope.ts';
import { dayOf, type Instant } from '../../domain/kernel/time.ts';
import type { Log } from '../adapters/log.ts';
import type { ViewRow, Views } from '../adapters/views.ts';
import type { Aggregates } from './aggregates.ts';
import { execute } from './execute.ts';
import type { Occasion } from './ledgers.ts';
import { Tenancy } from './tenancy.ts';
import { dutiesKey, tallySort, tallyUnderSort } from './view-keys.ts';

/** What the view of a tally shows. */
export interface TallyCard {
  readonly standing?: Standing;
  readonly trend: readonly TrendPoint[];
  readonly takenAt?: Instant;
}

/** Where a standing lay before the organisation was put under another superior. */
export interface Moved {
  readonly movedTo: OrganisationId | undefined;
}

const PAGE = 500;
/** Earlier periods in a trend of twelve. */
const EARLIER = 11;

/** A period as the view has it: the superior's own sum, and how each of those under it stands. */
export interface PeriodView {
  readonly tally: TallyCard | undefined;
  readonly parts: readonly PartStanding[];
}

export interface PartStanding {
  readonly standing: Standing;
  /** The sum of everybody under an organisation that is a superior itself; otherwise the organisation's own. */
  readonly isSum: boolean;
}

/** Everybody under the superior in the period, its own standing if it is the root: one query, page by page. */
export async function periodUnder(
  views: Pick<Views, 'list'>,
  superior: OrganisationId,
  period: PeriodName,
): Promise<PeriodView> {
  const rows: ViewRow[] = [];
  let after: string | undefined;
  do {
    const page = await views.list(dutiesKey(superior), { limit: PAGE, prefix: tallySort(period), after });
    rows.push(...page.rows);
    after = page.next;
  } while (after);
  const isTally = ({ sk }: ViewRow): boolean => sk === tallySort(period);
  return {
    tally: rows.find(isTally)?.card as TallyCard | undefined,
    parts: rows
      .filter((row) => !isTally(row) && !Object.hasOwn(row.card as object, 'movedTo'))
      .map(({ sk, card }) => {
        const standing = card as Standing;
        return { standing, isSum: sk === tallyUnderSort(period, standing.id) };
      }),
  };
}

/**
 * Takes the daily sum of a superior.
 * @param parts everybody under it in the period
 */
export async function takeTally(
  deps: { readonly log: Log; readonly aggregates: Aggregates; readonly views: Views },
  scope: OrgScope,
  period: PeriodName,
  parts: readonly PartStanding[],
  occasion: Occasion,
): Promise<void> {
  await execute(deps, tallyDecider, {
    ...occasion,
    stream: scope.stream('TALLY', tallyId(period)),
    type: 'TimePassed',
    data: {},
    facts: async (): Promise<TallyFacts> => {
      const [trend, organisation] = await Promise.all([
        trendBefore(deps.views, scope.organisation, period),
        new Tenancy(deps.aggregates).find(scope),
      ]);
      const name = organisation?.shortName ?? scope.organisation;
      const standings = parts.map(({ standing }) => standing);
      return { standing: sumOf(standings, { id: scope.organisation, name, period }), trend };
    },
  });
}

/** How the earlier periods stand by their latest sums, oldest first. */
async function trendBefore(
  views: Pick<Views, 'get'>,
  superior: OrganisationId,
  period: PeriodName,
): Promise<readonly TrendPoint[]> {
  const names = Array.from(
    { length: EARLIER },
    (_, back) => quarterFrom(periodNamed(period), -back - 1).name,
  );
  const rows = await Promise.all(names.map((name) => views.get(dutiesKey(superior), tallySort(name))));
  return rows.flatMap((row) => pointOf(row?.card as TallyCard | undefined) ?? []).toReversed();
}

function pointOf(card: TallyCard | undefined): TrendPoint | undefined {
  if (!card?.standing || card.takenAt === undefined) return undefined;
  const { period, units, soon, classes } = card.standing;
  return { period, units, ...countsOn(dayOf(card.takenAt), soon, Object.values(classes)) };
}
