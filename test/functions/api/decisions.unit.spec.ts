import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../../domain/organisation/policy.ts';
import { DECISION_ANSWERS } from '../../../functions/api/decision-answers.ts';
import { content, INSIDE_ONLY, PEOPLE, REVIEW, SCHOOL } from '../../support/school.ts';
import { draft, ok, openSchools, release } from './school.ts';
import { type Call, startWorld, type World } from './world.ts';

const { clerk, office, head, member, teacher, otherHead, passerBy, districtOffice } = PEOPLE;
const HERE = `/v1/organisations/${SCHOOL}`;
const DECISIONS = `${HERE}/decisions`;
let world: World;

beforeAll(async () => {
  world = await startWorld('2026-09-01T00:00:00.000Z');
  await openSchools(world);
}, 60_000);
afterAll(() => world?.stop());

const post = (path: string, body: object, call: Call = {}) =>
  ok(world, 'POST', path, { person: clerk, body, ...call });
const get = async (path: string, person?: string, call: Call = {}) =>
  (await ok(world, 'GET', path, { person, ...call })).body;
const refused = async (path: string, body: object, call: Call = {}) => {
  const { status, body: problem } = await world.call('POST', path, { person: clerk, body, ...call });
  return [status, problem.code, problem.field];
};
const idOf = (path: string): string => path.split('/').at(-1) ?? '';
const on = (day: string, call: Call = {}): Call => ({ now: `${day}T04:00:00.000Z`, ...call });

const MAJOR = {
  title: '综合楼新建项目',
  summary: '拟新建综合楼一栋。',
  matter: 'major-decision',
  audience: 'unit',
};
const propose = async (changes: object = {}) =>
  (await post(DECISIONS, { ...MAJOR, ...changes })).headers.location ?? '';
const round = {
  kind: 'forum',
  from: '2026-09-02',
  until: '2026-09-03',
  heard: 12,
  points: [{ text: '建议增加停车位。', taken: true }],
};
const meeting = {
  heldOn: '2026-09-25',
  place: '会议室',
  entitled: 9,
  present: 7,
  resolution: '同意。',
  outcome: 'to-vote',
};

/** As far as the vote on the twenty-fifth. */
async function adopted(changes: object = {}): Promise<string> {
  const path = await propose(changes);
  await post(`${path}/notice`, { requirements: '请研究方案。', meetingOn: '2026-09-25' });
  await post(
    `${path}/skips`,
    { step: 'deliberation', reason: '暑期人员分散，经请示同意。' },
    { person: head },
  );
  await post(`${path}/rounds`, round, on('2026-09-04'));
  await post(`${path}/rounds`, { ...round, kind: 'letter' }, on('2026-09-04'));
  await post(
    `${path}/publicity`,
    { place: '公示栏', from: '2026-09-05', until: '2026-09-12' },
    on('2026-09-05'),
  );
  await post(`${path}/meeting`, meeting, on('2026-09-25'));
  const totals = { secret: true, present: 7, yes: 6, no: 0, abstain: 1 };
  await post(`${path}/vote`, totals, on('2026-09-25'));
  return path;
}
const tasksOf = async (person: string, path: string, now: string) => {
  const { tasks } = await get(`${HERE}/desk`, person, { now });
  return tasks.filter(({ id }: { id: string }) => id === idOf(path));
};

