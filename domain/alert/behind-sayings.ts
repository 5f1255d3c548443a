import type { CampaignEvent } from '../campaign/state.ts';
import type { CircularEvent } from '../circular/state.ts';
import type { OrganisationId } from '../kernel/scope.ts';
import type { Instant } from '../kernel/time.ts';
import { type Happening, type LadderSaying, overSaying, stepSaying } from './ladder-sayings.ts';

/**
 * What is asked of many at once, of which each is told only that they themselves are behind: a circular of whoever has to
 * do as it says, a stage of a campaign of whoever has to close it. It stands in the record of whoever asks.
 */
type AskingEvent = CircularEvent | CampaignEvent;

const NAMES = { circular: '上级下发的文件', campaign: '推进部署的阶段任务' } as const;
export type Asking = keyof typeof NAMES;

/** Whom the last of the events is about. A word of taking back is for those who were told last. */
export function unitsOf(history: readonly Happening<AskingEvent>[]): readonly OrganisationId[] {
  const last = history.at(-1)?.event;
  if (last?.type === 'LadderStepReached') return last.data.behind;
  if (last?.type !== 'CircularWithdrawn' && last?.type !== 'CampaignWithdrawn') return [];
  const lastByStage = new Map(
    history.flatMap(({ event: { type, data } }) =>
      type === 'LadderStepReached' ? [['stage' in data ? data.stage : 0, data.behind] as const] : [],
    ),
  );
  return [...new Set([...lastByStage.values()].flat())];
}

/** What was said to one of those who are asked, oldest first. */
export function behindSayings(
  matter: Asking,
  id: string,
  history: readonly Happening<AskingEvent>[],
  unit: OrganisationId,
): readonly LadderSaying[] {
  const name = NAMES[matter];
  let sayings: readonly LadderSaying[] = [];
  for (const { at, event } of history) {
    if (event.type === 'LadderStepReached' && event.data.behind.includes(unit)) {
      const stage = 'stage' in event.data ? `.${event.data.stage}` : '';
      sayings = [...sayings, stepSaying({ at, event }, { matter }, { id: `${id}${stage}`, name })];
    }
    if (event.type === 'CircularWithdrawn' || event.type === 'CampaignWithdrawn')
      sayings = withOver(sayings, at, 'waived');
  }
  return sayings;
}

/** All of what was said of is over; nothing to say where nothing had been said. */
export function withOver(
  sayings: readonly LadderSaying[],
  at: Instant,
  kind: 'met' | 'waived',
): readonly LadderSaying[] {
  const last = sayings.at(-1);
  if (last?.step === undefined) return sayings;
  const duties = new Map(sayings.flatMap(({ duties }) => duties.map((duty) => [duty.id, duty] as const)));
  return [...sayings, overSaying(at, kind, last.step, last.matter, [...duties.values()])];
}
