import * as z from 'zod/mini';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { Command } from '../kernel/decider.ts';
import type { OrganisationId } from '../kernel/scope.ts';
import { LIMITS } from '../limits.ts';
import { day, identifier } from '../organisation/commands.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { cleanLine, cleanText } from '../text.ts';
import { CRITERIA, type Criterion } from './criteria.ts';

export const MOST_STAGES = 8;
const number = z.int().check(z.minimum(0), z.maximum(MOST_STAGES - 1));

export const stage = z.strictObject({
  name: cleanLine(LIMITS.name),
  from: day,
  /** The last day. */
  until: day,
  /** All of it closes the stage. */
  closes: z.array(z.enum(Object.keys(CRITERIA) as [Criterion, ...Criterion[]])).check(
    z.minLength(1),
    z.maxLength(9),
    z.refine((closes) => new Set(closes).size === closes.length, 'each once'),
  ),
});

export const campaignCommands = {
  PlanCampaign: z.strictObject({
    title: cleanLine(LIMITS.title),
    about: z.optional(cleanText(LIMITS.reason)),
    /** Absent: everybody below, or the organisation itself where nobody is. */
    units: z.optional(z.array(identifier).check(z.minLength(1), z.maxLength(500))),
    /** In their order. */
    stages: z.array(stage).check(z.minLength(1), z.maxLength(MOST_STAGES)),
  }),
  MoveStage: z.strictObject({ stage: number, from: day, until: day, reason: cleanText(LIMITS.reason) }),
  /** 督促: those behind were told. */
  UrgeStage: z.strictObject({ stage: number, note: cleanText(LIMITS.reason) }),
  WithdrawCampaign: z.strictObject({ reason: cleanText(LIMITS.reason) }),
  /** Issued by the due-worker when a stage is over. */
  TimePassed: z.strictObject({}),
} as const;
export type CampaignCommandType = keyof typeof campaignCommands;

export interface CampaignFacts {
  readonly organisation: Organisation;
  readonly superior?: Organisation;
  readonly calendar: WorkingCalendar;
  /** Everybody whom a campaign planned here may be for. */
  readonly units: readonly OrganisationId[];
  /** Who has not closed the stage, or closed it late, by the number of the stage: where the command asks for it. */
  readonly behind: Readonly<Record<number, readonly OrganisationId[]>>;
  /** Who has not closed a stage yet of which a step of the ladder was reached, by its number. */
  readonly open: Readonly<Record<number, readonly OrganisationId[]>>;
}

export type CampaignCommand = {
  [Type in CampaignCommandType]: Command<Type, z.infer<(typeof campaignCommands)[Type]>, CampaignFacts>;
}[CampaignCommandType];
export type CampaignCommandOf<Type extends CampaignCommandType> = Extract<CampaignCommand, { type: Type }>;
