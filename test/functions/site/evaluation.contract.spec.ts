import { beforeAll, describe, expect, it } from 'vitest';
import { FIRST_STANDARD } from '../../../domain/evaluation/standard/state.ts';
import { xlsxCells } from '../../../functions/export/xlsx-cells.ts';
import { standardValues } from '../../../functions/site/forms/evaluation-actions.ts';
import { PEOPLE, SCHOOL, sampleDistrict, tokenOf } from '../../browser/support/fixture.ts';
import { ADMINISTRATOR, DISTRICT, type MemoryDistrict } from '../../browser/support/memory-district.ts';
import { seatAbove } from './district-office.ts';
import { Site } from './support.ts';

const PUBLIC = `/o/${SCHOOL}/evaluation`;
const DESK = `/desk/o/${SCHOOL}/evaluation`;
const ABOVE = `/desk/o/${DISTRICT}/evaluation`;

let district: MemoryDistrict;
let site: Site;
beforeAll(async () => {
  district = await sampleDistrict();
  site = new Site(district);
});

const as = (who: keyof typeof PEOPLE) => ({ token: tokenOf(who) });
const administrator = { token: `${ADMINISTRATOR}~赵启明` };
let sent = 0;
const send = (path: string, form: Readonly<Record<string, string>>, who = as('clerk')) => {
  sent += 1;
  return site.ask(path, { ...who, form: { command: `evaluation-${sent}`, ...form } });
};

