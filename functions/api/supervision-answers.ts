import * as z from 'zod/mini';
import { CASE_STAGES, MEASURES } from '../../domain/supervision/case/vocabulary.ts';
import { DOSSIER_KINDS } from '../../domain/supervision/dossier.ts';
import {
  FOLLOW_UP_STAGES,
  FOLLOW_UPS,
  MEANS,
  SOURCES,
  VISIT_STAGES,
} from '../../domain/supervision/vocabulary.ts';
import { day, instant, keysOf } from './answer-parts.ts';

const visit = z.looseObject({
  id: z.string(),
  title: z.string(),
  means: keysOf(MEANS),
  source: keysOf(SOURCES),
  on: day,
  stage: keysOf(VISIT_STAGES),
  overdue: z.boolean(),
  findings: z.int(),
});

const followUp = z.looseObject({
  id: z.string(),
  title: z.string(),
  kind: keysOf(FOLLOW_UPS),
  source: keysOf(SOURCES),
  stage: keysOf(FOLLOW_UP_STAGES),
  dueOn: day,
  overdue: z.boolean(),
});

/** What readings of supervision answer with. */
export const SUPERVISION_ANSWERS = {
  visits: z.object({ visits: z.array(visit) }),
  visit: z.looseObject({
    id: z.string(),
    streamVersion: z.int(),
    stage: keysOf(VISIT_STAGES),
    findings: z.array(z.looseObject({ text: z.string(), at: instant })),
    followUps: z.array(followUp),
  }),
  followUps: z.object({ followUps: z.array(followUp) }),
  followUp: z.looseObject({
    id: z.string(),
    streamVersion: z.int(),
    kind: keysOf(FOLLOW_UPS),
    stage: keysOf(FOLLOW_UP_STAGES),
    dueOn: day,
  }),
  cases: z.object({
    cases: z.array(z.looseObject({ id: z.string(), stage: keysOf(CASE_STAGES), openedAt: instant })),
  }),
  case: z.looseObject({
    id: z.string(),
    streamVersion: z.int(),
    person: z.string(),
    fact: z.string(),
    basis: z.string(),
    stage: keysOf(CASE_STAGES),
    outcome: z.optional(keysOf(MEASURES)),
  }),
  supervisionSteps: z.object({
    steps: z.array(
      z.object({
        step: z.int().check(z.describe('Number of the commit in the record; a finding names it.')),
        at: instant,
        events: z.array(z.string()),
        seat: z.optional(z.string()),
      }),
    ),
  }),
  supervision: z.object({
    year: z.int(),
    visits: z.record(z.string(), z.int()),
    sources: z.record(z.string(), z.int()),
    findings: z.int(),
    solved: z.int().check(z.describe('Difficulties solved on the spot or followed up to their end.')),
    suggestions: z.object({ filed: z.int(), answered: z.int() }),
    rectifications: z.object({ ordered: z.int(), verified: z.int(), overdue: z.int() }),
    casesClosed: z
      .optional(z.int())
      .check(z.describe('Only of a year that is over, and only when there were five or more.')),
  }),
  examples: z.object({
    examples: z.array(
      z.object({
        id: z.string(),
        organisation: z.string(),
        item: z.string(),
        title: z.string(),
        note: z.string(),
        markedAt: instant,
      }),
    ),
  }),
  ledgerEntries: z.object({
    entries: z.array(
      z.looseObject({ kind: keysOf(DOSSIER_KINDS), id: z.string(), on: day, title: z.string() }),
    ),
  }),
} as const;
