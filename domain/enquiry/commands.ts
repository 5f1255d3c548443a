import * as z from 'zod/mini';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import { rowIdSchema } from '../catalogue/row.ts';
import { SPEAKERS } from '../feedback/vocabulary.ts';
import type { Command } from '../kernel/decider.ts';
import { LIMITS } from '../limits.ts';
import { day, identifier } from '../organisation/commands.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { MATTERS } from '../organisation/policy.ts';
import { cleanLine, cleanText } from '../text.ts';
import { DECISIONS, ENQUIRY_CHANNELS, GROUNDS, PAUSE_GROUNDS } from './vocabulary.ts';

const keysOf = <Table extends object>(table: Table) =>
  z.enum(Object.keys(table) as [keyof Table & string, ...(keyof Table & string)[]]);

/** Where the answer stands: an item on show, or a row of the catalogue. */
const link = { item: z.optional(identifier), row: z.optional(rowIdSchema) };
const text = cleanText(LIMITS.reason);

export const enquiryCommands = {
  /** Ask for something. By hand of the office it may be answered on the spot, and then is no case. */
  RegisterEnquiry: z.strictObject({
    /** What is asked for, in a line. */
    subject: cleanLine(LIMITS.title),
    details: z.optional(text),
    /** A signed-in person need not repeat their name. */
    from: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('signed'), name: z.optional(cleanLine(LIMITS.name)) }),
      z.strictObject({ kind: z.literal('anonymous') }),
    ]),
    speaker: keysOf(SPEAKERS),
    channel: keysOf(ENQUIRY_CHANNELS),
    /** Of whoever asked in person and is on the roster, so that they do not decide on it themselves. */
    person: z.optional(identifier),
    answer: z.optional(z.strictObject({ text, ...link })),
  }),
  AssignEnquiry: z.strictObject({ owner: identifier }),
  /** The clock stands still until the asker answers, or the day has passed. */
  AskForClarity: z.strictObject({ text, until: day }),
  Clarify: z.strictObject({ text }),
  ProposeDecision: z.strictObject({
    outcome: keysOf(DECISIONS),
    ground: keysOf(GROUNDS),
    text,
    /** Which approval chain it goes through. */
    matter: keysOf(MATTERS),
    lookAgainOn: z.optional(day),
    ...link,
  }),
  ApproveDecision: z.strictObject({}),
  ReturnDecision: z.strictObject({ reason: text }),
  /** By the leading group: to so many working days in all. */
  ExtendEnquiry: z.strictObject({ days: z.int().check(z.minimum(1), z.maximum(90)), reason: text }),
  PauseClock: z.strictObject({ ground: keysOf(PAUSE_GROUNDS), text, until: day }),
  ResumeClock: z.strictObject({}),
  DiscloseEnquiry: z.strictObject({ text: cleanText(LIMITS.note), item: z.optional(identifier) }),
  /** What was asked for becomes a duty: a row or an item; or why it does not. */
  SettlePromotion: z.discriminatedUnion('as', [
    z.strictObject({ as: z.literal('row'), row: rowIdSchema }),
    z.strictObject({ as: z.literal('item'), item: identifier }),
    z.strictObject({ as: z.literal('declined'), reason: text }),
  ]),
  FileComplaint: z.strictObject({ text }),
  DecideComplaint: z.strictObject({ upheld: z.boolean(), text }),
  /** 接待记录: somebody came about a case that there is already. */
  RecordVisit: z.strictObject({
    channel: z.enum(['visit', 'phone', 'letter']),
    question: text,
    answer: text,
  }),
  /** Issued by the due-worker when the enquiry's `nextDue` has come. */
  TimePassed: z.strictObject({}),
} as const;

export type EnquiryCommandType = keyof typeof enquiryCommands;

/** What the command points to: whether it is there, and whether whoever asked may see it. */
export interface LinkFacts {
  readonly item?: 'visible' | 'hidden' | 'unknown';
  readonly row?: 'known' | 'unknown';
}

export interface EnquiryFacts {
  readonly organisation: Organisation;
  readonly superior?: Organisation;
  readonly calendar: WorkingCalendar;
  /** The request came with the receipt of this very case. */
  readonly holdsReceipt: boolean;
  readonly links: LinkFacts;
  /** Rows of the catalogue that the subject has words of, best first. Asked for when it is registered. */
  readonly rows: readonly string[];
}

export type EnquiryCommand = {
  [Type in EnquiryCommandType]: Command<Type, z.infer<(typeof enquiryCommands)[Type]>, EnquiryFacts>;
}[EnquiryCommandType];
export type EnquiryCommandOf<Type extends EnquiryCommandType> = Extract<EnquiryCommand, { type: Type }>;
