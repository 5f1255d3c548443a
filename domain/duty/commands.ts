import type * as z from 'zod/mini';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { CatalogueRow } from '../catalogue/row.ts';
import type { Command } from '../kernel/decider.ts';
import type { Day } from '../kernel/time.ts';
import type { dutyCommands } from './commands-schema.ts';
import type { Disclosed } from './events.ts';
import type { PeriodName } from './period.ts';
import type { PlanFacts } from './plan.ts';
import type { DutyRules } from './rules-schema.ts';

type Asked<Type extends keyof typeof dutyCommands, Facts> = Command<
  Type,
  z.infer<(typeof dutyCommands)[Type]>,
  Facts
>;

/** Who asks, as the shell has established it. */
export interface Permit {
  /** Holds a seat of the organisation's office or leading group. */
  readonly mayKeep: boolean;
  /** Holds a seat of the superior's office: the only ones who excuse. */
  readonly mayWaive: boolean;
}

export interface OccurrenceFacts extends Permit {
  readonly row?: Pick<CatalogueRow, 'id' | 'timing'> | undefined;
  readonly rules: DutyRules;
  readonly calendar: WorkingCalendar;
}

/** A stage of an item as it is planned now. */
export interface FollowedStage {
  readonly name: string;
  readonly plannedOn: Day;
  readonly completedOn?: Day | undefined;
}

/** An item in stages as it is now. */
export interface FollowedItem {
  readonly item: string;
  readonly row: string;
  /** The day of its first disclosure. */
  readonly from: Day;
  readonly stages: readonly FollowedStage[];
  /** The day of the closing summary, once it is written (HZ-23). */
  readonly closedOn?: Day | undefined;
}

export type OpenPeriod = Command<'OpenPeriod', { period: PeriodName }, PlanFacts>;
export type SyncRows = Command<'SyncRows', Record<never, never>, PlanFacts>;
export type RecordDisclosure = Command<
  'RecordDisclosure',
  /** `answered`: it has met an occurrence in an earlier ledger already, and meets one only. */
  Disclosed & { readonly answered?: boolean },
  undefined
>;
export type UndoDisclosure = Command<'UndoDisclosure', { item: string }, undefined>;
export type FollowStages = Command<
  'FollowStages',
  { item: string },
  { readonly followed: FollowedItem; readonly calendar: WorkingCalendar }
>;
export type RecordOccurrence = Asked<'RecordOccurrence', OccurrenceFacts>;
export type ConfirmStanding = Asked<'ConfirmStanding', Permit & Pick<OccurrenceFacts, 'row'>>;
export type WaiveDuty = Asked<'WaiveDuty', Permit>;
export type EndWaiver = Asked<'EndWaiver', Permit>;
export type AcknowledgeDuty = Asked<'AcknowledgeDuty', Permit>;
export type SnoozeDuty = Asked<'SnoozeDuty', Permit>;
/** A duty of an earlier period is open again, or arose there. */
export type NoteArrears = Command<'NoteArrears', { period: PeriodName }, undefined>;
export type NoteChannels = Command<
  'NoteChannels',
  Record<never, never>,
  { readonly channels: readonly string[] }
>;
/** The organisation was suspended or closed, or works again. */
export type NoteRest = Command<'NoteRest', Record<never, never>, { readonly rest: string | undefined }>;
export type NoteAnswer = Command<'NoteAnswer', { hours: number }, undefined>;
export type TimePassed = Command<'TimePassed', Record<never, never>, { readonly calendar: WorkingCalendar }>;

export type LedgerCommand =
  | OpenPeriod
  | SyncRows
  | RecordDisclosure
  | UndoDisclosure
  | FollowStages
  | RecordOccurrence
  | ConfirmStanding
  | WaiveDuty
  | EndWaiver
  | AcknowledgeDuty
  | SnoozeDuty
  | NoteArrears
  | NoteChannels
  | NoteRest
  | NoteAnswer
  | TimePassed;
