import type { Criterion } from '../../domain/campaign/criteria.ts';
import { missed, type StageState, stageState } from '../../domain/campaign/progress.ts';
import type { Campaign } from '../../domain/campaign/state.ts';
import { quarterFrom, quarterOf, quarterOfDay } from '../../domain/duty/period.ts';
import { type OrganisationId, OrgScope } from '../../domain/kernel/scope.ts';
import { type Day, dayOf, type Instant } from '../../domain/kernel/time.ts';
import type { FilingCard } from '../../domain/summary/filing-state.ts';
import type { Views } from '../adapters/views.ts';
import type { Aggregates } from './aggregates.ts';
import { unitProofs } from './campaign-proofs.ts';
import { activitiesAround } from './reading/activity-cards.ts';
import { ledUnits } from './reading/led-units.ts';
import { organisationCards } from './reading/organisation-cards.ts';
import type { OrganisationCard } from './reading/organisation-reading.ts';
import type { Tenancy } from './tenancy.ts';
import { filingsKey } from './view-keys.ts';

export interface CampaignSources {
  readonly aggregates: Aggregates;
  readonly tenancy: Tenancy;
  readonly views: Pick<Views, 'list' | 'listIndex'>;
  readonly district: OrganisationId;
}

/** How one unit stands with every stage of a campaign. */
export interface UnitProgress {
  readonly id: OrganisationId;
  readonly name: string;
  readonly stages: readonly StageState[];
}

/** A campaign that runs for longer than two years is told by its last ones. */
const MOST_QUARTERS = 8;
const PAGE = 500;

/**
 * How the units of a campaign stand on the day, from the record as it is now. The views are asked a number of times that
 * depends on the superiors among the units and the years of the campaign; the record once for all of them.
 * @param only one unit, where nobody asks for the others
 */
export async function progressOf(
  sources: CampaignSources,
  planner: OrganisationId,
  campaign: Pick<Campaign, 'units' | 'stages'>,
  now: Instant,
  only?: OrganisationId,
): Promise<readonly UnitProgress[]> {
  const { views, district } = sources;
  const cards = await organisationCards(views, district);
  const units = ledUnits(cards, planner)
    .filter(({ id }) => campaign.units?.includes(id) ?? true)
    .filter(({ id }) => only === undefined || id === only);
  const criteria = new Set<Criterion>(campaign.stages.flatMap(({ closes }) => closes));
  const begins = campaign.stages.map(({ from }) => from).toSorted()[0] ?? dayOf(now);
  const [activities, filings] = await Promise.all([
    criteria.has('training') || criteria.has('mobilisation')
      ? activitiesAround(views, cards, { top: planner, units, years: yearsFrom(begins, now) })
      : [],
    criteria.has('report') ? filingsOf(views, units) : [],
  ]);
  const request = { criteria, periods: periodsFrom(begins, now), now };
  const found = await Promise.all(
    units.map(async (unit) => ({
      unit,
      proofs: await unitProofs(sources, new OrgScope(unit.id), { activities, filings }, request),
    })),
  );
  const today = dayOf(now);
  return found.map(({ unit: { id, shortName }, proofs }) => ({
    id,
    name: shortName,
    stages: campaign.stages.map((stage) => stageState(stage, proofs, today)),
  }));
}

/** Who had not done in time what closes the stage. */
export const behindWith = (units: readonly UnitProgress[], stage: number): readonly OrganisationId[] =>
  units.filter(({ stages }) => stages[stage] && missed(stages[stage])).map(({ id }) => id);

function yearsFrom(day: Day, now: Instant): readonly number[] {
  const [first, last] = [day, dayOf(now)].map((each) => Number(each.slice(0, 4))) as [number, number];
  return Array.from({ length: Math.max(0, last - first) + 1 }, (_, index) => first + index);
}

function periodsFrom(day: Day, now: Instant): readonly string[] {
  const first = quarterOfDay(day);
  const names: string[] = [];
  for (let quarter = quarterOf(now); quarter.until >= first.from && names.length < MOST_QUARTERS; ) {
    names.unshift(quarter.name);
    quarter = quarterFrom(quarter, -1);
  }
  return names;
}

/** What was filed with the superiors of the units, those of one superior in one list. */
async function filingsOf(
  views: Pick<Views, 'listIndex'>,
  units: readonly OrganisationCard[],
): Promise<readonly FilingCard[]> {
  const superiors = [...new Set(units.flatMap(({ superior }) => superior ?? []))];
  const found = superiors.map(async (superior) => {
    const cards: FilingCard[] = [];
    let after: string | undefined;
    do {
      const page = await views.listIndex('board', filingsKey(superior), { limit: PAGE, after });
      cards.push(...page.rows.map(({ card }) => card as FilingCard));
      after = page.next;
    } while (after !== undefined);
    return cards;
  });
  return (await Promise.all(found)).flat();
}
