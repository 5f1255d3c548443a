import type { Asking } from '../item/asking.ts';
import type { OrganisationId } from '../kernel/scope.ts';

export const CATALOGUE_TASKS = { 'decide-catalogue-change': '审批下级目录调整' } as const;

/** What a superior sees of a catalogue that waits for it. */
export interface WaitingCard {
  readonly organisation: OrganisationId;
  /** How many changes wait. */
  readonly waiting: number;
}

/** The same, on the superior's desk. */
export interface CatalogueCard extends WaitingCard {
  /** Of the change that has waited longest. */
  readonly id: string;
  /** What that one is about. */
  readonly catalogue: string;
  readonly waits: readonly Asking<keyof typeof CATALOGUE_TASKS>[];
}
