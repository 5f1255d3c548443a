import { periodTitle } from '../duty/period.ts';
import type { OrganisationId } from '../kernel/scope.ts';
import type { Assessment } from './assessment/state.ts';
import type { AssessmentCard, DisputeCard } from './card.ts';
import type { Dispute } from './signal/state.ts';
import { SIGNALS } from './signals.ts';

/** What a superior is asked about a signal; nothing once it has answered. */
export function disputeCardOf(dispute: Dispute, organisation: OrganisationId): DisputeCard {
  const { period, signal, at, answer } = dispute;
  return {
    organisation,
    ...dispute,
    evaluation: 'signal',
    id: `${period}/${signal}`,
    title: `对${periodTitle(period)}“${SIGNALS[signal].zh}”提示的异议`,
    waits: answer ? [] : [{ kind: 'answer-signal', asks: 'proposers', since: at }],
  };
}

/** What a superior is asked about its appraisal; whoever made it does not answer. */
export function assessmentCardOf(assessment: Assessment, organisation: OrganisationId): AssessmentCard {
  const { year, verdict, objection, answer } = assessment;
  return {
    organisation,
    ...assessment,
    evaluation: 'assessment',
    id: year,
    title: `对${year}年度评定的异议`,
    waits:
      verdict && objection && !answer
        ? [{ kind: 'answer-objection', asks: 'proposers', since: objection.at, except: [verdict.by] }]
        : [],
  };
}
