import type { Actor } from '../kernel/decider.ts';
import { refuse as refuseInput } from '../kernel/refusal.ts';
import type { OrganisationId } from '../kernel/scope.ts';
import { dayOf, type Instant } from '../kernel/time.ts';
import { holders } from '../organisation/authority.ts';
import { type SeatRule, seatTitle } from '../organisation/body.ts';
import { isOnRoster, type Organisation } from '../organisation/organisation.ts';
import { inspectorsFor } from '../organisation/supervisors.ts';
import type { Source } from './vocabulary.ts';

/** 监督小组, which alone opens cases. */
export const GROUP: readonly SeatRule[] = [{ body: 'supervision-group' }];
const APPOINTED: readonly SeatRule[] = [{ body: 'supervisors' }];
/** Who supervises where they sit. */
export const SUPERVISION: readonly SeatRule[] = [...GROUP, ...APPOINTED];
/** Who of a superior goes to look below, beside those who supervise. */
const VISITING: readonly SeatRule[] = [{ body: 'office' }, { body: 'leading-group' }];

/** The organisation that is supervised, and the one above it. */
export interface Houses {
  readonly id: OrganisationId;
  readonly organisation: Organisation;
  readonly superior?: Organisation;
}

/** From where somebody supervises an organisation: above it, or within. */
export type Standing = 'above' | 'within';

/** Sits in a body of the superior and does not belong to the organisation itself: nobody inspects their own (XH-05). */
export function inspectsFromAbove(
  person: string,
  { id, organisation, superior }: Houses,
  now: Instant,
): boolean {
  if (!superior) return false;
  const inspected = { id, people: organisation.people };
  if (inspectorsFor(superior.seats, inspected, dayOf(now)).has(person)) return true;
  const belongs =
    isOnRoster(organisation, person) ||
    superior.seats.some((seat) => seat.person === person && seat.unit === id);
  return !belongs && holders(superior, VISITING, now).has(person);
}

export function standingOf(person: string, houses: Houses, now: Instant): Standing | undefined {
  if (inspectsFromAbove(person, houses, now)) return 'above';
  return holders(houses.organisation, SUPERVISION, now).has(person) ? 'within' : undefined;
}

/**
 * The person behind the actor, and from where they supervise.
 * @param from where they must supervise from; anywhere when absent
 * @throws Refusal `not-permitted`, naming the seats that it takes
 */
export function requireSupervisor(
  actor: Actor,
  houses: Houses,
  now: Instant,
  from?: Standing,
): { readonly person: string; readonly standing: Standing } {
  const person = actor.kind === 'person' ? actor.person : '';
  const standing = standingOf(person, houses, now);
  if (standing && (from ?? standing) === standing) return { person, standing };
  const above = [...SUPERVISION, ...VISITING].map((rule) => `上级${seatTitle(rule)}`);
  const within = SUPERVISION.map(seatTitle);
  const allowed = [...(from === 'above' ? [] : within), ...(from === 'within' ? [] : above)];
  return refuseInput('not-permitted', { allowed: allowed.join('、') });
}

/** 监督员监督 by those appointed for it, 组织监督 by everybody else who supervises (TZ-32). */
export function sourceFor(person: string, { organisation, superior }: Houses, now: Instant): Source {
  const places = superior ? [superior, organisation] : [organisation];
  return places.some((place) => holders(place, APPOINTED, now).has(person)) ? 'supervisor' : 'organisation';
}
