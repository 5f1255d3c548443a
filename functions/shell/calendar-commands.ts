import { type CalendarCommand, type CalendarFacts, calendarDecider } from '../../domain/calendar/calendar.ts';
import { CALENDAR_ID, type CalendarState } from '../../domain/calendar/state.ts';
import { refuse } from '../../domain/kernel/refusal.ts';
import type { OrganisationId, OrgScope } from '../../domain/kernel/scope.ts';
import { holders } from '../../domain/organisation/authority.ts';
import type { Log } from '../adapters/log.ts';
import { ADMINISTRATORS } from './administrators.ts';
import type { Aggregates } from './aggregates.ts';
import { execute, type Outcome, type Request } from './execute.ts';
import { Tenancy } from './tenancy.ts';

/** A command on the calendar, without what the record itself supplies. */
export type CalendarRequest = Omit<Request<CalendarCommand, CalendarState>, 'stream' | 'facts'>;

/** Issues commands on the calendar that everybody in the district works by. */
export class CalendarCommands {
  readonly #log: Log;
  readonly #aggregates: Aggregates;
  readonly #tenancy: Tenancy;
  readonly #district: OrganisationId;

  constructor(log: Log, aggregates: Aggregates, district: OrganisationId) {
    this.#log = log;
    this.#aggregates = aggregates;
    this.#tenancy = new Tenancy(aggregates);
    this.#district = district;
  }

  /** @throws Refusal of the calendar; `not-found` for any organisation but the district, which alone has one */
  async issue(scope: OrgScope, request: CalendarRequest): Promise<Outcome<CalendarState>> {
    if (scope.organisation !== this.#district) refuse('not-found');
    return execute({ log: this.#log, aggregates: this.#aggregates }, calendarDecider, {
      ...request,
      stream: scope.stream('CALENDAR', CALENDAR_ID),
      facts: () => this.#facts(scope, request),
    });
  }

  async #facts(scope: OrgScope, { actor, now }: CalendarRequest): Promise<CalendarFacts> {
    const { organisation } = await this.#tenancy.tenants(scope);
    return {
      mayAdminister: actor.kind === 'person' && holders(organisation, ADMINISTRATORS, now).has(actor.person),
    };
  }
}
