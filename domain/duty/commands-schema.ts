import * as z from 'zod/mini';
import { rowIdSchema } from '../catalogue/row.ts';
import { LIMITS } from '../limits.ts';
import { day } from '../organisation/commands.ts';
import { cleanLine, cleanText } from '../text.ts';
import { WAIVER_GROUNDS, type WaiverGround } from './duty.ts';
import { dutyRulesSchema } from './rules-schema.ts';

// The id of a stage holds the item's id and the stage's name.
const duty = cleanLine(LIMITS.title);
const ground = z.enum(Object.keys(WAIVER_GROUNDS) as [WaiverGround, ...WaiverGround[]]);

/** What people may ask of a ledger. */
export const dutyCommands = {
  /** Something happened that a 即时 row must tell; a yearly result has a clock of its own (HZ-22, HZ-24). */
  RecordOccurrence: z.strictObject({
    row: rowIdSchema,
    happenedOn: day,
    what: cleanLine(LIMITS.title),
    result: z.boolean(),
  }),
  /** A standing row is still right (HZ-19). */
  ConfirmStanding: z.strictObject({ row: rowIdSchema }),
  WaiveDuty: z.strictObject({ duty, ground, note: cleanText(LIMITS.note), until: z.optional(day) }),
  EndWaiver: z.strictObject({ duty, reason: cleanText(LIMITS.reason) }),
  AcknowledgeDuty: z.strictObject({ duty }),
  SnoozeDuty: z.strictObject({ duty, until: day }),
} as const;

/** The organisation's own rules, in the place of its superior's. */
export const changeDutyRules = z.strictObject({ rules: dutyRulesSchema, reason: cleanText(LIMITS.reason) });
