import * as z from 'zod/mini';
import type { Command } from '../../kernel/decider.ts';
import { LIMITS } from '../../limits.ts';
import { identifier } from '../../organisation/commands.ts';
import { cleanLine, cleanText } from '../../text.ts';
import { audienceSchema, formNameSchema } from '../row.ts';

const reason = cleanText(LIMITS.reason);
/** It stands on a label beside a title. */
export const MAX_TYPE_NAME = 20;
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
    officeSystem: z.optional(z.boolean()),
    document: z.boolean(),
    reason,
  }),
  /** Nothing new is disclosed by it from now on; what was stays as it was. */
  RetireForm: z.strictObject({ name: formNameSchema, reason }),
  KeepClass: z.strictObject({ name: className, reason }),
  RetireClass: z.strictObject({ name: className, reason }),
  /** A type that is new, one that is described anew, or a retired one that is to be used again. */
  KeepDocumentType: z.strictObject({
    id: identifier,
    name: cleanLine(MAX_TYPE_NAME),
    asksObjections: z.boolean(),
    reason,
  }),
  /** No new text is written as one from now on; what was stays what it is. */
  RetireDocumentType: z.strictObject({ id: identifier, reason }),
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
