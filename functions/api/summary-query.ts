import * as z from 'zod/mini';
import { cleanLine } from '../../domain/text.ts';

/** The year of which summaries are asked for at present, when left out. */
export const summaryYear = z.strictObject({
  year: z.optional(cleanLine(4).check(z.regex(/^20\d\d$/, 'not a year such as 2026'))),
});
