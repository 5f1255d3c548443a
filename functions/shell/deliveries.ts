import { createHash } from 'node:crypto';
import { findRow } from '../../domain/catalogue/state.ts';
import { deliveryDecider } from '../../domain/display/delivery.ts';
import type { DeliveryCommand } from '../../domain/display/delivery-commands.ts';
import { type DeliveryState, deliveryHistory, deliveryId } from '../../domain/display/delivery-state.ts';
import type { NoticeSource } from '../../domain/display/notice.ts';
import { type DisplayState, displayHistory } from '../../domain/display/state.ts';
import { itemHistory } from '../../domain/item/evolve.ts';
import { openCommit } from '../../domain/kernel/commit.ts';
import type { Actor, DomainEvent } from '../../domain/kernel/decider.ts';
import type { OrgScope, StreamName } from '../../domain/kernel/scope.ts';
import type { Policy } from '../../domain/organisation/policy.ts';
import type { Log } from '../adapters/log.ts';
import type { BusEvent } from '../edge/bus-event.ts';
import type { Aggregates, Loaded } from './aggregates.ts';
import { execute, type Outcome } from './execute.ts';
import { loadCatalogue } from './load-catalogue.ts';
import { Tenancy } from './tenancy.ts';

export interface DeliveryRequest {
  readonly display: string;
  readonly item: string;
  readonly type: DeliveryCommand['type'];
  readonly data: DeliveryCommand['data'];
  /** The event that gave rise to it; its time is the time of the command. */
  readonly event: BusEvent;
  readonly actor: Actor;
}

export interface Source extends NoticeSource {
  /** Where the organisation's displays may stand. */
  readonly networks: Policy['displayNetworks'];
}

/** Issues commands on deliveries, and finds what they are about. */
export class Deliveries {
  readonly #log: Log;
  readonly #aggregates: Aggregates;
  readonly #tenancy: Tenancy;

  constructor(log: Log, aggregates: Aggregates) {
    this.#log = log;
    this.#aggregates = aggregates;
    this.#tenancy = new Tenancy(aggregates);
  }

  issue(scope: OrgScope, request: DeliveryRequest): Promise<Outcome<DeliveryState>> {
    const { display, item, type, data, event, actor } = request;
    return execute({ log: this.#log, aggregates: this.#aggregates }, deliveryDecider, {
      stream: scope.stream('DELIVERY', deliveryId(display, item)),
      type,
      data,
      actor,
      now: event.time,
      commandId: `${event.id}:${digestOf(data)}`,
      cause: event.id,
      correlation: event.correlation,
      facts: async () => ({}),
    });
  }

  async delivery(scope: OrgScope, id: string): Promise<Loaded<DeliveryState>> {
    return this.#aggregates.load(scope.stream('DELIVERY', id), deliveryHistory);
  }

  /** What the event says that the bus only names. @throws Error when the record does not have it */
  async happened(event: BusEvent): Promise<DomainEvent> {
    const [index, version] = [Number(event.id.split('.').at(-1)), event.streamVersion];
    const commits = (await this.#log.read(event.stream as StreamName)).map(openCommit);
    const happened = commits.find((commit) => commit.version === version)?.events[index];
    if (happened?.type !== event.type) throw new Error(`event ${event.id} is not in the record`);
    return happened;
  }

  /** Name of the organisation, who its members are, and where its displays may stand. @throws Refusal `not-found` */
  async house(scope: OrgScope): Promise<Pick<Source, 'organisation' | 'networks' | 'isMember'>> {
    const { organisation } = await this.#tenancy.tenants(scope);
    return {
      organisation: { id: scope.organisation, name: organisation.name },
      networks: organisation.policy.displayNetworks,
      isMember: (person) => organisation.people[person]?.partyMember ?? false,
    };
  }

  async display(scope: OrgScope, id: string): Promise<DisplayState> {
    return (await this.#aggregates.load(scope.stream('DISPLAY', id), displayHistory)).state;
  }

  /** What a notice of the item is made from; undefined when there is no such item. @throws Refusal `not-found` */
  async source(scope: OrgScope, id: string): Promise<Source | undefined> {
    const [item, catalogue, house] = await Promise.all([
      this.#aggregates.load(scope.stream('ITEM', id), itemHistory),
      loadCatalogue(this.#aggregates, scope),
      this.house(scope),
    ]);
    if (!item.state) return undefined;
    return {
      id,
      item: item.state,
      revision: item.version,
      ...house,
      rowOf: (row) => findRow(catalogue.state, row),
    };
  }
}

/** An event that is taken twice gives the same command the same id; if things changed meanwhile, it is another command. */
const digestOf = (data: unknown): string =>
  createHash('sha256').update(JSON.stringify(data)).digest('base64url').slice(0, 16);
