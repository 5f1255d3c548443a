import * as z from 'zod/mini';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { DutyRules } from '../duty/rules-schema.ts';
import { AUDIENCES } from '../kernel/audience.ts';
import type { Command } from '../kernel/decider.ts';
import { LIMITS } from '../limits.ts';
import { day, identifier } from '../organisation/commands.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { cleanLine, cleanText } from '../text.ts';
import type { FeedbackState } from './state.ts';
import { CHANNELS, CLASSES, KINDS, OUTCOMES, VOICES } from './vocabulary.ts';

const oneOf = <Table extends object>(table: Table) =>
  z.enum(Object.keys(table) as [keyof Table & string, ...(keyof Table & string)[]]);

const answer = { text: cleanText(LIMITS.note), outcome: oneOf(OUTCOMES) };
const assignment = {
  owner: identifier,
  /** 承办部门, as the organisation calls it. */
  department: z.optional(cleanLine(LIMITS.name)),
  dueOn: z.optional(day),
};

export const feedbackCommands = {
  LeaveFeedback: z.strictObject({
    /** The item that it is about; absent for a word to the organisation as such. */
    item: z.optional(identifier),
    /** Absent: an opinion. */
    kind: z.optional(oneOf(KINDS)),
    text: cleanText(LIMITS.note),
    /** A signed-in person need not repeat their name. */
    from: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('signed'), name: z.optional(cleanLine(LIMITS.name)) }),
      z.strictObject({ kind: z.literal('anonymous') }),
      /** Of an organisation right below, through somebody of its office. */
      z.strictObject({ kind: z.literal('organisation'), organisation: identifier }),
    ]),
    speaker: oneOf(VOICES),
    channel: oneOf(CHANNELS),
    /** Written down by a supervisor for people who told them. */
    onBehalf: z.optional(z.literal(true)),
    /** 接听、接待当时: answered, put to the leader, or given to somebody with a day. A call has one of the three (JX-21). */
    atOnce: z.optional(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('answered'), ...answer }),
        z.strictObject({ kind: z.literal('raised'), reason: cleanText(LIMITS.reason) }),
        z.strictObject({ kind: z.literal('assigned'), ...assignment }),
      ]),
    ),
  }),
  /** A further word by whoever left it, or by the office that heard it. */
  AddToFeedback: z.strictObject({ text: cleanText(LIMITS.note) }),
  ClassifyFeedback: z.strictObject({ class: oneOf(CLASSES) }),
  /** It says the same as another one, and is handled with it. */
  MergeFeedback: z.strictObject({ into: identifier }),
  /** Without `dueOn` the day stays as it is. */
  AssignFeedback: z.strictObject(assignment),
  /** 呈报领导. */
  RaiseFeedback: z.strictObject({ reason: cleanText(LIMITS.reason) }),
  AnswerFeedback: z.strictObject({
    ...answer,
    /** What was disclosed because somebody proposed it. */
    disclosure: z.optional(identifier),
  }),
  CloseFeedback: z.strictObject({
    reason: z.optional(cleanText(LIMITS.reason)),
    /** Who hears of the outcome of a word to the organisation as such; that of an item's goes to those who see the item. */
    audience: z.optional(z.enum(AUDIENCES)),
  }),
  ReopenFeedback: z.strictObject({ reason: cleanText(LIMITS.reason) }),
  /** Whether the words themselves may stand beside the outcome, masked. */
  ModerateFeedback: z.strictObject({ shown: z.boolean(), reason: cleanText(LIMITS.reason) }),
  RequireRectification: z.strictObject({ what: cleanText(LIMITS.reason), owner: identifier, dueOn: day }),
  ReportRectification: z.strictObject({ proof: cleanText(LIMITS.note) }),
  VerifyRectification: z.strictObject({ ok: z.boolean(), note: cleanText(LIMITS.reason) }),
  /** The outcome was taken into the catalogue class of problems that people raised (HZ-09). */
  PromoteFeedback: z.strictObject({ item: identifier }),
  /** Issued by the function that sees another opinion merged into this one. */
  TakeDuplicate: z.strictObject({ id: identifier, follower: z.optional(identifier) }),
  /** Issued by the due-worker when the feedback's `nextDue` has come. */
  TimePassed: z.strictObject({}),
} as const;

export type FeedbackCommandType = keyof typeof feedbackCommands;

export interface FeedbackFacts {
  readonly organisation: Organisation;
  readonly superior?: Organisation;
  readonly calendar: WorkingCalendar;
  /** The ladder by which the organisation is reminded of whatever it owes. */
  readonly ladder: DutyRules['ladder'];
  /** Whoever asks has shown the receipt code of this opinion. */
  readonly holdsReceipt?: boolean;
  /** Of the organisation that speaks, where it stands right below this one. */
  readonly below?: Organisation;
  /** The opinion that this one is to be merged into. */
  readonly into?: { readonly id: string; readonly state: FeedbackState };
  /** The item that an answer names has been disclosed. */
  readonly isDisclosed?: boolean;
}

export type FeedbackCommand = {
  [Type in FeedbackCommandType]: Command<Type, z.infer<(typeof feedbackCommands)[Type]>, FeedbackFacts>;
}[FeedbackCommandType];
export type FeedbackCommandOf<Type extends FeedbackCommandType> = Extract<FeedbackCommand, { type: Type }>;
