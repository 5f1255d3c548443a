import type { Climb, LadderStepReached, Steps } from '../duty/climb.ts';
import type { DomainEvent, EventContext, History } from '../kernel/decider.ts';
import type { OrganisationId } from '../kernel/scope.ts';
import type { Instant } from '../kernel/time.ts';
import type { CampaignCommandOf } from './commands.ts';

type Planned = Readonly<CampaignCommandOf<'PlanCampaign'>['data']>;
export type Stage = Planned['stages'][number];

export type CampaignEvent =
  /** `steps`: of each stage, on which days it is spoken of. */
  | DomainEvent<'CampaignPlanned', Planned & { readonly steps?: readonly Steps[] }>
  | DomainEvent<'StageMoved', CampaignCommandOf<'MoveStage'>['data'] & { steps?: Steps }>
  /** `behind`: who had not done on its last day what closes it. */
  | DomainEvent<'StageEnded', { stage: number; behind: readonly OrganisationId[] }>
  | DomainEvent<'StageUrged', { stage: number; behind: readonly OrganisationId[]; note: string }>
  | DomainEvent<'CampaignWithdrawn', { reason: string }>
  /** `behind`: who has not closed the stage. Once that is nobody, no more is said of it. */
  | LadderStepReached<{ stage: number; behind: readonly OrganisationId[] }>;

/** What the record says of a stage beside its plan. */
export interface StageCourse extends Climb {
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
    const { steps = [], ...planned } = event.data;
    const stages = planned.stages.map((stage, index) => ({ ...stage, ...laid(steps[index]), urged: [] }));
    return { ...planned, stages, plannedAt: at };
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

const laid = (steps: Steps | undefined): Climb => (steps ? { steps } : {});

/** A stage that was given more time is running again. */
function moved(
  stage: Campaign['stages'][number],
  event: Exclude<CampaignEvent, { type: 'CampaignPlanned' | 'CampaignWithdrawn' }>,
  at: Instant,
): Campaign['stages'][number] {
  switch (event.type) {
    case 'StageMoved': {
      const { ended: _, steps: _s, spoken: _sp, ...rest } = stage;
      const { from, until, steps } = event.data;
      return { ...rest, from, until, ...laid(steps) };
    }
    case 'StageEnded':
      return { ...stage, ended: { at, behind: event.data.behind } };
    case 'LadderStepReached': {
      const { steps, ...rest } = stage;
      return { ...rest, ...laid(event.data.behind.length > 0 ? steps : undefined), spoken: event.data.step };
    }
    case 'StageUrged': {
      const { note, behind } = event.data;
      return { ...stage, urged: [{ at, note, behind }, ...stage.urged] };
    }
  }
}
