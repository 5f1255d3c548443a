import { OPINION_READS } from '../api/opinion-reads.ts';
import type { Readings } from '../shell/readings.ts';
import { answered, periodAsked, type Within } from './answered.ts';

export const opinionReaders = (
  { mailboxes, opinions, upward }: Pick<Readings, 'mailboxes' | 'opinions' | 'upward'>,
  within: Within,
) =>
  answered(OPINION_READS, {
    feedbackList: within(async (scope, reader) => ({ feedback: await opinions.all(scope, reader) })),
    feedback: within((scope, reader, { parameters }) =>
      opinions.one(scope, parameters.feedback ?? '', reader),
    ),
    organisationAnswers: within(async (scope, reader) => ({
      answers: await opinions.organisationAnswers(scope, reader),
    })),
    opinionOverview: within((scope, reader, { now }) => opinions.overview(scope, reader, now)),
    mailbox: within((scope, reader, { now }) => mailboxes.current(scope, reader, now)),
    problems: within(async (scope, reader) => ({ problems: await upward.problems(scope, reader) })),
    reports: within((scope, reader, request) => upward.reports(scope, reader, periodAsked(request))),
  });
