import type { Climb } from '../duty/climb.ts';
import type { EventContext, History } from '../kernel/decider.ts';
import type { Instant } from '../kernel/time.ts';
import type { DecisionEvent, Moment } from './events.ts';
import type { StepName } from './vocabulary.ts';

type DataOf<Type extends DecisionEvent['type']> = Readonly<Extract<DecisionEvent, { type: Type }>['data']>;

/** Who recorded it, under which seat, and when. */
export interface Recorded {
  readonly by: string;
  readonly seat?: string;
  readonly at: Instant;
}

/** 落实事项: a task of somebody, and how it fares. */
export interface Action extends Omit<DataOf<'DecisionActionAssigned'>, 'steps'>, Climb {
  /** From 1. */
  readonly number: number;
  readonly assignedAt: Instant;
  readonly reports: readonly (Recorded & { readonly note: string; readonly done: boolean })[];
}

/** 重大事项决策: a matter on its way through the six mechanisms. */
export interface Decision extends DataOf<'DecisionProposed'> {
  readonly proposed: Recorded;
  readonly notice?: Recorded & DataOf<'DecisionAnnounced'>;
  readonly deliberation?: Recorded & DataOf<'DecisionDeliberated'>;
  readonly rounds: readonly (Recorded & DataOf<'DecisionConsulted'>)[];
  readonly publicity?: Recorded & DataOf<'DecisionPublicised'>;
  readonly meeting?: Recorded & DataOf<'DecisionDiscussed'>;
  readonly vote?: Recorded & DataOf<'DecisionVoted'>;
  readonly disclosure?: Recorded & DataOf<'DecisionDisclosed'>;
  readonly actions: readonly Action[];
  readonly implemented?: Recorded & DataOf<'DecisionImplemented'>;
  readonly skipped: Readonly<Partial<Record<StepName, Recorded & { readonly reason: string }>>>;
  readonly withdrawn?: Recorded & DataOf<'DecisionWithdrawn'>;
  /** What the clock has said already. */
  readonly fellDue: readonly string[];
}
export type DecisionState = Decision | undefined;

export const decisionHistory: History<DecisionEvent, DecisionState> = { initial: undefined, evolve };

/** By which a moment is known; each comes once. */
export const momentKey = ({ what, action }: { readonly what: Moment; readonly action?: number }): string =>
  action === undefined ? what : `${what}-${action}`;

/** What was decided; undefined while it has not been. */
export function outcomeOf({ meeting, vote }: Pick<Decision, 'meeting' | 'vote'>) {
  if (vote) return vote.carried ? 'adopted' : 'rejected';
  return meeting?.outcome === 'to-vote' ? undefined : meeting?.outcome;
}

export const isDone = ({ reports }: Action): boolean => reports.at(-1)?.done ?? false;

function evolve(state: DecisionState, event: DecisionEvent, { at, by: actor }: EventContext): DecisionState {
  const recorded: Recorded = {
    by: actor.kind === 'person' ? actor.person : actor.name,
    ...(actor.kind === 'person' && actor.seat !== undefined && { seat: actor.seat }),
    at,
  };
  if (event.type === 'DecisionProposed')
    return { ...event.data, proposed: recorded, rounds: [], actions: [], skipped: {}, fellDue: [] };
  if (!state) return state;
  switch (event.type) {
    case 'DecisionAnnounced':
      return { ...state, notice: { ...recorded, ...event.data } };
    case 'DecisionDeliberated':
      return { ...state, deliberation: { ...recorded, ...event.data } };
    case 'DecisionConsulted':
      return { ...state, rounds: [...state.rounds, { ...recorded, ...event.data }] };
    case 'DecisionPublicised':
      return { ...state, publicity: { ...recorded, ...event.data } };
    case 'DecisionDiscussed':
      return { ...state, meeting: { ...recorded, ...event.data } };
    case 'DecisionVoted':
      return { ...state, vote: { ...recorded, ...event.data } };
    case 'DecisionDisclosed':
      return { ...state, disclosure: { ...recorded, ...event.data } };
    case 'DecisionActionAssigned': {
      const action = { ...event.data, number: state.actions.length + 1, assignedAt: at, reports: [] };
      return { ...state, actions: [...state.actions, action] };
    }
    case 'DecisionActionReported': {
      const { action: number, ...report } = event.data;
      return withAction(state, number, (action) => ({
        ...action,
        reports: [...action.reports, { ...recorded, ...report }],
      }));
    }
    case 'LadderStepReached':
      return withAction(state, event.data.action, (action) => ({ ...action, spoken: event.data.step }));
    case 'DecisionImplemented':
      return { ...state, implemented: { ...recorded, ...event.data } };
    case 'DecisionStepSkipped': {
      const { step, reason } = event.data;
      return { ...state, skipped: { ...state.skipped, [step]: { ...recorded, reason } } };
    }
    case 'DecisionWithdrawn':
      return { ...state, withdrawn: { ...recorded, ...event.data } };
    case 'DecisionFellDue':
      return { ...state, fellDue: [...state.fellDue, momentKey(event.data)] };
  }
}

const withAction = (state: Decision, number: number, change: (action: Action) => Action): Decision => ({
  ...state,
  actions: state.actions.map((action) => (action.number === number ? change(action) : action)),
});
