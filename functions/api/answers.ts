import * as z from 'zod/mini';
import { catalogueRowSchema } from '../../domain/catalogue/row.ts';
import { ATTEMPT_KINDS } from '../../domain/display/attempt-log.ts';
import { ATTEMPT_OUTCOMES } from '../../domain/display/card.ts';
import { NOTICE_TYPES } from '../../domain/display/delivery-commands.ts';
import { DELIVERY_STATUSES } from '../../domain/display/delivery-state.ts';
import { FEEDBACK_STAGES } from '../../domain/feedback/state.ts';
import { OUTCOMES } from '../../domain/feedback/vocabulary.ts';
import { itemContent } from '../../domain/item/content.ts';
import { PHASES } from '../../domain/item/stage.ts';
import { STEP_NAMES } from '../../domain/item/timeline.ts';
import { AUDIENCES } from '../../domain/kernel/audience.ts';
import { ACTIVITY_ANSWERS } from './activity-answers.ts';
import { day, instant, keysOf, reckoning } from './answer-parts.ts';
import { CAMPAIGN_ANSWERS } from './campaign-answers.ts';
import { CATALOGUE_ANSWERS } from './catalogue-answers.ts';
import { CIRCULAR_ANSWERS } from './circular-answers.ts';
import { DECISION_ANSWERS } from './decision-answers.ts';
import { DUTY_ANSWERS } from './duty-answers.ts';
import { ENQUIRY_ANSWERS } from './enquiry-answers.ts';
import { EVALUATION_ANSWERS } from './evaluation-answers.ts';
import { FILE_ANSWERS, filesAnswer, uploadAnswer } from './file-answers.ts';
import { ORGANISATION_ANSWERS, organisationCard, organisationLife } from './organisation-answers.ts';
import { PROFILE_ANSWERS, rosterLine } from './profile-answers.ts';
import { SUMMARY_ANSWERS } from './summary-answers.ts';
import { SUPERVISION_ANSWERS } from './supervision-answers.ts';
import { SURVEY_ANSWERS } from './survey-answers.ts';
import { TOPIC_ANSWERS } from './topic-answers.ts';

/** Shapes of what the API answers with. They are written to be read; clients must expect further members. */
const audience = z.enum(AUDIENCES);

const organisationName = { id: z.string(), name: z.string(), shortName: z.string() };

const line = z.object({
  organisation: z.object(organisationName),
  id: z.string(),
  version: z.int(),
  title: z.string(),
  documentType: z.string(),
  basis: z.string(),
  matter: z.string(),
  important: z.boolean(),
  row: z.object({ id: z.string(), level1: z.optional(z.string()), name: z.optional(z.string()) }),
  audience,
  releasedAt: instant,
  showUntil: z.optional(instant),
});
const linePage = z.object({ lines: z.array(line), next: z.optional(z.string()) });

const release = z.object({ audience, at: instant, online: z.boolean(), heldAt: z.optional(instant) });
const { shape } = itemContent;
const {
  named: _n,
  exception: _e,
  withheld: _w,
  provider: _p,
  accountable: _a,
  responsibility: _r,
  sensitive: _s,
  aboutPeople: _b,
  ...open
} = shape;

const classFigures = {
  count: z.optional(z.int()),
  medianHours: z.optional(z.int()),
  p90Hours: z.optional(z.int()),
};

const step = z.object({
  event: keysOf(STEP_NAMES),
  zh: z.string(),
  en: z.string(),
  at: instant,
  version: z.int(),
  seat: z.optional(z.string()),
  seatTitle: z.optional(z.string()),
  person: z.optional(z.string()),
  note: z.optional(z.string()),
  audience: z.optional(audience),
});

const report = z.looseObject({
  organisation: z.string(),
  period: z.string(),
  to: z.string(),
  sentAt: instant,
  acknowledgedAt: z.optional(instant),
  figures: z
    .looseObject({ from: day, until: day, classes: z.record(z.string(), z.object(classFigures)) })
    .check(z.describe('Of a class without `count`, and an age that is null, there were fewer than five.')),
});

