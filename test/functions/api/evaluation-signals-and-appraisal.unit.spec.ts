import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVALUATION_ANSWERS } from '../../../functions/api/evaluation-answers.ts';
import { readsKey } from '../../../functions/shell/view-keys.ts';
import {
  content,
  DISTRICT,
  INSIDE_ONLY,
  OTHER_SCHOOL,
  PEOPLE,
  REVIEW,
  SCHOOL,
} from '../../support/school.ts';
import { at } from './duties.ts';
import { type EvaluatedWorld, idOf, path, startEvaluation } from './evaluation-calls.ts';
import { ok } from './school.ts';
import type { World } from './world.ts';

const { clerk, otherHead, districtOffice, districtHead, passerBy } = PEOPLE;
let world: World;
let { congress, repairs, refused, read, scoreFor, disclose } = {} as EvaluatedWorld;

beforeAll(async () => {
  ({ world, congress, repairs, refused, read, scoreFor, disclose } = await startEvaluation());
  // The third quarter is closed before anything of the fourth is shown.
  await world.wake(at('2026-10-01'));
}, 60_000);
afterAll(() => world?.stop());

describe('a signal', () => {
  it('[JX-09] [JX-11] says that everything was shown in one form, or just before a check, is disputed, and answered by a person', async () => {
    world.now = at('2026-11-02');
    await world.openQuarter(at('2026-10-01'));
    for (const day of ['2026-11-02', '2026-11-03', '2026-11-04'])
      await disclose(day, { ...INSIDE_ONLY, forms: ['会议'], title: '支部会议情况' }, true);
    const quarter = (person?: string) => read('evaluation?period=2026Q4', person);
    const before = await quarter(clerk);
    const found = (score: { work: { signals: readonly { id: string }[] } }, id = 'one-form') =>
      score.work.signals.find((each) => each.id === id);
    expect(before.mix).toEqual({ 会议: 3 });
    expect(found(before)).toMatchObject({
      state: 'raised',
      why: { zh: expect.stringContaining('3 个事项') },
    });
    // Nobody keeps inspections or counts readings here: that is said, and is no zero.
    expect(found(before, 'burst')).toMatchObject({ state: 'no-data' });
    expect(found(before, 'unread')).toMatchObject({ state: 'no-data' });

    const visit = { means: 'check', on: '2026-11-10', purpose: '查看第四季度公开情况' };
    expect(await refused('visits', visit, districtOffice)).toEqual([201, undefined]);
    const warned = await quarter(clerk);
    expect(found(warned, 'burst')).toMatchObject({
      state: 'raised',
      why: { zh: expect.stringContaining('100%') },
    });
    expect(warned.total).toBe(before.total);

    const dispute = 'signals/2026Q4/one-form/dispute';
    const reason = { reason: '会议上当面说明，便于提问。' };
    expect(await refused(dispute, reason, districtOffice)).toEqual([403, 'not-permitted']);
    expect(await refused('signals/2026Q4/silence/dispute', reason, clerk)).toEqual([
      422,
      'signal-not-raised',
    ]);
    expect(await refused('signals/2026Q4/no-such/dispute', reason, clerk)).toEqual([404, 'not-found']);
    expect(await refused(dispute, reason, clerk)).toEqual([200, undefined]);
    const { disputes } = await read('disputes', districtOffice, DISTRICT);
    expect(disputes).toEqual([
      expect.objectContaining({ organisation: SCHOOL, signal: 'one-form', by: clerk }),
    ]);
    expect((await world.call('GET', path('disputes', DISTRICT), { person: clerk })).status).toBe(404);
    const answer = { outcome: 'explained', text: '情况属实，可以同时上平台。' };
    expect(await refused(`${dispute}/answer`, answer, clerk)).toEqual([403, 'not-permitted']);
    expect(await refused(`${dispute}/answer`, answer, districtOffice)).toEqual([200, undefined]);
    const after = await quarter(clerk);
    expect(EVALUATION_ANSWERS.evaluation.safeParse(after).error).toBeUndefined();
    expect(found(after)).toMatchObject({
      state: 'raised',
      dispute: { ...reason, by: clerk, answer: { ...answer, by: districtOffice } },
    });
    expect([after.total, after.parts]).toEqual([before.total, before.parts]);
    expect(JSON.stringify(await quarter())).not.toContain('one-form');
  });
});

it('[JX-09] a signal tells what nobody has read, by the counts of pages, and takes no point', async () => {
  const before = await scoreFor(clerk);
  const signalOf = ({ work }: { work: { signals: readonly { id: string }[] } }) =>
    work.signals.find(({ id }) => id === 'unread');
  expect(signalOf(before)).toMatchObject({ state: 'no-data' });
  const card = { day: '2026-07-05', items: { [congress]: { anyone: 2, party: 1 } } };
  await world.views.put({ pk: readsKey(SCHOOL), sk: '2026-07-05#instance', version: 3, card });
  const after = await scoreFor(clerk);
  // What was shown in a meeting only has no page that anybody could open.
  expect(signalOf(after)).toMatchObject({ state: 'raised', because: [{ kind: 'item', id: repairs }] });
  expect(after.total).toBe(before.total);
});

