import * as z from 'zod/mini';
import { rowIdSchema } from '../catalogue/row.ts';
import type { Command } from '../kernel/decider.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { cleanLine, cleanText, LIMITS } from '../text.ts';

/**
 * Who stands before it: anybody, or only the people of the unit (a screen in the staff room). Narrower audiences have
 * no display: a wall cannot tell a Party member from a colleague.
 */
export const DISPLAY_AUDIENCES = ['public', 'unit'] as const;
export type DisplayAudience = (typeof DISPLAY_AUDIENCES)[number];

/** Shows only these rows and classes (level 1 of the catalogue) of what its audience may see. */
const displayFilter = z.strictObject({
  rows: z._default(z.array(rowIdSchema).check(z.maxLength(100)), []),
  classes: z._default(z.array(cleanLine(LIMITS.title)).check(z.maxLength(50)), []),
});
export type DisplayFilter = z.infer<typeof displayFilter>;

const particulars = {
  name: cleanLine(LIMITS.name),
  /** Where it hangs: 校门口, 教学楼一层大厅. */
  place: cleanLine(LIMITS.name),
  /** Where notices are sent. Absent: the display fetches its page by itself and gets no webhooks. */
  url: z.optional(z.url({ protocol: /^https?$/, normalize: true }).check(z.maxLength(500))),
  /** Absent: everything that its audience may see. */
  filter: z.optional(displayFilter),
};

/** Longest time for which the key before the last rotation stays valid. */
const MAX_ROTATION_HOURS = 168;

export const displayCommands = {
  RegisterDisplay: z.strictObject({
    ...particulars,
    audience: z._default(z.enum(DISPLAY_AUDIENCES), 'public'),
  }),
  /** Replaces all of it. The audience stays: what a staff screen shows must not end up in the street by an edit. */
  ChangeDisplay: z.strictObject(particulars),
  /** `overlapHours` 0: the old secret has leaked and ends at once. */
  RotateSecret: z.strictObject({
    overlapHours: z._default(z.int().check(z.minimum(0), z.maximum(MAX_ROTATION_HOURS)), 24),
  }),
  DisableDisplay: z.strictObject({ reason: cleanText(LIMITS.reason) }),
  EnableDisplay: z.strictObject({}),
  /** How a delivery went, reported by the sender. Only a change of fortune leaves a trace in the record. */
  ReportDelivery: z.strictObject({ outcome: z.enum(['succeeded', 'failed', 'gone']) }),
} as const;
export type DisplayCommandType = keyof typeof displayCommands;

export interface DisplayFacts {
  readonly organisation: Organisation;
  readonly superior?: Organisation;
}

export type DisplayCommand = {
  [Type in DisplayCommandType]: Command<Type, z.infer<(typeof displayCommands)[Type]>, DisplayFacts>;
}[DisplayCommandType];
export type DisplayCommandOf<Type extends DisplayCommandType> = Extract<DisplayCommand, { type: Type }>;
