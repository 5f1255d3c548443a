import { type PeriodName, quarterOf } from '../../domain/duty/period.ts';
import { refuse } from '../../domain/kernel/refusal.ts';
import { OrgScope } from '../../domain/kernel/scope.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import type { Reader } from '../../domain/visibility.ts';
import { periodIn } from '../api/periods.ts';
import type { ReadId } from '../api/reads.ts';
import type { Identity } from '../edge/token.ts';
import type { PageOf } from '../shell/reading/boards.ts';
import type { DeliveryFilter } from '../shell/reading/displays.ts';
import type { OverviewStatus } from '../shell/reading/duty-overview.ts';
import type { BoardFilter } from '../shell/reading/lines.ts';
import type { Readings } from '../shell/readings.ts';

/** A checked request to read something. */
export interface ReadRequest {
  readonly parameters: Readonly<Record<string, string>>;
  /** Already parsed by the schema of the operation. */
  readonly query: object;
  /** Undefined for somebody who has not signed in. */
  readonly identity: Identity | undefined;
  readonly now: Instant;
}

interface StandingsQuery {
  readonly period?: PeriodName;
  readonly class?: string;
  readonly status?: OverviewStatus;
}

export type Readers = Readonly<Record<ReadId, (request: ReadRequest) => Promise<object>>>;

/** One reading of the table each, by the use case that answers it. */
export function readersOf(readings: Readings): Readers {
  const within =
    (read: (scope: OrgScope, reader: Reader, request: ReadRequest) => Promise<object>) =>
    async (request: ReadRequest) => {
      const scope = new OrgScope(request.parameters.organisation ?? '');
      return read(scope, await readings.reader(scope, request.identity?.person, request.now), request);
    };
  const item = ({ parameters }: ReadRequest): string => parameters.item ?? '';
  return {
    organisations: async () => ({ organisations: await readings.organisations() }),
    organisation: within((scope, reader, { now }) => readings.organisation(scope, reader, now)),
    districtBoard: ({ query }) => readings.districtBoard(query as PageOf),
    board: within((scope, reader, { query }) => readings.board(scope, reader, query as PageOf & BoardFilter)),
    items: within(async (scope, reader) => ({ items: await readings.items(scope, reader) })),
    item: within((scope, reader, request) =>
      readings.item(scope, item(request), reader, (request.query as { version?: number }).version),
    ),
    record: within(async (scope, reader, request) => ({
      commits: await readings.record(scope, item(request), reader),
    })),
    itemFeedback: within(async (scope, reader, request) => ({
      feedback: await readings.feedback(scope, reader, item(request)),
    })),
    catalogue: within(async (scope, reader) => ({ rows: await readings.catalogue(scope, reader) })),
    desk: within(async (scope, reader, { now }) => ({
      tasks: await readings.desk(scope, reader.person ?? refuse('not-signed-in'), now),
    })),
    halfPairs: within(async (scope, reader) => ({ pairs: await readings.halfPairs(scope, reader) })),
    feedbackList: within(async (scope, reader) => ({ feedback: await readings.feedback(scope, reader) })),
    feedback: within((scope, reader, { parameters }) =>
      readings.opinion(scope, parameters.feedback ?? '', reader),
    ),
    answers: within(async (scope, reader, request) => ({
      answers: await readings.answers(scope, item(request), reader),
    })),
    displays: within(async (scope, reader) => ({ displays: await readings.displays(scope, reader) })),
    deliveries: within((scope, reader, { parameters, query }) =>
      readings.deliveries(scope, parameters.display ?? '', reader, query as PageOf & DeliveryFilter),
    ),
    ledger: within((scope, reader, { parameters, now }) =>
      readings.ledger(scope, reader, periodIn(parameters), now),
    ),
    standings: within((scope, reader, { query, now }) => {
      const { period = quarterOf(now).name, class: className, status } = query as StandingsQuery;
      return readings.duties.overview(scope, reader, period, now, { className, status });
    }),
    calendar: within((scope, _, { query, now }) =>
      readings.calendar(scope, now, (query as { year?: number }).year),
    ),
    memberships: async ({ identity, now }) => {
      const { person, name } = identity ?? refuse('not-signed-in');
      return { person, name, memberships: await readings.membershipsOf(person, now) };
    },
    openapi: async () => (await import('./aside.ts')).openApiDocument(),
  };
}
