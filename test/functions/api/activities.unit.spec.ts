import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activityCommands } from '../../../domain/activity/commands.ts';
import { DEFAULT_FORMS, findForm } from '../../../domain/catalogue/forms.ts';
import { ACTIVITY_ANSWERS } from '../../../functions/api/activity-answers.ts';
import { DISTRICT, OTHER_SCHOOL, PEOPLE, SCHOOL } from '../../support/school.ts';
import { draft, ok, openSchools, release } from './school.ts';
import { type Call, startWorld, type World } from './world.ts';

const { clerk, office, head, member, teacher, otherHead, districtOffice, districtHead } = PEOPLE;
const HERE = `/v1/organisations/${SCHOOL}`;
let world: World;

beforeAll(async () => {
  world = await startWorld('2026-09-01T00:00:00.000Z');
  await openSchools(world);
}, 60_000);
afterAll(() => world?.stop());

const get = async (path: string, person?: string) => (await ok(world, 'GET', path, { person })).body;
const refused = async (path: string, body: object, call: Call = {}) => {
  const { status, body: problem } = await world.call('POST', path, { body, ...call });
  return [status, problem.code, problem.field];
};

const MEETING = {
  kind: 'meeting',
  meeting: { type: 'mobilisation', layer: 'members' },
  title: '党务公开动员部署会',
  heldOn: '2026-08-28',
  place: '党员活动室',
  attendance: { members: 5, guests: 1 },
};
async function record(body: object, person: string = clerk, at = HERE): Promise<string> {
  const { headers } = await ok(world, 'POST', `${at}/activities`, { person, body });
  return headers.location ?? '';
}
const { meeting: _, ...NO_MEETING } = MEETING;
const yearOf = async (person?: string) => (await get(`${HERE}/activities`, person)).year;
const KINDS: readonly string[] = activityCommands.RecordActivity.shape.kind.options;
const { type: TYPES } = activityCommands.RecordActivity.shape.meeting.def.innerType.shape;

describe('meetings', () => {
  it('[DF-03] have a layer, a day and who was there, and are counted for the year by layer', async () => {
    const path = await record(MEETING);
    await record({
      ...MEETING,
      meeting: { type: 'mobilisation', layer: 'committee' },
      attendance: { members: 3 },
    });
    expect(await get(path, member)).toMatchObject({
      ...MEETING,
      attended: 6,
      attendance: { members: 5, guests: 1 },
    });
    const reading = await get(`${HERE}/activities?year=2026&kind=meeting`, clerk);
    expect(ACTIVITY_ANSWERS.activities.safeParse(reading).error).toBeUndefined();
    expect(reading.year).toMatchObject({
      layers: { members: 1, committee: 1 },
      meetings: { mobilisation: 2 },
      attended: 9,
    });
    expect((await get(`${HERE}/activities?year=2025`, clerk)).year.kinds).toEqual({});
    const summary = await world.call('GET', `${HERE}/summaries/2026`, { person: clerk });
    const tables = summary.body.summary.sections.flatMap(({ tables }: { tables: object[] }) => tables);
    expect(tables).toContainEqual(
      expect.objectContaining({
        group: 'activity',
        figures: expect.arrayContaining([{ name: '会议', count: 2 }]),
      }),
    );
    expect(await refused(`${HERE}/activities`, { ...NO_MEETING }, { person: clerk })).toEqual([
      422,
      'activity-kind-details',
      'meeting',
    ]);
  });

  it('[QS-08] of three kinds are held once a year, and it shows which were', async () => {
    expect((await yearOf(clerk)).yearly).toEqual({});
    const yearly = ['party-masses', 'congress', 'assembly'];
    for (const [index, type] of yearly.entries())
      await record({
        ...MEETING,
        title: '年度会议',
        meeting: { type, layer: 'everybody' },
        heldOn: `2026-0${index + 2}-10`,
      });
    expect((await yearOf(clerk)).yearly).toEqual({
      'party-masses': '2026-02-10',
      congress: '2026-03-10',
      assembly: '2026-04-10',
    });
  });

  it('[LY-13] are of the four kinds at which members and people are heard', () => {
    for (const type of ['general', 'briefing', 'organisation-life', 'opinions'])
      expect(TYPES.options).toContain(type);
  });
});

