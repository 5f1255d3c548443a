import { earliest, nextStepAt, stepReached } from '../duty/climb.ts';
import { type Day, endOfDay, type Instant, startOfDay } from '../kernel/time.ts';
import type { DecisionEvent, Moment } from './events.ts';
import { type Action, type Decision, type DecisionState, isDone, momentKey } from './state.ts';
import { discloseBy, leadOver } from './steps.ts';

interface Due {
  readonly what: Moment;
  readonly on: Day;
  readonly action?: number;
  readonly at: Instant;
}

/** What the clock will say if nobody does anything, and has not said yet. */
function momentsAhead(decision: Decision): readonly Due[] {
  if (decision.withdrawn) return [];
  const { notice, publicity, meeting, disclosure, skipped, fellDue } = decision;
  const by = disclosure || skipped.disclosure ? undefined : discloseBy(decision);
  const dues: readonly Due[] = [
    ...(notice && !meeting
      ? [{ what: 'notice-over' as const, on: leadOver(decision), at: startOfDay(leadOver(decision)) }]
      : []),
    ...(publicity && !meeting
      ? [{ what: 'publicity-over' as const, on: publicity.until, at: endOfDay(publicity.until) }]
      : []),
    ...(by === undefined ? [] : [{ what: 'disclosure-overdue' as const, on: by, at: endOfDay(by) }]),
    ...underWay(decision).map(({ number, dueOn }) => ({
      what: 'action-overdue' as const,
      on: dueOn,
      action: number,
      at: endOfDay(dueOn),
    })),
  ];
  return dues.filter((due) => !fellDue.includes(momentKey(due)));
}

/** What somebody still has to carry out. */
export const underWay = ({ actions, implemented, skipped, withdrawn }: Decision): readonly Action[] =>
  implemented || skipped.tracking || withdrawn ? [] : actions.filter((action) => !isDone(action));

export const nextDue = (decision: DecisionState): Instant | undefined =>
  decision && earliest(...momentsAhead(decision).map(({ at }) => at), ...underWay(decision).map(nextStepAt));

export const passTime = (decision: Decision, now: Instant): readonly DecisionEvent[] => [
  ...momentsAhead(decision)
    .filter(({ at }) => at <= now)
    .map(({ at: _, ...data }) => ({ type: 'DecisionFellDue', data }) as const),
  ...underWay(decision).flatMap((action): DecisionEvent[] => {
    const rung = stepReached(action, now);
    const { number, dueOn } = action;
    return rung ? [{ type: 'LadderStepReached', data: { ...rung, action: number, dueOn } }] : [];
  }),
];
