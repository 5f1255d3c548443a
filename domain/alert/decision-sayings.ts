import type { DecisionEvent } from '../decision/events.ts';
import { type Action, type Decision, decisionHistory, isDone } from '../decision/state.ts';
import { offsetOf } from '../duty/rules.ts';
import type { Instant } from '../kernel/time.ts';
import { type LadderSaying, overSaying, type Speaker, stepSaying } from './ladder-sayings.ts';

const ACTION = '重大事项落实任务';
const RESULT = '重大事项决策结果';

/** 重大事项: each task that follows from a decision, until it is carried out; and its result, once that is late. */
export const decisionSpeaker: Speaker<DecisionEvent, Decision> = {
  history: decisionHistory,
  said({ at, event }, decision, id) {
    const { actions, fellDue, skipped } = decision;
    const over = (kind: 'met' | 'waived', ended: readonly Action[]) => {
      const spoken = ended.flatMap((action) => action.spoken ?? []).toSorted(bySteps);
      const duties = ended.map(({ number, dueOn }) => ({ id: `${id}.${number}`, due: dueOn, name: ACTION }));
      return overSaying(at, kind, spoken.at(-1), 'decision', duties);
    };
    switch (event.type) {
      case 'LadderStepReached': {
        const action = actions[event.data.action - 1];
        const owner = action && { owner: action.assignee };
        const about = { id: `${id}.${event.data.action}`, name: ACTION };
        return stepSaying({ at, event }, { matter: 'decision', ...owner }, about);
      }
      case 'DecisionActionReported':
        return event.data.done ? over('met', [actions[event.data.action - 1]].filter(isThere)) : undefined;
      case 'DecisionFellDue':
        return event.data.what === 'disclosure-overdue' ? resultLate(at, id, event.data.on) : undefined;
      case 'DecisionDisclosed':
        return resultOver(at, 'met', id, fellDue);
      case 'DecisionStepSkipped':
        if (event.data.step === 'disclosure') return resultOver(at, 'waived', id, fellDue);
        return skipped.tracking && event.data.step === 'tracking'
          ? over(
              'waived',
              actions.filter((action) => !isDone(action)),
            )
          : undefined;
      default:
        return undefined;
    }
  },
};

const isThere = (action: Action | undefined): action is Action => action !== undefined;
const bySteps = (one: string, other: string): number => offsetOf(one) - offsetOf(other);

/** It has no ladder of its own: the leaders hear on the day after. */
const LATE = 'T+1';

function resultLate(at: Instant, id: string, due: string): LadderSaying {
  const resultId = `${id}.result`;
  return {
    at,
    kind: 'overdue',
    step: LATE,
    matter: 'decision-result',
    ids: [resultId],
    duties: [{ id: resultId, due, name: RESULT }],
  };
}

function resultOver(at: Instant, kind: 'met' | 'waived', id: string, fellDue: Decision['fellDue']) {
  const wasLate = fellDue.includes('disclosure-overdue');
  const duties = [{ id: `${id}.result`, due: '', name: RESULT }];
  return overSaying(at, kind, wasLate ? LATE : undefined, 'decision-result', duties);
}
