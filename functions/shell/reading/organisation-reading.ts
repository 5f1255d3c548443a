import type { TemplateKind } from '../../../domain/catalogue/templates.ts';
import { dayOf, type Instant } from '../../../domain/kernel/time.ts';
import { seatsOf } from '../../../domain/organisation/authority.ts';
import { isHeld, type Seat, seatTitle } from '../../../domain/organisation/body.ts';
import type { OrganisationKind, Person } from '../../../domain/organisation/commands.ts';
import { isOnRoster, type Organisation } from '../../../domain/organisation/organisation.ts';
import type { Policy } from '../../../domain/organisation/policy.ts';
import { mayWork, type Reader } from '../../../domain/visibility.ts';
import type { OrganisationName } from './names.ts';

/** An organisation in the tree of the district. */
export interface OrganisationCard extends OrganisationName {
  readonly kind: OrganisationKind;
  readonly superior?: string;
}

export interface OrganisationReading extends OrganisationCard {
  readonly streamVersion: number;
  /** The official catalogue that it works by; absent until it has adopted one. */
  readonly catalogue?: { readonly template: TemplateKind; readonly version: number };
  /** Only for those who work here. */
  readonly work?: {
    readonly people: readonly Person[];
    readonly seats: readonly (Seat & { readonly title: string; readonly held: boolean })[];
    readonly policy: Policy;
  };
}

/** Where a person is on the roster, and what they hold there. */
export interface Membership extends OrganisationName {
  readonly partyMember: boolean;
  readonly staff: boolean;
  /** Seats held now, as `Acting-Seat` names them, with their titles. */
  readonly seats: readonly { readonly seat: string; readonly title: string }[];
}

export function readOrganisation(
  id: string,
  organisation: Organisation,
  streamVersion: number,
  reader: Reader,
  now: Instant,
): OrganisationReading {
  const { name, shortName, kind, superior, people, seats, policy } = organisation;
  const today = dayOf(now);
  return {
    id,
    name,
    shortName,
    kind,
    ...(superior && { superior }),
    streamVersion,
    ...(mayWork(reader, id) && {
      work: {
        people: Object.values(people),
        seats: seats.map((seat) => ({ ...seat, title: seatTitle(seat), held: isHeld(seat, today) })),
        policy,
      },
    }),
  };
}

/** Undefined when the person is not on the roster. */
export function membershipOf(
  id: string,
  organisation: Organisation,
  person: string,
  now: Instant,
): Membership | undefined {
  if (!isOnRoster(organisation, person)) return undefined;
  const { name, shortName, people } = organisation;
  return {
    id,
    name,
    shortName,
    partyMember: people[person]?.partyMember ?? false,
    staff: people[person]?.staff ?? false,
    seats: seatsOf(organisation, person, now).map((seat) => ({
      seat: `${seat.body}:${seat.position}`,
      title: seatTitle(seat),
    })),
  };
}
