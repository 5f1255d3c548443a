import type { TemplateKind } from '../../../domain/catalogue/templates.ts';
import { dayOf, type Instant } from '../../../domain/kernel/time.ts';
import { type Affiliation, affiliationsOf } from '../../../domain/organisation/affiliation.ts';
import { seatsOf } from '../../../domain/organisation/authority.ts';
import { isHeld, type Layout, type Seat, seatTitle } from '../../../domain/organisation/body.ts';
import type { Person } from '../../../domain/organisation/commands.ts';
import type { OrganisationKind, UnitKind } from '../../../domain/organisation/kinds.ts';
import {
  isOnRoster,
  type Organisation,
  type Responsibilities,
} from '../../../domain/organisation/organisation.ts';
import type { Policy } from '../../../domain/organisation/policy.ts';
import { type Standing, standingOf } from '../../../domain/organisation/standing.ts';
import { mayWork, type Reader } from '../../../domain/visibility.ts';
import { type BodyReading, bodiesOf } from './bodies.ts';
import type { OrganisationName } from './names.ts';
import { cardOf } from './organisation-cards.ts';

/** An organisation in the tree of the district. */
export interface OrganisationCard extends OrganisationName {
  readonly kind: OrganisationKind;
  readonly superior?: string;
  readonly unit?: UnitKind;
  /** The organisation that it was split from. */
  readonly origin?: string;
  /** The organisation that took over its work: it is closed, and its record stays readable. */
  readonly successor?: string;
  /** Others may take over its way of working. */
  readonly pilot?: true;
}

export interface OrganisationReading extends OrganisationCard {
  readonly streamVersion: number;
  /** The official catalogue that it works by; absent until it has adopted one. */
  readonly catalogue?: { readonly template: TemplateKind; readonly version: number };
  readonly standing: Standing;
  /** 隶属沿革, the oldest first; of an organisation that was put under another superior. */
  readonly affiliations?: readonly Affiliation[];
  /** Why it is suspended and since when, or why it was merged. */
  readonly rest?: { readonly since: Instant; readonly reason: string };
  /** Its bodies with who sits in them now; people by name for its own people, by seat for everybody else. */
  readonly bodies: readonly BodyReading[];
  /** 党委领导、纪委负责、部门配合、协同推进 (ZH-01). */
  readonly responsibilities?: Responsibilities['units'];
  /** Only for those who work here. */
  readonly work?: {
    readonly people: readonly Person[];
    /** Past ones too: who sat when (DF-02). */
    readonly seats: readonly (Seat & { readonly title: string; readonly held: boolean })[];
    readonly layouts: Partial<Readonly<Record<Seat['body'], Layout>>>;
    readonly policy: Policy;
    readonly tiers?: Responsibilities['tiers'];
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
  const { people, seats, policy, layouts = {}, responsibilities, suspended, merged } = organisation;
  const today = dayOf(now);
  const rest = merged ? { since: merged.at, reason: merged.reason } : suspended;
  return {
    ...cardOf(id, organisation),
    streamVersion,
    standing: standingOf(organisation),
    ...(organisation.moves && { affiliations: affiliationsOf(organisation) }),
    ...(rest && { rest }),
    bodies: bodiesOf(organisation, today, mayKnowNames(reader, id)),
    ...(responsibilities && { responsibilities: responsibilities.units }),
    ...(mayWork(reader, id) && {
      work: {
        people: Object.values(people),
        seats: seats.map((seat) => ({ ...seat, title: seatTitle(seat), held: isHeld(seat, today) })),
        layouts,
        policy,
        ...(responsibilities && { tiers: responsibilities.tiers }),
      },
    }),
  };
}

/** Outside an organisation offices answer, not people. */
const mayKnowNames = (reader: Reader, organisation: string): boolean =>
  mayWork(reader, organisation) ||
  (reader.organisation === organisation && (reader.partyMember || reader.staff));

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
