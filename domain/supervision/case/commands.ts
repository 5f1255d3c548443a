import * as z from 'zod/mini';
import type { WorkingCalendar } from '../../calendar/working-days.ts';
import type { Command } from '../../kernel/decider.ts';
import { LIMITS } from '../../limits.ts';
import { identifier } from '../../organisation/commands.ts';
import { cleanText } from '../../text.ts';
import { about } from '../about.ts';
import type { Houses } from '../inspectors.ts';
import { APPEAL_RESULTS, type AppealResult, MEASURES, type Measure } from './vocabulary.ts';

const measure = z.enum(Object.keys(MEASURES) as [Measure, ...Measure[]]);

export const caseCommands = {
  OpenCase: z.strictObject({
    /** On the roster of this organisation. */
    person: identifier,
    fact: cleanText(LIMITS.note),
    /** 依据: the rule that was broken. */
    basis: cleanText(LIMITS.reason),
    about: z.optional(about),
  }),
  DecideCase: z.strictObject({ measure, reason: cleanText(LIMITS.reason) }),
  /** By the person, once. */
  AppealCase: z.strictObject({ text: cleanText(LIMITS.note) }),
  DecideAppeal: z
    .strictObject({
      result: z.enum(Object.keys(APPEAL_RESULTS) as [AppealResult, ...AppealResult[]]),
      /** What takes the place of the decision; for `changed` only. */
      measure: z.optional(measure),
      reason: cleanText(LIMITS.reason),
    })
    .check(
      z.refine(({ result, measure }) => (result === 'changed') === (measure !== undefined), {
        error: '`measure` goes with `changed`',
        path: ['measure'],
      }),
    ),
  /** Issued by the due-worker when the case's `nextDue` has come. */
  TimePassed: z.strictObject({}),
} as const;
export type CaseCommandType = keyof typeof caseCommands;

export interface CaseFacts extends Houses {
  readonly calendar: WorkingCalendar;
  /** Commits of what the fact is about; 0 where there is no such thing. */
  readonly steps?: number;
}

export type CaseCommand = {
  [Type in CaseCommandType]: Command<Type, z.infer<(typeof caseCommands)[Type]>, CaseFacts>;
}[CaseCommandType];
export type CaseCommandOf<Type extends CaseCommandType> = Extract<CaseCommand, { type: Type }>;
