import * as z from 'zod/mini';
import { LIMITS } from '../limits.ts';
import { day } from '../organisation/commands.ts';
import { cleanLine, cleanText } from '../text.ts';

/** As many as the notice of one year names, with room to spare. */
const MOST_DAYS = 60;
const MOST_TERMS = 20;

const name = cleanLine(LIMITS.name);

export const calendarCommands = {
  /** Say of days whether they are worked, whatever the notice of the State Council says. */
  EditDays: z.strictObject({
    days: z
      .array(z.strictObject({ day, working: z.boolean(), name }))
      .check(z.minLength(1), z.maxLength(MOST_DAYS)),
    reason: cleanText(LIMITS.reason),
  }),
  /** Take edits back: the days are again what the notice says. */
  ResetDays: z.strictObject({ days: z.array(day).check(z.minLength(1), z.maxLength(MOST_DAYS)) }),
  /** All terms anew, in any order; both days are in the term. The vacations are what lies between. */
  SetTerms: z.strictObject({
    terms: z.array(z.strictObject({ name, from: day, until: day })).check(z.maxLength(MOST_TERMS)),
  }),
} as const;
