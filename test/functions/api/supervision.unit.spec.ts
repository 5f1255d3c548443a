import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SUPERVISION_ANSWERS } from '../../../functions/api/supervision-answers.ts';
import { DISTRICT, INSIDE_ONLY, OTHER_SCHOOL, PEOPLE, SCHOOL } from '../../support/school.ts';
import { draft, ok, openSchools, release } from './school.ts';
import { type Call, startWorld, type World } from './world.ts';

const { clerk, office, head, member, teacher, otherHead, otherTeacher, districtOffice, districtHead } =
  PEOPLE;
/** 监督小组 of the district, one of whom comes from the school; 监督员 of three sources; 监督小组 of the school. */
const [inspector, fromSchool, appointed, watcher] = ['fang-wei', 'xia-yun', 'du-jian', member];
const [retired, delegated] = ['gu-chun', 'jiang-shan'];
const HERE = `/v1/organisations/${SCHOOL}`;
const THERE = `/v1/organisations/${OTHER_SCHOOL}`;
const ABOVE = `/v1/organisations/${DISTRICT}`;
let world: World;

beforeAll(async () => {
  world = await startWorld('2026-09-01T00:00:00.000Z');
  await openSchools(world);
  const by = { person: districtOffice };
  const people = [inspector, fromSchool, appointed, retired, delegated].map((id) => ({
    id,
    name: `监督${id}`,
    partyMember: true,
    staff: true,
  }));
  const seat = { from: '2026-01-01', position: 'member' };
  await ok(world, 'POST', `${ABOVE}/people`, { body: { people }, ...by });
  for (const body of [
    { ...seat, body: 'supervision-group', person: inspector },
    { ...seat, body: 'supervision-group', person: fromSchool, unit: SCHOOL },
    ...Object.entries({
      delegate: appointed,
      'retired-cadre': retired,
      'staff-representative': delegated,
    }).map(([source, person]) => ({ ...seat, body: 'supervisors', person, source, until: '2027-09-01' })),
  ])
    await ok(world, 'POST', `${ABOVE}/seats`, { body, ...by });
  await ok(world, 'POST', `${HERE}/seats`, {
    body: { ...seat, body: 'supervision-group', person: watcher },
    ...by,
  });
}, 60_000);
afterAll(() => world?.stop());

const post = (path: string, body: object, call: Call = {}) => ok(world, 'POST', path, { body, ...call });
const get = async (path: string, person?: string, now?: string) =>
  (await ok(world, 'GET', path, { person, ...(now && { now }) })).body;
const made = async (path: string, body: object, person: string): Promise<string> =>
  (await post(path, body, { person })).headers.location ?? '';
const refused = async (path: string, body: object, person?: string, now?: string) => {
  const { status, body: problem } = await world.call('POST', path, { body, person, ...(now && { now }) });
  return [status, problem.code];
};
const idOf = (path: string): string => path.split('/').at(-1) ?? '';
const tasks = async (place: string, person: string, id: string, now = world.now) =>
  (await get(`${place}/desk`, person, now)).tasks
    .filter((task: { id: string }) => task.id === id)
    .map(({ kind, overdue }: { kind: string; overdue: boolean }) => (overdue ? `${kind}!` : kind));

const PLAN = { means: 'listen', on: '2026-09-01', purpose: '听取党员对党务公开的意见' };
const HELD = { on: '2026-09-01', summary: '走访座谈，查看公开栏。' };
const visit = (changes: object = {}, person = inspector) =>
  made(`${HERE}/visits`, { ...PLAN, ...changes }, person);
async function heldVisit(): Promise<string> {
  const path = await visit();
  await post(`${path}/record`, HELD, { person: inspector });
  return path;
}
const SUGGESTION = { aspects: ['content', 'timing'], text: '建议按月公开食堂采购价格。' };
const ORDER = { aspects: ['form'], text: '公开栏内容已过期，请更换。', owner: teacher, dueOn: '2026-09-10' };
const LATE = '2026-09-11T00:00:00.000Z';