describe('a decision over HTTP', () => {
  it('[TZ-24] [LY-17] shows its six mechanisms to its audience, with whoever skipped a step and why', async () => {
    const path = await adopted();
    const read = await get(path, teacher);
    DECISION_ANSWERS.decision.parse(read);
    expect(read.mechanisms.map(({ zh, status }: { zh: string; status: string }) => [zh, status])).toEqual([
      ['事先预告和会前酝酿', 'skipped'],
      ['广泛征求意见', 'done'],
      ['党组织讨论审核把关', 'done'],
      ['重大事项票决', 'done'],
      ['结果公示', 'waiting'],
      ['督促落实跟踪', 'waiting'],
    ]);
    expect(read.mechanisms[0].steps[1]).toMatchObject({
      step: 'deliberation',
      status: 'skipped',
      reason: '暑期人员分散，经请示同意。',
      signed: { who: '党务公开领导小组组长 陈光' },
    });
    await post(
      `${path}/actions`,
      { task: '办理规划许可', assignee: teacher, dueOn: '2026-10-31' },
      on('2026-09-26'),
    );
    expect((await get(path, member)).actions).toMatchObject([
      { task: '办理规划许可', assignee: '何清', dueOn: '2026-10-31', done: false, overdue: false },
    ]);
    for (const person of [otherHead, passerBy, undefined])
      expect((await world.call('GET', path, { person })).status).toBe(404);
    expect((await get(DECISIONS)).decisions).toEqual([]);
    DECISION_ANSWERS.decisions.parse(await get(DECISIONS, teacher));
  });

  it('[TZ-28] keeps the totals of a secret ballot, and names of an open one from all but officials', async () => {
    const path = await adopted();
    expect((await get(path, clerk)).vote).toEqual({
      secret: true,
      present: 7,
      yes: 6,
      no: 0,
      abstain: 1,
      carried: true,
    });
    const open = await propose({ matter: 'ordinary', title: '校徽征集' });
    await post(`${open}/notice`, { requirements: '请研究。', meetingOn: '2026-09-25' });
    await post(`${open}/meeting`, { ...meeting, entitled: 3, present: 2 }, on('2026-09-25'));
    const vote = { secret: false, present: 2, yes: 2, no: 0, abstain: 0 };
    const names = [head, clerk].map((person) => ({ person, choice: 'yes' }));
    expect(await refused(`${open}/vote`, { ...vote, secret: true, names }, on('2026-09-25'))).toEqual([
      422,
      'ballot-secret',
      'names',
    ]);
    expect(await refused(`${open}/vote`, { ...vote, present: 1 }, on('2026-09-25'))).toEqual([
      422,
      'below-quorum',
      'present',
    ]);
    expect(await refused(`${open}/vote`, { ...vote, yes: 1 }, on('2026-09-25'))).toEqual([
      422,
      'ballots-do-not-add-up',
      'yes',
    ]);
    await post(`${open}/vote`, { ...vote, names }, on('2026-09-25'));
    expect((await get(open, clerk)).vote.names).toEqual(names);
    expect((await get(open, teacher)).vote).not.toHaveProperty('names');
  });

  it('[TZ-26] is consulted on by forum, letter and questionnaire, and what was said stays with it', async () => {
    const questions = [{ kind: 'scale', text: '是否赞成新建综合楼' }];
    const asked = {
      kind: 'questionnaire',
      title: '综合楼意见',
      questions,
      groups: ['party'],
      audience: 'unit',
    };
    const times = { opensAt: '2026-09-01T00:00:00Z', closesAt: '2026-09-03T00:00:00Z' };
    const survey = idOf((await post(`${HERE}/surveys`, { ...asked, ...times })).headers.location ?? '');
    const path = await propose();
    await post(`${path}/notice`, { requirements: '请研究方案。', meetingOn: '2026-09-25' });
    await post(`${path}/deliberation`, { on: '2026-09-01', among: '班子成员', note: '交换意见。' });
    const answered = { kind: 'questionnaire', from: '2026-09-01', until: '2026-09-03', heard: 30, survey };
    expect(await refused(`${path}/rounds`, answered, on('2026-09-04'))).toEqual([
      422,
      'round-survey-wrong',
      'survey',
    ]);
    await world.wake('2026-09-04T00:00:00.000Z');
    await post(`${path}/rounds`, answered, on('2026-09-04'));
    await post(`${path}/rounds`, round, on('2026-09-04'));
    await post(`${path}/rounds`, { ...round, kind: 'letter' }, on('2026-09-04'));
    expect((await get(path, teacher)).rounds).toMatchObject([
      { kind: 'questionnaire', heard: 30, survey },
      { kind: 'forum', heard: 12, points: round.points },
      { kind: 'letter', points: round.points },
    ]);
  });

  it('is nobody’s business before its notice, and only those who approve may skip a step', async () => {
    const path = await propose();
    expect((await world.call('GET', path, { person: teacher })).status).toBe(404);
    expect((await get(path, office)).announced).toBe(false);
    expect(await refused(`${path}/skips`, { step: 'notice', reason: '紧急。' })).toEqual([
      403,
      'not-permitted',
      undefined,
    ]);
    expect(await refused(DECISIONS, MAJOR, { person: teacher })).toEqual([403, 'not-permitted', undefined]);
    expect(await refused(`${path}/meeting`, meeting, on('2026-09-25'))).toEqual([
      422,
      'decision-step-first',
      undefined,
    ]);
    const survey = { ...round, points: [], survey: 'nothing-here' };
    await post(`${path}/notice`, { requirements: '请研究方案。', meetingOn: '2026-09-25' });
    await post(`${path}/deliberation`, { on: '2026-09-01', among: '班子成员', note: '交换意见。' });
    expect(await refused(`${path}/rounds`, survey, on('2026-09-04'))).toEqual([
      422,
      'round-survey-wrong',
      'survey',
    ]);
    await post(`${path}/withdrawal`, { reason: '上级统筹安排。' });
    expect(await get(path, teacher)).toMatchObject({
      tense: 'done',
      withdrawn: { reason: '上级统筹安排。' },
    });
  });

  it('[TZ-31] is followed by tasks, overdue ones among them, until it has been carried out', async () => {
    const path = await adopted();
    const at = (day: string) => `${day}T04:00:00.000Z`;
    expect(await tasksOf(clerk, path, at('2026-09-26'))).toMatchObject([
      { kind: 'take-disclosure', about: 'decision', title: MAJOR.title, overdue: false },
    ]);
    const item = await draft(world, { ...INSIDE_ONLY, title: '综合楼项目决策结果', decision: idOf(path) });
    const other = await draft(world);
    await release(world, other);
    expect(await refused(`${path}/disclosure`, { item: idOf(other) }, on('2026-09-26'))).toEqual([
      422,
      'result-not-disclosed',
      'item',
    ]);
    expect(await refused(`${path}/disclosure`, { item: idOf(item) }, on('2026-09-26'))).toEqual([
      422,
      'result-not-disclosed',
      'item',
    ]);
    await release(world, item);
    expect(await refused(`${path}/disclosure`, { item: idOf(item) }, on('2026-09-26'))).toEqual([
      422,
      'result-narrower',
      'item',
    ]);
    const result = await draft(world, { title: '综合楼项目决策结果', decision: idOf(path) });
    await release(world, result);
    await post(`${path}/disclosure`, { item: idOf(result) }, on('2026-09-26'));
    const task = { task: '办理规划许可', assignee: teacher, dueOn: '2026-10-31' };
    await post(`${path}/actions`, task, on('2026-09-26'));
    expect(await tasksOf(teacher, path, at('2026-09-27'))).toMatchObject([
      { kind: 'implement-action', overdue: false },
    ]);
    await world.wake(at('2026-11-02'));
    const late = await get(`${HERE}/open-actions`, clerk, { now: at('2026-11-02') });
    DECISION_ANSWERS.openActions.parse(late);
    expect(late.openActions).toContainEqual({
      about: 'decision',
      id: idOf(path),
      title: MAJOR.title,
      task: '办理规划许可',
      assignee: '何清',
      dueOn: '2026-10-31',
      overdue: true,
    });
    expect((await tasksOf(teacher, path, at('2026-11-02')))[0].overdue).toBe(true);
    expect((await world.call('GET', `${HERE}/open-actions`, { person: teacher })).status).toBe(404);
    expect((await get(path, teacher)).work).toMatchObject({ official: false, mine: [1] });
    expect(await refused(`${path}/implementation`, { note: '已核实。' }, on('2026-11-02'))).toEqual([
      422,
      'actions-open',
      undefined,
    ]);
    await post(
      `${path}/reports`,
      { action: 1, note: '已办结。', done: true },
      on('2026-11-02', { person: teacher }),
    );
    await post(`${path}/implementation`, { note: '已核实。' }, on('2026-11-02'));
    expect(await tasksOf(clerk, path, at('2026-11-03'))).toEqual([]);
    expect(await get(path, teacher)).toMatchObject({ tense: 'done', disclosure: { item: idOf(result) } });
  });

  it('[LY-16] every matter is one of planned, under way and done, and is listed so', async () => {
    const planned = await propose({ title: '食堂改造' });
    await post(`${planned}/notice`, { requirements: '请研究。', meetingOn: '2026-10-09' });
    const underWay = await adopted({ title: '校园绿化' });
    const result = await draft(world, { title: '教代会召开情况' });
    await release(world, result);
    const inTense = async (tense: string) => {
      const { matters } = await get(`${HERE}/matters?tense=${tense}`, teacher);
      return matters.map(({ title }: { title: string }) => title);
    };
    expect(await inTense('planned')).toContain('食堂改造');
    expect(await inTense('under-way')).toContain('校园绿化');
    expect(await inTense('done')).toContain('教代会召开情况');
    const all = await get(`${HERE}/matters`, teacher);
    DECISION_ANSWERS.matters.parse(all);
    const sorted = (await Promise.all(['planned', 'under-way', 'done'].map(inTense))).flat();
    expect(all.matters.map(({ title }: { title: string }) => title).toSorted()).toEqual(sorted.toSorted());
    expect((await world.call('GET', `${HERE}/matters?tense=soon`)).status).toBe(400);
    expect((await get(`${HERE}/matters`)).matters.map(({ id }: { id: string }) => id)).not.toContain(
      idOf(underWay),
    );
  });
});

