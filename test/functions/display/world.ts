import { cardOfDelivery, cardOfDisplay, type DeliveryCard } from '../../../domain/display/card.ts';
import type { DisplayCommand } from '../../../domain/display/commands.ts';
import { deliveryDecider } from '../../../domain/display/delivery.ts';
import { displayDecider } from '../../../domain/display/display.ts';
import { itemDecider } from '../../../domain/item/item.ts';
import { onShow } from '../../../domain/item/state.ts';
import { openCommit, sealCommit } from '../../../domain/kernel/commit.ts';
import type { DomainEvent } from '../../../domain/kernel/decider.ts';
import { OrgScope, parseStream, type StreamKind, type StreamName } from '../../../domain/kernel/scope.ts';
import { instantOf } from '../../../domain/kernel/time.ts';
import { DEFAULT_POLICY } from '../../../domain/organisation/policy.ts';
import { carriersOver } from '../../../functions/adapters/carriers/convey.ts';
import { MemoryLog } from '../../../functions/adapters/memory-log.ts';
import { Sealer } from '../../../functions/adapters/sealed.ts';
import { DisplaySecrets } from '../../../functions/adapters/secrets.ts';
import type { Page, ViewRow, Views } from '../../../functions/adapters/views.ts';
import { sendWebhook } from '../../../functions/adapters/webhook.ts';
import { type BusEvent, busEventsOf } from '../../../functions/edge/bus-event.ts';
import { planDeliveries } from '../../../functions/plan-deliveries/plan-deliveries.ts';
import { type SendDependencies, sendDelivery } from '../../../functions/send-delivery/send-delivery.ts';
import { sendProbe } from '../../../functions/send-delivery/send-probe.ts';
import { sweepTable } from '../../../functions/send-delivery/sweep.ts';
import { Aggregates } from '../../../functions/shell/aggregates.ts';
import { Deliveries } from '../../../functions/shell/deliveries.ts';
import { DisplayCommands } from '../../../functions/shell/display-commands.ts';
import { DisplayReports } from '../../../functions/shell/display-reports.ts';
import { execute } from '../../../functions/shell/execute.ts';
import { person } from '../../domain/display/samples.ts';
import { MemoryPace } from '../../support/memory-pace.ts';

export const SCHOOL = new OrgScope('dongfang');
const PLANNING = new Set([
  'ItemReleased',
  'ItemWithdrawn',
  'ItemExpired',
  'DisplayRegistered',
  'DisplayChanged',
  'DisplayEnabled',
  'DeliveriesRecovered',
  'ResendRequested',
]);
const SENDING = new Set(['DeliveryPlanned', 'DeliveryRetryDue', 'DeliveryResendRequested']);
const PROBING = new Set(['DisplayTestRequested', 'DisplayChallengeRequested']);

/**
 * The display side of one school over a record in memory: what is written is put on a bus, and `settle` lets the
 * planner and the sender take what lies there. Its clock stands still until a test moves it.
 */
export class World {
  readonly log = new MemoryLog();
  readonly aggregates = new Aggregates(this.log);
  readonly secrets = new DisplaySecrets('m'.repeat(64));
  readonly sealer = new Sealer('m'.repeat(64));
  readonly reports = new DisplayReports(this.log, this.aggregates);
  readonly displays = new DisplayCommands(this.log, this.aggregates, this.secrets, this.sealer);
  readonly deliveries = new Deliveries(this.log, this.aggregates);
  readonly pace = new MemoryPace();
  carriers = carriersOver({ opensLoopback: true, clock: Date.now });
  now = instantOf(Date.now());
  send: SendDependencies['send'] = (webhook) =>
    sendWebhook(webhook, { opensLoopback: true, timeoutMs: 1_000 });
  readonly #relayed = new Map<StreamName, number>();
  #commands = 0;

  constructor() {
    this.write('ORGANISATION', SCHOOL.organisation, {
      type: 'OrganisationOnboarded',
      data: { name: '东方小学党支部', shortName: '东方小学', kind: 'branch' },
    });
    const seat = { body: 'office', position: 'head', person: 'linxiao', from: '2020-01-01' };
    this.write('ORGANISATION', SCHOOL.organisation, { type: 'SeatFilled', data: seat });
    const displayNetworks = { allowHttp: true, allowedAddresses: ['127.0.0.1'] };
    this.write('ORGANISATION', SCHOOL.organisation, {
      type: 'PolicyChanged',
      data: { policy: { ...DEFAULT_POLICY, displayNetworks }, reason: '校内屏' },
    });
  }

  /** Appends a commit as if somebody had been allowed to. */
  write(kind: StreamKind, id: string, ...events: readonly DomainEvent[]): void {
    const stream = SCHOOL.stream(kind, id);
    const commits = this.log.streams.get(stream) ?? [];
    this.#commands += 1;
    const body = {
      at: this.now,
      by: person('linxiao'),
      command: `write-${this.#commands}`,
      correlation: 'test',
      events,
    };
    const sealed = sealCommit(stream, commits.length + 1, commits.at(-1)?.hash ?? '', body);
    this.log.streams.set(stream, [...commits, sealed]);
  }

