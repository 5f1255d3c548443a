import { isOnRoster } from '../organisation/organisation.ts';
import { maySee, mayWork } from '../visibility.ts';
import type { ActivityCommandOf } from './commands.ts';
import type { ActivityEvent } from './events.ts';
import { requireImpersonal } from './recording.ts';
import { refuse } from './refusals.ts';
import { type Activity, activityShown, type Reception, slotStart } from './state.ts';

/** A reception day ahead. Whoever plans it has been checked. */
export function planReception({
  data,
  facts,
  now,
}: ActivityCommandOf<'PlanReception'>): readonly ActivityEvent[] {
  if (data.startsAt <= now) refuse('reception-past', { field: 'startsAt' });
  if (!isOnRoster(facts.organisation, data.host)) refuse('reception-host-unknown', { field: 'host' });
  requireImpersonal(data.title, 'title');
  return [{ type: 'ReceptionPlanned', data: { ...data, audience: data.audience ?? 'unit' } }];
}

/** A time for whoever may know of the reception, under their log-in or on a receipt (TZ-23). */
export function book(
  { data, facts: { reader, booking }, now }: ActivityCommandOf<'BookReception'>,
  activity: Activity,
): readonly ActivityEvent[] {
  const { organisation, person } = reader;
  if (!maySee(reader, activityShown(organisation, activity)) && !mayWork(reader, organisation))
    refuse('activity-unknown');
  if (booking === undefined) throw new Error('a booking needs an id');
  const reception = receptionOf(activity);
  if (data.slot >= reception.slots) refuse('reception-slot-unknown', { field: 'slot' });
  if (slotStart(reception, data.slot) <= now) refuse('reception-past', { field: 'slot' });
  const taken = Object.values(reception.bookings);
  if (person !== undefined && taken.some((other) => other.person === person))
    refuse('reception-booked-already');
  if (taken.some(({ slot }) => slot === data.slot)) refuse('reception-slot-taken', { field: 'slot' });
  const { slot, name, subject } = data;
  const who = person === undefined ? { ...(name !== undefined && { name }) } : { person };
  return [
    { type: 'ReceptionBooked', data: { booking, slot, ...who, ...(subject !== undefined && { subject }) } },
  ];
}

/** Who came, of those who had booked. */
export function attend(
  { data, now }: ActivityCommandOf<'RecordAttendance'>,
  activity: Activity,
): readonly ActivityEvent[] {
  const reception = receptionOf(activity);
  const { bookings } = reception;
  const booking = Object.hasOwn(bookings, data.booking) ? bookings[data.booking] : undefined;
  if (!booking) return refuse('reception-booking-unknown');
  if (now < slotStart(reception, booking.slot)) refuse('reception-ahead');
  const { attended } = booking;
  if (attended?.came === data.came && attended.note === data.note) return [];
  return [{ type: 'AttendanceRecorded', data }];
}

const receptionOf = ({ reception, withdrawn }: Activity): Reception => {
  if (withdrawn) refuse('activity-withdrawn');
  return reception ?? refuse('activity-unknown');
};
