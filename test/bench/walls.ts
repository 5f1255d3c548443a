import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { carriersOver } from '../../functions/adapters/carriers/convey.ts';
import { DynamoLog } from '../../functions/adapters/log.ts';
import { DynamoPace } from '../../functions/adapters/pace.ts';
import { sendWebhook } from '../../functions/adapters/webhook.ts';
import type { BusEvent } from '../../functions/edge/bus-event.ts';
import { type SendDependencies, sendDelivery } from '../../functions/send-delivery/send-delivery.ts';
import { Aggregates } from '../../functions/shell/aggregates.ts';
import { Deliveries } from '../../functions/shell/deliveries.ts';
import { DisplayReports } from '../../functions/shell/display-reports.ts';
import { approved, proposed, released } from '../domain/display/items.ts';
import { World } from '../functions/display/world.ts';
import { type BenchEngine, startEngine } from './engine.ts';

export type Health = 'well' | 'hangs' | 'fails';

/** Displays of one school on the walls of one process, which is told by the path whose turn it is. */
export class Receivers {
  /** When the first message came to each, in ms of `performance.now()`. */
  readonly arrivals = new Map<number, number>();
  readonly #server: Server;
  readonly #healthOf: (display: number) => Health;

  private constructor(healthOf: (display: number) => Health) {
    this.#healthOf = healthOf;
    this.#server = createServer((request, response) => {
      const display = Number(request.url?.slice(1));
      request.resume().on('end', () => {
        if (!this.arrivals.has(display)) this.arrivals.set(display, performance.now());
        const health = this.#healthOf(display);
        if (health !== 'hangs') response.writeHead(health === 'well' ? 204 : 500).end();
      });
    });
  }

  static async start(healthOf: (display: number) => Health = () => 'well'): Promise<Receivers> {
    const receivers = new Receivers(healthOf);
    await new Promise<void>((ready) => receivers.#server.listen(0, '127.0.0.1', ready));
    return receivers;
  }

  urlOf(display: number): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/${display}`;
  }

  stop(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((done) => this.#server.close(() => done()));
  }
}

/** A school with so many displays and one notice planned for each, in a record on the engine. */
export class Walls {
  /** One for each display, as they come off the bus. */
  readonly events: readonly BusEvent[];
  readonly #world: World;
  readonly #engine: BenchEngine;

  private constructor(world: World, engine: BenchEngine, events: readonly BusEvent[]) {
    this.#world = world;
    this.#engine = engine;
    this.events = events;
  }

  static async hang(displays: number, receivers: Receivers): Promise<Walls> {
    const [world, engine] = [new World(), await startEngine()];
    for (let count = 0; count < displays; count += 1) {
      const place = { name: `屏 ${count}`, place: '教学楼', audience: 'public' as const };
      await world.display(`d-${count}`, 'RegisterDisplay', { ...place, url: receivers.urlOf(count) });
    }
    world.relay();
    world.write('ITEM', 'item-1', proposed(), approved('public'), released('public'));
    for (const event of world.relay()) if (event.type === 'ItemReleased') await world.take(event);
    const events = world.relay().filter(({ type }) => type === 'DeliveryPlanned');
    const log = new DynamoLog(engine.client, engine.log);
    const commits = [...world.log.streams.values()].flat();
    await inLanes(commits, 16, (commit) => log.append(commit));
    return new Walls(world, engine, events);
  }

  /** A sender as it runs in a function of its own, with its own cache. */
  sender(): (event: BusEvent) => Promise<void> {
    const { client, log: table, views } = this.#engine;
    const log = new DynamoLog(client, table);
    const aggregates = new Aggregates(log);
    const { secrets, sealer } = this.#world;
    const dependencies: SendDependencies = {
      deliveries: new Deliveries(log, aggregates),
      reports: new DisplayReports(log, aggregates),
      secrets,
      sealer,
      pace: new DynamoPace(client, views),
      send: (webhook) => sendWebhook(webhook, { opensLoopback: true }),
      ...carriersOver({ opensLoopback: true, clock: Date.now }),
      publicUrl: 'https://gongkai.example.cn',
      clock: Date.now,
    };
    return (event) => sendDelivery(event, dependencies);
  }

  stop(): Promise<void> {
    return this.#engine.stop();
  }
}

/** So many at a time, each lane one after the other. */
export async function inLanes<T>(
  all: readonly T[],
  lanes: number,
  act: (each: T, lane: number) => Promise<unknown>,
): Promise<void> {
  const queue = all.values();
  const work = async (_: unknown, lane: number) => {
    for (const each of queue) await act(each, lane);
  };
  await Promise.all(Array.from({ length: lanes }, work));
}
