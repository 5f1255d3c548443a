import * as z from 'zod/mini';
import { LIMITS } from '../limits.ts';
import { identifier } from '../organisation/commands.ts';
import { cleanText } from '../text.ts';
import { LIFE_PARTS, type LifePart } from './vocabulary.ts';

/** Fields of a content that say how the matter came about, and which rules are special to it. */
export const procedureFields = {
  /** The decision behind it, of the same organisation. */
  decision: z.optional(identifier),
  /** Why there is none, where one is asked for. Readers see it: a step left out is told. */
  noDecision: z.optional(cleanText(LIMITS.reason)),
  /** 敏感事项: the main leader signs it as well, whatever the chain says; it is disclosed all the same (ZH-06). */
  sensitive: z.optional(z.boolean()),
  /** 涉及具体人员: never told to more people than the catalogue row allows, with no exception (DF-15). */
  aboutPeople: z.optional(z.boolean()),
  /** 民主生活会: which of its three parts the text has by now (ZH-07). */
  lifeMeeting: z.optional(
    z.array(z.enum(Object.keys(LIFE_PARTS) as [LifePart, ...LifePart[]])).check(
      z.maxLength(3),
      z.refine((parts) => new Set(parts).size === parts.length, 'each once'),
    ),
  ),
  /** 公开招标: the items with the notice and, later, with who won (QS-12). */
  tender: z.optional(z.strictObject({ notice: identifier, result: z.optional(identifier) })),
} as const;
