import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_DUTY_RULES } from '../../../domain/duty/rules.ts';
import { DISTRICT, OTHER_SCHOOL, PEOPLE, SCHOOL } from '../../support/school.ts';
import { at, ledgerPath } from './duties.ts';
import { ok, openSchools } from './school.ts';
import { type Answer, startWorld, type World } from './world.ts';

const { clerk, office, otherHead, districtOffice, teacher } = PEOPLE;
let world: World;

const rulesOf = (organisation: string, person: string, changes: object) =>
  world.call('PUT', `/v1/organisations/${organisation}/duty-rules`, {
    person,
    body: { rules: { ...DEFAULT_DUTY_RULES, ...changes }, reason: '经办公室研究。' },
  });
const duty = async (day: string, period: string, id: string, organisation = SCHOOL) => {
  const { body } = await ok(world, 'GET', ledgerPath(period, organisation), {
    person: districtOffice,
    now: at(day),
  });
  return body.duties.find((each: { id: string }) => each.id === id);
};
const refusalOf = ({ status, body }: Answer) => [status, body.code, body.field];

beforeAll(async () => {
  world = await startWorld(at('2026-07-01'));
  await openSchools(world);
  expect((await rulesOf(DISTRICT, districtOffice, { rowCadence: { 'b-09': 'half-year' } })).status).toBe(200);
}, 60_000);
afterAll(() => world?.stop());

describe('rules on duties', () => {
  it('may be stricter than those above, and never weaker', async () => {
    const school = (changes: object) => rulesOf(SCHOOL, office, changes);
    const floor = { 'b-09': 'half-year' };
    const before = await world.commits();
    for (const [changes, field] of [
      [{ rowCadence: { ...floor, 'b-13': 'half-year' } }, 'rules.rowCadence.b-13'],
      [{ rowCadence: floor, cadence: 'half-year' }, 'rules.cadence'],
      [{ rowCadence: floor, result: { days: 8, counting: 'calendar' } }, 'rules.result'],
      [{ rowCadence: floor, result: { days: 7, counting: 'working' } }, 'rules.result'],
      [{ rowCadence: floor, prompt: { days: 10, counting: 'calendar' } }, 'rules.prompt'],
      [{ rowCadence: floor, ladder: DEFAULT_DUTY_RULES.ladder.slice(0, -1) }, 'rules.ladder'],
    ] as const)
      expect(refusalOf(await school(changes))).toEqual([422, 'rules-below-floor', field]);
    expect(await world.commits()).toBe(before);
    expect((await school({ result: { days: 5, counting: 'calendar' } })).status).toBe(200);
  });

  it('say in both languages which row cannot be', async () => {
    const { status, body } = await rulesOf(DISTRICT, districtOffice, {
      rowCadence: { 'No row': 'half-year' },
    });
    const wrong = { code: 'value-wrong', zh: '不能有这样的名称。', en: 'A field must not be called this.' };
    expect([status, body.errors]).toEqual([400, [{ field: 'rules.rowCadence.No row', ...wrong }]]);
  });

  it('are made by the office, here or above, and by nobody else', async () => {
    for (const person of [otherHead, teacher])
      expect((await rulesOf(SCHOOL, person, {})).body.code, person).toBe('not-permitted');
    expect((await rulesOf(SCHOOL, districtOffice, {})).status).toBe(200);
  });

  it('refuse steps that do not rise, and spans without end', async () => {
    const steps = DEFAULT_DUTY_RULES.ladder.toReversed();
    expect((await rulesOf(SCHOOL, office, { ladder: steps })).status).toBe(400);
    expect((await rulesOf(SCHOOL, office, { prompt: { days: 181, counting: 'working' } })).status).toBe(400);
  });

  it('[DF-29] a row of either cadence that was not refreshed becomes overdue at the end of it, and alerts', async () => {
    // The school asks for each row every quarter, the other one leaves it at the district's half-year.
    await world.openQuarter('2026-09-30T18:00:00.000Z');
    const [quarterly, halfYearly] = await Promise.all([
      duty('2026-10-08', '2026Q4', 'b-09'),
      duty('2026-10-08', '2026Q4', 'b-09', OTHER_SCHOOL),
    ]);
    expect(quarterly).toMatchObject({ status: 'open', due: '2026-12-31', why: { from: '2026-10-01' } });
    expect(quarterly.why.rule).toContain('每季度');
    expect(halfYearly).toMatchObject({ status: 'open', due: '2026-12-31', why: { from: '2026-07-01' } });
    expect(halfYearly.why.rule).toContain('每半年');

    for (const organisation of [SCHOOL, OTHER_SCHOOL]) {
      expect((await duty('2026-12-31', '2026Q4', 'b-09', organisation)).status).toBe('due-soon');
      expect((await duty('2027-01-01', '2026Q4', 'b-09', organisation)).status).toBe('overdue');
    }
    await world.wake(at('2027-01-04'));
    for (const organisation of [SCHOOL, OTHER_SCHOOL])
      expect((await duty('2027-01-04', '2026Q4', 'b-09', organisation)).alerted).toBe('T+1');

    await world.openQuarter('2026-12-31T18:00:00.000Z');
    expect(await duty('2027-01-04', '2027Q1', 'b-09')).toMatchObject({ due: '2027-03-31' });
    expect(await duty('2027-01-04', '2027Q1', 'b-09', OTHER_SCHOOL)).toBeUndefined();
  });
});

describe('carriers', () => {
  const declare = (person: string, channels: readonly string[]) =>
    world.call('PUT', `/v1/organisations/${SCHOOL}/channels`, { person, body: { channels } });

  it('are declared by the office and counted by the district', async () => {
    expect((await declare(clerk, ['notice-board', 'screen'])).status).toBe(200);
    const { body } = await ok(world, 'GET', `/v1/organisations/${DISTRICT}/standings?period=2026Q3`, {
      person: districtOffice,
    });
    expect(body.unreachable.map(({ id }: { id: string }) => id).toSorted()).toEqual([DISTRICT, OTHER_SCHOOL]);
    expect(body.coverage).toContainEqual({
      channel: 'notice-board',
      name: '党务公开栏',
      units: 1,
      share: 1 / 3,
      target: 0.98,
    });
  });

  it('are known ones, each once, and nobody else’s business', async () => {
    expect((await declare(clerk, ['screen', 'screen'])).status).toBe(400);
    expect((await declare(clerk, ['pigeon'])).status).toBe(400);
    expect((await declare(otherHead, [])).body.code).toBe('not-permitted');
  });
});
