import { endedBy, reachedBy } from '../../domain/campaign/campaign.ts';
import type { CampaignCommand, CampaignFacts } from '../../domain/campaign/commands.ts';
import type { Campaign, CampaignState } from '../../domain/campaign/state.ts';
import type { OrgScope } from '../../domain/kernel/scope.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import type { Calendars } from './calendars.ts';
import { behindWith, type CampaignSources, progressOf } from './campaign-progress.ts';
import { ledUnits } from './reading/led-units.ts';
import { organisationCards } from './reading/organisation-cards.ts';

interface Asked {
  readonly type: string;
  readonly data: object;
  readonly now: Instant;
}

/** What a decision on a campaign rests on: whom it may be for, and who is behind with the stage that it is about. */
export async function campaignFacts(
  sources: CampaignSources & { readonly calendars: Calendars },
  scope: OrgScope,
  { type, data, now }: Asked,
  state: Promise<CampaignState>,
): Promise<CampaignFacts> {
  const { organisation: planner } = scope;
  const [tenants, { calendar }, campaign] = await Promise.all([
    sources.tenancy.tenants(scope),
    sources.calendars.current(),
    state,
  ]);
  const isPlan = type === ('PlanCampaign' satisfies CampaignCommand['type']);
  const cards = isPlan ? await organisationCards(sources.views, sources.district) : [];
  const units = ledUnits(cards, planner).map(({ id }) => id);
  const stages = campaign ? stagesAskedFor(type, data, campaign, now) : [];
  const spoken = campaign && type === 'TimePassed' ? reachedBy(campaign, now).map(({ stage }) => stage) : [];
  const found = { ...tenants, calendar, units };
  if (!campaign || stages.length + spoken.length === 0) return { ...found, behind: {}, open: {} };
  const progress = await progressOf(sources, planner, campaign, now);
  return {
    ...found,
    behind: Object.fromEntries(stages.map((stage) => [stage, behindOf(type, progress, stage)])),
    open: Object.fromEntries(spoken.map((stage) => [stage, notClosed(progress, stage)])),
  };
}

/** Whoever is urged has not closed the stage at all; whoever closed it late was behind when it ended. */
function behindOf(type: string, progress: Awaited<ReturnType<typeof progressOf>>, stage: number) {
  if (type === 'TimePassed') return behindWith(progress, stage);
  return progress.filter(({ stages }) => stages[stage]?.state === 'behind').map(({ id }) => id);
}

const notClosed = (progress: Awaited<ReturnType<typeof progressOf>>, stage: number) =>
  progress.filter(({ stages }) => stages[stage]?.state !== 'closed').map(({ id }) => id);

function stagesAskedFor(type: string, data: object, campaign: Campaign, now: Instant): readonly number[] {
  if (type === 'TimePassed') return endedBy(campaign, now);
  return type === 'UrgeStage' ? [(data as { stage: number }).stage] : [];
}
