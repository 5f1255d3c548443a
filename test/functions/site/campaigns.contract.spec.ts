import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, type Day, dayOf, instantOf } from '../../../domain/kernel/time.ts';
import { localInput } from '../../../functions/site/dates.ts';
import { PEOPLE, SCHOOL, sampleDistrict, tokenOf } from '../../browser/support/fixture.ts';
import { DISTRICT, type MemoryDistrict } from '../../browser/support/memory-district.ts';
import { type Asked, Site } from './support.ts';

const DAY = 86_400_000;
const clerk = tokenOf('clerk');
const member = tokenOf('member');
const teacher = tokenOf('teacher');
const administrator = tokenOf('administrator');
const LOG = `/desk/o/${SCHOOL}/activities`;
const CAMPAIGNS = `/desk/o/${DISTRICT}/campaigns`;

let district: MemoryDistrict;
let site: Site;
let forms = 0;
beforeAll(async () => {
  district = await sampleDistrict();
  site = new Site(district);
});

const command = () => `campaign-${String(++forms).padStart(4, '0')}`;
const today = (): Day => dayOf(district.now);
const send = (path: string, form: Record<string, string>, asked: Asked = {}) =>
  site.ask(path, { form: { command: command(), ...form }, ...asked });
/** Sends a form that must be taken, and gives the page that it leads to. */
async function sent(path: string, form: Record<string, string>, token: string): Promise<string> {
  const response = await send(path, form, { token });
  expect(response.status, (await response.clone().text()).replaceAll(/<[^>]+>/g, ' ')).toBe(303);
  return site.text(response.headers.get('location') ?? '', { token });
}
/** Address of what a list of the desk names so. */
async function named(list: string, title: string, token = clerk): Promise<string> {
  return new RegExp(`href="([^"]+)">${title}<`).exec(await site.text(list, { token }))?.[1] ?? '';
}

describe('the log of activities', () => {
  const MEETING = () => ({
    'record.kind': 'meeting',
    'record.meeting.type': 'mobilisation',
    'record.meeting.layer': 'members',
    'record.title': '党务公开动员会',
    'record.heldOn': today(),
    'record.place': '会议室',
    'record.audience': 'unit',
    'record.attendance.members': '4',
    'record.participants': PEOPLE.member[0],
    'record.minutes': '部署公开工作。',
  });

  it('is kept on the desk, and tells others how many came but not who', async () => {
    const bad = await send(
      `${LOG}/record/record`,
      { ...MEETING(), 'record.attendance.members': '' },
      { token: clerk },
    );
    expect(bad.status).toBe(422);
    expect(await bad.text()).toContain('且不少于所列的 1 人');
    const page = await sent(`${LOG}/record/record`, MEETING(), clerk);
    expect(page).toContain('✓ 已登记。');
    expect(page).toContain(PEOPLE.member[1]);
    const path = await named(LOG, '党务公开动员会');
    const outside = await site.text(path.replace('/desk', ''), { token: teacher });
    expect(outside).toContain('4 人参加');
    expect(outside).toContain('部署公开工作。');
    expect(outside).not.toContain(PEOPLE.member[1]);
    expect((await site.ask(path.replace('/desk', ''))).status).toBe(404);
    expect((await site.ask(path, { token: teacher })).status).toBe(404);
    const log = await site.text(LOG, { token: clerk });
    expect(log).toContain('全体党员会议');
    expect(log).toContain('○ 本年未召开');
    expect(await site.text(`${LOG}?kind=training`, { token: clerk })).not.toContain('党务公开动员会');
  });

  it('takes bookings for a reception day, from strangers with a code, and keeps who came', async () => {
    const plan = {
      'reception.title': '书记接待日',
      'reception.host': PEOPLE.secretary[0],
      'reception.place': '党员活动室',
      'reception.audience': 'public',
      'reception.startsAt': localInput(instantOf(district.time + DAY)),
      'reception.slotMinutes': '20',
      'reception.slots': '2',
    };
    expect(await sent(`${LOG}/record/reception`, plan, clerk)).toContain('接待日已安排');
    const desk = await named(LOG, '书记接待日');
    const path = desk.replace('/desk', '');
    expect((await send(`${path}/booking`, { slot: '0' })).status).toBe(422);
    const id = command();
    const { token } = district.challenges.issue(id, district.now);
    const sum = Array.from({ length: 60 }, (_, each) => String(each)).find((each) =>
      district.challenges.isMet(id, { token, work: '', sum: each }, district.now),
    );
    const work = { command: id, challenge: token, sum: sum ?? '', website: '', work: '' };
    const booked = await (
      await site.ask(`${path}/booking`, { form: { ...work, slot: '0', subject: '校车' } })
    ).text();
    expect(booked).toMatch(/<code>[0-9A-Z]{4}(-[0-9A-Z]{4}){3}<\/code>/);
    const signed = await send(`${path}/booking`, { slot: '1' }, { token: teacher });
    expect(await signed.text()).toContain('✓ 预约成功。');
    const full = await site.text(path);
    expect(full).toContain('没有可以预约的时段');
    expect(full).not.toContain('校车');
    expect(await site.text(path, { token: teacher })).toContain('您已预约');
    await district.pass(2 * DAY);
    expect(await site.text('/desk', { token: clerk })).toContain(`href="${desk}"`);
    const work2 = await site.text(desk, { token: clerk });
    expect(work2).toContain(PEOPLE.teacher[1]);
    const [, booking = ''] = /<option value="([^"]+)">[^<]*凭查询码/.exec(work2) ?? [];
    expect(
      await sent(`${desk}/attend`, { 'attend.booking': booking, 'attend.came': 'yes' }, clerk),
    ).toContain('✓ 已到访');
  });

  it('lists the heads below who were not trained', async () => {
    const page = await site.text(`/desk/o/${DISTRICT}/activities/trainings`, { token: administrator });
    expect(page).toContain('陈国华');
    expect(page).toContain('未设负责人');
    const form = {
      'record.kind': 'training',
      'record.aims': 'practice',
      'record.title': '负责人实务培训',
      'record.heldOn': today(),
      'record.audience': 'party',
      'record.attendance.members': '1',
      'record.participants': `${PEOPLE.secretary[0]}@${SCHOOL}`,
    };
    const done = await sent(`/desk/o/${DISTRICT}/activities/record/record`, form, administrator);
    expect(done).toContain('陈国华（东方小学党支部）');
    expect(await site.text(`/desk/o/${DISTRICT}/activities/trainings`, { token: administrator })).toMatch(
      /陈国华<\/td><td><span class="tag ok">✓/,
    );
    expect((await site.ask(`/desk/o/${DISTRICT}/activities/trainings`, { token: clerk })).status).toBe(404);
  });
});

