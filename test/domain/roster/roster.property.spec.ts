import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRoster } from '../../../domain/roster/reading.ts';
import { planUnit } from '../../../domain/roster/steps.ts';
import { type Listed, writeRoster } from '../../../domain/roster/writing.ts';
import { csvOf } from '../../../functions/export/csv.ts';
import { csvCells } from '../../../functions/export/csv-cells.ts';
import { rosterRows, rosterTable } from '../../../functions/export/roster-table.ts';
import { listedUnit, TODAY, taken } from './units.ts';

/** All that a roster says; the order of seats is none of it. */
const essence = ({ id, organisation, origins }: Listed) => {
  const { name, shortName, kind, unit, superior, people, seats } = organisation;
  const sorted = seats.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return { id, name, shortName, kind, unit, superior, people, origins, seats: sorted };
};
const keyOf = ({ body, position, person, from }: Listed['organisation']['seats'][number]) =>
  [body, position, person, from].join();

const district = fc.tuple(listedUnit('unit-01'), listedUnit('unit-02'), listedUnit('unit-03'));

test('import then export is the identity, and so is export then import, be it through a file', () => {
  let seats = 0;
  fc.assert(
    fc.property(district, (units) => {
      const rows = writeRoster(units, TODAY);
      // What was exported and is imported where there is nothing is the same there, and is exported as the same.
      const copies = taken(rows);
      expect(copies.map(essence)).toEqual(units.map(essence));
      expect(writeRoster(copies, TODAY)).toEqual(rows);
      // What is exported and imported where it came from changes nothing.
      const { units: read, errors } = readRoster(rows, TODAY);
      expect(errors).toEqual([]);
      for (const unit of read) {
        const known = units.find(({ id }) => id === unit.id);
        const plan = planUnit(unit, known?.organisation, known?.origins ?? {});
        expect([plan.steps, plan.errors]).toEqual([[], []]);
        seats += plan.seats.unchanged;
      }
      expect(rosterRows(csvCells(csvOf(rosterTable(rows))))).toEqual(rows);
    }),
    { numRuns: 60 },
  );
  expect(seats).toBeGreaterThan(50);
});
