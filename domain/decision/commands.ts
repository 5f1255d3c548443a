import * as z from 'zod/mini';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import { AUDIENCES, type Audience } from '../kernel/audience.ts';
import type { Command } from '../kernel/decider.ts';
import { LIMITS } from '../limits.ts';
import { day, identifier } from '../organisation/commands.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { MATTER_NAMES } from '../organisation/policy.ts';
import { SURVEY_KINDS, type SurveyKind } from '../survey/vocabulary.ts';
import { cleanLine, cleanText } from '../text.ts';
import { CHOICES, type Choice, MEETING_OUTCOMES, type MeetingOutcome, STEP_NAMES } from './vocabulary.ts';

const line = cleanLine(LIMITS.title);
const note = cleanText(LIMITS.note);
const reason = cleanText(LIMITS.reason);
const heads = z.int().check(z.minimum(0), z.maximum(10_000));
const some = z.int().check(z.minimum(1), z.maximum(10_000));

export const decisionCommands = {
  OpenDecision: z.strictObject({
    title: line,
    /** 主要内容. */
    summary: note,
    matter: z.enum(MATTER_NAMES),
    /** 热点: dealt with like a major matter, whatever kind it is (TZ-27). */
    hot: z.optional(z.boolean()),
    /** 敏感: its result is disclosed on the very day (TZ-29). */
    sensitive: z.optional(z.boolean()),
    /** Who hears of it, from the notice to the last action. */
    audience: z.enum(AUDIENCES),
    /** Who they are when the audience is `named`. */
    named: z.optional(z.array(identifier).check(z.minLength(1), z.maxLength(200))),
  }),
  /** 事先预告: what those who take part have to know and to think over (TZ-25). */
  GiveNotice: z.strictObject({ requirements: note, meetingOn: day }),
  RecordDeliberation: z.strictObject({ on: day, among: line, note }),
  /** One round of consultation and what was said in it (TZ-26). */
  RecordRound: z.strictObject({
    kind: z.enum(Object.keys(SURVEY_KINDS) as [SurveyKind, ...SurveyKind[]]),
    from: day,
    until: day,
    /** How many answered. */
    heard: some,
    /** The survey in which they did; it counts for itself. */
    survey: z.optional(identifier),
    points: z.optional(
      z
        .array(
          z.strictObject({ text: cleanText(LIMITS.reason), taken: z.boolean(), reply: z.optional(reason) }),
        )
        .check(z.maxLength(20)),
    ),
  }),
  /** 公示 before the decision is made. */
  Publicise: z.strictObject({ place: line, from: day, until: day }),
  RecordMeeting: z.strictObject({
    heldOn: day,
    place: line,
    /** 应到. */
    entitled: some,
    /** 实到. */
    present: some,
    /** 议定结果. */
    resolution: note,
    outcome: z.enum(Object.keys(MEETING_OUTCOMES) as [MeetingOutcome, ...MeetingOutcome[]]),
  }),
  RecordVote: z.strictObject({
    secret: z.boolean(),
    present: some,
    yes: heads,
    no: heads,
    abstain: heads,
    /** Who chose what, of an open vote. */
    names: z.optional(
      z
        .array(
          z.strictObject({
            person: identifier,
            choice: z.enum(Object.keys(CHOICES) as [Choice, ...Choice[]]),
          }),
        )
        .check(z.minLength(1), z.maxLength(200)),
    ),
  }),
  DiscloseResult: z.strictObject({ item: identifier }),
  /** 分工负责: what has to be done, by whom, and by when (LY-17). */
  AssignAction: z.strictObject({ task: line, assignee: identifier, dueOn: day }),
  /** By whoever has to do it, or by the office. `action` is its number, from 1. */
  ReportAction: z.strictObject({
    action: z.int().check(z.minimum(1), z.maximum(50)),
    note: reason,
    done: z.boolean(),
  }),
  ConfirmImplemented: z.strictObject({ note: reason }),
  SkipStep: z.strictObject({ step: z.enum(STEP_NAMES), reason }),
  WithdrawDecision: z.strictObject({ reason }),
  /** Issued by the due-worker when the decision's `nextDue` has come. */
  TimePassed: z.strictObject({}),
} as const;

export type DecisionCommandType = keyof typeof decisionCommands;

export interface DecisionFacts {
  readonly organisation: Organisation;
  readonly superior?: Organisation;
  readonly calendar: WorkingCalendar;
  /** The survey that a round names. */
  readonly survey?: { readonly kind: SurveyKind; readonly isClosed: boolean };
  /** The widest audience that was told by the item that the command names, if that item rests on this decision. */
  readonly disclosedTo?: Audience;
}

export type DecisionCommand = {
  [Type in DecisionCommandType]: Command<Type, z.infer<(typeof decisionCommands)[Type]>, DecisionFacts>;
}[DecisionCommandType];
export type DecisionCommandOf<Type extends DecisionCommandType> = Extract<DecisionCommand, { type: Type }>;
