import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIRST_STANDARD } from '../../../domain/evaluation/standard/state.ts';
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
import { at, codeOf } from './duties.ts';
import { draft, ok, openSchools, release } from './school.ts';
import { startWorld, type World } from './world.ts';

const { clerk, otherHead, districtOffice, districtHead, passerBy } = PEOPLE;
const path = (place: string, organisation = SCHOOL) => `/v1/organisations/${organisation}/${place}`;
let world: World;
/** Items of the third quarter that everybody may see. */
let congress: string;
let repairs: string;

beforeAll(async () => {
  world = await startWorld(at('2026-07-01'));
  await openSchools(world);
  // A second person for the district's office, who answers objections.
  const seat = { body: 'office', position: 'member', person: districtHead, from: '2026-01-01' };
  await ok(world, 'POST', path('seats', DISTRICT), { person: districtOffice, body: seat });
  await world.openQuarter(at('2026-07-01'));
  congress = idOf(await disclose('2026-07-06', { title: '教职工代表大会' }));
  await disclose('2026-07-20', { ...INSIDE_ONLY, forms: ['会议'], title: '支部分工' }, true);
  repairs = idOf(await disclose('2026-08-10', { title: '校舍维修方案' }));
  const survey = await post('surveys', {
    kind: 'questionnaire',
    title: '满意度调查',
    questions: [{ kind: 'scale', text: '您对党务公开是否满意' }],
    groups: ['party', 'society'],
    audience: 'public',
    opensAt: '2026-08-11T00:00:00Z',
    closesAt: '2026-08-20T00:00:00Z',
  });
  world.now = at('2026-08-12');
  await world.wake(world.now);
  for (const degree of [5, 4, 4, 4, 2, 1])
    await ok(world, 'POST', `${survey}/ballots`, {
      person: clerk,
      body: { answers: [degree], group: 'society' },
    });
  await world.wake(at('2026-08-20'));
  world.now = at('2026-09-10');
}, 60_000);
afterAll(() => world?.stop());

const idOf = (address: string): string => address.split('/').at(-1) ?? '';

const post = async (place: string, body: object, person: string = clerk, organisation = SCHOOL) =>
  (await ok(world, 'POST', path(place, organisation), { person, body })).headers.location ?? '';
const refused = async (place: string, body: object, person: string, organisation = SCHOOL) =>
  codeOf(await world.call('POST', path(place, organisation), { person, body }));
const read = async (place: string, person?: string, organisation = SCHOOL) =>
  (await ok(world, 'GET', path(place, organisation), { person })).body;

/** Proposed, reviewed, approved and shown on one day; what is shown in a meeting has its proof. */
async function disclose(day: string, changes: object, inMeeting = false): Promise<string> {
  world.now = at(day);
  const item = await draft(world, changes);
  await release(world, item);
  if (inMeeting) {
    const proof = {
      form: '会议',
      audience: 'party',
      place: '会议室',
      heldAt: world.now,
      reached: 9,
      recipients: '全体党员',
      note: '会议记录',
    };
    await ok(world, 'POST', `${item}/proofs`, { person: clerk, body: proof });
  }
  return item;
}

interface Piece {
  readonly about: { readonly kind: string; readonly id?: string };
  readonly weight: number;
  readonly value: number;
}
interface Criterion {
  readonly id: string;
  readonly part: string;
  readonly of: number;
  readonly share?: number;
  readonly pieces: readonly Piece[];
}

/** The score once more, from nothing but the pieces of the answer. */
function reckoned(criteria: readonly Criterion[]): number {
  let got = 0;
  let had = 0;
  for (const { of, pieces } of criteria) {
    const all = pieces.reduce((sum, { weight }) => sum + weight, 0);
    if (all === 0) continue;
    const kept = pieces.reduce((sum, { weight, value }) => sum + weight * value, 0);
    got += of * (Math.round((kept / all) * 1e4) / 1e4);
    had += of;
  }
  return Math.round((1e4 * got) / had) / 100;
}
const scoreFor = (person?: string) => read('evaluation?period=2026Q3', person);
const criterion = ({ criteria }: { criteria: readonly Criterion[] }, id: string) =>
  criteria.find((each) => each.id === id) as Criterion;

