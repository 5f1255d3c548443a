import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RosterRow } from '../../domain/roster/columns.ts';
import { eachOf } from '../../infra/local/sample/each-of.ts';
import { OPINION, SCHEME, STATISTICS } from '../domain/profile/samples.ts';
import { communities } from '../domain/roster/communities.ts';
import { content, DISTRICT, OTHER_SCHOOL, OTHER_STAFF, PEOPLE, SCHOOL, STAFFED } from '../support/school.ts';
import { idOf, pathOf, wordsOf } from './duties-support.ts';
import { DAY, HOUR, World } from './support.ts';
import { branchRoster, HOSPITAL, hospitalRoster, membersOf, secretaryOf, WARDS } from './systems-support.ts';

const BUREAU = 'jingxin';
const COMMITTEE = 'qiaodong';
const [ABOVE, HERE, UNITS, MEDICAL] = [DISTRICT, BUREAU, COMMITTEE, HOSPITAL].map(pathOf) as [
  string,
  string,
  string,
  string,
];
const { clerk, office, head, member, teacher, otherHead, passerBy, districtOffice } = PEOPLE;
/** 监督小组 of the district; one of the two comes from the hospital. */
const [inspector, fromHospital] = ['fang-wei', 'xia-yun'];

/** The systems that three reports tell of, at work on one cloud: a bureau, a committee over 46 units, and a hospital. */
let world: World;
beforeAll(async () => {
  world = await World.start();
  await world.openSchool(BUREAU, { name: '市经济和信息化局党委', kind: 'committee', ...STAFFED });
  await world.openSchool(COMMITTEE, { name: '桥东街道党工委', kind: 'committee', ...STAFFED });
  await world.openSchool(SCHOOL, { name: '东方小学党支部', kind: 'branch', ...STAFFED });
  await world.openSchool(OTHER_SCHOOL, { name: '河嘴小学党支部', kind: 'branch', ...OTHER_STAFF });
});
afterAll(() => world?.stop());

const read = async (path: string, person?: string) => (await world.ok('GET', path, person)).body;
const post = (path: string, person: string | undefined, body: object = {}) =>
  world.ok('POST', path, person, body);
const made = async (path: string, person: string, body: object): Promise<string> =>
  (await post(path, person, body)).headers.get('location') ?? '';
const status = async (path: string, person?: string) => (await world.call('GET', path, person)).status;
/** What a page of the site says; it must be there. */
async function words(path: string, person?: string): Promise<string> {
  const page = await world.page(path, person);
  expect(page.status, path).toBe(200);
  return wordsOf(page.text);
}
const tasksOf = async (place: string, person: string, id: string): Promise<string[]> => {
  await world.cloud.idle();
  return (await read(`${place}/desk`, person)).tasks
    .filter((task: { id: string }) => task.id === id)
    .map(({ kind, overdue }: { kind: string; overdue: boolean }) => (overdue ? `${kind}!` : kind));
};
/** What is begun at first, and followed up when its day is over. */
let circular: string;
let order: string;
let campaign: string;
const received = (ward: string, place = '') =>
  `${pathOf(ward)}/received-circulars/${HOSPITAL}/${circular}${place}`;
/** Something that society may read, under a row of committees. */
const told = (changes: object) => content({ row: 'c-24', ...changes });
const byUnit = (rows: readonly RosterRow[]) => rows.map((row) => JSON.stringify(row)).toSorted();

