import * as z from 'zod/mini';
import { TAGS } from '../../domain/catalogue/views.ts';

const wholeNumber = (min: number, max: number) =>
  z.coerce.number().check(z.int(), z.minimum(min), z.maximum(max));

/** One heading of another classification, or priority content only. */
export const catalogueAsked = z.strictObject({
  tag: z.optional(z.enum(TAGS)),
  priority: z.optional(z.literal('true')),
});

const version = wholeNumber(1, 100_000);
/** The newest when left out. */
export const versionAsked = z.strictObject({ version: z.optional(version) });
/** Of the words of the district, which have a version before any edit. */
export const wordsAsked = z.strictObject({ version: z.optional(wholeNumber(0, 100_000)) });
/** The newest and the one before it when left out; version 0 is what there was before any edit. */
export const versionsCompared = z.strictObject({
  from: z.optional(wholeNumber(0, 100_000)),
  to: z.optional(version),
});
/** The current year when left out. */
export const yearAsked = z.strictObject({ year: z.optional(wholeNumber(2000, 2099)) });
