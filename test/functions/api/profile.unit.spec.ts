import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RosterRow } from '../../../domain/roster/columns.ts';
import { CONTACTS, OPINION, SCHEME, STATISTICS } from '../../domain/profile/samples.ts';
import { DISTRICT, OTHER_SCHOOL, PEOPLE, SCHOOL } from '../../support/school.ts';
import { ok, openSchools } from './school.ts';
import { startWorld, type World } from './world.ts';

const HOME = `/v1/organisations/${SCHOOL}`;
const office = PEOPLE.office;
const contacts = {
  ...CONTACTS,
  leaders: [{ person: PEOPLE.head, duties: '主持全面工作', phone: '0516-5550110' }],
};

let world: World;

beforeAll(async () => {
  world = await startWorld('2026-09-01T00:00:00.000Z');
  await openSchools(world);
  await ok(world, 'PUT', `${HOME}/contacts`, { person: office, body: contacts });
  await ok(world, 'PUT', `${HOME}/bases`, { person: office, body: { bases: [OPINION] } });
}, 60_000);
afterAll(() => world?.stop());

const put = (place: string, body: object, person: string = office) =>
  world.call(place === '/schemes' || place === '/statistics' ? 'POST' : 'PUT', `${HOME}${place}`, {
    person,
    body,
  });
const read = async (place: string, person?: string, organisation = HOME) =>
  (await ok(world, 'GET', `${organisation}${place}`, { person })).body;

describe('contacts', () => {
  it('[TZ-11] give offices to call, and nothing private of anybody', async () => {
    const about = await read('/contacts');
    expect(about.leaders).toEqual([
      {
        name: '陈光',
        titles: ['党务公开领导小组组长'],
        duties: '主持全面工作',
        phone: '0516-5550110',
      },
    ]);
    expect(about.departments[0].steps).toHaveLength(3);
    expect(about.bodies[0].seats[0]).toMatchObject({ title: '组长', name: '陈光' });
    expect(JSON.stringify(about)).not.toContain(PEOPLE.head);
    await ok(world, 'POST', `${HOME}/people`, {
      person: office,
      body: {
        people: [
          { id: PEOPLE.head, name: '陈光', partyMember: true, staff: true, email: 'chen@private.example' },
        ],
      },
    });
    expect(JSON.stringify(await read('/contacts'))).not.toContain('private.example');
    const mobile = { ...contacts, leaders: [{ ...contacts.leaders[0], phone: '13912345678' }] };
    expect((await put('/contacts', mobile)).body).toMatchObject({
      status: 422,
      code: 'phone-not-of-office',
      field: 'leaders.0.phone',
    });
    const id = { ...contacts, place: '行政楼 11010519491231002X' };
    expect((await put('/contacts', id)).body).toMatchObject({
      code: 'profile-personal-data',
      field: 'place',
    });
  });

  it('are written by the office here or above, and by nobody else', async () => {
    expect((await put('/contacts', contacts, PEOPLE.teacher)).status).toBe(403);
    expect((await put('/contacts', contacts, PEOPLE.otherHead)).status).toBe(403);
    expect((await put('/contacts', contacts, PEOPLE.districtOffice)).status).toBe(200);
  });
});

describe('the scheme', () => {
  it('[DF-04] has the four principles; an edit makes a version, and older ones stay readable', async () => {
    expect(await read('/schemes')).toMatchObject({ versions: [] });
    expect((await put('/schemes', SCHEME)).status).toBe(200);
    const first = await read('/schemes');
    expect(first.shown.principles).toEqual(['依规依纪原则', '真实公正原则', '注重实效原则', '积极稳妥原则']);
    await ok(world, 'POST', `${HOME}/schemes`, {
      person: office,
      body: { ...SCHEME, principles: ['发扬民主，广泛参与'], reason: '按上级要求修订。' },
    });
    const second = await read('/schemes');
    expect(second.shown).toMatchObject({ number: 2, principles: ['发扬民主，广泛参与'] });
    expect(second.versions.map(({ number }: { number: number }) => number)).toEqual([2, 1]);
    expect((await read('/schemes?version=1')).shown.principles).toHaveLength(4);
    expect((await world.call('GET', `${HOME}/schemes?version=9`)).status).toBe(404);
  });

  it('with parts left blank is refused at once with every part, and nothing is written', async () => {
    const before = await world.commits();
    const answer = await put('/schemes', {
      ...SCHEME,
      idea: ' ',
      principles: [],
      audience: '',
      content: '\n',
    });
    expect(answer.status).toBe(400);
    const fields = answer.body.errors.map(({ field }: { field: string }) => field);
    expect(fields).toEqual(expect.arrayContaining(['idea', 'principles', 'audience', 'content']));
    expect(await world.commits()).toBe(before);
  });

  it('rests on documents, which rows of the catalogue cite by their number', async () => {
    expect((await put('/citations', { row: 'b-17', bases: ['opinion'] })).status).toBe(200);
    expect(await read('/schemes')).toMatchObject({
      bases: [{ number: '连发[2010]37号' }],
      citations: { 'b-17': ['opinion'] },
    });
    expect((await put('/citations', { row: 'b-99', bases: ['opinion'] })).body.code).toBe('row-unknown');
    expect((await put('/bases', { bases: [] })).body.code).toBe('basis-cited');
  });
});