/** 桥东区: 46 communities, each with a general branch, and 144 people who work for them. */
describe('a roster of 46 units', () => {
  const rows = communities().map((row) => ({ ...row, superior: COMMITTEE }));
  const send = (by: string, sent: readonly RosterRow[], more: object = {}) =>
    world.call('POST', `${pathOf(by === office ? COMMITTEE : DISTRICT)}/roster`, by, { rows: sent, ...more });
  const created = (roster: readonly { people: { created: number } }[]) =>
    roster.reduce((sum, { people }) => sum + people.created, 0);
  const below = async () => {
    const { organisations } = await read('/v1/organisations');
    return organisations.filter(({ superior }: { superior?: string }) => superior === COMMITTEE);
  };
  const exported = async (): Promise<RosterRow[]> => (await read(`${UNITS}/roster`, office)).rows;

  it('[QD-02] is previewed; its units are set up by the district, and nobody else', async () => {
    const units = [...Map.groupBy(rows, ({ unit }) => unit).values()].map(
      ([{ unit, unitName, shortName, kind, superior } = {}]) => ({
        unit,
        unitName,
        shortName,
        kind,
        superior,
      }),
    );
    const { body: refused } = await send(office, units);
    expect(refused.errors).toHaveLength(46);
    expect(refused.errors[0]).toMatchObject({ field: 'rows.0.unit', code: 'not-permitted' });
    const { body: preview } = await send(districtOffice, units, { check: true });
    expect(preview.stage).toBe('checked');
    expect(preview.roster.filter(({ isNew }: { isNew: boolean }) => isNew)).toHaveLength(46);
    expect(await below()).toEqual([]);
    expect((await send(districtOffice, units)).body.stage).toBe('imported');
    await world.cloud.idle();
    expect(await below()).toHaveLength(46);
  });

  it('is refused as a whole when it is broken, every error by its row', async () => {
    const broken = rows.map((row, index) => {
      if (index === 3) return { ...row, name: '王一 11010519491231002X' };
      return index === 100 ? { ...row, position: '团长' } : row;
    });
    const before = await exported();
    const answer = await send(office, broken);
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toMatchObject([
      { field: 'rows.3.name', code: 'cell-private-number' },
      { field: 'rows.100.position' },
    ]);
    expect(answer.body.errors[1].zh).toContain('书记、副书记、委员');
    expect(await exported()).toEqual(before);
  });

  it('[QD-01] [QD-02] comes in with 144 people, and goes out as it came; roles come from it', async () => {
    const { body: preview } = await send(office, rows, { check: true });
    expect([preview.stage, preview.roster.length, created(preview.roster)]).toEqual(['checked', 46, 144]);
    const { body: imported } = await send(office, rows);
    expect([imported.stage, created(imported.roster)]).toEqual(['imported', 144]);
    await world.cloud.idle();
    const theirs = (await exported()).filter(({ unit }) => unit?.startsWith('community-'));
    expect(byUnit(theirs)).toEqual(byUnit(rows));
    expect((await send(office, await exported())).body.stage).toBe('unchanged');
    const { memberships } = await read('/v1/me', 'worker-h7');
    expect(memberships).toMatchObject([{ id: 'community-08', seats: [{ seat: 'party-committee:head' }] }]);
  });

  it('[QD-03] says who leads the units and whence they came, and names units without a secretary', async () => {
    const { units, workers, positions, withoutHead } = await read(`${UNITS}/composition`, office);
    expect([units, workers]).toEqual([46, 144]);
    const figures = positions.map(
      ({ position, count, origins: [origin] }: { position: string; count: number; origins: object[] }) => ({
        position,
        count,
        ...origin,
        of: count,
      }),
    );
    expect(figures).toMatchObject([
      { position: 'head', of: 43, origin: 'transferred', count: 41, perMille: 953 },
      { position: 'deputy', of: 15, origin: 'recruited', count: 14, perMille: 933 },
      { position: 'member', of: 86, origin: 'recruited', count: 79, perMille: 919 },
    ]);
    expect(withoutHead.map(({ id }: { id: string }) => id)).toEqual(
      ['44', '45', '46'].map((number) => `community-${number}`),
    );
    const page = await words(`/desk/o/${COMMITTEE}/roster`, office);
    expect(page).toContain('95.3%');
  });

  it('is rated once a year: the units are asked to appraise themselves first', async () => {
    await post(`${UNITS}/rounds/2026`, office, { selfUntil: world.day(8), note: '请如实自评。' });
    const early = `${pathOf('community-01')}/assessments/2026/verdict`;
    expect(await world.refused(early, office, { score: 90, text: '公开及时。' })).toBe(
      'assessment-self-awaited',
    );
  });
});

