import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { DEFAULT_DUTY_RULES } from '../../domain/duty/rules.ts';
import { content, DISTRICT, PEOPLE, STAFFED } from '../support/school.ts';
import {
  addRow,
  dutiesOf,
  idOf,
  type LineAnswer,
  leap,
  mailsTo,
  morningOf,
  pathOf,
  put,
  standingsOf,
  under,
  withMail,
  wordsOf,
} from './duties-support.ts';
import { World } from './support.ts';

const SCHOOL = 'hezui-xiang';
const OTHER = 'shangping';
const STANDING = 'l-rules';
const PERIODIC = 'l-affairs';
const STAGED = 'l-works';
const PROMPT = 'l-cadres';
// Months pass in one test.
vi.setConfig({ testTimeout: 120_000 });

/** 领导班子成员年度述学述职述廉及年终考核情况: a yearly result. */
const RESULT = 'b-14';

/** 河嘴乡: 长期、定期、分期、即时, each with a clock of its own. */
describe('the four timings of a village school', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.start('2026-11-02T01:00:00.000Z');
    const people = withMail(STAFFED.people);
    await world.openSchool(SCHOOL, { name: '河嘴乡中心小学党支部', kind: 'branch', ...STAFFED, people });
    await world.openSchool(OTHER, { name: '上坪小学党支部', kind: 'branch', ...STAFFED });
    await addRow(world, SCHOOL, STANDING, 'standing', '工作制度');
    await addRow(world, SCHOOL, STAGED, 'staged', '食堂改建');
    await addRow(world, SCHOOL, PROMPT, 'prompt', '任前公示');
    for (const school of [SCHOOL, OTHER]) await addRow(world, school, PERIODIC, 'periodic', '财务收支');
  });
  afterAll(() => world?.stop());

  const dutyOf = async (period: string, row: string, id?: string) =>
    (await dutiesOf(world, SCHOOL, period, row)).find((duty) => id === undefined || duty.id === id);
  const occur = (row: string, happenedOn: string, what: string, result: boolean) =>
    world.act(`${pathOf(SCHOOL)}/ledgers/2026Q4/occurrences`, PEOPLE.clerk, {
      row,
      happenedOn,
      what,
      result,
    });
  const disclose = (row: string, title: string, changes: object = {}) =>
    world.disclose(SCHOOL, content(under(row, title, changes)));

  describe('即时公开', () => {
    it('[HZ-24] knows when it happened, and measures how long the disclosure took', async () => {
      await occur(PROMPT, '2026-10-30', '教导主任拟任人选', false);
      expect(await dutyOf('2026Q4', PROMPT)).toMatchObject({
        id: `${PROMPT}.2026-10-30`,
        kind: 'occurrence',
        what: '教导主任拟任人选',
        due: '2026-11-06',
        status: 'due-soon',
      });
      expect(await dutyOf('2026Q4', PROMPT)).not.toHaveProperty('lagDays');
      await leap(world, '2026-11-04T10:00');
      const item = await disclose(PROMPT, '教导主任任前公示');
      expect(await dutyOf('2026Q4', PROMPT)).toMatchObject({
        status: 'met',
        met: '2026-11-04',
        lagDays: 5,
        item: idOf(item),
      });
    });

    it('[HZ-22] is due seven days after a yearly result, and overdue on the eighth', async () => {
      await leap(world, '2026-11-05T10:00');
      await occur(RESULT, '2026-11-05', '年度考核结果', true);
      const id = `${RESULT}.2026-11-05`;
      expect(await dutyOf('2026Q4', RESULT, id)).toMatchObject({ due: '2026-11-12' });
      await leap(world, '2026-11-12T23:50');
      expect(await dutyOf('2026Q4', RESULT, id)).toMatchObject({ status: 'due-soon' });
      await leap(world, '2026-11-13T00:01');
      expect(await dutyOf('2026Q4', RESULT, id)).toMatchObject({ status: 'overdue' });

      // Working days are the district's to allow; a school may ask more of itself, and not less.
      const ruled = (days: number, counting: string) => ({
        rules: { ...DEFAULT_DUTY_RULES, result: { days, counting } },
        reason: '经研究决定。',
      });
      const ownRules = `${pathOf(SCHOOL)}/duty-rules`;
      const weaker = await world.call('PUT', ownRules, PEOPLE.office, ruled(7, 'working'));
      expect([weaker.status, weaker.body.code]).toEqual([422, 'rules-below-floor']);
      await put(world, `${pathOf(DISTRICT)}/duty-rules`, ruled(7, 'working'));
      await occur(RESULT, '2026-11-13', '民主测评结果', true);
      expect(await dutyOf('2026Q4', RESULT, `${RESULT}.2026-11-13`)).toMatchObject({ due: '2026-11-24' });
      await put(world, ownRules, ruled(3, 'working'));
      await occur(RESULT, '2026-11-12', '评优结果', true);
      expect(await dutyOf('2026Q4', RESULT, `${RESULT}.2026-11-12`)).toMatchObject({ due: '2026-11-17' });
      expect(await dutyOf('2026Q4', RESULT, id)).toMatchObject({ due: '2026-11-12' });
    });
  });

  describe('分期公开', () => {
    const STAGES = [
      { name: '开工', plannedOn: '2026-11-20' },
      { name: '验收', plannedOn: '2027-01-08' },
    ];
    let item: string;

    const stageOf = async (name: string) =>
      (await dutiesOf(world, SCHOOL, '2026Q4', STAGED)).find(({ what }) => what === name);
    const complete = (stage: number, completedOn: string) =>
      world.act(`${item}/completed-stages`, PEOPLE.clerk, { stage, completedOn, note: '本阶段已完成。' });

    it('[HZ-21] has stages with planned days, and alerts of one that is late', async () => {
      item = await disclose(STAGED, '食堂改建工程', { stages: STAGES });
      expect([await stageOf('开工'), await stageOf('验收')]).toMatchObject(
        STAGES.map(({ plannedOn }) => ({ kind: 'stage', due: plannedOn, item: idOf(item) })),
      );
      await morningOf(world, '2026-11-23');
      expect(await stageOf('开工')).toMatchObject({ status: 'overdue', alerted: 'T+1' });
      expect(await stageOf('验收')).toMatchObject({ status: 'open' });
      const mail = mailsTo(world, PEOPLE.head).at(-1);
      expect(mail?.day).toBe('2026-11-23');
      expect(mail?.text).toContain('逾期：食堂改建，公开期限2026年11月20日');
      const told = wordsOf((await world.page('/desk/reminders', PEOPLE.head)).text);
      expect(told).toContain('逾期：食堂改建（开工），公开期限2026年11月20日');
      await complete(0, '2026-11-23');
      expect(await stageOf('开工')).toMatchObject({ status: 'met-late', met: '2026-11-23' });
    });

    it('[HZ-23] is not closed without a summary when it spans the end of a year', async () => {
      expect(await stageOf('总结性公开')).toMatchObject({ kind: 'summary', due: '2027-01-08' });
      await leap(world, '2027-01-08T10:00');
      await complete(1, '2027-01-08');
      expect(await world.refused(`${item}/closing`, PEOPLE.office, {})).toBe('summary-missing');
      expect(await stageOf('总结性公开')).toMatchObject({ status: 'due-soon' });
      const { body } = await world.ok('GET', item);
      expect(JSON.stringify(body)).not.toContain('closed');
      const summary = '食堂改建工程历时两个月，经验收合格，已投入使用。';
      await world.act(`${item}/closing`, PEOPLE.office, { summary });
      expect(await stageOf('总结性公开')).toMatchObject({ status: 'met', met: '2027-01-08' });
      const page = wordsOf((await world.page(`/o/${SCHOOL}/items/${idOf(item)}`)).text);
      expect(page).toContain(summary);
    });
  });

  describe('through a year', () => {
    const QUARTERS = [
      { period: '2027Q1', on: '2027-02-22', due: '2027-03-31', next: '2027-04-01' },
      { period: '2027Q2', on: '2027-05-17', due: '2027-06-30', next: '2027-07-01' },
      { period: '2027Q3', on: '2027-09-06', due: '2027-09-30', next: '2027-10-01' },
      { period: '2027Q4', on: '2027-11-15', due: '2027-12-31', next: '2028-01-01' },
    ];
    const SILENT = '2027Q2';
    let regulations: string;

    beforeAll(async () => {
      regulations = await disclose(STANDING, '三重一大议事规则');
    });

    it('[HZ-20] owes a periodic row four times, and shows who has missed one', async () => {
      const column = `class=${encodeURIComponent('财务收支')}`;
      for (const { period, on, due, next } of QUARTERS) {
        await leap(world, `${on}T10:00`);
        await disclose(PERIODIC, `${period}财务收支`);
        if (period !== SILENT) await world.disclose(OTHER, content(under(PERIODIC, `${period}财务收支`)));
        await leap(world, `${next}T10:00`);
        for (const school of [SCHOOL, OTHER])
          expect(await dutiesOf(world, school, period, PERIODIC), period).toMatchObject([
            { kind: 'periodic', due, status: period === SILENT && school === OTHER ? 'overdue' : 'met' },
          ]);
        const { lines } = await standingsOf(world, `?period=${period}&${column}`);
        const overdue = lines.filter(({ total }: LineAnswer) => total.overdue > 0);
        expect(
          overdue.map(({ id }: LineAnswer) => id),
          period,
        ).toEqual(period === SILENT ? [OTHER] : []);
      }
      // What was told in the third quarter tells of the second, too, and stays late.
      expect(await dutiesOf(world, OTHER, SILENT, PERIODIC)).toMatchObject([{ status: 'met-late' }]);
    });

    it('[HZ-19] keeps a standing row on show without an end, and asks once a year whether it is right', async () => {
      const { body } = await world.ok('GET', regulations);
      expect(body.shown.content.title).toBe('三重一大议事规则');
      expect(body.shown.content).not.toHaveProperty('showUntil');
      const board = await world.ok('GET', `${pathOf(SCHOOL)}/board?limit=100`);
      expect(board.text).toContain(idOf(regulations));

      for (const period of ['2027Q1', '2027Q2', '2027Q3'])
        expect(await dutiesOf(world, SCHOOL, period, STANDING), period).toEqual([]);
      expect(await dutyOf('2027Q4', STANDING)).toMatchObject({
        kind: 'reconfirm',
        due: '2027-12-31',
        status: 'overdue',
      });
      const confirmations = `${pathOf(SCHOOL)}/ledgers/2027Q4/confirmations`;
      expect(await world.refused(confirmations, PEOPLE.clerk, { row: PERIODIC })).toBe('row-not-standing');
      await world.act(confirmations, PEOPLE.clerk, { row: STANDING });
      expect(await dutyOf('2027Q4', STANDING)).toMatchObject({ status: 'met-late', met: '2028-01-01' });
      expect((await world.ok('GET', regulations)).body.shown.number).toBe(1);
    });
  });

  it('leaves no failure behind', () => {
    expect(world.troubles).toEqual([]);
  });
});
