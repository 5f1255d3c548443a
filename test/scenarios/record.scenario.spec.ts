import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteItemCommand, GetItemCommand, PutItemCommand, paginateScan } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SealedCommit } from '../../domain/kernel/commit.ts';
import { toItem } from '../../functions/adapters/log.ts';
import { DynamoViews } from '../../functions/adapters/views.ts';
import { screensKey } from '../../functions/shell/view-keys.ts';
import { type Connection, localClient } from '../../infra/operate/connection.ts';
import { writeExport } from '../../infra/operate/export-file.ts';
import { rebuildViews } from '../../infra/operate/rebuild.ts';
import { readRecord } from '../../infra/operate/record.ts';
import { verifyFile, verifyOrganisation } from '../../infra/operate/verify.ts';
import { content, DISTRICT, INSIDE_ONLY, PEOPLE, REVIEW, STAFFED } from '../support/school.ts';
import { DAY, World } from './support.ts';

const SCHOOL = 'yunxi';
const SCHOOL_PATH = `/v1/organisations/${SCHOOL}`;

/** The record alone holds everything: lists can be made from it again, and nobody can change it unnoticed. */
describe('the record', () => {
  let world: World;
  let connection: Connection;
  let item: string;
  let folder: string;

  beforeAll(async () => {
    world = await World.start();
    await world.openSchool(SCHOOL, { name: '云溪小学党支部', kind: 'branch', ...STAFFED });
    connection = {
      client: localClient(world.cloud.endpoints.dynamodb),
      logTable: world.cloud.nameOf('LogTable'),
      viewsTable: world.cloud.nameOf('ViewsTable'),
      district: DISTRICT,
    };
    folder = await mkdtemp(join(tmpdir(), 'export-'));
    await live();
  });
  afterAll(async () => {
    connection?.client.destroy();
    await world?.stop();
    await rm(folder, { recursive: true });
  });

  /** Items at every stage, opinions, a display without an address, and days that go by. */
  async function live(): Promise<void> {
    item = await world.disclose(SCHOOL, content({ important: true, showUntil: world.day(20) }));
    await world.disclose(SCHOOL, content(INSIDE_ONLY));
    await world.propose(SCHOOL, content({ title: '还在拟稿的事项' }));
    const submitted = await world.propose(SCHOOL, content({ title: '等待审核的事项' }));
    await world.act(`${submitted}/submission`, PEOPLE.clerk);
    const consulted = await world.propose(SCHOOL, content({ title: '征求意见的事项' }));
    await world.review(consulted);
    const deadline = world.at(DAY);
    await world.act(`${consulted}/consultations`, PEOPLE.office, { members: [PEOPLE.member], deadline });
    const withdrawn = await world.disclose(SCHOOL, content({ title: '撤下的事项' }));
    await world.act(`${withdrawn}/withdrawals`, PEOPLE.clerk, { reason: '内容有误', inError: true });
    const opinion = {
      text: '请公开明细。',
      from: { kind: 'anonymous' },
      speaker: 'parent',
      channel: 'online',
    };
    const left = await world.act(`${item}/feedback`, undefined, opinion);
    await world.act(`${SCHOOL_PATH}/feedback`, undefined, opinion);
    await world.act(`${item}/revisions`, PEOPLE.clerk, {
      content: content({ important: true, title: '修订中的事项' }),
      reason: '回应家长意见。',
      answers: [left.body.id],
    });
    await world.act(`${SCHOOL_PATH}/displays`, PEOPLE.office, { name: '大厅屏', place: '大厅' });
    await world.pass(2 * DAY);
    await world.act(`${consulted}/approvals`, PEOPLE.head);
    const returned = await world.propose(SCHOOL, content({ title: '退回的事项' }));
    await world.act(`${returned}/submission`, PEOPLE.clerk);
    const no = { ...REVIEW, secrecy: { clear: false, note: '涉及未公开的数据。' } };
    await world.act(`${returned}/reviews`, PEOPLE.office, no);
    // Somebody else takes over the office while work waits for it.
    const seat = { body: 'office', position: 'head' };
    await world.act(`${SCHOOL_PATH}/seat-vacancies`, PEOPLE.districtOffice, {
      ...seat,
      person: PEOPLE.office,
      until: world.day(0),
    });
    await world.act(`${SCHOOL_PATH}/seats`, PEOPLE.districtOffice, {
      ...seat,
      person: PEOPLE.member,
      from: world.day(0),
    });
    // Over half past eight in the morning, when the day is sealed.
    await world.pass(DAY);
  }

  async function allViews(): Promise<string[]> {
    const rows: string[] = [];
    const pages = paginateScan({ client: connection.client }, { TableName: connection.viewsTable });
    for await (const { Items = [] } of pages) {
      // What is still to be sealed is no view: nothing of it is dropped.
      for (const row of Items.filter(({ pk }) => !pk?.S?.endsWith('#CHANGES'))) {
        rows.push(JSON.stringify(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1))));
      }
    }
    return rows.toSorted();
  }

  it('verifies, for the school and for the district', async () => {
    const school = await verifyOrganisation(connection, SCHOOL);
    expect(school).toMatchObject({ faults: [], unsealed: 0, last: { day: world.day(0) } });
    expect(school.anchored).toEqual(school.last);
    expect(school.streams).toBeGreaterThan(10);
    expect(school.commits).toBeGreaterThan(40);
    expect((await verifyOrganisation(connection, DISTRICT)).faults).toEqual([]);
  });

  it('verifies offline from an export, against a hash that was published', async () => {
    const { body } = await world.ok('GET', `${SCHOOL_PATH}/seals`);
    const file = join(folder, 'school.jsonl');
    await writeExport(file, await readRecord(connection, SCHOOL), world.at(0));
    expect(await verifyFile(file)).toEqual(await verifyOrganisation(connection, SCHOOL));
    const verify = (...args: string[]) =>
      spawnSync(process.execPath, ['infra/operate/verify.ts', '--file', file, ...args], { encoding: 'utf8' });
    const kept = verify('--kept', body.seals[0].hash);
    expect(kept).toMatchObject({ status: 0, stderr: '' });
    expect(kept.stdout).toContain(body.seals[0].hash);
    for (const other of ['another-hash', '-begins-with-a-dash'])
      expect(verify('--kept', other)).toMatchObject({
        status: 1,
        stderr: expect.not.stringContaining('--kept'),
      });
    await truncate(file, (await stat(file)).size - 10);
    expect(verify().stderr).toContain('文件不完整');
  });

  it('shows the end of a stream that was cut off, and a stream that was taken away', async () => {
    const { client, logTable } = connection;
    const { commits } = await readRecord(connection, SCHOOL);
    const isItem = ({ stream }: { stream: string }) => stream.endsWith(`#${item.split('/').at(-1)}`);
    const of = ({ stream, version }: SealedCommit) => ({
      stream: { S: stream },
      version: { N: String(version) },
    });
    const chain = commits.filter(isItem);
    for (const tail of [chain.slice(-1), chain]) {
      for (const each of tail)
        await client.send(new DeleteItemCommand({ TableName: logTable, Key: of(each) }));
      const { faults } = await verifyOrganisation(connection, SCHOOL);
      expect(faults).toContainEqual({
        stream: chain[0]?.stream,
        version: chain.length,
        fault: 'sealed-but-missing',
      });
      for (const each of tail)
        await client.send(new PutItemCommand({ TableName: logTable, Item: toItem(each) }));
    }
    expect((await verifyOrganisation(connection, SCHOOL)).faults).toEqual([]);
  });

  it('gives byte-equal views when all of them are dropped and made again, and keeps the heartbeats of screens', async () => {
    const heartbeat = { pk: screensKey(DISTRICT), sk: `${SCHOOL}#gate`, version: 1, card: {} };
    await new DynamoViews(connection.client, connection.viewsTable).put(heartbeat);
    const before = await allViews();
    expect(before.length).toBeGreaterThan(10);
    const { dropped } = await rebuildViews(connection);
    const unrecorded = before.filter((row) => /#(SCREENS|RATES)"/.test(row));
    expect(dropped).toBe(before.length - unrecorded.length);
    expect(await allViews()).toEqual(before);
    await world.cloud.idle();
    expect(await allViews()).toEqual(before);
    expect((await world.ok('GET', item)).body.shown.number).toBe(1);
  });

  it('shows a row that was put over by hand', async () => {
    const stream = `ORG#${SCHOOL}#ITEM#${item.split('/').at(-1)}`;
    const { client, logTable } = connection;
    const Key = { stream: { S: stream }, version: { N: '2' } };
    const { Item } = await client.send(new GetItemCommand({ TableName: logTable, Key }));
    const body = Item?.body?.S?.replace(PEOPLE.clerk, PEOPLE.member) ?? '';
    expect(body).toContain(PEOPLE.member);
    await client.send(
      new PutItemCommand({ TableName: logTable, Item: { ...Item, ...Key, body: { S: body } } }),
    );
    const { faults } = await verifyOrganisation(connection, SCHOOL);
    expect(faults).toEqual([{ stream, version: 2, fault: 'hash-mismatch' }]);
    expect((await verifyOrganisation(connection, DISTRICT)).faults).toEqual([]);
  });
});
