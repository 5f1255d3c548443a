import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SealedCommit } from '../../../domain/kernel/commit.ts';
import { sealCommit } from '../../../domain/kernel/commit.ts';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { instantOf } from '../../../domain/kernel/time.ts';
import { DynamoLog, type Log } from '../../../functions/adapters/log.ts';
import { MemoryLog } from '../../../functions/adapters/memory-log.ts';
import { DynamoPace, type Pace } from '../../../functions/adapters/pace.ts';
import { DynamoViews, type ViewRow, type Views } from '../../../functions/adapters/views.ts';
import { dynamoDbLocal, dynoxide, type Engine, whyNoDynamoDbLocal } from './engines.ts';
import { createTables } from './tables.ts';

const scope = new OrgScope('dongfang');
const newStream = () => scope.stream('ITEM', randomUUID());

function commitOn(stream: ReturnType<typeof newStream>, version: number, text = 'x'): SealedCommit {
  return sealCommit(stream, version, version === 1 ? '' : 'previous', {
    at: '2026-09-01T00:00:00.000Z',
    by: { kind: 'system', name: 'test' },
    command: `command-${version}`,
    correlation: 'test',
    events: [{ type: 'Tested', data: { text } }],
  });
}

const noJava = whyNoDynamoDbLocal();
if (noJava) console.warn(`skipped: the stores on Amazon's DynamoDB Local, since ${noJava}`);

logContract('in memory', async () => ({ log: new MemoryLog(), stop: async () => {} }));
for (const [name, start, skipped] of [
  ['on Dynoxide', dynoxide, false],
  ["on Amazon's DynamoDB Local", dynamoDbLocal, noJava !== undefined],
] as const) {
  describe.skipIf(skipped)(name, () => {
    let engine: Engine;
    let made: { log: Log; views: Views; paces: readonly Pace[] };
    beforeAll(async () => {
      engine = await start();
      const tables = await createTables(engine.client);
      made = {
        log: new DynamoLog(engine.client, tables.log),
        views: new DynamoViews(engine.client, tables.views),
        paces: [1, 2, 3].map(() => new DynamoPace(engine.client, tables.views)),
      };
    }, 60_000);
    afterAll(() => engine?.stop());
    logCases(() => made.log);
    viewCases(() => made.views);
    paceCases(() => made.paces);
  });
}

function logContract(name: string, start: () => Promise<{ log: Log; stop(): Promise<void> }>): void {
  describe(name, () => {
    let made: Awaited<ReturnType<typeof start>>;
    beforeAll(async () => {
      made = await start();
    });
    logCases(() => made.log);
  });
}

function logCases(log: () => Log): void {
  describe('the record', () => {
    it('gives back what was appended, byte for byte, in version order', async () => {
      const stream = newStream();
      const commits = [1, 2, 3].map((version) => commitOn(stream, version, '党务公开\n“引号”\u{1F4E2}'));
      for (const commit of commits) expect(await log().append(commit)).toBe('appended');
      expect(await log().read(stream)).toEqual(commits);
    });

    it('reads only what comes after a version', async () => {
      const stream = newStream();
      for (const version of [1, 2, 3]) await log().append(commitOn(stream, version));
      expect((await log().read(stream, 1)).map((commit) => commit.version)).toEqual([2, 3]);
      expect(await log().read(stream, 3)).toEqual([]);
    });

    it('sees in one read of many streams which of them have grown, and by what', async () => {
      const streams = Array.from({ length: 120 }, newStream);
      const unborn = newStream();
      await Promise.all(streams.map((stream) => log().append(commitOn(stream, 1))));
      const grown = [3, 110].map((index) => streams[index] as (typeof streams)[number]);
      for (const stream of grown) {
        for (const version of [2, 3]) await log().append(commitOn(stream, version));
      }
      const tails = await Promise.all([
        ...streams.map((stream) => log().read(stream, 1)),
        log().read(unborn),
      ]);
      expect(tails.flat()).toEqual(
        grown.flatMap((stream) => [2, 3].map((version) => commitOn(stream, version))),
      );
    }, 20_000);

    it('sees in such a read whatever was appended before it', async () => {
      const streams = Array.from({ length: 4 }, newStream);
      const appendTo = (stream: (typeof streams)[number], version: number) =>
        log().append(commitOn(stream, version));
      await Promise.all(streams.map((stream) => appendTo(stream, 1)));
      for (let version = 2; version <= 5; version += 1) {
        const last = streams[version % streams.length] as (typeof streams)[number];
        await appendTo(last, (await log().read(last)).length + 1);
        const tails = await Promise.all(streams.map((stream) => log().read(stream, 1)));
        expect(tails.flat()).toHaveLength(version - 1);
      }
    });

    it('never overwrites: the second commit of a version finds it taken', async () => {
      const stream = newStream();
      expect(await log().append(commitOn(stream, 1, 'first'))).toBe('appended');
      expect(await log().append(commitOn(stream, 1, 'second'))).toBe('taken');
      expect(await log().read(stream)).toEqual([commitOn(stream, 1, 'first')]);
    });

    it('lets one of many at the same version win', async () => {
      const stream = newStream();
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, n) => log().append(commitOn(stream, 1, `writer ${n}`))),
      );
      expect(answers.filter((answer) => answer === 'appended')).toHaveLength(1);
      expect(await log().read(stream)).toHaveLength(1);
    });

    it('keeps streams apart whose names begin alike', async () => {
      const [short, long] = [scope.stream('ITEM', 'prefix-1'), scope.stream('ITEM', 'prefix-12')];
      await log().append(commitOn(long, 1));
      expect(await log().read(short)).toEqual([]);
    });

    it('reads a stream that is longer than one page of the engine', async () => {
      const stream = newStream();
      const text = 'x'.repeat(250_000);
      for (let version = 1; version <= 6; version += 1) await log().append(commitOn(stream, version, text));
      expect((await log().read(stream)).map((commit) => commit.version)).toEqual([1, 2, 3, 4, 5, 6]);
    }, 20_000);
  });
}

