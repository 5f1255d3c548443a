import type { OrganisationId } from '../kernel/scope.ts';
import { addDays, type Day } from '../kernel/time.ts';
import { CRITERIA, type Criterion, type StageStateName } from './criteria.ts';
import type { Stage } from './state.ts';

/** Where in the record it stands, and since when. */
export interface Proof {
  readonly on: Day;
  readonly kind: 'seats' | 'scheme' | 'register' | 'ledger' | 'item' | 'activity' | 'report' | 'filing';
  /** Whose record it is in: the unit's own, or that of whoever held a training. */
  readonly organisation: OrganisationId;
  /** Of the item, the activity, the period …; empty where there is only one. */
  readonly id: string;
}

/** What the record of one unit holds of what may be asked for; oldest first. */
export type UnitProofs = Readonly<
  Record<Exclude<Criterion, 'training' | 'mandated-rows'>, readonly Proof[]>
> & {
  /** First disclosure of each row that must be disclosed; undefined for a row that never was. */
  readonly 'mandated-rows': readonly (Proof | undefined)[];
  /** The trainings of each head. A seat that nobody holds has had none. */
  readonly training: readonly (readonly Proof[])[];
};

export interface CriterionState {
  readonly criterion: Criterion;
  /** Absent while it is not met. */
  readonly proof?: Proof;
  /** How much of it is there, where it has parts. */
  readonly parts?: { readonly done: number; readonly of: number };
}

/** A stage of one unit on a day. */
export interface StageState {
  readonly state: StageStateName;
  /** Closed on, or behind since. */
  readonly on?: Day;
  /** Closed after the stage was over. */
  readonly late?: true;
  readonly criteria: readonly CriterionState[];
}

/** How the unit stands with the stage: every criterion has to be met, the last one closes it. */
export function stageState(stage: Stage, proofs: UnitProofs, today: Day): StageState {
  const criteria = stage.closes.map((criterion) => criterionState(criterion, proofs, stage.from, today));
  const days = criteria.map(({ proof }) => proof?.on);
  if (days.every((day) => day !== undefined)) {
    const on = days.toSorted().at(-1) ?? stage.from;
    return { state: 'closed', on, ...(on > stage.until && { late: true as const }), criteria };
  }
  if (today > stage.until) return { state: 'behind', on: addDays(stage.until, 1), criteria };
  return { state: today < stage.from ? 'not-begun' : 'open', criteria };
}

/** True for whoever had not done in time what the stage asks for. */
export const missed = ({ state, late }: StageState): boolean => state !== 'closed' || late === true;

function criterionState(criterion: Criterion, proofs: UnitProofs, from: Day, today: Day): CriterionState {
  const parts = partsOf(criterion, proofs);
  const since = CRITERIA[criterion].counts === 'since' ? from : '';
  const found = parts.map((part) => part.find(({ on }) => on >= since && on <= today));
  const done = found.filter((proof) => proof !== undefined);
  const proof =
    done.length === found.length && done.length > 0
      ? done.toSorted((a, b) => (a.on < b.on ? -1 : 1)).at(-1)
      : undefined;
  return {
    criterion,
    ...(proof && { proof }),
    ...(parts.length > 1 && { parts: { done: done.length, of: parts.length } }),
  };
}

function partsOf(criterion: Criterion, proofs: UnitProofs): readonly (readonly Proof[])[] {
  if (criterion === 'training') return proofs.training;
  if (criterion === 'mandated-rows') return proofs[criterion].map((proof) => (proof ? [proof] : []));
  return [proofs[criterion]];
}