/** 连云港市妇幼保健院: a committee with six branches and 132 members, and no school. */
describe('a hospital', () => {
  it('[LY-01] [LY-05] comes in from its rosters: six branches, 132 members, two heads of its leading group', async () => {
    // The district sets up the committee and its branches; who belongs to those, the committee says.
    const files = [
      [DISTRICT, districtOffice, hospitalRoster()],
      [HOSPITAL, office, branchRoster()],
    ] as const;
    for (const [place, by, rows] of files) {
      const answer = await world.call('POST', `${pathOf(place)}/roster`, by, { rows });
      expect(answer.body.stage, answer.text).toBe('imported');
    }
    await world.cloud.idle();
    const { organisations } = await read('/v1/organisations');
    expect(
      organisations.flatMap(({ id, kind, superior }: Record<string, string>) =>
        superior === HOSPITAL ? [[id, kind]] : [],
      ),
    ).toEqual(WARDS.map((ward) => [ward, 'branch']));
    const { work, bodies } = await read(MEDICAL, office);
    expect(new Set(work.people.map(({ id }: { id: string }) => id)).size).toBe(132);
    const group = bodies.find(({ body }: { body: string }) => body === 'leading-group');
    expect(group.seats.map(({ title }: { title: string }) => title)).toEqual([
      '组长',
      '组长',
      ...WARDS.map(() => '成员'),
    ]);
    await post(`${MEDICAL}/catalogue/adoption`, districtOffice, { template: 'committee', version: 1 });
  });

  it('[LY-02] [LY-03] [LY-04] has statistics that add up, and hides small figures outside the Party', async () => {
    const { employment, sex, age, education } = STATISTICS;
    for (const [field, wrong] of Object.entries({
      employment: { ...employment, active: 107 },
      sex: { ...sex, female: 85 },
      age: { ...age, to54: 30 },
      education: { ...education, basic: 5 },
    })) {
      const answer = await world.call('POST', `${MEDICAL}/statistics`, office, {
        ...STATISTICS,
        [field]: wrong,
      });
      expect([answer.body.code, answer.body.field]).toEqual(['statistics-do-not-add-up', field]);
    }
    await world.act(`${MEDICAL}/statistics`, office, STATISTICS);
    const schooling = async (reader?: string) => {
      const { branches, members } = await read(`${MEDICAL}/statistics`, reader);
      expect([branches, members.total]).toEqual([6, 132]);
      const { parts } = members.breakdowns.find(
        ({ breakdown }: { breakdown: string }) => breakdown === 'education',
      );
      return parts.map(({ count }: { count?: number }) => count);
    };
    for (const outside of [undefined, otherHead])
      expect(await schooling(outside)).toEqual([7, 67, 27, undefined, undefined, undefined]);
    expect(await schooling('ward-4-9')).toEqual([7, 67, 27, 23, 4, 4]);
    const page = (reader?: string) => words(`/o/${HOSPITAL}/statistics`, reader);
    expect(await page()).toContain('初中及以下 ＊');
    expect(await page('ward-4-9')).toContain('初中及以下 4');
  });

  it('[LY-10] [LY-19] says on what each disclosure rests, and its summary splits them by that', async () => {
    await world.ok('PUT', `${MEDICAL}/bases`, office, { bases: [OPINION] });
    await world.ok('PUT', `${MEDICAL}/citations`, office, { row: 'c-24', bases: [OPINION.id] });
    await post(`${MEDICAL}/schemes`, office, { ...SCHEME, title: '妇幼保健院党务公开方案' });
    const scheme = await read(`${MEDICAL}/schemes`);
    expect(scheme).toMatchObject({
      bases: [{ number: '连发[2010]37号' }],
      citations: { 'c-24': [OPINION.id] },
      shown: { bases: [OPINION.id] },
    });
    for (const basis of ['statutory', 'voluntary', 'voluntary', 'on-request'])
      await world.disclose(
        HOSPITAL,
        told({ basis, title: `医疗设备采购情况（${basis}）`, basedOn: OPINION.number }),
      );
    const { summary } = await read(`${MEDICAL}/summaries/2026`, office);
    const tables = summary.sections.flatMap((section: { tables: object[] }) => section.tables);
    const { figures } = tables.find(({ caption }: { caption: string }) => caption === '按公开方式');
    expect(figures).toEqual([
      { name: '法定公开', count: 1 },
      { name: '主动公开', count: 2 },
      { name: '依申请公开', count: 1 },
    ]);
  });

  it('[LY-13] records meetings of the four kinds, each counted', async () => {
    const kinds = ['general', 'briefing', 'organisation-life', 'opinions'];
    for (const type of kinds)
      await post(`${MEDICAL}/activities`, clerk, {
        kind: 'meeting',
        meeting: { type, layer: 'members' },
        title: '党员大会',
        heldOn: world.day(-1),
        place: '学术报告厅',
        attendance: { members: 120 },
      });
    await world.cloud.idle();
    const { year } = await read(`${MEDICAL}/activities?year=2026`, clerk);
    expect(year.meetings).toEqual(Object.fromEntries(kinds.map((kind) => [kind, 1])));
  });

  it('sends a document to its branches, one of which reads it as a whole', async () => {
    const sent = await world.act(`${MEDICAL}/circulars`, office, {
      title: '关于开展廉政学习的通知',
      text: '请组织全体党员学习。',
      recipients: WARDS,
      readers: 'party',
      task: '学习后报送小结。',
      dueOn: world.day(8),
    });
    circular = sent.body.id;
    for (const ward of ['ward-1', 'ward-2']) await post(received(ward, '/receipt'), secretaryOf(ward));
    await eachOf(membersOf('ward-1'), async ([reader]) => {
      await post(received('ward-1', '/readings'), reader);
    });
    await eachOf(membersOf('ward-2').slice(2), async ([reader]) => {
      await post(received('ward-2', '/readings'), reader);
    });
    await world.act(received('ward-1', '/completion'), 'ward-1-1', { note: '全体党员已学习。' });
    expect(await status(received('ward-1'), 'ward-2-3')).toBe(404);
    const inbox = await read(`${pathOf('ward-3')}/received-circulars`, 'ward-3-7');
    expect(inbox.circulars).toMatchObject([{ id: circular, issuer: HOSPITAL, asked: true }]);
    expect(await words(`/o/ward-3/circulars/${HOSPITAL}/${circular}`, 'ward-3-7')).toContain(
      '请组织全体党员学习。',
    );
  });

  it('is visited by a supervisor who is not from there, and has something to put right', async () => {
    const people = [inspector, fromHospital].map((id, index) => ({
      id,
      name: ['方伟', '夏云'][index],
      partyMember: true,
      staff: true,
    }));
    await post(`${ABOVE}/people`, districtOffice, { people });
    const place = { body: 'supervision-group', position: 'member', from: '2026-01-01' };
    await post(`${ABOVE}/seats`, districtOffice, { ...place, person: inspector });
    await post(`${ABOVE}/seats`, districtOffice, { ...place, person: fromHospital, unit: HOSPITAL });
    const plan = { means: 'check', on: world.day(0), purpose: '查看宣传栏。' };
    expect(await world.refused(`${MEDICAL}/visits`, fromHospital, plan)).toBe('not-permitted');
    const along = { ...plan, visitors: [inspector, fromHospital] };
    expect(await world.refused(`${MEDICAL}/visits`, inspector, along)).toBe('visitor-conflict');
    const visit = await made(`${MEDICAL}/visits`, inspector, plan);
    expect(await tasksOf(ABOVE, inspector, idOf(visit))).toEqual(['record-visit']);
    await post(`${visit}/record`, inspector, { on: world.day(0), summary: '查看了门诊楼宣传栏。' });
    await post(`${visit}/findings`, inspector, { aspect: 'form', text: '宣传栏内容没有标注日期。' });
    order = await made(`${MEDICAL}/rectification-orders`, inspector, {
      aspects: ['form'],
      text: '请标注公开日期。',
      owner: clerk,
      dueOn: world.day(8),
      visit: idOf(visit),
    });
    expect(await tasksOf(MEDICAL, clerk, idOf(order))).toEqual(['meet-order']);
    const seen = await read(visit, clerk);
    expect(seen).toMatchObject({ stage: 'held', findings: [{ aspect: 'form' }] });
    expect(seen.followUps.map(({ id }: { id: string }) => id)).toEqual([idOf(order)]);
  });
});

