import * as z from 'zod/mini';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { DocumentTypes } from '../catalogue/document-types.ts';
import type { FormVocabulary } from '../catalogue/forms.ts';
import type { CatalogueRow } from '../catalogue/row.ts';
import type { StoredFile } from '../file/state.ts';
import { AUDIENCES } from '../kernel/audience.ts';
import type { Command } from '../kernel/decider.ts';
import { LIMITS } from '../limits.ts';
import { day, identifier, instant } from '../organisation/commands.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { cleanLine, cleanText } from '../text.ts';
import { fileIds, itemContent } from './content.ts';
import type { LinkedItem } from './flaws.ts';

const reason = cleanText(LIMITS.reason);
const note = cleanText(LIMITS.note);

/** A “no” must say why: the notes become the reason for returning the item. */
const verdict = z.strictObject({ ok: z.boolean(), note: z.optional(note) });

/** Minutes of the enlarged meeting's vote; for a secret ballot only the totals are ever asked for. */
const meeting = z.strictObject({
  heldOn: day,
  present: z.int().check(z.minimum(1), z.maximum(10_000)),
  yes: z.int().check(z.minimum(0)),
  no: z.int().check(z.minimum(0)),
  abstain: z.int().check(z.minimum(0)),
});
export type Meeting = z.infer<typeof meeting>;

export const itemCommands = {
  ProposeItem: itemContent,
  AmendItem: itemContent,
  SubmitItem: z.strictObject({}),
  /** Issued by the system after submission; the screen itself is a pure function of the text. */
  ScreenItem: z.strictObject({}),
  MaskFinding: z.strictObject({ finding: identifier }),
  JustifyFinding: z.strictObject({ finding: identifier, reason }),
  ReturnItem: z.strictObject({ reason }),
  ReviewItem: z.strictObject({
    verdicts: z.strictObject({
      content: verdict,
      form: verdict,
      audience: verdict,
      time: verdict,
      duration: verdict,
    }),
    /** 保密审查, by the person who acts: their name stands under it. */
    secrecy: z.strictObject({ clear: z.boolean(), note: z.optional(note) }),
    /** What could go wrong when this is read, for sensitive matters (ZH-10). */
    risk: z.optional(note),
  }),
  ConsultMembers: z.strictObject({
    members: z.array(identifier).check(z.minLength(1), z.maxLength(50)),
    deadline: instant,
  }),
  AnswerConsultation: z.strictObject({ agree: z.boolean(), opinion: z.optional(note) }),
  ApproveItem: z.strictObject({ meeting: z.optional(meeting) }),
  /** Beyond the organisation's powers: the superior decides as well (2017 regulation, art. 15). */
  EscalateItem: z.strictObject({ reason }),
  /** Takes down what is up; while nothing is up, or with `draftOnly`, gives up the version in work instead. */
  WithdrawItem: z.strictObject({ reason, inError: z.boolean(), draftOnly: z.optional(z.boolean()) }),
  RecordProof: z.strictObject({
    form: cleanLine(LIMITS.name),
    audience: z.enum(AUDIENCES),
    place: cleanLine(LIMITS.name),
    heldAt: instant,
    /** Who attended or received it, as a head count and in words. */
    reached: z.int().check(z.minimum(1), z.maximum(1_000_000)),
    recipients: note,
    note,
    /** A photo of the wall, the minutes, the list of those present (JX-23). */
    files: z.optional(fileIds),
  }),
  RecordProgress: z.strictObject({ text: note, percent: z.int().check(z.minimum(0), z.maximum(100)) }),
  CompleteStage: z.strictObject({
    stage: z.int().check(z.minimum(0), z.maximum(11)),
    completedOn: day,
    note: z.optional(note),
  }),
  ReviseItem: z.strictObject({
    content: itemContent,
    reason,
    /** Opinions that the new version answers. */
    answers: z.array(identifier).check(z.maxLength(50)),
  }),
  CloseItem: z.strictObject({
    summary: z.optional(cleanText(LIMITS.text)),
    /** Of a plan: the item that carried it out, which names it as its plan (DF-08). */
    result: z.optional(identifier),
  }),
  /** Issued by the due-worker when the item's `nextDue` has come. */
  TimePassed: z.strictObject({}),
} as const;

export type ItemCommandType = keyof typeof itemCommands;

/** What the shell loads beside the item, at the versions that hold when the command is decided. */
export interface ItemFacts {
  readonly organisation: Organisation;
  readonly superior?: Organisation;
  /** The catalogue row that the content names; absent when the organisation's catalogue has no such row. */
  readonly row?: CatalogueRow;
  /** For an item that is a plan: true once an item that names it as its plan has been disclosed. */
  readonly resultDisclosed?: boolean;
  /** For closing: the calendar of the district, and how many opinions on the item nobody has answered yet. */
  readonly opinions?: { readonly calendar: WorkingCalendar; readonly unanswered: number };
  /** The decision that the content names. */
  readonly decision?: { readonly isMade: boolean };
  /** Those of the items that a tender names which there are. */
  readonly tenderItems?: readonly string[];
  readonly vocabulary: FormVocabulary;
  /** Those of the district, retired ones among them. */
  readonly documentTypes: DocumentTypes;
  /** For screening: the items of this organisation that the text links to; see {@link flawsIn}. */
  readonly linked?: Readonly<Record<string, LinkedItem | undefined>> | undefined;
  /** Those of this organisation that the command, or the content it is about, names. */
  readonly files?: Readonly<Record<string, StoredFile>>;
}

export type ItemCommand = {
  [Type in ItemCommandType]: Command<Type, z.infer<(typeof itemCommands)[Type]>, ItemFacts>;
}[ItemCommandType];
export type ItemCommandOf<Type extends ItemCommandType> = Extract<ItemCommand, { type: Type }>;