describe('a visit', () => {
  it('[XH-32] is planned, recorded, and followed up', async () => {
    const path = await visit();
    expect(await tasks(ABOVE, inspector, idOf(path))).toEqual(['record-visit']);
    expect(await refused(`${path}/findings`, { aspect: 'form', text: '过期' }, inspector)).toEqual([
      422,
      'visit-not-held',
    ]);
    await post(`${path}/record`, HELD, { person: inspector });
    await post(
      `${path}/findings`,
      { aspect: 'form', text: '公开栏有过期内容。', solved: true },
      { person: inspector },
    );
    const order = await made(`${HERE}/rectification-orders`, { ...ORDER, visit: idOf(path) }, inspector);
    const suggestion = await made(`${HERE}/suggestions`, { ...SUGGESTION, visit: idOf(path) }, inspector);
    const reading = await get(path, clerk);
    expect(SUPERVISION_ANSWERS.visit.safeParse(reading).error).toBeUndefined();
    expect(reading).toMatchObject({
      stage: 'held',
      held: HELD,
      findings: [{ aspect: 'form', solved: true }],
    });
    expect(reading.followUps.map(({ id }: { id: string }) => id).toSorted()).toEqual(
      [order, suggestion].map(idOf).toSorted(),
    );
    expect(await tasks(ABOVE, inspector, idOf(path))).toEqual([]);
    expect((await get(`${HERE}/visits`, clerk)).visits).toContainEqual(
      expect.objectContaining({ id: idOf(path), source: 'organisation', findings: 1 }),
    );
  });

  it('that nobody recorded is overdue on the desk of those who were to go', async () => {
    const path = await visit({ on: '2026-09-02' });
    const later = '2026-09-03T00:00:00.000Z';
    await world.wake(later);
    expect(await get(path, clerk)).toMatchObject({ overdue: true });
    expect(await tasks(ABOVE, inspector, idOf(path), later)).toEqual(['record-visit!']);
  });

  it('is made by nobody who belongs to the organisation', async () => {
    expect(await refused(`${HERE}/visits`, PLAN, watcher)).toEqual([422, 'visitor-conflict']);
    expect(await refused(`${HERE}/visits`, PLAN, fromSchool)).toEqual([403, 'not-permitted']);
    const along = { ...PLAN, visitors: [inspector, fromSchool] };
    expect(await refused(`${HERE}/visits`, along, inspector)).toEqual([422, 'visitor-conflict']);
    expect(await refused(`${HERE}/visits`, PLAN, otherHead)).toEqual([403, 'not-permitted']);
    await made(`${THERE}/visits`, PLAN, fromSchool);
  });

  it('[JX-07] looks at any step of an item, an opinion, a request and the duties of a quarter', async () => {
    const path = await heldVisit();
    const item = await draft(world);
    await release(world, item);
    const words = { text: '食堂菜谱', from: { kind: 'anonymous' }, speaker: 'parent', channel: 'online' };
    const opinion = await post(`${HERE}/feedback`, words);
    const { text: subject, ...asker } = words;
    const enquiry = await post(`${HERE}/enquiries`, { ...asker, subject });
    await world.openQuarter(world.now);
    const things = [
      ['item', idOf(item), 5],
      ['feedback', opinion.body.id, 1],
      ['enquiry', enquiry.body.id, 1],
      ['duty', '2026q3', 1],
    ] as const;
    for (const [kind, id, least] of things) {
      const { steps } = await get(`${HERE}/supervision/steps?kind=${kind}&id=${id}`, inspector);
      expect(steps.length, kind).toBeGreaterThanOrEqual(least);
      for (const step of new Set([1, Math.ceil(steps.length / 2), steps.length])) {
        const about = { kind, id, step };
        await post(
          `${path}/findings`,
          { aspect: 'implementation', text: '环节完整。', about },
          { person: inspector },
        );
      }
      const beyond = { kind, id, step: steps.length + 1 };
      expect(
        await refused(`${path}/findings`, { aspect: 'content', text: '无', about: beyond }, inspector),
      ).toEqual([422, 'step-unknown']);
    }
    const { findings } = await get(path, inspector);
    expect(new Set(findings.map(({ about }: { about: { kind: string } }) => about.kind))).toEqual(
      new Set(things.map(([kind]) => kind)),
    );
  });

  it('[JX-06] [TZ-21] lets supervisors of every source see each step and when it was taken', async () => {
    const item = await draft(world);
    await release(world, item);
    const steps = async (person: string) =>
      (await get(`${HERE}/supervision/steps?kind=item&id=${idOf(item)}`, person)).steps;
    const seen = await steps(appointed);
    expect(seen.flatMap(({ events }: { events: string[] }) => events)).toEqual(
      expect.arrayContaining([
        'ItemProposed',
        'ItemSubmitted',
        'ItemReviewed',
        'ItemApproved',
        'ItemReleased',
      ]),
    );
    for (const { at } of seen) expect(at).toMatch(/^2026-09-01T/);
    for (const person of [inspector, watcher, retired, delegated]) expect(await steps(person)).toEqual(seen);
    expect((await get(item, watcher)).timeline.length).toBeGreaterThan(4);
    const path = `${HERE}/supervision/steps?kind=item&id=${idOf(item)}`;
    for (const person of [teacher, otherHead, fromSchool])
      expect((await world.call('GET', path, { person })).status).toBe(404);
    const after = { person: appointed, now: '2027-09-01T00:00:00.000Z' };
    expect((await world.call('GET', path, after)).status).toBe(404);
  });

  it('[TZ-07] is a check, supervision, dispatch, assessment or reward', async () => {
    const means = ['check', 'supervise', 'dispatch', 'assess', 'reward'];
    for (const each of means) await visit({ means: each });
    const { visits } = await get(`${HERE}/visits`, clerk);
    expect(visits.map((one: { means: string }) => one.means)).toEqual(expect.arrayContaining(means));
  });

  it('[HZ-39] of the own office stands in the record beside its plan and its report', async () => {
    const item = await draft(world, { title: '公开方案' });
    await post(`${item}/submission`, {}, { person: clerk });
    await post(`${HERE}/reports/2026Q2`, {}, { person: clerk });
    const path = await visit({ means: 'self-check' }, clerk);
    await post(`${path}/record`, HELD, { person: clerk });
    for (const aspect of ['content', 'form', 'implementation'])
      await post(`${path}/findings`, { aspect, text: '符合要求。' }, { person: clerk });
    const logged = async (stream: string) =>
      (await world.log.read(`ORG#${SCHOOL}#${stream}` as never)).map(({ body }) => JSON.parse(body));
    for (const [stream, type] of [
      [`ITEM#${idOf(item)}`, 'ItemSubmitted'],
      ['REPORT#2026q2', 'ReportSent'],
      [`VISIT#${idOf(path)}`, 'VisitHeld'],
    ] as const) {
      const commits = await logged(stream);
      const commit = commits.find(({ events }) =>
        events.some((event: { type: string }) => event.type === type),
      );
      expect(commit, stream).toMatchObject({ at: world.now, by: { person: clerk, seat: 'office:member' } });
    }
    expect(
      await refused(`${HERE}/visits`, { ...PLAN, means: 'self-check', visitors: [teacher] }, clerk),
    ).toEqual([422, 'self-check-by-others']);
  });
});

