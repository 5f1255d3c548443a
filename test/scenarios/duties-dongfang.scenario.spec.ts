import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { DEFAULT_DUTY_RULES } from '../../domain/duty/rules.ts';
import { content, DISTRICT, PEOPLE, REVIEW, STAFFED } from '../support/school.ts';
import {
  addRow,
  askLedger,
  dutiesOf,
  eventsOf,
  idOf,
  leap,
  leapTwice,
  ledgerOf,
  live,
  mailsTo,
  morningOf,
  pathOf,
  put,
  sleepThrough,
  standingsOf,
  under,
  unitDutyOf,
  withMail,
  wordsOf,
} from './duties-support.ts';
import { World } from './support.ts';

const SCHOOL = 'dongfang';
const SCHOOL_PATH = pathOf(SCHOOL);
// Months pass in one test.
vi.setConfig({ testTimeout: 120_000 });

/** 职工代表大会相关情况, each quarter. */
const QUARTERLY = 'b-17';
/** 领导和指导党的统战及群众团体工作, each half-year. */
const HALF_YEARLY = 'b-18';

/** 东方小学: 定期与不定期相结合, and quarters that open by themselves. */
describe('a school through its quarters', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.start('2026-08-24T01:00:00.000Z');
    const rules = { ...DEFAULT_DUTY_RULES, rowCadence: { [HALF_YEARLY]: 'half-year' } };
    await put(world, `${pathOf(DISTRICT)}/duty-rules`, { rules, reason: '按工作实际确定更换周期。' });
    const people = withMail(STAFFED.people);
    await world.openSchool(SCHOOL, { name: '东方小学党支部', kind: 'branch', ...STAFFED, people });
    await addRow(world, SCHOOL, 'l-building', 'staged', '校舍改造工程');
  });
  afterAll(() => world?.stop());

  const dutyOf = async (period: string, row: string) => (await dutiesOf(world, SCHOOL, period, row))[0];
  const isOpened = async (period: string): Promise<boolean> => {
    const { status, body } = await askLedger(world, SCHOOL, period);
    if (status !== 200) expect([status, body.code]).toEqual([404, 'period-not-open']);
    return status === 200;
  };

  it('[DF-28] owes one row at fixed times and again when something happens', async () => {
    const result = { row: QUARTERLY, happenedOn: '2026-08-24', what: '职工代表选举结果', result: true };
    await world.act(`${SCHOOL_PATH}/ledgers/2026Q3/occurrences`, PEOPLE.clerk, result);
    const owed = await dutiesOf(world, SCHOOL, '2026Q3', QUARTERLY);
    expect(owed.map(({ kind, due, status }) => [kind, due, status])).toEqual([
      ['occurrence', '2026-08-31', 'due-soon'],
      ['periodic', '2026-09-30', 'open'],
    ]);
    const item = await world.disclose(SCHOOL, content({ title: '职工代表选举结果' }));
    const met = await dutiesOf(world, SCHOOL, '2026Q3', QUARTERLY);
    expect(met.map((duty) => [duty.status, duty.met, duty.item])).toEqual(
      met.map(() => ['met', '2026-08-24', idOf(item)]),
    );
  });

  it('[DF-31] discloses 临时性工作 on any day, with nothing owed, by the same approval', async () => {
    await leap(world, '2026-08-30T20:00');
    const owedBefore = (await ledgerOf(world, SCHOOL, '2026Q3')).duties;
    expect(owedBefore.filter(({ row }) => row === 'b-16')).toEqual([]);
    const item = await world.propose(SCHOOL, content({ row: 'b-16', title: '关于台风停课安排的公开' }));
    expect(await world.refused(`${item}/approvals`, PEOPLE.head)).toBe('wrong-stage');
    await world.act(`${item}/submission`, PEOPLE.clerk);
    expect(await world.refused(`${item}/approvals`, PEOPLE.head)).toBe('wrong-stage');
    await world.act(`${item}/reviews`, PEOPLE.office, REVIEW);
    expect(await world.refused(`${item}/approvals`, PEOPLE.clerk)).toBe('own-proposal');
    expect((await world.call('GET', item)).status).toBe(404);
    await world.act(`${item}/approvals`, PEOPLE.head);
    expect((await world.call('GET', item)).status).toBe(200);
    expect((await ledgerOf(world, SCHOOL, '2026Q3')).duties).toEqual(owedBefore);
    const { lines } = await standingsOf(world);
    expect(lines.find(({ id }: { id: string }) => id === SCHOOL).lastOn).toBe('2026-08-30');
  });

  it('has what changes twice a year on show, and owes nothing for it in this quarter', async () => {
    await leap(world, '2026-09-10T10:00');
    await world.disclose(SCHOOL, content({ row: HALF_YEARLY, title: '群团工作情况' }));
    expect(await dutiesOf(world, SCHOOL, '2026Q3', HALF_YEARLY)).toEqual([]);
  });

  it('opens the next quarter by the schedule, at two in the morning of its first day', async () => {
    await leap(world, '2026-10-01T01:59');
    expect(await isOpened('2026Q4')).toBe(false);
    await leapTwice(world, '2026-10-01T02:01');
    const opened = await ledgerOf(world, SCHOOL, '2026Q4');
    expect(opened.duties.filter(({ row }) => row === QUARTERLY)).toMatchObject([
      { kind: 'periodic', due: '2026-12-31', status: 'open' },
    ]);
    // Fired twice, it has written once.
    expect(opened.streamVersion).toBe(1);
    expect(new Set(opened.duties.map(({ id }) => id)).size).toBe(opened.duties.length);
    expect(await dutyOf('2026Q4', HALF_YEARLY)).toMatchObject({ status: 'met', met: '2026-09-10' });
  });

  describe('阶段性工作', () => {
    const STAGES = [
      { name: '立项', plannedOn: '2026-10-20' },
      { name: '施工', plannedOn: '2026-11-20' },
      { name: '验收', plannedOn: '2026-12-18' },
    ];
    let item: string;

    it('is owed stage by stage once it is disclosed', async () => {
      await leap(world, '2026-10-12T10:00');
      const planned = under('l-building', '校舍改造工程', { stages: STAGES });
      item = await world.disclose(SCHOOL, content(planned));
      const stages = await dutiesOf(world, SCHOOL, '2026Q4', 'l-building');
      expect(stages.map(({ kind, what, due, item: parent }) => [kind, what, due, parent])).toEqual(
        STAGES.map(({ name, plannedOn }) => ['stage', name, plannedOn, idOf(item)]),
      );
    });

    it('[DF-30] is disclosed stage by stage: each an event of its own, of one item', async () => {
      for (const [stage, { name, plannedOn }] of STAGES.entries()) {
        await leap(world, `${plannedOn}T10:00`);
        const done = { stage, completedOn: plannedOn, note: `${name}已完成。` };
        await world.act(`${item}/completed-stages`, PEOPLE.clerk, done);
        const { lines } = await standingsOf(world);
        expect(lines.find(({ id }: { id: string }) => id === SCHOOL).lastOn, name).toBe(plannedOn);
      }
      const events = (await eventsOf(world, item)).filter(({ type }) => type === 'StageCompleted');
      expect(events.map(({ data }) => [data.name, data.completedOn])).toEqual(
        STAGES.map(({ name, plannedOn }) => [name, plannedOn]),
      );
      const duties = await dutiesOf(world, SCHOOL, '2026Q4', 'l-building');
      expect(duties.map(({ status, met, item: parent }) => [status, met, parent])).toEqual(
        STAGES.map(({ plannedOn }) => ['met', plannedOn, idOf(item)]),
      );
      const page = wordsOf((await world.page(`/o/${SCHOOL}/items/${idOf(item)}`)).text);
      for (const { name } of STAGES) expect(page).toContain(`${name}已完成。`);
    });
  });

  it('[DF-29] is overdue with what was not refreshed by the end of the quarter, and of the half-year', async () => {
    await leap(world, '2026-12-31T23:00');
    expect(await dutyOf('2026Q4', QUARTERLY)).toMatchObject({ status: 'due-soon' });
    await morningOf(world, '2027-01-04');
    expect(await dutyOf('2026Q4', QUARTERLY)).toMatchObject({ status: 'overdue', alerted: 'T+1' });
    expect(await dutyOf('2026Q4', HALF_YEARLY)).toMatchObject({ status: 'met' });
    const alerted = mailsTo(world, PEOPLE.head).at(-1);
    expect(alerted?.day).toBe('2027-01-04');
    expect(alerted?.text).toContain('逾期：职工代表大会相关情况，公开期限2026年12月31日');
    expect(alerted?.text).not.toContain('领导和指导党的统战及群众团体工作');

    // In the first quarter nothing is owed for the half-year; with the second it ends.
    expect(await dutyOf('2027Q1', HALF_YEARLY)).toBeUndefined();
    expect(await dutyOf('2027Q1', QUARTERLY)).toMatchObject({ due: '2027-03-31', status: 'open' });
    await sleepThrough(world, '2027-06-28T10:00');
    await morningOf(world, '2027-07-01');
    expect(await dutyOf('2027Q2', HALF_YEARLY)).toMatchObject({ due: '2027-06-30', status: 'overdue' });
    const again = mailsTo(world, PEOPLE.head).at(-1);
    expect(again?.day).toBe('2027-07-01');
    expect(again?.text).toContain('逾期：领导和指导党的统战及群众团体工作，公开期限2027年6月30日');
  });

  describe('a schedule that never fired', () => {
    it('is made up for by the next daily scan, as if it had', async () => {
      await sleepThrough(world, '2028-01-03T08:28');
      expect([await isOpened('2027Q4'), await isOpened('2028Q1')]).toEqual([false, false]);
      await live(world, '2028-01-03T08:31');
      const [missed, current] = [
        await ledgerOf(world, SCHOOL, '2027Q4'),
        await ledgerOf(world, SCHOOL, '2028Q1'),
      ];
      expect(missed.duties.find(({ row }) => row === HALF_YEARLY)).toMatchObject({
        due: '2027-12-31',
        status: 'overdue',
      });
      expect(current.duties.find(({ row }) => row === QUARTERLY)).toMatchObject({
        due: '2028-03-31',
        status: 'open',
      });
      expect(current.arrears).toContain('2027Q4');
      expect(await unitDutyOf(world, SCHOOL, '2027Q4')).toMatchObject({ status: 'overdue' });
    });

    it('is told of a disclosure in the quarter after', async () => {
      await world.disclose(SCHOOL, content({ title: '职工代表大会补公开' }));
      for (const period of ['2026Q4', '2027Q1', '2027Q4'])
        expect(await dutyOf(period, QUARTERLY), period).toMatchObject({ status: 'met-late' });
      expect(await dutyOf('2028Q1', QUARTERLY)).toMatchObject({ status: 'met' });
      expect(await dutyOf('2027Q4', HALF_YEARLY)).toMatchObject({ status: 'overdue' });
    });
  });

  it('leaves no failure behind', () => {
    expect(world.troubles).toEqual([]);
  });
});
