import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCHEME } from '../domain/profile/samples.ts';
import { DISTRICT, OTHER_SCHOOL, OTHER_STAFF, PEOPLE, SCHOOL, STAFFED } from '../support/school.ts';
import { idOf, pathOf } from './duties-support.ts';
import { DAY, World } from './support.ts';
import { majorDecision } from './systems-decision.ts';
import { hospital } from './systems-hospital.ts';
import { rosterOfUnits } from './systems-roster.ts';
import { Doings } from './systems-support.ts';

const ABOVE = pathOf(DISTRICT);
const { office, otherHead, districtOffice } = PEOPLE;

/** The systems that reports tell of, at work on one cloud: a committee over 46 units, a hospital, a bureau, two schools. */
let world: World;
beforeAll(async () => {
  world = await World.start();
  await world.openSchool('jingxin', { name: '市经济和信息化局党委', kind: 'committee', ...STAFFED });
  await world.openSchool('qiaodong', { name: '桥东街道党工委', kind: 'committee', ...STAFFED });
  await world.openSchool(SCHOOL, { name: '东方小学党支部', kind: 'branch', ...STAFFED });
  await world.openSchool(OTHER_SCHOOL, { name: '河嘴小学党支部', kind: 'branch', ...OTHER_STAFF });
});
afterAll(() => world?.stop());

const does = new Doings(() => world);
const { made, post, read, tasks, words } = does;

rosterOfUnits(does);
hospital(does);
majorDecision(does);

/** 东方小学 and 河嘴乡小学: what is rolled out in stages, and who keeps up. */
describe('a roll-out to two schools', () => {
  let campaign: string;
  const STAGES = [
    ['宣传发动', 0, 1, ['leading-group', 'scheme']],
    ['清理内容', 2, 19, ['register']],
    ['公开实施', 20, 60, ['disclosure']],
    ['总结完善', 61, 120, ['report']],
  ] as const;

  it('[HZ-31] has four dated stages for each, the first of which takes a group and a scheme', async () => {
    const stages = STAGES.map(([name, from, until, closes]) => ({
      name,
      from: world.day(from),
      until: world.day(until),
      closes,
    }));
    campaign = await made(`${ABOVE}/campaigns`, districtOffice, {
      title: '全面实行党务公开',
      units: [SCHOOL, OTHER_SCHOOL],
      stages,
    });
    await post(`${pathOf(SCHOOL)}/schemes`, office, { ...SCHEME, bases: [] });
    await world.cloud.idle();
    const { stages: planned, units } = await read(campaign, districtOffice);
    expect(planned).toMatchObject(stages);
    const first = (unit: string) => units.find(({ id }: { id: string }) => id === unit).stages[0];
    expect(first(SCHOOL)).toMatchObject({ state: 'closed', on: world.day(0) });
    expect(first(OTHER_SCHOOL)).toEqual({
      state: 'open',
      criteria: [{ criterion: 'leading-group' }, { criterion: 'scheme' }],
    });
    for (const { stages: own } of units) expect(own).toHaveLength(4);
  });

  it('names the school that is behind until it was urged, and knows that it followed late', async () => {
    await world.pass(2 * DAY);
    expect((await read(campaign, districtOffice)).stages[0]).toMatchObject({
      behind: [OTHER_SCHOOL],
      ended: { behind: [OTHER_SCHOOL] },
    });
    expect(await tasks(ABOVE, districtOffice, idOf(campaign))).toEqual(['urge-stage']);
    await post(`${campaign}/urging`, districtOffice, { stage: 0, note: '请本周内成立领导小组。' });
    expect(await tasks(ABOVE, districtOffice, idOf(campaign))).toEqual([]);
    const { joined } = await read(`${pathOf(OTHER_SCHOOL)}/campaigns`, otherHead);
    expect(joined[0].stages[0]).toMatchObject({
      own: { state: 'behind' },
      urged: { note: '请本周内成立领导小组。' },
    });
    const first = async () =>
      (await read(campaign, districtOffice)).units.find(({ id }: { id: string }) => id === OTHER_SCHOOL)
        .stages[0];
    const seat = { body: 'leading-group', position: 'head', person: otherHead, from: world.day(0) };
    await post(`${pathOf(OTHER_SCHOOL)}/seats`, districtOffice, seat);
    await world.cloud.idle();
    expect((await first()).state).toBe('behind');
    await world.act(`${pathOf(OTHER_SCHOOL)}/schemes`, otherHead, { ...SCHEME, bases: [] });
    expect(await first()).toMatchObject({ state: 'closed', on: world.day(0), late: true });
    expect(await words(`/desk/o/${DISTRICT}/campaigns/${idOf(campaign)}`, districtOffice)).toContain(
      '河嘴小学党支部',
    );
  });
});

it('leaves nothing behind: no failure in a function, no message that was given up on', () => {
  expect(world.troubles).toEqual([]);
});
