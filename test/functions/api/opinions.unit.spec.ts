import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INSIDE_ONLY, PEOPLE, SCHOOL } from '../../support/school.ts';
import { draft, ok, openSchools, release } from './school.ts';
import { startWorld, type World } from './world.ts';

const FEEDBACK = `/v1/organisations/${SCHOOL}/feedback`;
const WORDS = { text: '建议公开明细。', from: { kind: 'anonymous' }, speaker: 'parent', channel: 'online' };

let world: World;
let item: string;
beforeAll(async () => {
  world = await startWorld('2026-09-01T01:00:00.000Z');
  await openSchools(world);
  item = await draft(world);
  await release(world, item);
}, 60_000);
afterAll(() => world?.stop());

describe('an opinion through the API', () => {
  it('[HZ-46] gives its receipt to whoever leaves it, and takes a further word for it alone', async () => {
    const key = { 'idempotency-key': 'opinion-key-1' };
    const leave = () => world.call('POST', `${item}/feedback`, { body: WORDS, headers: key });
    const left = await leave();
    expect([left.status, left.body.receipt]).toEqual([201, expect.stringMatching(/^\w{4}(-\w{4}){3}$/)]);
    expect((await leave()).body).toMatchObject({
      id: left.body.id,
      receipt: left.body.receipt,
      repeated: true,
    });
    const add = (receipt?: string) =>
      world.call('POST', `${FEEDBACK}/${left.body.id}/additions`, {
        body: { text: '还有一处。' },
        headers: receipt === undefined ? {} : { 'receipt-code': receipt },
      });
    expect((await add()).status).toBe(401);
    expect((await add('0000-0000-0000-0000')).status).toBe(401);
    expect((await add(left.body.receipt)).status).toBe(200);
    const read = await ok(world, 'GET', `${FEEDBACK}/${left.body.id}`, { person: PEOPLE.office });
    expect(read.body.feedback.additions).toMatchObject([{ text: '还有一处。' }]);
    expect(JSON.stringify(read.body)).not.toContain(left.body.receipt);
  });

  it('[JX-21] is a call that was assigned with a day, and goes up the ladder when the day has gone by', async () => {
    const atOnce = { kind: 'assigned', owner: PEOPLE.member, dueOn: '2026-09-03' };
    const body = { ...WORDS, channel: 'phone', atOnce };
    const call = await ok(world, 'POST', FEEDBACK, { person: PEOPLE.clerk, body });
    const read = () => ok(world, 'GET', `${FEEDBACK}/${call.body.id}`, { person: PEOPLE.office });
    expect((await read()).body.feedback).toMatchObject({ owner: PEOPLE.member, dueOn: '2026-09-03' });
    await world.wake('2026-09-04T00:30:00.000Z');
    await world.wake('2026-09-07T00:30:00.000Z');
    expect((await read()).body.feedback).toMatchObject({
      overdue: true,
      climbs: { answer: { spoken: 'T+2' } },
    });
    const none = { ...WORDS, channel: 'phone' };
    const refused = await world.call('POST', FEEDBACK, { person: PEOPLE.clerk, body: none });
    expect([refused.status, refused.body.code]).toEqual([422, 'call-outcome-missing']);
  });

  it('[ZH-12] keeps its item open until the window is over and it is answered; what it made somebody put right is tracked', async () => {
    const about = await draft(world);
    await release(world, about);
    const { shown } = (await ok(world, 'GET', about, {})).body;
    expect(shown.opinionsUntil).toMatchObject({
      due: '2026-09-15',
      explanation: { from: '2026-09-01', days: 10, skipped: expect.arrayContaining([]) },
    });
    const left = await ok(world, 'POST', `${about}/feedback`, { body: WORDS });
    const opinion = `${FEEDBACK}/${left.body.id}`;
    const closing = async (now: string) =>
      (await world.call('POST', `${about}/closing`, { person: PEOPLE.office, body: {}, now })).body;
    const LAST = '2026-09-15T15:59:00.000Z';
    const OVER = '2026-09-15T16:00:00.000Z';
    expect(await closing(LAST)).toMatchObject({ code: 'opinions-asked-for' });
    expect(await closing(OVER)).toMatchObject({ code: 'opinions-unanswered' });
    const work = (path: string, person: string, body: object) =>
      ok(world, 'POST', `${opinion}/${path}`, { person, body });
    await work('answers', PEOPLE.office, { text: '将于近日公开明细。', outcome: 'adopted' });
    await work('rectifications', PEOPLE.office, {
      what: '补充公开明细。',
      owner: PEOPLE.clerk,
      dueOn: '2026-09-10',
    });
    const tracked = await ok(world, 'GET', FEEDBACK, { person: PEOPLE.office });
    expect(tracked.body.feedback.find(({ id }: { id: string }) => id === left.body.id)).toMatchObject({
      stage: 'rectifying',
      rectifyBy: '2026-09-10',
    });
    expect(await closing(LAST)).toMatchObject({ code: 'opinions-asked-for' });
    expect(await closing(OVER)).toMatchObject({ stage: 'released' });
  });

  it('[DF-17] is a proposal, which is listed for the catalogue, and accepted or refused with reasons', async () => {
    const body = { ...WORDS, kind: 'proposal', text: '建议公开校服采购情况。' };
    const left = await ok(world, 'POST', FEEDBACK, { body });
    const overview = `/v1/organisations/${SCHOOL}/opinion-overview`;
    const listed = await ok(world, 'GET', overview, { person: PEOPLE.office });
    expect(listed.body.topics).toMatchObject([{ id: left.body.id, kind: 'proposal', voices: 1 }]);
    const answer = (data: object) =>
      world.call('POST', `${FEEDBACK}/${left.body.id}/answers`, { person: PEOPLE.office, body: data });
    const inside = await draft(world, INSIDE_ONLY);
    const adopted = { text: '已公开。', outcome: 'adopted' };
    expect((await answer(adopted)).body.code).toBe('disclosure-missing');
    // A draft has not been through the secrecy review, and is no disclosure.
    const drafted = { ...adopted, disclosure: inside.split('/').at(-1) };
    expect((await answer(drafted)).body.code).toBe('disclosure-missing');
    expect((await answer({ ...adopted, disclosure: item.split('/').at(-1) })).status).toBe(200);
  });

  it('is counted and read from above by nobody who does not work there', async () => {
    const overview = `/v1/organisations/${SCHOOL}/opinion-overview`;
    for (const person of [PEOPLE.member, PEOPLE.otherHead])
      expect((await world.call('GET', overview, { person })).status).toBe(404);
    expect((await world.call('GET', overview)).status).toBe(401);
  });

  it('is one of thirty in an hour for whoever does not sign in', async () => {
    const now = '2026-09-02T03:00:00.000Z';
    const leave = (body: object = WORDS) => world.call('POST', FEEDBACK, { body, now });
    const statuses: number[] = [];
    for (let n = 0; n < 31; n += 1) statuses.push((await leave()).status);
    expect(statuses.slice(0, 30).every((status) => status === 201)).toBe(true);
    const refused = await leave();
    expect([refused.status, refused.body.code]).toEqual([429, 'too-many-requests']);
    expect(Number(refused.headers['retry-after'])).toBe(3_600);
    const office = await world.call('POST', FEEDBACK, { person: PEOPLE.office, body: WORDS, now });
    expect(office.status).not.toBe(429);
  });
});
