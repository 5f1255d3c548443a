import fc from 'fast-check';
import { calendarOf, type EditedDays, type WorkingCalendar } from '../../../domain/calendar/working-days.ts';
import type { DutyRules } from '../../../domain/duty/rules-schema.ts';
import { addDays, type Day } from '../../../domain/kernel/time.ts';
import { RULES } from './ledger-samples.ts';

/** Something that people do on a day; what makes no sense on it is refused, as it would be. */
export interface Act {
  readonly day: Day;
  readonly kind: 'disclose' | 'occur' | 'waive' | 'end-waiver' | 'snooze';
  readonly row: string;
  /** Days ahead, or back for what is heard of late. */
  readonly span: number;
  readonly flag: boolean;
}

/** One school, its rules, and what happens in sixteen months. */
export interface Year {
  readonly rows: readonly { readonly id: string; readonly timing: 'periodic' | 'standing' | 'prompt' }[];
  readonly rules: DutyRules;
  readonly since: Day;
  /** By which ladders are laid out, and by which people then really work: holidays are declared in between. */
  readonly planned: WorkingCalendar;
  readonly worked: WorkingCalendar;
  readonly acts: readonly Act[];
  /** Days on which no clock and no scan runs. */
  readonly outage: ReadonlySet<Day>;
}

export const FIRST: Day = '2026-01-01';
export const LAST: Day = '2027-04-30';
/** Then the clock runs again, and people rest, so that everything can come to an end. */
const QUIET_FROM = 460;
const IDS: readonly string[] = ['b-01', 'b-02', 'b-03', 'b-04', 'b-05', 'b-06'];

const someDay = fc.integer({ min: 0, max: 500 }).map((count) => addDays(FIRST, count));
const someEdits: fc.Arbitrary<EditedDays> = fc.dictionary(
  someDay,
  fc.record({ working: fc.boolean(), name: fc.constant('校历') }),
  { maxKeys: 60 },
);
const someSpan = fc.record({
  days: fc.nat({ max: 20 }),
  counting: fc.constantFrom('calendar' as const, 'working' as const),
});
const someRules: fc.Arbitrary<DutyRules> = fc.record({
  cadence: fc.constantFrom('quarter' as const, 'half-year' as const),
  rowCadence: fc.dictionary(
    fc.constantFrom(...IDS),
    fc.constantFrom('quarter' as const, 'half-year' as const),
    { maxKeys: 2 },
  ),
  prompt: someSpan,
  result: someSpan,
  joiningDays: fc.nat({ max: 92 }),
  ladder: fc
    .uniqueArray(fc.integer({ min: -12, max: 15 }), { minLength: 1, maxLength: 9 })
    .map((offsets) =>
      offsets.toSorted((a, b) => a - b).map((offset) => ({ offset, tell: RULES.ladder[0]?.tell ?? [] })),
    ),
});
const someAct: fc.Arbitrary<Act> = fc.record({
  day: fc.nat({ max: QUIET_FROM }).map((count) => addDays(FIRST, count)),
  kind: fc.constantFrom('disclose', 'disclose', 'occur', 'waive', 'waive', 'end-waiver', 'snooze'),
  row: fc.constantFrom(...IDS),
  span: fc.nat({ max: 60 }),
  flag: fc.boolean(),
});
const someOutage = fc
  .array(fc.tuple(fc.nat({ max: 300 }), fc.integer({ min: 1, max: 160 })), { maxLength: 4 })
  .map((gaps) => new Set(gaps.flatMap(([from, length]) => daysFrom(addDays(FIRST, from), length))));

export const years: fc.Arbitrary<Year> = fc
  .record({
    timings: fc.array(fc.constantFrom('periodic' as const, 'standing' as const, 'prompt' as const), {
      minLength: 1,
      maxLength: IDS.length,
    }),
    rules: someRules,
    since: fc.oneof(
      fc.constant(FIRST),
      someDay.filter((day) => day < '2026-09-01'),
    ),
    edits: someEdits,
    late: someEdits,
    acts: fc.array(someAct, { maxLength: 50 }),
    outage: someOutage,
  })
  .map(({ timings, edits, late, since, acts, ...year }) => ({
    ...year,
    since,
    rows: timings.map((timing, index) => ({ id: IDS[index] as string, timing })),
    planned: calendarOf(edits),
    worked: calendarOf({ ...edits, ...late }),
    acts: inOrder(acts, since, timings.length),
  }));

/** Acts since the school joined, on rows that it has; one in a while is on a row that it has not. */
const inOrder = (acts: readonly Act[], since: Day, rows: number): readonly Act[] =>
  acts
    .filter(({ day }) => day >= since)
    .map((act) => ({
      ...act,
      row: IDS[IDS.indexOf(act.row) % (rows + (act.span % 10 === 0 ? 1 : 0))] ?? 'b-06',
    }))
    .toSorted((a, b) => a.day.localeCompare(b.day));

const daysFrom = (day: Day, length: number): readonly Day[] =>
  Array.from({ length }, (_, count) => addDays(day, count));
export const allDays = (since: Day): readonly Day[] => {
  const days: Day[] = [];
  for (let day = since; day <= LAST; day = addDays(day, 1)) days.push(day);
  return days;
};
/** The day of a disclosure, which the ledgers hear of on the day of the act. */
export const heldOn = ({ day, span, flag }: Act, since: Day): Day => {
  const held = flag ? addDays(day, -span) : day;
  return held < since ? since : held;
};
