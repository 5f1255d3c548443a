import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day } from '../../../domain/kernel/time.ts';
import { holders, requireSeat, seatsOf } from '../../../domain/organisation/authority.ts';
import {
  BODIES,
  type Body,
  POSITIONS_IN,
  type Position,
  type SeatRule,
} from '../../../domain/organisation/body.ts';
import { organisationDecider } from '../../../domain/organisation/decider.ts';
import type { Organisation } from '../../../domain/organisation/organisation.ts';
import { at, person } from '../item/school.ts';
import { type DataOf, issue, school, stateOf } from './samples.ts';

const WHO = ['zhou', 'chen'] as const;
const BODY_NAMES: readonly Body[] = ['leading-group', 'office', 'supervision-group', 'supervisors'];
const FIRST: Day = '2026-09-01';
const DAYS = 40;
const dayNo = (index: number): Day => addDays(FIRST, index);

/** Fill or leave a seat; all of it on the first day, for days before and behind. */
type Change =
  | { readonly type: 'FillSeat'; readonly data: DataOf<'FillSeat'> }
  | { readonly type: 'VacateSeat'; readonly data: DataOf<'VacateSeat'> };

/** Few of them, so that the same one is taken and left again and again. */
const seat = fc
  .tuple(
    fc.constantFrom(
      ['leading-group', 'head'] as const,
      ['office', 'member'] as const,
      ['supervision-group', 'member'] as const,
      ['supervisors', 'member'] as const,
    ),
    fc.constantFrom(...WHO),
  )
  .map(([[body, position], who]) => ({ body, position, person: who }));
const day = fc.nat(DAYS);
/** Short terms, so that several find room beside each other; now and then one without an end, or with none in it. */
const length = fc.option(fc.integer({ min: 0, max: 9 }), { freq: 8 });
const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(seat, day, length).map(
      ([where, from, days]): Change => ({
        type: 'FillSeat',
        data: {
          ...where,
          from: dayNo(from),
          ...(days !== null && { until: dayNo(from + days) }),
          ...(where.body === 'supervisors' && { source: 'parent' as const }),
        },
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(seat, day)
      .map(([where, until]): Change => ({ type: 'VacateSeat', data: { ...where, until: dayNo(until) } })),
  },
);
const changes = fc.array(change, { minLength: 1, maxLength: 25, size: 'max' });

const RIVALS: readonly (readonly [Body, Body])[] = [
  ['leading-group', 'supervision-group'],
  ['leading-group', 'supervisors'],
];

/** Who sits where, day by day, written down in the plainest way: one set of seats for each person and day. */
class Model {
  readonly #days = new Map<string, Set<string>>();
  /** Terms in the order in which they were begun: [first day, day after the last], for each seat of a person. */
  readonly #terms = new Map<string, [number, number][]>();

  accepts({ type, data }: Change): boolean {
    return type === 'FillSeat' ? this.#fill(data) : this.#vacate(data);
  }

  has(who: string, body: Body, position: Position, day: number): boolean {
    return this.#days.get(`${who} ${day}`)?.has(`${body}:${position}`) ?? false;
  }

  #fill({ body, position, person: who, from, until }: DataOf<'FillSeat'>): boolean {
    const first = indexOf(from);
    const last = until === undefined ? Number.POSITIVE_INFINITY : indexOf(until);
    if (last <= first || (body === 'supervisors' && until === undefined)) return false;
    for (let day = first; day < Math.min(last, HORIZON); day += 1) {
      const held = [...(this.#days.get(`${who} ${day}`) ?? [])];
      if (held.includes(`${body}:${position}`)) return false;
      if (held.some((one) => isRival(one, body))) return false;
    }
    this.#mark(`${body}:${position}`, who, first, last, true);
    const terms = this.#terms.get(`${who} ${body}:${position}`) ?? [];
    this.#terms.set(`${who} ${body}:${position}`, [...terms, [first, last]]);
    return true;
  }

  #vacate({ body, position, person: who, until }: DataOf<'VacateSeat'>): boolean {
    const terms = this.#terms.get(`${who} ${body}:${position}`) ?? [];
    const term = terms.toSorted((a, b) => b[1] - a[1])[0];
    const end = indexOf(until);
    // Nobody changes what is over on the first day, makes a term longer, or ends it before it began.
    if (!term || term[1] <= 0 || end >= term[1] || end < term[0]) return false;
    this.#mark(`${body}:${position}`, who, end, term[1], false);
    term[1] = end;
    return true;
  }

  #mark(name: string, who: string, first: number, last: number, held: boolean): void {
    for (let day = first; day < Math.min(last, HORIZON); day += 1) {
      const seats = this.#days.get(`${who} ${day}`) ?? new Set();
      if (held) seats.add(name);
      else seats.delete(name);
      this.#days.set(`${who} ${day}`, seats);
    }
  }
}

