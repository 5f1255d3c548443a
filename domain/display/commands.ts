import * as z from 'zod/mini';
import { rowIdSchema } from '../catalogue/row.ts';
import type { Command } from '../kernel/decider.ts';
import { LIMITS } from '../limits.ts';
import { identifier, instant } from '../organisation/commands.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { cleanLine, cleanText } from '../text.ts';
import { carrierSchema } from './carrier/schema.ts';
import { answerSchema, NOTICE_TYPES } from './delivery-commands.ts';
import { DELIVERY_STATUSES } from './delivery-state.ts';
import { headersSchema } from './headers-schema.ts';
import { MOST_PER_MINUTE } from './pace.ts';
import { SCREEN_MODE_NAMES } from './screen.ts';

/**
 * Who reads it: anybody, or only the people of the unit (a screen in the staff room), or the Party members of the
 * organisation. A wall cannot tell a Party member from a colleague, so the last is an office system; see
 * office-system.ts. Named people are written to by no channel.
 */
export const DISPLAY_AUDIENCES = ['public', 'unit', 'party'] as const;
export type DisplayAudience = (typeof DISPLAY_AUDIENCES)[number];

/** Shows only these rows and classes (level 1 of the catalogue) of what its audience may see. */
const displayFilter = z.strictObject({
  rows: z._default(z.array(rowIdSchema).check(z.maxLength(100)), []),
  classes: z._default(z.array(cleanLine(LIMITS.title)).check(z.maxLength(50)), []),
});
export type DisplayFilter = z.infer<typeof displayFilter>;

/** What a screen that opens its page by itself is set to. */
const screenSettings = z.strictObject({
  modes: z._default(z.array(z.enum(SCREEN_MODE_NAMES)).check(z.maxLength(SCREEN_MODE_NAMES.length)), []),
  /** Whom it falls to when the screen goes dark; absent: the office and the leading group. */
  keeper: z.optional(identifier),
});
export type ScreenSettings = z.infer<typeof screenSettings>;

/** Who answers for it that only Party members of the organisation are in the group that an office system shows things to. */
const assurance = z.strictObject({ person: identifier, membersOnly: z.boolean() });
export type Assurance = z.infer<typeof assurance>;

const particulars = {
  name: cleanLine(LIMITS.name),
  /** Where it hangs: 校门口, 教学楼一层大厅. Of an office system: the group that reads it, 全体党员. */
  place: cleanLine(LIMITS.name),
  /** Where notices are sent. Absent: the display fetches its page by itself and gets no webhooks. */
  url: z.optional(z.url({ protocol: /^https?$/, normalize: true }).check(z.maxLength(500))),
  /** Absent: everything that its audience may see. */
  filter: z.optional(displayFilter),
  /** Absent: every notice. Who is told that something is up is always told that it is down. */
  notices: z.optional(z.array(z.enum(NOTICE_TYPES)).check(z.minLength(1), z.maxLength(NOTICE_TYPES.length))),
  /** Messages a minute at most. Absent: 120. */
  perMinute: z.optional(z.int().check(z.minimum(1), z.maximum(MOST_PER_MINUTE))),
  headers: z.optional(headersSchema),
  /** Absent: signed webhooks. */
  carrier: z.optional(carrierSchema),
  screen: z.optional(screenSettings),
  assurance: z
    .optional(assurance)
    .check(
      z.describe(
        'For an office system (audience `party`), and needed there: a Party member of the organisation who answers for it that only its Party members are in the receiving group `place`. Given anew with each change.',
      ),
    ),
};

/** Longest time for which the key before the last rotation stays valid. */
const MAX_ROTATION_HOURS = 168;

export const displayCommands = {
  RegisterDisplay: z.strictObject({
    ...particulars,
    audience: z
      ._default(z.enum(DISPLAY_AUDIENCES), 'public')
      .check(
        z.describe(
          '`party`: an office system (办公系统), which is told what was approved for it and released inside the Party. It takes https, no screen, and an assurance.',
        ),
      ),
  }),
  /** Replaces all of it. The audience stays: what a staff screen shows must not end up in the street by an edit. */
  ChangeDisplay: z.strictObject(particulars),
  /** `overlapHours` 0: the old secret has leaked and ends at once. */
  RotateSecret: z.strictObject({
    overlapHours: z._default(z.int().check(z.minimum(0), z.maximum(MAX_ROTATION_HOURS)), 24),
  }),
  DisableDisplay: z.strictObject({ reason: cleanText(LIMITS.reason) }),
  EnableDisplay: z.strictObject({}),
  /** Sends a message that is marked as a test and never shown. */
  TestDisplay: z.strictObject({}),
  /** Asks the receiver once more whether it wants our messages. */
  VerifyDisplay: z.strictObject({}),
  /** Sends the latest notice of one item again. */
  ResendNotice: z.strictObject({ item: identifier }),
  /** Sends again what was planned from `since` on, up to `until` inclusive, where it stands in this state. */
  ResendNotices: z.strictObject({
    since: instant,
    until: z.optional(instant),
    status: z.optional(z.enum(DELIVERY_STATUSES)),
  }),
  /** Sends everything again that is on show to the display now. */
  ResyncDisplay: z.strictObject({}),
  /** How a delivery went, reported by the sender. Only a change of fortune leaves a trace in the record. */
  ReportDelivery: z.strictObject({ outcome: z.enum(['succeeded', 'failed', 'gone']) }),
  /** How a test or a challenge went, reported by the sender. */
  RecordProbe: z.strictObject({
    probe: z.enum(['test', 'challenge']),
    number: z.int().check(z.positive()),
    answer: answerSchema,
    durationMs: z.optional(z.int().check(z.minimum(0))),
    /** The receiver said the challenge back. */
    echoed: z.optional(z.boolean()),
  }),
} as const;
export type DisplayCommandType = keyof typeof displayCommands;

export interface DisplayFacts {
  readonly organisation: Organisation;
  readonly superior?: Organisation;
  /** For `ResendNotice`: the display was told of that item. */
  readonly isTold?: boolean;
}

export type DisplayCommand = {
  [Type in DisplayCommandType]: Command<Type, z.infer<(typeof displayCommands)[Type]>, DisplayFacts>;
}[DisplayCommandType];
export type DisplayCommandOf<Type extends DisplayCommandType> = Extract<DisplayCommand, { type: Type }>;
