import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../../domain/organisation/policy.ts';
import {
  districtSteps,
  INSIDE_ONLY,
  PEOPLE,
  requestOf,
  SCHOOL,
  STAFFED,
  schoolSteps,
} from '../../support/school.ts';
import { draft, ok, release } from './school.ts';
import { startWorld, type World } from './world.ts';

const BRANCH = 'lower-branch';
const BELOW = { member: 'shen-yan', colleague: 'xu-lan' };
const HERE = `/v1/organisations/${SCHOOL}`;
let world: World;
let inside: string;
let unit: string;

beforeAll(async () => {
  world = await startWorld('2026-09-01T00:00:00.000Z');
  const { people, seats } = STAFFED;
  for (const step of [
    ...districtSteps(),
    ...schoolSteps(SCHOOL, { name: '东方小学党总支', kind: 'general-branch', people, seats }),
  ]) {
    const { method, path, body } = requestOf(step);
    await ok(world, method, path, { person: step.person, body });
  }
  const branch = { id: BRANCH, name: '低年级党支部', shortName: '低年级', kind: 'branch', superior: SCHOOL };
  await ok(world, 'POST', '/v1/organisations', { person: PEOPLE.districtOffice, body: branch });
  const below = [
    { id: BELOW.member, name: '沈燕', partyMember: true, staff: true },
    { id: BELOW.colleague, name: '徐岚', partyMember: false, staff: true },
  ];
  await ok(world, 'POST', `/v1/organisations/${BRANCH}/people`, {
    person: PEOPLE.office,
    body: { people: below },
  });
  inside = await draft(world, INSIDE_ONLY);
  await release(world, inside);
  unit = await draft(world, {
    ...INSIDE_ONLY,
    forms: ['公示栏'],
    audience: 'unit',
    releasePlan: [{ audience: 'unit' }],
  });
  await release(world, unit);
}, 60_000);
afterAll(() => world?.stop());

const reach = (partyReach: string, organisation = SCHOOL) =>
  world.call('PUT', `/v1/organisations/${organisation}/policy`, {
    person: PEOPLE.office,
    body: { policy: { ...DEFAULT_POLICY, partyReach }, reason: '经党总支会议研究决定。' },
  });
const status = async (path: string, person: string) => (await world.call('GET', path, { person })).status;
const titles = async (person: string) =>
  JSON.stringify((await world.call('GET', `${HERE}/board`, { person })).body);

describe('what a general branch discloses inside the Party', () => {
  it('is for those on its own roster until it decides otherwise', async () => {
    expect(await status(inside, PEOPLE.member)).toBe(200);
    expect(await status(inside, BELOW.member)).toBe(404);
  });

  it('reaches the members of its branches, their colleagues never, and nothing but 党内', async () => {
    expect((await reach('subordinate')).status).toBe(200);
    expect(await status(inside, BELOW.member)).toBe(200);
    expect(await titles(BELOW.member)).toContain(INSIDE_ONLY.title);
    expect(await status(inside, BELOW.colleague)).toBe(404);
    expect(await status(unit, BELOW.member)).toBe(404);
    expect(await status(unit, PEOPLE.teacher)).toBe(200);
  });

  it('lets them say something on what they may read, as the page offers', async () => {
    const body = {
      text: '建议把分工表张贴在支部活动室。',
      from: { kind: 'anonymous' },
      speaker: 'party-member',
      channel: 'online',
    };
    const say = (person: string) => world.call('POST', `${inside}/feedback`, { person, body });
    const said = await say(BELOW.member);
    expect([said.status, said.body.code]).toEqual([201, undefined]);
    expect((await say(BELOW.colleague)).status).toBe(404);
  });

  it('is for its own again as soon as it decides so', async () => {
    expect((await reach('own')).status).toBe(200);
    expect(await status(inside, BELOW.member)).toBe(404);
  });

  it('is no matter of a branch, which has nobody below', async () => {
    const refused = await reach('subordinate', BRANCH);
    expect([refused.status, refused.body.code]).toEqual([422, 'reach-of-branch']);
  });
});
