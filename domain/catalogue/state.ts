import { type Audience, isWithin } from '../kernel/audience.ts';
import type { Actor } from '../kernel/decider.ts';
import type { Instant } from '../kernel/time.ts';
import type { CatalogueChange, Refinement } from './events.ts';
import type { CatalogueRow, Timing } from './row.ts';
import type { Template } from './templates.ts';

/** Id of an organisation's only catalogue stream: `ORG#<organisation>#CATALOGUE#main`. */
export const CATALOGUE_ID = 'main';

/** The catalogue of one organisation: a template, what it refined, what it added, what it dropped. */
export interface CatalogueState {
  readonly template?: Template;
  /** By row id. Kept apart from the rows, so that a later template version does not lose them. */
  readonly refinements: Readonly<Record<string, Refinement>>;
  readonly local: readonly CatalogueRow[];
  readonly dropped: readonly string[];
  /** Changes that wait for the superior, oldest first. */
  readonly pending: readonly PendingChange[];
  /** How many changes ever had to wait: the next one is named by it. */
  readonly asked: number;
}

/** 报请上级党组织审批 (XH-25). */
export interface PendingChange {
  readonly id: string;
  readonly event: CatalogueChange;
  readonly at: Instant;
  readonly by: Actor;
}

export const NO_CATALOGUE: CatalogueState = {
  refinements: {},
  local: [],
  dropped: [],
  pending: [],
  asked: 0,
};

/** The rows in force, refinements applied: the template's in its order, then local ones in the order they came. */
export const effectiveRows = (state: CatalogueState): readonly CatalogueRow[] =>
  allRows(state).filter((row) => !isDropped(state, row));

/** What was dropped comes back with a version of the template that mandates it (HZ-50). */
export const isDropped = (state: CatalogueState, { id, mandated }: CatalogueRow): boolean =>
  !mandated && state.dropped.includes(id);

/** A row by id, also one that was dropped: items disclosed under it still name it. */
export const findRow = (state: CatalogueState, rowId: string): CatalogueRow | undefined =>
  allRows(state).find((row) => row.id === rowId);

/** The row as the template or the adding of it has it, before refinements. */
export const baseRow = (state: CatalogueState, rowId: string): CatalogueRow | undefined =>
  baseRows(state).find((row) => row.id === rowId);

const baseRows = (state: CatalogueState): readonly CatalogueRow[] => [
  ...(state.template?.rows ?? []),
  ...state.local,
];

const allRows = (state: CatalogueState): readonly CatalogueRow[] =>
  baseRows(state).map((row) => refined(row, state.refinements[row.id]));

/**
 * A row under its refinement. A mandated row never comes out below its template, even when a later version of the
 * template asks for more than it did at the time of the refinement.
 */
function refined(row: CatalogueRow, refinement: Refinement | undefined): CatalogueRow {
  if (!refinement) return row;
  const { forms: _, audience: __, timing: ___, ...particulars } = refinement;
  const floor = row.mandated ? row : undefined;
  const forms = refinement.forms && keepsForm(floor, refinement.forms) ? [...refinement.forms] : row.forms;
  const audience =
    refinement.audience && coversAudience(floor, refinement.audience) ? refinement.audience : row.audience;
  const timing = refinement.timing && meetsTiming(floor, refinement.timing) ? refinement.timing : row.timing;
  return {
    ...row,
    ...particulars,
    forms,
    ...(audience && { audience }),
    ...(timing && { timing }),
    ...(floor?.priority && { priority: true }),
  };
}

/** What a mandated row asks for at least; undefined asks for nothing. */
type Floor = Pick<CatalogueRow, 'forms' | 'audience' | 'timing'> | undefined;

/** The list of forms is to choose from, so any one of them meets it. */
export const keepsForm = (floor: Floor, forms: readonly string[]): boolean =>
  !floor || floor.forms.length === 0 || floor.forms.some((name) => forms.includes(name));

export const coversAudience = (floor: Floor, audience: Audience): boolean =>
  !floor?.audience || isWithin(floor.audience, audience);

/** At once is stricter than every other timing; the others cannot be compared. */
export const meetsTiming = (floor: Floor, timing: Timing): boolean =>
  !floor?.timing || timing === floor.timing || timing === 'prompt';
