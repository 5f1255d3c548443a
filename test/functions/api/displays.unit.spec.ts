import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../../domain/display/delivery-commands.ts';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { plusDays } from '../../../domain/kernel/time.ts';
import { Aggregates } from '../../../functions/shell/aggregates.ts';
import { Deliveries, type DeliveryRequest } from '../../../functions/shell/deliveries.ts';
import { PEOPLE, SCHOOL } from '../../support/school.ts';
import { draft, ok, openSchools, release } from './school.ts';
import { startWorld, type World } from './world.ts';

const displays = `/v1/organisations/${SCHOOL}/displays`;
const TOKEN = 'not-for-everybody';
let world: World;
let gate: string;
const items: string[] = [];

beforeAll(async () => {
  world = await startWorld('2026-09-01T00:00:00.000Z');
  await openSchools(world);
  const body = {
    name: '校门口屏',
    place: '校门口',
    url: `https://screens.example.cn/in?key=${TOKEN}`,
    audience: 'public',
    headers: { 'X-School': TOKEN },
  };
  gate = (await ok(world, 'POST', displays, { person: PEOPLE.office, body })).body.id;
  await ok(world, 'POST', displays, { person: PEOPLE.office, body: { name: '展板', place: '走廊' } });
  for (const [day, answer] of ANSWERS.entries()) {
    const item = await draft(world);
    await release(world, item);
    items.push(item.split('/').at(-1) ?? '');
    await told(items.at(-1) ?? '', plusDays(world.now, day), answer);
  }
}, 60_000);
afterAll(() => world?.stop());

/** What the display says to each notice, in this order; nothing to the last. */
const ANSWERS: readonly (Answer | undefined)[] = [
  { status: 204, excerpt: 'thank you' },
  { status: 503, excerpt: 'no disk' },
  { failure: 'timeout' },
  { status: 200 },
  undefined,
];

/** The notice of an item, planned and attempted. */
async function told(item: string, time: string, answer: Answer | undefined): Promise<void> {
  const scope = new OrgScope(SCHOOL);
  const deliveries = new Deliveries(world.log, new Aggregates(world.log));
  const issue = (type: DeliveryRequest['type'], data: object) =>
    deliveries.issue(scope, {
      display: gate,
      item,
      type,
      data: data as DeliveryRequest['data'],
      actor: { kind: 'system', name: 'test' },
      event: {
        id: `${type}-${item}`,
        type: 'ItemReleased',
        version: 1,
        organisation: SCHOOL,
        stream: `ORG#${SCHOOL}#ITEM#${item}`,
        streamVersion: 1,
        time,
        correlation: 'test',
      },
    });
  await issue('PlanDelivery', { display: gate, item, onShow: true, revision: 1, content: 'digest' });
  if (answer) await issue('RecordAttempt', { revision: 1, attempt: 1, answer, durationMs: 12 });
}

const get = (path: string, person?: string) => world.call('GET', path, { person });

describe('displays', () => {
  it('are listed for officials, with no more of an address than its origin', async () => {
    const answer = await get(displays, PEOPLE.clerk);
    expect(answer.body.displays).toHaveLength(2);
    expect(answer.body.displays).toContainEqual({
      id: gate,
      name: '校门口屏',
      place: '校门口',
      audience: 'public',
      active: true,
      receiver: 'https://screens.example.cn',
      verified: false,
      challenge: { number: 1, requestedAt: '2026-09-01T00:00:00.000Z' },
      perMinute: 30,
      headerNames: ['x-school'],
    });
    expect(answer.text).not.toMatch(new RegExp(`${TOKEN}|whsec_|keyVersion`));
  });

  it('and what they were told are nobody else’s business', async () => {
    for (const path of [displays, `${displays}/${gate}/deliveries`]) {
      expect((await get(path)).status).toBe(401);
      for (const person of [PEOPLE.teacher, PEOPLE.member, PEOPLE.otherHead, PEOPLE.passerBy]) {
        expect((await get(path, person)).body.code, `${path} ${person}`).toBe('not-found');
      }
      expect((await get(path, PEOPLE.districtHead)).status).toBe(200);
    }
  });
});

describe('deliveries', () => {
  const list = (query = '') => get(`${displays}/${gate}/deliveries${query}`, PEOPLE.office);
  const itemsOf = (answer: { body: { deliveries: { item: string }[] } }) =>
    answer.body.deliveries.map(({ item }) => item);

  it('come last planned first, with how they went', async () => {
    const answer = await list();
    expect(itemsOf(answer)).toEqual(items.toReversed());
    expect(answer.body.deliveries[2]).toMatchObject({
      type: 'notice.released',
      status: 'pending',
      attempts: 1,
      attemptedAt: '2026-09-03T00:00:00.000Z',
      lastAnswer: { failure: 'timeout' },
      nextAttemptAt: expect.any(String),
      title: expect.stringContaining('教职工代表大会'),
    });
    expect(answer.text).not.toContain(TOKEN);
  });

  it('come in pages that hold each of them once', async () => {
    const seen: string[] = [];
    let after = '';
    do {
      const answer = await list(`?limit=2${after}`);
      expect(itemsOf(answer).length).toBeLessThanOrEqual(2);
      seen.push(...itemsOf(answer));
      after = answer.body.next ? `&after=${answer.body.next}` : '';
    } while (after);
    expect(seen).toEqual(items.toReversed());
  });

  it('are filtered by state, over pages too', async () => {
    expect(itemsOf(await list('?state=succeeded'))).toEqual([items[3], items[0]]);
    const first = await list('?state=succeeded&limit=1');
    expect(itemsOf(first)).toEqual([items[3]]);
    expect(itemsOf(await list(`?state=succeeded&limit=1&after=${first.body.next}`))).toEqual([items[0]]);
    expect(itemsOf(await list('?state=exhausted'))).toEqual([]);
    expect((await list('?state=lost')).status).toBe(400);
  });

  it('of a display that is not there are not found', async () => {
    expect((await get(`${displays}/no-such-display/deliveries`, PEOPLE.office)).status).toBe(404);
  });
});

