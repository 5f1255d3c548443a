import { itemHistory } from '../../domain/item/evolve.ts';
import { disclosedTo } from '../../domain/item/state.ts';
import type { Audience } from '../../domain/kernel/audience.ts';
import { ID_PATTERN, type OrganisationId, type OrgScope } from '../../domain/kernel/scope.ts';
import type { TopicCommand, TopicFacts } from '../../domain/topic/commands.ts';
import { type TopicState, topicHistory } from '../../domain/topic/state.ts';
import { topicDecider } from '../../domain/topic/topic.ts';
import type { Log } from '../adapters/log.ts';
import type { Aggregates } from './aggregates.ts';
import { Calendars } from './calendars.ts';
import { execute, type Outcome, type Request } from './execute.ts';
import type { Rosters } from './rosters.ts';
import { Tenancy } from './tenancy.ts';

export type TopicRequest = Omit<Request<TopicCommand, TopicState>, 'stream' | 'facts'> & {
  /** Who asks, as the token says. The record never has it: see `supporterOf`. */
  readonly person?: string | undefined;
  readonly supporter?: string | undefined;
};

/** Issues commands on the topics that people raised with one organisation. */
export class TopicCommands {
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

  issue(
    scope: OrgScope,
    id: string,
    { person, supporter, ...request }: TopicRequest,
  ): Promise<Outcome<TopicState>> {
    return execute({ log: this.#log, aggregates: this.#aggregates }, topicDecider, {
      ...request,
      stream: scope.stream('TOPIC', id),
      facts: async (): Promise<TopicFacts> => {
        const { item, into } = request.data as { item?: string; into?: string };
        const [tenants, { calendar }, reader, disclosedTo, target] = await Promise.all([
          this.#tenancy.tenants(scope),
          this.#calendars.current(),
          this.#tenancy.reader(scope, person, request.now),
          this.#disclosedTo(scope, item),
          into === id ? undefined : this.#topic(scope, into),
        ]);
        return {
          ...tenants,
          calendar,
          reader,
          ...(supporter !== undefined && { supporter }),
          ...(disclosedTo && { disclosedTo }),
          ...(target && { into: target }),
        };
      },
    });
  }

  async #topic(scope: OrgScope, id: string | undefined): Promise<TopicState> {
    if (id === undefined) return undefined;
    return (await this.#aggregates.load(scope.stream('TOPIC', id), topicHistory)).state;
  }

  async #disclosedTo(scope: OrgScope, item: string | undefined): Promise<Audience | undefined> {
    if (item === undefined || !ID_PATTERN.test(item)) return undefined;
    const { state } = await this.#aggregates.load(scope.stream('ITEM', item), itemHistory);
    return state && disclosedTo(state);
  }
}
