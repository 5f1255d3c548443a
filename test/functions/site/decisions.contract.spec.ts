import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_DOCUMENT_TYPES } from '../../../domain/catalogue/document-types.ts';
import type { ItemContent } from '../../../domain/item/content.ts';
import { addDays, dayOf } from '../../../domain/kernel/time.ts';
import { contentOf, valuesOf } from '../../../functions/site/forms/content-form.ts';
import type { Sent } from '../../../functions/site/forms/form-data.ts';
import {
  bring,
  content,
  PEOPLE,
  SCHOOL,
  sampleDistrict,
  tokenOf,
  type Who,
} from '../../browser/support/fixture.ts';
import type { MemoryDistrict } from '../../browser/support/memory-district.ts';
import { Site } from './support.ts';

const DAY = 86_400_000;
const DESK = `/desk/o/${SCHOOL}/decisions`;
const PUBLIC = `/o/${SCHOOL}/decisions`;

let district: MemoryDistrict;
let site: Site;
let forms = 0;

beforeAll(async () => {
  district = await sampleDistrict();
  site = new Site(district);
});

const today = () => dayOf(district.now);
const text = (path: string, who?: Who) => site.text(path, who ? { token: tokenOf(who) } : {});
const send = (path: string, form: Record<string, string>, who: Who = 'clerk') => {
  const command = `decisions-${String(++forms).padStart(4, '0')}`;
  return site.ask(path, { form: { command, ...form }, token: tokenOf(who) });
};
/** Sends a form that must be taken; where it leads. */
async function sent(path: string, form: Record<string, string>, who: Who = 'clerk'): Promise<string> {
  const response = await send(path, form, who);
  expect(response.status, (await response.clone().text()).replaceAll(/<[^>]+>/g, ' ')).toBe(303);
  return response.headers.get('location')?.replace(/\?.*/, '') ?? '';
}
async function refused(path: string, form: Record<string, string>, who: Who = 'clerk'): Promise<string> {
  const response = await send(path, form, who);
  expect(response.status).toBe(422);
  return response.text();
}
/** Fields of a form, named after its action. */
const of = (action: string, values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`${action}.${name}`, value]));

const propose = (title: string, more: Record<string, string> = {}) =>
  sent(
    `${DESK}/propose`,
    of('propose', {
      title,
      summary: '拟新建综合楼一栋。',
      matter: 'major-decision',
      audience: 'unit',
      ...more,
    }),
  );

const act = (path: string, action: string, values: Record<string, string>, who?: Who) =>
  sent(`${path}/${action}`, of(action, values), who);

/** An ordinary matter on which the meeting agreed today. */
async function agreed(title: string): Promise<string> {
  const path = await propose(title, { matter: 'ordinary' });
  await act(path, 'notice', { meetingOn: today(), requirements: '请研究。' });
  await act(path, 'meeting', {
    heldOn: today(),
    place: '会议室',
    entitled: '5',
    present: '5',
    resolution: '同意。',
    outcome: 'adopted',
  });
  return path;
}

const disclose = (id: string, changes: Partial<ItemContent>) =>
  bring(district, id, content(changes), 'approved');

