import * as z from 'zod/mini';
import { ATTEMPT_KINDS } from '../../domain/display/attempt-log.ts';
import { ATTEMPT_OUTCOMES } from '../../domain/display/card.ts';
import { NOTICE_TYPES } from '../../domain/display/delivery-commands.ts';
import { DELIVERY_STATUSES } from '../../domain/display/delivery-state.ts';
import { isDay } from '../../domain/kernel/time.ts';
import { LIMITS } from '../../domain/limits.ts';
import { identifier, instant } from '../../domain/organisation/commands.ts';
import { cleanLine } from '../../domain/text.ts';
import { TOPIC_STAGES, type TopicStage } from '../../domain/topic/vocabulary.ts';
import { LEADING } from '../shell/reading/duty-overview.ts';
import { isPeriod } from './periods.ts';

const wholeNumber = (min: number, max: number) =>
  z.coerce.number().check(z.int(), z.minimum(min), z.maximum(max));

/** What may stand behind the question mark of a reading. */
export const page = z.strictObject({
  limit: z._default(wholeNumber(1, 100), 20),
  after: z.optional(z.string().check(z.maxLength(300))),
});

export const boardPage = z.extend(page, {
  level1: z.optional(z.string().check(z.maxLength(LIMITS.title))),
  /** Also a retired one. There is nothing of a type that the district does not know. */
  documentType: z.optional(identifier),
});

export const deliveryPage = z.extend(page, { state: z.optional(z.enum(DELIVERY_STATUSES)) });
export const attemptPage = z.extend(page, {
  outcome: z.optional(z.enum(ATTEMPT_OUTCOMES)),
  kind: z.optional(z.enum(ATTEMPT_KINDS)),
  type: z.optional(z.enum(NOTICE_TYPES)),
  since: z.optional(instant),
});

export const itemVersion = z.strictObject({
  version: z.optional(wholeNumber(1, 10_000)),
});

/** How far a topic has come, and how many at the most. */
export const topicsAsked = z.strictObject({
  stage: z.optional(z.enum(Object.keys(TOPIC_STAGES) as TopicStage[])),
  top: z._default(wholeNumber(1, 1_000), 1_000),
});

/** The item that people were consulted on. */
export const surveyed = z.strictObject({ item: z.optional(z.string().check(z.maxLength(40))) });

/** What somebody looks for. */
export const matching = z.strictObject({ q: cleanLine(LIMITS.title) });

/** The current month when left out. */
export const month = z.strictObject({
  month: z.optional(
    z.string().check(z.refine((text) => isDay(`${text}-01`), 'not a month of the form 2026-11')),
  ),
});

export const noQuery = z.strictObject({});

/** The current quarter and year when left out. */
export const quarter = z.strictObject({
  period: z.optional(z.string().check(z.refine(isPeriod, 'not a period of the form 2026Q4'))),
});
export const standings = z.extend(quarter, {
  class: z.optional(z.string().check(z.minLength(1), z.maxLength(LIMITS.title))),
  status: z.optional(z.enum(LEADING)),
});
export const calendarYear = z.strictObject({
  year: z.optional(wholeNumber(2000, 2099)),
});