describe('a suggestion', () => {
  it('[HZ-42] is filed by a supervisor on an item, and answered by a day', async () => {
    const item = await draft(world);
    const about = { kind: 'item', id: idOf(item) };
    for (const person of [watcher, inspector, appointed]) {
      const path = await made(`${HERE}/suggestions`, { ...SUGGESTION, about }, person);
      expect(await get(path, clerk)).toMatchObject({ about, dueOn: '2026-09-21', stage: 'waiting' });
      expect(await tasks(HERE, clerk, idOf(path))).toEqual(['answer-suggestion']);
      await post(`${path}/answer`, { outcome: 'not-adopted', text: '已在学期初公开。' }, { person: clerk });
      expect(await get(path, person)).toMatchObject({ stage: 'settled', answer: { outcome: 'not-adopted' } });
    }
    const unknown = { ...SUGGESTION, about: { kind: 'item', id: 'nothing-here' } };
    expect(await refused(`${HERE}/suggestions`, unknown, watcher)).toEqual([422, 'step-unknown']);
    expect(await refused(`${HERE}/suggestions`, SUGGESTION, teacher)).toEqual([403, 'not-permitted']);
  });

  it('[HZ-43] is passed on for others, whose words these are', async () => {
    const onBehalf = { of: 'parent', channel: 'visit' };
    const path = await made(`${HERE}/suggestions`, { ...SUGGESTION, onBehalf }, watcher);
    expect(await get(path, clerk)).toMatchObject({ onBehalf, source: 'society' });
    const words = {
      text: '希望公开评优办法',
      from: { kind: 'anonymous' },
      speaker: 'staff',
      channel: 'meeting',
    };
    const left = await post(`${HERE}/feedback`, { ...words, onBehalf: true }, { person: watcher });
    expect((await get(`${HERE}/feedback/${left.body.id}`, clerk)).feedback.onBehalf).toBe(true);
  });

  it('[TZ-32] has one of four sources, and may come by telephone or from the box', async () => {
    const filings = [
      [inspector, {}, 'organisation'],
      [appointed, {}, 'supervisor'],
      [watcher, { onBehalf: { of: 'party-member', channel: 'phone' } }, 'masses'],
      [watcher, { onBehalf: { of: 'society', channel: 'box' } }, 'society'],
    ] as const;
    for (const [person, changes, source] of filings) {
      const path = await made(`${HERE}/suggestions`, { ...SUGGESTION, ...changes }, person);
      expect(await get(path, clerk)).toMatchObject({ source, ...changes });
    }
    const { visits } = await get(`${HERE}/visits`, clerk);
    expect(visits.every(({ source }: { source: string }) => source === 'organisation')).toBe(true);
  });
});

