import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { content, DISTRICT, PEOPLE, SCHOOL } from '../../support/school.ts';
import { ABOVE, HERE, OrganisationCalls, OTHER, START, someone } from './organisation-calls.ts';
import { draft, openSchools } from './school.ts';
import { startWorld, type World } from './world.ts';

const { clerk, head, deputy, member, teacher, otherHead, districtOffice } = PEOPLE;
let world: World;
let calls: OrganisationCalls;

beforeAll(async () => {
  world = await startWorld(START);
  calls = new OrganisationCalls(world);
  await openSchools(world);
}, 60_000);
afterAll(() => world?.stop());

interface BodyRead {
  readonly body: string;
  readonly seats: readonly { readonly title: string; readonly name?: string; readonly since?: string }[];
}

describe('the tree', () => {
  it('[XH-39] nests committees, general branches and branches, of schools and kindergartens', async () => {
    const open = (id: string, kind: string, superior: string, unit?: string) =>
      calls.send('POST', '/v1/organisations', {
        id,
        name: `${id}组织`,
        shortName: id,
        kind,
        superior,
        ...(unit && { unit }),
      });
    await open('xueqian', 'general-branch', DISTRICT);
    await open('sunshine', 'branch', 'xueqian', 'kindergarten');
    await open('nanmo', 'committee', DISTRICT, 'school');
    await open('jingxin', 'leading-group', DISTRICT);
    expect(
      await calls.refusal('POST', '/v1/organisations', {
        id: 'beneath',
        name: '不能有',
        shortName: '不能有',
        kind: 'branch',
        superior: 'sunshine',
      }),
    ).toEqual([422, 'branch-leads-nobody']);
    const { organisations } = await calls.get('/v1/organisations');
    const card = (id: string) => organisations.find((each: { id: string }) => each.id === id);
    expect(card('sunshine')).toMatchObject({ kind: 'branch', superior: 'xueqian', unit: 'kindergarten' });
    expect(card('xueqian')).toMatchObject({ kind: 'general-branch', superior: DISTRICT });
    expect(new Set(organisations.map(({ kind }: { kind: string }) => kind)).size).toBe(4);
    expect(organisations.every((each: object) => !('vitals' in each))).toBe(true);
  });

  it('[XH-01] has both groups in the district, and those of the schools below', async () => {
    await calls.register(ABOVE, someone('zhou-jian', '周建'));
    await calls.seat(ABOVE, 'supervision-group', 'head', 'zhou-jian');
    await calls.register(HERE, someone('shen-yi', '沈怡'));
    await calls.seat(HERE, 'supervision-group', 'head', 'shen-yi');
    const bodies = async (path: string): Promise<string[]> =>
      (await calls.get(path)).bodies.map(({ body }: BodyRead) => body);
    for (const path of [ABOVE, HERE])
      expect(await bodies(path)).toEqual(expect.arrayContaining(['leading-group', 'supervision-group']));
    expect((await calls.get(HERE)).superior).toBe(DISTRICT);
    expect((await calls.get(ABOVE)).standing).toBe('preparing');
    await calls.send('POST', `${ABOVE}/activation`, {});
    expect((await calls.get(ABOVE)).standing).toBe('active');
    expect(await calls.refusal('POST', `${OTHER}/activation`, {})).toEqual([422, 'body-without-head']);
  });

  it('says who lacks what, as of the day', async () => {
    const { units } = await calls.get(`${ABOVE}/gaps`, districtOffice);
    const gaps = (id: string, of = units) => of.find((unit: { id: string }) => unit.id === id)?.gaps;
    expect(gaps('xueqian')).toEqual(['secretary', 'group', 'supervision', 'liaison', 'channel']);
    expect(gaps('sunshine')).toBeUndefined();
    expect(gaps(SCHOOL)).toEqual(['secretary', 'liaison', 'channel']);
    await calls.seat(HERE, 'party-committee', 'head', deputy, { until: '2026-12-01' });
    await calls.send('PUT', `${HERE}/channels`, { channels: ['notice-board'] });
    const later = async (now: string) =>
      gaps(SCHOOL, (await calls.get(`${ABOVE}/gaps`, districtOffice, { now })).units);
    expect(await later(START)).toEqual(['liaison']);
    expect(await later('2026-12-01T04:00:00.000Z')).toEqual(['secretary', 'liaison']);
    expect((await world.call('GET', `${ABOVE}/gaps`, { person: teacher })).status).toBe(404);
  });
});