const HORIZON = DAYS + 20;
const indexOf = (day: Day): number => Math.round((Date.parse(day) - Date.parse(FIRST)) / 86_400_000);
const isRival = (held: string, body: Body): boolean =>
  RIVALS.some(([one, other]) =>
    [
      [one, other],
      [other, one],
    ].some(([mine, theirs]) => mine === body && held.startsWith(`${theirs}:`)),
  );

const RULES: readonly SeatRule[] = BODY_NAMES.flatMap((body) => [
  { body },
  ...POSITIONS_IN[body].map((position) => ({ body, position })),
]);

function accepted(command: Change, state: Organisation): Organisation | undefined {
  const request = issue(command.type, command.data as never);
  try {
    const events = organisationDecider.decide(request, state);
    return events.reduce<Organisation>(
      (folded, event) =>
        organisationDecider.evolve(folded, event, { at: request.now, by: request.actor }) ?? folded,
      state,
    );
  } catch {
    return undefined;
  }
}

function isAdmitted(state: Organisation, who: string, rule: SeatRule, day: Day): boolean {
  try {
    return requireSeat(person(who), state, [rule], at(`${day} 12:00`)) === who;
  } catch {
    return false;
  }
}

test('permissions after any sequence of seat changes equal those of a calendar kept by hand', () => {
  const seen = { accepted: 0, refused: 0, held: 0 };
  const begun = stateOf(school());
  fc.assert(
    fc.property(changes, fc.nat(HORIZON - 1), (made, index) => {
      const model = new Model();
      let state = begun;
      for (const each of made) {
        const next = accepted(each, state);
        expect(model.accepts(each), JSON.stringify(each)).toBe(next !== undefined);
        seen[next ? 'accepted' : 'refused'] += 1;
        state = next ?? state;
      }
      for (const who of WHO) {
        const today = dayNo(index);
        const noon = at(`${today} 12:00`);
        for (const rule of RULES) {
          const expected = positionsOf(rule).some((position) => model.has(who, rule.body, position, index));
          expect(holders(state, [rule], noon).has(who), `${who} ${JSON.stringify(rule)}`).toBe(expected);
          expect(isAdmitted(state, who, rule, today)).toBe(expected);
        }
        const held = seatsOf(state, who, noon).map(({ body, position }) => `${body}:${position}`);
        const modelled = (Object.keys(BODIES) as Body[]).flatMap((body) =>
          POSITIONS_IN[body]
            .filter((position) => model.has(who, body, position, index))
            .map((position) => `${body}:${position}`),
        );
        expect(held.toSorted()).toEqual(modelled.toSorted());
        seen.held += held.length;
      }
    }),
    { numRuns: 200 },
  );
  // A fifth of what is usual, so that chance never fails it.
  expect(seen.accepted).toBeGreaterThan(200);
  expect(seen.refused).toBeGreaterThan(200);
  expect(seen.held).toBeGreaterThan(20);
});

const positionsOf = ({ body, position }: SeatRule): readonly Position[] =>
  position === undefined ? POSITIONS_IN[body] : [position];
