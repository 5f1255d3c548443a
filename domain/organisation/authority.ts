import type { Actor } from '../kernel/decider.ts';
import { refuse } from '../kernel/refusal.ts';
import { dayOf, type Instant } from '../kernel/time.ts';
import { isHeld, type Seat, type SeatRule, seatMatches, seatTitle } from './body.ts';
import type { Organisation } from './organisation.ts';

/** People who hold, at that time, a seat that one of the rules names. */
export function holders(
  organisation: Organisation,
  rules: readonly SeatRule[],
  at: Instant,
): ReadonlySet<string> {
  const today = dayOf(at);
  const held = organisation.seats.filter(
    (seat) => isHeld(seat, today) && rules.some((rule) => seatMatches(seat, rule)),
  );
  return new Set(held.map((seat) => seat.person));
}

export function seatsOf(organisation: Organisation, person: string, at: Instant): readonly Seat[] {
  const today = dayOf(at);
  return organisation.seats.filter((seat) => seat.person === person && isHeld(seat, today));
}

/**
 * The person behind the actor, who must hold one of the seats.
 * @throws Refusal `not-permitted`, naming the seats that it takes
 */
export function requireSeat(
  actor: Actor,
  organisation: Organisation,
  rules: readonly SeatRule[],
  at: Instant,
): string {
  if (actor.kind === 'person' && holders(organisation, rules, at).has(actor.person)) return actor.person;
  return refuse('not-permitted', { allowed: rules.map(seatTitle).join('、') });
}
