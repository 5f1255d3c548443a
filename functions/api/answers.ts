import * as z from 'zod';
import { catalogueRowSchema } from '../../domain/catalogue/row.ts';
import { DELIVERY_STATUSES } from '../../domain/display/delivery-state.ts';
import { DUTY_KINDS, DUTY_STATUSES, WAIVER_GROUNDS } from '../../domain/duty/duty.ts';
import { OUTCOMES } from '../../domain/feedback/commands.ts';
import { FEEDBACK_STAGES } from '../../domain/feedback/state.ts';
import { itemContent } from '../../domain/item/content.ts';
import { PHASES } from '../../domain/item/stage.ts';
import { STEP_NAMES } from '../../domain/item/timeline.ts';
import { AUDIENCES } from '../../domain/kernel/audience.ts';
import { CHANNELS } from '../../domain/organisation/channels.ts';
import { ORGANISATION_KINDS } from '../../domain/organisation/commands.ts';

import { TRIAGE } from '../shell/reading/duty-ageing.ts';

/** Shapes of what the API answers with. They are written to be read; clients must expect further members. */
const instant = z.iso.datetime();
const day = z.iso.date();
const period = z.string().describe('A quarter, such as 2026Q4.');
const audience = z.enum(AUDIENCES);
const keysOf = <Table extends object>(table: Table) =>
  z.enum(Object.keys(table) as [keyof Table & string, ...(keyof Table & string)[]]);

const organisationName = { id: z.string(), name: z.string(), shortName: z.string() };
const organisationCard = z.object({
  ...organisationName,
  kind: keysOf(ORGANISATION_KINDS),
  superior: z.string().optional(),
});

const line = z.object({
  organisation: z.object(organisationName),
  id: z.string(),
  version: z.int(),
  title: z.string(),
  documentType: z.string(),
  basis: z.string(),
  matter: z.string(),
  important: z.boolean(),
  row: z.object({ id: z.string(), level1: z.string().optional(), name: z.string().optional() }),
  audience,
  releasedAt: instant,
  showUntil: instant.optional(),
});
const linePage = z.object({ lines: z.array(line), next: z.string().optional() });

const release = z.object({ audience, at: instant, online: z.boolean(), heldAt: instant.optional() });
const { shape } = itemContent;
const {
  named: _n,
  exception: _e,
  withheld: _w,
  provider: _p,
  accountable: _a,
  responsibility: _r,
  ...open
} = shape;

const step = z.object({
  event: keysOf(STEP_NAMES),
  zh: z.string(),
  en: z.string(),
  at: instant,
  version: z.int(),
  seat: z.string().optional(),
  seatTitle: z.string().optional(),
  person: z.string().optional(),
  note: z.string().optional(),
  audience: audience.optional(),
});

const item = z.object({
  id: z.string(),
  organisation: z.object(organisationName),
  streamVersion: z.int(),
  shown: z
    .object({
      number: z.int(),
      content: z.object(open),
      provider: z.string(),
      accountable: z.string().optional(),
      releases: z.array(release),
      planned: z.array(z.object({ audience, from: instant })),
      until: instant.optional(),
      atLeastUntil: instant.optional(),
    })
    .optional(),
  versions: z.array(
    z.object({
      number: z.int(),
      firstReleasedAt: instant,
      reason: z.string().optional(),
      answers: z.int(),
    }),
  ),
  timeline: z.array(step),
  row: z.object({ id: z.string(), level1: z.string(), name: z.string() }).optional(),
  proofs: z.array(z.looseObject({ form: z.string(), audience, place: z.string(), heldAt: instant })),
  progress: z.array(z.object({ text: z.string(), percent: z.int(), at: instant })),
  stages: z.array(z.looseObject({ name: z.string(), plannedOn: z.string() })),
  tense: z.enum(['planned', 'under-way', 'done']),
  closed: z.object({ at: instant, summary: z.string().optional() }).optional(),
  work: z
    .looseObject({ phase: z.string() })
    .optional()
    .describe('Only for those who work on the item: drafts, findings, reviews.'),
});

