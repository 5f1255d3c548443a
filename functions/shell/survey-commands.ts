import { itemHistory } from '../../domain/item/evolve.ts';
import { ID_PATTERN, type OrganisationId, type OrgScope } from '../../domain/kernel/scope.ts';
import { dayOf, startOfDay } from '../../domain/kernel/time.ts';
import { ballotDecider } from '../../domain/survey/ballot.ts';
import type { BallotCommand, BallotFacts, SurveyCommand, SurveyFacts } from '../../domain/survey/commands.ts';
import { type BallotState, type SurveyState, surveyHistory } from '../../domain/survey/state.ts';
import { surveyDecider } from '../../domain/survey/survey.ts';
import type { Log } from '../adapters/log.ts';
import type { Aggregates } from './aggregates.ts';
import { Calendars } from './calendars.ts';
import { execute, type Outcome, type Request } from './execute.ts';
import type { Rosters } from './rosters.ts';
import { Tenancy } from './tenancy.ts';

export type SurveyRequest = Omit<Request<SurveyCommand, SurveyState>, 'stream' | 'facts'>;
export type BallotRequest = Omit<Request<BallotCommand, BallotState>, 'stream' | 'facts' | 'type'> & {
  /** Who answers, as the token says. The record never has it. */
  readonly person: string | undefined;
};

/** Issues commands on surveys, and takes the answers. */
export class SurveyCommands {
  readonly #log: Log;
  readonly #aggregates: Aggregates;
  readonly #tenancy: Tenancy;
  readonly #calendars: Calendars;

  constructor(log: Log, aggregates: Aggregates, district: OrganisationId, rosters?: Rosters) {
    this.#log = log;
    this.#aggregates = aggregates;
    this.#tenancy = new Tenancy(aggregates, rosters);
    this.#calendars = new Calendars(aggregates, district);
  }

  issue(scope: OrgScope, id: string, request: SurveyRequest): Promise<Outcome<SurveyState>> {
    return execute({ log: this.#log, aggregates: this.#aggregates }, surveyDecider, {
      ...request,
      stream: scope.stream('SURVEY', id),
      facts: async (): Promise<SurveyFacts> => {
        const { item } = request.data as { item?: string };
        const [tenants, { calendar }, hasItem] = await Promise.all([
          this.#tenancy.tenants(scope),
          this.#calendars.current(),
          this.#hasItem(scope, item),
        ]);
        return { ...tenants, calendar, hasItem };
      },
    });
  }

  /**
   * Takes one person's answers. What is kept besides them is the day: no time and no request leads from the record to
   * whoever sent them.
   *
   * @param ballot id from {@link ballotOf}
   */
  cast(
    scope: OrgScope,
    survey: string,
    ballot: string,
    { person, now, ...request }: BallotRequest,
  ): Promise<Outcome<BallotState>> {
    const entered = request.data.group !== undefined;
    return execute({ log: this.#log, aggregates: this.#aggregates }, ballotDecider, {
      ...request,
      type: 'CastBallot',
      now: startOfDay(dayOf(now)),
      actor: entered ? request.actor : { kind: 'system', name: 'ballot' },
      correlation: 'ballot',
      stream: scope.stream('BALLOT', ballot),
      facts: async (): Promise<BallotFacts> => {
        const [{ organisation }, reader, { state }] = await Promise.all([
          this.#tenancy.tenants(scope),
          this.#tenancy.reader(scope, person, now),
          this.#aggregates.load(scope.stream('SURVEY', survey), surveyHistory),
        ]);
        return { organisation, reader, survey: state, id: survey, at: now };
      },
    });
  }

  async #hasItem(scope: OrgScope, item: string | undefined): Promise<boolean> {
    if (item === undefined || !ID_PATTERN.test(item)) return false;
    return (await this.#aggregates.load(scope.stream('ITEM', item), itemHistory)).state !== undefined;
  }
}
