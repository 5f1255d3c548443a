import type { DueDate } from '../calendar/due-date.ts';
import type { DomainEvent } from '../kernel/decider.ts';
import type { Day } from '../kernel/time.ts';
import type { DutyId, DutyKind, Met, WaiverGround } from './duty.ts';
import type { PeriodName } from './period.ts';

/** Duties with one due day, in as few bytes as forty rows of them need. */
export interface DutyGroup {
  readonly kind: Extract<DutyKind, 'periodic' | 'reconfirm' | 'unit'>;
  readonly from: Day;
  readonly due: Day;
  /** Ids: rows, or `unit`. */
  readonly ids: readonly DutyId[];
}

/** The days of the ladder's steps by due day; as many as there are steps. */
export type Ladders = Readonly<Record<Day, readonly Day[]>>;

/** Versions of what the due days were computed from, so that a page can name them. */
export interface Editions {
  readonly rules: number;
  readonly catalogue: number;
  readonly calendar: number;
}

export interface PeriodOpenedData {
  readonly period: PeriodName;
  readonly steps: readonly string[];
  readonly editions: Editions;
  readonly groups: readonly DutyGroup[];
  readonly ladders: Ladders;
  /** Duties that an earlier disclosure meets already: the day of it by id. Half-years reach back. */
  readonly met?: Readonly<Record<DutyId, Day>>;
  /** Last disclosure of each row, in days before the period began: forty dates would cost a write unit. */
  readonly last: Readonly<Record<string, number>>;
  /** Next yearly confirmation of each standing row, after those that fall due in this period. */
  readonly anchors: Readonly<Record<string, Day>>;
  /** The latest disclosures, oldest first, in days before the period began. */
  readonly recent: readonly number[];
  /** Earlier periods with duties that a disclosure may still meet. */
  readonly arrears: readonly PeriodName[];
  /** Carriers the organisation has, as it last declared them. */
  readonly channels?: readonly string[];
}

/** What the rows that came into force within the period owe; the fields are those of {@link PeriodOpenedData}. */
export type Additions = Pick<PeriodOpenedData, 'groups' | 'ladders' | 'met' | 'anchors'>;

/** One duty that arose by itself, or moved to another day. */
export interface ArisenDuty {
  readonly id: DutyId;
  readonly kind: Extract<DutyKind, 'occurrence' | 'stage' | 'summary'>;
  readonly row: string;
  readonly from: Day;
  readonly due: Day;
  readonly what: string;
  readonly item?: string;
  readonly explanation?: DueDate['explanation'];
}

/** What a disclosure says to the ledger beside its row. */
export interface Disclosed {
  readonly row: string;
  readonly item?: string;
  readonly on: Day;
  /** Empty when nothing new was shown: a row was confirmed, a stage completed. */
  readonly forms: readonly string[];
  /** Form or audience differ from the row, with a reason recorded. */
  readonly exception: boolean;
}

interface AlertData {
  readonly step: string;
  readonly duties: readonly DutyId[];
}

export type LedgerEvent =
  | DomainEvent<'PeriodOpened', PeriodOpenedData>
  | DomainEvent<'DutiesAdded', Additions & { editions: Editions }>
  /** Their rows are no longer in the catalogue. */
  | DomainEvent<'DutiesDropped', { duties: readonly DutyId[] }>
  | DomainEvent<'DutyArose', ArisenDuty & { ladders: Ladders }>
  | DomainEvent<'DutyMoved', { duty: DutyId; due: Day; ladders: Ladders }>
  /** `told`: the highest step that had been spoken of, so that those who were told hear that it is over. */
  | DomainEvent<'DutyMet', Disclosed & { duties: readonly DutyId[]; told?: string }>
  | DomainEvent<'RowDisclosed', Disclosed>
  /** The item was shown in error and taken down: what it met is open again, or `instead` met by another disclosure. */
  | DomainEvent<
      'DutyReopened',
      { item: string; duties: readonly DutyId[]; instead?: Readonly<Record<DutyId, Met>> }
    >
  | DomainEvent<
      'DutyWaived',
      { duty: DutyId; ground: WaiverGround; note: string; until?: Day; told?: string }
    >
  | DomainEvent<'WaiverEnded', { duty: DutyId; reason: string }>
  | DomainEvent<'DutyAcknowledged', { duty: DutyId }>
  | DomainEvent<'DutySnoozed', { duty: DutyId; until: Day }>
  | DomainEvent<'DutyDueSoon', AlertData>
  | DomainEvent<'DutyOverdue', AlertData>
  | DomainEvent<'DutyEscalated', AlertData>
  /** Nobody is told anything on a holiday that was declared after the ladder was laid out. */
  | DomainEvent<'AlertsPostponed', { until: Day }>
  | DomainEvent<'ArrearsNoted', { period: PeriodName }>
  | DomainEvent<'ChannelsNoted', { channels: readonly string[] }>
  /** The organisation rests: everything open is excused, and what is overdue is spoken of no longer. */
  | DomainEvent<'DutiesRested', { note: string }>
  /** It works again: owed is what was overdue before and what is not due yet; what fell due meanwhile stays excused. */
  | DomainEvent<'DutiesResumed', Record<never, never>>
  | DomainEvent<'AnswerNoted', { hours: number }>
  | DomainEvent<'PeriodClosed', { met: number; metLate: number; waived: number; overdue: number }>;
