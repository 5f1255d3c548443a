import * as z from 'zod/mini';
import { ATTEMPT_KINDS } from '../../domain/display/attempt-log.ts';
import { ATTEMPT_OUTCOMES } from '../../domain/display/card.ts';
import { DISPLAY_AUDIENCES } from '../../domain/display/commands.ts';
import { NOTICE_TYPES } from '../../domain/display/delivery-commands.ts';
import { DELIVERY_STATUSES } from '../../domain/display/delivery-state.ts';
import { instant } from './answer-parts.ts';

/** Displays, and what was sent to them. */
export const DISPLAY_ANSWERS = {
  displays: z.object({
    displays: z.array(
      z.looseObject({
        id: z.string(),
        name: z.string(),
        place: z.string(),
        active: z.boolean(),
        audience: z
          .enum(DISPLAY_AUDIENCES)
          .check(z.describe('`party`: not a screen but the office system (办公系统) of the organisation.')),
        assurance: z
          .optional(z.object({ person: z.string(), membersOnly: z.boolean() }))
          .check(z.describe('Of an office system: who answers for who is in its receiving group.')),
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
} as const;