const item = z.object({
  id: z.string(),
  organisation: z.object(organisationName),
  streamVersion: z.int(),
  shown: z.optional(
    z.object({
      number: z.int(),
      content: z.object(open),
      provider: z.string(),
      accountable: z.optional(z.string()),
      releases: z.array(release),
      planned: z.array(z.object({ audience, from: instant })),
      until: z.optional(instant),
      atLeastUntil: z.optional(instant),
      opinionsUntil: z.optional(
        z
          .object({ due: day, explanation: reckoning })
          .check(z.describe('Until when, last day included, opinions are asked for on it.')),
      ),
    }),
  ),
  versions: z.array(
    z.object({
      number: z.int(),
      firstReleasedAt: instant,
      reason: z.optional(z.string()),
      answers: z.int(),
    }),
  ),
  timeline: z.array(step),
  row: z.optional(z.object({ id: z.string(), level1: z.string(), name: z.string() })),
  proofs: z.array(z.looseObject({ form: z.string(), audience, place: z.string(), heldAt: instant })),
  files: filesAnswer.check(z.describe('Attachments and proofs that the reader may get, by id.')),
  progress: z.array(z.object({ text: z.string(), percent: z.int(), at: instant })),
  stages: z.array(z.looseObject({ name: z.string(), plannedOn: z.string() })),
  tense: z.enum(['planned', 'under-way', 'done']),
  closed: z.optional(z.object({ at: instant, summary: z.optional(z.string()) })),
  work: z
    .optional(z.looseObject({ phase: z.string() }))
    .check(z.describe('Only for those who work on the item: drafts, findings, reviews.')),
});

const task = z.object({
  kind: z.string(),
  name: z.string(),
  about: z.enum([
    'visit',
    'follow-up',
    'case',
    'item',
    'feedback',
    'enquiry',
    'topic',
    'survey',
    'decision',
    'activity',
    'campaign',
    'display',
    'catalogue',
    'signal',
    'assessment',
    'circular',
    'report',
  ]),
  id: z.string(),
  organisation: z.object(organisationName),
  title: z.string(),
  item: z.optional(z.string()),
  since: instant,
  due: z.optional(instant),
  overdue: z.boolean(),
});

