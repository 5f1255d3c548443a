import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endOfDay } from '../../../domain/kernel/time.ts';
import { CAMPAIGN_ANSWERS } from '../../../functions/api/campaign-answers.ts';
import { OTHER_SCHOOL, PEOPLE, SCHOOL } from '../../support/school.ts';
import { ABOVE, type CampaignWorld, on, startCampaigns } from './campaigns.ts';
import { draft, ok, release } from './school.ts';
import type { World } from './world.ts';

const { clerk, head, otherHead, districtOffice } = PEOPLE;
const HERE = `/v1/organisations/${SCHOOL}`;
let world: World;
let { post, plan, read, stateOf, tasks } = {} as CampaignWorld;

beforeAll(async () => {
  ({ world, post, plan, read, stateOf, tasks } = await startCampaigns());
  const seat = { body: 'leading-group', position: 'head', person: otherHead, from: '2026-09-02' };
  await post(`/v1/organisations/${OTHER_SCHOOL}/seats`, seat, { person: districtOffice });
}, 60_000);
afterAll(() => world?.stop());

describe('the three windows of the district', () => {
  let path: string;
  beforeAll(async () => {
    path = await plan('全面推行党务公开', [
      {
        name: '动员部署，广泛发动',
        from: '2026-06-20',
        until: '2026-07-10',
        closes: ['training', 'mobilisation'],
      },
      { name: '依照目录，实施公开', from: '2026-08-20', until: '2026-09-30', closes: ['disclosure'] },
      { name: '总结经验，形成规范', from: '2026-11-01', until: '2026-11-30', closes: ['report'] },
    ]);
  });

  it('[XH-12] are a plan with three windows, of which each unit shows how it stands', async () => {
    const meeting = {
      kind: 'meeting',
      meeting: { type: 'mobilisation', layer: 'everybody' },
      attendance: { members: 5 },
    };
    const training = {
      kind: 'training',
      aims: ['meaning'],
      attendance: { members: 1 },
      participants: [{ person: head, organisation: SCHOOL }],
    };
    const twice = await post(
      `${HERE}/activities`,
      { ...meeting, title: '动员部署会（误录）', heldOn: '2026-06-30' },
      { person: clerk },
    );
    await post(`${twice.headers.location}/withdrawal`, { reason: '日期有误' }, { person: clerk });
    await post(
      `${HERE}/activities`,
      { ...meeting, title: '动员部署会', heldOn: '2026-07-02' },
      { person: clerk },
    );
    await post(
      `${ABOVE}/activities`,
      { ...training, title: '实务培训', heldOn: '2026-06-25' },
      { person: districtOffice },
    );
    expect(await stateOf(path, SCHOOL, 0, '2026-09-05')).toMatchObject({ state: 'closed', on: '2026-07-02' });
    expect(await stateOf(path, OTHER_SCHOOL, 0, '2026-09-05')).toMatchObject({
      state: 'behind',
      on: '2026-07-11',
      criteria: [{ criterion: 'training' }, { criterion: 'mobilisation' }],
    });
    const { joined } = (await ok(world, 'GET', `${HERE}/campaigns`, { person: clerk, now: on('2026-09-05') }))
      .body;
    expect(CAMPAIGN_ANSWERS.campaigns.shape.joined.safeParse(joined).error).toBeUndefined();
    const ours = joined.find(({ title }: { title: string }) => title === '全面推行党务公开');
    expect(ours.stages.map(({ own }: { own: { state: string } }) => own.state)).toEqual([
      'closed',
      'open',
      'not-begun',
    ]);
  });

  it('[XH-13] list at the end of the second one who has disclosed nothing in it', async () => {
    const item = await draft(world, { title: '第三季度公开' });
    await release(world, item);
    const reading = await read(path, '2026-10-01');
    expect(reading.stages[1].behind).toEqual([OTHER_SCHOOL]);
    expect(await stateOf(path, SCHOOL, 1, '2026-10-01')).toMatchObject({
      state: 'closed',
      criteria: [{ proof: { kind: 'item', id: item.split('/').at(-1) } }],
    });
  });

  it('[XH-14] have a day by which a summary is due, and list whose is missing', async () => {
    const summary = { title: '工作总结', text: '全年工作情况如下。', year: '2026' };
    await post(`${HERE}/filings/summaries`, summary, { person: clerk, now: on('2026-12-03') });
    const { stages } = await read(path, '2026-12-08');
    expect(stages[2]).toMatchObject({ until: '2026-11-30', closes: ['report'], behind: [OTHER_SCHOOL] });
    expect(await stateOf(path, SCHOOL, 2, '2026-12-08')).toMatchObject({ state: 'closed', late: true });
    expect((await read(path, '2026-11-30')).stages[2].behind).toEqual([]);
  });

  it('[XH-15] close on a training of each head, which teaches four things; heads without one are listed', async () => {
    const aims = ['meaning', 'principles', 'procedure', 'practice'];
    const campaign = await plan('负责人实务培训', [
      { name: '培训', from: '2026-09-01', until: '2026-09-30', closes: ['training'] },
    ]);
    expect((await stateOf(campaign, SCHOOL, 0, '2026-09-02')).state).toBe('open');
    const participants = [{ person: otherHead, organisation: OTHER_SCHOOL }];
    const body = {
      kind: 'training',
      title: '实务培训（第二期）',
      aims,
      attendance: { members: 1 },
      participants,
    };
    const call = { person: districtOffice, now: on('2026-09-10') };
    await post(`${ABOVE}/activities`, { ...body, heldOn: '2026-09-10' }, call);
    expect(await stateOf(campaign, OTHER_SCHOOL, 0, '2026-09-11')).toMatchObject({
      state: 'closed',
      on: '2026-09-10',
    });
    expect((await read(campaign, '2026-10-01')).stages[0].behind).toEqual([SCHOOL]);
    const { body: trainings } = await ok(world, 'GET', `${ABOVE}/trainings?year=2026`, call);
    expect(
      trainings.heads.map(({ name, trained }: { name: string; trained?: { on: string } }) => [
        name,
        trained?.on,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['陈光', '2026-06-25'],
        ['唐丽', '2026-09-10'],
      ]),
    );
  });

  it('[QD-06] make the yearly training a task of the office, with the heads who still miss it', async () => {
    await plan('2027年度集中业务培训', [
      { name: '年度培训', from: '2027-01-01', until: '2027-12-31', closes: ['training'] },
    ]);
    const training = async (day: string) =>
      (await tasks(day)).filter(({ title }: { title: string }) => title === '2027年度集中业务培训');
    expect(await training('2027-03-01')).toEqual([
      expect.objectContaining({ kind: 'hold-training', due: endOfDay('2027-12-31') }),
    ]);
    const { body } = await ok(world, 'GET', `${ABOVE}/trainings?year=2027`, {
      person: districtOffice,
      now: on('2027-03-01'),
    });
    expect(
      body.heads.map(({ name, trained }: { name: string; trained?: object }) => [name, trained]),
    ).toEqual(
      expect.arrayContaining([
        ['陈光', undefined],
        ['唐丽', undefined],
      ]),
    );
  });
});
