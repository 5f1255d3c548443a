import type { Day } from '../kernel/time.ts';
import {
  type Body,
  endable,
  isHeld,
  isSameSeat,
  type Layout,
  overlap,
  POSITIONS_IN,
  type Seat,
  type SeatIdentity,
} from './body.ts';
import { refuse } from './refusals.ts';

/** What the rules about seats need to know of an organisation. */
interface Seated {
  readonly people: Readonly<Record<string, unknown>>;
  readonly seats: readonly Seat[];
  readonly layouts?: Partial<Readonly<Record<Body, Layout>>>;
}

/** Those who lead and those who watch them must be different people (DF-01). */
const RIVALS: Partial<Record<Body, readonly Body[]>> = {
  'leading-group': ['supervision-group', 'supervisors'],
  'supervision-group': ['leading-group'],
  supervisors: ['leading-group'],
};

/** @throws Refusal why the person cannot have the seat for that time */
export function checkSeat(organisation: Seated, wanted: Seat): void {
  const { person, body, position, from, until } = wanted;
  if (!Object.hasOwn(organisation.people, person)) refuse('person-unknown', { field: 'person', person });
  if (!POSITIONS_IN[body].includes(position)) refuse('position-not-in-body', { field: 'position' });
  if (until !== undefined && until <= from) refuse('seat-ends-before-it-begins', { field: 'until', from });
  if (body === 'supervisors') checkSupervisor(wanted);
  const then = organisation.seats.filter((seat) => overlap(seat, wanted));
  if (then.some((seat) => isSameSeat(seat, wanted))) refuse('seat-taken');
  if (then.some((seat) => seat.person === person && RIVALS[body]?.includes(seat.body))) {
    refuse('supervisor-in-leading-group', { field: 'person' });
  }
  checkPlace(organisation.layouts?.[body], wanted, then);
}

function checkSupervisor({ until, source }: Seat): void {
  if (until === undefined) refuse('term-missing', { field: 'until' });
  if (source === undefined) refuse('source-missing', { field: 'source' });
}

function checkPlace(
  layout: Layout | undefined,
  { body, position, place }: Seat,
  then: readonly Seat[],
): void {
  if (!layout && place === undefined) return;
  const wanted = layout?.places.find(({ id }) => id === place);
  if (wanted?.position !== position) refuse('place-unknown', { field: 'place' });
  if (then.some((seat) => seat.body === body && seat.place === place))
    refuse('place-taken', { field: 'place' });
}

/** @throws Refusal why the person cannot leave the seat on that day */
export function checkVacated(
  { seats }: Pick<Seated, 'seats'>,
  vacated: SeatIdentity & { readonly until: Day },
  today: Day,
): void {
  const seat = endable(seats, vacated) ?? refuse('seat-not-held');
  const isOver = seat.until !== undefined && seat.until <= today;
  if (isOver || (seat.until !== undefined && seat.until <= vacated.until)) refuse('seat-not-held');
  if (vacated.until < seat.from) refuse('seat-ends-before-it-begins', { field: 'until', from: seat.from });
}

/** @throws Refusal when a place would go, or become another one, while somebody fills it */
export function checkLayout(
  { seats }: Pick<Seated, 'seats'>,
  body: Body,
  { places }: Layout,
  today: Day,
): void {
  places.forEach(({ position }, index) => {
    if (!POSITIONS_IN[body].includes(position)) {
      refuse('position-not-in-body', { field: `places.${index}.position` });
    }
  });
  const filled = seats.filter(
    (seat) => seat.body === body && seat.place !== undefined && isFilled(seat, today),
  );
  const gone = filled.find(
    (seat) => !places.some(({ id, position }) => id === seat.place && position === seat.position),
  );
  if (gone) refuse('place-filled', { field: 'places', place: gone.place });
}

const isFilled = (seat: Seat, today: Day): boolean => isHeld(seat, today) || seat.from > today;
