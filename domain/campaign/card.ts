import type { Errand } from '../item/waits.ts';
import type { OrganisationId } from '../kernel/scope.ts';
import { endOfDay, type Instant, startOfDay } from '../kernel/time.ts';
import type { Campaign, Stage } from './state.ts';

export const CAMPAIGN_TASKS = {
  'hold-training': '组织负责人培训',
  'urge-stage': '督促未跟上的单位',
} as const;
type CampaignTaskKind = keyof typeof CAMPAIGN_TASKS;

/** A campaign in a list. */
export interface CampaignCard {
  readonly id: string;
  readonly organisation: OrganisationId;
  readonly campaign: string;
  readonly units?: readonly OrganisationId[];
  /** `behind`: how many were when the stage ended; absent while it runs. */
  readonly stages: readonly (Stage & { readonly behind?: number })[];
  readonly plannedAt: Instant;
  readonly withdrawn: boolean;
  readonly waits: readonly Errand<CampaignTaskKind>[];
}

export function campaignCardOf(
  campaign: Campaign,
  { id, organisation }: Pick<CampaignCard, 'id' | 'organisation'>,
): CampaignCard {
  const { title, units, stages, plannedAt, withdrawn } = campaign;
  return {
    id,
    organisation,
    campaign: title,
    ...(units && { units }),
    stages: stages.map(({ name, from, until, closes, ended }) => ({
      name,
      from,
      until,
      closes,
      ...(ended && { behind: ended.behind.length }),
    })),
    plannedAt,
    withdrawn: withdrawn !== undefined,
    waits: withdrawn ? [] : stages.flatMap(waitsOf),
  };
}

/** While a stage runs that trainings close, one is to be held; once it is over, those behind are to be told. */
function waitsOf({
  closes,
  from,
  until,
  ended,
  urged,
}: Campaign['stages'][number]): readonly Errand<CampaignTaskKind>[] {
  if (!ended)
    return closes.includes('training')
      ? [{ kind: 'hold-training', since: startOfDay(from), due: endOfDay(until) }]
      : [];
  const isTold = urged.some(({ at }) => at >= ended.at);
  return ended.behind.length > 0 && !isTold ? [{ kind: 'urge-stage', since: ended.at }] : [];
}
