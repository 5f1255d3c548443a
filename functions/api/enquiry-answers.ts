import * as z from 'zod/mini';
import { LEG_REASONS } from '../../domain/enquiry/clock.ts';
import { DECISIONS, ENQUIRY_CHANNELS, ENQUIRY_STAGES, GROUNDS } from '../../domain/enquiry/vocabulary.ts';
import { day, instant, keysOf, reckoning } from './answer-parts.ts';

/** What readings of requests for disclosure answer with. */
const line = {
  id: z.string(),
  subject: z.string(),
  registeredAt: instant,
  stage: keysOf(ENQUIRY_STAGES),
  dueOn: z.optional(day),
  outcome: z.optional(keysOf(DECISIONS)),
};

const leg = z.looseObject({
  why: keysOf(LEG_REASONS),
  due: day,
  explanation: reckoning,
});

export const ENQUIRY_ANSWERS = {
  matches: z.object({
    matches: z.array(
      z.looseObject({
        kind: z.enum(['item', 'row']),
        id: z.string(),
        title: z.string(),
        words: z.array(z.string()).check(z.describe('What of the query was found in it.')),
      }),
    ),
  }),
  enquiries: z.object({
    enquiries: z.array(
      z.looseObject({
        ...line,
        channel: keysOf(ENQUIRY_CHANNELS),
        overdue: z.boolean(),
        rows: z.array(z.string()).check(z.describe('Rows of the catalogue that it touches.')),
      }),
    ),
  }),
  enquiry: z.looseObject({
    ...line,
    streamVersion: z.int(),
    overdue: z.boolean(),
    legs: z.array(leg),
    decision: z.optional(z.looseObject({ ground: keysOf(GROUNDS), text: z.string(), decidedAt: instant })),
    disclosure: z.optional(z.looseObject({ text: z.string(), at: instant })),
    mayComplain: z.boolean(),
    work: z.optional(z.looseObject({})).check(z.describe('Only for those who work on it.')),
  }),
  ownEnquiries: z.object({ enquiries: z.array(z.object(line)) }),
  receptions: z.object({
    month: z.string(),
    receptions: z.array(
      z.looseObject({
        enquiry: z.string(),
        who: z.string(),
        at: instant,
        channel: keysOf(ENQUIRY_CHANNELS),
        question: z.string(),
        answer: z.string(),
      }),
    ),
    counts: z.looseObject({ total: z.int(), onTheSpot: z.int() }),
  }),
  unmetRequests: z.object({
    requests: z.array(
      z.object({
        subject: z.string(),
        count: z.int(),
        firstAt: instant,
        lastAt: instant,
        enquiries: z.array(z.string()),
      }),
    ),
  }),
} as const;
