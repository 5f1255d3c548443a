import type { PeriodName } from '../duty/period.ts';
import type { DomainEvent, EventContext, History } from '../kernel/decider.ts';
import type { OrganisationId } from '../kernel/scope.ts';
import type { Instant } from '../kernel/time.ts';
import type { ReportFigures } from './figures.ts';

export type ReportEvent =
  | DomainEvent<'ReportSent', { period: PeriodName; to: OrganisationId; figures: ReportFigures }>
  | DomainEvent<'ReportAcknowledged', Record<never, never>>;

/** 情况报告: how the opinions and requests of a time fared, as the superior was told. */
export interface Report {
  readonly period: PeriodName;
  readonly to: OrganisationId;
  readonly figures: ReportFigures;
  readonly sentAt: Instant;
  /** 回执. */
  readonly acknowledgedAt?: Instant;
}
export type ReportState = Report | undefined;

export const reportId = (period: PeriodName): string => period.toLowerCase();

export const reportHistory: History<ReportEvent, ReportState> = { initial: undefined, evolve };

function evolve(state: ReportState, event: ReportEvent, { at }: EventContext): ReportState {
  if (event.type === 'ReportSent') return { ...event.data, sentAt: at };
  return state && { ...state, acknowledgedAt: at };
}
