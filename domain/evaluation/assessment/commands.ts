import * as z from 'zod/mini';
import type { Command } from '../../kernel/decider.ts';
import type { OrganisationId } from '../../kernel/scope.ts';
import { LIMITS } from '../../limits.ts';
import type { Organisation } from '../../organisation/organisation.ts';
import { cleanText } from '../../text.ts';
import type { RoundState } from '../round/state.ts';
import type { Standard } from '../standard/state.ts';
import type { YearFigures } from '../year.ts';

const score = z.number().check(z.minimum(0), z.maximum(100), z.multipleOf(0.5));
const text = cleanText(LIMITS.reason);

export const assessmentCommands = {
  /** 自评. It may be sent again until the superior has appraised. */
  AssessOneself: z.strictObject({ score, text }),
  /** 上级党组织综合评议, with its reasons. */
  AssessUnit: z.strictObject({ score, text }),
  ObjectToAssessment: z.strictObject({ reason: text }),
  /** The score only where the appraisal is changed. */
  AnswerObjection: z.discriminatedUnion('outcome', [
    z.strictObject({ outcome: z.literal('kept'), text }),
    z.strictObject({ outcome: z.literal('changed'), text, score }),
  ]),
} as const;
export type AssessmentCommandType = keyof typeof assessmentCommands;

export interface AssessmentFacts {
  readonly organisation: Organisation;
  readonly superior?: Organisation;
  /** The unit itself. */
  readonly id: OrganisationId;
  readonly year: string;
  readonly round: RoundState;
  /** For whoever appraises: what the record and those who were asked say of the year. */
  readonly found?: {
    readonly record?: number;
    readonly masses?: number;
    readonly figures?: YearFigures;
    readonly edition: number;
    readonly standard: Standard;
  };
}

export type AssessmentCommand = {
  [Type in AssessmentCommandType]: Command<Type, z.infer<(typeof assessmentCommands)[Type]>, AssessmentFacts>;
}[AssessmentCommandType];
export type AssessmentCommandOf<Type extends AssessmentCommandType> = Extract<
  AssessmentCommand,
  { type: Type }
>;
