import * as z from 'zod/mini';
import type { PeriodName } from '../../duty/period.ts';
import type { Command } from '../../kernel/decider.ts';
import { LIMITS } from '../../limits.ts';
import type { Organisation } from '../../organisation/organisation.ts';
import { cleanText } from '../../text.ts';
import type { Signal } from '../signals.ts';
import { SIGNAL_OUTCOMES, type SignalOutcome } from './state.ts';

export const signalCommands = {
  DisputeSignal: z.strictObject({ reason: cleanText(LIMITS.reason) }),
  AnswerSignal: z.strictObject({
    outcome: z.enum(Object.keys(SIGNAL_OUTCOMES) as [SignalOutcome, ...SignalOutcome[]]),
    text: cleanText(LIMITS.reason),
  }),
} as const;
export type SignalCommandType = keyof typeof signalCommands;

export interface SignalFacts {
  readonly organisation: Organisation;
  readonly superior?: Organisation;
  readonly period: PeriodName;
  /** As the record has it now; for disputing it. */
  readonly signal?: Signal;
}

export type SignalCommand = {
  [Type in SignalCommandType]: Command<Type, z.infer<(typeof signalCommands)[Type]>, SignalFacts>;
}[SignalCommandType];
export type SignalCommandOf<Type extends SignalCommandType> = Extract<SignalCommand, { type: Type }>;
