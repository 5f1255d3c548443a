import * as z from 'zod/mini';
import {
  ACTIVITY_AUDIENCES,
  ACTIVITY_KINDS,
  LAYERS,
  MEETING_TYPES,
  TRAINING_AIMS,
} from '../../domain/activity/vocabulary.ts';
import { day, instant, keysOf } from './answer-parts.ts';

const counts = z.record(z.string(), z.int());

const line = {
  id: z.string(),
  kind: keysOf(ACTIVITY_KINDS),
  title: z.string(),
  heldOn: day,
  place: z.optional(z.string()),
  audience: z.enum(ACTIVITY_AUDIENCES),
  meeting: z.optional(z.object({ type: keysOf(MEETING_TYPES), layer: keysOf(LAYERS) })),
  attended: z.int(),
  withdrawn: z.optional(z.boolean()),
  reception: z.optional(z.object({ startsAt: instant, endsAt: instant, free: z.int() })),
};

/** What readings of activities answer with. */
export const ACTIVITY_ANSWERS = {
  activities: z.object({
    activities: z.array(z.looseObject(line)),
    year: z.object({
      year: z.int(),
      kinds: counts,
      meetings: counts,
      layers: counts,
      attended: z.int(),
      yearly: z
        .record(z.string(), day)
        .check(z.describe('The meetings that are held once a year: when each was held.')),
    }),
  }),
  activity: z.looseObject({
    ...line,
    streamVersion: z.int(),
    aims: z.optional(z.array(keysOf(TRAINING_AIMS))),
    attendance: counts,
    minutes: z.optional(z.string()),
    items: z.array(z.object({ id: z.string(), title: z.string() })),
    slots: z.optional(z.array(z.object({ slot: z.int(), from: instant, free: z.boolean() }))),
    own: z
      .optional(z.looseObject({ slot: z.int() }))
      .check(z.describe('What the reader has booked, by log-in or receipt.')),
    work: z
      .optional(z.looseObject({}))
      .check(z.describe('Only for those who work here: who took part and who has booked.')),
  }),
  trainings: z.object({
    year: z.int(),
    heads: z.array(
      z.object({
        organisation: z.string(),
        organisationName: z.string(),
        person: z.optional(z.string()),
        name: z.optional(z.string()),
        trained: z.optional(z.object({ on: day, organisation: z.string(), activity: z.string() })),
      }),
    ),
  }),
} as const;
