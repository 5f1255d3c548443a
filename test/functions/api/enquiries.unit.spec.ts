import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endOfDay, startOfDay } from '../../../domain/kernel/time.ts';
import { ENQUIRY_OPERATIONS } from '../../../functions/api/enquiry-operations.ts';
import { DISTRICT, INSIDE_ONLY, OTHER_SCHOOL, PEOPLE, SCHOOL } from '../../support/school.ts';
import { GOOD_BODIES } from './bodies.ts';
import { draft, ok, openSchools, release } from './school.ts';
import { type Answer, type Call, startWorld, type World } from './world.ts';

const { clerk, office, head, member, teacher, otherHead, districtOffice, passerBy } = PEOPLE;
const HERE = `/v1/organisations/${SCHOOL}`;
const EVERYBODY_ELSE = [undefined, member, teacher, otherHead, passerBy];
let world: World;

beforeAll(async () => {
  world = await startWorld('2026-09-01T00:00:00.000Z');
  await openSchools(world);
}, 60_000);
afterAll(() => world?.stop());

const QUESTION = {
  subject: '校车租赁合同的费用明细',
  from: { kind: 'anonymous' },
  speaker: 'parent',
  channel: 'online',
};
const ask = (body: object = {}, call: Call = {}) =>
  ok(world, 'POST', `${HERE}/enquiries`, { body: { ...QUESTION, ...body }, ...call });
const withReceipt = (receipt: string): Call => ({ headers: { 'receipt-code': receipt } });

/** A request with its receipt, at its address. */
async function asked(body?: object, call?: Call): Promise<{ path: string; receipt: string; id: string }> {
  const { headers, body: issued } = await ask(body, call);
  return { path: headers.location ?? '', receipt: issued.receipt, id: issued.id };
}
const propose = (path: string, body: object = {}) =>
  ok(world, 'POST', `${path}/proposals`, {
    person: clerk,
    body: {
      outcome: 'disclosed',
      ground: 'of-general-concern',
      text: '同意公开。',
      matter: 'ordinary',
      ...body,
    },
  });
const approve = (path: string) => ok(world, 'POST', `${path}/approvals`, { person: head, body: {} });
const REFUSAL = { outcome: 'refused', ground: 'party-secret', text: '涉及党内秘密，不能公开。' };

describe('what is asked for', () => {
  let item: string;
  beforeAll(async () => {
    item = await draft(world, { ...INSIDE_ONLY, title: '校车租赁合同费用明细表' });
    await release(world, item);
  });
  const matches = async (query: string, person?: string) => {
    const path = `${HERE}/matches?q=${encodeURIComponent(query)}`;
    const { body } = await ok(world, 'GET', path, { person });
    return body.matches as { kind: string; id: string; words: string[] }[];
  };

  it('is looked for among what this very asker may see, and shows by which words it was found', async () => {
    const [found] = await matches(QUESTION.subject, member);
    expect(found).toMatchObject({ kind: 'item', id: item.split('/').at(-1) });
    expect(found?.words).toContain('校车租赁合同');
    for (const person of [undefined, passerBy, otherHead])
      expect((await matches(QUESTION.subject, person)).filter(({ kind }) => kind === 'item')).toEqual([]);
  });

  it('[XH-21] outside the catalogue becomes a case that waits to be approved', async () => {
    expect(await matches('操场塑胶跑道检测报告')).toEqual([]);
    const { body, headers } = await ask({ subject: '操场塑胶跑道检测报告' });
    expect(body).toMatchObject({ stage: 'to-approve' });
    const { body: reading } = await ok(world, 'GET', headers.location ?? '', { person: clerk });
    expect(reading).toMatchObject({ stage: 'to-approve', dueOn: '2026-09-04' });
    expect(reading.work.enquiry.rows).toEqual([]);
    await propose(headers.location ?? '');
    const { body: desk } = await ok(world, 'GET', `${HERE}/desk`, { person: head });
    expect(desk.tasks).toContainEqual(
      expect.objectContaining({ kind: 'approve-decision', about: 'enquiry', title: '操场塑胶跑道检测报告' }),
    );
  });

  it('keeps the rows of the catalogue that it touches', async () => {
    const { body } = await ok(world, 'GET', `${HERE}/catalogue`, {});
    const { row } = body.rows.find((each: { row: { level2?: string } }) => each.row.level2);
    const { path } = await asked({ subject: row.level2 });
    const reading = await ok(world, 'GET', path, { person: clerk });
    expect(reading.body.work.enquiry.rows).toContain(row.id);
  });
});

