import { type PeriodName, quarterOf } from '../../domain/duty/period.ts';
import type { Choice } from '../../domain/evaluation/overview.ts';
import type { EVALUATION_READS } from '../api/evaluation-reads.ts';
import { yearIn } from '../api/evaluation-years.ts';
import type { Readings } from '../shell/readings.ts';
import type { Read, ReadRequest, Within } from './within.ts';

const periodOf = ({ query, now }: ReadRequest): PeriodName =>
  (query as { period?: PeriodName }).period ?? quarterOf(now).name;

export const evaluationReaders = (
  { evaluation, appraisals }: Readings,
  within: Within,
): Readonly<Record<keyof typeof EVALUATION_READS, Read>> => ({
  evaluation: within((scope, reader, request) =>
    evaluation.quarter(scope, reader, periodOf(request), request.now),
  ),
  standard: within((_, __, request) => evaluation.standard(periodOf(request))),
  disputes: within(async (scope, reader) => ({ disputes: await evaluation.disputes(scope, reader) })),
  round: within((scope, reader, { parameters }) => appraisals.round(scope, reader, yearIn(parameters))),
  evaluationOverview: within((scope, reader, { parameters, query }) =>
    appraisals.overview(scope, reader, yearIn(parameters), query as Choice),
  ),
  assessment: within((scope, reader, { parameters, now }) =>
    appraisals.unit(scope, reader, yearIn(parameters), now),
  ),
});