describe('a decision on the pages', () => {
  it('[TZ-24] [TZ-28] is led through its six mechanisms, and a step that was skipped says so everywhere', async () => {
    const path = await propose('综合楼新建项目');
    const open = path.replace('/desk', '');
    expect((await site.ask(open, { token: tokenOf('teacher') })).status).toBe(404);
    expect(await text(path, 'clerk')).toContain('尚未预告');
    const early = await refused(
      `${path}/vote`,
      of('vote', { secret: 'yes', present: '1', yes: '1', no: '0', abstain: '0' }),
    );
    expect(early).toContain('请先办理“事先预告”');
    await act(path, 'notice', { meetingOn: addDays(today(), 9), requirements: '请研究方案。' });
    const reason = '人员分散，经请示同意。';
    expect(await refused(`${path}/skip`, of('skip', { step: 'deliberation', reason }))).toContain('领导小组');
    await act(path, 'skip', { step: 'deliberation', reason }, 'secretary');
    const point = {
      'points.0.text': '建议增加停车位。',
      'points.0.taken': 'yes',
      'points.0.reply': '已列入。',
    };
    const round = { kind: 'forum', from: today(), until: today(), heard: '12', ...point };
    await act(path, 'round', round);
    await act(path, 'round', { ...round, kind: 'letter' });
    await act(path, 'publicity', { place: '公示栏', from: today(), until: addDays(today(), 7) });
    await district.pass(9 * DAY);
    await act(path, 'meeting', {
      heldOn: today(),
      place: '会议室',
      entitled: '9',
      present: '7',
      resolution: '同意方案。',
      outcome: 'to-vote',
    });
    const totals = { secret: 'yes', present: '7', yes: '6', no: '0', abstain: '1' };
    expect(await refused(`${path}/vote`, of('vote', { ...totals, yes: '5' }))).toContain(
      '合计须等于实到 7 人',
    );
    await act(path, 'vote', totals);
    await act(path, 'action', {
      task: '办理规划许可',
      assignee: PEOPLE.teacher[0],
      dueOn: addDays(today(), 30),
    });
    const page = await text(open, 'teacher');
    const places = [
      '事先预告和会前酝酿',
      '广泛征求意见',
      '党组织讨论审核把关',
      '重大事项票决',
      '结果公示',
      '督促落实跟踪',
    ].map((name, index) => page.indexOf(`${index + 1}. ${name}`));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThan(0);
    for (const shown of [page, await text(path, 'clerk')]) {
      expect(shown).toContain('⚠ 已跳过');
      expect(shown).toContain(`理由：${reason}`);
      expect(shown).toContain('党务公开领导小组组长 陈国华');
      expect(shown).toContain('赞成 6，反对 0，弃权');
      expect(shown).toContain('建议增加停车位。');
      expect(shown).toContain('孙悦');
    }
    expect(await text(DESK, 'clerk')).toContain('已跳过：会前酝酿');
    expect((await site.ask(open)).status).toBe(404);
    expect((await site.ask(DESK, { token: tokenOf('teacher') })).status).toBe(404);
    expect(await text('/desk', 'teacher')).toContain(`href="${path}"`);
    const own = await text(path, 'teacher');
    expect(own).toContain('登记落实情况');
    expect(own).not.toContain('登记会议讨论');
    await act(path, 'report', { action: '1', note: '已办结。', done: 'yes' }, 'teacher');
    expect(await text(open, 'teacher')).toContain('已办结。');
  });

  it('[TZ-31] [LY-17] leads to its result and back, and what is not done in time is on the list', async () => {
    const path = await agreed('校门口道路改造');
    const id = path.split('/').at(-1) ?? '';
    await act(path, 'action', { task: '设置隔离栏', assignee: PEOPLE.member[0], dueOn: addDays(today(), 5) });
    await disclose('road-result', { title: '道路改造决策结果', decision: id });
    await act(path, 'disclosure', { item: 'road-result' });
    const item = await text(`/o/${SCHOOL}/items/road-result`, 'teacher');
    expect(item).toContain('决策过程');
    expect(item).toContain(`href="${PUBLIC}/${id}"`);
    expect(await text(`/o/${SCHOOL}/items/road-result`)).not.toContain('决策过程');
    expect(await text(`${PUBLIC}/${id}`, 'teacher')).toContain(`href="/o/${SCHOOL}/items/road-result"`);
    expect(await text(DESK, 'clerk')).toContain('设置隔离栏');
    await district.pass(7 * DAY);
    const list = await text(DESK, 'clerk');
    expect(list).toContain('⚠ 已逾期');
    expect(list).toMatch(/督办清单（\d+ 项，逾期 [1-9]\d* 项）/);
    await act(path, 'report', { action: '1', note: '已设置。', done: 'yes' });
    await act(path, 'confirm', { note: '现场核实。' }, 'director');
    expect(await text(path, 'clerk')).toContain('✓ 已落实');
  });

  it('[LY-16] every matter is on the page of one tense', async () => {
    const planned = await propose('食堂改造');
    await act(planned, 'notice', { meetingOn: addDays(today(), 20), requirements: '请研究。' });
    await agreed('校园绿化');
    await disclose('assembly', { title: '教代会召开情况' });
    const pages = await Promise.all(
      ['planned', 'under-way', 'done'].map((tense) => text(`${PUBLIC}?tense=${tense}`, 'teacher')),
    );
    const where = (title: string) => pages.map((page) => page.includes(`>${title}<`));
    expect(where('食堂改造')).toEqual([true, false, false]);
    expect(where('校园绿化')).toEqual([false, true, false]);
    expect(where('教代会召开情况')).toEqual([false, false, true]);
    for (const [index, name] of ['将要做', '正在做', '已做完'].entries())
      expect(pages[index]).toContain(`<h1>重大事项<small>${name}`);
    // Whoever names no tense gets the first one that has something.
    expect(await text(PUBLIC, 'teacher')).toContain('>食堂改造<');
    expect(await text(PUBLIC)).not.toContain('目前没有。');
    expect(await text(PUBLIC)).not.toContain('食堂改造');
    expect(await text(planned.replace('/desk', ''), 'teacher')).toContain(
      '<span class="tag strong">将要做</span>',
    );
    expect(await text(`/o/${SCHOOL}/items/assembly`)).toContain('<dt>办理情况</dt><dd>已做完</dd>');
  });
});

