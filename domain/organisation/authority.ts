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
 * The person behind the actor, who must hold one of the seats, and act under it where they chose a seat.
 * @throws Refusal `not-permitted` or `seat-unfit`, naming the seats that it takes
 */
export const requireSeat = (
  actor: Actor,
  organisation: Organisation,
  rules: readonly SeatRule[],
  at: Instant,
): string => requireAmong(actor, holders(organisation, rules, at), rules);

/**
 * The same where it is known who holds them, and perhaps not everybody who does may act.
 * @param allowed what the refusal says that it takes
 */
export function requireAmong(
  actor: Actor,
  people: ReadonlySet<string>,
  rules: readonly SeatRule[],
  allowed: string = rules.map(seatTitle).join('、'),
): string {
  if (actor.kind !== 'person' || !people.has(actor.person)) return refuse('not-permitted', { allowed });
  return actsUnder(actor, rules) ? actor.person : refuse('seat-unfit', { allowed });
}

function actsUnder({ seat = '', chosen }: Extract<Actor, { kind: 'person' }>, rules: readonly SeatRule[]) {
  const [body, position] = seat.split(':');
  return !chosen || rules.some((rule) => rule.body === body && (rule.position ?? position) === position);
}
