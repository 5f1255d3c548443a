import * as z from 'zod/mini';
import type { Command } from '../../kernel/decider.ts';
import { LIMITS } from '../../limits.ts';
import { identifier } from '../../organisation/commands.ts';
import type { Organisation } from '../../organisation/organisation.ts';
import { cleanText } from '../../text.ts';

const example = {
  /** Whose item it is. */
  organisation: identifier,
  item: identifier,
};

export const exampleCommands = {
  MarkExample: z.strictObject({
    ...example,
    /** What others can learn from it. */
    note: cleanText(LIMITS.reason),
  }),
  UnmarkExample: z.strictObject({ ...example, reason: cleanText(LIMITS.reason) }),
} as const;
export type ExampleCommandType = keyof typeof exampleCommands;

export interface ExampleFacts {
  /** Which marks examples. */
  readonly organisation: Organisation;
  /** The item is its own, or of an organisation right below it. */
  readonly isBelow?: boolean;
  /** Everybody can read the item on a page. */
  readonly isPublic?: boolean;
}

export type ExampleCommand = {
  [Type in ExampleCommandType]: Command<Type, z.infer<(typeof exampleCommands)[Type]>, ExampleFacts>;
}[ExampleCommandType];
export type ExampleCommandOf<Type extends ExampleCommandType> = Extract<ExampleCommand, { type: Type }>;