/** 东方小学 and 河嘴乡小学: what is rolled out in stages, and who keeps up. */
describe('a roll-out to two schools', () => {
  const STAGES = [
    ['宣传发动', 0, 8, ['leading-group', 'scheme']],
    ['清理内容', 9, 19, ['register']],
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
});

/** 滕州: what is decided there passes six mechanisms. */
describe('a major decision', () => {
  let decision: string;
  const step = (place: string, body: object, by: string = clerk) => post(`${decision}/${place}`, by, body);
  const refused = (place: string, body: object, by: string = clerk) =>
    world.refused(`${decision}/${place}`, by, body);
  const round = (kind: string) => ({
    kind,
    from: world.day(0),
    until: world.day(0),
    heard: 12,
    points: [{ text: '建议优先保障中小企业。', taken: true, reply: '已写入方案。' }],
  });
  const statuses = async (): Promise<string[]> =>
    (await read(decision)).mechanisms.map((each: { status: string }) => each.status);

  it('is announced, and shows who left a step out and why', async () => {
    decision = await made(`${HERE}/decisions`, clerk, {
      title: '技术改造专项资金分配方案',
      summary: '拟对二十家企业给予补助。',
      matter: 'major-decision',
      hot: true,
      audience: 'public',
    });
    expect(await status(decision, teacher)).toBe(404);
    expect(await refused('rounds', round('forum'))).toBe('decision-step-first');
    await step('notice', { requirements: '请研究评审办法。', meetingOn: world.day(9) });
    const skip = { step: 'deliberation', reason: '班子成员外出调研，经请示同意。' };
    expect(await refused('skips', skip)).toBe('not-permitted');
    await step('skips', skip, head);
    expect(await refused('skips', { ...skip, step: 'consultation' }, head)).toBe('decision-step-binding');
    const { mechanisms } = await read(decision);
    expect(mechanisms[0]).toMatchObject({
      zh: '事先预告和会前酝酿',
      steps: [
        { step: 'notice' },
        { step: 'deliberation', status: 'skipped', reason: skip.reason, signed: { who: expect.any(String) } },
      ],
    });
    const page = await words(`/o/${BUREAU}/decisions/${idOf(decision)}`, member);
    for (const said of [skip.reason, '陈光', '已跳过']) expect(page).toContain(said);
  });

  it('[TZ-26] is consulted on by forum, letter and questionnaire, and what was said stays with it', async () => {
    await step('rounds', round('forum'));
    expect(await refused('publicity', { place: '公示栏', from: world.day(0), until: world.day(9) })).toBe(
      'decision-step-first',
    );
    await step('rounds', round('letter'));
    const survey = await made(`${HERE}/surveys`, clerk, {
      kind: 'questionnaire',
      title: '资金分配意见',
      questions: [{ kind: 'scale', text: '是否赞成该方案' }],
      groups: ['party', 'society'],
      audience: 'public',
      opensAt: world.at(60_000),
      closesAt: world.at(DAY),
    });
    await world.pass(HOUR);
    for (const degree of [5, 4, 2]) await post(`${survey}/ballots`, undefined, { answers: [degree] });
    await world.pass(DAY);
    const asked = { kind: 'questionnaire', from: world.day(-1), until: world.day(0), heard: 3 };
    expect(await refused('rounds', { ...asked, survey: 'no-such-survey' })).toBe('round-survey-wrong');
    await step('rounds', { ...asked, survey: idOf(survey) });
    const { rounds } = await read(decision);
    expect(rounds).toMatchObject([
      { kind: 'forum', points: [{ taken: true }] },
      { kind: 'letter', points: [{ reply: '已写入方案。' }] },
      { kind: 'questionnaire', survey: idOf(survey) },
    ]);
  });

  it('[TZ-27] [TZ-28] is public for a week before a quorum votes on it, by secret ballot', async () => {
    const meeting = {
      heldOn: world.day(0),
      place: '会议室',
      entitled: 9,
      present: 7,
      resolution: '提交表决。',
      outcome: 'to-vote',
    };
    expect(await refused('meeting', meeting)).toBe('decision-step-first');
    const publicity = { place: '公示栏', from: world.day(0), until: world.day(7) };
    expect(await refused('publicity', { ...publicity, until: world.day(6) })).toBe('publicity-too-short');
    await step('publicity', publicity);
    expect(await refused('meeting', meeting)).toBe('publicity-running');
    await world.pass(8 * DAY);
    const held = { ...meeting, heldOn: world.day(0) };
    expect(await refused('meeting', { ...held, outcome: 'adopted' })).toBe('vote-required');
    await step('meeting', held);
    const vote = { secret: true, present: 7, yes: 6, no: 0, abstain: 1 };
    expect(await refused('vote', { ...vote, present: 5, yes: 5, abstain: 0 })).toBe('below-quorum');
    expect(await refused('vote', { ...vote, no: 1 })).toBe('ballots-do-not-add-up');
    expect(await refused('vote', { ...vote, names: [{ person: head, choice: 'yes' }] })).toBe(
      'ballot-secret',
    );
    await step('vote', vote);
    expect(await read(decision, clerk)).toMatchObject({
      vote: { ...vote, carried: true },
      outcome: 'adopted',
    });
  });

  it('[TZ-24] [TZ-31] is disclosed by an item that points to it, and followed until it is carried out', async () => {
    const item = await world.propose(BUREAU, told({ title: '专项资金分配结果', decision: idOf(decision) }));
    expect(await refused('disclosure', { item: idOf(item) })).toBe('result-not-disclosed');
    await world.review(item);
    await world.act(`${item}/approvals`, head);
    const other = await world.disclose(BUREAU, told({ title: '其他事项' }));
    expect(await refused('disclosure', { item: idOf(other) })).toBe('result-not-disclosed');
    await step('disclosure', { item: idOf(item) });
    expect((await read(item)).shown.content.decision).toBe(idOf(decision));
    expect(await read(decision)).toMatchObject({ disclosure: { item: idOf(item) } });

    await step('actions', { task: '拨付补助资金', assignee: teacher, dueOn: world.day(1) });
    expect(await tasksOf(HERE, teacher, idOf(decision))).toEqual(['implement-action']);
    expect(await refused('implementation', { note: '已核实。' })).toBe('actions-open');
    await world.pass(2 * DAY);
    expect(await tasksOf(HERE, teacher, idOf(decision))).toEqual(['implement-action!']);
    expect((await read(`${HERE}/open-actions`, clerk)).openActions).toMatchObject([
      { id: idOf(decision), overdue: true },
    ]);
    await step('reports', { action: 1, note: '已全部拨付。', done: true }, teacher);
    await step('implementation', { note: '已核实。' });
    expect(await statuses()).toEqual(['skipped', 'done', 'done', 'done', 'done', 'done']);
    expect(await read(decision)).toMatchObject({ tense: 'done' });
    expect(await tasksOf(HERE, teacher, idOf(decision))).toEqual([]);
    expect(await words(`/o/${BUREAU}/decisions/${idOf(decision)}`)).not.toContain('何清');
  });
});

describe('eleven days later', () => {
  it('[LY-12] the hospital knows which branches did not read, and each branch who', async () => {
    const { lines } = await read(`${MEDICAL}/circulars/${circular}`, office);
    expect(lines).toMatchObject([
      { id: 'ward-1', read: 22, of: 22, done: { late: false }, late: false },
      { id: 'ward-2', read: 20, of: 22, late: true },
      ...['ward-3', 'ward-4', 'ward-5', 'ward-6'].map((id) => ({ id, read: 0, of: 22, late: true })),
    ]);
    expect(lines[1]).toHaveProperty('receivedAt');
    expect(lines[2]).not.toHaveProperty('receivedAt');
    const { work } = await read(received('ward-2'), secretaryOf('ward-2'));
    expect(work).toMatchObject({ unread: ['党员1', '党员2'], of: 22 });
    expect(await read(received('ward-2'), 'ward-2-9')).not.toHaveProperty('work');
    const page = await words(`/desk/o/${HOSPITAL}/circulars/${circular}`, office);
    expect(page).toContain('第2支部');
  });

  it('what was not put right is overdue until the supervisor has seen it', async () => {
    const overdue = async () =>
      (await read(`${MEDICAL}/follow-ups?overdue=true`, clerk)).followUps.map(({ id }: { id: string }) => id);
    expect(await overdue()).toEqual([idOf(order)]);
    expect(await tasksOf(MEDICAL, clerk, idOf(order))).toEqual(['meet-order!']);
    expect(await tasksOf(ABOVE, inspector, idOf(order))).toEqual(['press-follow-up!']);
    await post(`${order}/report`, clerk, { proof: '已全部标注日期。' });
    const verified = { ok: true, note: '已现场核验。' };
    expect(await world.refused(`${order}/verification`, fromHospital, verified)).toBe('not-permitted');
    await world.act(`${order}/verification`, inspector, verified);
    expect(await overdue()).toEqual([]);
    expect(await read(order, clerk)).toMatchObject({ stage: 'settled' });
  });

  it('the school that is behind is named, urged, and on time no more when it follows', async () => {
    expect((await read(campaign, districtOffice)).stages[0]).toMatchObject({
      behind: [OTHER_SCHOOL],
      ended: { behind: [OTHER_SCHOOL] },
    });
    expect(await tasksOf(ABOVE, districtOffice, idOf(campaign))).toEqual(['urge-stage']);
    await post(`${campaign}/urging`, districtOffice, { stage: 0, note: '请本周内成立领导小组。' });
    expect(await tasksOf(ABOVE, districtOffice, idOf(campaign))).toEqual([]);
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

  it('[QD-05] sixteen of the 46 units are models, which is 34.78 %, and society is told', async () => {
    const models = 16;
    const numbers = Array.from({ length: 46 }, (_, n) => n + 1);
    await eachOf(numbers, async (number) => {
      const unit = pathOf(`community-${String(number).padStart(2, '0')}`);
      const verdict = { score: number <= models ? 95 : 80, text: '公开及时，内容完整。' };
      await post(`${unit}/assessments/2026/verdict`, office, verdict);
    });
    expect(await read(`${UNITS}/rounds/2026`, passerBy)).not.toHaveProperty('units');
    const item = await world.disclose(COMMITTEE, told({ title: '2026年度考评结果' }));
    await post(`${UNITS}/rounds/2026/results`, office, { item: idOf(item) });
    await world.cloud.idle();
    const { shares, units } = await read(`${UNITS}/rounds/2026`);
    expect(shares).toEqual({ units: 46, met: 46, model: 16, metPercent: 100, modelPercent: 34.78 });
    const ratings = units.map(({ rating }: { rating: string }) => rating);
    expect(ratings.filter((rating: string) => rating === 'model')).toHaveLength(models);
    expect(await words(`/o/${COMMITTEE}/evaluation`)).toContain('34.78');
  });

  it('nothing went wrong where nobody sees it', () => {
    expect(world.troubles).toEqual([]);
  });
});
