import { earliest, nextStepAt, type Steps, stepReached, stepsBy } from '../duty/climb.ts';
import type { Decider } from '../kernel/decider.ts';
import { dayOf, endOfDay, type Instant } from '../kernel/time.ts';
import { requireSeat } from '../organisation/authority.ts';
import { personalData } from '../screening/personal-data.ts';
import type { CampaignCommand, CampaignCommandOf } from './commands.ts';
import { refuse } from './refusals.ts';
import {
  type Campaign,
  type CampaignEvent,
  type CampaignState,
  campaignHistory,
  type Stage,
} from './state.ts';

/** 推进部署: planned by a superior; what closes a stage is found in the record of each unit, never said by anybody. */
export const campaignDecider: Decider<CampaignCommand, CampaignEvent, CampaignState> = {
  ...campaignHistory,
  decide,
  nextDue,
};

function decide(command: CampaignCommand, state: CampaignState): readonly CampaignEvent[] {
  if (command.type === 'TimePassed') return passTime(command, state ?? refuse('campaign-unknown'));
  const { actor, now, facts } = command;
  requireSeat(actor, facts.organisation, facts.organisation.policy.proposers, now);
  if (command.type === 'PlanCampaign') {
    if (state) refuse('campaign-exists');
    return plan(command);
  }
  const campaign = state ?? refuse('campaign-unknown');
  if (campaign.withdrawn) refuse('campaign-withdrawn');
  switch (command.type) {
    case 'MoveStage':
      return move(command, campaign);
    case 'UrgeStage':
      return urge(command, campaign);
    case 'WithdrawCampaign':
      return [{ type: 'CampaignWithdrawn', data: command.data }];
  }
}

function plan({ data, facts, now }: CampaignCommandOf<'PlanCampaign'>): readonly CampaignEvent[] {
  requireOrder(data.stages, (index) => `stages.${index}.until`);
  const { units, title, about = '' } = data;
  const elsewhere = units?.findIndex((unit) => !facts.units.includes(unit)) ?? -1;
  if (elsewhere >= 0) refuse('campaign-unit-elsewhere', { field: `units.${elsewhere}` });
  for (const [field, text] of Object.entries({ title, about })) requireImpersonal(text, field);
  const steps = data.stages.map((stage) => stepsOf(stage, facts, now));
  return [
    { type: 'CampaignPlanned', data: { ...data, steps, ...(units && { units: [...new Set(units)] }) } },
  ];
}

/** Nobody is told of a stage that has not begun. */
function stepsOf(
  { from, until }: Pick<Stage, 'from' | 'until'>,
  facts: CampaignCommand['facts'],
  now: Instant,
): Steps {
  return Object.fromEntries(Object.entries(stepsBy(until, facts, now)).filter(([, day]) => day >= from));
}

function move(
  { data, facts, now }: CampaignCommandOf<'MoveStage'>,
  campaign: Campaign,
): readonly CampaignEvent[] {
  const { from, until } = data;
  const before = stageAt(campaign, data.stage);
  if (before.from === from && before.until === until) return [];
  const stages = campaign.stages.map((stage, index) => (index === data.stage ? { from, until } : stage));
  requireOrder(stages, () => 'until');
  return [{ type: 'StageMoved', data: { ...data, steps: stepsOf({ from, until }, facts, now) } }];
}

function urge(
  { data, facts, now }: CampaignCommandOf<'UrgeStage'>,
  campaign: Campaign,
): readonly CampaignEvent[] {
  const { until } = stageAt(campaign, data.stage);
  if (dayOf(now) <= until) refuse('campaign-stage-running', { until });
  const behind = facts.behind[data.stage] ?? [];
  if (behind.length === 0) refuse('campaign-nobody-behind');
  requireImpersonal(data.note, 'note');
  return [{ type: 'StageUrged', data: { ...data, behind } }];
}

/** Those of the stages that are over and of which the record does not say so yet. */
export const endedBy = ({ stages, withdrawn }: Campaign, now: Instant): readonly number[] =>
  withdrawn
    ? []
    : stages.flatMap(({ ended, until }, index) => (!ended && endOfDay(until) <= now ? [index] : []));

function passTime(
  { now, facts }: CampaignCommandOf<'TimePassed'>,
  campaign: Campaign,
): readonly CampaignEvent[] {
  const ended = endedBy(campaign, now).map(
    (stage) => ({ type: 'StageEnded', data: { stage, behind: looked(facts.behind, stage) } }) as const,
  );
  const spoken = reachedBy(campaign, now).map(({ stage, dueOn, ...rung }) => {
    const behind = looked(facts.open, stage);
    return { type: 'LadderStepReached', data: { ...rung, stage, dueOn, behind } } as const;
  });
  return [...ended, ...spoken];
}

function looked(found: CampaignCommand['facts']['behind'], stage: number) {
  const units = found[stage];
  if (!units) throw new Error(`nobody looked who is behind with stage ${stage}`);
  return units;
}

/** Those of the stages of which a step of the ladder was reached that was not spoken of. */
export const reachedBy = ({ stages, withdrawn }: Campaign, now: Instant) =>
  withdrawn
    ? []
    : stages.flatMap((course, stage) => {
        const rung = stepReached(course, now);
        return rung ? [{ ...rung, stage, dueOn: course.until }] : [];
      });

function nextDue(campaign: CampaignState): Instant | undefined {
  if (!campaign || campaign.withdrawn) return undefined;
  return earliest(
    ...campaign.stages.flatMap((stage) => [
      stage.ended ? undefined : endOfDay(stage.until),
      nextStepAt(stage),
    ]),
  );
}

const stageAt = ({ stages }: Campaign, index: number) =>
  stages[index] ?? refuse('campaign-stage-unknown', { field: 'stage' });

function requireOrder(
  stages: readonly Pick<Stage, 'from' | 'until'>[],
  fieldOf: (index: number) => string,
): void {
  for (const [index, { from, until }] of stages.entries()) {
    const before = stages[index - 1];
    if (from > until || (before && (from < before.from || until < before.until)))
      refuse('campaign-stage-dates', { field: fieldOf(index) });
  }
}

function requireImpersonal(text: string, field: string): void {
  const { length: count } = personalData(text, field);
  if (count > 0) refuse('campaign-holds-personal-data', { field, count });
}