describe('activities', () => {
  it('[QS-10] name people of the own roster only, tell outside how many, and show items to who may read them', async () => {
    const item = await draft(world, { title: '党员示范岗名单' });
    const id = item.split('/').at(-1);
    const body = {
      ...NO_MEETING,
      kind: 'activity',
      title: '党员示范岗、结对帮扶',
      audience: 'public',
      participants: [{ person: member }, { person: head }],
      items: [id],
    };
    expect(
      await refused(
        `${HERE}/activities`,
        { ...body, participants: [{ person: otherHead }] },
        { person: clerk },
      ),
    ).toEqual([422, 'activity-participant-unknown', 'participants.0']);
    const elsewhere = [{ person: otherHead, organisation: OTHER_SCHOOL }];
    expect(
      await refused(`${HERE}/activities`, { ...body, participants: elsewhere }, { person: clerk }),
    ).toEqual([422, 'activity-participant-elsewhere', 'participants.0']);
    expect(
      await refused(`${HERE}/activities`, { ...body, items: ['no-such-item'] }, { person: clerk }),
    ).toEqual([422, 'activity-item-unknown', 'items.0']);
    const path = await record(body);
    const inside = await get(path, clerk);
    expect(ACTIVITY_ANSWERS.activity.safeParse(inside).error).toBeUndefined();
    expect(inside.work.participants).toEqual([{ name: '吴越' }, { name: '陈光' }]);
    expect(inside.items).toEqual([{ id, title: '党员示范岗名单' }]);
    for (const person of [undefined, teacher, otherHead]) {
      const reading = await world.call('GET', path, { person });
      expect(reading.body).toMatchObject({ attended: 6, items: [] });
      expect(reading.text).not.toMatch(new RegExp(`吴越|陈光|${member}|${head}|work`));
      const list = await world.call('GET', `${HERE}/activities`, { person });
      expect(list.text).toContain('党员示范岗');
      expect(list.text).not.toMatch(new RegExp(`吴越|${member}`));
    }
    await release(world, item);
    expect((await get(path)).items).toEqual([{ id, title: '党员示范岗名单' }]);
  });

  it('[HZ-44] are also logged by supervisors, who publicise', async () => {
    expect(KINDS).toContain('publicity');
    const seat = { body: 'supervision-group', position: 'member', person: member, from: '2026-01-01' };
    const body = { ...NO_MEETING, kind: 'publicity', title: '向群众宣传公开内容', audience: 'public' };
    expect((await refused(`${HERE}/activities`, body, { person: member })).slice(0, 2)).toEqual([
      403,
      'not-permitted',
    ]);
    await ok(world, 'POST', `${HERE}/seats`, { person: districtOffice, body: seat });
    await record(body, member);
    const { activities, year } = await get(`${HERE}/activities?kind=publicity`);
    expect(activities).toEqual([expect.objectContaining({ title: '向群众宣传公开内容', kind: 'publicity' })]);
    expect(year.kinds.publicity).toBe(1);
  });

  it('[HZ-11] include a visit to the reading desk, which is one of the forms of disclosure', async () => {
    expect(findForm(DEFAULT_FORMS, '文件查阅处')?.name).toBe('文件查阅处');
    const body = {
      ...NO_MEETING,
      kind: 'reading',
      title: '查阅发展党员文件',
      attendance: { masses: 1 },
      place: '文件查阅处',
    };
    await record(body);
    const { activities } = await get(`${HERE}/activities?kind=reading`, teacher);
    expect(activities).toEqual([
      expect.objectContaining({ kind: 'reading', place: '文件查阅处', attended: 1 }),
    ]);
  });

  it('are for their audience, and gone for it once withdrawn', async () => {
    const path = await record({ ...MEETING, audience: 'party', title: '支部党员大会' });
    expect((await world.call('GET', path, { person: member })).status).toBe(200);
    for (const person of [teacher, otherHead, undefined]) {
      expect((await world.call('GET', path, { person })).status).toBe(404);
      expect((await world.call('GET', `${HERE}/activities`, { person })).text).not.toContain('支部党员大会');
    }
    await ok(world, 'POST', `${path}/withdrawal`, { person: office, body: { reason: '重复登记' } });
    expect((await world.call('GET', path, { person: teacher })).status).toBe(404);
    expect(await get(path, clerk)).toMatchObject({ withdrawn: true, work: { withdrawn: '重复登记' } });
  });
});

