import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deliveryDecider } from '../../../domain/display/delivery.ts';
import type { Answer, DeliveryEvent } from '../../../domain/display/delivery-commands.ts';
import { isSuccess } from '../../../domain/display/delivery-state.ts';
import { itemDecider } from '../../../domain/item/item.ts';
import { onShow } from '../../../domain/item/state.ts';
import { openCommit } from '../../../domain/kernel/commit.ts';
import { Refusal } from '../../../domain/kernel/refusal.ts';
import { parseStream } from '../../../domain/kernel/scope.ts';
import type { BusEvent } from '../../../functions/edge/bus-event.ts';
import { projectionsOver } from '../../../functions/projector/projections.ts';
import { Projector } from '../../../functions/projector/projector.ts';
import { attemptsKey } from '../../../functions/shell/view-keys.ts';
import { MemoryViews } from '../../browser/support/memory-views.ts';
import { approved, proposed, released, revised, withdrawn } from '../../domain/display/items.ts';
import { SCHOOL, World } from './world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const PER_MINUTE = 3;
const ITEMS = ['item-1', 'item-2', 'item-3', 'item-4', 'item-5'];
const ANSWERS: readonly Answer[] = [
  { status: 204 },
  { status: 204 },
  { status: 500 },
  { status: 503, retryAfter: 600 },
  { status: 410 },
  { failure: 'timeout' },
];

const STARTS = new Set(['DeliveryPlanned', 'DeliveryRetryDue', 'DeliveryResendRequested']);

interface Sent {
  readonly at: string;
  readonly id: string;
  readonly answer: Answer;
  readonly notice: {
    readonly data: { readonly id: string; readonly revision: number; readonly status: string };
  };
}

/** One display that takes three messages a minute, and a clock that goes by the minute. */
class Play {
  readonly world = new World();
  readonly sent: Sent[] = [];
  answer: Answer = { status: 204 };
  readonly kept = this.projector();
  readonly #versions = new Map<string, number>();
  readonly #taken: BusEvent[] = [];

  static async start(): Promise<Play> {
    const play = new Play();
    play.world.send = async ({ body, headers }) => {
      const notice = JSON.parse(body);
      if (notice.type === 'display.challenge') return { status: 401 };
      const { answer, world } = play;
      play.sent.push({ at: world.now, id: headers['webhook-id'] ?? '', answer, notice });
      return answer;
    };
    await play.keep('RegisterDisplay', {
      name: '校门口大屏',
      place: '校门口',
      url: 'https://screens.example.cn/in',
      audience: 'public',
      perMinute: PER_MINUTE,
    });
    return play;
  }

  async settle(): Promise<void> {
    const events = await this.world.settle();
    this.#taken.push(...events);
    for (const { stream, streamVersion } of events) await this.kept.project(stream, streamVersion);
  }

  /** Views of their own, kept by whoever calls `project`. */
  projector() {
    const views = new MemoryViews();
    const { aggregates } = this.world;
    const projector = new Projector(aggregates, views, projectionsOver(aggregates, SCHOOL.organisation));
    const keys = [
      attemptsKey(SCHOOL.organisation, 'gate'),
      SCHOOL.partition('DELIVERY'),
      SCHOOL.partition('DISPLAY'),
    ];
    return {
      project: (stream: string, streamVersion: number) => projector.project({ stream, streamVersion }),
      rows: async () =>
        (await Promise.all(keys.map((key) => views.list(key, { limit: 9_999 })))).flatMap(({ rows }) => rows),
    };
  }

  /** A message that set an attempt going comes once more, a late one or the very last. */
  async repeat(back: number): Promise<void> {
    const event = this.#taken.filter(({ type }) => STARTS.has(type)).at(-1 - back);
    if (event) await this.world.take(event);
    await this.settle();
  }

  async pass(minutes: number): Promise<void> {
    for (let minute = 0; minute < minutes; minute += 1) {
      await this.world.pass(MINUTE);
      await this.settle();
    }
  }

