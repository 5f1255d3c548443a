import type { DomainEvent, EventContext, History } from '../kernel/decider.ts';
import type { OrganisationId } from '../kernel/scope.ts';
import { type Day, dayOf, type Instant } from '../kernel/time.ts';
import type { FilingCommandOf, FilingCommandType } from './filing-commands.ts';
import type { FilingKind, FilingStage, Receiver } from './filing-vocabulary.ts';

type DataOf<Type extends FilingCommandType> = FilingCommandOf<Type>['data'];

export type FilingEvent =
  | DomainEvent<
      'SummaryFiled',
      DataOf<'FileSummary'> & { to: OrganisationId /** Last day on which it was in time. */; dueOn: Day }
    >
  | DomainEvent<'SpecialReportFiled', DataOf<'FileSpecialReport'> & { to: OrganisationId }>
  | DomainEvent<'FilingAcknowledged', DataOf<'AcknowledgeFiling'>>
  | DomainEvent<'FilingReturned', DataOf<'ReturnFiling'>>;

/** What an organisation filed with its superior: a yearly summary or a special report, and the receipt for it. */
export interface Filing {
  readonly kind: FilingKind;
  /** Of a summary. */
  readonly year?: string;
  readonly title: string;
  readonly text: string;
  readonly to: OrganisationId;
  readonly receiver: Receiver;
  readonly dueOn?: Day;
  /** When it was filed last. */
  readonly filedAt: Instant;
  readonly stage: FilingStage;
  /** 回执. */
  readonly acknowledged?: { readonly at: Instant; readonly by: string; readonly remark?: string | undefined };
  readonly returned?: { readonly at: Instant; readonly reason: string };
}
export type FilingState = Filing | undefined;

export const summaryId = (year: string): string => `summary-${year}`;

export const filingHistory: History<FilingEvent, FilingState> = { initial: undefined, evolve };

function evolve(state: FilingState, event: FilingEvent, { at, by }: EventContext): FilingState {
  switch (event.type) {
    case 'SummaryFiled':
      return { kind: 'summary', receiver: 'office', ...event.data, filedAt: at, stage: 'filed' };
    case 'SpecialReportFiled':
      return { kind: 'special', ...event.data, filedAt: at, stage: 'filed' };
    case 'FilingAcknowledged': {
      const who = by.kind === 'person' ? by.person : by.name;
      return state && { ...state, stage: 'acknowledged', acknowledged: { at, by: who, ...event.data } };
    }
    case 'FilingReturned':
      return state && { ...state, stage: 'returned', returned: { at, ...event.data } };
  }
}

/** What a list says of one: everything but its text. */
export interface FilingCard
  extends Pick<Filing, 'kind' | 'year' | 'title' | 'to' | 'receiver' | 'dueOn' | 'filedAt' | 'stage'> {
  readonly id: string;
  readonly organisation: OrganisationId;
  readonly late: boolean;
  readonly acknowledgedAt?: Instant;
}

export function filingCardOf(
  { text: _, acknowledged, returned: __, ...filing }: Filing,
  { id, organisation }: Pick<FilingCard, 'id' | 'organisation'>,
): FilingCard {
  const { dueOn, filedAt } = filing;
  return {
    id,
    organisation,
    ...filing,
    late: dueOn !== undefined && dayOf(filedAt) > dueOn,
    ...(acknowledged && { acknowledgedAt: acknowledged.at }),
  };
}
