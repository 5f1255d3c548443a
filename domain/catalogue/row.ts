import * as z from 'zod/mini';
import { AUDIENCES } from '../kernel/audience.ts';
import { isDay } from '../kernel/time.ts';
import { LIMITS } from '../limits.ts';
import { cleanLine, cleanText } from '../text.ts';
import { TAGS } from './views.ts';

/** When a row is to be disclosed: 长期, 定期, 分期, 即时. */
export const TIMINGS = ['standing', 'periodic', 'staged', 'prompt'] as const;
export type Timing = (typeof TIMINGS)[number];

export const audienceSchema = z.enum(AUDIENCES);
export const timingSchema = z.enum(TIMINGS);
export const formNameSchema = cleanLine(LIMITS.name);

/** Ids of local rows have a prefix of their own, so that no later template version can take one. */
export const localRowIdSchema = z.string().check(z.regex(/^l-[a-z0-9-]{0,37}[a-z0-9]$/));
export const rowIdSchema = z.string().check(z.regex(/^[a-z]-[a-z0-9-]{0,37}[a-z0-9]$/));

const MOST_TAGS = 10;
const MOST_POWERS = 20;
const year = z.int().check(z.minimum(1990), z.maximum(2100));

/** What an organisation may say of any row of its own accord: it makes no row less than what is asked for. */
export const rowParticulars = {
  /** Content to disclose first: it leads its class (HZ-30). */
  priority: z.optional(z.boolean()),
  /** Headings of other classifications under which it stands besides those of its template; see views.ts. */
  tags: z.optional(z.array(z.enum(TAGS)).check(z.maxLength(MOST_TAGS))),
  /** Entries of the power register that it discloses (HZ-29). */
  powers: z.optional(z.array(z.string().check(z.regex(/^p-\d{1,4}$/))).check(z.maxLength(MOST_POWERS))),
  /** First day on which it is owed here: rows may be taken up one after the other (XH-07). */
  activeFrom: z.optional(z.string().check(z.refine(isDay, 'not a day of the form 2026-11-22'))),
  /** 任期: first and last year of the term that its content is about (HZ-05). */
  term: z.optional(
    z
      .strictObject({ from: year, until: year })
      .check(z.refine(({ from, until }) => from <= until, '`from` must not be after `until`')),
  ),
  /** 年度 that its content is about (HZ-05). */
  year: z.optional(year),
} as const;

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
  ...rowParticulars,
});
export type CatalogueRow = z.infer<typeof catalogueRowSchema>;
