import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { content, PEOPLE, STAFFED } from '../support/school.ts';
import { DAY, HOUR, World } from './support.ts';

const UNIT = 'jingxin';
const HERE = `/v1/organisations/${UNIT}`;
const SAID = { from: { kind: 'anonymous' }, speaker: 'society' };
const PARTY = [PEOPLE.clerk, PEOPLE.office, PEOPLE.head, PEOPLE.deputy, PEOPLE.member];

/** A unit that answers for what it is told: by the hotline, in its box, by mail, and on its pages. */
let world: World;
beforeAll(async () => {
  world = await World.start();
  const policy = { feedbackAnswerDays: 5, affairs: 'procuratorate' };
  await world.openSchool(UNIT, { name: '市经济和信息化局党组', kind: 'committee', ...STAFFED, policy });
});
afterAll(() => world?.stop());

const idOf = (location: string | null) => location?.split('/').at(-1) ?? '';
const opinion = async (id: string) =>
  (await world.ok('GET', `${HERE}/feedback/${id}`, PEOPLE.office)).body.feedback;
const inboxOf = async (person: string): Promise<string> => (await world.page('/desk/reminders', person)).text;

/** 嘉祥: the line is answered by somebody, and what is said there gets one of three outcomes. */
describe('the hotline of 嘉祥', () => {
  const call = async (atOnce?: object) =>
    world.call('POST', `${HERE}/feedback`, PEOPLE.clerk, {
      ...SAID,
      channel: 'phone',
      text: '办事窗口午间没有人值班。',
      ...(atOnce && { atOnce }),
    });

  it('[JX-21] is answered at once, put to the leader at once, or given to somebody with a day', async () => {
    expect((await call()).body.code).toBe('call-outcome-missing');
    const answered = await call({ kind: 'answered', text: '自下周起安排值班。', outcome: 'adopted' });
    const raised = await call({ kind: 'raised', reason: '涉及编制，办公室无权答复。' });
    const dueOn = world.day(2);
    const assigned = await call({ kind: 'assigned', owner: PEOPLE.member, dueOn });
    expect([answered.status, raised.status, assigned.status]).toEqual([201, 201, 201]);
    await world.cloud.idle();
    expect((await opinion(answered.body.id)).answer.text).toBe('自下周起安排值班。');
    expect(await opinion(assigned.body.id)).toMatchObject({ owner: PEOPLE.member, dueOn });
    const { body } = await world.ok('GET', `${HERE}/desk`, PEOPLE.head);
    expect(body.tasks.map(({ id }: { id: string }) => id)).toContain(raised.body.id);

    await world.pass(6 * DAY);
    expect((await opinion(assigned.body.id)).overdue).toBe(true);
    // The whole way up: whoever has to answer, the head of the unit, and the office above.
    expect(await inboxOf(PEOPLE.head)).toContain('逾期：意见建议');
  });

  it('[JX-16] is one of the things on which three groups say how satisfied they are', async () => {
    const survey = await world.act(`${HERE}/surveys`, PEOPLE.clerk, {
      kind: 'questionnaire',
      title: '党务公开满意度',
      questions: [{ kind: 'scale', text: '您对党务公开是否满意' }],
      groups: ['party', 'masses', 'society'],
      audience: 'public',
      opensAt: world.at(HOUR),
      closesAt: world.at(2 * DAY),
    });
    const path = survey.headers.get('location') ?? '';
    await world.pass(2 * HOUR);
    for (const person of PARTY) await world.act(`${path}/ballots`, person, { answers: [5] });
    for (const degree of [5, 4, 4, 2, 3, 5])
      await world.act(`${path}/ballots`, undefined, { answers: [degree] });
    await world.act(`${path}/ballots`, PEOPLE.teacher, { answers: [1] });
    await world.pass(3 * DAY);
    const { digest } = (await world.ok('GET', path)).body;
    expect(digest.map((each: { group: string; n?: number }) => [each.group, each.n])).toEqual([
      ['party', 5],
      ['masses', undefined],
      ['society', 6],
    ]);
    expect(digest[2].questions[0].satisfied.margin).toBeGreaterThan(0.2);
    expect((await world.page(`/o/${UNIT}/surveys/${idOf(path)}`)).text).toContain('少于 5 份');
  });
});

