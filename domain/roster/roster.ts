import type { Seat } from '../organisation/body.ts';
import type { Person } from '../organisation/commands.ts';
import type { OrganisationKind, UnitKind } from '../organisation/kinds.ts';
import type { Origin } from '../profile/vocabulary.ts';

/** Where something was read: the place of the row in the file, from 0. */
export interface Placed {
  readonly row: number;
}

export interface RosterSeat extends Seat, Placed {}
export interface RosterPerson extends Person, Placed {
  readonly origin?: Origin;
}

/** A unit as a roster has it. */
export interface RosterUnit extends Placed {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: OrganisationKind;
  readonly unit?: UnitKind;
  readonly superior?: string;
  /** Each once. */
  readonly people: readonly RosterPerson[];
  /** Those that are held, or will be. */
  readonly seats: readonly RosterSeat[];
}
