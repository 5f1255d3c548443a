import * as z from 'zod/mini';
import type { Command } from '../kernel/decider.ts';
import type { OrganisationId } from '../kernel/scope.ts';
import { LIMITS } from '../limits.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { cleanLine, cleanText } from '../text.ts';
import { RECEIVERS, type Receiver } from './filing-vocabulary.ts';

const yearName = cleanLine(4).check(z.regex(/^20\d\d$/, 'not a year such as 2026'));
const said = { title: cleanLine(LIMITS.title), text: cleanText(LIMITS.text) };

export const filingCommands = {
  /** 年度总结, once a year: what the office has made of the draft. */
  FileSummary: z.strictObject({ year: yearName, ...said }),
  /** 专题报告, whenever there is something to tell (HZ-36). */
  FileSpecialReport: z.strictObject({
    ...said,
    /** The body above that it is for. */
    receiver: z.enum(Object.keys(RECEIVERS) as [Receiver, ...Receiver[]]),
  }),
  /** 签收, by the body above that it is for. */
  AcknowledgeFiling: z.strictObject({ remark: z.optional(cleanText(LIMITS.reason)) }),
  /** 退回补充: it may then be filed again. */
  ReturnFiling: z.strictObject({ reason: cleanText(LIMITS.reason) }),
} as const;
export type FilingCommandType = keyof typeof filingCommands;

export interface FilingFacts {
  /** Whose it is. */
  readonly organisation: Organisation;
  readonly superior?: Organisation;
  /** Where somebody acknowledges it or sends it back. */
  readonly at?: OrganisationId;
}

export type FilingCommand = {
  [Type in FilingCommandType]: Command<Type, z.infer<(typeof filingCommands)[Type]>, FilingFacts>;
}[FilingCommandType];
export type FilingCommandOf<Type extends FilingCommandType> = Extract<FilingCommand, { type: Type }>;
