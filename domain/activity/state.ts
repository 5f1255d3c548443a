import type { Audience } from '../kernel/audience.ts';
import type { EventContext, History } from '../kernel/decider.ts';
import { type Day, dayOf, epochOf, type Instant, instantOf } from '../kernel/time.ts';
import type { Shown } from '../visibility.ts';
import type { ActivityEvent, Participant } from './events.ts';
import type { ActivityKind, Attendance, Layer, MeetingType, TrainingAim } from './vocabulary.ts';

/** Somebody who has booked a time. */
export interface Booking {
  readonly slot: number;
  readonly person?: string;
  readonly name?: string;
  readonly subject?: string;
  /** What the office recorded afterwards; absent until it has. */
  readonly attended?: { readonly came: boolean; readonly note?: string | undefined };
}

/** The times of a reception day, one after the other. */
export interface Reception {
  readonly host: string;
  readonly startsAt: Instant;
  readonly slotMinutes: number;
  readonly slots: number;
  readonly bookings: Readonly<Record<string, Booking>>;
}

/** 活动记录: something that was held, or a reception day that people can book. */
export interface Activity {
  readonly kind: ActivityKind;
  readonly title: string;
  readonly heldOn: Day;
  readonly place?: string | undefined;
  readonly audience: Audience;
  readonly meeting?: { readonly type: MeetingType; readonly layer: Layer } | undefined;
  readonly aims?: readonly TrainingAim[] | undefined;
  readonly attendance: Attendance;
  readonly participants: readonly Participant[];
  readonly minutes?: string | undefined;
  readonly items: readonly string[];
  readonly recordedAt: Instant;
  readonly reception?: Reception;
  readonly withdrawn?: { readonly reason: string; readonly at: Instant };
}
export type ActivityState = Activity | undefined;

export const activityHistory: History<ActivityEvent, ActivityState> = { initial: undefined, evolve };

/** Who may know of it. Names of participants are for those who work there, whoever else may see the rest. */
export const activityShown = (
  organisation: string,
  { audience, withdrawn }: { readonly audience: Audience; readonly withdrawn?: unknown },
): Shown => ({ organisation, onShow: !withdrawn, releases: [{ audience, online: true }] });

const MINUTE_MS = 60_000;

/** When the slot begins. */
export const slotStart = (
  { startsAt, slotMinutes }: Pick<Reception, 'startsAt' | 'slotMinutes'>,
  slot: number,
): Instant => instantOf(epochOf(startsAt) + slot * slotMinutes * MINUTE_MS);

/** When the last time of the reception is over. */
export const receptionEnd = (reception: Pick<Reception, 'startsAt' | 'slotMinutes' | 'slots'>): Instant =>
  slotStart(reception, reception.slots);

function evolve(state: ActivityState, event: ActivityEvent, { at }: EventContext): ActivityState {
  if (event.type === 'ActivityRecorded') return { ...event.data, recordedAt: at };
  if (event.type === 'ReceptionPlanned') {
    const { title, place, audience, ...times } = event.data;
    return {
      kind: 'reception',
      title,
      place,
      audience,
      heldOn: dayOf(times.startsAt),
      attendance: {},
      participants: [],
      items: [],
      recordedAt: at,
      reception: { ...times, bookings: {} },
    };
  }
  if (!state) return state;
  switch (event.type) {
    case 'ReceptionBooked': {
      const { booking, ...booked } = event.data;
      return withBooking(state, booking, booked);
    }
    case 'AttendanceRecorded': {
      const { booking, ...attended } = event.data;
      const before = state.reception?.bookings[booking];
      return before ? withBooking(state, booking, { ...before, attended }) : state;
    }
    case 'ActivityWithdrawn':
      return { ...state, withdrawn: { ...event.data, at } };
  }
}

/** Who came to a reception day is counted from what was recorded of each booking. */
function withBooking(state: Activity, id: string, booking: Booking): Activity {
  if (!state.reception) return state;
  const bookings = { ...state.reception.bookings, [id]: booking };
  const guests = Object.values(bookings).filter(({ attended }) => attended?.came).length;
  return { ...state, attendance: { guests }, reception: { ...state.reception, bookings } };
}
