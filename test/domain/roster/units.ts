import fc from 'fast-check';
import {
  BODIES,
  type Body,
  POSITIONS_IN,
  type Position,
  type Seat,
} from '../../../domain/organisation/body.ts';
import { ORGANISATION_KINDS, UNIT_KINDS } from '../../../domain/organisation/kinds.ts';
import {
  type Organisation,
  type OrganisationEvent,
  organisationHistory,
} from '../../../domain/organisation/organisation.ts';
import { SUPERVISOR_SOURCES } from '../../../domain/organisation/supervisors.ts';
import { ORIGINS, type Origin } from '../../../domain/profile/vocabulary.ts';
import type { RosterRow } from '../../../domain/roster/columns.ts';
import { readRoster } from '../../../domain/roster/reading.ts';
import { planUnit } from '../../../domain/roster/steps.ts';
import type { Listed } from '../../../domain/roster/writing.ts';
import { DEFAULT_CONTEXT } from '../../support/decider.ts';

export const TODAY = '2026-09-01';

const keysOf = <Key extends string>(table: Readonly<Record<Key, unknown>>) =>
  fc.constantFrom(...(Object.keys(table) as Key[]));
const day = (from: number, to: number) =>
  fc
    .integer({ min: from, max: to })
    .map((n) => new Date(Date.UTC(2026, 8, 1) + n * 86_400_000).toISOString().slice(0, 10));
/** Names as people have them, and as they are mistyped: quotes, commas, what spreadsheets take for formulas. */
const name = (most: number) =>
  fc
    .string({ unit: fc.constantFrom(...'王小明李欧阳·A9 ,"=+-@＝;（）'), minLength: 2, maxLength: most })
    .map((text) => text.trim().replaceAll(/ +/g, ' '))
    .filter((text) => text.length >= 2);

const seat = (people: readonly string[]): fc.Arbitrary<Seat> =>
  keysOf<Body>(BODIES).chain((body) =>
    fc.record(
      {
        body: fc.constant(body),
        position: fc.constantFrom<Position>(...POSITIONS_IN[body]),
        person: fc.constantFrom(...people),
        from: day(-900, 30),
        until: day(31, 900),
        place: fc.constantFrom('place-1', 'place-2'),
        source: keysOf(SUPERVISOR_SOURCES),
        unit: fc.constantFrom('unit-01', 'unit-02'),
      },
      { requiredKeys: ['body', 'position', 'person', 'from'] },
    ),
  );

/** A unit as the record may have it, right below `qu`. */
export const listedUnit = (id: string): fc.Arbitrary<Listed> =>
  fc
    .uniqueArray(fc.constantFrom('li', '10', '09', 'wang-min', 'zhou', 'chen-01'), { maxLength: 4 })
    .chain((ids) =>
      fc
        .record({
          unit: fc.record(
            {
              name: name(30),
              shortName: name(12),
              kind: keysOf(ORGANISATION_KINDS),
              unit: keysOf(UNIT_KINDS),
            },
            { requiredKeys: ['name', 'shortName', 'kind'] },
          ),
          people: fc.tuple(
            ...ids.map((person) =>
              fc.record(
                {
                  id: fc.constant(person),
                  name: name(12),
                  partyMember: fc.boolean(),
                  staff: fc.boolean(),
                  email: fc.constantFrom(
                    'a.b@school.example',
                    '13912345678@mail.example',
                    '+tag@school.example',
                  ),
                },
                { requiredKeys: ['id', 'name', 'partyMember', 'staff'] },
              ),
            ),
          ),
          seats: ids.length === 0 ? fc.constant([]) : fc.array(seat(ids), { maxLength: 5 }),
          origins: fc.dictionary(fc.constantFrom(...ids, 'nobody'), keysOf<Origin>(ORIGINS)),
        })
        .map(({ unit, people, seats, origins }) => {
          const organisation = fold([
            { type: 'OrganisationOnboarded', data: { ...unit, superior: 'qu' } },
            ...(people.length > 0 ? [{ type: 'PeopleRegistered' as const, data: { people } }] : []),
            ...unique(seats).map((data) => ({ type: 'SeatFilled' as const, data })),
          ]);
          const known = Object.entries(origins).filter(([person]) =>
            Object.hasOwn(organisation.people, person),
          );
          return { id, organisation, origins: Object.fromEntries(known) };
        }),
    );

const unique = (seats: readonly Seat[]): readonly Seat[] => {
  const keyOf = ({ body, position, person, from }: Seat) => [body, position, person, from].join();
  return [...new Map(seats.map((each) => [keyOf(each), each])).values()];
};

export const fold = (events: readonly OrganisationEvent[]): Organisation => {
  const state = events.reduce(
    (before, event) => organisationHistory.evolve(before, event, DEFAULT_CONTEXT),
    organisationHistory.initial,
  );
  if (!state) throw new Error('nothing was set up');
  return state;
};

const EVENTS = {
  OnboardOrganisation: 'OrganisationOnboarded',
  RegisterPeople: 'PeopleRegistered',
  FillSeat: 'SeatFilled',
} as const;

/** What comes of a roster where nothing was before, if nothing is refused. */
export function taken(rows: readonly RosterRow[]): readonly Listed[] {
  const { units, errors } = readRoster(rows, TODAY);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return units.map((unit) => {
    const { steps } = planUnit(unit, undefined, {});
    let origins: Listed['origins'] = {};
    const events = steps.flatMap((step) => {
      if (step.type !== 'RecordOrigins')
        return [{ type: EVENTS[step.type], data: step.data } as OrganisationEvent];
      origins = step.data.origins;
      return [];
    });
    return { id: unit.id, organisation: fold(events), origins };
  });
}