describe('the page of scores', () => {
  it('draws the four sub-scores with a table beside, and explains every criterion', async () => {
    const page = await site.text(PUBLIC);
    expect(page).toMatch(/<svg class="chart bars"[^>]*aria-label="四项得分/);
    for (const name of ['内容', '程序', '办法', '效果', '总分'])
      expect(page).toContain(`<th scope="row">${name}</th>`);
    for (const name of ['经常性', '动态性', '及时性'])
      expect(page).toMatch(new RegExp(`>${name}</a>：<strong>[\\d.]+%`));
    expect(page.match(/公式：/g)?.length).toBe(11);
    expect(page).toContain('不计入总分，也不扣分');
  });

  it('links every point to what is behind it, as far as the reader may see that', async () => {
    const [outside, inside] = await Promise.all([site.text(PUBLIC), site.text(PUBLIC, as('clerk'))]);
    const links = (page: string) => page.match(new RegExp(`href="/o/${SCHOOL}/items/`, 'g'))?.length ?? 0;
    expect(links(outside)).toBeGreaterThan(3);
    expect(links(inside)).toBeGreaterThan(links(outside));
    expect(outside).toContain('不在您查看范围内的事项');
    expect(inside).not.toContain('不在您查看范围内的事项');
    const totals = [outside, inside].map((page) => /总分<\/th><td>([\d.]+)/.exec(page)?.[1]);
    expect(totals[0]).toBe(totals[1]);
  });

  it('says where nothing was owed, and is not found where there is nobody', async () => {
    expect(await site.text(`${PUBLIC}?period=2020Q1`)).toContain('不作考评');
    expect((await site.ask('/o/nowhere/evaluation')).status).toBe(404);
  });
});

describe('the desk of evaluation', () => {
  it('shows signals to those who work there, none of which takes points, and to nobody else', async () => {
    const desk = await site.text(DESK, as('clerk'));
    expect(desk).toContain('形式主义提示');
    expect(desk).toContain('不扣分');
    expect(desk.match(/evaluation\/signals\/2026Q4\//g)?.length).toBe(6);
    for (const path of [DESK, `${DESK}/signals/2026Q4/silence`, `${DESK}/years/2026`])
      expect((await site.ask(path, as('teacher'))).status).toBe(404);
    expect(await site.text(PUBLIC)).not.toContain('形式主义提示');
    expect((await site.ask(`${DESK}/signals/2026Q4/no-such`, as('clerk'))).status).toBe(404);
    expect(await site.text(`${DESK}/signals/2026Q4/unread`, as('clerk'))).toContain('没有数据');
    expect((await send(`${DESK}/signals/2026Q4/unread/dispute`, { 'dispute.reason': '没有' })).status).toBe(
      422,
    );
  });

  it('takes a year from the opening of the round to an answered objection', async () => {
    const year = `${DESK}/years/2026`;
    expect(await site.text(year, as('clerk'))).toContain('尚未启动');
    const late = await send(`${ABOVE}/years/2026/open`, { 'open.selfUntil': '2026-11-01' }, administrator);
    expect(late.status).toBe(422);
    expect(await late.text()).toContain('自评截止日期应在今天之后');
    const open = { 'open.selfUntil': '2026-12-20', 'open.note': '请如实自评。' };
    expect((await send(`${ABOVE}/years/2026/open`, open, administrator)).status).toBe(303);
    const wrong = await send(`${year}/self`, { 'self.score': '一百', 'self.text': '按期公开' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('value="一百"');
    expect((await send(`${year}/self`, { 'self.score': '95.5', 'self.text': '按期公开' })).status).toBe(303);
    expect(await site.text(year, as('clerk'))).not.toContain(`action="${year}/verdict`);
    expect((await send(`${year}/verdict`, { 'verdict.score': '90', 'verdict.text': '及时' })).status).toBe(
      422,
    );
    const verdict = { 'verdict.score': '90', 'verdict.text': '公开及时' };
    expect((await send(`${year}/verdict`, verdict, administrator)).status).toBe(303);
    const seen = await site.text(year, as('clerk'));
    for (const words of ['自评：95.5 分', '上级综合评议：90 分', '<strong>示范</strong>', PEOPLE.clerk[1]])
      expect(seen).toContain(words);
    expect((await send(`${year}/object`, { 'object.reason': '漏计一次' })).status).toBe(303);
    const own = { 'answer.outcome': 'kept', 'answer.text': '已复核' };
    const answered = await send(`${year}/answer`, own, administrator);
    expect([answered.status, (await answered.text()).includes('评定人以外')]).toEqual([422, true]);
    expect(await site.text('/desk', administrator)).not.toContain(year);
    const assistant = await seatAbove(district, 'office', 'assistant');
    expect(await site.text('/desk', assistant)).toContain(`href="${year}"`);
    expect(await site.text(year, assistant)).toContain(`action="${year}/answer`);
    const table = await site.text(`${ABOVE}/years/2026`, administrator);
    expect(table).toContain('异议待答复');
    expect(table).toMatch(/达标 1 个，占 100.00%/);
    expect(await site.text(`/o/${DISTRICT}/evaluation`)).not.toContain('年度考评结果');
    expect(await site.text(PUBLIC)).not.toContain('<strong>示范</strong>');
    expect(
      (await send(`${ABOVE}/years/2026/disclose`, { 'disclose.item': 'none' }, administrator)).status,
    ).toBe(422);
  });

  it('puts the units side by side for whoever appraises them, and shows a unit itself', async () => {
    const overview = (base: string) => `${base}/years/2026/overview`;
    expect(await site.text(`${ABOVE}/years/2026`, administrator)).toContain(`href="${overview(ABOVE)}"`);
    const page = await site.text(`${overview(ABOVE)}?sort=content&order=rising`, administrator);
    expect(page).toContain('达标 1 个，占 100.00%；其中示范 1 个，占 100.00%');
    expect(page).toMatch(/aria-label="各等次单位数：示范1个，达标（不含示范）0个，未达标0个，未评定\d+个"/);
    expect(page).toMatch(/<svg class="chart bars"[^>]*aria-label="各单位内容，数值见表"/);
    expect(page).toMatch(/<option value="content" selected/);
    expect(page).toMatch(
      new RegExp(
        `href="${DESK}/years/2026">[^<]+</a></th><td>异议待答复</td>.*?(<td>([\\d.]+|—)</td>){9}</tr>`,
      ),
    );
    const rated = await site.text(`${overview(ABOVE)}?rating=not-met`, administrator);
    expect(rated).toContain('没有符合条件的单位');
    expect(rated).toContain(`href="${overview(ABOVE)}.xlsx?rating=not-met"`);

    const own = await site.text(overview(DESK), as('clerk'));
    expect(own).toMatch(/<svg class="chart bars"[^>]*aria-label="本单位各项得分：内容[\d.]+/);
    expect(own).toContain('结果公布后');
    expect(own).not.toContain('各等次单位数');
    for (const end of ['', '.xlsx']) {
      expect((await site.ask(`${overview(DESK)}${end}`, as('teacher'))).status).toBe(404);
      expect((await site.ask(`${overview(ABOVE)}${end}`, as('clerk'))).status).toBe(404);
    }
    expect((await site.ask(overview(ABOVE).replace('2026', '20xx'), administrator)).status).toBe(404);
    expect(await site.text(overview(ABOVE).replace('2026', '2020'), administrator)).toContain('没有开展考评');
  });

  it('gives the comparison as a workbook', async () => {
    const answer = await site.ask(`${ABOVE}/years/2026/overview.xlsx?sort=composite`, administrator);
    expect(answer.headers.get('content-disposition')).toContain(`${DISTRICT}-evaluation-2026.xlsx`);
    const cells = await xlsxCells(new Uint8Array(await answer.arrayBuffer()));
    expect(cells[0]?.slice(0, 5)).toEqual(['单位', '内容', '程序', '办法', '效果']);
    expect(cells[1]?.[0]).not.toBe('');
    expect(Number(cells[1]?.[9])).toBeGreaterThan(85);
    expect(cells[1]?.[10]).toBe('示范');
  });

  it('publishes a standard for the whole district', async () => {
    const start = standardValues(FIRST_STANDARD) as Readonly<Record<string, string>>;
    const publish = (changes: Readonly<Record<string, string>>, base = ABOVE, who = administrator) =>
      send(`${base}/standard/publish`, { ...start, 'publish.from': '2026Q4', ...changes }, who);
    expect(await site.text(`${DESK}/standard`, as('clerk'))).not.toContain('发布新标准');
    const wrong = await publish({ 'publish.standard.weights.mix': '11' });
    expect([wrong.status, (await wrong.text()).includes('value="11"')]).toEqual([422, true]);
    expect((await publish({}, DESK, as('clerk'))).status).toBe(404);
    expect((await publish({ 'publish.standard.fields': 'basedOn' })).status).toBe(303);
    const standard = await site.text(`${DESK}/standard`, as('clerk'));
    expect(standard).toContain('第 1 版');
    expect(standard).toContain('统一模板必填字段：依据文件');
    expect(await site.text(PUBLIC)).toContain('第 1 版考评标准');
  });
});
