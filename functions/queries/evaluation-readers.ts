import type { Choice } from '../../domain/evaluation/overview.ts';
import { EVALUATION_READS } from '../api/evaluation-reads.ts';
import { yearIn } from '../api/evaluation-years.ts';
import type { Readings } from '../shell/readings.ts';
import { answered, periodAsked, type Within } from './answered.ts';

export const evaluationReaders = (
  { evaluation, appraisals }: Pick<Readings, 'evaluation' | 'appraisals'>,
  within: Within,
) =>
  answered(EVALUATION_READS, {
    evaluation: within((scope, reader, request) =>
      evaluation.quarter(scope, reader, periodAsked(request), request.now),
    ),
    standard: within((_, __, request) => evaluation.standard(periodAsked(request))),
    disputes: within(async (scope, reader) => ({ disputes: await evaluation.disputes(scope, reader) })),
    round: within((scope, reader, { parameters }) => appraisals.round(scope, reader, yearIn(parameters))),
    evaluationOverview: within((scope, reader, { parameters, query }) =>
      appraisals.overview(scope, reader, yearIn(parameters), query as Choice),
    ),
    assessment: within((scope, reader, { parameters, now }) =>
      appraisals.unit(scope, reader, yearIn(parameters), now),
    ),
  });
