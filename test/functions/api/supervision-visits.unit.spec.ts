import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SUPERVISION_ANSWERS } from '../../../functions/api/supervision-answers.ts';
import { PEOPLE, SCHOOL } from '../../support/school.ts';
import { draft, release } from './school.ts';
import {
  ABOVE,
  HELD,
  HERE,
  idOf,
  ORDER,
  PLAN,
  SUGGESTION,
  SUPERVISORS,
  type SupervisedWorld,
  startSupervision,
  THERE,
} from './supervision-calls.ts';
import type { World } from './world.ts';

const { clerk, teacher, otherHead } = PEOPLE;
const { inspector, fromSchool, appointed, retired, delegated, watcher } = SUPERVISORS;
let world: World;
let { post, get, made, refused, tasks, visit, heldVisit } = {} as SupervisedWorld;

beforeAll(async () => {
  ({ world, post, get, made, refused, tasks, visit, heldVisit } = await startSupervision());
}, 60_000);
afterAll(() => world?.stop());

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
