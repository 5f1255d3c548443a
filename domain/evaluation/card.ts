import type { Asking } from '../item/asking.ts';
import type { OrganisationId } from '../kernel/scope.ts';
import type { Assessment } from './assessment/state.ts';
import type { Dispute } from './signal/state.ts';

export const EVALUATION_TASKS = {
  'answer-signal': '答复下级对考评提示的异议',
  'answer-objection': '答复下级对年度评定的异议',
} as const;

interface Asked {
  readonly organisation: OrganisationId;
  /** The rest of its address: `2026Q3/burst`, or a year. */
  readonly id: string;
  readonly title: string;
  readonly waits: readonly Asking<keyof typeof EVALUATION_TASKS>[];
}

/** What a unit says of a signal, on the superior's desk until that has answered. */
export interface DisputeCard extends Asked, Dispute {
  readonly evaluation: 'signal';
}

/** What is said of a unit's year, on the superior's desk while an objection waits. */
export interface AssessmentCard extends Asked, Assessment {
  readonly evaluation: 'assessment';
}

export type EvaluationCard = DisputeCard | AssessmentCard;
