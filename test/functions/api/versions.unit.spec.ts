import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { content, PEOPLE, SCHOOL } from '../../support/school.ts';
import { draft, ok, openSchools } from './school.ts';
import { startWorld, type World } from './world.ts';

const items = `/v1/organisations/${SCHOOL}/items`;
const person = PEOPLE.clerk;
let world: World;

beforeAll(async () => {
  world = await startWorld('2026-09-01T00:00:00.000Z');
  await openSchools(world);
}, 60_000);
afterAll(() => world?.stop());

describe('If-Match', () => {
  it('lets a command through that knows the version, and answers with the next one', async () => {
    const item = await draft(world);
    const { headers } = await world.call('GET', item, { person });
    expect(headers.etag).toBe('"1"');
    const answer = await ok(world, 'PUT', `${item}/draft`, {
      person,
      body: content({ title: '改过的标题' }),
      headers: { 'if-match': '"1"' },
    });
    expect(answer.headers.etag).toBe('"2"');
    expect(answer.body).toMatchObject({ version: 2, stage: 'drafted', repeated: false });
  });

  it('refuses a stale version with the current one, and writes nothing', async () => {
    const item = await draft(world);
    await ok(world, 'PUT', `${item}/draft`, { person, body: content({ title: '第二稿' }) });
    const before = await world.commits();
    const answer = await world.call('PUT', `${item}/draft`, {
      person,
      body: content({ title: '晚到的一稿' }),
      headers: { 'if-match': '"1"' },
    });
    expect(answer.status).toBe(412);
    expect(answer.body).toMatchObject({ code: 'version-conflict', currentVersion: 2 });
    expect(await world.commits()).toBe(before);
  });

  it('lets one of many concurrent editors through', async () => {
    const item = await draft(world);
    const answers = await Promise.all(
      [1, 2, 3, 4].map((n) =>
        world.call('PUT', `${item}/draft`, {
          person,
          body: content({ title: `第 ${n} 人的修改` }),
          headers: { 'if-match': '"1"' },
        }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
  });

  it('must be one version in quotes', async () => {
    const item = await draft(world);
    for (const header of ['1', 'W/"1"', '*', '"x"', '"1", "2"', '"-1"', '"99999999999999999999"']) {
      const before = await world.commits();
      const answer = await world.call('POST', `${item}/submission`, {
        person,
        body: {},
        headers: { 'if-match': header },
      });
      expect([answer.status, answer.body.errors?.[0]?.field]).toEqual([400, 'If-Match']);
      expect(await world.commits()).toBe(before);
    }
  });
});

describe('Idempotency-Key', () => {
  const send = (key: string, changes: object = {}) =>
    world.call('POST', items, { person, body: content(changes), headers: { 'idempotency-key': key } });

  it('makes a repeat reach the same item and change nothing', async () => {
    const first = await send('propose-0001');
    const before = await world.commits();
    const again = await send('propose-0001');
    expect(await world.commits()).toBe(before);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.headers.location).toBe(first.headers.location);
    expect(again.body).toEqual({ ...first.body, repeated: true });
  });

  it('of another request is a conflict', async () => {
    await send('propose-0002');
    const before = await world.commits();
    const answer = await send('propose-0002', { title: '另一件事' });
    expect([answer.status, answer.body.code]).toEqual([409, 'key-reused']);
    expect(await world.commits()).toBe(before);
  });

  it('sent many times at once creates one item', async () => {
    const before = await world.commits();
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => send('propose-0003')));
    expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(1);
    expect(await world.commits()).toBe(before + 1);
  });

  it('is answered the same when the item has moved on since', async () => {
    const { headers } = await send('propose-0004');
    const item = headers.location ?? '';
    const submit = () =>
      world.call('POST', `${item}/submission`, {
        person,
        body: {},
        headers: { 'idempotency-key': 'submit-00004', 'if-match': '"1"' },
      });
    const first = await submit();
    await ok(world, 'POST', `${item}/returns`, { person: PEOPLE.office, body: { reason: '请补充' } });
    const again = await submit();
    expect([again.status, again.body.version, again.body.repeated]).toEqual([200, first.body.version, true]);
  });

  it('must be 8 to 64 visible characters', async () => {
    for (const key of ['short', 'x'.repeat(65), 'has a space in it']) {
      const before = await world.commits();
      const answer = await send(key);
      expect([answer.status, answer.body.errors?.[0]?.field]).toEqual([400, 'Idempotency-Key']);
      expect(await world.commits()).toBe(before);
    }
  });
});
