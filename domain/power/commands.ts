import * as z from 'zod/mini';
import { audienceSchema } from '../catalogue/row.ts';
import type { Command } from '../kernel/decider.ts';
import { LIMITS } from '../limits.ts';
import { identifier } from '../organisation/commands.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { cleanLine, cleanText } from '../text.ts';
import { POWER_OUTCOMES, type PowerOutcome } from './vocabulary.ts';

const powerId = z.string().check(z.regex(/^p-\d{1,4}$/));
const reason = cleanText(LIMITS.reason);

const holder = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('collective') }),
  z.strictObject({
    kind: z.literal('leader'),
    /** On the roster. */
    person: identifier,
    /** 职务, as it is disclosed. */
    post: cleanLine(LIMITS.name),
  }),
]);

const entry = {
  holder,
  /** 职责或权力事项. */
  name: cleanLine(LIMITS.title),
  /** 依据. */
  basis: cleanLine(LIMITS.title),
  /** What it covers, and where it ends. */
  scope: z.optional(cleanText(LIMITS.note)),
};

export const powerCommands = {
  RecordPower: z.strictObject({ ...entry, reason }),
  /** Anew, as it is to stand. */
  RevisePower: z.strictObject({ power: powerId, ...entry, reason }),
  RemovePower: z.strictObject({ power: powerId, reason }),
  /** 清理: what was wrong with it, and which of the four it was met by. */
  RecordFinding: z.strictObject({
    power: powerId,
    outcome: z.enum(Object.keys(POWER_OUTCOMES) as [PowerOutcome, ...PowerOutcome[]]),
    problem: cleanText(LIMITS.reason),
    measure: cleanText(LIMITS.reason),
  }),
  /** The register as it is becomes its next version, for that audience. */
  PublishPowers: z.strictObject({ audience: audienceSchema, reason }),
} as const;
export type PowerCommandType = keyof typeof powerCommands;

export interface PowerFacts {
  readonly organisation: Organisation;
}

export type PowerCommand = {
  [Type in PowerCommandType]: Command<Type, z.infer<(typeof powerCommands)[Type]>, PowerFacts>;
}[PowerCommandType];
export type PowerCommandOf<Type extends PowerCommandType> = Extract<PowerCommand, { type: Type }>;
export type PowerEntry = Omit<PowerCommandOf<'RecordPower'>['data'], 'reason'>;
