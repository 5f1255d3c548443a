import { type PeriodName, quarterOf } from '../../domain/duty/period.ts';
import { refuse } from '../../domain/kernel/refusal.ts';
import { OrgScope } from '../../domain/kernel/scope.ts';
import { dayOf } from '../../domain/kernel/time.ts';
import type { TopicStage } from '../../domain/topic/vocabulary.ts';
import { periodIn } from '../api/periods.ts';
import type { ReadId } from '../api/reads.ts';
import { idOfReceipt } from '../shell/feedback-receipts.ts';
import type { FileAccess } from '../shell/file-access.ts';
import type { PageOf } from '../shell/reading/boards.ts';
import type { AttemptFilter, DeliveryFilter } from '../shell/reading/displays.ts';
import type { OverviewStatus } from '../shell/reading/duty-overview.ts';
import type { BoardFilter } from '../shell/reading/lines.ts';
import type { Readings } from '../shell/readings.ts';
import { activityReaders } from './activity-readers.ts';
import { campaignReaders } from './campaign-readers.ts';
import { catalogueReaders } from './catalogue-readers.ts';
import { circularReaders } from './circular-readers.ts';
import { decisionReaders } from './decision-readers.ts';
import { evaluationReaders } from './evaluation-readers.ts';
import { newsReaders } from './news-readers.ts';
import { organisationReaders } from './organisation-readers.ts';
import { profileReaders } from './profile-readers.ts';
import { summaryReaders } from './summary-readers.ts';
import { supervisionReaders } from './supervision-readers.ts';
import type { Read, ReadRequest, Within } from './within.ts';

interface StandingsQuery {
  readonly period?: PeriodName;
  readonly class?: string;
  readonly status?: OverviewStatus;
}

export type Readers = Readonly<Record<ReadId, Read>>;

/** One reading of the table each, by the use case that answers it. */
const monthOf = ({ query, now }: ReadRequest): string =>
  (query as { month?: string }).month ?? dayOf(now).slice(0, 7);

