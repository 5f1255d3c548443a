import * as z from 'zod/mini';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { Command } from '../kernel/decider.ts';
import type { Instant } from '../kernel/time.ts';
import { LIMITS } from '../limits.ts';
import { identifier, instant } from '../organisation/commands.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { cleanLine, cleanText } from '../text.ts';
import type { Reader } from '../visibility.ts';
import type { SurveyState } from './state.ts';
import { GROUP_NAMES, SURVEY_KINDS, type SurveyKind } from './vocabulary.ts';

const MOST_WORDS = 500;
const text = cleanLine(LIMITS.title);

export const question = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('choice'),
    text,
    options: z.array(cleanLine(LIMITS.name)).check(z.minLength(2), z.maxLength(8)),
  }),
  /** How satisfied somebody is, 1 to 5. */
  z.strictObject({ kind: z.literal('scale'), text }),
  /** In one's own words, which only the office reads. */
  z.strictObject({ kind: z.literal('text'), text }),
]);
export type Question = z.infer<typeof question>;

export const surveyCommands = {
  PlanSurvey: z.strictObject({
    kind: z.enum(Object.keys(SURVEY_KINDS) as [SurveyKind, ...SurveyKind[]]),
    title: text,
    intro: z.optional(cleanText(LIMITS.reason)),
    questions: z.array(question).check(z.minLength(1), z.maxLength(20)),
    groups: z.array(z.enum(GROUP_NAMES)).check(z.minLength(1), z.maxLength(3)),
    /** Who sees it and what came of it; absent: the unit. */
    audience: z.optional(z.enum(['party', 'unit', 'public'])),
    opensAt: instant,
    closesAt: instant,
    /** The item that people are consulted on. */
    item: z.optional(identifier),
  }),
  WithdrawSurvey: z.strictObject({ reason: cleanText(LIMITS.reason) }),
  /** What was learnt and will be done. */
  ConcludeSurvey: z.strictObject({ text: cleanText(LIMITS.note) }),
  /** Issued by the due-worker when the survey's `nextDue` has come. */
  TimePassed: z.strictObject({}),
} as const;

export const ballotCommands = {
  CastBallot: z.strictObject({
    /** One for each question, in their order: the option (from 0), the degree (1 to 5), the words, or nothing. */
    answers: z
      .array(z.union([z.int(), cleanText(MOST_WORDS), z.null()]))
      .check(z.minLength(1), z.maxLength(20)),
    /** Present when the office enters what somebody of that group said on paper or in a forum. */
    group: z.optional(z.enum(GROUP_NAMES)),
  }),
} as const;

export type SurveyCommandType = keyof typeof surveyCommands;

export interface SurveyFacts {
  readonly organisation: Organisation;
  readonly superior?: Organisation;
  readonly calendar: WorkingCalendar;
  /** The item that the survey names is there. */
  readonly hasItem: boolean;
}

export type SurveyCommand = {
  [Type in SurveyCommandType]: Command<Type, z.infer<(typeof surveyCommands)[Type]>, SurveyFacts>;
}[SurveyCommandType];
export type SurveyCommandOf<Type extends SurveyCommandType> = Extract<SurveyCommand, { type: Type }>;

export interface BallotFacts {
  readonly organisation: Organisation;
  readonly survey: SurveyState;
  readonly id: string;
  readonly reader: Reader;
  /** When it was really cast. The record keeps the day only, so that no time leads to a person. */
  readonly at: Instant;
}
export type BallotCommand = Command<'CastBallot', z.infer<typeof ballotCommands.CastBallot>, BallotFacts>;
