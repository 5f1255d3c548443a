import { SURVEY_READS } from '../api/survey-reads.ts';
import type { Readings } from '../shell/readings.ts';
import { answered, type Within } from './answered.ts';

export const surveyReaders = ({ surveys }: Pick<Readings, 'surveys'>, within: Within) =>
  answered(SURVEY_READS, {
    surveys: within(async (scope, reader, { query, now }) => ({
      surveys: await surveys.all(scope, reader, now, (query as { item?: string }).item),
    })),
    survey: within((scope, reader, { parameters: { survey = '' }, now }) =>
      surveys.one(scope, survey, reader, now),
    ),
  });
