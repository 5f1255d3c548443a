import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { epochOf, instantOf } from '../../../domain/kernel/time.ts';
import { SURVEY_ANSWERS } from '../../../functions/api/survey-answers.ts';
import { TOPIC_ANSWERS } from '../../../functions/api/topic-answers.ts';
import { INSIDE_ONLY, PEOPLE, SCHOOL } from '../../support/school.ts';
import { draft, ok, openSchools, release } from './school.ts';
import { type Call, startWorld, type World } from './world.ts';

const { clerk, office, head, deputy, member, teacher, otherHead, districtOffice } = PEOPLE;
const PARTY = [clerk, office, head, deputy, member];
const HERE = `/v1/organisations/${SCHOOL}`;
let world: World;

beforeAll(async () => {
  world = await startWorld('2026-09-01T00:00:00.000Z');
  await openSchools(world);
}, 60_000);
afterAll(() => world?.stop());

const post = (path: string, body: object, call: Call = {}) => ok(world, 'POST', path, { body, ...call });
const get = async (path: string, person?: string) => (await ok(world, 'GET', path, { person })).body;
const refused = async (path: string, body: object, call: Call = {}) => {
  const { status, body: problem } = await world.call('POST', path, { body, ...call });
  return [status, problem.code];
};

async function raise(title: string, call: Call = {}, body: object = {}): Promise<string> {
  const { headers } = await post(`${HERE}/topics`, { title, ...body }, call);
  return headers.location ?? '';
}
const support = (path: string, person: string) => post(`${path}/supports`, {}, { person });
const idOf = (path: string): string => path.split('/').at(-1) ?? '';

describe('topics', () => {
  it('[HZ-52] are ranked by the people who want them, each counted once', async () => {
    const few = await raise('操场开放时间', { person: teacher });
    const many = await raise('食堂食材采购', { person: teacher });
    for (const person of [member, clerk, member, teacher]) await support(many, person);
    const { topics } = await get(`${HERE}/topics`, teacher);
    const line = (path: string) => topics.findIndex(({ id }: { id: string }) => id === idOf(path));
    expect(line(many)).toBeLessThan(line(few));
    expect([topics[line(many)].support, topics[line(few)].support]).toEqual([3, 1]);
    expect((await get(`${HERE}/topics?top=1`, teacher)).topics).toEqual([topics[0]]);
    expect((await world.call('GET', `${HERE}/topics?top=0`, { person: teacher })).status).toBe(400);
    expect(await refused(`${many}/supports`, {})).toEqual([401, 'not-signed-in']);
  });

  it('[TZ-12] have to be answered by a day, which is a task and then overdue', async () => {
    const path = await raise('校服采购价格', { person: teacher });
    const onDesk = async (now: string) => {
      const { body } = await ok(world, 'GET', `${HERE}/desk`, { person: clerk, now });
      return body.tasks.find(({ id }: { id: string }) => id === idOf(path));
    };
    expect(await onDesk(world.now)).toMatchObject({ kind: 'answer-topic', about: 'topic', overdue: false });
    expect(await get(path, teacher)).toMatchObject({ stage: 'open', dueOn: '2026-09-21', overdue: false });
    const later = '2026-09-22T00:00:00.000Z';
    await world.wake(later);
    expect(await get(path, teacher)).toMatchObject({ overdue: true });
    expect(await onDesk(later)).toMatchObject({ overdue: true });
  });

  it('[QS-11] end with an item for those who asked, or with a reason', async () => {
    const path = await raise('党员发展情况', { person: teacher });
    const item = await draft(world, { ...INSIDE_ONLY, title: '党员发展公示' });
    const answer = { item: idOf(item) };
    expect(await refused(`${path}/answers`, answer, { person: clerk })).toEqual([
      422,
      'topic-item-undisclosed',
    ]);
    await release(world, item);
    expect(await refused(`${path}/answers`, answer, { person: clerk })).toEqual([422, 'topic-item-narrower']);
    expect(await refused(`${path}/answers`, answer, { person: member })).toEqual([403, 'not-permitted']);
    const inside = await raise('党员发展情况', { person: member }, { audience: 'party' });
    await post(`${inside}/answers`, answer, { person: clerk });
    expect(await get(inside, member)).toMatchObject({
      stage: 'answered',
      answer: { kind: 'item', ...answer },
    });
    const refusal = { ground: 'party-secret', reason: '正在考察，依规定不公开。' };
    await post(`${path}/refusals`, refusal, { person: clerk });
    const { answer: given, ...topic } = await get(path, teacher);
    expect(TOPIC_ANSWERS.topic.safeParse({ ...topic, answer: given }).error).toBeUndefined();
    expect([topic.stage, given]).toEqual([
      'refused',
      expect.objectContaining({ kind: 'refused', ...refusal }),
    ]);
    expect(JSON.stringify(given)).not.toContain(clerk);
  });

  it('[JX-10] that nobody has answered make a list of what is missing', async () => {
    const missing = await raise('劳动教育基地安排', { person: teacher });
    const settled = await raise('校门停车', { person: teacher });
    const gaps = async () => {
      const { topics } = await get(`${HERE}/topics?stage=open`, clerk);
      return topics.map(({ id }: { id: string }) => id);
    };
    expect(await gaps()).toEqual(expect.arrayContaining([missing, settled].map(idOf)));
    const refusal = { ground: 'not-held', reason: '由街道负责。' };
    await post(`${settled}/refusals`, refusal, { person: clerk });
    expect(await gaps()).toContain(idOf(missing));
    expect(await gaps()).not.toContain(idOf(settled));
  });

  it('count everybody once also when they are merged', async () => {
    const one = await raise('课后服务收费', { person: teacher });
    const two = await raise('课后服务费用', { person: member });
    await support(two, teacher);
    await support(two, clerk);
    await post(`${two}/merging`, { into: idOf(one) }, { person: office });
    expect(await get(one, teacher)).toMatchObject({ support: 3, merged: 1 });
    const { topics } = await get(`${HERE}/topics`, teacher);
    expect(topics.some(({ id }: { id: string }) => id === idOf(two))).toBe(false);
    expect(await get(two, teacher)).toMatchObject({ stage: 'merged', into: idOf(one) });
    expect(await refused(`${two}/supports`, {}, { person: head })).toEqual([422, 'topic-merged']);
  });

  it('are seen by those for whom they are, and by strangers only once somebody has read them', async () => {
    const unit = await raise('教师职称评审', { person: teacher });
    for (const person of [undefined, otherHead])
      expect((await world.call('GET', unit, { person })).status).toBe(404);
    const strange = await raise('上下学路口安全，电话 13812345678');
    expect((await world.call('GET', strange)).status).toBe(404);
    expect(JSON.stringify(await get(`${HERE}/topics`))).not.toContain('路口安全');
    await post(`${strange}/moderation`, { shown: true, reason: '属实。' }, { person: clerk });
    const { title } = await get(strange);
    expect(title).toContain('上下学路口安全');
    expect(title).not.toContain('13812345678');
  });

  it('keep no name of whoever raised or supported them', async () => {
    const path = await raise('工会经费', { person: teacher });
    await support(path, member);
    const commits = await world.log.read(`ORG#${SCHOOL}#TOPIC#${idOf(path)}` as never);
    expect(commits).toHaveLength(2);
    expect(JSON.stringify(commits)).not.toMatch(new RegExp(`${teacher}|${member}`));
  });
});

