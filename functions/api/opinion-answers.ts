import * as z from 'zod/mini';
import { FEEDBACK_STAGES } from '../../domain/feedback/state.ts';
import { OUTCOMES } from '../../domain/feedback/vocabulary.ts';
import { day, instant, keysOf } from './answer-parts.ts';

const feedbackCard = z.looseObject({
  id: z.string(),
  excerpt: z.string(),
  stage: keysOf(FEEDBACK_STAGES),
  dueOn: z.string(),
});

const classFigures = {
  count: z.optional(z.int()),
  medianHours: z.optional(z.int()),
  p90Hours: z.optional(z.int()),
};

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

/** What people say, what became of it, and what is told upward about it. */
export const OPINION_ANSWERS = {
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
} as const;
