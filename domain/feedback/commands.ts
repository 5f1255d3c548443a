import * as z from 'zod/mini';
import type { Command } from '../kernel/decider.ts';
import { day, identifier } from '../organisation/commands.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { cleanLine, cleanText, LIMITS } from '../text.ts';

/** Who speaks: the groups by which opinions are counted. */
export const SPEAKERS = {
  'party-member': '党员',
  staff: '教职工',
  parent: '家长',
  student: '学生',
  society: '社会人士',
} as const;
export type Speaker = keyof typeof SPEAKERS;

/** How the opinion came in. Everything but `online` is written down by somebody of the office. */
export const CHANNELS = {
  online: '网上留言',
  box: '意见箱',
  phone: '电话',
  letter: '来信',
  visit: '来访',
  meeting: '座谈会',
} as const;
export type Channel = keyof typeof CHANNELS;

/** What became of the opinion. */
export const OUTCOMES = {
  adopted: '采纳',
  'partly-adopted': '部分采纳',
  explained: '解释说明',
  'not-adopted': '不予采纳',
  referred: '转有关部门办理',
} as const;
export type Outcome = keyof typeof OUTCOMES;

const oneOf = <Table extends object>(table: Table) =>
  z.enum(Object.keys(table) as [keyof Table & string, ...(keyof Table & string)[]]);

export const feedbackCommands = {
  LeaveFeedback: z.strictObject({
    /** The item that it is about; absent for a word to the organisation as such. */
    item: z.optional(identifier),
    text: cleanText(LIMITS.note),
    /** A signed-in person need not repeat their name. */
    from: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('signed'), name: z.optional(cleanLine(LIMITS.name)) }),
      z.strictObject({ kind: z.literal('anonymous') }),
    ]),
    speaker: oneOf(SPEAKERS),
    channel: oneOf(CHANNELS),
  }),
  /** Without `dueOn` the day stays as it is. */
  AssignFeedback: z.strictObject({ owner: identifier, dueOn: z.optional(day) }),
  AnswerFeedback: z.strictObject({ text: cleanText(LIMITS.note), outcome: oneOf(OUTCOMES) }),
  CloseFeedback: z.strictObject({ reason: z.optional(cleanText(LIMITS.reason)) }),
  /** Issued by the due-worker when the feedback's `nextDue` has come. */
  TimePassed: z.strictObject({}),
} as const;

export type FeedbackCommandType = keyof typeof feedbackCommands;

export interface FeedbackFacts {
  readonly organisation: Organisation;
  readonly superior?: Organisation;
}

export type FeedbackCommand = {
  [Type in FeedbackCommandType]: Command<Type, z.infer<(typeof feedbackCommands)[Type]>, FeedbackFacts>;
}[FeedbackCommandType];
export type FeedbackCommandOf<Type extends FeedbackCommandType> = Extract<FeedbackCommand, { type: Type }>;