describe('a reception day', () => {
  const DAY = {
    title: '书记接待日',
    host: head,
    place: '党员活动室',
    audience: 'public',
    startsAt: '2026-09-10T01:00:00.000Z',
    slotMinutes: 20,
    slots: 3,
  };

  it('[TZ-23] offers times to book by log-in or receipt, and keeps who came', async () => {
    const { headers } = await ok(world, 'POST', `${HERE}/reception-days`, { person: clerk, body: DAY });
    const path = headers.location ?? '';
    const bookings = `${path}/bookings`;
    const signed = await ok(world, 'POST', bookings, {
      person: teacher,
      body: { slot: 0, subject: '职称评审' },
    });
    expect(signed.body.receipt).toBeUndefined();
    const key = { 'idempotency-key': 'the-same-visitor' };
    const body = { slot: 2, name: '一位家长' };
    const { receipt } = (await ok(world, 'POST', bookings, { body, headers: key })).body;
    expect((await ok(world, 'POST', bookings, { body, headers: key })).body).toMatchObject({
      receipt,
      repeated: true,
    });
    expect((await refused(bookings, { slot: 0 })).slice(0, 2)).toEqual([409, 'reception-slot-taken']);

    const stranger = (await ok(world, 'GET', path, { headers: { 'receipt-code': receipt } })).body;
    expect(stranger.own).toMatchObject({ slot: 2, name: '一位家长', from: '2026-09-10T01:40:00.000Z' });
    expect(stranger.slots.map(({ free }: { free: boolean }) => free)).toEqual([false, true, false]);
    expect((await world.call('GET', path)).text).not.toMatch(/家长|职称|何清/);
    expect((await get(path, teacher)).own).toMatchObject({ slot: 0 });

    const over = '2026-09-10T03:00:00.000Z';
    const onDesk = async () =>
      (await ok(world, 'GET', `${HERE}/desk`, { person: clerk, now: over })).body.tasks.filter(
        ({ kind }: { kind: string }) => kind === 'record-attendance',
      );
    expect(await onDesk()).toEqual([expect.objectContaining({ about: 'activity', title: '书记接待日' })]);
    const { work } = await get(path, clerk);
    expect(work.bookings.map(({ name }: { name: string }) => name)).toEqual(['何清', '一位家长']);
    for (const [index, { id }] of work.bookings.entries())
      await ok(world, 'POST', `${path}/attendance`, {
        person: clerk,
        body: { booking: id, came: index === 0 },
        now: over,
      });
    expect(await onDesk()).toEqual([]);
    expect(await get(path, clerk)).toMatchObject({
      attended: 1,
      work: { bookings: [{ came: true }, { came: false }] },
    });
  });
});

describe('trainings', () => {
  it('are read by those who work above, head by head', async () => {
    const at = `/v1/organisations/${DISTRICT}`;
    const headsOf = async (year: number) => {
      const reading = await get(`${at}/trainings?year=${year}`, districtOffice);
      expect(ACTIVITY_ANSWERS.trainings.safeParse(reading).error).toBeUndefined();
      return reading.heads;
    };
    const body = {
      ...NO_MEETING,
      kind: 'training',
      title: '负责人实务培训',
      aims: ['meaning', 'principles', 'procedure', 'practice'],
    };
    const participants = [{ person: head, organisation: SCHOOL }];
    const path = await record({ ...body, participants }, districtOffice, at);
    expect((await get(path, districtHead)).aims).toHaveLength(4);
    expect(await headsOf(2026)).toEqual([
      { organisation: OTHER_SCHOOL, organisationName: '河嘴小学党支部' },
      expect.objectContaining({
        organisation: SCHOOL,
        name: '陈光',
        trained: expect.objectContaining({ on: '2026-08-28' }),
      }),
    ]);
    expect((await headsOf(2027)).every(({ trained }: { trained?: object }) => !trained)).toBe(true);
    expect((await world.call('GET', `${at}/trainings`, { person: clerk })).status).toBe(404);
  });
});