describe('an order to put something right', () => {
  it('[ZH-13] has a day, and is on the list of what is overdue after it', async () => {
    const path = await made(`${HERE}/rectification-orders`, ORDER, inspector);
    const overdue = async (now: string) =>
      (await get(`${HERE}/follow-ups?overdue=true`, clerk, now)).followUps.map(
        ({ id }: { id: string }) => id,
      );
    expect(await overdue(world.now)).not.toContain(idOf(path));
    expect(await tasks(HERE, teacher, idOf(path))).toEqual(['meet-order']);
    await world.wake(LATE);
    expect(await overdue(LATE)).toContain(idOf(path));
    expect(await tasks(HERE, teacher, idOf(path), LATE)).toEqual(['meet-order!']);
    expect(await tasks(ABOVE, inspector, idOf(path), LATE)).toEqual(['press-follow-up!']);
    await post(`${path}/report`, { proof: '已更换公开栏全部内容。' }, { person: teacher, now: LATE });
    expect(await tasks(ABOVE, inspector, idOf(path), LATE)).toEqual(['verify-order!']);
    expect(await refused(`${path}/verification`, { ok: true, note: '是' }, teacher, LATE)).toEqual([
      403,
      'not-permitted',
    ]);
    await post(`${path}/verification`, { ok: false, note: '仍有一处。' }, { person: inspector, now: LATE });
    expect(await tasks(HERE, teacher, idOf(path), LATE)).toEqual(['meet-order!']);
    await post(`${path}/report`, { proof: '全部更换。' }, { person: teacher, now: LATE });
    await post(`${path}/verification`, { ok: true, note: '已核验。' }, { person: inspector, now: LATE });
    expect(await overdue(LATE)).not.toContain(idOf(path));
    expect(await get(path, teacher, LATE)).toMatchObject({ stage: 'settled', overdue: true });
  });
});

