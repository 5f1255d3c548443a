import { beforeAll, describe, expect, it } from 'vitest';
import { PEOPLE, SCHOOL, sampleDistrict, tokenOf } from '../../browser/support/fixture.ts';
import { DISTRICT, type MemoryDistrict } from '../../browser/support/memory-district.ts';
import { Site } from './support.ts';

const PAGE = `/desk/o/${SCHOOL}/organisation`;
const [CLERK] = PEOPLE.clerk;
const [SECRETARY] = PEOPLE.secretary;
const [MEMBER] = PEOPLE.member;
const [TEACHER] = PEOPLE.teacher;
const director = tokenOf('director');
const above = tokenOf('administrator');
let district: MemoryDistrict;
let site: Site;
let keys = 0;

beforeAll(async () => {
  district = await sampleDistrict();
  site = new Site(district);
});

const send = (form: Record<string, string>, action: string, token = director, page = PAGE) =>
  site.ask(`${page}/${action}`, { form: { command: `organisation-${++keys}`, ...form }, token });
/** Sends a form that must be taken, and gives the page that it leads to. */
async function sent(action: string, form: Record<string, string>, token = director): Promise<string> {
  const named = Object.fromEntries(Object.entries(form).map(([name, value]) => [`${action}.${name}`, value]));
  const response = await send(named, action, token);
  expect(response.status, (await response.clone().text()).replaceAll(/<[^>]+>|\s+/g, ' ')).toBe(303);
  return site.text(response.headers.get('location') ?? '', { token });
}
/** The words alone, without what stands between them. */
const textOf = (html: string): string => html.replaceAll(/<[^>]+>|\s+/g, '');

