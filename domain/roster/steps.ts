import type * as z from 'zod/mini';
import type { Seat } from '../organisation/body.ts';
import type { fillSeat, onboardOrganisation, Person, registerPeople } from '../organisation/commands.ts';
import type { OrganisationState } from '../organisation/organisation.ts';
import type { OriginsData } from '../profile/commands.ts';
import type { Origin } from '../profile/vocabulary.ts';
import { type ColumnName, wordFor } from './columns.ts';
import { cellError, type RosterError } from './errors.ts';
import type { RosterPerson, RosterUnit } from './roster.ts';

/** One command that brings a unit nearer to what the roster says, and what of the roster it stands for. */
export type RosterStep = { readonly row: number; readonly column: ColumnName } & (
  | { readonly type: 'OnboardOrganisation'; readonly data: z.infer<typeof onboardOrganisation> }
  | { readonly type: 'RegisterPeople'; readonly data: z.infer<typeof registerPeople> }
  | { readonly type: 'FillSeat'; readonly data: z.infer<typeof fillSeat> }
  | { readonly type: 'RecordOrigins'; readonly data: OriginsData }
);

/** What would become of a unit. */
export interface UnitPlan {
  readonly unit: RosterUnit;
  readonly isNew: boolean;
  readonly steps: readonly RosterStep[];
  readonly errors: readonly RosterError[];
  readonly people: { readonly created: number; readonly changed: number; readonly unchanged: number };
  readonly seats: { readonly created: number; readonly unchanged: number };
}

const SEAT_FIELDS = [
  'body',
  'position',
  'person',
  'from',
  'until',
  'place',
  'source',
  'unit',
] as const satisfies readonly (keyof Seat)[];

const PERSON_FIELDS = ['name', 'partyMember', 'staff', 'email'] as const satisfies readonly (keyof Person)[];

/** As many as one command registers. */
const PEOPLE_AT_ONCE = 200;

/**
 * What it takes to make a unit what the roster says; nothing for what it says already. A roster adds and changes: who is
 * not on it stays, a seat that is not on it is still held, and an empty cell says nothing, so that a table with fewer columns
 * takes nothing away.
 */
export function planUnit(
  unit: RosterUnit,
  state: OrganisationState,
  origins: Readonly<Record<string, Origin>>,
): UnitPlan {
  const { row } = unit;
  const people = Object.groupBy(unit.people, (person) => fateOf(person, state));
  const touched = unit.people.filter((person) => fateOf(person, state) !== 'unchanged');
  const vacant = unit.seats.filter((seat) => !state?.seats.some((held) => agrees(held, seat, SEAT_FIELDS)));
  const come = Object.fromEntries(
    unit.people.flatMap(({ id, origin }) => (origin && origins[id] !== origin ? [[id, origin]] : [])),
  );
  const steps: RosterStep[] = [];
  if (!state) steps.push({ row, column: 'unit', type: 'OnboardOrganisation', data: onboardingOf(unit) });
  for (let from = 0; from < touched.length; from += PEOPLE_AT_ONCE) {
    const some = touched.slice(from, from + PEOPLE_AT_ONCE);
    const data = { people: some.map((person) => registered(person, state)) };
    steps.push({ row: some[0]?.row ?? row, column: 'person', type: 'RegisterPeople', data });
  }
  for (const { row: at, ...seat } of vacant)
    steps.push({ row: at, column: 'position', type: 'FillSeat', data: seat });
  if (Object.keys(come).length > 0)
    steps.push({ row, column: 'origin', type: 'RecordOrigins', data: { origins: come } });
  return {
    unit,
    isNew: !state,
    steps,
    errors: state ? differences(unit, state) : [],
    people: {
      created: people.created?.length ?? 0,
      changed: people.changed?.length ?? 0,
      unchanged: people.unchanged?.length ?? 0,
    },
    seats: { created: vacant.length, unchanged: unit.seats.length - vacant.length },
  };
}

const onboardingOf = ({ name, shortName, kind, unit, superior }: RosterUnit) => ({
  name,
  shortName,
  kind,
  ...(unit && { unit }),
  ...(superior !== undefined && { superior }),
});

/** With what is known of the person and not said anew. */
function registered({ id, name, partyMember, staff, email }: RosterPerson, state: OrganisationState): Person {
  return { ...knownAs(id, state), id, name, partyMember, staff, ...(email !== undefined && { email }) };
}

const knownAs = (id: string, state: OrganisationState): Person | undefined =>
  state && Object.hasOwn(state.people, id) ? state.people[id] : undefined;

function fateOf(person: RosterPerson, state: OrganisationState): 'created' | 'changed' | 'unchanged' {
  const known = knownAs(person.id, state);
  if (!known) return 'created';
  return agrees(known, person, PERSON_FIELDS) ? 'unchanged' : 'changed';
}

/** True when nothing that is said is otherwise known. */
const agrees = <T extends object>(known: T, said: T, fields: readonly (keyof T)[]): boolean =>
  fields.every((field) => said[field] === undefined || said[field] === known[field]);

/** Nothing that a roster does renames a unit or moves it. */
function differences(unit: RosterUnit, state: NonNullable<OrganisationState>): readonly RosterError[] {
  const known = factsOf(state);
  const said = factsOf(unit);
  return (Object.keys(known) as (keyof typeof known)[])
    .filter((column) => !agrees(known, said, [column]))
    .map((column) =>
      cellError(unit.row, column, 'unit-differs', { known: wordFor(column, known[column] ?? '（空）') }),
    );
}

const factsOf = ({
  name: unitName,
  shortName,
  kind,
  unit: unitKind,
  superior,
}: Pick<NonNullable<OrganisationState>, 'name' | 'shortName' | 'kind' | 'unit' | 'superior'>) => ({
  unitName,
  shortName,
  kind,
  unitKind,
  superior,
});