function viewCases(views: () => Views): void {
  const row = (pk: string, sk: string, version = 1, rest: Partial<ViewRow> = {}): ViewRow => ({
    pk,
    sk,
    version,
    card: { title: `第 ${version} 版` },
    ...rest,
  });
  const onBoard = (key: string, sk: string, sort: string) => row(`P-${key}`, sk, 1, { board: { key, sort } });

  describe('the views', () => {
    it('keep the newest version, whatever the order of writing', async () => {
      expect(await views().put(row('A', 'one', 2))).toBe(true);
      expect(await views().put(row('A', 'one', 1))).toBe(false);
      expect(await views().put(row('A', 'one', 2))).toBe(false);
      expect(await views().put(row('A', 'one', 3))).toBe(true);
      expect(await views().get('A', 'one')).toEqual(row('A', 'one', 3));
      expect(await views().get('A', 'none')).toBeUndefined();
    });

    it('tell which of many rows are missing', async () => {
      const rows = Array.from({ length: 130 }, (_, index) => ({
        pk: 'M',
        sk: `m-${index}`,
        version: 1,
        card: {},
      }));
      const some = rows.filter((_, index) => index % 3 === 0);
      await Promise.all(some.map((row) => views().put(row)));
      expect(await views().missing(rows)).toEqual(rows.filter((row) => !some.includes(row)));
    });

    it('list one partition page by page and lose nothing', async () => {
      const ids = Array.from({ length: 7 }, (_, n) => `id-${n}`);
      for (const id of ids) await views().put(row('B', id));
      await views().put(row('B2', 'other'));
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await views().list('B', { limit: 3, after });
        seen.push(...page.rows.map(({ sk }) => sk));
        after = page.next;
      } while (after !== undefined);
      expect(seen).toEqual(ids);
    });

    it('list the rows under a prefix, and end with it', async () => {
      for (const sk of ['a#1', 'a#2', 'a#3', 'ab#1', 'b#1']) await views().put(row('C', sk));
      const first = await views().list('C', { limit: 2, prefix: 'a#' });
      expect(first.rows.map(({ sk }) => sk)).toEqual(['a#1', 'a#2']);
      const second = await views().list('C', { limit: 2, prefix: 'a#', after: first.next });
      expect(second.rows.map(({ sk }) => sk)).toEqual(['a#3']);
      expect(second.next).toBeUndefined();
    });

    it('list a partition newest first, and give back when a row may be forgotten', async () => {
      const expiresAt = '2026-10-01T00:00:00.000Z';
      for (const sk of ['1', '2', '3']) await views().put(row('N', sk, 1, { expiresAt }));
      const first = await views().list('N', { limit: 2, newestFirst: true });
      expect(first.rows.map(({ sk }) => sk)).toEqual(['3', '2']);
      const rest = await views().list('N', { limit: 2, newestFirst: true, after: first.next });
      expect(rest.rows).toEqual([row('N', '1', 1, { expiresAt })]);
    });

    it('list an index newest first, from any cursor on', async () => {
      for (const n of [1, 2, 3, 4, 5])
        await views().put(onBoard('D', `item-${n}`, `2026-09-0${n}#item-${n}`));
      const first = await views().listIndex('board', 'D', { limit: 2, newestFirst: true });
      expect(first.rows.map(({ sk }) => sk)).toEqual(['item-5', 'item-4']);
      const rest = await views().listIndex('board', 'D', { limit: 9, newestFirst: true, after: first.next });
      expect(rest.rows.map(({ sk }) => sk)).toEqual(['item-3', 'item-2', 'item-1']);
      expect(rest.rows[0]).toEqual(onBoard('D', 'item-3', '2026-09-03#item-3'));
    });

    it('list the rows of an index under a prefix, and end with it', async () => {
      for (const sort of ['a#1', 'a#2', 'a#3', 'ab#1', 'b#1'])
        await views().put(row('P-I', sort, 1, { desk: { key: 'I', sort } }));
      const first = await views().listIndex('desk', 'I', { limit: 2, prefix: 'a#' });
      expect(first.rows.map(({ sk }) => sk)).toEqual(['a#1', 'a#2']);
      const second = await views().listIndex('desk', 'I', { limit: 2, prefix: 'a#', after: first.next });
      expect(second.rows.map(({ sk }) => sk)).toEqual(['a#3']);
      expect(second.next).toBeUndefined();
      expect((await views().listIndex('desk', 'I', { limit: 9 })).rows).toHaveLength(5);
    });

    it('take a row out of an index when it loses the key', async () => {
      await views().put(onBoard('E', 'item', '2026#item'));
      await views().put(row('P-E', 'item', 2));
      expect((await views().listIndex('board', 'E', { limit: 9 })).rows).toEqual([]);
    });

    it('refuse a cursor that cannot have come from them, and never leave the partition', async () => {
      await views().put(onBoard('F', 'secret', '2026-01-01#secret'));
      for (const after of ['', '*', '%00', 'a=b', `${'x'.repeat(400)}`]) {
        await expect(views().listIndex('board', 'G', { limit: 9, after })).rejects.toMatchObject({
          code: 'cursor-malformed',
        });
      }
      const forged = Buffer.from('0').toString('base64url');
      expect((await views().listIndex('board', 'G', { limit: 9, after: forged })).rows).toEqual([]);
    });

    it('say what is due in a shard, up to the very instant, oldest first', async () => {
      const due = (at: string, id: string) =>
        row('H', id, 1, { due: { shard: 'DUE#0', at: `${at}#ORG#dongfang#ITEM#${id}` } });
      await views().put(due('2026-09-02T00:00:00.000Z', 'second'));
      await views().put(due('2026-09-01T00:00:00.000Z', 'first'));
      await views().put(due('2026-09-02T00:00:00.001Z', 'later'));
      const found = await Array.fromAsync(views().due('DUE#0', '2026-09-02T00:00:00.000Z'));
      expect(found).toEqual([
        { at: '2026-09-01T00:00:00.000Z', stream: 'ORG#dongfang#ITEM#first' },
        { at: '2026-09-02T00:00:00.000Z', stream: 'ORG#dongfang#ITEM#second' },
      ]);
    });
  });
}

/** @param paces of senders that run at the same time */
function paceCases(paces: () => readonly Pace[]): void {
  describe('the pace of sending', () => {
    const now = '2026-09-01T00:00:00.000Z';
    const seconds = (count: number) => instantOf(Date.parse(now) + count * 1_000);
    const draw = (display: string, count: number, at = now) =>
      Promise.all(
        Array.from({ length: count }, (_, index) => paces()[index % 3]?.turn(scope, display, 3, at) ?? ''),
      );

    it('gives each of those who draw at the same time a place of its own', async () => {
      const turns = (await draw('gate', 7)).toSorted();
      expect(turns).toEqual([now, now, now, seconds(20), seconds(40), seconds(60), seconds(80)]);
    });

    it('fills as time goes by, and is another for another display', async () => {
      await draw('hall', 4);
      expect(await draw('library', 1)).toEqual([now]);
      expect((await draw('hall', 2, seconds(40))).toSorted()).toEqual([seconds(40), seconds(60)]);
      expect(await draw('hall', 3, seconds(600))).toEqual(Array(3).fill(seconds(600)));
    });
  });
}
