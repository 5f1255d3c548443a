import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { carrierSchema } from '../../../domain/display/carrier/schema.ts';
import type { Carriers } from '../../../functions/adapters/carriers/convey.ts';
import {
  approved,
  approvedForOffice,
  content,
  proposed,
  released,
  revised,
} from '../../domain/display/items.ts';
import { FakeApi } from './fakes/api.ts';
import { SCHOOL, World } from './world.ts';

const OA = 'https://oa.example.edu.cn/api/notices';
const FORMS = ['会议', '电子办公系统'];
let world: World;
let office: FakeApi;

beforeEach(async () => {
  world = new World();
  office = await FakeApi.start();
  const member = { id: 'linxiao', name: '林晓', partyMember: true, staff: true };
  world.write('ORGANISATION', SCHOOL.organisation, { type: 'PeopleRegistered', data: { people: [member] } });
  endTls();
});
afterEach(() => office.stop());

/** TLS ends before the receiver, as at most schools; what comes behind is plain HTTP on this machine. */
function endTls(): void {
  const { send, carriers } = world;
  const behind = (url: string) => url.replace(OA, office.url);
  const convey: Carriers['convey'] = (one) => carriers.convey({ ...one, url: behind(one.url) });
  world.carriers = { ...carriers, convey };
  world.send = (webhook) => send({ ...webhook, url: behind(webhook.url) });
}

const particulars = (carrier?: object) => ({
  name: '学校办公系统',
  place: '全体党员',
  url: OA,
  assurance: { person: 'linxiao', membersOnly: true },
  ...(carrier && { carrier: carrierSchema.parse({ kind: 'http-template', ...carrier }) }),
});

const register = (carrier?: object) =>
  world.display('office', 'RegisterDisplay', { ...particulars(carrier), audience: 'party' });

const inParty = (id: string, title: string) =>
  world.write(
    'ITEM',
    id,
    proposed({ title, forms: FORMS, audience: 'party', releasePlan: [{ audience: 'party' }] }),
    approvedForOffice('party'),
    released('party'),
  );
const bodies = () => office.calls.map(({ body }) => JSON.parse(body));
const deliveries = () => world.recorded('DELIVERY').map(({ type }) => type);

describe('an office system by JSON and a token', () => {
  const JSON_WAY = { preset: 'office-json', secrets: { key: 'oa-token-4711' } };

  test('[XH-10] is pushed what is disclosed inside the Party, what became of it, and the log proves each push', async () => {
    await register(JSON_WAY);
    inParty('item-1', '党支部换届情况');
    await world.settle();
    expect(office.last.headers).toMatchObject({
      authorization: 'Bearer oa-token-4711',
      'content-type': 'application/json; charset=utf-8',
    });
    expect(bodies()).toEqual([
      expect.objectContaining({
        id: 'item-1',
        status: 'on-show',
        group: '全体党员',
        title: '党支部换届情况',
        content: expect.stringContaining('张三'),
        url: 'https://gongkai.example.cn/o/dongfang/items/item-1',
      }),
    ]);
    world.write(
      'ITEM',
      'item-1',
      revised({ title: '换届情况（更正）' }),
      approvedForOffice('party'),
      released('party', 2),
    );
    await world.settle();
    expect(bodies().at(-1)).toMatchObject({ id: 'item-1', status: 'on-show', title: '换届情况（更正）' });
    world.write('ITEM', 'item-1', { type: 'ItemExpired', data: { version: 2 } });
    await world.settle();
    expect(bodies().at(-1)).toMatchObject({ id: 'item-1', status: 'expired', group: '全体党员' });
    expect(office.last.body).not.toContain('换届');
    expect(new Set(deliveries())).toEqual(new Set(['DeliveryPlanned', 'DeliverySucceeded']));
    expect(deliveries().filter((type) => type === 'DeliverySucceeded')).toHaveLength(3);
    expect(JSON.stringify([...world.log.streams.values()])).not.toContain('oa-token-4711');
  });

  test('is told nothing of what was approved for a meeting, a page or anybody else', async () => {
    await register(JSON_WAY);
    const item = (id: string, ...events: Parameters<typeof world.write>[2][]) =>
      world.write('ITEM', id, proposed({ named: ['linxiao'] }), ...events);
    item('meeting', approved(), released('party', 1, false));
    item('page', approved('party'), released('party'));
    item('unit', approvedForOffice('party', 'unit'), released('unit'));
    item('public', approvedForOffice('party', 'public'), released('public'));
    item('named', approvedForOffice('named', 'party'), released('named'));
    item('planned', approvedForOffice('party'));
    await world.settle();
    expect(office.calls).toEqual([]);
    inParty('item-1', '党支部换届情况');
    await world.settle();
    expect(bodies().map(({ id }) => id)).toEqual(['item-1']);
  });

  test('gets nothing more once nobody answers for who reads it, and everything when somebody does again', async () => {
    await register(JSON_WAY);
    const left = { id: 'linxiao', name: '林晓', partyMember: false, staff: true };
    world.write('ORGANISATION', SCHOOL.organisation, { type: 'PeopleRegistered', data: { people: [left] } });
    inParty('item-1', '党支部换届情况');
    await world.settle();
    expect(office.calls).toEqual([]);
    const back = { ...left, partyMember: true };
    world.write('ORGANISATION', SCHOOL.organisation, { type: 'PeopleRegistered', data: { people: [back] } });
    await world.display('office', 'ChangeDisplay', particulars(JSON_WAY));
    await world.settle();
    expect(bodies().map(({ id }) => id)).toEqual(['item-1']);
  });

  test('that was away is tried again, and told what is true by then', async () => {
    await register(JSON_WAY);
    office.answer({ status: 503 });
    inParty('item-1', '党支部换届情况');
    await world.settle();
    expect(deliveries()).toEqual(['DeliveryPlanned', 'DeliveryFailed']);
    await world.pass(3_600_000);
    await world.settle();
    expect(deliveries().at(-1)).toBe('DeliverySucceeded');
    expect(bodies()[1]).toEqual(bodies()[0]);
  });
});

test('an office system by a form checks the signature of the body', async () => {
  await register({ preset: 'office-form', secrets: { signing: 'shared' } });
  inParty('item-1', '预算=100&余额=0');
  await world.settle();
  const { headers, body } = office.last;
  expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
  expect(headers['x-signature']).toBe(createHmac('sha256', 'shared').update(body).digest('hex'));
  const fields = Object.fromEntries(new URLSearchParams(body));
  expect(fields).toMatchObject({ id: 'item-1', title: '预算=100&余额=0', group: '全体党员' });
  expect(fields.content).toContain(content().text.slice(0, 3));
});

test('an office system that takes signed messages gets them as a display does', async () => {
  const { secret } = await register();
  inParty('item-1', '党支部换届情况');
  await world.settle();
  expect(office.calls.length).toBeGreaterThan(1);
  const notices = office.calls.map(
    ({ headers, body }) => new Webhook(secret ?? '').verify(body, { ...headers }) as { type: string },
  );
  expect(notices.map(({ type }) => type).toSorted()).toEqual(['display.challenge', 'notice.released']);
});