describe('an example', () => {
  it('[XH-26] is marked by the district, and every school sees it', async () => {
    const item = await draft(world, { title: '“三重一大”事项公开做法' });
    const mark = { organisation: SCHOOL, item: idOf(item), note: '公开前征求意见，公开后逐条答复。' };
    expect(await refused(`${ABOVE}/examples`, mark, districtOffice)).toEqual([422, 'example-not-public']);
    await release(world, item);
    const { body: first } = await post(`${ABOVE}/examples`, mark, { person: districtOffice });
    const { body: again } = await post(`${ABOVE}/examples`, mark, { person: districtOffice });
    expect([again.id, again.version]).toEqual([first.id, 1]);
    for (const person of [otherHead, otherTeacher, clerk]) {
      const { examples } = await get(`${ABOVE}/examples`, person);
      expect(examples).toEqual([expect.objectContaining({ ...mark, title: '“三重一大”事项公开做法' })]);
    }
    const own = { ...mark, organisation: DISTRICT };
    expect(await refused(`${HERE}/examples`, own, clerk)).toEqual([422, 'example-not-below']);
    await post(`${item}/withdrawals`, { reason: '内容有误', inError: true }, { person: clerk });
    expect((await get(`${ABOVE}/examples`)).examples).toEqual([]);
    const { note: _, ...marked } = mark;
    const down = await post(
      `${ABOVE}/examples/withdrawals`,
      { ...marked, reason: '已过时' },
      { person: districtOffice },
    );
    expect(down.body.version).toBe(2);
  });
});

describe('a case', () => {
  const FACT = {
    person: teacher,
    fact: '应公开事项逾期三个月未公开，造成不良影响。',
    basis: '党务公开条例（试行）',
  };
  const DECISION = { measure: 'notice', reason: '事实清楚，情节较轻。' };

  it('[JX-08] has a fact, a person, a basis, a decision and an appeal, and is counted once it is closed', async () => {
    const path = await made(`${HERE}/cases`, FACT, watcher);
    expect(await tasks(HERE, head, idOf(path))).toEqual(['decide-case']);
    await post(`${path}/decision`, DECISION, { person: head });
    expect(await tasks(HERE, teacher, idOf(path))).toEqual(['consider-appeal']);
    expect(await get(path, teacher)).toMatchObject({
      ...FACT,
      decision: { ...DECISION, appealUntil: '2026-10-01' },
    });
    await post(`${path}/appeal`, { text: '并非本人负责。' }, { person: teacher });
    expect(await tasks(HERE, head, idOf(path))).toEqual([]);
    expect(await tasks(ABOVE, districtHead, idOf(path))).toEqual(['decide-appeal']);
    const result = { result: 'changed', measure: 'education', reason: '情节轻微。' };
    await post(`${path}/appeal-decision`, result, { person: districtHead });
    const reading = await get(path, watcher);
    expect(SUPERVISION_ANSWERS.case.safeParse(reading).error).toBeUndefined();
    expect(reading).toMatchObject({ stage: 'closed', outcome: 'education', appeal: { result } });
    const { cases } = await get(`${HERE}/cases`, watcher);
    expect(cases.filter(({ stage }: { stage: string }) => stage === 'closed')).toHaveLength(1);
    const next = '2027-01-05T00:00:00.000Z';
    const counters = async () => get(`${HERE}/supervision?year=2026`, undefined, next);
    expect(await counters()).not.toHaveProperty('casesClosed');
    for (let more = 0; more < 4; more += 1) {
      const other = await made(`${HERE}/cases`, { ...FACT, person: clerk }, watcher);
      await post(`${other}/decision`, DECISION, { person: head });
    }
    expect(await counters()).not.toHaveProperty('casesClosed');
    await world.wake('2026-12-01T00:00:00.000Z');
    expect(await counters()).toMatchObject({ casesClosed: 5 });
    expect(await get(`${HERE}/supervision?year=2026`)).not.toHaveProperty('casesClosed');
  });

  it('is unknown to everybody else, whatever they try', async () => {
    const path = await made(`${HERE}/cases`, { ...FACT, person: clerk }, watcher);
    const nothing = path.replace(idOf(path), 'no-such-case');
    for (const person of [teacher, office, inspector]) {
      const answers = await Promise.all([path, nothing].map((each) => world.call('GET', each, { person })));
      for (const { status } of answers) expect(status).toBe(404);
      expect(answers[0]?.body.code).toBe(answers[1]?.body.code);
      for (const [action, body] of Object.entries({ decision: DECISION, appeal: { text: '无' } }))
        expect(await refused(`${path}/${action}`, body, person)).toEqual(
          await refused(`${nothing}/${action}`, body, person),
        );
      expect(JSON.stringify(await get(`${HERE}/cases`, person))).not.toContain(idOf(path));
      expect(JSON.stringify(await get(`${HERE}/desk`, person))).not.toContain(idOf(path));
    }
    expect((await world.call('GET', `${HERE}/cases`)).status).toBe(401);
    expect(await refused(`${HERE}/cases`, FACT, clerk)).toEqual([403, 'not-permitted']);
  });
});