describe('the page of an organisation', () => {
  it('is for those who work there, and found on their desk', async () => {
    expect((await site.ask(PAGE, { token: tokenOf('teacher') })).status).toBe(404);
    expect(await site.text(`/desk/o/${SCHOOL}`, { token: director })).toContain(`href="${PAGE}"`);
    const html = await site.text(PAGE, { token: director });
    expect(html).toContain('筹备中');
    for (const only of ['暂停运行', '并入其他组织', '分设新组织']) {
      expect(html).not.toContain(only);
      expect(await site.text(PAGE, { token: above })).toContain(only);
    }
    expect((await send({ 'suspend.reason': '试试' }, 'suspend')).status).toBe(422);
  });

  it('lays a body out, fills its places, and shows who sat when', async () => {
    const laid = await sent('layout', {
      body: 'supervision-group',
      host: '',
      places: '组长 纪检委员\n\n成员 工会主席\n成员',
    });
    expect(laid).toContain('已核定席位');
    expect(textOf(laid)).toMatch(/组长（纪检委员）空缺/);
    const filled = await sent('seat', {
      place: 'supervision-group/head/head-1',
      person: MEMBER,
      from: '2026-11-01',
      until: '',
      source: '',
      unit: '',
    });
    expect(textOf(filled)).toMatch(/组长（纪检委员）周启明2026年11月1日起/);
    const left = await sent('vacancy', { person: `supervision-group/head/${MEMBER}`, until: '2026-11-20' });
    expect(textOf(left)).toMatch(/党务公开监督小组组长周启明：2026年11月1日起，至2026年11月19日/);
    const again = await sent('seat', {
      place: 'supervision-group/head/head-1',
      person: MEMBER,
      from: '2026-11-20',
      until: '',
      source: '',
      unit: '',
    });
    expect(textOf(again)).toMatch(/组长（纪检委员）周启明2026年11月20日起/);
  });

  it('says what was wrong beside the field', async () => {
    const rival = await send(
      { 'seat.place': 'leading-group/deputy', 'seat.person': MEMBER, 'seat.from': '2026-11-22' },
      'seat',
    );
    expect(rival.status).toBe(422);
    expect(await rival.text()).toContain('不得由同一人兼任');
    const unknown = await send({ 'layout.body': 'office', 'layout.places': '队长' }, 'layout');
    expect(unknown.status).toBe(422);
    const endless = await send(
      { 'seat.place': 'supervisors/member', 'seat.person': TEACHER, 'seat.from': '2026-11-22' },
      'seat',
    );
    expect(await endless.text()).toContain('监督员实行任期制');
  });

  it('[DF-01] becomes active once both groups have different people at their heads', async () => {
    const html = await sent('activate', {});
    expect(html).toContain('已正式启用');
    expect(textOf(html)).toContain('正常运行');
    // Of an organisation without a supervision group nothing comes.
    const bare = await site.ask(`/desk/o/preschool/organisation/activate`, {
      form: { command: 'activate-preschool' },
      token: above,
    });
    expect(bare.status).toBe(422);
    expect(await bare.text()).toContain('党务公开监督小组');
  });

  it('keeps responsibilities, and lists the regulations by what they are about', async () => {
    const html = await sent('responsibilities', {
      'units.accountable': '党支部',
      'units.responsible': '纪检委员',
      'units.consulted': '教务处、总务处',
      'units.informed': '工会',
      'tiers.leader': SECRETARY,
      'tiers.manager': PEOPLE.director[0],
      'tiers.executor': CLERK,
    });
    expect(textOf(html)).toContain('配合：教务处、总务处');
    const none = await send({ 'regulation.title': '空', 'regulation.audience': 'party' }, 'regulation');
    expect(none.status).toBe(422);
    const listed = await sent('regulation', {
      title: '大额资金使用管理办法',
      number: '',
      about: 'large-spending',
      audience: 'unit',
      inForceFrom: '2026-03-01',
      item: '',
    });
    expect(textOf(listed)).toContain('《大额资金使用管理办法》，大额资金使用');
    const repealed = await sent('repeal', { title: '大额资金使用管理办法', reason: '已有新办法' });
    expect(textOf(repealed)).toContain('尚未登记制度');
  });

  it('[TZ-17] has a card of six lights, which light up as things come', async () => {
    const lit = async () => {
      const html = await site.text(PAGE, { token: director });
      return [...html.matchAll(/([✓✗]) (有[^<：]+)/g)].map(([, sign, name]) => [name, sign]);
    };
    expect(await lit()).toEqual([
      ['有党务公开组织结构', '✓'],
      ['有党务公开园地', '✗'],
      ['有党务公开热线电话', '✗'],
      ['有党务公开监督员队伍', '✗'],
      ['有意见箱和电子邮箱', '✗'],
      ['有党务公开各项制度', '✗'],
    ]);
    await sent('channels', { channels: 'notice-board' });
    await sent('seat', {
      place: 'supervisors/member',
      person: TEACHER,
      from: '2026-11-20',
      until: '2028-11-20',
      source: 'staff-representative',
      unit: '',
    });
    expect((await lit()).filter(([, sign]) => sign === '✓').map(([name]) => name)).toEqual([
      '有党务公开组织结构',
      '有党务公开园地',
      '有党务公开监督员队伍',
    ]);
  });
});

describe('where to turn', () => {
  const CONTACTS = {
    'contacts.place': '行政楼二层接待室',
    'contacts.hours': '工作日 8:30—17:00',
    ...Object.fromEntries(
      ['office', 'spokesperson', 'liaison', 'supervision'].flatMap((line, index) => [
        [`contacts.lines.${line}.post`, '值班岗'],
        [`contacts.lines.${line}.phone`, `0516-555010${index + 1}`],
      ]),
    ),
    'contacts.departments.0.name': '组织关系转接',
    'contacts.departments.0.steps': '窗口受理\r\n当日办结',
  };
  const ABOUT = `/o/${SCHOOL}/about`;
  const WALL = `/o/${SCHOOL}/print/window`;
  const phones = ['0516-5550101', '0516-5550104'];

  it('[XH-19] [QS-03] contact, catalogue, place and hours are on the page and on the wall, or said to be missing', async () => {
    expect(await site.text(ABOUT)).toContain('还没有公布联系方式');
    const bare = await site.text(WALL);
    for (const name of ['办事地点', '服务内容', '接待时间']) expect(bare).not.toContain(name);
    const response = await send(CONTACTS, 'contacts', director, `/desk/o/${SCHOOL}/profile`);
    expect(response.status).toBe(303);
    const page = await site.text(ABOUT);
    expect(page).not.toContain('还没有公布联系方式');
    for (const shown of [
      '行政楼二层接待室',
      '工作日 8:30—17:00',
      `href="/o/${SCHOOL}/catalogue"`,
      ...phones,
    ]) {
      expect(page).toContain(shown);
    }
    const wall = await site.text(WALL);
    for (const printed of [
      '办事地点：行政楼二层接待室',
      '服务内容：党务政策咨询、组织关系转接',
      '接待时间：工作日 8:30—17:00',
      ...phones,
    ]) {
      expect(wall).toContain(printed);
    }
    expect(await site.text(PAGE, { token: director })).toContain('✓ 有党务公开热线电话');
  });
});

