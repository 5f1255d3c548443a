import type { DomainEvent, EventContext, History } from '../kernel/decider.ts';
import type { OrganisationId } from '../kernel/scope.ts';
import type { Instant } from '../kernel/time.ts';
import type { CampaignCommandOf } from './commands.ts';

type Planned = Readonly<CampaignCommandOf<'PlanCampaign'>['data']>;
export type Stage = Planned['stages'][number];

export type CampaignEvent =
  | DomainEvent<'CampaignPlanned', Planned>
  | DomainEvent<'StageMoved', CampaignCommandOf<'MoveStage'>['data']>
  /** `behind`: who had not done on its last day what closes it. */
  | DomainEvent<'StageEnded', { stage: number; behind: readonly OrganisationId[] }>
  | DomainEvent<'StageUrged', { stage: number; behind: readonly OrganisationId[]; note: string }>
  | DomainEvent<'CampaignWithdrawn', { reason: string }>;

/** What the record says of a stage beside its plan. */
export interface StageCourse {
  readonly ended?: { readonly at: Instant; readonly behind: readonly OrganisationId[] };
  /** Last first. */
  readonly urged: readonly {
    readonly at: Instant;
    readonly note: string;
    readonly behind: readonly OrganisationId[];
  }[];
}

/** 推进部署: a roll-out in dated stages, for everybody below. */
export interface Campaign extends Omit<Planned, 'stages'> {
  readonly stages: readonly (Stage & StageCourse)[];
  readonly plannedAt: Instant;
  readonly withdrawn?: { readonly reason: string; readonly at: Instant };
}
export type CampaignState = Campaign | undefined;

export const campaignHistory: History<CampaignEvent, CampaignState> = { initial: undefined, evolve };

function evolve(state: CampaignState, event: CampaignEvent, { at }: EventContext): CampaignState {
  if (event.type === 'CampaignPlanned') {
    const stages = event.data.stages.map((stage) => ({ ...stage, urged: [] }));
    return { ...event.data, stages, plannedAt: at };
  }
  if (!state) return state;
  if (event.type === 'CampaignWithdrawn') return { ...state, withdrawn: { ...event.data, at } };
  return {
    ...state,
    stages: state.stages.map((stage, index) =>
      index === event.data.stage ? moved(stage, event, at) : stage,
    ),
  };
}

/** A stage that was given more time is running again. */
function moved(
  stage: Campaign['stages'][number],
  event: Exclude<CampaignEvent, { type: 'CampaignPlanned' | 'CampaignWithdrawn' }>,
  at: Instant,
): Campaign['stages'][number] {
  switch (event.type) {
    case 'StageMoved': {
      const { ended: _, ...rest } = stage;
      return { ...rest, from: event.data.from, until: event.data.until };
    }
    case 'StageEnded':
      return { ...stage, ended: { at, behind: event.data.behind } };
    case 'StageUrged': {
      const { note, behind } = event.data;
      return { ...stage, urged: [{ at, note, behind }, ...stage.urged] };
    }
  }
}