const task = z.object({
  kind: z.string(),
  name: z.string(),
  about: z.enum(['item', 'feedback']),
  id: z.string(),
  organisation: z.object(organisationName),
  title: z.string(),
  item: z.string().optional(),
  since: instant,
  due: instant.optional(),
  overdue: z.boolean(),
});

const commit = z.object({
  stream: z.string(),
  version: z.int(),
  body: z.string().describe('The exact text that was hashed.'),
  previous: z.string(),
  hash: z
    .string()
    .describe('SHA-256, base64url, of stream, version, previous and body, joined by line feeds.'),
});

const feedbackCard = z.looseObject({
  id: z.string(),
  excerpt: z.string(),
  stage: keysOf(FEEDBACK_STAGES),
  dueOn: z.string(),
});

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
const trendPoint = counts.extend({ period, units: z.int() });
const waiting = z.object({
  stage: keysOf(TRIAGE),
  count: z.int(),
  due: day,
  age: z.int().describe('Working days since the due day; 0 while it has not passed.'),
});
const rate = z.number().describe('0 to 1');

const unitLine = unitName.extend({
  isSum: z
    .boolean()
    .describe('True for the sum of everybody under an organisation that is a superior itself.'),
  units: z.int(),
  cells: z.array(counts.nullable()).describe('As the classes; null where nothing of the class is owed.'),
  total: counts,
  rate: rate.optional(),
  regularity: rate.optional(),
  answerHours: z.number().optional(),
  lastOn: day.optional(),
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
  rate: rate.optional(),
  before: trendPoint.optional(),
  trend: z.array(trendPoint).describe('Up to twelve periods, oldest first.'),
  trendAt: instant.optional(),
  ageing: z.record(keysOf(TRIAGE), z.int()),
  blank: z.array(z.object({ name: z.string(), blank: z.int(), of: z.int() })),
  stale: z.array(unitName.extend({ lastOn: day.optional() })),
  unreachable: z.array(unitName),
  coverage: z.array(
    z.object({
      channel: keysOf(CHANNELS),
      name: z.string(),
      units: z.int(),
      share: rate,
      target: rate.optional(),
    }),
  ),
  spread: z.object({ best: rate, median: rate, worst: rate, help: z.array(unitLine) }).optional(),
  indicators: z.array(
    z.object({
      name: z.string(),
      formula: z.string(),
      value: z.number().optional(),
      unit: z.enum(['share', 'forms']),
    }),
  ),
  allClasses: z.array(z.string()),
});

const dutyStatus = keysOf(DUTY_STATUSES);
const duty = z.object({
  id: z.string(),
  kind: keysOf(DUTY_KINDS),
  row: z.string().optional(),
  rowName: z.string().optional(),
  what: z.string().optional(),
  due: day,
  status: dutyStatus,
  met: day.optional(),
  item: z.string().optional().describe('The item that met it, or whose stage it is.'),
  waived: z
    .object({
      ground: keysOf(WAIVER_GROUNDS),
      note: z.string(),
      by: z.string(),
      on: day,
      until: day.optional(),
    })
    .optional(),
  acknowledged: z.object({ by: z.string(), on: day }).optional(),
  snoozedUntil: day.optional(),
  alerted: z.string().optional().describe('Highest step of the ladder that was spoken of.'),
  lagDays: z.int().optional().describe('Days from what happened to its disclosure.'),
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
    .describe('Why it is due on that day: rule, inputs, days that did not count, versions.'),
});