  display(id: string, type: DisplayCommand['type'], data: DisplayCommand['data'], commandId?: string) {
    this.#commands += 1;
    return this.displays.issue(SCHOOL, id, {
      type,
      data,
      now: this.now,
      actor: person('linxiao'),
      commandId: commandId ?? `key-${this.#commands}`,
      correlation: 'test',
    });
  }

  /** Lets time pass; deliveries that wait for it are woken, as the clock would. */
  async pass(ms: number): Promise<void> {
    this.now = instantOf(Date.parse(this.now) + ms);
    for (const stream of [...this.log.streams.keys()]) {
      if (parseStream(stream).kind !== 'DELIVERY') continue;
      await execute(this, deliveryDecider, {
        stream,
        type: 'TimePassed',
        data: {},
        now: this.now,
        actor: { kind: 'system', name: 'due-worker' },
        commandId: `due-${this.now}`,
        correlation: 'test',
        facts: async () => ({}),
      });
    }
  }

  /** Takes events off the bus until none is left, and returns them all. */
  async settle(): Promise<readonly BusEvent[]> {
    const taken: BusEvent[] = [];
    for (let events = this.relay(); events.length > 0; events = this.relay()) {
      taken.push(...events);
      await Promise.all(events.map((event) => this.take(event)));
    }
    return taken;
  }

  /** Events that have not been on the bus. */
  relay(): readonly BusEvent[] {
    return [...this.log.streams].flatMap(([stream, commits]) => {
      const fresh = commits.slice(this.#relayed.get(stream) ?? 0);
      this.#relayed.set(stream, commits.length);
      return fresh.flatMap((sealed) => busEventsOf(openCommit(sealed)));
    });
  }

  async take(event: BusEvent): Promise<void> {
    const { deliveries, reports, secrets, sealer, send, pace, carriers } = this;
    const publicUrl = 'https://gongkai.example.cn';
    const sending = { secrets, sealer, send, pace, ...carriers, publicUrl, clock: Date.now };
    const dependencies = { deliveries, reports, ...sending };
    if (PLANNING.has(event.type)) await planDeliveries(event, { deliveries, views: this.views });
    if (SENDING.has(event.type)) await sendDelivery(event, dependencies);
    if (PROBING.has(event.type)) await sendProbe(event, dependencies);
    if (event.type === 'ResendRequested') await sweepTable(event, dependencies);
  }

  /** Everything that was recorded in streams of that kind, in the order of the streams. */
  recorded(kind: StreamKind): readonly DomainEvent[] {
    return [...this.log.streams]
      .filter(([stream]) => parseStream(stream).kind === kind)
      .flatMap(([, commits]) => commits.flatMap((sealed) => openCommit(sealed).events));
  }

  /** Views that are always up to date. */
  get views(): Views {
    const list = async (kind: StreamKind): Promise<Page> => {
      const streams = [...this.log.streams.keys()].filter((stream) => parseStream(stream).kind === kind);
      const rows = await Promise.all(streams.map((stream) => this.#row(stream, kind)));
      return { rows: rows.filter((row) => row !== undefined).toSorted((a, b) => (a.sk < b.sk ? -1 : 1)) };
    };
    const unused = () => {
      throw new Error('not part of this test');
    };
    return {
      list: (pk, { after }) =>
        after && !pk.endsWith('DELIVERY')
          ? Promise.resolve({ rows: [] })
          : list(pk.split('#')[2] as StreamKind),
      listIndex: async (_index, key) => {
        if (!key.includes('DELIVERIES#')) return list('ITEM');
        const { rows } = await list('DELIVERY');
        const theirs = rows.filter(({ card }) => key.endsWith(`#${(card as DeliveryCard).display}`));
        const plannedAt = ({ card }: ViewRow) => (card as DeliveryCard).plannedAt;
        return { rows: theirs.toSorted((a, b) => (plannedAt(a) < plannedAt(b) ? 1 : -1)) };
      },
      missing: unused,
      get: unused,
      put: unused,
      due: unused,
    };
  }

  async #row(stream: StreamName, kind: StreamKind): Promise<ViewRow | undefined> {
    const { id } = parseStream(stream);
    const row = { pk: SCHOOL.partition(kind), sk: id, version: 1 };
    if (kind === 'DISPLAY') {
      const { state } = await this.aggregates.load(stream, displayDecider);
      return state && { ...row, card: cardOfDisplay(state) };
    }
    if (kind === 'DELIVERY') {
      const { state } = await this.aggregates.load(stream, deliveryDecider);
      return state && { ...row, card: cardOfDelivery(state) };
    }
    const { state } = await this.aggregates.load(stream, itemDecider);
    return state && onShow(state) && { ...row, card: {} };
  }
}