describe('the score of a quarter', () => {
  it('[JX-15] [JX-17] has four published sub-scores, reckoned by anybody from what it was reckoned from', async () => {
    const score = await scoreFor();
    expect(EVALUATION_ANSWERS.evaluation.safeParse(score).error).toBeUndefined();
    expect(Object.keys(score.parts).toSorted()).toEqual(['content', 'effect', 'method', 'procedure']);
    for (const part of Object.keys(score.parts)) {
      const own = score.criteria.filter((each: Criterion) => each.part === part);
      expect(reckoned(own), part).toBe(score.parts[part]);
    }
    expect(reckoned(score.criteria)).toBe(score.total);
    for (const each of score.criteria) {
      expect(each.formula.zh).toMatch(/÷|取平均/);
      expect(each.source.zh).not.toBe('');
    }
    expect(criterion(score, 'mix').pieces.map(({ value }) => value)).toEqual(expect.arrayContaining([0, 1]));
    expect(criterion(score, 'process').share).toBe(1);
  });

  it('is the same number for everybody, and names nothing that they may not see', async () => {
    const [stranger, inside, above] = await Promise.all([
      scoreFor(),
      scoreFor(clerk),
      scoreFor(districtOffice),
    ]);
    for (const score of [stranger, above]) {
      expect([score.total, score.parts]).toEqual([inside.total, inside.parts]);
      expect(reckoned(score.criteria)).toBe(inside.total);
    }
    const named = (score: { criteria: readonly Criterion[] }) =>
      criterion(score, 'conformity').pieces.filter(({ about }) => about.id !== undefined).length;
    expect([named(stranger), named(inside), named(above)]).toEqual([2, 3, 3]);
    expect(JSON.stringify(stranger)).not.toContain('支部分工');
    expect(stranger).not.toHaveProperty('work');
    const streams = above.work.record.map(({ stream }: { stream: string }) => stream);
    expect(streams).toContain(`ORG#${SCHOOL}#LEDGER#2026q3`);
    for (const { stream, version, hash } of above.work.record)
      expect((await world.log.read(stream)).at(-1)).toMatchObject({ version, hash });
  });

  it('changes with an event and never with the clock', async () => {
    const before = await scoreFor(clerk);
    const { asOf } = before;
    const later = await world.call('GET', path('evaluation?period=2026Q3'), {
      person: clerk,
      now: at('2027-03-01'),
    });
    expect(later.body).toEqual(before);
    await world.wake(at('2026-10-01'));
    const closed = await scoreFor(clerk);
    expect(closed.closed).toBe(true);
    expect(closed.asOf > asOf).toBe(true);
    expect(criterion(closed, 'timeliness').pieces.length).toBeGreaterThan(
      criterion(before, 'timeliness').pieces.length,
    );
    expect(closed.total).toBeLessThan(before.total);
    expect(await scoreFor(clerk)).toEqual(closed);
  });

  it('[DF-33] gives a number each for regularity, liveliness and timeliness', async () => {
    const score = await scoreFor();
    const shares = ['regularity', 'liveliness', 'timeliness'].map((id) => criterion(score, id).share);
    expect(shares.every((share) => share !== undefined && share >= 0 && share <= 1)).toBe(true);
    // Three of the fourteen weeks that began in the quarter.
    expect(shares[1]).toBe(Math.round((3 / 14) * 1e4) / 1e4);
  });

  it('shows satisfaction with n and margin, and hides groups that few answered for', async () => {
    const { satisfaction, hidden } = await scoreFor();
    expect(satisfaction).toEqual([expect.objectContaining({ group: 'society', n: 6, share: 4 / 6 })]);
    expect(satisfaction[0].margin).toBeGreaterThan(0.2);
    expect(hidden).toEqual(['party']);
  });

  it('is of a quarter in which something was owed', async () => {
    expect(codeOf(await world.call('GET', path('evaluation?period=2020Q1')))).toEqual([
      404,
      'period-not-open',
    ]);
    expect(codeOf(await world.call('GET', path('evaluation', 'nowhere')))[0]).toBe(404);
  });
});

describe('the standard', () => {
  it('[JX-12] is the district’s, with fields that an item must have, and never reaches back', async () => {
    const standard = { ...FIRST_STANDARD, fields: [{ field: 'basedOn' }] };
    const publish = (from: string, person: string, organisation = DISTRICT) =>
      refused('standards', { from, standard }, person, organisation);
    expect(await publish('2026Q3', clerk, SCHOOL)).toEqual([404, 'not-found']);
    expect(await publish('2026Q2', districtOffice)).toEqual([422, 'standard-retroactive']);
    const broken = { from: '2026Q4', standard: { ...standard, priorityFactor: 9 } };
    expect((await refused('standards', broken, districtOffice, DISTRICT))[0]).toBe(400);
    expect(await publish('2026Q3', districtOffice)).toEqual([200, undefined]);
    expect(await publish('2026Q4', districtOffice)).toEqual([200, undefined]);
    const score = await scoreFor(clerk);
    expect(score.standard).toBe(1);
    // Forms and audience within the row (with 网站 one is beyond it), but no document named.
    expect(
      criterion(score, 'conformity')
        .pieces.map(({ value }) => value)
        .toSorted(),
    ).toEqual([1 / 3, 1 / 3, 2 / 3]);
    expect(await read('standards?period=2026Q4')).toMatchObject({
      edition: 2,
      published: [{ from: '2026Q3' }, {}],
    });
  });
});

describe('a priority row', () => {
  it('[HZ-30] comes first in its class and weighs more in the evaluation', async () => {
    interface Line {
      readonly row: { readonly id: string; readonly level1: string };
      readonly priority: boolean;
    }
    const rows = async (): Promise<readonly Line[]> => (await read('catalogue')).rows;
    const flagsOf = (lines: readonly Line[], level1: string) =>
      lines.filter(({ row }) => row.level1 === level1).map(({ priority }) => priority);
    const before = criterion(await scoreFor(clerk), 'completeness');
    const pieceOf = ({ pieces }: Criterion, id: string) => pieces.findIndex(({ about }) => about.id === id);
    const lines = await rows();
    const { id, level1 } = lines.find(
      ({ row, priority }) => !priority && before.pieces[pieceOf(before, row.id)]?.weight === 1,
    )?.row ?? { id: '', level1: '' };
    expect(pieceOf(before, id)).toBeGreaterThan(0);
    const refinement = { priority: true, reason: '家长最关心' };
    await ok(world, 'PUT', path(`catalogue/rows/${id}`), { person: districtOffice, body: refinement });
    const now = await rows();
    const flags = flagsOf(now, level1);
    expect(now.find(({ row }) => row.id === id)?.priority).toBe(true);
    expect(flags).toEqual(flags.toSorted((a, b) => Number(b) - Number(a)));
    const after = criterion(await scoreFor(clerk), 'completeness');
    const weights = after.pieces.map(({ weight }) => weight);
    expect(after.pieces[pieceOf(after, id)]?.weight).toBe(2);
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
    expect(after.share).not.toBe(before.share);
  });
});

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
