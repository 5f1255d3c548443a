import type { Actor } from '../../domain/kernel/decider.ts';
import { refuse } from '../../domain/kernel/refusal.ts';
import type { OrganisationId, OrgScope } from '../../domain/kernel/scope.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import { seatsOf } from '../../domain/organisation/authority.ts';
import {
  BODIES,
  type Body,
  POSITIONS,
  type Position,
  type Seat,
  type SeatRule,
  seatMatches,
  seatTitle,
} from '../../domain/organisation/body.ts';
import { SUPERIOR_SEATS } from '../../domain/organisation/policy.ts';
import type { Tenancy, Tenants } from '../shell/tenancy.ts';
import { malformedField } from './problem.ts';

/** How a seat is named in the header `Acting-Seat` and in commits: `office:head`. */
export const seatName = ({ body, position }: Pick<Seat, 'body' | 'position'>): string =>
  `${body}:${position}`;

export interface ActingAs {
  /** The chosen seat, `office:head`. */
  readonly seat?: string | undefined;
  /** Seats of the superior organisation that count here. @default those that decide in this one's place */
  readonly above?: readonly SeatRule[];
}

/**
 * The person as they act for an organisation: under a seat of its own, or under a seat of its superior that decides in
 * its place. Whoever holds several may choose one; whoever holds none acts for themselves.
 *
 * @throws MalformedInput for no name of a seat; Refusal `not-permitted` when it is not held; `not-found`
 */
export async function actorOf(
  tenancy: Tenancy,
  scope: OrgScope,
  person: string,
  now: Instant,
  { seat: wanted, above = SUPERIOR_SEATS }: ActingAs = {},
): Promise<Actor> {
  const title = wanted === undefined ? '' : seatTitle(seatNamed(wanted));
  const held = heldFor(await tenancy.tenants(scope), scope.organisation, person, now, above);
  const chosen = wanted === undefined ? held[0] : held.find(({ seat }) => seatName(seat) === wanted);
  if (wanted !== undefined && !chosen) refuse('not-permitted', { allowed: title });
  if (!chosen) return { kind: 'person', person, organisation: scope.organisation };
  const actor = { kind: 'person', person, organisation: chosen.of, seat: seatName(chosen.seat) } as const;
  return wanted === undefined ? actor : { ...actor, chosen: true };
}

/** A seat under which somebody may act, and the organisation that has it. */
interface Held {
  readonly seat: Seat;
  readonly of: OrganisationId;
}

/** Seats under which the person may act for the organisation: its own, then those of its superior that count here. */
export function heldFor(
  { organisation, superior }: Tenants,
  id: OrganisationId,
  person: string,
  now: Instant,
  above: readonly SeatRule[] = SUPERIOR_SEATS,
): readonly Held[] {
  const own = seatsOf(organisation, person, now).map((seat) => ({ seat, of: id }));
  const deciding = (superior ? seatsOf(superior, person, now) : [])
    .filter((seat) => above.some((rule) => seatMatches(seat, rule)))
    .map((seat) => ({ seat, of: organisation.superior ?? id }));
  return [...own, ...deciding];
}

function seatNamed(text: string): Pick<Seat, 'body' | 'position'> {
  const [body, position, ...rest] = text.split(':');
  const isKnown = body && position && Object.hasOwn(BODIES, body) && Object.hasOwn(POSITIONS, position);
  if (isKnown && rest.length === 0) return { body: body as Body, position: position as Position };
  throw malformedField(
    'Acting-Seat',
    'seat-unknown',
    '岗位应写作“机构:职务”，例如 office:head。',
    'Name the seat as body:position, e.g. office:head.',
  );
}
