import * as z from 'zod/mini';
import type { Period } from '../duty/period.ts';
import type { Command } from '../kernel/decider.ts';
import type { Organisation } from '../organisation/organisation.ts';
import type { ReportFigures } from './figures.ts';

export const reportCommands = {
  /** The figures are counted from the views when it is sent; nobody types them. */
  SendReport: z.strictObject({}),
  /** 签收. */
  AcknowledgeReport: z.strictObject({}),
} as const;
export type ReportCommandType = keyof typeof reportCommands;

export interface ReportFacts {
  readonly organisation: Organisation;
  /** Whom it goes to: once it was sent that one, whatever the organisation stands under since. */
  readonly superior?: Organisation;
  /** The quarter with which the reported time ends. */
  readonly period: Period;
  /** For sending. */
  readonly figures?: ReportFigures;
}

export type ReportCommand = {
  [Type in ReportCommandType]: Command<Type, z.infer<(typeof reportCommands)[Type]>, ReportFacts>;
}[ReportCommandType];
export type ReportCommandOf<Type extends ReportCommandType> = Extract<ReportCommand, { type: Type }>;
