import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { DEFAULT_POLICY } from '../../domain/organisation/policy.ts';
import { eachOf } from '../../infra/local/sample/each-of.ts';
import { content, DISTRICT, PEOPLE, STAFFED } from '../support/school.ts';
import {
  addRow,
  dashboardOf,
  eventsOf,
  type LineAnswer,
  leap,
  mailboxOf,
  mailsTo,
  morningOf,
  pathOf,
  put,
  standingsOf,
  under,
  unitDutyOf,
  withMail,
} from './duties-support.ts';
import { World } from './support.ts';

const STEADY = 'dongfang';
const FITFUL = 'hezui';
const CAREFUL = 'yunxi';
const SILENT = 'qingshan';
const NAMES = {
  [STEADY]: '东方小学党支部',
  [FITFUL]: '河嘴小学党支部',
  [CAREFUL]: '云溪小学党支部',
  [SILENT]: '青山小学党支部',
};
// Months pass in one test.
vi.setConfig({ testTimeout: 120_000 });

/** With the district itself they are fifty, the fewest of which 98% is a whole number. */
const VILLAGES = Array.from({ length: 45 }, (_, index) => `village-${index + 1}`);
const ROW = 'l-finance';

/** 全市: each unit discloses at least once a quarter, and the city sees who does not. */
describe('a city and its units', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.start('2026-11-02T01:00:00.000Z');
    const districtOffice = { id: PEOPLE.districtOffice, name: '邱岚', partyMember: true, staff: true };
    await world.ok('POST', `${pathOf(DISTRICT)}/people`, PEOPLE.districtOffice, {
      people: [{ ...districtOffice, email: mailboxOf(PEOPLE.districtOffice) }],
    });
    for (const [id, name] of Object.entries(NAMES))
      await world.openSchool(id, {
        name,
        kind: 'branch',
        ...STAFFED,
        ...(id === SILENT && { people: withMail(STAFFED.people) }),
      });
    await addRow(world, STEADY, ROW, 'periodic', '财务收支');
    await eachOf(VILLAGES, async (id) => {
      const named = { id, name: `${id}党支部`, shortName: id, kind: 'branch', superior: DISTRICT };
      await world.ok('POST', '/v1/organisations', PEOPLE.districtOffice, named);
    });
    await world.cloud.idle();
  }, 180_000);
  afterAll(() => world?.stop());

  const lineOf = async (id: string, query = ''): Promise<LineAnswer> => {
    const { lines } = await standingsOf(world, query);
    return lines.find((line: LineAnswer) => line.id === id);
  };
  const declare = (id: string, channels: readonly string[]) =>
    world.ok('PUT', `${pathOf(id)}/channels`, PEOPLE.districtOffice, { channels });

  it('[QS-01] reckons the coverage of each carrier against its target', async () => {
    const everybody = [DISTRICT, ...Object.keys(NAMES), ...VILLAGES];
    expect(everybody).toHaveLength(50);
    await eachOf([...everybody.entries()], async ([index, id]) => {
      // The last one has nothing at all, and the ten last no window.
      const board = index < 49 ? ['notice-board'] : [];
      await declare(id, index < 40 ? [...board, 'member-window'] : board);
    });
    await world.cloud.idle();
    const { coverage } = await standingsOf(world);
    expect(coverage).toMatchObject([
      { channel: 'notice-board', units: 49, share: 0.98, target: 0.98 },
      { channel: 'member-window', units: 40, share: 0.8, target: 0.8 },
      { channel: 'internet', units: 0, share: 0 },
      { channel: 'screen', units: 0, share: 0 },
    ]);
    const page = await dashboardOf(world);
    expect(page).toContain('党务公开栏 98%（49／50） 98% ✓ 达标');
    expect(page).toContain('党员之窗 80%（40／50） 80% ✓ 达标');

    await put(world, `${pathOf(STEADY)}/channels`, { channels: ['member-window'] });
    expect(await dashboardOf(world)).toContain('党务公开栏 96%（48／50） 98% ✕ 未达标');
  });

  describe('what is important', () => {
    const important = (title: string, changes: object = {}) =>
      content({ title, important: true, ...changes });
    const over = { reason: '已有新的安排', inError: false };
    const policyOf = (minimumDisplayDays: number) => ({
      policy: { ...DEFAULT_POLICY, minimumDisplayDays },
      reason: '经研究决定。',
    });
    let shown: string;
    let wrong: string;

    it('[QS-07] stays up for a week, unless it is wrong, which is on the record', async () => {
      const tooShort = important('限期公开', { showUntil: '2026-11-08' });
      const items = `${pathOf(CAREFUL)}/items`;
      expect(await world.refused(items, PEOPLE.clerk, tooShort)).toBe('show-until-too-early');
      shown = await world.disclose(CAREFUL, important('重大事项公开'));
      wrong = await world.disclose(CAREFUL, important('数字有误的公开'));
      await leap(world, '2026-11-08T23:00');
      expect(await world.refused(`${shown}/withdrawals`, PEOPLE.clerk, over)).toBe('minimum-display');
      expect((await world.call('GET', shown)).status).toBe(200);
      const inError = { reason: '金额有误', inError: true };
      await world.act(`${wrong}/withdrawals`, PEOPLE.clerk, inError);
      expect((await world.call('GET', wrong)).status).toBe(404);
      expect((await eventsOf(world, wrong)).at(-1)).toMatchObject({ type: 'ItemWithdrawn', data: inError });
      expect((await eventsOf(world, shown)).map(({ type }) => type)).not.toContain('ItemWithdrawn');
    });

    it('[TZ-30] stays up as long as the policy says, and never less than the district asks for', async () => {
      const day = '2026-11-09';
      await leap(world, `${day}T10:00`);
      await put(world, `${pathOf(DISTRICT)}/policy`, policyOf(14));
      const weaker = await world.call('PUT', `${pathOf(CAREFUL)}/policy`, PEOPLE.office, policyOf(10));
      expect([weaker.status, weaker.body.code]).toEqual([422, 'policy-below-floor']);
      const atFloor = await world.disclose(CAREFUL, important('按区级下限公开'));
      await put(world, `${pathOf(CAREFUL)}/policy`, policyOf(20));
      const longer = await world.disclose(CAREFUL, important('按本校规定公开'));

      const mayGo = async (item: string) =>
        (await world.call('POST', `${item}/withdrawals`, PEOPLE.clerk, over)).status === 200;
      // The school's own policy said seven days when the first of them was approved.
      for (const [on, item, isOver] of [
        ['2026-11-19', atFloor, false],
        ['2026-11-24', atFloor, true],
        ['2026-11-28', longer, false],
        ['2026-11-30', longer, true],
      ] as const) {
        await leap(world, `${on}T10:00`);
        expect(await mayGo(item), `${on}`).toBe(isOver);
      }
      await world.cloud.idle();
    });
  });

  describe('how its units go about it', () => {
    const opine = async (school: string): Promise<string> => {
      const { body } = await world.act(`${pathOf(school)}/feedback`, undefined, {
        text: '请说明经费的来源。',
        from: { kind: 'anonymous' },
        speaker: 'parent',
        channel: 'online',
      });
      return `${pathOf(school)}/feedback/${body.id}`;
    };
    const answer = (opinion: string) =>
      world.act(`${opinion}/answers`, PEOPLE.clerk, { text: '已在公开栏说明。', outcome: 'adopted' });
    const tell = (school: string, title: string) =>
      world.disclose(school, school === STEADY ? content(under(ROW, title)) : content({ title }));
    const rowOf = (page: string, name: string) =>
      new RegExp(` ${name} [✕✓⚠○－]\\d.*? [✕✓⚠○－]\\d+/\\d+ [\\d.—]+%? [\\d.—]+ [\\d.—]+ `).exec(page)?.[0] ??
      '';

    it('[JX-13] has the median time of an answer, unit by unit', async () => {
      await leap(world, '2026-12-01T10:00');
      const opinions = [await opine(STEADY), await opine(STEADY), await opine(FITFUL)] as const;
      await tell(STEADY, '十一月财务收支');
      await tell(FITFUL, '教代会筹备情况');
      await leap(world, '2026-12-01T15:00');
      await answer(opinions[2]);
      await leap(world, '2026-12-01T20:00');
      await answer(opinions[0]);
      expect(await lineOf(STEADY)).toMatchObject({ answerHours: 10 });
      await leap(world, '2026-12-02T16:00');
      await answer(opinions[1]);
      expect(await lineOf(STEADY)).toMatchObject({ answerHours: 20 });
      expect(await lineOf(FITFUL)).toMatchObject({ answerHours: 5 });
      expect(await lineOf(SILENT)).not.toHaveProperty('answerHours');
      const page = await dashboardOf(world);
      expect(rowOf(page, NAMES[STEADY])).toMatch(/ 20 $/);
      expect(rowOf(page, NAMES[SILENT])).toMatch(/ — $/);
    });

    it('[QS-06] is overdue where nothing was disclosed in the quarter, and takes more at any time', async () => {
      await tell(FITFUL, '教代会代表名单');
      await leap(world, '2026-12-03T10:00');
      await tell(FITFUL, '教代会议程');
      await leap(world, '2026-12-07T10:00');
      await tell(STEADY, '十二月上旬财务收支');
      await leap(world, '2026-12-13T10:00');
      await tell(STEADY, '十二月中旬财务收支');
      await leap(world, '2026-12-19T10:00');
      await tell(STEADY, '十二月下旬财务收支');
      await tell(FITFUL, '教代会决议');
      expect(await unitDutyOf(world, STEADY, '2026Q4')).toMatchObject({ status: 'met', met: '2026-12-01' });
      expect(await unitDutyOf(world, SILENT, '2026Q4')).toMatchObject({ due: '2026-12-31', status: 'open' });
      await morningOf(world, '2027-01-04');
      expect(await unitDutyOf(world, SILENT, '2026Q4')).toMatchObject({ status: 'overdue' });
      const column = `class=${encodeURIComponent('每季度至少公开一次')}`;
      const { total, lines } = await standingsOf(world, `?period=2026Q4&${column}&status=overdue`);
      expect(total).toMatchObject({ total: 50, met: 3, overdue: 47 });
      const overdue = lines.map(({ id }: LineAnswer) => id);
      expect(overdue.toSorted()).toEqual([DISTRICT, SILENT, ...VILLAGES].toSorted());
      expect(lines.every(({ cells: [cell] }: LineAnswer) => cell?.overdue === 1)).toBe(true);
    });

    it('[ZH-11] has an index of how evenly they disclose, and alerts of a silent quarter', async () => {
      expect(await lineOf(STEADY, '?period=2026Q4')).toMatchObject({ regularity: 1 });
      // Gaps of 1, 1 and 16 days: their mean is 6, their variance 50.
      expect(await lineOf(FITFUL, '?period=2026Q4')).toMatchObject({ regularity: 0.419 });
      expect(await lineOf(SILENT, '?period=2026Q4')).not.toHaveProperty('regularity');
      const told = mailsTo(world, PEOPLE.head).at(-1);
      expect(told?.day).toBe('2027-01-04');
      expect(told?.text).toContain('逾期：每季度至少公开一次，公开期限2026年12月31日');
      // Where nobody holds a seat the district's office is told instead.
      const instead = mailsTo(world, PEOPLE.districtOffice).at(-1);
      for (const village of VILLAGES) expect(instead?.text).toContain(`${village}：逾期1项`);
      for (const id of [STEADY, FITFUL, CAREFUL] as const) expect(instead?.text).not.toContain(NAMES[id]);
      const { stale } = await standingsOf(world, '?period=2026Q4');
      expect(stale.map(({ id }: LineAnswer) => id).toSorted()).toEqual(
        [DISTRICT, SILENT, ...VILLAGES].toSorted(),
      );
    });

    it('shows the district every unit with its status', async () => {
      const page = await dashboardOf(world, '?period=2026Q4');
      expect(page).toContain('各单位公开情况（50）');
      expect(rowOf(page, NAMES[SILENT])).toMatch(/✕0\/14 0% — — $/);
      for (const village of VILLAGES) expect(rowOf(page, village), village).toMatch(/✕0\/1 0% — — $/);
      expect(rowOf(page, NAMES[FITFUL])).toMatch(/✕2\/14 14.3% 0.42 5 $/);
    });

    it('[XH-27] has four indicators, each with its formula', async () => {
      const page = await dashboardOf(world, '?period=2026Q4');
      const { indicators, total } = await standingsOf(world, '?period=2026Q4');
      const { met, late, overdue } = total;
      const onTime = met / (met + late + overdue);
      // Eleven disclosures, of which the four under the row of their own kept to it; three units with two forms each.
      expect(indicators.map(({ value }: { value: number }) => value)).toEqual(
        [4 / 11, 6 / 50, (1 + 0.419) / 2, onTime].map((value) => expect.closeTo(value, 3)),
      );
      const percent = `${(onTime * 100).toFixed(1)}%`;
      for (const words of [
        '公开内容规范化： 36.4% 算法：（公开次数－形式或范围例外的次数）÷公开次数',
        '公开形式多样化： 0.1 种 算法：各单位所用公开形式种数之和÷单位数',
        '公开程序制度化： 71% 算法：各单位均衡度的平均值；均衡度＝1÷（1＋v²）',
        `公开工作责任化： ${percent} 算法：按期公开÷（按期公开＋逾期补公开＋逾期）`,
      ])
        expect(page).toContain(words);
    });

    it('[QD-09] shows how far the best and the worst lie apart, and whom to help', async () => {
      const { lines, spread } = await standingsOf(world, '?period=2026Q4');
      const rateOf = ({ total: { met, late, overdue } }: LineAnswer) => met / (met + late + overdue);
      const rates = lines.map(rateOf);
      expect([spread.best, spread.worst]).toEqual([Math.max(...rates), Math.min(...rates)]);
      expect([spread.best, spread.worst]).toEqual([2 / 14, 0]);
      const helped: LineAnswer[] = spread.help;
      expect(helped).toHaveLength(5);
      expect(helped.every((line) => rateOf(line) === 0 && line.total.overdue > 0)).toBe(true);
      const page = await dashboardOf(world, '?period=2026Q4');
      expect(page).toContain('按期率最高 14.3% ，最低 0% ，中位数 0% ，最高与最低相差 14.3 个百分点');
      const list = /建议重点帮扶(.*?)四项指标/.exec(page)?.[1] ?? '';
      for (const { name, total } of helped)
        expect(list).toContain(`${name} （按期率 0%，逾期 ${total.overdue} 项）`);
    });
  });

  it('leaves no failure behind', () => {
    expect(world.troubles).toEqual([]);
  });
});