describe('people and their seats', () => {
  it('[XH-04] one person with two roles acts under the chosen one, and the record keeps which', async () => {
    await calls.seat(HERE, 'working-group', 'member', clerk);
    const items = `${HERE}/items`;
    const acting = (seatName: string) => ({ headers: { 'acting-seat': seatName } });
    const { headers } = await calls.send('POST', items, content(), clerk, acting('working-group:member'));
    const { commits } = await calls.get(`${headers.location}/record`, clerk);
    expect(JSON.parse(commits[0].body).by).toMatchObject({ person: clerk, seat: 'working-group:member' });
    await calls.send('POST', `${headers.location}/submission`, {}, clerk, acting('office:member'));
    const after = await calls.get(`${headers.location}/record`, clerk);
    expect(JSON.parse(after.commits[1].body).by.seat).toBe('office:member');
    const unheld = { person: clerk, ...acting('leading-group:head') };
    expect(await calls.refusal('POST', items, content(), unheld)).toEqual([403, 'not-permitted']);
  });

  it('[QD-04] the same person in two bodies is one identity', async () => {
    const { memberships } = await calls.get('/v1/me', clerk);
    expect(memberships).toHaveLength(1);
    expect(memberships[0].seats.map((one: { seat: string }) => one.seat)).toEqual([
      'office:member',
      'working-group:member',
    ]);
    const { work, bodies } = await calls.get(HERE, clerk);
    expect(work.people.filter(({ id }: { id: string }) => id === clerk)).toHaveLength(1);
    const places = bodies.filter(({ seats }: BodyRead) => seats.some(({ name }) => name === '周敏'));
    expect(places.map(({ body }: BodyRead) => body)).toEqual(['office', 'working-group']);
  });

  it('shows names to its own people, and seats to everybody', async () => {
    const headOf = async (person?: string) =>
      (await calls.get(HERE, person)).bodies.find(({ body }: BodyRead) => body === 'leading-group').seats[0];
    expect(await headOf(teacher)).toMatchObject({ title: '组长', name: '陈光' });
    for (const person of [undefined, otherHead]) {
      expect(await headOf(person)).toEqual({ title: '组长', since: '2026-01-01' });
    }
  });

  it('a change of the head re-routes open approvals, and history still shows who sat when', async () => {
    const item = await draft(world, { title: '班子调整' });
    await calls.reviewed(item);
    const waits = async (person: string) =>
      (await calls.get(`${HERE}/desk`, person)).tasks.some(
        ({ title }: { title: string }) => title === '班子调整',
      );
    expect(await waits(head)).toBe(true);
    expect(await waits(member)).toBe(false);
    await calls.send('POST', `${HERE}/seat-vacancies`, {
      body: 'leading-group',
      position: 'head',
      person: head,
      until: '2026-10-08',
    });
    await calls.seat(HERE, 'leading-group', 'head', member, { from: '2026-10-08' });
    expect([await waits(head), await waits(member)]).toEqual([false, true]);
    expect((await calls.get(HERE, member)).work.seats).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          person: head,
          until: '2026-10-08',
          held: false,
          title: '党务公开领导小组组长',
        }),
      ]),
    );
    await calls.send('POST', `${item}/approvals`, {}, member);
  });

  it('[HZ-41] a supervisor has a term, and access ends with it', async () => {
    await calls.register(HERE, { id: 'gu-wen', name: '顾文', partyMember: false, staff: false });
    await calls.seat(HERE, 'supervisors', 'member', 'gu-wen', { until: '2026-11-01', source: 'parent' });
    const item = await draft(world, { title: '监督员可以看到的草稿' });
    const sees = async (now: string) => (await world.call('GET', item, { person: 'gu-wen', now })).status;
    expect(await sees(START)).toBe(200);
    expect(await sees('2026-10-31T15:59:59.000Z')).toBe(200);
    expect(await sees('2026-10-31T16:00:00.000Z')).toBe(404);
    // To look on is not to take part.
    expect(await calls.refusal('POST', `${HERE}/items`, content(), { person: 'gu-wen' })).toEqual([
      403,
      'not-permitted',
    ]);
  });

  it('[TZ-21] supervisors of each source see the whole process', async () => {
    const item = await draft(world, { title: '全程监督' });
    const stages: string[] = [];
    const look = async () => stages.push((await calls.get(item, 'gu-wen')).work.phase);
    await look();
    await calls.send('POST', `${item}/submission`, {}, clerk);
    await look();
    const { bodies } = await calls.get(HERE);
    expect(bodies.find(({ body }: BodyRead) => body === 'supervisors').seats).toEqual([
      { title: '监督员', since: '2026-09-01', until: '2026-11-01', source: '家长代表' },
    ]);
    expect(new Set(stages).size).toBe(2);
    const record = await calls.get(`${item}/record`, 'gu-wen');
    expect(record.commits.length).toBeGreaterThan(1);
  });

  it('[LY-18] the masses supervise: anybody speaks on what is public, and appointed supervisors for a term', async () => {
    expect(await speakUp()).toBe(201);
    const { bodies } = await calls.get(HERE);
    expect(bodies.find(({ body }: BodyRead) => body === 'supervisors').seats[0].until).toBe('2026-11-01');
  });
});

/** Somebody who has not signed in speaks on a public item. */
async function speakUp(): Promise<number> {
  const item = await draft(world, { title: '面向社会的事项' });
  await calls.reviewed(item);
  await calls.send('POST', `${item}/approvals`, {}, member);
  const { status } = await world.call('POST', `${item}/feedback`, {
    body: { text: '建议写得更具体。', speaker: 'parent', channel: 'online', from: { kind: 'anonymous' } },
  });
  return status;
}
