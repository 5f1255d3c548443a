import * as z from 'zod/mini';
import type { WorkingCalendar } from '../../calendar/working-days.ts';
import {
  CHANNELS,
  type Channel,
  OUTCOMES,
  type Outcome,
  SPEAKERS,
  type Speaker,
} from '../../feedback/vocabulary.ts';
import type { Command } from '../../kernel/decider.ts';
import { LIMITS } from '../../limits.ts';
import { day, identifier } from '../../organisation/commands.ts';
import { cleanText } from '../../text.ts';
import { about } from '../about.ts';
import type { Houses } from '../inspectors.ts';
import { ASPECTS, type Aspect } from '../vocabulary.ts';

const matter = {
  aspects: z.array(z.enum(Object.keys(ASPECTS) as [Aspect, ...Aspect[]])).check(
    z.minLength(1),
    z.refine((all) => new Set(all).size === all.length, 'each once'),
  ),
  text: cleanText(LIMITS.reason),
  about: z.optional(about),
  /** The visit that it follows. */
  visit: z.optional(identifier),
};

export const followUpCommands = {
  /** Nobody has to do as it says, but it is answered by a day. */
  FileSuggestion: z.strictObject({
    ...matter,
    /** Absent: as soon as an opinion has to be answered here. */
    dueOn: z.optional(day),
    /** For people who told the supervisor, and how they did (HZ-43, TZ-32). */
    onBehalf: z.optional(
      z.strictObject({
        of: z.enum(Object.keys(SPEAKERS) as [Speaker, ...Speaker[]]),
        channel: z.enum(Object.keys(CHANNELS) as [Channel, ...Channel[]]),
      }),
    ),
  }),
  OrderRectification: z.strictObject({ ...matter, owner: identifier, dueOn: day }),
  AnswerSuggestion: z.strictObject({
    outcome: z.enum(Object.keys(OUTCOMES) as [Outcome, ...Outcome[]]),
    text: cleanText(LIMITS.note),
  }),
  ReportFollowUp: z.strictObject({ proof: cleanText(LIMITS.note) }),
  VerifyFollowUp: z.strictObject({ ok: z.boolean(), note: cleanText(LIMITS.reason) }),
  WithdrawFollowUp: z.strictObject({ reason: cleanText(LIMITS.reason) }),
  /** Issued by the due-worker when its `nextDue` has come. */
  TimePassed: z.strictObject({}),
} as const;
export type FollowUpCommandType = keyof typeof followUpCommands;

export interface FollowUpFacts extends Houses {
  readonly calendar: WorkingCalendar;
  /** Commits of what it is about; 0 where there is no such thing. */
  readonly steps?: number;
  /** The visit that it names is there and was not cancelled. */
  readonly followsVisit?: boolean;
}

export type FollowUpCommand = {
  [Type in FollowUpCommandType]: Command<Type, z.infer<(typeof followUpCommands)[Type]>, FollowUpFacts>;
}[FollowUpCommandType];
export type FollowUpCommandOf<Type extends FollowUpCommandType> = Extract<FollowUpCommand, { type: Type }>;
