import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INSIDE_ONLY, PEOPLE, SCHOOL } from '../../support/school.ts';
import { draft, ok, openSchools, release } from './school.ts';
import { startWorld, type World } from './world.ts';

const items = `/v1/organisations/${SCHOOL}/items`;
const person = PEOPLE.clerk;
let world: World;

beforeAll(async () => {
  world = await startWorld('2026-09-01T00:00:00.000Z');
  await openSchools(world);
}, 60_000);
afterAll(() => world?.stop());

describe('an address', () => {
  it('that is not there is a 404, one that takes another method a 405 that says which', async () => {
    expect((await world.call('GET', '/v1/nothing')).body).toMatchObject({
      status: 404,
      code: 'path-unknown',
    });
    const cases = [
      ['DELETE', items, 'GET, HEAD, POST'],
      ['POST', `/v1/organisations/${SCHOOL}/board`, 'GET, HEAD'],
      ['GET', `${items}/some-item/submission`, 'POST'],
      ['GET', `/v1/organisations/${SCHOOL}/catalogue/rows/b-01`, 'DELETE, PUT'],
      ['PATCH', '/v1/openapi.json', 'GET, HEAD'],
      ['POST', `/v1/organisations/${SCHOOL}/ledgers/2026Q3`, 'GET, HEAD'],
      ['GET', `/v1/organisations/${SCHOOL}/ledgers/2026Q3/waivers`, 'POST'],
      ['POST', `/v1/organisations/${SCHOOL}/calendar/terms`, 'PUT'],
    ] as const;
    for (const [method, path, allow] of cases) {
      const answer = await world.call(method, path, { person });
      expect([path, answer.status, answer.headers.allow]).toEqual([path, 405, allow]);
    }
  });
});

describe('a seat', () => {
  it('may be chosen by those who hold it, and stands in the record', async () => {
    const item = await draft(world);
    const as = (seat: string) =>
      world.call('POST', `${item}/submission`, { person, body: {}, headers: { 'acting-seat': seat } });
    expect((await as('leading-group:head')).body.code).toBe('not-permitted');
    expect((await as('office')).body.errors[0].field).toBe('Acting-Seat');
    expect((await as('office:member')).status).toBe(200);
    const { body } = await world.call('GET', `${item}/record`, { person });
    expect(JSON.parse(body.commits[1].body).by).toEqual({
      kind: 'person',
      person,
      organisation: SCHOOL,
      seat: 'office:member',
      chosen: true,
    });
  });
});

describe('an opinion', () => {
  const opinion = { text: '建议公开明细', speaker: 'parent', channel: 'online' };

  it('left without a name keeps nothing of whoever left it, signed in or not', async () => {
    const item = await draft(world, INSIDE_ONLY);
    await release(world, item);
    const { body } = await ok(world, 'POST', `${item}/feedback`, {
      person: PEOPLE.member,
      body: { ...opinion, from: { kind: 'anonymous' } },
    });
    const [commit] = await world.log.read(`ORG#${SCHOOL}#FEEDBACK#${body.id}` as never);
    expect(commit?.body).not.toContain(PEOPLE.member);
    expect(JSON.parse(commit?.body ?? '').by).toEqual({ kind: 'system', name: 'visitor' });
  });

  it('goes to its owner, who answers it', async () => {
    const item = await draft(world);
    await release(world, item);
    const { headers, body } = await ok(world, 'POST', `${item}/feedback`, {
      body: { ...opinion, from: { kind: 'signed', name: '一位家长' } },
    });
    const feedback = headers.location ?? '';
    expect((await world.call('GET', feedback, { person: PEOPLE.member })).status).toBe(404);
    const owned = await world.call('GET', feedback, { person: PEOPLE.clerk });
    expect(owned.body).toMatchObject({ id: body.id, stage: 'assigned', feedback: { owner: PEOPLE.clerk } });
    const answer = { text: '明细已补充公开。', outcome: 'adopted' };
    expect(
      (await world.call('POST', `${feedback}/answers`, { person: PEOPLE.member, body: answer })).status,
    ).toBe(403);
    await ok(world, 'POST', `${feedback}/answers`, { person: PEOPLE.clerk, body: answer });
  });
});

describe('a mandated row', () => {
  it('cannot be dropped', async () => {
    const answer = await world.call('DELETE', `/v1/organisations/${SCHOOL}/catalogue/rows/b-01`, {
      person: PEOPLE.office,
      body: { reason: '不需要' },
    });
    expect([answer.status, answer.body.code]).toEqual([403, 'row-mandated']);
  });
});
