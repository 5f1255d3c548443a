import type { Day } from '../kernel/time.ts';
import { isHeld, POSITIONS_IN, type Position } from '../organisation/body.ts';
import { ORIGINS, type Origin } from '../profile/vocabulary.ts';
import type { Listed } from './writing.ts';

/** 书记, 副书记 and 委员, by whom a unit is led (QD-02). */
const LEADERS = POSITIONS_IN['party-committee'];

/** People in one position over all units, by how they came to it (QD-03). */
export interface PositionFigures {
  readonly position: Position;
  readonly count: number;
  /** Where none is recorded, under `unknown`. Shares are of all in the position, in per mille, rounded. */
  readonly origins: readonly {
    readonly origin: Origin | 'unknown';
    readonly count: number;
    readonly perMille: number;
  }[];
}

export interface Composition {
  readonly units: number;
  readonly workers: number;
  readonly positions: readonly PositionFigures[];
  /** Ids of units without a secretary. */
  readonly withoutHead: readonly string[];
}

/** 党务工作人员: who leads a unit on the day, counted seat by seat. */
export function compositionOf(units: readonly Listed[], today: Day): Composition {
  const seats = units.flatMap(({ id, organisation, origins }) =>
    organisation.seats
      .filter(({ body, ...seat }) => body === 'party-committee' && isHeld(seat, today))
      .map(({ position, person }) => ({
        unit: id,
        position,
        origin: origins[person] ?? ('unknown' as const),
      })),
  );
  const led = new Set(seats.filter(({ position }) => position === 'head').map(({ unit }) => unit));
  return {
    units: units.length,
    workers: seats.length,
    positions: LEADERS.map((position) => {
      const theirs = seats.filter((seat) => seat.position === position);
      return { position, count: theirs.length, origins: sharesOf(theirs.map(({ origin }) => origin)) };
    }),
    withoutHead: units.map(({ id }) => id).filter((id) => !led.has(id)),
  };
}

const sharesOf = (origins: readonly (Origin | 'unknown')[]): PositionFigures['origins'] =>
  ([...Object.keys(ORIGINS), 'unknown'] as (Origin | 'unknown')[]).flatMap((origin) => {
    const count = origins.filter((each) => each === origin).length;
    return count === 0 ? [] : [{ origin, count, perMille: Math.round((count * 1000) / origins.length) }];
  });