/** 嘉祥: 党务公开 beside 检务公开, on the carriers that the sister stream has. */
describe('the two streams of 嘉祥', () => {
  it('[JX-03] go out together on one board and in one feed, each entry under the label of its own', async () => {
    const title = '检察长接待日安排';
    const { headers } = await world.act(`${HERE}/news`, PEOPLE.clerk, {
      stream: 'affairs',
      title,
      text: '每月第一个工作日。',
      audience: 'public',
      notSecret: true,
    });
    await world.act(`${headers.get('location')}/release`, PEOPLE.office, { version: 1, notSecret: true });
    const disclosed = content({ row: 'c-24' });
    await world.disclose(UNIT, disclosed);

    const board = (await world.page(`/o/${UNIT}`)).text;
    for (const words of ['检务公开', title, '党务公开', disclosed.title]) expect(board).toContain(words);
    const feed = async (streams: string) => {
      const { text } = await world.page(`/o/${UNIT}/feed.json${streams}`);
      const { items } = JSON.parse(text) as { items: { title: string; tags?: string[] }[] };
      return items.map((entry) => [entry.title, entry.tags?.[0]]).toSorted();
    };
    expect(await feed('?streams=disclosure,affairs')).toEqual(
      [
        [disclosed.title, '党务公开'],
        [title, '检务公开'],
      ].toSorted(),
    );
    expect((await feed('')).map(([name]) => name)).toEqual([disclosed.title]);
  });
});

/** 滕州: 六有. A line, a box and an address, and what people care about is what is disclosed. */
describe('the six haves of 滕州', () => {
  it('[TZ-22] has a box and a mailbox, and what lies in them gets an owner and a day', async () => {
    const slip = await world.act(`${HERE}/feedback`, PEOPLE.clerk, {
      ...SAID,
      channel: 'box',
      text: '建议公开公车使用情况。',
    });
    const address = 'yijian@jingxin.example';
    const { secret } = (await world.act(`${HERE}/mailbox`, PEOPLE.office, { address })).body;
    const raw = JSON.stringify({
      messageId: '<one@mail.example>',
      from: '一位市民 <citizen@mail.example>',
      to: [address],
      subject: '关于企业补贴',
      text: '建议公开补贴的评审结果。',
    });
    const now = world.cloud.clock.now();
    const response = await fetch(`${world.cloud.url}${HERE}/mailbox/mails`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'webhook-id': 'msg_one',
        'webhook-timestamp': String(Math.floor(now / 1_000)),
        'webhook-signature': new Webhook(secret).sign('msg_one', new Date(now), raw),
      },
      body: raw,
    });
    expect(response.status).toBe(200);
    await world.cloud.idle();
    const { feedback } = (await world.ok('GET', `${HERE}/feedback`, PEOPLE.office)).body;
    const mailed = feedback.find(({ channel }: { channel: string }) => channel === 'email');
    for (const id of [slip.body.id, mailed.id]) {
      const { dueOn } = await opinion(id);
      expect(dueOn > world.day(0)).toBe(true);
    }
    expect(JSON.stringify(await opinion(mailed.id))).not.toContain('citizen@mail.example');
  });

  it('[TZ-12] discloses what people care about: topics are supported, ranked, and answered or overdue', async () => {
    const raise = async (title: string, person: string) => {
      const { headers } = await world.act(`${HERE}/topics`, person, { title, audience: 'unit' });
      return headers.get('location') ?? '';
    };
    const cars = await raise('公车使用情况', PEOPLE.teacher);
    const meals = await raise('食堂经费', PEOPLE.member);
    for (const person of [PEOPLE.member, PEOPLE.deputy]) await world.act(`${cars}/supports`, person);
    const ranked = async () => {
      const { topics } = (await world.ok('GET', `${HERE}/topics?top=5`, PEOPLE.teacher)).body;
      return topics.map(({ title, support }: { title: string; support: number }) => [title, support]);
    };
    expect(await ranked()).toEqual([
      ['公车使用情况', 3],
      ['食堂经费', 1],
    ]);
    const item = await world.disclose(
      UNIT,
      content({
        row: 'c-24',
        title: '公务用车使用情况',
        forms: ['公示栏'],
        audience: 'unit',
        releasePlan: [{ audience: 'unit' }],
      }),
    );
    await world.act(`${cars}/answers`, PEOPLE.clerk, { item: idOf(item) });
    await world.pass(10 * DAY);
    expect((await world.ok('GET', cars, PEOPLE.teacher)).body).toMatchObject({
      stage: 'answered',
      answer: { item: idOf(item) },
    });
    expect((await world.ok('GET', meals, PEOPLE.member)).body).toMatchObject({
      stage: 'open',
      overdue: true,
    });
    expect(await inboxOf(PEOPLE.head)).toContain('逾期：群众关注事项');
    expect(await inboxOf(PEOPLE.head)).not.toContain('食堂经费');
  });

  it('leaves nothing behind: no failure in a function, no message that was given up on', () => {
    expect(world.troubles).toEqual([]);
  });
});
