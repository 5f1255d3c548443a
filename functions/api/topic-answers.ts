import * as z from 'zod/mini';
import { TOPIC_AUDIENCES, TOPIC_GROUNDS, TOPIC_STAGES } from '../../domain/topic/vocabulary.ts';
import { day, instant, keysOf } from './answer-parts.ts';

const line = {
  id: z.string(),
  title: z.string().check(z.describe('Personal data masked.')),
  audience: z.enum(TOPIC_AUDIENCES),
  raisedAt: instant,
  dueOn: day,
  overdue: z.boolean(),
  stage: keysOf(TOPIC_STAGES),
  support: z.int().check(z.describe('People who are signed in, each once. Visitors are not counted.')),
  merged: z.int(),
  item: z.optional(z.string()),
  answeredAt: z.optional(instant),
  hidden: z.optional(z.boolean()),
};

/** What readings of topics answer with. */
export const TOPIC_ANSWERS = {
  topics: z.object({ topics: z.array(z.looseObject(line)) }),
  topic: z.looseObject({
    ...line,
    streamVersion: z.int(),
    text: z.optional(z.string()),
    answer: z.optional(
      z.union([
        z.object({ kind: z.literal('item'), item: z.string(), at: instant }),
        z.object({
          kind: z.literal('refused'),
          ground: keysOf(TOPIC_GROUNDS),
          reason: z.string(),
          at: instant,
        }),
      ]),
    ),
    into: z.optional(z.string()),
    work: z.optional(z.looseObject({ unread: z.boolean() })),
  }),
} as const;