export const ANSWERS = {
  organisations: z.object({ organisations: z.array(organisationCard) }),
  organisation: z.object({
    ...organisationCard.shape,
    streamVersion: z.int(),
    catalogue: z.object({ template: z.string(), version: z.int() }).optional(),
    work: z.looseObject({}).optional().describe('Only for those who work here: people, seats, policy.'),
  }),
  districtBoard: linePage,
  board: linePage,
  items: z.object({
    items: z.array(
      z.looseObject({ id: z.string(), title: z.string(), stage: keysOf(PHASES), row: z.string() }),
    ),
  }),
  item,
  record: z.object({ commits: z.array(commit) }),
  itemFeedback: z.object({ feedback: z.array(feedbackCard) }),
  feedbackList: z.object({ feedback: z.array(feedbackCard) }),
  feedback: z.looseObject({
    id: z.string(),
    streamVersion: z.int(),
    stage: keysOf(FEEDBACK_STAGES),
    feedback: z.looseObject({ text: z.string() }),
  }),
  answers: z.object({
    answers: z.array(z.object({ outcome: keysOf(OUTCOMES), text: z.string(), answeredAt: instant })),
  }),
  displays: z.object({
    displays: z.array(
      z.looseObject({
        id: z.string(),
        name: z.string(),
        place: z.string(),
        active: z.boolean(),
        receiver: z.string().optional().describe('Origin of its address; the rest may be a secret.'),
        failing: z.object({ since: instant, givesUpAt: instant }).optional(),
      }),
    ),
  }),
  deliveries: z.object({
    deliveries: z.array(
      z.looseObject({
        item: z.string(),
        title: z.string(),
        status: z.enum(DELIVERY_STATUSES),
        plannedAt: instant,
        attempts: z.int(),
        lastAnswer: z.looseObject({}).optional(),
      }),
    ),
    next: z.string().optional(),
  }),
  catalogue: z.object({
    rows: z.array(
      z.object({
        row: catalogueRowSchema,
        state: z.enum(['disclosed', 'offline', 'withheld', 'not-for-now', 'open']),
        items: z.array(z.object({ id: z.string(), title: z.string(), releasedAt: instant })),
        elsewhere: z.int(),
        offline: z.array(z.object({ audience, at: instant })),
        withheld: z.array(z.looseObject({ kind: z.string(), ground: z.string(), explanation: z.string() })),
        warnings: z.array(z.looseObject({ code: z.string(), zh: z.string(), en: z.string() })),
      }),
    ),
  }),
  ledger: z.object({
    period,
    from: day,
    until: day,
    today: day.describe('The day as of which the statuses are.'),
    streamVersion: z.int(),
    arrears: z.array(period).describe('Earlier periods with duties still open.'),
    counts: z.partialRecord(dutyStatus, z.int()),
    duties: z.array(duty),
  }),
  standings,
  calendar: z.object({
    year: z.int(),
    streamVersion: z.int(),
    edition: z.int(),
    horizon: day.describe('Last day that the notices of the State Council cover.'),
    settled: z.boolean(),
    days: z.array(
      z.object({
        day,
        working: z.boolean(),
        reason: z.enum(['weekday', 'weekend', 'holiday', 'make-up', 'edited']),
        name: z.string().optional(),
        provisional: z.boolean(),
        vacation: z.boolean(),
      }),
    ),
    terms: z.array(z.object({ name: z.string(), from: day, until: day })),
    warning: z.object({ year: z.int(), since: day, provisionalNotice: z.string() }).optional(),
  }),
  desk: z.object({ tasks: z.array(task) }),
  halfPairs: z.object({
    pairs: z.array(z.object({ id: z.string(), title: z.string(), missing: z.enum(['plan', 'result']) })),
  }),
  memberships: z.object({
    person: z.string(),
    name: z.string(),
    memberships: z.array(
      z.object({
        ...organisationName,
        partyMember: z.boolean(),
        staff: z.boolean(),
        seats: z.array(z.object({ seat: z.string(), title: z.string() })),
      }),
    ),
  }),
  openapi: z.looseObject({ openapi: z.literal('3.1.0') }),
} as const;

/** What every command answers with. */
export const issuedAnswer = z.object({
  id: z.string(),
  version: z.int().describe('Version of the stream; also the ETag.'),
  repeated: z.boolean().describe('True when this very request had been executed before.'),
  stage: z.string().optional(),
  secret: z.string().optional().describe('Signing secret of a display, shown this once.'),
});

export const problemAnswer = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  code: z.string().describe('Stable; the sentences may be reworded.'),
  zh: z.string(),
  en: z.string(),
  field: z.string().optional(),
  errors: z
    .array(z.object({ field: z.string(), code: z.string(), zh: z.string(), en: z.string() }))
    .optional()
    .describe('Everything that is wrong with a malformed input.'),
  currentVersion: z.int().optional(),
  correlation: z.string(),
});
