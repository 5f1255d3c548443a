import * as z from 'zod/mini';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { Command } from '../kernel/decider.ts';
import type { OrganisationId } from '../kernel/scope.ts';
import { LIMITS } from '../limits.ts';
import { day, identifier } from '../organisation/commands.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { cleanLine, cleanText } from '../text.ts';
import type { Reader } from '../visibility.ts';
import type { CircularState } from './state.ts';
import { CIRCULAR_READERS, type CircularReaders } from './vocabulary.ts';

/** As many as a district has units; a circular names them all in one commit. */
const MOST_RECIPIENTS = 300;

export const circularCommands = {
  IssueCircular: z.strictObject({
    title: cleanLine(LIMITS.title),
    text: cleanText(LIMITS.text),
    /** Organisations below, and the own one, each once. */
    recipients: z.array(identifier).check(
      z.minLength(1),
      z.maxLength(MOST_RECIPIENTS),
      z.refine((ids) => new Set(ids).size === ids.length, 'each once'),
    ),
    readers: z.enum(Object.keys(CIRCULAR_READERS) as [CircularReaders, ...CircularReaders[]]),
    /** What each of them has to do and to report as done; absent where it is only to be read. */
    task: z.optional(cleanText(LIMITS.reason)),
    /** Last day on which it is read, and its task done, in time. */
    dueOn: day,
  }),
  WithdrawCircular: z.strictObject({ reason: cleanText(LIMITS.reason) }),
  /** Issued by the due-worker on the steps of the ladder. */
  TimePassed: z.strictObject({}),
} as const;
export type CircularCommandType = keyof typeof circularCommands;

export interface CircularFacts {
  readonly organisation: Organisation;
  readonly superior?: Organisation;
  readonly calendar: WorkingCalendar;
  /** Those of the recipients whom it may be sent to: everybody below, and the organisation itself. */
  readonly reach: ReadonlySet<OrganisationId>;
  /** Those of the recipients who have not signed for it, or not done its task: where time has passed. */
  readonly behind?: readonly OrganisationId[];
}

export type CircularCommand = {
  [Type in CircularCommandType]: Command<Type, z.infer<(typeof circularCommands)[Type]>, CircularFacts>;
}[CircularCommandType];
export type CircularCommandOf<Type extends CircularCommandType> = Extract<CircularCommand, { type: Type }>;

/** What those do to whom it was sent. */
export const receiptCommands = {
  /** 已阅, by a person. */
  ReadCircular: z.strictObject({}),
  /** 签收, by the office. */
  ReceiveCircular: z.strictObject({}),
  /** The task is done, says the office. */
  ReportCircularDone: z.strictObject({ note: z.optional(cleanText(LIMITS.reason)) }),
} as const;
export type ReceiptCommandType = keyof typeof receiptCommands;

export interface ReceiptFacts {
  /** To whom it was sent. */
  readonly organisation: Organisation;
  readonly reader: Reader;
  readonly issuer: OrganisationId;
  readonly circular: CircularState;
}

export type ReceiptCommand = {
  [Type in ReceiptCommandType]: Command<Type, z.infer<(typeof receiptCommands)[Type]>, ReceiptFacts>;
}[ReceiptCommandType];
export type ReceiptCommandOf<Type extends ReceiptCommandType> = Extract<ReceiptCommand, { type: Type }>;