export function readersOf(readings: Readings, access: FileAccess): Readers {
  const within: Within = (read) => async (request) => {
    const scope = new OrgScope(request.parameters.organisation ?? '');
    return read(scope, await readings.reader(scope, request.identity?.person, request.now), request);
  };
  const item = ({ parameters }: ReadRequest): string => parameters.item ?? '';
  return {
    organisations: async () => ({ organisations: await readings.organisations() }),
    organisation: within((scope, reader, { now }) => readings.organisation(scope, reader, now)),
    districtBoard: ({ query }) => readings.districtBoard(query as PageOf),
    board: within((scope, reader, { query }) => readings.board(scope, reader, query as PageOf & BoardFilter)),
    items: within(async (scope, reader) => ({ items: await readings.items.all(scope, reader) })),
    item: within((scope, reader, request) =>
      readings.items.one(scope, item(request), reader, (request.query as { version?: number }).version),
    ),
    itemFile: within(async (scope, reader, request) => {
      const { version } = request.query as { version?: number };
      const id = request.parameters.file ?? '';
      const { card, ...open } = await readings.items.file(scope, item(request), id, reader, version);
      const { organisation } = scope;
      const thumbnail = card.thumbnail && access.thumbnail(organisation, open, request.now);
      return {
        ...card,
        ...access.link(organisation, open, request.now),
        ...(thumbnail && { thumbnailUrl: thumbnail.url }),
      };
    }),
    upload: within((scope, reader, { parameters }) =>
      readings.items.upload(scope, parameters.file ?? '', reader),
    ),
    record: within(async (scope, reader, request) => ({
      commits: await readings.items.record(scope, item(request), reader),
    })),
    itemFeedback: within(async (scope, reader, request) => ({
      feedback: await readings.opinions.all(scope, reader, item(request)),
    })),
    ...catalogueReaders(readings, within),
    desk: within(async (scope, reader, { now }) => ({
      tasks: await readings.desk(scope, reader.person ?? refuse('not-signed-in'), now),
    })),
    halfPairs: within(async (scope, reader) => ({ pairs: await readings.items.halfPairs(scope, reader) })),
    feedbackList: within(async (scope, reader) => ({ feedback: await readings.opinions.all(scope, reader) })),
    feedback: within((scope, reader, { parameters }) =>
      readings.opinions.one(scope, parameters.feedback ?? '', reader),
    ),
    answers: within(async (scope, reader, request) => ({
      answers: await readings.opinions.answers(scope, item(request), reader),
    })),
    mailbox: within((scope, reader, { now }) => readings.mailboxes.current(scope, reader, now)),
    matches: within(async (scope, reader, { query }) => ({
      matches: await readings.matches(scope, reader, (query as { q: string }).q),
    })),
    enquiries: within(async (scope, reader) => ({ enquiries: await readings.enquiries.all(scope, reader) })),
    enquiry: within((scope, reader, { parameters: { enquiry = '' }, receipt }) => {
      const holdsReceipt = receipt !== undefined && idOfReceipt(scope, receipt) === enquiry;
      return readings.enquiries.one(scope, enquiry, reader, holdsReceipt);
    }),
    ownEnquiries: within(async (scope, reader) => ({
      enquiries: await readings.enquiries.own(scope, reader.person ?? refuse('not-signed-in')),
    })),
    receptions: within((scope, reader, request) =>
      readings.enquiries.receptions(scope, reader, monthOf(request)),
    ),
    unmetRequests: within(async (scope, reader, request) => ({
      requests: await readings.enquiries.unmet(scope, reader, monthOf(request)),
    })),
    topics: within(async (scope, reader, { query }) => {
      const { stage, top } = query as { stage?: TopicStage; top: number };
      const ranked = await readings.topics.ranked(scope, reader);
      const asked = ranked.filter((topic) => stage === undefined || topic.stage === stage);
      return { topics: asked.slice(0, top) };
    }),
    topic: within((scope, reader, { parameters: { topic = '' } }) =>
      readings.topics.one(scope, topic, reader),
    ),
    ...evaluationReaders(readings, within),
    ...activityReaders(readings, within),
    ...campaignReaders(readings, within),
    ...circularReaders(readings, within),
    ...newsReaders(readings, within),
    ...summaryReaders(readings, within),
    surveys: within(async (scope, reader, { query, now }) => ({
      surveys: await readings.surveys.all(scope, reader, now, (query as { item?: string }).item),
    })),
    survey: within((scope, reader, { parameters: { survey = '' }, now }) =>
      readings.surveys.one(scope, survey, reader, now),
    ),
    ...decisionReaders(readings, within),
    organisationAnswers: within(async (scope, reader) => ({
      answers: await readings.opinions.organisationAnswers(scope, reader),
    })),
    problems: within(async (scope, reader) => ({ problems: await readings.upward.problems(scope, reader) })),
    reports: within((scope, reader, { query, now }) =>
      readings.upward.reports(
        scope,
        reader,
        (query as { period?: PeriodName }).period ?? quarterOf(now).name,
      ),
    ),
    opinionOverview: within((scope, reader, { now }) => readings.opinions.overview(scope, reader, now)),
    displays: within(async (scope, reader) => ({ displays: await readings.displays.all(scope, reader) })),
    deliveries: within((scope, reader, { parameters, query }) =>
      readings.displays.deliveries(scope, parameters.display ?? '', reader, query as PageOf & DeliveryFilter),
    ),
    attempts: within((scope, reader, { parameters, query, now }) =>
      readings.displays.attempts(
        scope,
        parameters.display ?? '',
        reader,
        now,
        query as PageOf & AttemptFilter,
      ),
    ),
    ledger: within((scope, reader, { parameters, now }) =>
      readings.duties.ledger(scope, reader, periodIn(parameters), now),
    ),
    standings: within((scope, reader, { query, now }) => {
      const { period = quarterOf(now).name, class: className, status } = query as StandingsQuery;
      return readings.duties.overview(scope, reader, period, now, { className, status });
    }),
    calendar: within((scope, _, { query, now }) =>
      readings.calendar(scope, now, (query as { year?: number }).year),
    ),
    seals: within((scope, _, { query, now }) =>
      readings.seals(scope, (query as { period?: PeriodName }).period ?? quarterOf(now).name),
    ),
    ...organisationReaders(readings, within),
    ...profileReaders(readings, within),
    ...supervisionReaders(readings, within),
    memberships: async ({ identity, now }) => {
      const { person, name } = identity ?? refuse('not-signed-in');
      return { person, name, memberships: await readings.membershipsOf(person, now) };
    },
    openapi: async () => (await import('./aside.ts')).openApiDocument(),
    asyncapi: async () => (await import('./aside.ts')).asyncApiDocument(),
  };
}