  /** What a keeper does; what the rules refuse is left undone. */
  async keep(type: Parameters<World['display']>[1], data: object): Promise<void> {
    try {
      await this.world.display('gate', type, data as never);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
    await this.settle();
  }

  /** Up, changed, down and so on, in that order for each item. */
  async turn(item: string): Promise<void> {
    const version = this.#versions.get(item) ?? 0;
    const isUp = version % 2 === 1;
    const number = Math.floor(version / 2) + 1;
    if (isUp) this.world.write('ITEM', item, withdrawn(number));
    else {
      const begin = version === 0 ? proposed() : revised({ title: `第${number}版` });
      this.world.write('ITEM', item, begin, approved('public'), released('public', number));
    }
    this.#versions.set(item, version + 1);
    await this.settle();
  }

  /** What the screen shows that goes by the newest revision. */
  get screen(): readonly string[] {
    const newest = new Map<string, Sent['notice']['data']>();
    for (const { answer, notice } of this.sent) {
      const known = newest.get(notice.data.id);
      if (isSuccess(answer) && (known?.revision ?? 0) <= notice.data.revision)
        newest.set(notice.data.id, notice.data);
    }
    return [...newest.values()].flatMap(({ id, status }) => (status === 'on-show' ? [id] : [])).toSorted();
  }

  async truth(): Promise<readonly string[]> {
    const shown = ITEMS.map(async (id) => {
      const { state } = await this.world.aggregates.load(SCHOOL.stream('ITEM', id), itemDecider);
      return state && onShow(state) ? [id] : [];
    });
    return (await Promise.all(shown)).flat();
  }

  /** What was recorded of each delivery. */
  get histories(): readonly (readonly DeliveryEvent[])[] {
    return [...this.world.log.streams]
      .filter(([stream]) => parseStream(stream).kind === 'DELIVERY')
      .map(([, commits]) => commits.flatMap((sealed) => openCommit(sealed).events as DeliveryEvent[]));
  }
}

type Move = (play: Play) => Promise<void>;
const move = (weight: number, arbitrary: fc.Arbitrary<Move>) => ({ weight, arbitrary });
const always = (step: Move) => fc.constant(step);
const moves: fc.Arbitrary<Move> = fc.oneof(
  move(
    6,
    fc.constantFrom(...ITEMS).map(
      (item): Move =>
        (play) =>
          play.turn(item),
    ),
  ),
  move(
    4,
    fc.constantFrom(...ANSWERS).map(
      (answer): Move =>
        async (play) => {
          play.answer = answer;
        },
    ),
  ),
  move(
    4,
    fc.integer({ min: 1, max: 12 }).map(
      (minutes): Move =>
        (play) =>
          play.pass(minutes),
    ),
  ),
  move(
    2,
    fc.constantFrom(...ITEMS).map(
      (item): Move =>
        (play) =>
          play.keep('ResendNotice', { item }),
    ),
  ),
  move(
    1,
    always((play) => play.keep('ResyncDisplay', {})),
  ),
  move(
    1,
    always((play) => play.keep('ResendNotices', { since: '2020-01-01T00:00:00.000Z' })),
  ),
  move(
    1,
    always((play) => play.keep('DisableDisplay', { reason: '检修' })),
  ),
  move(
    2,
    always((play) => play.keep('EnableDisplay', {})),
  ),
  move(
    2,
    fc.nat(5).map(
      (back): Move =>
        (play) =>
          play.repeat(back),
    ),
  ),
);

/** Whatever keepers, receivers and the queue do, in any order. */
const whatever = (check: (play: Play) => Promise<void> | void) =>
  fc.assert(
    fc.asyncProperty(fc.array(moves, { minLength: 10, maxLength: 40, size: 'max' }), async (steps) => {
      const play = await Play.start();
      for (const step of steps) await step(play);
      await check(play);
    }),
    { numRuns: 30 },
  );

test('no message succeeds more than once, but for those that were asked for again', async () => {
  let asked = 0;
  await whatever((play) => {
    const successes = Map.groupBy(
      play.sent.filter(({ answer }) => isSuccess(answer)),
      ({ notice }) => notice.data.id,
    );
    for (const events of play.histories) {
      const [planned] = events;
      const item = planned?.type === 'DeliveryPlanned' ? planned.data.item : '';
      const resent = events.filter(({ type }) => type === 'DeliveryResendRequested').length;
      asked += resent;
      const byId = Map.groupBy(successes.get(item) ?? [], ({ id }) => id);
      for (const same of byId.values()) expect(same.length).toBeLessThanOrEqual(1 + resent);
      const kinds = events.map(({ type }) => type);
      expect(kinds.filter((type) => type === 'DeliveryResent').length).toBeLessThanOrEqual(resent);
      const plans = kinds.filter((type) => type === 'DeliveryPlanned').length;
      expect(kinds.filter((type) => type === 'DeliverySucceeded').length).toBeLessThanOrEqual(plans);
      expectNoRetryAfterTheEnd(events);
    }
  });
  expect(asked).toBeGreaterThan(20);
});

test('every message that was sent is in the log with its answer, and none that was not', async () => {
  let logged = 0;
  await whatever(async (play) => {
    const streams = [...play.world.log.streams.keys()].filter(
      (stream) => parseStream(stream).kind === 'DELIVERY',
    );
    const states = await Promise.all(
      streams.map(async (stream) => (await play.world.aggregates.load(stream, deliveryDecider)).state),
    );
    const log = states.flatMap((state) =>
      (state?.log ?? []).map(({ at, answer }) => ({ item: state?.item, at, answer })),
    );
    const sent = play.sent.map(({ at, answer, notice }) => ({ item: notice.data.id, at, answer }));
    const sorted = (list: readonly object[]) => list.map((each) => JSON.stringify(each)).toSorted();
    expect(sorted(log)).toEqual(sorted(sent));
    logged += log.length;
  });
  expect(logged).toBeGreaterThan(100);
});

test('the log and the lists are those that a rebuild gives', async () => {
  let rows = 0;
  await whatever(async (play) => {
    const rebuilt = play.projector();
    for (const stream of play.world.log.streams.keys())
      await rebuilt.project(stream, Number.MAX_SAFE_INTEGER);
    const [now, then] = [await play.kept.rows(), await rebuilt.rows()];
    expect(now).toEqual(then);
    rows += now.filter(({ pk }) => pk.includes('ATTEMPTS')).length;
  });
  expect(rows).toBeGreaterThan(100);
});

test('no more goes out at a time than the display takes', async () => {
  let postponed = 0;
  await whatever((play) => {
    const counts = Map.groupBy(play.sent, ({ at }) => at);
    // The bucket, and what had a place kept for it since the minute before.
    for (const together of counts.values()) expect(together.length).toBeLessThanOrEqual(2 * PER_MINUTE);
    postponed += play.histories.flat().filter(({ type }) => type === 'DeliveryPostponed').length;
  });
  expect(postponed).toBeGreaterThan(20);
});

test('once the display is well and on, it shows what is true', async () => {
  await whatever(async (play) => {
    play.answer = { status: 204 };
    await play.keep('EnableDisplay', {});
    for (let hour = 0; hour < 30; hour += 1) {
      await play.world.pass(HOUR);
      await play.settle();
    }
    expect(play.screen).toEqual(await play.truth());
    for (const events of play.histories) expect(events.at(-1)?.type).not.toBe('DeliveryPlanned');
  });
});

/** What got through, was given up or is not wanted is not tried again by itself. */
function expectNoRetryAfterTheEnd(events: readonly DeliveryEvent[]): void {
  let isOver = true;
  for (const { type, data } of events) {
    if (type === 'DeliveryRetryDue' && data.resend === undefined) expect(isOver).toBe(false);
    if (type === 'DeliveryPlanned') isOver = false;
    else if (type === 'DeliveryResent') isOver ||= data.answer !== undefined && isSuccess(data.answer);
    else if (/Succeeded|Exhausted|Dropped/.test(type)) isOver = true;
  }
}
