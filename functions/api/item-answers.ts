import * as z from 'zod/mini';
import { itemContent } from '../../domain/item/content.ts';
import { PHASES } from '../../domain/item/phase.ts';
import { STEP_NAMES } from '../../domain/item/timeline.ts';
import { audience, day, instant, keysOf, organisationName, reckoning } from './answer-parts.ts';
import { filesAnswer } from './file-answers.ts';

const line = z.object({
  organisation: z.object(organisationName),
  id: z.string(),
  version: z.int(),
  title: z.string(),
  documentType: z.string(),
  documentTypeName: z.string(),
  asksObjections: z.boolean(),
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

const item = z.object({
  id: z.string(),
  organisation: z.object(organisationName),
  streamVersion: z.int(),
  shown: z.optional(
    z.object({
      number: z.int(),
      content: z.object(open),
      documentTypeName: z.string(),
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

/** Boards, and an item on them. */
export const ITEM_ANSWERS = {
  districtBoard: linePage,
  board: linePage,
  items: z.object({
    items: z.array(
      z.looseObject({ id: z.string(), title: z.string(), stage: keysOf(PHASES), row: z.string() }),
    ),
  }),
  item,
  halfPairs: z.object({
    pairs: z.array(z.object({ id: z.string(), title: z.string(), missing: z.enum(['plan', 'result']) })),
  }),
} as const;