describe('attempts', () => {
  const list = (query = '') => get(`${displays}/${gate}/attempts${query}`, PEOPLE.office);
  const statusesOf = (answer: { body: { attempts: { answer: { status?: number; failure?: string } }[] } }) =>
    answer.body.attempts.map(({ answer: { status, failure } }) => status ?? failure);

  it('come last sent first, with what was answered and how long it took', async () => {
    const answer = await list();
    expect(statusesOf(answer)).toEqual([200, 'timeout', 503, 204]);
    expect(answer.body.attempts[2]).toEqual({
      kind: 'notice',
      number: 1,
      at: '2026-09-02T00:00:00.000Z',
      outcome: 'failed',
      answer: { status: 503, excerpt: 'no disk' },
      durationMs: 12,
      notice: {
        item: items[1],
        type: 'notice.released',
        revision: 1,
        title: expect.stringContaining('教职工代表大会'),
      },
    });
    expect(answer.text).not.toContain(TOKEN);
  });

  it('are filtered by outcome, kind, type and time', async () => {
    expect(statusesOf(await list('?outcome=failed'))).toEqual(['timeout', 503]);
    expect(statusesOf(await list('?outcome=succeeded&since=2026-09-02T08:00:00%2B08:00'))).toEqual([200]);
    expect(statusesOf(await list('?kind=resend'))).toEqual([]);
    expect(statusesOf(await list('?type=notice.released'))).toHaveLength(4);
    expect(statusesOf(await list('?type=notice.withdrawn'))).toEqual([]);
    const first = await list('?outcome=failed&limit=1');
    expect(statusesOf(await list(`?outcome=failed&limit=1&after=${first.body.next}`))).toEqual([503]);
    expect((await list('?outcome=lost')).status).toBe(400);
    expect((await list('?since=yesterday')).status).toBe(400);
  });

  it('are nobody else’s business', async () => {
    const path = `${displays}/${gate}/attempts`;
    expect((await get(path)).status).toBe(401);
    for (const person of [PEOPLE.teacher, PEOPLE.member, PEOPLE.otherHead]) {
      expect((await get(path, person)).body.code).toBe('not-found');
    }
  });

  it('are shown for thirty days', async () => {
    const then = world.now;
    world.now = '2026-10-02T12:00:00.000Z';
    expect(statusesOf(await list())).toEqual([200, 'timeout']);
    world.now = then;
  });
});

describe('messages on request', () => {
  const post = (path: string, person: string, body: object = {}) =>
    world.call('POST', `${displays}/${gate}/${path}`, { person, body });
  const REQUESTS = ['tests', 'resynchronisations', 'challenges'] as const;

  it('are for those who keep displays', async () => {
    const range = { since: '2026-09-01T00:00:00Z' };
    for (const person of [PEOPLE.teacher, PEOPLE.otherHead]) {
      for (const path of REQUESTS) expect((await post(path, person)).status, path).toBe(403);
      expect((await post('resends', person, range)).status).toBe(403);
      expect((await post(`deliveries/${items[0]}/resends`, person)).status).toBe(403);
    }
    for (const path of ['tests', 'resynchronisations']) {
      expect((await post(path, PEOPLE.office)).status, path).toBe(200);
    }
    expect((await post('resends', PEOPLE.office, range)).status).toBe(200);
    expect((await post(`deliveries/${items[0]}/resends`, PEOPLE.office)).status).toBe(200);
  });

  it('are refused where there is nothing to send', async () => {
    expect((await post('deliveries/no-such-item/resends', PEOPLE.office)).body.code).toBe('delivery-unknown');
    const backwards = { since: '2026-09-02T00:00:00Z', until: '2026-09-01T00:00:00Z' };
    expect((await post('resends', PEOPLE.office, backwards)).body.code).toBe('range-empty');
    expect((await post('resends', PEOPLE.office)).status).toBe(400);
  });
});

describe('an office system', () => {
  const office = {
    name: '学校办公系统',
    place: '全体党员',
    audience: 'party',
    url: 'https://oa.example.cn/in',
  };
  const register = (more: object = {}) =>
    world.call('POST', displays, { person: PEOPLE.office, body: { ...office, ...more } });

  it('takes somebody who answers for its readers, named in the list of displays', async () => {
    const refused = await register();
    expect([refused.status, refused.body.code]).toEqual([422, 'assurance-missing']);
    const teacher = await register({ assurance: { person: PEOPLE.teacher, membersOnly: true } });
    expect([teacher.status, teacher.body.code]).toEqual([422, 'assurer-not-member']);
    expect(await get(displays, PEOPLE.office)).toMatchObject({ body: { displays: { length: 2 } } });

    const assurance = { person: PEOPLE.member, membersOnly: true };
    const { status, body } = await register({ assurance });
    expect([status, body.secret]).toEqual([201, expect.stringMatching(/^whsec_/)]);
    const listed = await get(displays, PEOPLE.office);
    expect(listed.body.displays).toContainEqual(
      expect.objectContaining({ id: body.id, audience: 'party', place: '全体党员', assurance }),
    );
  });
});
