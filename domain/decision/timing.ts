import { type Day, endOfDay, type Instant, startOfDay } from '../kernel/time.ts';
import type { DecisionEvent, Moment } from './events.ts';
import { type Decision, type DecisionState, isDone, momentKey } from './state.ts';
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
  const { notice, publicity, meeting, disclosure, skipped, actions, fellDue } = decision;
  const by = disclosure || skipped.disclosure ? undefined : discloseBy(decision);
  const isTracked = !decision.implemented && !skipped.tracking;
  const dues: readonly Due[] = [
    ...(notice && !meeting
      ? [{ what: 'notice-over' as const, on: leadOver(decision), at: startOfDay(leadOver(decision)) }]
      : []),
    ...(publicity && !meeting
      ? [{ what: 'publicity-over' as const, on: publicity.until, at: endOfDay(publicity.until) }]
      : []),
    ...(by === undefined ? [] : [{ what: 'disclosure-overdue' as const, on: by, at: endOfDay(by) }]),
    ...actions
      .filter((action) => isTracked && !isDone(action))
      .map(({ number, dueOn }) => ({
        what: 'action-overdue' as const,
        on: dueOn,
        action: number,
        at: endOfDay(dueOn),
      })),
  ];
  return dues.filter((due) => !fellDue.includes(momentKey(due)));
}

export const nextDue = (decision: DecisionState): Instant | undefined =>
  decision &&
  momentsAhead(decision)
    .map(({ at }) => at)
    .toSorted()[0];

export const passTime = (decision: Decision, now: Instant): readonly DecisionEvent[] =>
  momentsAhead(decision)
    .filter(({ at }) => at <= now)
    .map(({ at: _, ...data }) => ({ type: 'DecisionFellDue', data }));
