import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { DISTRICT, INSIDE_ONLY, OTHER_SCHOOL, PEOPLE, SCHOOL } from '../../support/school.ts';
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

  it('[XH-16] is a problem of a school, which the district sees beside the standing of every unit, answers, and the school follows', async () => {
    const above = `/v1/organisations/${DISTRICT}/feedback`;
    const problem = (organisation: string) => ({
      kind: 'problem',
      text: '偏远校点没有公示屏，公开形式受限。',
      from: { kind: 'organisation', organisation },
      speaker: 'organisation',
      channel: 'online',
    });
    const raise = (person: string | undefined, organisation: string = SCHOOL) =>
      world.call('POST', above, { person, body: problem(organisation) });
    expect((await raise(undefined)).body.code).toBe('not-signed-in');
    for (const person of [PEOPLE.member, PEOPLE.otherHead])
      expect((await raise(person)).body.code, person).toBe('not-permitted');
    expect((await raise(PEOPLE.districtOffice, DISTRICT)).body.code).toBe('not-right-below');
    const raised = await raise(PEOPLE.clerk);
    expect(raised.status).toBe(201);

    await world.openQuarter('2026-09-01T01:00:00.000Z');
    const boardOf = async (now: string) => {
      const scope = new OrgScope(DISTRICT);
      const reader = await world.readings.reader(scope, PEOPLE.districtOffice, now);
      return world.readings.duties.dashboard(scope, reader, '2026Q3', now);
    };
    const board = await boardOf(world.now);
    const units = board.overview.lines.map(({ id, total }) => [id, total.total > 0]);
    expect(units).toEqual(expect.arrayContaining([SCHOOL, OTHER_SCHOOL].map((id) => [id, true])));
    expect(board.problems).toEqual({ open: 1, overdue: 0 });
    expect((await boardOf('2026-09-30T01:00:00.000Z')).problems).toEqual({ open: 1, overdue: 1 });
    const desk = await ok(world, 'GET', `/v1/organisations/${DISTRICT}/desk`, {
      person: PEOPLE.districtOffice,
    });
    expect(desk.body.tasks).toMatchObject([{ kind: 'assign-feedback', id: raised.body.id }]);

    const own = async (organisation: string, person: string) =>
      (await world.call('GET', `/v1/organisations/${organisation}/problems`, { person })).body;
    expect(await own(SCHOOL, PEOPLE.office)).toMatchObject({
      problems: [{ id: raised.body.id, at: DISTRICT, stage: 'received', dueOn: '2026-09-21' }],
    });
    expect(await own(OTHER_SCHOOL, PEOPLE.otherHead)).toEqual({ problems: [] });
    expect(await own(SCHOOL, PEOPLE.otherHead)).toMatchObject({ code: 'not-found' });
    await ok(world, 'POST', `${above}/${raised.body.id}/answers`, {
      person: PEOPLE.districtOffice,
      body: { text: '区里统一配发移动屏。', outcome: 'adopted' },
    });
    const [answered] = (await own(SCHOOL, PEOPLE.office)).problems;
    expect(answered).toMatchObject({ stage: 'answered', answer: { text: '区里统一配发移动屏。' } });
    expect(answered).not.toHaveProperty('dueOn');
    expect((await boardOf(world.now)).problems.open).toBe(0);
  });

  it('[XH-24] goes up in a digest by class, of which the district gives a receipt', async () => {
    const now = '2026-10-09T01:00:00.000Z';
    const CLASSES = ['work', 'work', 'work', 'work', 'work', 'interest'];
    for (const [index, sorted] of CLASSES.entries()) {
      const text = `第${index + 1}条：食堂窗口少。`;
      const body = { ...WORDS, channel: 'box', text };
      const { id } = (await ok(world, 'POST', FEEDBACK, { person: PEOPLE.clerk, body })).body;
      const work = (path: string, data: object) =>
        ok(world, 'POST', `${FEEDBACK}/${id}/${path}`, {
          person: PEOPLE.office,
          body: data,
          now: '2026-09-02T01:00:00.000Z',
        });
      await work('classification', { class: sorted });
      await work('answers', { text: '已增设窗口。', outcome: 'adopted' });
    }
    const report = `/v1/organisations/${SCHOOL}/reports/2026Q3`;
    const send = (person: string, at = now) => world.call('POST', report, { person, body: {}, now: at });
    const receive = (person: string) =>
      world.call('POST', `${report}/acknowledgement`, { person, body: {}, now });
    const waiting = async (person: string, at = now) => {
      const desk = await world.call('GET', `/v1/organisations/${SCHOOL}/desk`, { person, now: at });
      return desk.body.tasks.filter(({ kind }: { kind: string }) => kind === 'send-report');
    };
    expect(await waiting(PEOPLE.office, '2026-09-30T01:00:00.000Z')).toEqual([]);
    expect(await waiting(PEOPLE.office)).toMatchObject([
      { about: 'report', id: '2026Q3', since: '2026-09-30T16:00:00.000Z', overdue: false },
    ]);
    expect(await waiting(PEOPLE.member)).toEqual([]);
    expect((await send(PEOPLE.office, '2026-09-30T01:00:00.000Z')).body.code).toBe('report-too-early');
    expect((await send(PEOPLE.member)).body.code).toBe('not-permitted');
    expect((await receive(PEOPLE.districtOffice)).body.code).toBe('report-unsent');
    expect((await send(PEOPLE.office)).status).toBe(200);
    expect(await waiting(PEOPLE.office)).toEqual([]);

    const above = async (person: string, period = '2026Q3') =>
      (await world.call('GET', `/v1/organisations/${DISTRICT}/reports?period=${period}`, { person })).body;
    const [received] = (await above(PEOPLE.districtOffice)).received;
    expect(received).toMatchObject({
      organisation: SCHOOL,
      sentAt: now,
      figures: { classes: { work: { count: 5, medianHours: 24, p90Hours: 24 }, interest: {} } },
    });
    // Of the one, nothing but that there was some; of nobody a word.
    expect(received.figures.classes.interest).toEqual({});
    expect(JSON.stringify(received)).not.toContain('窗口');
    expect(await above(PEOPLE.office)).toMatchObject({ code: 'not-found' });
    expect((await above(PEOPLE.districtOffice, '2026Q2')).received).toEqual([]);

    expect((await receive(PEOPLE.office)).body.code).toBe('not-permitted');
    expect((await receive(PEOPLE.districtOffice)).status).toBe(200);
    const own = await ok(world, 'GET', `/v1/organisations/${SCHOOL}/reports`, { person: PEOPLE.clerk });
    expect(own.body.sent).toMatchObject([{ period: '2026Q3', to: DISTRICT, acknowledgedAt: now }]);
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