describe('a campaign', () => {
  it('is planned on a form, shows who is behind first, and tells them so', async () => {
    expect(await site.text(`${CAMPAIGNS}/plan?like=four`, { token: administrator })).toContain(
      'value="宣传发动"',
    );
    const stage = (line: number, name: string, from: number, until: number, closes: string) => ({
      [`plan.stages.${line}.name`]: name,
      [`plan.stages.${line}.from`]: addDays(today(), from),
      [`plan.stages.${line}.until`]: addDays(today(), until),
      [`plan.stages.${line}.closes`]: closes,
    });
    const plan = {
      'plan.title': '全面推行党务公开',
      'plan.about': '',
      ...stage(0, '成立机构', -5, -1, 'leading-group'),
      ...stage(1, '负责人培训', 0, 3, 'training'),
    };
    const bad = await send(
      `${CAMPAIGNS}/plan/plan`,
      { ...plan, ...stage(1, '负责人培训', 3, 0, 'training') },
      { token: administrator },
    );
    expect(bad.status).toBe(422);
    expect(await bad.text()).toContain('结束日期不得早于开始日期');
    const page = await sent(`${CAMPAIGNS}/plan/plan`, plan, administrator);
    const rows = [...page.matchAll(/<tr><th scope="row">([^<]+)<\/th>(.*?)<\/tr>/gs)].map(
      ([, unit, cells]) => [unit, cells],
    );
    expect(rows.length).toBeGreaterThan(3);
    const dongfang = rows.findIndex(([unit]) => unit === '东方小学党支部');
    expect(dongfang).toBe(rows.length - 1);
    expect(rows[dongfang]?.[1]).toContain('✓ </span>已完成');
    expect(rows[0]?.[1]).toContain('✕ </span>未跟上');
    expect(rows[0]?.[1]).toContain('缺：成立领导小组');
    await district.pass(1);
    const path = await named(CAMPAIGNS, '全面推行党务公开', administrator);
    expect(await site.text('/desk', { token: administrator })).toContain(`href="${path}"`);
    await sent(`${path}/urge`, { 'urge.stage': '0', 'urge.note': '请尽快成立领导小组。' }, administrator);
    const below = await site.text('/desk/o/preschool/campaigns', { token: administrator });
    expect(below).toContain('请尽快成立领导小组。');
    const own = await site.text(`/desk/o/${SCHOOL}/campaigns`, { token: clerk });
    expect(own).toContain('全面推行党务公开');
    expect(own).not.toContain('请尽快成立领导小组。');
    for (const token of [clerk, member]) expect((await site.ask(path, { token })).status).toBe(404);
  });
});
