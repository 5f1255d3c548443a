import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DISTRICT, PEOPLE, SCHOOL } from '../../support/school.ts';
import { codeOf } from './duties.ts';
import { openSchools } from './school.ts';
import { type Answer, startWorld, type World } from './world.ts';

const { districtOffice, districtHead, office, passerBy } = PEOPLE;
const calendar = `/v1/organisations/${DISTRICT}/calendar`;
const SPORTS = { day: '2026-09-11', working: false, name: '区运动会' };
let world: World;

beforeAll(async () => {
  world = await startWorld('2026-09-01T00:00:00.000Z');
  await openSchools(world);
}, 60_000);
afterAll(() => world?.stop());

const edit = (person: string, days: readonly object[] = [SPORTS], headers = {}, path = calendar) =>
  world.call('POST', `${path}/days`, { person, body: { days, reason: '按区里通知调整。' }, headers });
const read = async (query = '', now = world.now) =>
  (await world.call('GET', `${calendar}${query}`, { person: office, now })).body;
const dayIn = (body: Answer['body'], day: string) =>
  body.days.find((each: { day: string }) => each.day === day);

describe('the calendar', () => {
  it('has every day of the year with its reason', async () => {
    const body = await read();
    expect(body).toMatchObject({ year: 2026, edition: 0, horizon: '2026-12-31', settled: true, terms: [] });
    expect(body.days).toHaveLength(365);
    expect(dayIn(body, '2026-10-01')).toMatchObject({ working: false, reason: 'holiday', name: '国庆节' });
    expect(dayIn(body, '2026-10-10')).toMatchObject({ working: true, reason: 'make-up', name: '国庆节' });
    expect(dayIn(body, '2026-09-01')).toMatchObject({ working: true, reason: 'weekday', provisional: false });
  });

  it('marks what is not announced, and warns from November until it is', async () => {
    const next = await read('?year=2027');
    expect(next).toMatchObject({ year: 2027, settled: false });
    expect(dayIn(next, '2027-10-01')).toMatchObject({ working: false, provisional: true });
    expect(next.warning).toBeUndefined();
    expect((await read('', '2026-11-02T00:00:00.000Z')).warning).toMatchObject({
      year: 2027,
      since: '2026-11-01',
      provisionalNotice: expect.stringContaining('2027年'),
    });
  });

  it('is of one year within reach, for whoever has signed in, and of the district alone', async () => {
    for (const query of ['?year=1999', '?year=2100', '?year=x', '?year=2026.5', '?month=1'])
      expect((await world.call('GET', `${calendar}${query}`, { person: office })).status, query).toBe(400);
    expect((await world.call('GET', calendar)).status).toBe(401);
    const own = `/v1/organisations/${SCHOOL}/calendar`;
    expect(codeOf(await world.call('GET', own, { person: office }))).toEqual([404, 'not-found']);
    for (const person of [office, districtOffice])
      expect(codeOf(await edit(person, [SPORTS], {}, own)), person).toEqual([404, 'not-found']);
  });
});

describe('the office of the district', () => {
  it('edits days and takes that back, and nobody else does', async () => {
    const before = await world.commits();
    for (const person of [office, districtHead, passerBy])
      expect(codeOf(await edit(person)), person).toEqual([403, 'not-permitted']);
    expect(await world.commits()).toBe(before);

    expect((await edit(districtOffice)).status).toBe(200);
    expect(dayIn(await read(), SPORTS.day)).toMatchObject({ ...SPORTS, reason: 'edited' });
    const reset = () =>
      world.call('POST', `${calendar}/day-resets`, { person: districtOffice, body: { days: [SPORTS.day] } });
    expect((await reset()).status).toBe(200);
    expect(dayIn(await read(), SPORTS.day)).toMatchObject({ working: true, reason: 'weekday' });
    expect(codeOf(await reset())).toEqual([422, 'day-not-edited']);
    expect(codeOf(await edit(districtOffice, [SPORTS, SPORTS]))).toEqual([422, 'day-repeated']);
  });

  it('changes nothing by a repeat, nor when the calendar has moved on', async () => {
    const { streamVersion } = await read();
    const headers = { 'idempotency-key': 'sports-again', 'if-match': `"${streamVersion}"` };
    const first = await edit(districtOffice, [SPORTS], headers);
    const again = await edit(districtOffice, [SPORTS], headers);
    expect(again.body).toEqual({ ...first.body, repeated: true });
    const stale = await edit(districtOffice, [{ ...SPORTS, working: true }], {
      'if-match': `"${streamVersion}"`,
    });
    expect(codeOf(stale)).toEqual([412, 'version-conflict']);
    expect((await read()).streamVersion).toBe(streamVersion + 1);
  });

  it('sets the terms, between which there is vacation', async () => {
    const autumn = { name: '秋季学期', from: '2026-09-01', until: '2027-01-20' };
    const spring = { name: '春季学期', from: '2026-02-20', until: '2026-07-05' };
    const set = (terms: readonly object[]) =>
      world.call('PUT', `${calendar}/terms`, { person: districtOffice, body: { terms } });
    expect((await set([autumn, spring])).status).toBe(200);
    const body = await read();
    expect(body.terms).toEqual([spring, autumn]);
    expect(
      ['2026-07-05', '2026-07-06', '2026-08-31', '2026-09-01'].map((day) => dayIn(body, day).vacation),
    ).toEqual([false, true, true, false]);
    expect(codeOf(await set([{ ...autumn, until: autumn.from }]))).toEqual([
      422,
      'term-ends-before-it-begins',
    ]);
    expect(codeOf(await set([autumn, { ...spring, until: autumn.from }]))).toEqual([422, 'terms-overlap']);
  });
});
