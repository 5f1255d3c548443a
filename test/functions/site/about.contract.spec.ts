import readXlsxFile from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import type { RosterRow } from '../../../domain/roster/columns.ts';
import { csvOf } from '../../../functions/export/csv.ts';
import { rosterTable } from '../../../functions/export/roster-table.ts';
import { xlsxOf } from '../../../functions/export/sheets.ts';
import { SCHOOL, sampleDistrict, tokenOf } from '../../browser/support/fixture.ts';
import { DISTRICT, type MemoryDistrict } from '../../browser/support/memory-district.ts';
import { OPINION, SCHEME, STATISTICS } from '../../domain/profile/samples.ts';
import { communities } from '../../domain/roster/communities.ts';
import { PUBLIC_URL, Site } from './support.ts';

const HOME = `/o/${SCHOOL}`;
const DESK = `/desk/o/${SCHOOL}/profile`;
const ROSTER = `/desk/o/${DISTRICT}/roster`;
const clerk = tokenOf('clerk');
const administrator = tokenOf('administrator');

let district: MemoryDistrict;
let site: Site;
let forms = 0;

beforeAll(async () => {
  district = await sampleDistrict();
  site = new Site(district);
});

const send = (action: string, fields: Record<string, string>, token = clerk) => {
  const form = Object.fromEntries(Object.entries(fields).map(([name, text]) => [`${action}.${name}`, text]));
  return site.ask(`${DESK}/${action}`, {
    token,
    form: { command: `about-${String(++forms).padStart(5, '0')}`, ...form },
  });
};
const sent = async (action: string, fields: Record<string, string>) => {
  const answer = await send(action, fields);
  expect(answer.status, (await answer.clone().text()).replaceAll(/<[^>]+>/g, ' ')).toBe(303);
};
const CONTACTS = {
  place: '行政楼二层',
  hours: '工作日 8:30—17:00',
  'lines.office.post': '值班岗',
  'lines.office.phone': '0516-5550101',
  'lines.spokesperson.post': '新闻发言人',
  'lines.spokesperson.phone': '0516-5550102',
  'lines.liaison.post': '信息联络员',
  'lines.liaison.phone': '0516-5550103',
  'lines.supervision.post': '监督小组值班岗',
  'lines.supervision.phone': '0516-5550104',
  'leaders.0.person': 'chen-guohua',
  'leaders.0.duties': '主持支部全面工作',
};
const { rules, bases: _, principles, motto, ...parts } = SCHEME;
const SCHEME_FORM = {
  ...parts,
  motto: motto ?? '',
  principles: principles.join('\r\n'),
  ...Object.fromEntries(
    Object.entries(rules).flatMap(([rule, { title, text }]) => [
      [`rules.${rule}.title`, title],
      [`rules.${rule}.text`, text],
    ]),
  ),
  bases: 'basis-1',
} as Record<string, string>;

