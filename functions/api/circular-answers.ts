import * as z from 'zod/mini';
import { CIRCULAR_READERS } from '../../domain/circular/vocabulary.ts';
import { day, instant, keysOf } from './answer-parts.ts';

const circular = {
  id: z.string(),
  title: z.string(),
  recipients: z.array(z.string()),
  readers: keysOf(CIRCULAR_READERS),
  dueOn: day,
  issuedAt: instant,
};
const received = {
  id: z.string(),
  title: z.string(),
  issuer: z.string(),
  issuerName: z.string(),
  dueOn: day,
  issuedAt: instant,
  hasTask: z.boolean(),
  receivedAt: z.optional(instant),
  doneAt: z.optional(instant),
  readAt: z.optional(instant).check(z.describe('When whoever asks read it.')),
  asked: z.boolean().check(z.describe('Whoever asks is one of those who are to read it.')),
};

/** What readings of circulars answer with. */
export const CIRCULAR_ANSWERS = {
  circulars: z.object({
    circulars: z.array(z.looseObject({ ...circular, hasTask: z.boolean(), withdrawn: z.boolean() })),
  }),
  circular: z.looseObject({
    ...circular,
    streamVersion: z.int(),
    text: z.string(),
    task: z.optional(z.string()),
    lines: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        read: z.int(),
        of: z.int().check(z.describe('How many of its people are to read it.')),
        receivedAt: z.optional(instant),
        done: z.optional(z.object({ at: instant, late: z.boolean(), note: z.optional(z.string()) })),
        late: z.boolean(),
      }),
    ),
  }),
  receivedCirculars: z.object({ circulars: z.array(z.object(received)) }),
  receivedCircular: z.looseObject({
    ...received,
    text: z.string(),
    task: z.optional(z.string()),
    readers: keysOf(CIRCULAR_READERS),
    work: z
      .optional(z.object({ unread: z.array(z.string()), of: z.int(), note: z.optional(z.string()) }))
      .check(z.describe('Only for those who work there: who has not read it yet.')),
  }),
} as const;
