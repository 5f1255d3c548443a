import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCommit } from '../../../domain/kernel/commit.ts';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { endOfDay } from '../../../domain/kernel/time.ts';
import { Aggregates } from '../../../functions/shell/aggregates.ts';
import { CampaignReadings } from '../../../functions/shell/reading/campaign-readings.ts';
import { Tenancy } from '../../../functions/shell/tenancy.ts';
import { DISTRICT, OTHER_SCHOOL, PEOPLE, SCHOOL } from '../../support/school.ts';
import { ABOVE, type CampaignWorld, on, startCampaigns } from './campaigns.ts';
import { ok } from './school.ts';
import type { World } from './world.ts';

const { clerk, head, office, otherHead, districtOffice, member } = PEOPLE;
const HERE = `/v1/organisations/${SCHOOL}`;
let world: World;
let { post, plan, read, stateOf, tasks } = {} as CampaignWorld;

beforeAll(async () => {
  ({ world, post, plan, read, stateOf, tasks } = await startCampaigns());
}, 60_000);
afterAll(() => world?.stop());

const rule = { title: '责任制度', text: '办公室负责具体工作。' };
const part = '按上级要求办理。';
const SCHEME = {
  title: '党务公开实施方案',
  idea: part,
  audience: part,
  content: part,
  methods: part,
  steps: part,
  goals: part,
  assessment: part,
  principles: ['注重实效原则'],
  bases: [],
  rules: { responsibility: rule, supervision: rule, feedback: rule, appraisal: rule },
};