describe('an item', () => {
  it('[QS-12] about a tender links its notice, and its result once there is one', async () => {
    await disclose('tender-notice', { title: '综合楼招标公告' });
    await disclose('project', { title: '综合楼项目', tender: { notice: 'tender-notice' } });
    const path = `/o/${SCHOOL}/items`;
    const before = await text(`${path}/project`);
    expect(before).toContain(`招标公告：<a href="${path}/tender-notice">综合楼招标公告</a>`);
    expect(before).toContain('中标结果：尚未公开');
    await disclose('tender-result', { title: '综合楼中标公告' });
    const tender = { notice: 'tender-notice', result: 'tender-result' };
    await disclose('project-again', { title: '综合楼项目进展', tender });
    expect(await text(`${path}/project-again`)).toContain(
      `中标结果：<a href="${path}/tender-result">综合楼中标公告</a>`,
    );
  });

  it('[ZH-07] [DF-09] about a 民主生活会 lists what is missing, and its measures with their status', async () => {
    const stages = [
      { name: '修订议事规则', plannedOn: addDays(today(), 10) },
      { name: '开放接待日', plannedOn: addDays(today(), 20) },
    ];
    await disclose('life', { title: '民主生活会整改情况', lifeMeeting: ['opinions', 'measures'], stages });
    const item = await text(`/o/${SCHOOL}/items/life`);
    expect(item).toMatch(/向群众反馈情况：<span[^>]*>○ 尚未公开/);
    expect(item).toMatch(/整改措施：<span[^>]*>✓ 已公开/);
    expect(item).toMatch(/修订议事规则<\/th>.{0,80}<span class="tag">未完成/s);
    expect(await text('/desk', 'clerk')).toContain('补充公开民主生活会情况');
    expect(await text(DESK, 'clerk')).toContain('修订议事规则');
  });

  it('without a decision says why there is none', async () => {
    await disclose('excused', { title: '统一采购结果', noDecision: '上级统一部署，无需另行决策。' });
    expect(await text(`/o/${SCHOOL}/items/excused`)).toContain('理由：上级统一部署，无需另行决策。');
  });

  it('is proposed with its decision by the form, and a later change keeps what was said', async () => {
    const decision = (await agreed('办公楼修缮')).split('/').at(-1) ?? '';
    const html = await text(`/desk/o/${SCHOOL}/propose/b-20`, 'clerk');
    expect(html).toContain(`<option value="${decision}">办公楼修缮</option>`);
    const said = {
      decision,
      noDecision: '上级统一部署。',
      sensitive: true,
      aboutPeople: true,
      lifeMeeting: ['opinions' as const],
      tender: { notice: 'tender-notice', result: 'tender-result' },
    };
    const values = Object.entries(valuesOf({ ...content(), ...said })).filter(
      ([, value]) => value !== undefined,
    );
    expect(contentOf(Object.fromEntries(values) as Sent, 'b-20', DEFAULT_DOCUMENT_TYPES)).toMatchObject(said);
  });
});
