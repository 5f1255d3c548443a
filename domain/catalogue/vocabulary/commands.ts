import * as z from 'zod/mini';
import type { Command } from '../../kernel/decider.ts';
import { cleanLine, cleanText, LIMITS } from '../../text.ts';
import { audienceSchema, formNameSchema } from '../row.ts';

const reason = cleanText(LIMITS.reason);
const className = cleanLine(LIMITS.title);

export const vocabularyCommands = {
  /** A form that is new, or one that is described anew. */
  KeepForm: z.strictObject({
    name: formNameSchema,
    aliases: z.optional(z.array(formNameSchema).check(z.maxLength(10))),
    online: z.boolean(),
    widest: audienceSchema,
    boardPage: z.boolean(),
    display: z.boolean(),
    document: z.boolean(),
    reason,
  }),
  /** Nothing new is disclosed by it from now on; what was stays as it was. */
  RetireForm: z.strictObject({ name: formNameSchema, reason }),
  KeepClass: z.strictObject({ name: className, reason }),
  RetireClass: z.strictObject({ name: className, reason }),
} as const;
export type VocabularyCommandType = keyof typeof vocabularyCommands;

export interface VocabularyFacts {
  /** Of the district's office. */
  readonly mayEdit: boolean;
}

export type VocabularyCommand = {
  [Type in VocabularyCommandType]: Command<Type, z.infer<(typeof vocabularyCommands)[Type]>, VocabularyFacts>;
}[VocabularyCommandType];
export type VocabularyCommandOf<Type extends VocabularyCommandType> = Extract<
  VocabularyCommand,
  { type: Type }
>;
