import * as z from 'zod/mini';
import type { Command } from '../../kernel/decider.ts';
import type { OrganisationId } from '../../kernel/scope.ts';
import { LIMITS } from '../../limits.ts';
import { day, identifier } from '../../organisation/commands.ts';
import type { Organisation } from '../../organisation/organisation.ts';
import { cleanText } from '../../text.ts';
import type { Rating } from '../rating.ts';

export const roundCommands = {
  OpenRound: z.strictObject({ selfUntil: day, note: z.optional(cleanText(LIMITS.reason)) }),
  /** The item by which they are disclosed. */
  DiscloseResults: z.strictObject({ item: identifier }),
} as const;
export type RoundCommandType = keyof typeof roundCommands;

export interface RoundFacts {
  readonly organisation: Organisation;
  readonly year: string;
  /** For opening: those right below. */
  readonly units?: readonly OrganisationId[];
  /** For disclosing: the named item was disclosed to society. */
  readonly isPublic?: boolean;
  /** For disclosing: ratings by unit, of those that are settled. */
  readonly settled?: ReadonlyMap<OrganisationId, Rating>;
}

export type RoundCommand = {
  [Type in RoundCommandType]: Command<Type, z.infer<(typeof roundCommands)[Type]>, RoundFacts>;
}[RoundCommandType];
export type RoundCommandOf<Type extends RoundCommandType> = Extract<RoundCommand, { type: Type }>;
