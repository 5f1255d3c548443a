import * as z from 'zod/mini';
import { DUTY_KINDS, DUTY_STATUSES, WAIVER_GROUNDS } from '../../domain/duty/duty.ts';
import { CHANNELS } from '../../domain/organisation/channels.ts';
import { TRIAGE } from '../shell/reading/duty-ageing.ts';
import { day, instant, keysOf } from './answer-parts.ts';

const period = z.string().check(z.describe('A quarter, such as 2026Q4.'));

const counts = z.object({
  total: z.int(),
  met: z.int(),
  late: z.int(),
  excused: z.int(),
  overdue: z.int(),
  soon: z.int(),
  open: z.int(),
});
const unitName = z.object({ id: z.string(), name: z.string() });
const trendPoint = z.extend(counts, { period, units: z.int() });
const waiting = z.object({
  stage: keysOf(TRIAGE),
  count: z.int(),
  due: day,
  age: z.int().check(z.describe('Working days since the due day; 0 while it has not passed.')),
});
const rate = z.number().check(z.describe('0 to 1'));

const unitLine = z.extend(unitName, {
  isSum: z
    .boolean()
    .check(z.describe('True for the sum of everybody under an organisation that is a superior itself.')),
  units: z.int(),
  cells: z
    .array(z.nullable(counts))
    .check(z.describe('As the classes; null where nothing of the class is owed.')),
  total: counts,
  rate: z.optional(rate),
  regularity: z.optional(rate),
  answerHours: z.optional(z.number()),
  lastOn: z.optional(day),
  waiting: z.array(waiting),
});

const standings = z.object({
  period,
  today: day,
  units: z.int(),
  classes: z.array(z.string()),
  lines: z.array(unitLine),
  columns: z.array(counts),
  total: counts,
  rate: z.optional(rate),
  before: z.optional(trendPoint),
  trend: z.array(trendPoint).check(z.describe('Up to twelve periods, oldest first.')),
  trendAt: z.optional(instant),
  ageing: z.record(keysOf(TRIAGE), z.int()),
  blank: z.array(z.object({ name: z.string(), blank: z.int(), of: z.int() })),
  stale: z.array(z.extend(unitName, { lastOn: z.optional(day) })),
  unreachable: z.array(unitName),
  coverage: z.array(
    z.object({
      channel: keysOf(CHANNELS),
      name: z.string(),
      units: z.int(),
      share: rate,
      target: z.optional(rate),
    }),
  ),
  spread: z.optional(z.object({ best: rate, median: rate, worst: rate, help: z.array(unitLine) })),
  indicators: z.array(
    z.object({
      name: z.string(),
      formula: z.string(),
      value: z.optional(z.number()),
      unit: z.enum(['share', 'forms']),
    }),
  ),
  allClasses: z.array(z.string()),
});

const dutyStatus = keysOf(DUTY_STATUSES);
const duty = z.object({
  id: z.string(),
  kind: keysOf(DUTY_KINDS),
  row: z.optional(z.string()),
  rowName: z.optional(z.string()),
  what: z.optional(z.string()),
  due: day,
  status: dutyStatus,
  met: z.optional(day),
  item: z.optional(z.string()).check(z.describe('The item that met it, or whose stage it is.')),
  waived: z.optional(
    z.object({
      ground: keysOf(WAIVER_GROUNDS),
      note: z.string(),
      by: z.string(),
      on: day,
      until: z.optional(day),
    }),
  ),
  acknowledged: z.optional(z.object({ by: z.string(), on: day })),
  snoozedUntil: z.optional(day),
  alerted: z.optional(z.string()).check(z.describe('Highest step of the ladder that was spoken of.')),
  lagDays: z.optional(z.int()).check(z.describe('Days from what happened to its disclosure.')),
  why: z
    .object({
      rule: z.string(),
      from: day,
      due: day,
      skipped: z.array(z.object({ from: day, until: day, why: z.string() })),
      provisional: z.boolean(),
      editions: z.object({ rules: z.int(), catalogue: z.int(), calendar: z.int() }),
      steps: z.array(z.object({ step: z.string(), on: day })),
    })
    .check(z.describe('Why it is due on that day: rule, inputs, days that did not count, versions.')),
});

/** What the readings of duties and of the calendar answer with. */
export const DUTY_ANSWERS = {
  ledger: z.object({
    period,
    from: day,
    until: day,
    today: day.check(z.describe('The day as of which the statuses are.')),
    streamVersion: z.int(),
    arrears: z.array(period).check(z.describe('Earlier periods with duties still open.')),
    counts: z.partialRecord(dutyStatus, z.int()),
    duties: z.array(duty),
  }),
  standings,
  calendar: z.object({
    year: z.int(),
    streamVersion: z.int(),
    edition: z.int(),
    horizon: day.check(z.describe('Last day that the notices of the State Council cover.')),
    settled: z.boolean(),
    days: z.array(
      z.object({
        day,
        working: z.boolean(),
        reason: z.enum(['weekday', 'weekend', 'holiday', 'make-up', 'edited']),
        name: z.optional(z.string()),
        provisional: z.boolean(),
        vacation: z.boolean(),
      }),
    ),
    terms: z.array(z.object({ name: z.string(), from: day, until: day })),
    warning: z.optional(z.object({ year: z.int(), since: day, provisionalNotice: z.string() })),
  }),
} as const;
