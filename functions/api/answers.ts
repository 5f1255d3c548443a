import * as z from 'zod';
import { catalogueRowSchema } from '../../domain/catalogue/row.ts';
import { FEEDBACK_STAGES } from '../../domain/feedback/state.ts';
import { itemContent } from '../../domain/item/content.ts';
import { PHASES } from '../../domain/item/stage.ts';
import { STEP_NAMES } from '../../domain/item/timeline.ts';
import { AUDIENCES } from '../../domain/kernel/audience.ts';
import { ORGANISATION_KINDS } from '../../domain/organisation/commands.ts';

/** Shapes of what the API answers with. They are written to be read; clients must expect further members. */
const instant = z.iso.datetime();
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
