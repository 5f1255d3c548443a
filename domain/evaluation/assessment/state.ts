import type { DomainEvent, EventContext, History } from '../../kernel/decider.ts';
import type { OrganisationId } from '../../kernel/scope.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Appraisal, Inputs } from '../rating.ts';
import type { YearFigures } from '../year.ts';

interface Year {
  readonly year: string;
  /** The superior. */
  readonly to: OrganisationId;
}

export interface Verdict extends Appraisal {
  readonly inputs: Inputs;
  /** Mean of the quarters' scores from the record, to hold the superior's own points against. */
  readonly record?: number;
  /** Edition of the standard. */
  readonly standard: number;
  readonly text: string;
}

export const OBJECTION_OUTCOMES = { kept: '维持原评定', changed: '改变评定' } as const;
export type ObjectionOutcome = keyof typeof OBJECTION_OUTCOMES;

/** What was found beside what is appraised by, to be compared with others; absent in what is older than that. */
interface Found {
  readonly figures?: YearFigures;
}

export type AssessmentEvent =
  | DomainEvent<'SelfAssessed', Year & Found & { score: number; text: string }>
  | DomainEvent<'UnitAssessed', Year & Found & Verdict>
  | DomainEvent<'AssessmentObjected', { reason: string }>
  | DomainEvent<'ObjectionAnswered', { outcome: ObjectionOutcome; text: string; verdict?: Verdict }>;

interface Said {
  readonly by: string;
  readonly at: Instant;
}

/** What one unit and its superior say of the unit's year. */
export interface Assessment extends Year, Found {
  readonly self?: Said & { readonly score: number; readonly text: string };
  readonly verdict?: Said & Verdict;
  readonly objection?: Said & { readonly reason: string };
  /** With what the answer changed. */
  readonly answer?: Said & {
    readonly outcome: ObjectionOutcome;
    readonly text: string;
    readonly before?: Verdict;
  };
}
export type AssessmentState = Assessment | undefined;

export const assessmentHistory: History<AssessmentEvent, AssessmentState> = { initial: undefined, evolve };

function evolve(state: AssessmentState, event: AssessmentEvent, { at, by }: EventContext): AssessmentState {
  const said = { by: by.kind === 'person' ? by.person : by.name, at };
  if (event.type === 'SelfAssessed') {
    const { year, to, figures, ...self } = event.data;
    return { ...state, year, to, ...(figures && { figures }), self: { ...self, ...said } };
  }
  if (event.type === 'UnitAssessed') {
    const { year, to, figures, ...verdict } = event.data;
    return { ...state, year, to, ...(figures && { figures }), verdict: { ...verdict, ...said } };
  }
  if (!state) return state;
  if (event.type === 'AssessmentObjected') return { ...state, objection: { ...event.data, ...said } };
  const { verdict, ...answer } = event.data;
  const before = verdict && state.verdict;
  return {
    ...state,
    ...(verdict && { verdict: { ...verdict, ...said } }),
    answer: { ...answer, ...said, ...(before && { before }) },
  };
}

/** Nobody waits for anything any more. */
export const isSettled = ({
  verdict,
  objection,
  answer,
}: Pick<Assessment, 'verdict' | 'objection' | 'answer'>): boolean =>
  verdict !== undefined && (objection === undefined || answer !== undefined);