describe('an item', () => {
  it('of a major matter waits for its decision, where the policy asks for one', async () => {
    const policy = { ...DEFAULT_POLICY, decisionsRequired: { matters: ['major-decision'] } };
    const change = { policy, reason: '落实三重一大决策制度。' };
    await ok(world, 'PUT', `${HERE}/policy`, { person: districtOffice, body: change });
    const major = { ...INSIDE_ONLY, matter: 'major-decision' };
    const reviewed = async (changes: object) => {
      const item = await draft(world, { ...major, ...changes });
      await post(`${item}/submission`, {});
      await post(`${item}/reviews`, REVIEW, { person: office });
      return item;
    };
    const approve = (item: string) => refused(`${item}/approvals`, {}, { person: head });
    expect(await approve(await reviewed({}))).toEqual([422, 'decision-missing', 'decision']);
    const open = await propose({ title: '综合楼二期' });
    expect(await approve(await reviewed({ decision: idOf(open) }))).toEqual([
      422,
      'decision-not-made',
      'decision',
    ]);
    const unknown = await world.call('POST', `${HERE}/items`, {
      person: clerk,
      body: content({ ...major, decision: 'nothing-here' }),
    });
    expect([unknown.status, unknown.body.code]).toEqual([422, 'item-decision-unknown']);
    const decided = await reviewed({ decision: idOf(await adopted()) });
    expect((await approve(decided))[0]).toBe(200);
    const excused = await reviewed({ noDecision: '上级统一部署，无需另行决策。' });
    expect((await approve(excused))[0]).toBe(200);
  });

  it('[ZH-13] [DF-09] has rectification due by a day, which is on the list of what is overdue', async () => {
    const stages = [{ name: '公开食堂账目', plannedOn: '2026-09-20' }];
    const item = await draft(world, {
      title: '民主生活会整改情况',
      lifeMeeting: ['opinions', 'measures', 'feedback'],
      stages,
    });
    await release(world, item);
    const listed = async (day: string) => {
      const { openActions } = await get(`${HERE}/open-actions`, clerk, on(day));
      return openActions.find(({ id }: { id: string }) => id === idOf(item));
    };
    const line = { about: 'item', task: '公开食堂账目', dueOn: '2026-09-20' };
    expect(await listed('2026-09-20')).toMatchObject({ ...line, overdue: false });
    expect(await listed('2026-09-21')).toMatchObject({ ...line, overdue: true });
    await post(`${item}/completed-stages`, { stage: 0, completedOn: '2026-09-21' }, on('2026-09-21'));
    expect(await listed('2026-09-22')).toBeUndefined();
    expect((await get(item)).stages).toMatchObject([{ plannedOn: '2026-09-20', completedOn: '2026-09-21' }]);
  });
});