describe('a receipt', () => {
  it('leads to the case, and nothing else does', async () => {
    const { path, receipt } = await asked();
    expect(receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
    const own = await ok(world, 'GET', path, withReceipt(receipt));
    expect(own.body).toMatchObject({ subject: QUESTION.subject, stage: 'to-approve' });
    expect(own.body.work).toBeUndefined();
    expect(own.headers['cache-control']).toBe('private, no-store');
    const other = await asked();
    const outside = (await world.call('GET', path)).text.replaceAll(/"(correlation|instance)":"[^"]*"/g, '');
    for (const code of [other.receipt, receipt.slice(0, -1), '', 'AAAA-AAAA-AAAA-AAAA']) {
      const answer = await world.call('GET', path, withReceipt(code));
      expect(answer.status).toBe(404);
      expect(answer.text.replaceAll(/"(correlation|instance)":"[^"]*"/g, '')).toBe(outside);
    }
  });

  it('comes again with a repeat, and keeps nothing of whoever asked', async () => {
    const headers = { 'idempotency-key': 'the-very-same-request' };
    const [first, second] = [await ask({}, { headers }), await ask({}, { headers })];
    expect([second.body.repeated, second.body.receipt]).toEqual([true, first.body.receipt]);
    const signedIn = await asked({}, { person: member });
    const commits = await world.log.read(`ORG#${SCHOOL}#ENQUIRY#${signedIn.id}` as never);
    expect(JSON.stringify(commits)).not.toContain(member);
    expect(JSON.stringify(commits)).not.toContain(signedIn.receipt.replaceAll('-', ''));
  });

  it('lets the asker answer, and nobody know who they are', async () => {
    const { path, receipt, id } = await asked();
    await ok(world, 'POST', `${path}/clarity-requests`, {
      person: clerk,
      body: { text: '请说明年份。', until: '2026-09-09' },
    });
    const clarify = (call: Call) =>
      world.call('POST', `${path}/clarifications`, { body: { text: '2025年。' }, ...call });
    expect((await clarify({})).status).toBe(401);
    expect((await clarify({ person: teacher })).status).toBe(403);
    expect((await clarify({ person: teacher, ...withReceipt(receipt) })).body.stage).toBe('to-approve');
    const commits = await world.log.read(`ORG#${SCHOOL}#ENQUIRY#${id}` as never);
    expect(JSON.stringify(commits)).not.toContain(teacher);
  });

  it('opens nothing that is the office’s to do', async () => {
    const { path, receipt } = await asked();
    const others = ENQUIRY_OPERATIONS.filter(({ anonymous }) => !anonymous);
    expect(others.length).toBeGreaterThan(10);
    const { body: before } = await ok(world, 'GET', path, withReceipt(receipt));
    for (const { id, path: template } of others) {
      const address = `${path}/${template.split('/').at(-1)}`;
      const call = { body: GOOD_BODIES[id], ...withReceipt(receipt) };
      expect([id, (await world.call('POST', address, call)).status]).toEqual([id, 401]);
      expect([id, (await world.call('POST', address, { person: teacher, ...call })).status]).toEqual([
        id,
        403,
      ]);
    }
    expect((await ok(world, 'GET', path, withReceipt(receipt))).body).toEqual(before);
  });
});

describe('a case', () => {
  it('is told about to nobody outside, by whatever answer', async () => {
    const subject = '关于某某处分决定的暗语蓝鲸';
    const { path, id } = await asked({ subject });
    await propose(path, REFUSAL);
    await approve(path);
    const reads = [
      HERE,
      `${HERE}/board`,
      `${HERE}/items`,
      `${HERE}/catalogue`,
      `${HERE}/desk`,
      `${HERE}/enquiries`,
      `${HERE}/my-enquiries`,
      `${HERE}/receptions`,
      `${HERE}/unmet-requests`,
      `${HERE}/feedback`,
      `${HERE}/matches?q=${encodeURIComponent(subject)}`,
      '/v1/board',
      '/v1/organisations',
      path,
    ];
    const commands = ['proposals', 'approvals', 'complaints', 'clarifications', 'disclosures', 'visits'];
    const body = { text: '意见。' };
    for (const person of EVERYBODY_ELSE) {
      const answers: Answer[] = [];
      for (const read of reads) answers.push(await world.call('GET', read, { person }));
      for (const command of commands) {
        const there = await world.call('POST', `${path}/${command}`, { person, body });
        const nowhere = await world.call('POST', `${path.slice(0, -2)}zz/${command}`, { person, body });
        expect([there.status, there.body.code]).toEqual([nowhere.status, nowhere.body.code]);
        answers.push(there);
      }
      for (const { text, body: answer } of answers) {
        expect(text).not.toContain('蓝鲸');
        if (answer?.instance !== path && !answer?.instance?.startsWith(path)) expect(text).not.toContain(id);
      }
    }
    expect((await ok(world, 'GET', `${HERE}/enquiries`, { person: office })).text).toContain('蓝鲸');
  });

  it('is found by whoever asked under their name, without how it was worked on', async () => {
    const { path, id } = await asked({ from: { kind: 'signed' } }, { person: member });
    await propose(path, REFUSAL);
    await approve(path);
    const own = await ok(world, 'GET', `${HERE}/my-enquiries`, { person: member });
    expect(own.body.enquiries).toContainEqual(
      expect.objectContaining({ id, stage: 'closed', outcome: 'refused' }),
    );
    const reading = await ok(world, 'GET', path, { person: member });
    expect(reading.body).toMatchObject({ mayComplain: true, decision: { text: REFUSAL.text } });
    for (const name of [clerk, head]) expect(reading.text).not.toContain(name);
  });

  it('shows how its date came about, pauses included', async () => {
    const { path, receipt } = await asked();
    const pause = { ground: 'third-party', text: '向租赁公司征求意见。', until: '2026-09-16' };
    await ok(world, 'POST', `${path}/pauses`, { person: clerk, body: pause });
    expect((await ok(world, 'GET', path, withReceipt(receipt))).body).toMatchObject({
      stage: 'paused',
      standstill: pause,
    });
    await world.wake(endOfDay('2026-09-16'));
    const { body } = await ok(world, 'GET', path, withReceipt(receipt));
    expect(body.legs.map((leg: { due: string; explanation: object }) => [leg.due, leg.explanation])).toEqual([
      ['2026-09-04', expect.objectContaining({ rule: '自2026年9月1日的次日起算，3个工作日内' })],
      [
        '2026-09-20',
        expect.objectContaining({
          rule: '自2026年9月16日的次日起算，3个工作日内',
          skipped: [{ from: '2026-09-19', until: '2026-09-19', why: '周末' }],
        }),
      ],
    ]);
  });

  it('is late for everybody to see on the desk, once its day has passed', async () => {
    const { path, id } = await asked({ subject: '图书馆闭馆安排' });
    await world.wake(startOfDay('2026-09-03'));
    await world.wake(endOfDay('2026-09-04'));
    const { body } = await ok(world, 'GET', `${HERE}/desk`, { person: office, now: endOfDay('2026-09-04') });
    expect(body.tasks.find((task: { id: string }) => task.id === id)).toMatchObject({
      kind: 'propose-decision',
      overdue: true,
    });
    expect((await ok(world, 'GET', path, { person: clerk })).body).toMatchObject({ overdue: true });
  });

  it('refused is complained about to the supervisors; where there are none here, above', async () => {
    const { path, receipt, id } = await asked();
    await propose(path, REFUSAL);
    await approve(path);
    const complaint = { body: { text: '不应属于党内秘密。' } };
    expect((await world.call('POST', `${path}/complaints`, { person: clerk, ...complaint })).body.code).toBe(
      'not-the-asker',
    );
    await ok(world, 'POST', `${path}/complaints`, { ...complaint, ...withReceipt(receipt) });
    const { body } = await ok(world, 'GET', `/v1/organisations/${DISTRICT}/desk`, { person: districtOffice });
    expect(body.tasks).toContainEqual(expect.objectContaining({ id, kind: 'decide-complaint' }));
    const verdict = { body: { upheld: true, text: '申诉成立，请重新办理。' } };
    const decide = (person: string) =>
      world.call('POST', `${path}/complaint-decisions`, { person, ...verdict });
    expect((await decide(head)).status).toBe(403);
    expect((await decide(districtOffice)).body).toMatchObject({ stage: 'to-approve' });
    const after = await ok(world, 'GET', path, withReceipt(receipt));
    expect(after.body.complaint.settled).toEqual({ upheld: true, text: '申诉成立，请重新办理。' });
  });

  it('[DF-17] becomes a row of the catalogue, or is refused with a reason that the asker reads', async () => {
    const { path, receipt } = await asked({ subject: '校服采购询价记录' }, {});
    await propose(path);
    await approve(path);
    await ok(world, 'POST', `${path}/disclosures`, { person: clerk, body: { text: '询价记录见附表。' } });
    const settle = (body: object) => world.call('POST', `${path}/promotions`, { person: clerk, body });
    expect((await settle({ as: 'row', row: 'l-uniforms' })).body.code).toBe('enquiry-row-unknown');
    await ok(world, 'POST', `${HERE}/catalogue/rows`, {
      person: office,
      body: {
        rowId: 'l-uniforms',
        level2: '校服采购',
        forms: ['网站'],
        audience: 'public',
        timing: 'prompt',
        reason: '家长申请公开',
      },
    });
    expect((await settle({ as: 'row', row: 'l-uniforms' })).status).toBe(200);
    expect((await ok(world, 'GET', path, withReceipt(receipt))).body.promotion).toEqual({
      as: 'row',
      row: 'l-uniforms',
    });
    const refused = await asked({ subject: '纪检谈话记录' });
    await propose(refused.path, REFUSAL);
    await approve(refused.path);
    const told = await ok(world, 'GET', refused.path, withReceipt(refused.receipt));
    expect(told.body.decision).toMatchObject({
      outcome: 'refused',
      ground: 'party-secret',
      text: REFUSAL.text,
    });
  });

  it('of the only official goes up, and whoever it is given to finds it on their desk', async () => {
    const there = `/v1/organisations/${OTHER_SCHOOL}`;
    const { headers, body } = await ok(world, 'POST', `${there}/enquiries`, {
      person: otherHead,
      body: { ...QUESTION, from: { kind: 'signed' } },
    });
    const desk = async (organisation: string, person: string) => {
      const answer = await ok(world, 'GET', `/v1/organisations/${organisation}/desk`, { person });
      return answer.body.tasks.flatMap((task: { id: string; kind: string }) =>
        task.id === body.id ? [task.kind] : [],
      );
    };
    expect(await desk(DISTRICT, districtOffice)).toEqual(['propose-decision']);
    expect(await desk(OTHER_SCHOOL, otherHead)).toEqual([]);
    const path = headers.location ?? '';
    const hand = (person: string, owner: string) =>
      world.call('POST', `${path}/assignments`, { person, body: { owner } });
    expect((await hand(otherHead, PEOPLE.otherTeacher)).body.code).toBe('own-enquiry');
    expect((await hand(districtOffice, PEOPLE.otherTeacher)).status).toBe(200);
    expect(await desk(OTHER_SCHOOL, PEOPLE.otherTeacher)).toEqual(['propose-decision']);
    expect((await ok(world, 'GET', path, { person: PEOPLE.otherTeacher })).body.work).toBeDefined();
    expect((await ok(world, 'GET', path, { person: otherHead })).body.subject).toBe(QUESTION.subject);
    const decision = { ...REFUSAL, matter: 'ordinary' };
    await ok(world, 'POST', `${path}/proposals`, { person: PEOPLE.otherTeacher, body: decision });
    expect(await desk(DISTRICT, districtOffice)).toEqual(['approve-for-school']);
    await ok(world, 'POST', `${path}/approvals`, { person: districtOffice, body: {} });
  });

  it('belongs to its organisation', async () => {
    const { path } = await asked();
    const elsewhere = path.replace(SCHOOL, OTHER_SCHOOL);
    for (const person of [otherHead, clerk])
      expect((await world.call('GET', elsewhere, { person })).status).toBe(404);
  });
});

describe('the reception log', () => {
  it('[XH-20] has who came when, what they asked and what they were told, and counts them', async () => {
    const month = { now: '2026-11-03T01:00:00.000Z' };
    const spoken = { channel: 'visit', from: { kind: 'signed', name: '赵家长' } };
    await ask(
      { ...spoken, subject: '党费怎么交', answer: { text: '见公开目录第17行。', row: 'b-17' } },
      { person: clerk, ...month },
    );
    const { path } = await asked(
      { ...spoken, channel: 'phone' },
      { person: office, now: '2026-11-04T01:00:00.000Z' },
    );
    const visit = { channel: 'visit', question: '办得如何了？', answer: '已报领导小组。' };
    await ok(world, 'POST', `${path}/visits`, {
      person: clerk,
      body: visit,
      now: '2026-11-05T01:00:00.000Z',
    });
    const { body } = await ok(world, 'GET', `${HERE}/receptions?month=2026-11`, { person: office });
    expect(body.counts).toEqual({ total: 3, byChannel: { visit: 2, phone: 1 }, onTheSpot: 2 });
    expect(body.receptions).toMatchObject([
      { who: '赵家长', question: '办得如何了？', answer: '已报领导小组。', takenBy: clerk },
      { channel: 'phone', answer: '已作为依申请公开登记办理（待审批）', takenBy: office },
      { question: '党费怎么交', answer: '见公开目录第17行。', at: month.now },
    ]);
    expect((await world.call('GET', `${HERE}/receptions`, { person: member })).status).toBe(404);
    expect((await world.call('GET', `${HERE}/receptions?month=2026-13`, { person: office })).status).toBe(
      400,
    );
  });
});

it('[HZ-03] ranks for the office what was asked for again and again and never given, by month', async () => {
  const at = (day: string) => ({ now: `2026-12-${day}T01:00:00.000Z` });
  for (const day of ['01', '08', '15']) await ask({ subject: '教师绩效考核分配办法' }, at(day));
  for (const day of ['02', '03']) await ask({ subject: '课后服务收费去向' }, at(day));
  const of = async (month: string) =>
    (await ok(world, 'GET', `${HERE}/unmet-requests?month=${month}`, { person: office })).body.requests;
  expect((await of('2026-12')).map(({ subject, count }: never) => [subject, count])).toEqual([
    ['教师绩效考核分配办法', 3],
    ['课后服务收费去向', 2],
  ]);
  expect(await of('2027-01')).toEqual([]);
});