describe('Party statistics', () => {
  const educationOf = async (person?: string, organisation?: string) => {
    const { members } = await read('/statistics', person, organisation);
    return members.breakdowns
      .find(({ breakdown }: { breakdown: string }) => breakdown === 'education')
      .parts.map(({ count }: { count?: number }) => count);
  };

  it('[LY-04] hide small cells outside the Party, with another so that they cannot be reckoned', async () => {
    expect((await put('/statistics', STATISTICS)).status).toBe(200);
    const hidden = [7, 67, 27, undefined, undefined, undefined];
    expect(await educationOf()).toEqual(hidden);
    expect(await educationOf(PEOPLE.teacher)).toEqual(hidden);
    expect(await educationOf(PEOPLE.otherHead)).toEqual(hidden);
    expect(await educationOf(PEOPLE.member)).toEqual([7, 67, 27, 23, 4, 4]);
    expect((await read('/statistics')).members).toMatchObject({ total: 132, complete: false });
    expect(
      (await put('/statistics', { ...STATISTICS, education: { ...STATISTICS.education, basic: 5 } })).body,
    ).toMatchObject({
      code: 'statistics-do-not-add-up',
      field: 'education',
    });
  });

  it('of very few say not even how many', async () => {
    const few = {
      asOf: '2026-09-01',
      total: 3,
      employment: { active: 3, retired: 0 },
      sex: { male: 1, female: 2 },
      age: { to35: 3, to45: 0, to54: 0, to59: 0, from60: 0 },
      education: { postgraduate: 0, bachelor: 3, college: 0, vocational: 0, high: 0, basic: 0 },
    };
    await ok(world, 'POST', `/v1/organisations/${OTHER_SCHOOL}/statistics`, {
      person: PEOPLE.otherHead,
      body: few,
    });
    const { members } = await read('/statistics', undefined, `/v1/organisations/${OTHER_SCHOOL}`);
    expect(members.total).toBeUndefined();
    expect(JSON.stringify(members.breakdowns)).not.toContain('"count"');
  });

  it('[LY-01] a committee with six branches loads from a roster, and the tree has them', async () => {
    const rows = Array.from(
      { length: 6 },
      (_, n): RosterRow => ({
        unit: `branch-${n + 1}`,
        unitName: `第${n + 1}党支部`,
        shortName: `第${n + 1}支部`,
        kind: '党支部',
        superior: 'hospital',
      }),
    );
    const committee: RosterRow = {
      unit: 'hospital',
      unitName: '中心医院党委',
      shortName: '中心医院',
      kind: '党委',
      superior: DISTRICT,
    };
    const answer = await world.call('POST', `/v1/organisations/${DISTRICT}/roster`, {
      person: PEOPLE.districtOffice,
      body: { rows: [...rows, committee] },
    });
    expect(answer.body.stage, answer.text).toBe('imported');
    const { organisations } = (await ok(world, 'GET', '/v1/organisations', {})).body;
    const below = organisations.filter(({ superior }: { superior?: string }) => superior === 'hospital');
    expect(below.map(({ id, kind }: { id: string; kind: string }) => [id, kind])).toEqual(
      rows.map(({ unit }) => [unit, 'branch']),
    );
    await ok(world, 'POST', '/v1/organisations/hospital/statistics', {
      person: PEOPLE.districtOffice,
      body: STATISTICS,
    });
    expect(await read('/statistics', undefined, '/v1/organisations/hospital')).toMatchObject({
      branches: 6,
      members: { total: 132 },
    });
  });
});
