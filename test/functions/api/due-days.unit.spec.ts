import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_DUTY_RULES } from '../../../domain/duty/rules.ts';
import { DISTRICT, INSIDE_ONLY, OTHER_SCHOOL, PEOPLE, SCHOOL } from '../../support/school.ts';
import { at, codeOf, dutyOf, ledgerPath } from './duties.ts';
import { draft, ok, openSchools, release } from './school.ts';
import { startWorld, type World } from './world.ts';

const { clerk, otherHead, passerBy, districtOffice } = PEOPLE;
let world: World;

const post = (place: string, person: string, body: object, day: string, period?: string) =>
  world.call('POST', `${ledgerPath(period)}/${place}`, { person, body, now: at(day) });
const read = (day: string, person: string = clerk, path = ledgerPath()) =>
  world.call('GET', path, { person, now: at(day) });

beforeAll(async () => {
  world = await startWorld(at('2026-07-01'));
  await openSchools(world);
  await release(world, await draft(world, INSIDE_ONLY));
}, 60_000);
afterAll(() => world?.stop());

describe('what happened', () => {
  const told = { row: 'b-16', happenedOn: '2026-07-02', what: '任前公示：教务处副主任人选', result: false };

  it('[HZ-24] has a day of its own under a prompt row, and how long it took to disclose it is measured', async () => {
    expect((await post('occurrences', clerk, told, '2026-07-04')).status).toBe(200);
    const id = `b-16.${told.happenedOn}`;
    expect(dutyOf(await read('2026-07-04'), id)).toMatchObject({
      kind: 'occurrence',
      what: told.what,
      due: '2026-07-09',
      why: { from: told.happenedOn },
    });
    expect(dutyOf(await read('2026-07-04'), id).lagDays).toBeUndefined();
    world.now = at('2026-07-07');
    await release(world, await draft(world, { row: 'b-16' }));
    world.now = at('2026-07-01');
    expect(dutyOf(await read('2026-07-07'), id)).toMatchObject({
      status: 'met',
      met: '2026-07-07',
      lagDays: 5,
    });
  });

  it('is refused under a row that is not prompt, and ahead of time', async () => {
    const periodic = await post('occurrences', clerk, { ...told, row: 'b-13' }, '2026-07-04');
    expect(codeOf(periodic)).toEqual([422, 'occurrence-not-prompt']);
    const ahead = await post('occurrences', clerk, { ...told, happenedOn: '2026-07-05' }, '2026-07-04');
    expect(codeOf(ahead)).toEqual([422, 'occurrence-in-future']);
  });

  it('[HZ-22] a yearly result is overdue on day 8, of calendar days or of working days as the rules say', async () => {
    const result = { row: 'b-13', happenedOn: '2026-09-28', what: '年度考核结果', result: true };
    const statusOn = async (day: string, id: string) => dutyOf(await read(day), id).status;
    await post('occurrences', clerk, result, '2026-09-28');
    expect(dutyOf(await read('2026-09-28'), 'b-13.2026-09-28').due).toBe('2026-10-05');
    expect(await statusOn('2026-10-05', 'b-13.2026-09-28')).toBe('due-soon');
    expect(await statusOn('2026-10-06', 'b-13.2026-09-28')).toBe('overdue');

    const rules = { ...DEFAULT_DUTY_RULES, result: { days: 7, counting: 'working' } };
    await ok(world, 'PUT', `/v1/organisations/${DISTRICT}/duty-rules`, {
      person: districtOffice,
      body: { rules, reason: '按工作日计算。' },
    });
    await post('occurrences', clerk, result, '2026-09-28');
    const id = 'b-13.2026-09-28.2';
    expect(await statusOn('2026-10-13', id)).toBe('due-soon');
    expect(await statusOn('2026-10-14', id)).toBe('overdue');
    const { due, why } = dutyOf(await read('2026-10-14'), id);
    expect(due).toBe('2026-10-13');
    expect(why.rule).toContain('7个工作日内');
    expect(why.skipped).toEqual([
      { from: '2026-10-01', until: '2026-10-07', why: '国庆节' },
      { from: '2026-10-11', until: '2026-10-11', why: '周末' },
    ]);
  });
});

describe('after the quarter', () => {
  const OCTOBER = '2026-10-01';
  const standings = (query: string, person: string, organisation = DISTRICT) =>
    read(OCTOBER, person, `/v1/organisations/${organisation}/standings${query}`);

  it('[QS-06] an organisation that has disclosed nothing is overdue, one that has is not', async () => {
    const silent = await read(OCTOBER, otherHead, ledgerPath('2026Q3', OTHER_SCHOOL));
    expect(dutyOf(silent, 'unit')).toMatchObject({ kind: 'unit', status: 'overdue', due: '2026-09-30' });
    expect(dutyOf(await read(OCTOBER), 'unit').status).toBe('met');
  });

  it('the district sees how each of them stands, and nobody else does', async () => {
    const { body } = await standings('?period=2026Q3', districtOffice);
    expect(body).toMatchObject({ period: '2026Q3', today: OCTOBER, units: 3 });
    const lines: { id: string; total: { met: number; overdue: number } }[] = body.lines;
    expect(lines.map(({ id }) => id).toSorted()).toEqual([DISTRICT, SCHOOL, OTHER_SCHOOL].toSorted());
    expect(lines.find(({ id }) => id === OTHER_SCHOOL)?.total).toMatchObject({ met: 0, overdue: 14 });
    for (const person of [clerk, otherHead, passerBy])
      expect(codeOf(await standings('', person)), person).toEqual([404, 'not-found']);
    expect((await standings('', clerk, SCHOOL)).body).toMatchObject({ period: '2026Q4', units: 0 });
  });

  it('the district narrows what it sees, by what there is to narrow it by', async () => {
    const idsOf = async (query: string) =>
      (await standings(`?period=2026Q3&${query}`, districtOffice)).body.lines.map(
        ({ id }: { id: string }) => id,
      );
    expect(await idsOf('status=met')).toEqual([SCHOOL]);
    const { classes } = (await standings('?period=2026Q3', districtOffice)).body;
    const { body } = await standings(
      `?period=2026Q3&class=${encodeURIComponent(classes[0])}`,
      districtOffice,
    );
    expect(body.classes).toEqual([classes[0]]);
    for (const query of ['?period=2026H2', '?period=0000Q1', '?status=late', '?page=1', '?class='])
      expect((await standings(query, districtOffice)).status, query).toBe(400);
  });

  it('whoever asks first opens the ledger of the new one, if they may ask at all', async () => {
    const ask = (person: string) => post('acknowledgements', person, { duty: 'b-11' }, OCTOBER, '2026Q4');
    const before = await world.commits();
    expect(codeOf(await ask(otherHead))).toEqual([403, 'not-permitted']);
    expect(await world.commits()).toBe(before);
    expect(codeOf(await read(OCTOBER, clerk, ledgerPath('2026Q4')))).toEqual([404, 'period-not-open']);
    expect((await ask(clerk)).status).toBe(200);
    const opened = await read(OCTOBER, clerk, ledgerPath('2026Q4'));
    expect(opened.body).toMatchObject({ period: '2026Q4', arrears: ['2026Q3'] });
    expect(dutyOf(opened, 'b-11').acknowledged).toEqual({ by: '周敏', on: OCTOBER });
  });
});
