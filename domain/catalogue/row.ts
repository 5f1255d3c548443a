import * as z from 'zod/mini';
import { AUDIENCES } from '../kernel/audience.ts';
import { cleanLine, cleanText, LIMITS } from '../text.ts';

/** When a row is to be disclosed: 长期, 定期, 分期, 即时. */
export const TIMINGS = ['standing', 'periodic', 'staged', 'prompt'] as const;
export type Timing = (typeof TIMINGS)[number];

export const audienceSchema = z.enum(AUDIENCES);
export const timingSchema = z.enum(TIMINGS);
export const formNameSchema = cleanLine(LIMITS.name);

/** Ids of local rows have a prefix of their own, so that no later template version can take one. */
export const localRowIdSchema = z.string().check(z.regex(/^l-[a-z0-9-]{0,37}[a-z0-9]$/));
export const rowIdSchema = z.string().check(z.regex(/^[a-z]-[a-z0-9-]{0,37}[a-z0-9]$/));

/** One row of an organisation's catalogue (公开目录), as it is in force. */
export const catalogueRowSchema = z.strictObject({
  id: rowIdSchema,
  /** Number in the official catalogue; its open rows and local rows have none. */
  no: z.optional(z.int().check(z.positive())),
  level1: cleanLine(LIMITS.title),
  level2: z.optional(cleanLine(LIMITS.title)),
  level3: z.optional(cleanLine(LIMITS.title)),
  /** To choose from (公开形式（选择）), not all at once. Empty when the catalogue leaves the form open. */
  forms: z.array(formNameSchema),
  /** The words of the official catalogue, e.g. 会议、文件等. */
  formsText: z.optional(cleanLine(LIMITS.title)),
  /** The list of forms ends in 等: others may be added. */
  openEnded: z.boolean(),
  /** The widest audience that the row is meant for: 党内 is `party`, 党内外 is `public`. */
  audience: z.optional(audienceSchema),
  timing: z.optional(timingSchema),
  /** Asked for by the superior organisation: cannot be dropped, and counts for completeness (HZ-50, XH-31). */
  mandated: z.boolean(),
  origin: z.enum(['template', 'local']),
  /** What the organisation adds to say what the row means for it. */
  detail: z.optional(cleanText(LIMITS.note)),
});
export type CatalogueRow = z.infer<typeof catalogueRowSchema>;
