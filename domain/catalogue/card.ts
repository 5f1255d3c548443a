import type { OrganisationId } from '../kernel/scope.ts';

/** What a superior sees of a catalogue that waits for it. */
export interface WaitingCard {
  readonly organisation: OrganisationId;
  /** How many changes wait. */
  readonly waiting: number;
}
