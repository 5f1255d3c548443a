import * as z from 'zod/mini';
import type { Command } from '../../kernel/decider.ts';
import { LIMITS } from '../../limits.ts';
import { day, identifier } from '../../organisation/commands.ts';
import { cleanText } from '../../text.ts';
import { about } from '../about.ts';
import type { Houses } from '../inspectors.ts';
import { ASPECTS, type Aspect, MEANS, type Means, SOURCES, type Source } from '../vocabulary.ts';

export const visitCommands = {
  PlanVisit: z.strictObject({
    means: z.enum(Object.keys(MEANS) as [Means, ...Means[]]),
    on: day,
    purpose: cleanText(LIMITS.reason),
    /** Who goes; whoever plans it when absent. */
    visitors: z.optional(z.array(identifier).check(z.minLength(1), z.maxLength(12))),
    /** Absent: that of the seat under which it is planned. */
    source: z.optional(z.enum(Object.keys(SOURCES) as [Source, ...Source[]])),
  }),
  CancelVisit: z.strictObject({ reason: cleanText(LIMITS.reason) }),
  /** What was seen and heard, on which day. */
  HoldVisit: z.strictObject({ on: day, summary: cleanText(LIMITS.note) }),
  AddFinding: z.strictObject({
    aspect: z.enum(Object.keys(ASPECTS) as [Aspect, ...Aspect[]]),
    text: cleanText(LIMITS.reason),
    /** The very step that it is about. */
    about: z.optional(about),
    /** 当场解决: a difficulty that the visitors helped to solve there and then (TZ-33). */
    solved: z.optional(z.literal(true)),
  }),
  /** Issued by the due-worker when the visit's `nextDue` has come. */
  TimePassed: z.strictObject({}),
} as const;
export type VisitCommandType = keyof typeof visitCommands;

export interface VisitFacts extends Houses {
  /** Commits of what a finding names; 0 where there is no such thing. */
  readonly steps?: number;
}

export type VisitCommand = {
  [Type in VisitCommandType]: Command<Type, z.infer<(typeof visitCommands)[Type]>, VisitFacts>;
}[VisitCommandType];
export type VisitCommandOf<Type extends VisitCommandType> = Extract<VisitCommand, { type: Type }>;