describe('the pages of an organisation', () => {
  it('[TZ-09] are its own, under its own path', async () => {
    const [own, other] = await Promise.all([site.text(`${HOME}/about`), site.text('/o/binhu-middle/about')]);
    expect(own).toContain('东方小学党支部');
    expect(other).toContain('滨湖第一中学党委');
    expect(other).not.toContain('东方小学');
    expect(await site.text(HOME)).toContain(`href="${HOME}/about"`);
    expect((await site.ask('/o/nowhere/about')).status).toBe(404);
  });

  beforeAll(() => sent('contacts', CONTACTS));

  it('[ZH-08] give the supervision telephone and the post that answers it', async () => {
    const html = await site.text(`${HOME}/about`);
    expect(html).toMatch(/监督电话<\/th><td>.*?0516-5550104.*?责任岗位：监督小组值班岗/s);
    expect(html).toMatch(/陈国华<\/th><td>党务公开领导小组组长<\/td><td>主持支部全面工作/);
  });

  it('[TZ-20] give the three hotlines; calls on them are logged', async () => {
    const html = await site.text(`${HOME}/about`);
    for (const phone of ['0516-5550101', '0516-5550102', '0516-5550103'])
      expect(html).toContain(`tel:${phone}`);
    expect(html.match(/党务公开热线电话/g)).toHaveLength(3);
    const form = {
      command: 'call-on-hotline-1',
      channel: 'phone',
      kind: 'opinion',
      speaker: 'parent',
      text: '来电询问收费标准',
      'atOnce.kind': 'answered',
      'atOnce.text': '已答复收费标准',
      'atOnce.outcome': 'explained',
    };
    const call = `/desk/o/${SCHOOL}/opinions/new`;
    expect(await site.text(`${HOME}/about`, { token: clerk })).toContain(call);
    const taken = await site.ask(call, { token: clerk, form });
    expect(
      taken.status,
      (await taken.clone().text())
        .replaceAll(/<[^>]+>/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .slice(0, 800),
    ).toBe(200);
    const log = await site.text(`/desk/o/${SCHOOL}/opinions`, { token: clerk });
    expect(log).toContain('来电询问收费标准');
    expect(log).toContain('热线电话');
  });

  it('[LY-07] show the principles of the scheme, its parts, rules, motto and what it rests on', async () => {
    await sent('bases', {
      'bases.0.id': 'basis-1',
      'bases.0.title': OPINION.title,
      'bases.0.number': OPINION.number,
    });
    const own = ['发扬民主，广泛参与', '阳光透明，依法公开', '积极稳妥，逐步推进', '统筹兼顾，注重实效'];
    await sent('scheme', SCHEME_FORM);
    await sent('scheme', { ...SCHEME_FORM, principles: own.join('\n'), reason: '结合实际修订。' });
    const html = await site.text(`${HOME}/scheme`);
    for (const text of [
      ...own,
      '坚决、可行、真实、管用、主动、用心',
      '党务公开责任制度',
      '连发[2010]37号',
      '结合实际修订。',
    ])
      expect(html).toContain(text);
    const first = await site.text(`${HOME}/scheme?version=1`);
    for (const principle of principles) expect(first).toContain(principle);
    expect(first).toContain('之后已经修订');
    for (const version of ['9', '0', 'x'])
      expect((await site.ask(`${HOME}/scheme?version=${version}`)).status).toBe(404);
  });

  it('hide small figures from readers outside, and say so', async () => {
    const { asOf, total, ...breakdowns } = STATISTICS;
    const counts = Object.entries(breakdowns).flatMap(([name, breakdown]) =>
      Object.entries(breakdown).map(([part, count]) => [`${name}.${part}`, String(count)]),
    );
    await sent('statistics', { asOf, total: String(total), ...Object.fromEntries(counts) });
    const rowOf = (html: string, part: string) => new RegExp(`${part}</th><td>([^<]*)`).exec(html)?.[1];
    const outside = await site.text(`${HOME}/statistics`);
    expect([rowOf(outside, '本科生'), rowOf(outside, '中专'), rowOf(outside, '初中及以下')]).toEqual([
      '67',
      '＊',
      '＊',
    ]);
    const inside = await site.text(`${HOME}/statistics`, { token: tokenOf('member') });
    expect([rowOf(inside, '中专'), rowOf(inside, '初中及以下')]).toEqual(['23', '4']);
    const wrong = await send('statistics', { asOf, total: '133', ...Object.fromEntries(counts) });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('分项之和与党员总数 133 人不符');
  });

  it('are kept by those who work there, and show again what was refused', async () => {
    const mobile = await send('contacts', { ...CONTACTS, 'lines.office.phone': '13912345678' });
    expect(mobile.status).toBe(422);
    const html = await mobile.text();
    expect(html).toMatch(/f-contacts-lines-office-phone-error/);
    expect(html).toContain('value="13912345678"');
    expect((await send('contacts', CONTACTS, tokenOf('teacher'))).status).not.toBe(303);
    expect((await site.ask(DESK, { token: tokenOf('teacher') })).status).toBe(404);
  });
});

describe('the roster page', () => {
  const upload = (fields: Record<string, string | File>, token = administrator): Promise<Response> => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    const request = new Request(PUBLIC_URL, { method: 'POST', body: form });
    return request.arrayBuffer().then((bytes) =>
      site.ask(ROSTER, {
        token,
        method: 'POST',
        body: bytes as unknown as string,
        headers: { origin: PUBLIC_URL, 'content-type': request.headers.get('content-type') ?? '' },
      }),
    );
  };
  const fileOf = async (rows: readonly RosterRow[]) =>
    new File([await xlsxOf(rosterTable(rows))], '花名册.xlsx');
  const rows = communities().map((row) => ({ ...row, superior: DISTRICT }));
  const nameOf = (id: string) => district.services(PUBLIC_URL).tenancy.find(new OrgScope(id));

  it('shows every error by line and column, and imports nothing', async () => {
    const [first = {}, second = {}, ...others] = rows;
    const wrong = [{ ...first, name: '王一 11010519491231002X' }, { ...second, position: '团长' }, ...others];
    const answer = await upload({ file: await fileOf(wrong) });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('未导入，请核对以下 2 处');
    expect(html).toMatch(/<th scope="row">2<\/th><td>姓名<\/td><td>花名册不收身份证号/);
    expect(html).toMatch(/<th scope="row">3<\/th><td>职务<\/td><td>只能填写：书记、副书记、委员/);
    expect(await nameOf('community-01')).toBeUndefined();
    for (const [text, said] of [
      ['', '请选择花名册文件'],
      ['单位编号,电话\r\nx,y', '表头中的“电话”不是花名册的列'],
      ['单位编号,单位名称\r\nx,y', '表头缺少“单位简称”'],
    ] as const)
      expect(await (await upload({ text })).text()).toContain(said);
    const broken = new File([new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3])], 'x.xlsx');
    expect(await (await upload({ file: broken })).text()).toContain('文件无法读取');
  });

  it('[QD-02] previews and imports 46 units with 144 workers, and flags units without a secretary', async () => {
    const preview = await (await upload({ file: await fileOf(rows) })).text();
    expect(preview).toContain('共 46 个单位');
    expect(preview).toContain('新开通');
    expect(await nameOf('community-01')).toBeUndefined();
    const [, csv = ''] = /name="text" value="([^"]*)"/.exec(preview) ?? [];
    const done = await (await upload({ text: csv.replaceAll('&quot;', '"'), confirm: 'yes' })).text();
    expect(done).toContain('花名册已导入');
    const people = await Promise.all([...new Set(rows.map(({ unit = '' }) => unit))].map(nameOf));
    expect(people.flatMap((unit) => Object.keys(unit?.people ?? {}))).toHaveLength(144);
    const page = await site.text(ROSTER, { token: administrator });
    expect(page).toMatch(/书记<\/th><td>43<\/td><td>转岗教师、机关下派 41 人（95.3%）/);
    expect(page).toMatch(/没有书记：[^。]*第44社区、第45社区、第46社区/);
  });

  it('gives the roster as workbook and CSV, which come in again without a change', async () => {
    const book = await site.ask(`${ROSTER}.xlsx`, { token: administrator });
    const bytes = Buffer.from(await book.arrayBuffer());
    const [sheet] = await readXlsxFile(bytes);
    expect(sheet?.sheet).toBe('花名册');
    expect(sheet?.data[0]?.slice(0, 3)).toEqual(['单位编号', '单位名称', '单位简称']);
    expect(sheet?.data.length).toBeGreaterThan(144);
    expect(await (await upload({ file: new File([bytes], 'a.xlsx') })).text()).toContain('没有变化');
    const csv = await (await site.ask(`${ROSTER}.csv`, { token: administrator })).bytes();
    expect(await (await upload({ file: new File([csv], 'a.csv') })).text()).toContain('没有变化');
    const pasted = csvOf(rosterTable(rows)).replaceAll(',', '\t');
    expect(await (await upload({ text: pasted })).text()).toContain('没有变化');
    expect((await site.ask(`${ROSTER}.csv`, { token: clerk })).status).toBe(404);
    expect((await site.ask(`/desk/o/${SCHOOL}/roster.csv`, { token: tokenOf('secretary') })).status).toBe(
      403,
    );
  });
});