describe('the appraisal of a year', () => {
  const year = (place: string, body: object, person: string, organisation = SCHOOL) =>
    refused(place, body, person, organisation);
  const done = [200, undefined];

  it('[QS-04] [ZH-09] is run over those below with three inputs, and ends when its result is disclosed', async () => {
    world.now = at('2026-12-01');
    const opening = { selfUntil: '2026-12-20', note: '请如实自评' };
    expect(await year('rounds/26', opening, districtOffice, DISTRICT)).toEqual([400, 'input-malformed']);
    expect(await year('rounds/2026', opening, clerk)).toEqual([422, 'round-without-units']);
    expect(await year('rounds/2026', opening, districtOffice, DISTRICT)).toEqual(done);
    expect(await year('rounds/2026', opening, districtOffice, DISTRICT)).toEqual([422, 'round-opened']);

    expect(await year('assessments/2026/self', { score: 95, text: '按期公开' }, clerk)).toEqual(done);
    const verdict = { score: 97, text: '公开及时' };
    expect(await year('assessments/2026/verdict', verdict, otherHead)).toEqual([403, 'not-permitted']);
    expect(await year('assessments/2026/verdict', verdict, districtOffice)).toEqual(done);
    const early = await year('assessments/2026/verdict', verdict, districtOffice, OTHER_SCHOOL);
    expect(early).toEqual([422, 'assessment-self-awaited']);
    world.now = at('2026-12-21');
    expect(
      await year('assessments/2026/verdict', { ...verdict, score: 70 }, districtOffice, OTHER_SCHOOL),
    ).toEqual(done);

    const own = await read('assessments/2026', clerk);
    expect(EVALUATION_ANSWERS.assessment.safeParse(own).error).toBeUndefined();
    // Four of six were satisfied; the record is the mean of both quarters.
    const totals = await Promise.all(['2026Q3', '2026Q4'].map((name) => read(`evaluation?period=${name}`)));
    const record = Math.round(50 * (totals[0].total + totals[1].total)) / 100;
    expect(own.result).toMatchObject({ inputs: { self: 95, masses: 66.67, superior: 97 }, record });
    expect(own.result.composite).toBe(Math.round(95 * 20 + 66.67 * 30 + 97 * 50) / 100);
    expect(own.result.rating).toBe('model');

    const overview = await read('rounds/2026/overview?sort=composite', districtOffice, DISTRICT);
    const [unit] = overview.units;
    const mean = (part: string) => Math.round(50 * (totals[0].parts[part] + totals[1].parts[part])) / 100;
    expect(unit).toMatchObject({
      id: SCHOOL,
      figures: { content: mean('content'), procedure: mean('procedure'), society: 66.67, record },
    });
    // What was explained is open no more; what was found later than that is.
    expect(unit.signals).toContainEqual({ period: '2026Q4', signal: 'burst' });
    expect(unit.signals).not.toContainEqual({ period: '2026Q4', signal: 'one-form' });

    const reason = { reason: '漏计一次公开' };
    expect(await year('assessments/2026/objection', reason, otherHead, OTHER_SCHOOL)).toEqual(done);
    const results = await resultsItem();
    const disclosing = { item: results };
    const publish = () => year('rounds/2026/results', disclosing, districtOffice, DISTRICT);
    expect(await publish()).toEqual([422, 'round-unfinished']);
    const kept = { outcome: 'kept', text: '经复核，不漏计。' };
    const answer = (person: string) => year('assessments/2026/objection/answer', kept, person, OTHER_SCHOOL);
    expect(await answer(districtOffice)).toEqual([422, 'objection-own-assessment']);
    expect(await answer(districtHead)).toEqual(done);

    // Nobody outside is told before the results are out, and everybody afterwards.
    expect(await read('assessments/2026', passerBy)).not.toHaveProperty('result');
    for (const inner of ['units', 'note'])
      expect(await read('rounds/2026', passerBy, DISTRICT)).not.toHaveProperty(inner);
    expect((await read('assessments/2026', clerk)).round).toMatchObject(opening);
    expect((await read('assessments/2026', passerBy)).round).not.toHaveProperty('note');
    expect(await publish()).toEqual(done);
    const round = await read('rounds/2026', undefined, DISTRICT);
    expect(EVALUATION_ANSWERS.round.safeParse(round).error).toBeUndefined();
    const shares = { units: 2, met: 2, model: 1, metPercent: 100, modelPercent: 50 };
    expect(round).toMatchObject({ disclosed: { item: results, shares }, shares });
    const rating = (id: string) => round.units.find((unit: { id: string }) => unit.id === id).rating;
    expect([rating(SCHOOL), rating(OTHER_SCHOOL)]).toEqual(['model', 'met']);
    const outside = await read('assessments/2026');
    expect(outside.result).toEqual(own.result);
    for (const inner of ['self', 'verdict', 'objection', 'answer']) expect(outside).not.toHaveProperty(inner);
  });
});

/** The district tells society how its units did. */
async function resultsItem(): Promise<string> {
  const items = path('items', DISTRICT);
  const adopted = { person: districtOffice, body: { template: 'branch', version: 1 } };
  await ok(world, 'POST', path('catalogue/adoption', DISTRICT), adopted);
  const body = content({ title: '2026年度考评结果', accountable: districtOffice });
  const { headers } = await ok(world, 'POST', items, { person: districtOffice, body });
  const item = headers.location ?? '';
  await ok(world, 'POST', `${item}/submission`, { person: districtOffice, body: {} });
  const reviewer = { id: 'reviewer', name: '审核员', partyMember: true, staff: true };
  await ok(world, 'POST', path('people', DISTRICT), { person: districtOffice, body: { people: [reviewer] } });
  const seat = { body: 'office', position: 'deputy', person: 'reviewer', from: '2026-01-01' };
  await ok(world, 'POST', path('seats', DISTRICT), { person: districtOffice, body: seat });
  await ok(world, 'POST', `${item}/reviews`, { person: 'reviewer', body: REVIEW });
  await ok(world, 'POST', `${item}/approvals`, { person: districtHead, body: {} });
  return idOf(item);
}
