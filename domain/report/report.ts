import { halfYearEndingWith, type Period } from '../duty/period.ts';
import type { Decider } from '../kernel/decider.ts';
import { type Day, dayOf } from '../kernel/time.ts';
import { requireSeat } from '../organisation/authority.ts';
import type { Policy } from '../organisation/policy.ts';
import type { ReportCommand, ReportCommandOf } from './commands.ts';
import { refuse } from './refusals.ts';
import { type ReportEvent, type ReportState, reportHistory } from './state.ts';

/** 向上级党组织报告: sent by the office when its time is over, acknowledged by the office above (XH-24). */
export const reportDecider: Decider<ReportCommand, ReportEvent, ReportState> = {
  ...reportHistory,
  decide: (command, state) =>
    command.type === 'SendReport' ? send(command, state) : acknowledge(command, state),
  nextDue: () => undefined,
};

/**
 * First and last day of what is reported with a quarter, as often as the superior asks: each quarter unless it says
 * half-years. Undefined for the quarters with which no half-year ends.
 */
export function reportSpan(period: Period, superior: Policy): { from: Day; until: Day } | undefined {
  const from = superior.reportEvery === 'half-year' ? halfYearEndingWith(period) : period.from;
  return from === undefined ? undefined : { from, until: period.until };
}

function send(
  { actor, facts, now }: ReportCommandOf<'SendReport'>,
  state: ReportState,
): readonly ReportEvent[] {
  const { organisation, superior, period, figures } = facts;
  requireSeat(actor, organisation, organisation.policy.proposers, now);
  const { superior: to } = organisation;
  if (!superior || to === undefined) return refuse('report-without-superior');
  const { until } = reportSpan(period, superior.policy) ?? refuse('report-not-asked');
  if (dayOf(now) <= until) refuse('report-too-early', { until });
  if (state) refuse('report-sent');
  if (!figures) throw new Error('a report needs its figures');
  return [{ type: 'ReportSent', data: { period: period.name, to, figures } }];
}

function acknowledge(
  { actor, facts, now }: ReportCommandOf<'AcknowledgeReport'>,
  state: ReportState,
): readonly ReportEvent[] {
  const { superior } = facts;
  if (!superior) return refuse('report-without-superior');
  requireSeat(actor, superior, superior.policy.proposers, now);
  if (!state) return refuse('report-unsent');
  return state.acknowledgedAt === undefined ? [{ type: 'ReportAcknowledged', data: {} }] : [];
}
