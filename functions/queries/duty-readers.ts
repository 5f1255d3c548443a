import { DUTY_READS } from '../api/duty-reads.ts';
import { periodIn } from '../api/periods.ts';
import type { OverviewStatus } from '../shell/reading/duty-overview.ts';
import type { Readings } from '../shell/readings.ts';
import { answered, periodAsked, type Within } from './answered.ts';

interface StandingsQuery {
  readonly class?: string;
  readonly status?: OverviewStatus;
}

export const dutyReaders = (readings: Pick<Readings, 'calendar' | 'duties' | 'seals'>, within: Within) =>
  answered(DUTY_READS, {
    ledger: within((scope, reader, { parameters, now }) =>
      readings.duties.ledger(scope, reader, periodIn(parameters), now),
    ),
    standings: within((scope, reader, request) => {
      const { class: className, status } = request.query as StandingsQuery;
      return readings.duties.overview(scope, reader, periodAsked(request), request.now, {
        className,
        status,
      });
    }),
    calendar: within((scope, _, { query, now }) =>
      readings.calendar(scope, now, (query as { year?: number }).year),
    ),
    seals: within((scope, _, request) => readings.seals(scope, periodAsked(request))),
  });