describe('the four stages of the village school', () => {
  const STAGES = [
    { name: '宣传发动', from: '2026-09-01', until: '2026-09-10', closes: ['leading-group', 'scheme'] },
    { name: '清理内容', from: '2026-09-10', until: '2026-09-20', closes: ['register', 'ledger'] },
    { name: '公开实施', from: '2026-09-21', until: '2026-09-28', closes: ['mandated-rows'] },
    { name: '总结完善', from: '2026-11-01', until: '2026-12-31', closes: ['report'] },
  ];
  let path: string;
  beforeAll(async () => {
    path = await plan('全面实行党务公开', STAGES);
  });

  it('[HZ-31] are a plan with four dated stages for each unit, the first of which takes group and scheme', async () => {
    const reading = await read(path, '2026-09-05');
    expect(
      reading.stages.map(({ name, from, until }: Record<string, string>) => ({ name, from, until })),
    ).toEqual(STAGES.map(({ closes: _, ...dated }) => dated));
    for (const { stages } of reading.units) expect(stages).toHaveLength(4);
    expect(await stateOf(path, SCHOOL, 0, '2026-09-05')).toEqual({
      state: 'open',
      criteria: [
        {
          criterion: 'leading-group',
          proof: { on: '2026-01-01', kind: 'seats', organisation: SCHOOL, id: '' },
        },
        { criterion: 'scheme' },
      ],
    });
    const seat = { body: 'leading-group', position: 'head', person: otherHead, from: '2026-09-02' };
    await post(`/v1/organisations/${OTHER_SCHOOL}/seats`, seat, {
      person: districtOffice,
      now: on('2026-09-02'),
    });
    await post(`${HERE}/schemes`, SCHEME, { person: office, now: on('2026-09-08') });
    expect(await stateOf(path, SCHOOL, 0, '2026-09-09')).toMatchObject({ state: 'closed', on: '2026-09-08' });
    expect(await stateOf(path, OTHER_SCHOOL, 0, '2026-09-09')).toMatchObject({ state: 'open' });
  });

  it('tell when one is over who is behind, on the desk and in the record, until they were urged', async () => {
    await world.wake(endOfDay('2026-09-10'));
    const reading = await read(path, '2026-09-11');
    expect(reading.stages[0]).toMatchObject({ behind: [OTHER_SCHOOL], ended: { behind: [OTHER_SCHOOL] } });
    expect(reading.units[0]).toMatchObject({
      id: OTHER_SCHOOL,
      stages: [{ state: 'behind', on: '2026-09-11' }, {}, {}, {}],
    });
    // One step for all that were slept through; whoever has closed the stage is not in it.
    const stream = new OrgScope(DISTRICT).stream('CAMPAIGN', path.split('/').at(-1) ?? '');
    const spoken = (await world.log.read(stream)).flatMap((commit) => openCommit(commit).events);
    expect(spoken).toContainEqual({
      type: 'LadderStepReached',
      data: { stage: 0, step: 'T', says: 'due-soon', dueOn: '2026-09-10', behind: [OTHER_SCHOOL] },
    });
    expect(await tasks('2026-09-11')).toEqual([
      expect.objectContaining({ kind: 'urge-stage', title: '全面实行党务公开' }),
    ]);
    const urging = { stage: 0, note: '请本周内拟定实施方案。' };
    expect((await world.call('POST', `${path}/urging`, { person: clerk, body: urging })).body.code).toBe(
      'not-permitted',
    );
    await post(`${path}/urging`, urging, { person: districtOffice, now: on('2026-09-11') });
    expect(await tasks('2026-09-11')).toEqual([]);
    const joined = async (id: string, person: string) =>
      (await ok(world, 'GET', `/v1/organisations/${id}/campaigns`, { person, now: on('2026-09-12') })).body
        .joined;
    const [theirs] = await joined(OTHER_SCHOOL, otherHead);
    expect(theirs.stages[0]).toMatchObject({ own: { state: 'behind' }, urged: { note: urging.note } });
    const [ours] = await joined(SCHOOL, clerk);
    expect(ours.stages[0].urged).toBeUndefined();
    await post(`/v1/organisations/${OTHER_SCHOOL}/schemes`, SCHEME, {
      person: otherHead,
      now: on('2026-09-15'),
    });
    expect(await stateOf(path, OTHER_SCHOOL, 0, '2026-09-16')).toMatchObject({
      state: 'closed',
      on: '2026-09-15',
      late: true,
    });
    expect((await read(path, '2026-09-16')).stages[0]).toMatchObject({
      behind: [],
      ended: { behind: [OTHER_SCHOOL] },
    });
  });

  it('[HZ-32] close the second one when register and ledger are there', async () => {
    const before = await stateOf(path, SCHOOL, 1, '2026-09-12');
    expect(before).toMatchObject({
      state: 'open',
      criteria: [{ criterion: 'register' }, { criterion: 'ledger', proof: { kind: 'ledger', id: '2026Q3' } }],
    });
    const power = { name: '发展党员', basis: '党章', reason: '清理' };
    for (const holder of [{ kind: 'collective' }, { kind: 'leader', person: head, post: '书记' }])
      await post(`${HERE}/powers`, { ...power, holder }, { person: clerk, now: on('2026-09-13') });
    expect((await stateOf(path, SCHOOL, 1, '2026-09-13')).state).toBe('open');
    await post(
      `${HERE}/powers/publication`,
      { audience: 'party', reason: '清理完成' },
      { person: head, now: on('2026-09-14') },
    );
    expect(await stateOf(path, SCHOOL, 1, '2026-09-15')).toMatchObject({ state: 'closed', on: '2026-09-14' });
    expect((await stateOf(path, OTHER_SCHOOL, 1, '2026-09-15')).state).toBe('open');
  });

  it('[HZ-33] close the third one with the first disclosure of the last mandatory row', async () => {
    const { body } = await ok(world, 'GET', `${HERE}/catalogue`, { person: clerk });
    const rows: { id: string }[] = body.rows
      .map(({ row }: { row: object }) => row)
      .filter(({ mandated }: { mandated: boolean }) => mandated);
    expect(rows.length).toBeGreaterThan(20);
    const disclose = (row: string, day: string) =>
      world.ledgers.disclose(
        new OrgScope(SCHOOL),
        { row, on: day, forms: ['公示栏'], exception: false },
        {
          now: on(day),
          actor: { kind: 'system', name: 'test' },
          commandId: `row-${row}`,
          correlation: 'rows',
        },
      );
    const [last, ...others] = rows;
    for (const { id } of others) await disclose(id, '2026-09-22');
    expect(await stateOf(path, SCHOOL, 2, '2026-09-24')).toMatchObject({
      state: 'open',
      criteria: [{ parts: { done: rows.length - 1, of: rows.length } }],
    });
    await disclose(last?.id ?? '', '2026-09-25');
    expect(await stateOf(path, SCHOOL, 2, '2026-09-26')).toMatchObject({ state: 'closed', on: '2026-09-25' });
    expect(await stateOf(path, OTHER_SCHOOL, 2, '2026-09-26')).toMatchObject({
      state: 'open',
      criteria: [{ parts: { done: 0, of: rows.length } }],
    });
    const { duties } = (
      await ok(world, 'GET', `/v1/organisations/${OTHER_SCHOOL}/ledgers/2026Q3`, { person: otherHead })
    ).body;
    const { id: duty } = duties.find(({ id }: { id: string }) => rows.some((row) => row.id === id));
    const waiver = { duty, ground: 'nothing-to-disclose', note: '本校没有这项内容。' };
    await post(`/v1/organisations/${OTHER_SCHOOL}/ledgers/2026Q3/waivers`, waiver, {
      person: districtOffice,
      now: on('2026-09-26'),
    });
    expect(await stateOf(path, OTHER_SCHOOL, 2, '2026-09-26')).toMatchObject({
      criteria: [{ parts: { done: 0, of: rows.length - 1 } }],
    });
  });

  it('[HZ-34] close the last one when the report is filed upward', async () => {
    expect((await stateOf(path, SCHOOL, 3, '2026-12-01')).state).toBe('open');
    const report = {
      title: '党务公开专题报告',
      text: '全年工作情况报告如下。',
      receiver: 'office',
    };
    await post(`${HERE}/filings`, report, { person: clerk, now: on('2026-12-03') });
    expect(await stateOf(path, SCHOOL, 3, '2026-12-04')).toMatchObject({
      state: 'closed',
      on: '2026-12-03',
      criteria: [{ proof: { kind: 'filing', organisation: SCHOOL } }],
    });
    expect((await stateOf(path, OTHER_SCHOOL, 3, '2027-01-01')).state).toBe('behind');
    const [{ proof }] = (await stateOf(path, SCHOOL, 3, '2026-12-04')).criteria;
    const returning = { reason: '请补充下一步打算。' };
    await post(`${ABOVE}/received-filings/${SCHOOL}/${proof.id}/return`, returning, {
      person: districtOffice,
      now: on('2026-12-05'),
    });
    expect((await stateOf(path, SCHOOL, 3, '2026-12-06')).state).toBe('open');
    await post(`${HERE}/filings`, report, { person: clerk, now: on('2026-12-07') });
    expect(await stateOf(path, SCHOOL, 3, '2026-12-08')).toMatchObject({ state: 'closed', on: '2026-12-07' });
  });
});