describe('surveys', () => {
  const inHours = (hours: number) => instantOf(epochOf(world.now) + hours * 3_600_000);
  const OPEN = 24;
  const CLOSED = 72;
  const PLAN = () => ({
    kind: 'questionnaire',
    title: '党务公开满意度',
    questions: [
      { kind: 'scale', text: '您对党务公开是否满意' },
      { kind: 'text', text: '建议' },
    ],
    groups: ['party', 'masses', 'society'],
    audience: 'public',
    opensAt: inHours(OPEN),
    closesAt: inHours(CLOSED),
  });
  async function plan(changes: object = {}): Promise<string> {
    const { headers } = await post(`${HERE}/surveys`, { ...PLAN(), ...changes }, { person: clerk });
    return headers.location ?? '';
  }
  const cast = (path: string, answers: readonly unknown[], call: Call = {}) =>
    post(`${path}/ballots`, { answers }, { now: inHours(OPEN + 1), ...call });
  const at = async (path: string, hours: number, person?: string) =>
    (await ok(world, 'GET', path, { person, now: inHours(hours) })).body;

  it('[JX-16] give the satisfaction of three groups with n and margin, and hide a small group everywhere', async () => {
    const path = await plan();
    for (const [index, person] of PARTY.entries()) await cast(path, [index === 0 ? 2 : 5, '好'], { person });
    await cast(path, [1, '不满意的理由'], { person: teacher });
    for (const degree of [5, 4, 4, 3, 1, 5]) await cast(path, [degree, null]);
    const reader = { now: inHours(OPEN + 2) };
    expect((await world.call('GET', path, reader)).body.digest).toBeUndefined();
    await world.wake(inHours(CLOSED));
    const reading = await at(path, CLOSED + 1);
    expect(SURVEY_ANSWERS.survey.safeParse(reading).error).toBeUndefined();
    const { digest } = reading;
    expect(digest).toEqual([
      {
        group: 'party',
        shown: true,
        n: 5,
        entered: 0,
        population: 5,
        questions: [
          {
            shown: true,
            n: 5,
            counts: [0, 1, 0, 0, 4],
            satisfied: { share: 0.8, low: 0.8, high: 0.8, margin: 0 },
          },
          { shown: true, n: 5 },
        ],
      },
      { group: 'masses', shown: false, fewerThan: 5 },
      expect.objectContaining({ group: 'society', shown: true, n: 6 }),
    ]);
    const { share, low, high, margin } = digest[2].questions[0].satisfied;
    expect(share).toBeCloseTo(4 / 6);
    expect([low, high].map((each) => Math.round(each * 1000) / 1000)).toEqual([0.3, 0.903]);
    expect(margin).toBeCloseTo((high - low) / 2);
    for (const person of [clerk, head, teacher, districtOffice, undefined])
      expect(JSON.stringify(await at(path, CLOSED + 1, person))).not.toContain('不满意的理由');
    const [own] = (await at(path, CLOSED + 1, clerk)).digest;
    expect(own.questions[1].words).toEqual(['好', '好', '好', '好', '好']);
  });

  it('[HZ-45] open and close by the clock, and then somebody has to say what came of it', async () => {
    const path = await plan({ audience: 'unit', groups: ['party', 'masses'] });
    const call = { person: teacher, body: { answers: [5, null] } };
    const answer = (hours: number) => world.call('POST', `${path}/ballots`, { ...call, now: inHours(hours) });
    expect((await answer(OPEN - 1)).body.code).toBe('survey-not-open');
    expect((await answer(CLOSED)).body.code).toBe('survey-not-open');
    expect((await answer(OPEN)).status).toBe(200);
    for (const hours of [OPEN, CLOSED]) await world.wake(inHours(hours));
    expect(await at(path, CLOSED, teacher)).toMatchObject({ stage: 'closed', digest: expect.any(Array) });
    const { body } = await ok(world, 'GET', `${HERE}/desk`, { person: clerk, now: inHours(CLOSED + 1) });
    expect(body.tasks).toContainEqual(
      expect.objectContaining({ kind: 'conclude-survey', about: 'survey', id: idOf(path) }),
    );
    await post(`${path}/conclusion`, { text: '今后按月公开。' }, { person: clerk, now: inHours(CLOSED + 1) });
    expect(await at(path, CLOSED + 2, teacher)).toMatchObject({
      stage: 'concluded',
      conclusion: { text: '今后按月公开。' },
    });
  });

  it('take one answer from a person, and keep nothing that leads to them', async () => {
    const path = await plan();
    const headers = { 'idempotency-key': 'the-very-same-answer' };
    await cast(path, [5, null], { person: member, headers });
    const again = await cast(path, [5, null], { person: member, headers });
    expect(again.body).toEqual({ id: idOf(path), version: 1, repeated: true });
    const body = { answers: [1, null] };
    const second = await world.call('POST', `${path}/ballots`, {
      person: member,
      body,
      now: inHours(OPEN + 5),
    });
    expect([second.status, second.body.code]).toEqual([409, 'ballot-cast-already']);
    const { rows } = await world.views.list(`ORG#${SCHOOL}#BALLOTS#${idOf(path)}`, { limit: 10 });
    expect(rows).toHaveLength(1);
    const commits = await world.log.read(`ORG#${SCHOOL}#BALLOT#${rows[0]?.sk}` as never);
    expect(commits).toHaveLength(1);
    expect(JSON.stringify([rows, commits])).not.toContain(member);
    expect(commits[0]?.body).toMatch(/"at":"[^"]*T16:00:00.000Z"/);
    expect(commits[0]?.body).toContain('"correlation":"ballot"');
  });

  it('are forums, questionnaires or letters, whose answers belong to the item', async () => {
    const item = idOf(await draft(world, { title: '食堂承包方案' }));
    const kinds = ['forum', 'questionnaire', 'letter'];
    const paths = await Promise.all(kinds.map((kind) => plan({ kind, item })));
    for (const path of paths) {
      for (let sheet = 0; sheet < 5; sheet += 1)
        await post(
          `${path}/ballots`,
          { answers: [4, '同意。'], group: 'society' },
          { person: clerk, now: inHours(OPEN + 1) },
        );
    }
    await world.wake(inHours(CLOSED));
    const { surveys } = await at(`${HERE}/surveys?item=${item}`, CLOSED + 1, clerk);
    expect(surveys.map(({ kind }: { kind: string }) => kind).toSorted()).toEqual([...kinds].toSorted());
    const { digest } = await at(paths[0] ?? '', CLOSED + 1, clerk);
    expect(digest[2]).toMatchObject({ group: 'society', n: 5, entered: 5 });
    expect(await refused(`${paths[0]}/ballots`, { answers: [4, null], group: 'society' })).toEqual([
      401,
      'not-signed-in',
    ]);
  });

  it('are for those whom they ask, and nobody else hears of them', async () => {
    const path = await plan({ audience: 'party', groups: ['party'] });
    for (const person of [undefined, teacher, otherHead]) {
      expect((await world.call('GET', path, { person })).status).toBe(404);
      const body = { answers: [5, null] };
      const answer = await world.call('POST', `${path}/ballots`, { person, body, now: inHours(OPEN + 1) });
      expect([answer.status, answer.body.code]).toEqual([404, 'survey-unknown']);
    }
    await post(`${path}/withdrawal`, { reason: '题目有误。' }, { person: clerk });
    expect((await world.call('GET', path, { person: member })).status).toBe(404);
    expect(await get(path, clerk)).toMatchObject({ stage: 'withdrawn', withdrawn: { reason: '题目有误。' } });
  });

  it('are not planned by everybody', async () => {
    expect(await refused(`${HERE}/surveys`, PLAN(), { person: member })).toEqual([403, 'not-permitted']);
  });
});
