import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DISTRICT, OTHER_SCHOOL, PEOPLE, SCHOOL } from '../../support/school.ts';
import { ok, openSchools } from './school.ts';
import { startWorld, type World } from './world.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld('2026-09-01T00:00:00.000Z');
  await openSchools(world);
}, 60_000);
afterAll(() => world?.stop());

const at = (organisation: string) => `/v1/organisations/${organisation}`;
const get = async (path: string, person: string) => (await ok(world, 'GET', path, { person })).body;

const CIRCULAR = {
  title: '关于开展廉政学习的通知',
  text: '请组织全体党员学习。',
  recipients: [SCHOOL, OTHER_SCHOOL],
  readers: 'party',
  task: '学习后报送小结。',
  dueOn: '2026-09-10',
};

describe('a circular', () => {
  let id: string;
  const received = (organisation: string) => `${at(organisation)}/received-circulars/${DISTRICT}/${id}`;

  it('[LY-12] is delivered to each branch, which receives it, reads it and reports its task by the deadline', async () => {
    const person = PEOPLE.districtOffice;
    const sent = await ok(world, 'POST', `${at(DISTRICT)}/circulars`, { person, body: CIRCULAR });
    id = sent.body.id;

    // It lies with both, and with their people.
    const inbox = await get(`${at(SCHOOL)}/received-circulars`, PEOPLE.member);
    expect(inbox.circulars).toMatchObject([{ id, issuer: DISTRICT, dueOn: '2026-09-10', asked: true }]);
    expect((await get(`${at(OTHER_SCHOOL)}/received-circulars`, PEOPLE.otherHead)).circulars).toHaveLength(1);

    await ok(world, 'POST', `${received(SCHOOL)}/receipt`, { person: PEOPLE.clerk, body: {} });
    await ok(world, 'POST', `${received(SCHOOL)}/readings`, { person: PEOPLE.member, body: {} });
    await ok(world, 'POST', `${received(SCHOOL)}/readings`, { person: PEOPLE.clerk, body: {} });
    const note = '全体党员已学习';
    await ok(world, 'POST', `${received(SCHOOL)}/completion`, { person: PEOPLE.clerk, body: { note } });

    world.now = '2026-09-11T00:00:00.000Z';
    const { lines } = await get(`${at(DISTRICT)}/circulars/${id}`, PEOPLE.districtOffice);
    expect(lines).toEqual([
      expect.objectContaining({
        id: SCHOOL,
        receivedAt: '2026-09-01T00:00:00.000Z',
        read: 2,
        of: 5,
        done: { at: '2026-09-01T00:00:00.000Z', late: false, note },
        // Three have not read it, and the day is over.
        late: true,
      }),
      expect.objectContaining({ id: OTHER_SCHOOL, read: 0, of: 1, late: true }),
    ]);
    expect(lines[1]).not.toHaveProperty('receivedAt');

    // The unread list is for the office of each branch; who read it is nobody else's.
    const own = await get(received(SCHOOL), PEOPLE.clerk);
    expect(own.work).toEqual({ unread: ['林慧', '陈光', '马远'], of: 5, note });
    const member = await get(received(SCHOOL), PEOPLE.member);
    expect(member.readAt).toBe('2026-09-01T00:00:00.000Z');
    expect(member).not.toHaveProperty('work');
  });

  it('is nothing for those whom it was not sent to', async () => {
    const refused = async (path: string, person: string) =>
      expect((await world.call('GET', path, { person })).status).toBe(404);
    await refused(received(SCHOOL), PEOPLE.teacher);
    await refused(received(SCHOOL), PEOPLE.otherHead);
    await refused(received(DISTRICT), PEOPLE.districtOffice);
    await refused(`${at(DISTRICT)}/circulars/${id}`, PEOPLE.office);
    expect((await get(`${at(SCHOOL)}/received-circulars`, PEOPLE.passerBy)).circulars).toEqual([]);
    const read = await world.call('POST', `${received(SCHOOL)}/readings`, {
      person: PEOPLE.teacher,
      body: {},
    });
    expect(read.body.code).toBe('circular-unknown');
  });

  it('goes to no organisation that is not below', async () => {
    const body = { ...CIRCULAR, recipients: [DISTRICT], dueOn: '2026-09-20' };
    const up = await world.call('POST', `${at(SCHOOL)}/circulars`, { person: PEOPLE.clerk, body });
    expect(up.body.code).toBe('circular-recipient-elsewhere');
    const own = { ...body, recipients: [SCHOOL], readers: 'unit', task: undefined };
    await ok(world, 'POST', `${at(SCHOOL)}/circulars`, { person: PEOPLE.clerk, body: own });
    expect((await get(`${at(SCHOOL)}/received-circulars`, PEOPLE.teacher)).circulars).toHaveLength(1);
  });

  it('is gone from those to whom it was sent once it is withdrawn', async () => {
    const person = PEOPLE.districtOffice;
    const body = { reason: '重复下发' };
    await ok(world, 'POST', `${at(DISTRICT)}/circulars/${id}/withdrawal`, { person, body });
    expect((await get(`${at(OTHER_SCHOOL)}/received-circulars`, PEOPLE.otherHead)).circulars).toEqual([]);
    const late = await world.call('POST', `${received(OTHER_SCHOOL)}/receipt`, {
      person: PEOPLE.otherHead,
      body: {},
    });
    expect(late.body.code).toBe('circular-withdrawn');
  });
});