const commit = z.object({
  stream: z.string(),
  version: z.int(),
  body: z.string().check(z.describe('The exact text that was hashed.')),
  previous: z.string(),
  hash: z
    .string()
    .check(z.describe('SHA-256, base64url, of stream, version, previous and body, joined by line feeds.')),
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
    ...organisationLife,
    streamVersion: z.int(),
    catalogue: z.optional(z.object({ template: z.string(), version: z.int() })),
    work: z
      .optional(z.looseObject({}))
      .check(z.describe('Only for those who work here: people, seats, policy.')),
  }),
  ...ORGANISATION_ANSWERS,
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
    answers: z.array(
      z.object({
        outcome: keysOf(OUTCOMES),
        text: z.string(),
        answeredAt: instant,
        words: z
          .optional(z.string())
          .check(z.describe('What was said, masked, where the office has released it.')),
        others: z.optional(z.int()).check(z.describe('How many more said the same.')),
        version: z.optional(z.int()).check(z.describe('The version of the item that names the opinion.')),
        disclosure: z.optional(z.string()).check(z.describe('The item that was disclosed because of it.')),
        rectified: z.optional(z.boolean()),
      }),
    ),
  }),
  organisationAnswers: z.object({ answers: z.array(z.looseObject({ outcome: keysOf(OUTCOMES) })) }),
  problems: z.object({
    problems: z.array(
      z.looseObject({
        id: z.string(),
        at: z.string().check(z.describe('The superior with which it lies.')),
        text: z.string(),
        raisedAt: instant,
        stage: keysOf(FEEDBACK_STAGES),
        dueOn: z.optional(day),
        overdue: z.boolean(),
        answer: z.optional(z.object({ outcome: keysOf(OUTCOMES), text: z.string(), at: instant })),
      }),
    ),
  }),
  reports: z.object({ sent: z.array(report), received: z.array(report) }),
  mailbox: z.object({
    streamVersion: z.int(),
    mailbox: z.optional(
      z.object({
        address: z.string(),
        since: instant,
        previousValidUntil: z.optional(
          instant.check(z.describe('The secret before the last rotation is good until then.')),
        ),
      }),
    ),
  }),
  opinionOverview: z.object({
    today: z.string(),
    units: z.array(
      z.looseObject({
        id: z.string(),
        name: z.string(),
        received: z.int(),
        open: z.int(),
        overdue: z.int(),
        red: z.int().check(z.describe('Unanswered for more than three months.')),
        medianHours: z.optional(z.number()),
        p90Hours: z.optional(z.number()),
      }),
    ),
    topics: z.array(z.looseObject({ id: z.string(), voices: z.int() })),
  }),
  ...ENQUIRY_ANSWERS,
  ...EVALUATION_ANSWERS,
  ...TOPIC_ANSWERS,
  ...SURVEY_ANSWERS,
  ...PROFILE_ANSWERS,
  ...CIRCULAR_ANSWERS,
  ...SUMMARY_ANSWERS,
  ...DECISION_ANSWERS,
  ...ACTIVITY_ANSWERS,
  ...CAMPAIGN_ANSWERS,
  displays: z.object({
    displays: z.array(
      z.looseObject({
        id: z.string(),
        name: z.string(),
        place: z.string(),
        active: z.boolean(),
        receiver: z
          .optional(z.string())
          .check(z.describe('Origin of its address; the rest may be a secret.')),
        failing: z.optional(z.object({ since: instant, givesUpAt: instant })),
        verified: z
          .optional(z.boolean())
          .check(
            z.describe('The receiver has shown that it wants our messages; absent where it is not asked.'),
          ),
        perMinute: z
          .optional(z.int())
          .check(z.describe('Messages a minute that it is sent at most at present.')),
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
        lastAnswer: z.optional(z.looseObject({})),
      }),
    ),
    next: z.optional(z.string()),
  }),
  attempts: z.object({
    attempts: z.array(
      z.object({
        kind: z.enum(ATTEMPT_KINDS),
        number: z.int().check(z.describe('Attempt at a revision, or how many times it was asked for.')),
        at: instant,
        outcome: z.enum(ATTEMPT_OUTCOMES),
        answer: z
          .looseObject({ status: z.optional(z.int()), excerpt: z.optional(z.string()) })
          .check(z.describe('`excerpt`: the first 256 characters of what it said.')),
        durationMs: z.optional(z.int()),
        notice: z.optional(
          z.object({ item: z.string(), type: z.enum(NOTICE_TYPES), revision: z.int(), title: z.string() }),
        ),
      }),
    ),
    next: z.optional(z.string()),
  }),
  catalogue: z.object({
    rows: z.array(
      z.object({
        row: catalogueRowSchema,
        priority: z.boolean(),
        tags: z.array(z.string()),
        state: z.enum(['disclosed', 'offline', 'withheld', 'not-for-now', 'open']),
        items: z.array(z.object({ id: z.string(), title: z.string(), releasedAt: instant })),
        elsewhere: z.int(),
        offline: z.array(z.object({ audience, at: instant })),
        withheld: z.array(z.looseObject({ kind: z.string(), ground: z.string(), explanation: z.string() })),
        warnings: z.array(z.looseObject({ code: z.string(), zh: z.string(), en: z.string() })),
      }),
    ),
    completeness: z
      .object({
        mandated: z.int(),
        settled: z.int(),
        optional: z.int(),
        optionalSettled: z.int(),
        later: z.int(),
      })
      .check(z.describe('Rows that are owed today; completeness is `settled` of `mandated`.')),
  }),
  ...CATALOGUE_ANSWERS,
  ...DUTY_ANSWERS,
  ...FILE_ANSWERS,
  desk: z.object({ tasks: z.array(task) }),
  seals: z.object({
    period: z.string(),
    seals: z.array(
      z.object({
        day: z.string(),
        at: instant,
        version: z.int(),
        heads: z.int().check(z.describe('How many streams had changed.')),
        hash: z.string().check(z.describe('Stands for the whole record up to then. See docs/verifying.md.')),
      }),
    ),
  }),
  halfPairs: z.object({
    pairs: z.array(z.object({ id: z.string(), title: z.string(), missing: z.enum(['plan', 'result']) })),
  }),
  ...SUPERVISION_ANSWERS,
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
  asyncapi: z.looseObject({ asyncapi: z.literal('3.0.0') }),
} as const;

/** What every command answers with. */
export const issuedAnswer = z.object({
  id: z.string(),
  version: z.int().check(z.describe('Version of the stream; also the ETag.')),
  repeated: z.boolean().check(z.describe('True when this very request had been executed before.')),
  stage: z.optional(z.string()),
  secret: z.optional(z.string()).check(z.describe('Signing secret of a display, shown this once.')),
  receipt: z
    .optional(z.string())
    .check(z.describe('Receipt code of an opinion (80 bits); its only copy. Send it as Receipt-Code.')),
  upload: z.optional(uploadAnswer),
  roster: z
    .optional(z.array(rosterLine))
    .check(z.describe('What a roster changed, or would change, unit by unit.')),
});

export const problemAnswer = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  code: z.string().check(z.describe('Stable; the sentences may be reworded.')),
  zh: z.string(),
  en: z.string(),
  field: z.optional(z.string()),
  errors: z
    .optional(z.array(z.object({ field: z.string(), code: z.string(), zh: z.string(), en: z.string() })))
    .check(z.describe('Everything that is wrong with a malformed input.')),
  currentVersion: z.optional(z.int()),
  correlation: z.string(),
});
