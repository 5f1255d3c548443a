import * as z from 'zod/mini';
import { rowIdSchema } from '../catalogue/row.ts';
import { seatRule } from '../organisation/seat-rule.ts';
import { CADENCES, type Cadence, COUNTINGS, type Counting } from './rules.ts';

const cadence = z.enum(Object.keys(CADENCES) as [Cadence, ...Cadence[]]);

const span = z.strictObject({
  days: z.int().check(z.minimum(0), z.maximum(180)),
  counting: z.enum(Object.keys(COUNTINGS) as [Counting, ...Counting[]]),
});

/** One rung: on the working day `offset` from the due day, tell whoever holds the seats. */
const ladderStep = z.strictObject({
  /** Working days from the due day; negative is before. */
  offset: z.int().check(z.minimum(-60), z.maximum(60)),
  tell: z
    .array(z.strictObject({ seat: seatRule, at: z.enum(['own', 'superior']) }))
    .check(z.minLength(1), z.maxLength(6)),
  /** Named in the 通报 from here on. */
  bulletin: z.optional(z.boolean()),
});
export type LadderStep = z.infer<typeof ladderStep>;

/** By which rules duties arise, fall due and are spoken of. All of it is data: the district's is the floor. */
export const dutyRulesSchema = z.strictObject({
  /** Of `periodic` rows that `rowCadence` does not name. */
  cadence,
  rowCadence: z.record(rowIdSchema, cadence),
  /** From an occurrence to its disclosure (即时). */
  prompt: span,
  /** From the making of a yearly result to its disclosure: 7日内 (HZ-22). */
  result: span,
  /** Whoever joins with fewer days left in the quarter begins with the next one. */
  joiningDays: z.int().check(z.minimum(0), z.maximum(92)),
  ladder: z.array(ladderStep).check(
    z.minLength(1),
    z.maxLength(20),
    z.refine(
      (steps) => steps.every(({ offset }, i) => i === 0 || offset > (steps[i - 1]?.offset ?? 0)),
      'offsets must rise',
    ),
  ),
});
export type DutyRules = z.infer<typeof dutyRulesSchema>;
