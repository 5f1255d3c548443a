import type { Day } from '../kernel/time.ts';
import { type Body, POSITIONS_IN } from '../organisation/body.ts';
import type { OrganisationKind, UnitKind } from '../organisation/kinds.ts';
import { Cells } from './cells.ts';
import { COLUMN_NAMES, type ColumnName, positionMeant, positionWord, type RosterRow } from './columns.ts';
import { lineOf, type RosterError } from './errors.ts';
import type { RosterPerson, RosterSeat, RosterUnit } from './roster.ts';

export interface ReadRoster {
  /** In the order in which they first appear, superiors before those below them. */
  readonly units: readonly RosterUnit[];
  /** Everything that is wrong with single cells, and between rows. */
  readonly errors: readonly RosterError[];
}

type Draft = Omit<RosterUnit, 'people' | 'seats'> & { people: RosterPerson[]; seats: RosterSeat[] };

const UNIT_COLUMNS = ['unitName', 'shortName', 'kind', 'unitKind', 'superior'] as const;
const PERSON_COLUMNS = ['name', 'partyMember', 'staff', 'email', 'origin'] as const;
/** Of a seat these are needed, and the others now and then. */
const SEAT_COLUMNS = ['body', 'position', 'from'] as const;
const MORE_OF_SEAT = ['until', 'place', 'source', 'home'] as const;

/** Units, people and seats of a roster (QD-01), as of the day. Rows that are empty all over are passed over. */
export function readRoster(rows: readonly RosterRow[], today: Day): ReadRoster {
  const units = new Map<string, Draft>();
  const errors: RosterError[] = [];
  const first = new Map<string, Cells>();
  for (const [row, texts] of rows.entries()) {
    const cells = new Cells(row, texts);
    if (!COLUMN_NAMES.some((column) => cells.has(column))) continue;
    const unit = unitIn(cells);
    const known = units.get(unit.id) ?? unit;
    units.set(unit.id, known);
    requireSame(cells, first, `unit ${unit.id}`, UNIT_COLUMNS, { what: '单位', subject: 'unit' });
    if (cells.has('person')) addPerson(cells, known, first, today);
    else if ([...PERSON_COLUMNS, ...SEAT_COLUMNS, ...MORE_OF_SEAT].some((column) => cells.has(column)))
      cells.wrong('person', 'cell-missing');
    errors.push(...cells.errors);
  }
  return { units: superiorsFirst([...units.values()]), errors };
}

function unitIn(cells: Cells): Draft {
  return {
    row: cells.row,
    id: cells.id('unit'),
    name: cells.line('unitName', 60, 2),
    shortName: cells.line('shortName', 20),
    kind: cells.word<OrganisationKind>('kind'),
    ...(cells.has('unitKind') && { unit: cells.word<UnitKind>('unitKind') }),
    ...(cells.has('superior') && { superior: cells.id('superior') }),
    people: [],
    seats: [],
  };
}

function addPerson(cells: Cells, unit: Draft, first: Map<string, Cells>, today: Day): void {
  const { row } = cells;
  const email = cells.email();
  const person: RosterPerson = {
    row,
    id: cells.id('person'),
    name: cells.line('name', 30),
    partyMember: cells.word('partyMember') === 'yes',
    staff: cells.word('staff') === 'yes',
    ...(email !== undefined && { email }),
    ...(cells.has('origin') && { origin: cells.word('origin') }),
  };
  if (!unit.people.some(({ id }) => id === person.id)) unit.people.push(person);
  requireSame(cells, first, `person ${unit.id} ${person.id}`, PERSON_COLUMNS, {
    what: '人员',
    subject: 'person',
  });
  const seat = seatIn(cells, person.id, today);
  if (!seat) return;
  const same = unit.seats.find((each) => seatKey(each) === seatKey(seat));
  if (same) cells.wrong('position', 'seat-repeated', { line: lineOf(same.row) });
  else unit.seats.push(seat);
}

function seatIn(cells: Cells, person: string, today: Day): RosterSeat | undefined {
  if (![...SEAT_COLUMNS, ...MORE_OF_SEAT].some((column) => cells.has(column))) return undefined;
  const missing = SEAT_COLUMNS.find((column) => !cells.has(column));
  if (missing !== undefined) {
    cells.wrong(missing, 'seat-incomplete');
    return undefined;
  }
  const body = cells.word<Body>('body');
  // A word that the column does not have stands for nothing.
  if (!(body in POSITIONS_IN)) return undefined;
  const position = positionMeant(body, cells.text('position'));
  if (position === undefined) {
    const words = POSITIONS_IN[body].map((each) => positionWord(body, each)).join('、');
    cells.wrong('position', 'cell-word-unknown', { words });
    return undefined;
  }
  const until = cells.has('until') ? cells.day('until') : undefined;
  if (until !== undefined && until !== '' && until <= today) cells.wrong('until', 'seat-over');
  return {
    row: cells.row,
    body,
    position,
    person,
    from: cells.day('from'),
    ...(until !== undefined && { until }),
    ...(cells.has('place') && { place: cells.id('place') }),
    ...(cells.has('source') && { source: cells.word('source') }),
    ...(cells.has('home') && { unit: cells.id('home') }),
  };
}

const seatKey = ({ body, position, person, from }: RosterSeat): string =>
  [body, position, person, from].join(' ');

/** What is said twice of one thing has to be the same. */
function requireSame(
  cells: Cells,
  first: Map<string, Cells>,
  key: string,
  columns: readonly ColumnName[],
  about: { readonly what: string; readonly subject: string },
): void {
  const earlier = first.get(key);
  if (!earlier) {
    first.set(key, cells);
    return;
  }
  for (const column of columns) {
    if (cells.text(column) !== earlier.text(column))
      cells.wrong(column, 'cell-contradicts', { line: lineOf(earlier.row), ...about });
  }
}

/** A unit stands after its superior, so that it can be set up under it. Units in a circle stay where they are. */
function superiorsFirst(units: readonly RosterUnit[]): readonly RosterUnit[] {
  const left = new Map(units.map((unit) => [unit.id, unit]));
  const ordered: RosterUnit[] = [];
  const take = (unit: RosterUnit): void => {
    if (!left.delete(unit.id)) return;
    const superior = left.get(unit.superior ?? '');
    if (superior) take(superior);
    ordered.push(unit);
  };
  for (const unit of units) take(unit);
  return ordered;
}