describe('what is kept', () => {
  it('[TZ-33] is counted for the report', async () => {
    const path = await made(`${THERE}/visits`, { ...PLAN, means: 'research' }, inspector);
    await post(`${path}/record`, HELD, { person: inspector });
    const solved = { aspect: 'implementation', text: '当场协调解决。', solved: true };
    await post(`${path}/findings`, solved, { person: inspector });
    await post(`${path}/findings`, { ...solved, solved: undefined }, { person: inspector });
    const counters = await get(`${THERE}/supervision?year=2026`);
    expect(SUPERVISION_ANSWERS.supervision.safeParse(counters).error).toBeUndefined();
    expect(counters).toMatchObject({ visits: { research: 1 }, findings: 2, solved: 1 });
    expect((await get(`${THERE}/supervision?year=2025`)).visits).toEqual({});
    const above = await get(`${ABOVE}/supervision?year=2026`);
    expect(above.visits.research).toBe(1);
    expect(above.findings).toBeGreaterThan(2);
  });

  it('[HZ-01] [JX-24] of bulletins, situations, consultations and supervision is a list each, and members are answered', async () => {
    const bulletin = await draft(world, { ...INSIDE_ONLY, documentType: 'bulletin', title: '党内情况通报' });
    await release(world, bulletin);
    const { lines } = await get(`${HERE}/board?documentType=bulletin`, member);
    expect(lines).toEqual([expect.objectContaining({ id: idOf(bulletin), documentType: 'bulletin' })]);
    const problem = {
      kind: 'problem',
      text: '公开栏破损。',
      from: { kind: 'organisation', organisation: SCHOOL },
      speaker: 'organisation',
      channel: 'online',
    };
    const raised = await post(`${ABOVE}/feedback`, problem, { person: clerk });
    expect((await get(`${HERE}/problems`, clerk)).problems).toContainEqual(
      expect.objectContaining({ id: raised.body.id }),
    );
    const asked = {
      kind: 'letter',
      title: '办学章程修订征求意见函',
      questions: [{ kind: 'text', text: '您的意见' }],
      groups: ['party'],
      audience: 'party',
      opensAt: '2026-09-01T01:00:00.000Z',
      closesAt: '2026-09-08T01:00:00.000Z',
    };
    const survey = await made(`${HERE}/surveys`, asked, clerk);
    expect((await get(`${HERE}/surveys`, member)).surveys).toContainEqual(
      expect.objectContaining({ id: idOf(survey), kind: 'letter' }),
    );
    const visited = await heldVisit();
    expect((await get(`${HERE}/visits`, clerk)).visits).toContainEqual(
      expect.objectContaining({ id: idOf(visited), means: 'listen' }),
    );
    const word = {
      text: '建议通报培训经费。',
      from: { kind: 'signed' },
      speaker: 'party-member',
      channel: 'online',
    };
    const { body: left } = await post(`${HERE}/feedback`, word, { person: member });
    await post(
      `${HERE}/feedback/${left.id}/answers`,
      { text: '下季度通报。', outcome: 'adopted' },
      { person: office },
    );
    expect(await get(`${HERE}/feedback/${left.id}`, clerk)).toMatchObject({
      feedback: { answer: { outcome: 'adopted', text: '下季度通报。' } },
    });
  });

  it('[XH-18] are six guarantees, each with a list of its own', async () => {
    await world.openQuarter(world.now);
    const request = {
      subject: '校车费用',
      from: { kind: 'anonymous' },
      speaker: 'parent',
      channel: 'online',
    };
    await post(`${HERE}/enquiries`, request);
    const { subject: text, ...asker } = request;
    await post(`${HERE}/feedback`, { ...asker, text });
    await heldVisit();
    const fact = { person: teacher, fact: '逾期未公开。', basis: '条例' };
    await made(`${HERE}/cases`, fact, watcher);
    const lists = {
      routine: [`${HERE}/ledgers/2026Q3`, clerk, 'duties'],
      'on-request': [`${HERE}/enquiries`, clerk, 'enquiries'],
      inspection: [`${HERE}/visits`, clerk, 'visits'],
      evaluation: [`${HERE}/evaluation`, clerk, 'criteria'],
      accountability: [`${HERE}/cases`, watcher, 'cases'],
      opinions: [`${HERE}/feedback`, clerk, 'feedback'],
    } as const;
    for (const [guarantee, [path, person, list]] of Object.entries(lists)) {
      const answer = await get(path, person);
      expect(answer[list]?.length, `${guarantee}: ${Object.keys(answer)}`).toBeGreaterThan(0);
    }
  });

  it('[LY-18] is open to everybody: strangers speak on public items, supervisors look on for their term', async () => {
    const item = await draft(world);
    await release(world, item);
    const word = {
      text: '公开得不够具体。',
      from: { kind: 'anonymous' },
      speaker: 'society',
      channel: 'online',
    };
    const left = await post(`${item}/feedback`, word);
    expect([left.status, typeof left.body.receipt]).toEqual([201, 'string']);
    const looks = async (now: string) =>
      (await world.call('GET', `${HERE}/visits`, { person: appointed, now })).status;
    expect([await looks('2027-08-31T00:00:00.000Z'), await looks('2027-09-01T00:00:00.000Z')]).toEqual([
      200, 404,
    ]);
  });

  it('of four kinds can be asked for by kind', async () => {
    const held = { heldOn: '2026-08-31', attendance: { members: 3 }, participants: [], items: [] };
    const meeting = { type: 'other', layer: 'committee' };
    for (const [kind, more] of [
      ['meeting', { meeting, minutes: '研究公开事项。' }],
      ['reading', {}],
      ['publicity', {}],
    ] as const)
      await post(`${HERE}/activities`, { kind, title: kind, ...held, ...more }, { person: clerk });
    await release(world, await draft(world));
    const entries = async (query: string, person: string = clerk) =>
      (await get(`${HERE}/ledger-entries?${query}`, person)).entries.map(
        ({ kind }: { kind: string }) => kind,
      );
    for (const kind of ['minutes', 'activities', 'documents', 'publicity'])
      expect([...new Set(await entries(`year=2026&kind=${kind}`))]).toEqual([kind]);
    expect(await entries('year=2025')).toEqual([]);
    // Whoever supervises from above sees what is open to everybody.
    expect(await entries('year=2026&kind=minutes', inspector)).toEqual([]);
    expect((await entries('year=2026&kind=documents', inspector)).length).toBeGreaterThan(0);
    expect((await world.call('GET', `${HERE}/ledger-entries`, { person: teacher })).status).toBe(404);
  });
});
