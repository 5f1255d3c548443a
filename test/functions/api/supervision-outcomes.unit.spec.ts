import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SUPERVISION_ANSWERS } from '../../../functions/api/supervision-answers.ts';
import { DISTRICT, PEOPLE, SCHOOL } from '../../support/school.ts';
import { draft, release } from './school.ts';
import {
  ABOVE,
  HERE,
  idOf,
  ORDER,
  SUGGESTION,
  SUPERVISORS,
  type SupervisedWorld,
  startSupervision,
} from './supervision-calls.ts';
import type { World } from './world.ts';

const { clerk, office, head, teacher, otherHead, otherTeacher, districtOffice, districtHead } = PEOPLE;
const { inspector, appointed, watcher } = SUPERVISORS;
let world: World;
let { post, get, made, refused, tasks, visit } = {} as SupervisedWorld;

beforeAll(async () => {
  ({ world, post, get, made, refused, tasks, visit } = await startSupervision());
}, 60_000);
afterAll(() => world?.stop());

const LATE = '2026-09-11T00:00:00.000Z';

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
    await visit();
    await visit({ means: 'self-check' }, clerk);
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
