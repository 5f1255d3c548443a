import type { Climb, LadderStepReached, Steps } from '../../duty/climb.ts';
import type { DomainEvent, EventContext, History } from '../../kernel/decider.ts';
import type { Day, Instant } from '../../kernel/time.ts';
import type { Standing } from '../inspectors.ts';
import type { CaseCommandOf, CaseCommandType } from './commands.ts';
import type { CaseStage, Measure } from './vocabulary.ts';

type DataOf<Type extends CaseCommandType> = CaseCommandOf<Type>['data'];

/** What a case waits for: a word of the person against the decision, or what becomes of that word. */
export type CaseWait = 'appeal' | 'answer';

/** On which days it is spoken of; absent in what is older than that. */
interface Laid {
  readonly steps?: Steps;
}

export type CaseEvent =
  | DomainEvent<'CaseOpened', DataOf<'OpenCase'> & { readonly standing: Standing }>
  | DomainEvent<'CaseDecided', DataOf<'DecideCase'> & { readonly appealUntil: Day } & Laid>
  | DomainEvent<'CaseAppealed', DataOf<'AppealCase'> & { readonly dueOn: Day } & Laid>
  | DomainEvent<'AppealOverdue', { readonly dueOn: Day }>
  | DomainEvent<'AppealDecided', DataOf<'DecideAppeal'>>
  | DomainEvent<'CaseClosed', Record<never, never>>
  | LadderStepReached<{ readonly owed: CaseWait }>;

interface Said {
  readonly by: string;
  readonly at: Instant;
}

/** 责任追究: a fact, a person, a basis, a decision, and an appeal against it (JX-08). */
export interface Case extends DataOf<'OpenCase'> {
  /** The supervision group of this organisation opened it, or that of its superior; it is decided in the same place. */
  readonly standing: Standing;
  readonly opened: Said;
  readonly stage: CaseStage;
  readonly decision?: Said & DataOf<'DecideCase'> & { readonly appealUntil: Day } & Climb;
  readonly appeal?: Climb & {
    readonly text: string;
    readonly at: Instant;
    readonly dueOn: Day;
    readonly overdue: boolean;
    readonly result?: Said & DataOf<'DecideAppeal'>;
  };
  readonly closedAt?: Instant;
}
export type CaseState = Case | undefined;

export const caseHistory: History<CaseEvent, CaseState> = { initial: undefined, evolve };

/** What stands in the end; undefined while nothing was decided, and where the decision was revoked. */
export function measureOf({ decision, appeal }: Case): Measure | undefined {
  if (appeal?.result?.result === 'revoked') return undefined;
  return appeal?.result?.measure ?? decision?.measure;
}

function evolve(state: CaseState, event: CaseEvent, { at, by: actor }: EventContext): CaseState {
  const said = { by: actor.kind === 'person' ? actor.person : actor.name, at };
  if (event.type === 'CaseOpened') return { ...event.data, opened: said, stage: 'open' };
  if (!state) return state;
  switch (event.type) {
    case 'CaseDecided':
      return { ...state, stage: 'decided', decision: { ...event.data, ...said } };
    case 'CaseAppealed':
      return { ...state, stage: 'appealed', appeal: { ...event.data, at, overdue: false } };
    case 'AppealOverdue':
      return state.appeal ? { ...state, appeal: { ...state.appeal, overdue: true } } : state;
    case 'LadderStepReached':
      return spoken(state, event.data);
    case 'AppealDecided': {
      const { appeal } = state;
      if (!appeal) return state;
      return {
        ...state,
        stage: 'closed',
        closedAt: at,
        appeal: { ...appeal, result: { ...event.data, ...said } },
      };
    }
    case 'CaseClosed':
      return { ...state, stage: 'closed', closedAt: at };
  }
}

function spoken(state: Case, { owed, step }: { readonly owed: CaseWait; readonly step: string }): Case {
  const { decision, appeal } = state;
  if (owed === 'answer') return appeal ? { ...state, appeal: { ...appeal, spoken: step } } : state;
  return decision ? { ...state, decision: { ...decision, spoken: step } } : state;
}
