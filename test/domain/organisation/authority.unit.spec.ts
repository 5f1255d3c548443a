import { expect, test } from 'vitest';
import type { Actor } from '../../../domain/kernel/decider.ts';
import { requireSeat } from '../../../domain/organisation/authority.ts';
import type { Seat } from '../../../domain/organisation/body.ts';
import { fold } from '../roster/units.ts';

const NOW = '2026-09-01T01:00:00.000Z';
const filled = (body: Seat['body'], position: Seat['position'], person: string) => ({
  type: 'SeatFilled' as const,
  data: { body, position, person, from: '2026-01-01' },
});
const HOUSE = fold([
  {
    type: 'OrganisationOnboarded',
    data: { name: '东方小学党支部', shortName: '东方小学', kind: 'branch' },
  },
  filled('office', 'head', 'zhou'),
  filled('leading-group', 'member', 'zhou'),
  filled('office', 'member', 'lin'),
]);
const as = (person: string, chosen?: `${Seat['body']}:${Seat['position']}`): Actor => ({
  kind: 'person',
  person,
  organisation: 'dongfang',
  ...(chosen && { seat: chosen, chosen: true }),
});
const OFFICE_HEAD = [{ body: 'office', position: 'head' }] as const;
const OFFICE = [{ body: 'office' }] as const;

test.each([
  ['under any seat that it takes where none was chosen', as('zhou'), OFFICE_HEAD],
  ['under the chosen seat', as('zhou', 'office:head'), OFFICE_HEAD],
  ['under the chosen seat of a body, whatever the position', as('zhou', 'office:head'), OFFICE],
])('somebody with two seats acts %s', (_name, actor, rules) => {
  expect(requireSeat(actor, HOUSE, rules, NOW)).toBe('zhou');
});

test.each([
  ['under another one than they chose', as('zhou', 'leading-group:member'), OFFICE, 'seat-unfit'],
  ['in another position than they chose', as('zhou', 'office:member'), OFFICE_HEAD, 'seat-unfit'],
  ['under a seat that somebody else holds', as('lin', 'office:member'), OFFICE_HEAD, 'not-permitted'],
  ['without a seat', as('nobody'), OFFICE, 'not-permitted'],
  ['as a function', { kind: 'system', name: 'clock' } as Actor, OFFICE, 'not-permitted'],
])('nobody acts %s', (_name, actor, rules, code) => {
  expect(() => requireSeat(actor, HOUSE, rules, NOW)).toThrow(expect.objectContaining({ code }));
});