describe('a campaign', () => {
  const STAGES = [
    { name: '公开', from: '2026-09-01', until: '2026-09-30', closes: ['disclosure', 'training', 'report'] },
  ];

  it('is for those below, and nobody else reads it', async () => {
    const refused = await world.call('POST', `${ABOVE}/campaigns`, {
      person: districtOffice,
      body: { title: '试点', stages: STAGES, units: [SCHOOL, 'elsewhere'] },
    });
    expect([refused.status, refused.body.code, refused.body.field]).toEqual([
      422,
      'campaign-unit-elsewhere',
      'units.1',
    ]);
    const path = await plan('试点先行', STAGES, { units: [SCHOOL] });
    expect((await read(path, '2026-09-05')).units.map(({ id }: { id: string }) => id)).toEqual([SCHOOL]);
    for (const person of [clerk, otherHead, member])
      expect((await world.call('GET', path, { person })).status).toBe(404);
    for (const person of [member, otherHead])
      expect((await world.call('GET', `${HERE}/campaigns`, { person })).status).toBe(404);
    expect((await world.call('GET', `${HERE}/campaigns`)).status).toBe(401);
    const { body } = await ok(world, 'GET', `/v1/organisations/${OTHER_SCHOOL}/campaigns`, {
      person: otherHead,
    });
    expect(JSON.stringify(body.joined)).not.toContain('试点先行');
  });

  it('is planned by a school for itself, where nobody stands below', async () => {
    const body = { title: '本校实施计划', stages: [{ ...STAGES[0], closes: ['ledger'] }] };
    const { headers } = await post(`${HERE}/campaigns`, body, { person: clerk });
    const reading = await ok(world, 'GET', headers.location ?? '', { person: clerk, now: on('2026-09-05') });
    expect(reading.body.units).toEqual([
      expect.objectContaining({ id: SCHOOL, stages: [expect.objectContaining({ state: 'closed' })] }),
    ]);
  });

  it('is read with as many queries of the views, and looks at the record, however many units there are', async () => {
    const path = await plan('计数', STAGES);
    const id = path.split('/').at(-1) ?? '';
    let queries = 0;
    const counted =
      <Args extends unknown[], Answer>(read: (...args: Args) => Answer) =>
      (...args: Args) => {
        queries += 1;
        return read(...args);
      };
    const { views } = world;
    const aggregates = new Aggregates(world.log);
    const readings = new CampaignReadings({
      aggregates,
      tenancy: new Tenancy(aggregates),
      district: DISTRICT,
      views: {
        list: counted((...args) => views.list(...args)),
        listIndex: counted((...args) => views.listIndex(...args)),
      },
    });
    const scope = new OrgScope(DISTRICT);
    const reader = await world.readings.reader(scope, districtOffice, world.now);
    const count = async () => {
      queries = 0;
      const { units } = await readings.one(scope, id, reader, world.now);
      return { units: units.length, queries };
    };
    const before = await count();
    for (const school of ['jiangwan', 'beitang', 'nanhu'])
      await post(
        '/v1/organisations',
        { id: school, name: `${school}党支部`, shortName: school, kind: 'branch', superior: DISTRICT },
        { person: districtOffice },
      );
    const after = await count();
    expect(after).toEqual({ units: before.units + 3, queries: before.queries });
    // Organisations, the district's own log, the logs right below it, and what was filed with it.
    expect(before.queries).toBe(4);
  });
});
