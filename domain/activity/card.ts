import type { Errand } from '../item/waits.ts';
import type { OrganisationId } from '../kernel/scope.ts';
import type { Instant } from '../kernel/time.ts';
import type { Participant } from './events.ts';
import { type Activity, type Reception, receptionEnd } from './state.ts';
import { totalOf } from './vocabulary.ts';

export const ACTIVITY_TASKS = { 'record-attendance': '登记接待日到访情况' } as const;
type ActivityTaskKind = keyof typeof ACTIVITY_TASKS;

/** An activity in a list: how many were there, and their names only where a training is proved by them. */
export interface ActivityCard
  extends Pick<Activity, 'kind' | 'meeting' | 'aims' | 'heldOn' | 'audience' | 'place'> {
  readonly id: string;
  readonly organisation: OrganisationId;
  readonly activity: string;
  readonly attended: number;
  readonly withdrawn: boolean;
  readonly trained?: readonly Participant[];
  readonly reception?: { readonly startsAt: Instant; readonly endsAt: Instant; readonly free: number };
  readonly waits: readonly Errand<ActivityTaskKind>[];
}

export function activityCardOf(
  activity: Activity,
  { id, organisation }: Pick<ActivityCard, 'id' | 'organisation'>,
): ActivityCard {
  const { kind, meeting, aims, title, heldOn, audience, place, attendance, participants } = activity;
  const { withdrawn, reception } = activity;
  return {
    id,
    organisation,
    activity: title,
    kind,
    ...(meeting && { meeting }),
    ...(aims && { aims }),
    heldOn,
    audience,
    ...(place !== undefined && { place }),
    attended: totalOf(attendance),
    withdrawn: withdrawn !== undefined,
    ...(kind === 'training' && { trained: participants }),
    ...(reception && { reception: timesOf(reception) }),
    waits: reception && !withdrawn ? waitsOf(reception) : [],
  };
}

const timesOf = (reception: Reception) => ({
  startsAt: reception.startsAt,
  endsAt: receptionEnd(reception),
  free: reception.slots - Object.keys(reception.bookings).length,
});

/** Lies ahead until the reception is over; there since its first booking. */
const waitsOf = (reception: Reception): ActivityCard['waits'] =>
  Object.values(reception.bookings).some(({ attended }) => !attended)
    ? [{ kind: 'record-attendance', since: receptionEnd(reception) }]
    : [];
