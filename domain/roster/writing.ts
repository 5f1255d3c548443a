import type { Day } from '../kernel/time.ts';
import { BODIES, POSITIONS, type Seat } from '../organisation/body.ts';
import type { Organisation } from '../organisation/organisation.ts';
import type { Origin } from '../profile/vocabulary.ts';
import { COLUMN_NAMES, type ColumnName, positionWord, type RosterRow, wordFor } from './columns.ts';

/** An organisation with what its roster says. */
export interface Listed {
  readonly id: string;
  readonly organisation: Organisation;
  readonly origins: Readonly<Record<string, Origin>>;
}

/**
 * The rows of a roster: what is read from them again is what they were written from. Seats that are over are no part of
 * it. Units stand in the order given, their people by id, the seats of each by body and position.
 */
export const writeRoster = (units: readonly Listed[], today: Day): readonly RosterRow[] =>
  units.flatMap((unit) => rowsOf(unit, today));

/** A roster lists who is in office or will be; the past is for the record. */
const isCurrent = ({ until }: Pick<Seat, 'until'>, today: Day): boolean =>
  until === undefined || until > today;

function rowsOf({ id, organisation, origins }: Listed, today: Day): readonly RosterRow[] {
  const { name, shortName, kind, unit: unitKind, superior, people, seats } = organisation;
  const unit = {
    unit: id,
    unitName: name,
    shortName,
    kind: wordFor('kind', kind),
    unitKind: unitKind && wordFor('unitKind', unitKind),
    superior,
  };
  const everybody = Object.values(people).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (everybody.length === 0) return [withoutAbsent(unit)];
  return everybody.flatMap((person) => {
    const { [person.id]: origin } = origins;
    const row = {
      ...unit,
      person: person.id,
      name: person.name,
      partyMember: yesNo('partyMember', person.partyMember),
      staff: yesNo('staff', person.staff),
      email: person.email,
      origin: origin && wordFor('origin', origin),
    };
    const held = seats.filter((seat) => seat.person === person.id && isCurrent(seat, today));
    if (held.length === 0) return [withoutAbsent(row)];
    return held.toSorted(byRank).map(({ body, position, from, until, place, source, unit: home }) =>
      withoutAbsent({
        ...row,
        body: wordFor('body', body),
        position: positionWord(body, position),
        from,
        until,
        place,
        source: source && wordFor('source', source),
        home,
      }),
    );
  });
}

const RANKS = [Object.keys(BODIES), Object.keys(POSITIONS)] as const;
const rankOf = ({ body, position }: Seat): number =>
  RANKS[0].indexOf(body) * RANKS[1].length + RANKS[1].indexOf(position);
const byRank = (a: Seat, b: Seat): number => rankOf(a) - rankOf(b) || (a.from < b.from ? -1 : 1);

const yesNo = (column: ColumnName, is: boolean): string => wordFor(column, is ? 'yes' : 'no');

const withoutAbsent = (row: RosterRow): RosterRow =>
  Object.fromEntries(
    COLUMN_NAMES.flatMap((column) => (row[column] === undefined ? [] : [[column, row[column]]])),
  );