describe('the office above', () => {
  it('[ZH-03] sees which units below have no group of their own, and what else they lack', async () => {
    const html = await site.text(`/desk/o/${DISTRICT}/organisation/gaps`, { token: above });
    const rowOf = (name: string) => textOf(html.split(/<\/?tr/).find((row) => row.includes(name)) ?? '');
    // Secretary, leading group, supervision group, liaison, channel.
    expect(rowOf('滨湖第一中学党委').match(/缺|有/g)).toEqual(['缺', '缺', '缺', '缺', '缺']);
    expect(rowOf('东方小学党支部').match(/缺|有/g)).toEqual(['缺', '有', '有', '缺', '有']);
    // Units right below only; theirs are for them to look at. Who was trained is counted through to the last branch.
    const [table, untrained] = html.split('未参加培训的负责人');
    expect(table).not.toContain('春芽幼儿园');
    expect(untrained).toContain('春芽幼儿园');
    expect((await site.ask(`/desk/o/${DISTRICT}/organisation/gaps`, { token: director })).status).toBe(404);
  });

  it('suspends and resumes', async () => {
    expect(textOf(await sent('suspend', { reason: '校舍重建' }, above))).toContain('状态暂停');
    expect(await site.text(PAGE, { token: director })).toContain('校舍重建');
    expect(await site.text(`/o/${SCHOOL}`)).toContain('本组织已暂停');
    expect(textOf(await sent('resume', { reason: '校舍落成' }, above))).toContain('正常运行');
  });

  it('splits, and merges once what waits was named and settled', async () => {
    const html = await sent(
      'split',
      {
        id: 'dongfang-north',
        name: '东方小学北校区党支部',
        shortName: '东方北校区',
        kind: 'branch',
        superior: DISTRICT,
        origin: SCHOOL,
      },
      above,
    );
    expect(html).toContain('已分设新组织');
    expect(textOf(html)).toContain('分设出的组织东方小学北校区党支部');
    // Its work is listed, and so is no form.
    expect(html).toMatch(/以下 \d+ 件尚未办结/);
    expect(html).toContain(`/desk/o/${SCHOOL}/items/draft-q4`);
    expect(html).not.toContain('name="merge.into"');
    const refused = await send({ 'merge.into': DISTRICT, 'merge.reason': '布局调整' }, 'merge', above);
    expect(refused.status).toBe(422);
    const north = '/desk/o/dongfang-north/organisation';
    expect(await site.text(north, { token: above })).toContain('name="merge.into"');
    const merged = await send({ 'merge.into': SCHOOL, 'merge.reason': '重新合并' }, 'merge', above, north);
    expect(merged.status).toBe(303);
    const closed = await site.text(north, { token: above });
    expect(textOf(closed)).toContain('已并入其他组织');
    expect(closed).toContain(`href="/o/${SCHOOL}">东方小学党支部<`);
    expect(closed).not.toContain('<form method="post" action="/desk/o/dongfang-north');
    expect(await site.text('/o/dongfang-north')).toContain(
      `本组织已并入<a href="/o/${SCHOOL}">东方小学党支部</a>`,
    );
  });
});
