import type { ItemCommandType } from '../../domain/item/commands.ts';
import type { SealedCommit } from '../../domain/kernel/commit.ts';
import { OrgScope } from '../../domain/kernel/scope.ts';
import { DynamoLog, type Log, toItem } from '../../functions/adapters/log.ts';
import { TRUST_MS } from '../../functions/commands/commands.ts';
import { Aggregates } from '../../functions/shell/aggregates.ts';
import { ItemCommands } from '../../functions/shell/item-commands.ts';
import { PEOPLE, SCHOOL } from '../support/school.ts';
import { District, itemId } from './district.ts';
import { startEngine } from './engine.ts';
import { type Measure, measure, median } from './measure.ts';
import { OutboxLog, outboxTransaction } from './outbox-log.ts';
import { CONTENT } from './school.ts';

const ROUNDS = 9;
const WARM_UP = 2;
const PER_ROUND = 160;
const CONCURRENCY = 8;
const LIMIT = { on: 'ratio', least: 0.5 } as const;
const scope = new OrgScope(SCHOOL);

type Act = (count: number, worker: number) => Promise<unknown>;

/**
 * Commands end to end against bare conditional puts of the same commits, and beside the textbook outbox. The lanes take
 * turns in every round; a ratio is the median of the rounds' ratios.
 */
export async function commandThroughput(): Promise<Measure[]> {
  const engine = await startEngine();
  try {
    const { client } = engine;
    const [bareTable, outboxTable] = [
      await engine.streamedTable('Bare'),
      await engine.streamedTable('Outbox'),
    ];
    const bare = new DynamoLog(client, bareTable);
    const recorded: SealedCommit[] = [];
    const ours = await commandsOver(() => new DynamoLog(client, engine.log), recorded);
    const askingTable = await engine.streamedTable('Asking');
    const asking = await commandsOver(() => new DynamoLog(client, askingTable), [], 0);
    const outbox = await commandsOver(() => new OutboxLog(client, outboxTable), []);

    const puts: Act = (count) => bare.append(commitAt(recorded, count));
    const transactions: Act = (count) =>
      client.send(outboxTransaction(bareTable, toItem(commitAt(recorded, count, 'OUT#'))));
    const lanes: readonly (readonly [name: string, act: Act])[] = [
      ['propose', (count, worker) => ours('ProposeItem', count, worker)],
      ['put for propose', puts],
      ['transaction for propose', transactions],
      ['propose, outbox', (count, worker) => outbox('ProposeItem', count, worker)],
      ['submit', (count, worker) => ours('SubmitItem', count, worker)],
      ['put for submit', puts],
      ['propose, asking', (count, worker) => asking('ProposeItem', count, worker)],
      ['submit, asking', (count, worker) => asking('SubmitItem', count, worker)],
    ];
    const rates: Record<string, number[]> = {};
    for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
      for (const [name, act] of lanes) {
        // Each command lane leaves its commits for the lanes after it to write again.
        if (name === 'propose' || name === 'submit') recorded.length = 0;
        const rate = await rateOf(act, round * PER_ROUND);
        if (round >= WARM_UP) rates[name] = [...(rates[name] ?? []), rate];
      }
    }
    return measuresOf(rates);
  } finally {
    await engine.stop();
  }
}

/**
 * Issues commands of an item over a log that holds a school of its own. A warm function takes one request at a time, so
 * every worker is a function with a cache and a log of its own: nothing is shared that functions could not share. It
 * holds all of its items, as a function does whose items are few.
 */
async function commandsOver(openLog: () => Log, recorded: SealedCommit[], trustMs = TRUST_MS) {
  await new District(openLog()).open();
  const functions = Array.from({ length: CONCURRENCY }, () => {
    const log = openLog();
    const kept: Log = {
      read: (stream, after) => log.read(stream, after),
      append: (commit) => {
        recorded.push(commit);
        return log.append(commit);
      },
    };
    return new ItemCommands(kept, new Aggregates(kept, { capacity: 10_000, trustMs }));
  });
  return (type: ItemCommandType, count: number, worker: number) =>
    (functions[worker] as ItemCommands).issue(scope, itemId(count), {
      type,
      data: type === 'ProposeItem' ? CONTENT : {},
      now: new Date().toISOString(),
      actor: { kind: 'person', person: PEOPLE.clerk, organisation: SCHOOL },
      commandId: `${type}-${itemId(count)}`,
      correlation: itemId(count),
      isNew: type === 'ProposeItem',
      // Whoever goes on with an item names the version that they saw (If-Match).
      ...(type === 'SubmitItem' && { expectedVersion: 1 }),
    });
}

/** The `count`-th command's commit; as long as it was, under a key that the bare table does not have yet. */
function commitAt(recorded: readonly SealedCommit[], count: number, prefix = ''): SealedCommit {
  const commit = recorded[count % PER_ROUND];
  if (!commit) throw new Error(`no commit ${count} was recorded`);
  return prefix ? { ...commit, stream: `${prefix}${commit.stream}` as SealedCommit['stream'] } : commit;
}

/** Acts a second. The same worker gets the same counts in every lane, so that it finds the items that it proposed. */
async function rateOf(act: Act, from: number): Promise<number> {
  const start = performance.now();
  const work = async (_: unknown, worker: number) => {
    for (let count = worker; count < PER_ROUND; count += CONCURRENCY) await act(from + count, worker);
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  return (PER_ROUND * 1_000) / (performance.now() - start);
}

function measuresOf(rates: Readonly<Record<string, readonly number[]>>): Measure[] {
  const of = (lane: string) => rates[lane] ?? [];
  const against = (lane: string, yardstick: string) =>
    median(of(lane).map((rate, round) => rate / (of(yardstick)[round] ?? Number.NaN)));
  const rate = (name: string, lane: string, yardstick?: string, limit?: typeof LIMIT) =>
    measure(`commands: ${name}`, median(of(lane)), 'a second', {
      ...(yardstick && { ratio: against(lane, yardstick) }),
      ...(limit && { limit }),
    });
  return [
    rate('bare conditional put of the same commit (propose)', 'put for propose'),
    rate('ProposeItem end to end / bare put', 'propose', 'put for propose', LIMIT),
    rate('bare conditional put of the same commit (submit)', 'put for submit'),
    rate('SubmitItem on an existing item / bare put', 'submit', 'put for submit', LIMIT),
    rate('ProposeItem that asks the record first / bare put', 'propose, asking', 'put for propose'),
    rate('SubmitItem that asks the record first / bare put', 'submit, asking', 'put for submit'),
    rate('bare transaction of a textbook outbox / bare put', 'transaction for propose', 'put for propose'),
    rate('ProposeItem end to end / the same over an outbox', 'propose', 'propose, outbox'),
  ];
}
