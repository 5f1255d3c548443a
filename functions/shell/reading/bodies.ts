import type { Day } from '../../../domain/kernel/time.ts';
import {
  BODIES,
  type Body,
  isHeld,
  type Place,
  positionTitle,
  type Seat,
} from '../../../domain/organisation/body.ts';
import type { Organisation } from '../../../domain/organisation/organisation.ts';
import { SUPERVISOR_SOURCES } from '../../../domain/organisation/supervisors.ts';

/** One seat in a body as pages show it; without `since` it is vacant. */
export interface SeatReading {
  /** 组长, 主任, 监督员. */
  readonly title: string;
  /** Of which office whoever sits there is the holder: 校长. */
  readonly office?: string;
  readonly since?: Day;
  /** First day after the term. */
  readonly until?: Day;
  /** Whom a supervisor was chosen from. */
  readonly source?: string;
  /** Name of who sits there; only for people of the organisation. */
  readonly name?: string;
  readonly person?: string;
}

export interface BodyReading {
  readonly body: Body;
  readonly name: string;
  /** The unit that it sits in. */
  readonly host?: string;
  readonly seats: readonly SeatReading[];
}

/**
 * The bodies that were laid out or have anybody in them on the day: each place in its order, whoever fills it or not,
 * and after the places those who sit there without one.
 */
export function bodiesOf(organisation: Organisation, today: Day, withNames: boolean): readonly BodyReading[] {
  const { seats, layouts = {} } = organisation;
  const held = seats.filter((seat) => isHeld(seat, today));
  return (Object.keys(BODIES) as Body[]).flatMap((body) => {
    const layout = layouts[body];
    const here = held.filter((seat) => seat.body === body);
    if (!layout && here.length === 0) return [];
    const places = layout?.places ?? [];
    const placed = places.map((place) =>
      placeReading(
        place,
        body,
        here.find((seat) => seat.place === place.id),
      ),
    );
    const others = here
      .filter((seat) => !places.some(({ id }) => id === seat.place))
      .toSorted((a, b) => rank(a) - rank(b))
      .map(seatReading);
    const reading = { body, name: BODIES[body], seats: [...placed, ...others] };
    return [layout?.host === undefined ? reading : { ...reading, host: layout.host }];
  });

  function placeReading({ office, position }: Place, body: Body, seat: Seat | undefined): SeatReading {
    const named = seat ? seatReading(seat) : { title: titleIn(body, position) };
    return { ...named, ...(office !== undefined && { office }) };
  }

  function seatReading(seat: Seat): SeatReading {
    const { body, position, person, from, until, source } = seat;
    return {
      title: titleIn(body, position),
      since: from,
      ...(until !== undefined && { until }),
      ...(source !== undefined && { source: SUPERVISOR_SOURCES[source] }),
      ...(withNames && { person, name: organisation.people[person]?.name ?? person }),
    };
  }
}

const titleIn = (body: Body, position: Seat['position']): string =>
  body === 'supervisors' ? '监督员' : positionTitle(body, position);

const ORDER: readonly Seat['position'][] = ['head', 'deputy', 'member', 'spokesperson', 'liaison', 'editor'];
const rank = ({ position }: Seat): number => ORDER.indexOf(position);
