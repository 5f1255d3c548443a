import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { BusEvent } from '../edge/bus-event.ts';

/** EventBridge takes ten entries a call. */
export const BUS_BATCH = 10;

export interface Bus {
  /** Publishes in order. Returns the index of the first entry the bus did not take; undefined when it took all. */
  publish(events: readonly BusEvent[]): Promise<number | undefined>;
}

export class EventBridgeBus implements Bus {
  readonly #client: EventBridgeClient;
  readonly #name: string;

  constructor(client: EventBridgeClient, name: string) {
    this.#client = client;
    this.#name = name;
  }

  async publish(events: readonly BusEvent[]): Promise<number | undefined> {
    for (let start = 0; start < events.length; start += BUS_BATCH) {
      const chunk = events.slice(start, start + BUS_BATCH);
      const { FailedEntryCount = 0, Entries = [] } = await this.#client.send(
        new PutEventsCommand({ Entries: chunk.map((event) => this.#entry(event)) }),
      );
      // A call that succeeds may still have refused entries; they are found by their place only.
      if (FailedEntryCount > 0) return start + Entries.findIndex((entry) => entry.ErrorCode !== undefined);
    }
    return undefined;
  }

  #entry(event: BusEvent) {
    return {
      EventBusName: this.#name,
      Source: 'gongkai',
      DetailType: event.type,
      Detail: JSON.stringify(event),
      Time: new Date(event.time),
    };
  }
}
