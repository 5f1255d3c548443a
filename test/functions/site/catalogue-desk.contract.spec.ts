import { beforeAll, describe, expect, it } from 'vitest';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { DEFAULT_POLICY } from '../../../domain/organisation/policy.ts';
import { siteApp } from '../../../functions/site/site.tsx';
import { PEOPLE, SCHOOL, sampleDistrict, tokenOf } from '../../browser/support/fixture.ts';
import { ADMINISTRATOR, DISTRICT, type MemoryDistrict } from '../../browser/support/memory-district.ts';
import { organise, seatAbove } from './district-office.ts';
import { type Asked, PUBLIC_URL, Site } from './support.ts';

const DESK = `/desk/o/${SCHOOL}/catalogue`;
const ABOVE = `/desk/o/${DISTRICT}/catalogue`;
const clerk = { token: tokenOf('clerk') };
const above = { token: `${ADMINISTRATOR}~赵启明` };

let district: MemoryDistrict;
let site: Site;
let forms = 0;

beforeAll(async () => {
  district = await sampleDistrict();
  site = new Site(district);
});

const send = (path: string, form: Record<string, string>, asked: Asked) =>
  site.ask(path, { form: { command: `catalogue-${String(++forms).padStart(4, '0')}`, ...form }, ...asked });
/** Sends a form that must be taken, and gives the page that it leads to. */
async function sent(path: string, form: Record<string, string>, asked: Asked): Promise<string> {
  const response = await send(path, form, asked);
  expect(response.status, (await response.clone().text()).replaceAll(/<[^>]+>/g, ' ')).toBe(303);
  return site.text(response.headers.get('location') ?? '', { ...(asked.token && { token: asked.token }) });
}

const ROW = {
  'add.rowId': 'l-menu',
  'add.level1': '其他应公开事项',
  'add.level2': '食堂每周菜谱',
  'add.forms': '公示栏',
  'add.audience': 'unit',
  'add.timing': 'periodic',
  'add.reason': '家长和教职工关心',
};

describe('the desk of the catalogue', () => {
  it('is for those who work there', async () => {
    expect((await site.ask(DESK, { token: tokenOf('teacher') })).status).toBe(404);
    expect((await site.ask(DESK)).status).toBe(303);
    const html = await site.text(DESK, clerk);
    expect(html).toContain('规定动作');
    expect(html).toContain(`href="${DESK}/rows/b-01"`);
  });

  it('takes a row of the school, and refuses one without a category', async () => {
    const wrong = await send(`${DESK}/add`, { ...ROW, 'add.level2': '其他' }, clerk);
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('不能只写“其他”');
    expect(await sent(`${DESK}/add`, ROW, clerk)).toContain('食堂每周菜谱');
    expect(await site.text(`/o/${SCHOOL}/catalogue`)).toContain('食堂每周菜谱');
  });

  it('[XH-35] offers the forms of a row as a list to pick from', async () => {
    const html = await site.text(`${DESK}/rows/b-01`, clerk);
    for (const form of ['会议', '文件', '设限平台', '网站'])
      expect(html).toMatch(new RegExp(`type="checkbox"[^>]* name="refine.forms" value="${form}"`));
    const propose = await site.text(`/desk/o/${SCHOOL}/propose/b-01`, clerk);
    for (const form of ['会议', '文件', '设限平台'])
      expect(propose).toMatch(new RegExp(`type="checkbox"[^>]* name="forms" value="${form}"`));
    const page = await sent(
      `${DESK}/rows/b-17/refine`,
      {
        'refine.detail': '每年两次',
        'refine.year': '2026',
        'refine.priority': 'yes',
        'refine.reason': '明确次数',
      },
      clerk,
    );
    expect(page).toContain('每年两次');
    expect((await send(`${DESK}/rows/b-17/drop`, { 'drop.reason': '不想公开' }, clerk)).status).toBe(422);
    expect((await site.ask(`${DESK}/rows/b-99`, clerk)).status).toBe(404);
  });

  it('tells what was adjusted, why, and what differs', async () => {
    const html = await site.text(`${DESK}/history?from=1&to=3`, clerk);
    expect(html).toContain('共调整公开目录');
    expect(html).toContain('明确次数');
    expect(html).toContain('新增 1 行');
    expect(await site.text(`${DESK}/history?from=1&to=999`, clerk)).not.toContain('新增');
  });

  it('can be taken away as a table', async () => {
    const csv = await site.text(`${DESK}.csv`, clerk);
    expect(csv).toContain('编号,序号,一级目录');
    expect(csv).toContain('l-menu,,其他应公开事项,食堂每周菜谱,,公示栏,是,本单位,定期,否,,');
    const xlsx = await site.ask(`${DESK}.xlsx`, clerk);
    expect(new Uint8Array(await xlsx.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
  });
});

describe('a change that waits', () => {
  it('is shown to the superior, who decides on it', async () => {
    const policy = { ...DEFAULT_POLICY, catalogueChanges: 'approved' } as const;
    await organise(district, 'ChangePolicy', { policy, reason: '目录调整报批' });
    const added = { ...ROW, 'add.rowId': 'l-bus', 'add.level2': '校车收费' };
    expect(await sent(`${DESK}/add`, added, clerk)).toContain('待上级审批的调整');
    expect(await site.text(`/o/${SCHOOL}/catalogue`)).not.toContain('校车收费');
    expect(await site.text(ABOVE, above)).toContain(`href="${DESK}"`);
    const change = `${DESK}/changes/change-1`;
    expect(await site.text(change, clerk)).not.toContain('即日起生效');
    // It is a task of the office above, also of somebody who does not lead that, and of nobody else there.
    const assistant = await seatAbove(district, 'office', 'assistant');
    const supervisor = await seatAbove(district, 'supervision-group', 'supervisor');
    for (const who of [above, assistant]) {
      expect(await site.text('/desk', who)).toContain(`href="${change}"`);
      expect(await site.text(change, who)).toContain('校车收费');
    }
    expect(await site.text('/desk', supervisor)).not.toContain(change);
    expect((await site.ask(change, supervisor)).status).toBe(404);
    expect((await send(`${change}/approve`, {}, clerk)).status).toBe(422);
    expect(await sent(`${change}/approve`, {}, above)).toContain('已同意');
    expect(await site.text('/desk', above)).not.toContain(change);
    expect(await site.text(`/o/${SCHOOL}/catalogue`)).toContain('校车收费');
    expect((await site.ask(change, clerk)).status).toBe(404);
  });
});

describe('templates and words of the district', () => {
  it('are looked at line by line before they are published', async () => {
    const at = `${ABOVE}/templates/kindergarten`;
    const head = '编号\t一级目录\t二级目录\t公开形式\t公开范围\t公开时限';
    const table = `${head}\nk-01\t办园条件\t膳食收支\t网站\t全社会\t定期\nk-01\t办园条件\t收费\t布告\t党内外\t即时\n`;
    const look = (text: string, asked: Asked) => send(`${at}/preview`, { table: text }, asked);
    expect((await look(table, clerk)).status).toBe(404);
    const html = await (await look(table, above)).text();
    expect(html).toContain('第 2 行，公开范围：“全社会”不是可用的写法');
    expect(html).toContain('第 3 行');
    expect(html).not.toContain('下发为新版本');
    const good = table
      .replace('全社会', '党内外')
      .replace('k-01\t办园条件\t收费\t布告', 'k-02\t办园条件\t收费\t公示栏');
    const looked = await (await look(good, above)).text();
    expect(looked).toContain('共 2 行，可以下发');
    const publish = {
      'publish.title': '幼儿园公开目录',
      'publish.units': '幼儿园',
      'publish.reason': '新设',
      'publish.table': good,
    };
    expect(await sent(`${at}/publish`, publish, above)).toContain('已下发新版本');
    expect(await site.text(`${DESK}/templates`, clerk)).toContain('幼儿园公开目录');
    const school = await site.text(`${DESK}/templates/kindergarten`, clerk);
    expect(school).toContain('膳食收支');
    expect(school).not.toContain('编制下一版');
  });

  it('come back from a spreadsheet as they went out', async () => {
    const at = `${ABOVE}/templates/branch`;
    const csv = await site.text(`${at}/table.csv`, above);
    const html = await (await send(`${at}/preview`, { table: csv }, above)).text();
    expect(html).toContain('共 25 行，可以下发');
    expect(html).toContain('两版没有差别');
    const workbook = await (await site.ask(`${at}/table.xlsx`, above)).arrayBuffer();
    const body = new FormData();
    body.set('file', new File([new Uint8Array(workbook)], 'branch.xlsx'));
    const token = encodeURIComponent(above.token);
    const posted = await siteApp(district.services(PUBLIC_URL)).request(
      `${PUBLIC_URL}${at}/preview`,
      {
        method: 'POST',
        body,
        headers: { host: new URL(PUBLIC_URL).host, origin: PUBLIC_URL, cookie: `gongkai_token=${token}` },
      },
      { requestContext: { timeEpoch: district.time, requestId: 'site-test' } },
    );
    expect(await posted.text()).toContain('共 25 行，可以下发');
  });

  it('[HZ-12] a form that the district adds is offered to schools', async () => {
    const form = {
      'keep-form.name': '承诺墙',
      'keep-form.widest': 'unit',
      'keep-form.reason': '各校已设置',
    };
    expect(await site.text(`${DESK}/vocabulary`, clerk)).toContain('由区党务公开办公室增减');
    expect((await send(`${DESK}/vocabulary/keep-form`, form, clerk)).status).toBe(404);
    expect(await sent(`${ABOVE}/vocabulary/keep-form`, form, above)).toContain('承诺墙');
    expect(await site.text(`/desk/o/${SCHOOL}/propose/b-01`, clerk)).toContain('value="承诺墙"');
    expect(await site.text(`${DESK}/rows/b-01`, clerk)).toContain('value="承诺墙"');
  });
});

describe('the power register', () => {
  it('[HZ-26] [HZ-27] is compiled, sorted out, and shown once it is published', async () => {
    const at = `${DESK}/powers`;
    const power = { 'record.basis': '支部工作条例', 'record.reason': '清理职责' };
    await sent(
      `${at}/record`,
      { ...power, 'record.holder.kind': 'collective', 'record.name': '研究“三重一大”事项' },
      clerk,
    );
    const leader = {
      ...power,
      'record.holder.kind': 'leader',
      'record.holder.person': PEOPLE.director[0],
      'record.holder.post': '党支部书记',
      'record.name': '签发公文',
    };
    expect(await sent(`${at}/record`, leader, clerk)).toContain('签发公文');
    const finding = {
      'finding.outcome': 'clarified',
      'finding.problem': '与校务会职责交叉',
      'finding.measure': '重新分工',
    };
    expect(await sent(`${at}/p-1/finding`, finding, clerk)).toContain('理清');
    expect(await site.text(`/o/${SCHOOL}/powers`)).toContain('尚未公开权力清单');
    const publish = { 'publish.audience': 'public', 'publish.reason': '支部会议通过' };
    await sent(`${at}/publish`, publish, { token: tokenOf('secretary') });
    const page = await site.text(`/o/${SCHOOL}/powers`);
    expect(page).toContain('第 1 版');
    expect(page).toContain('党支部书记');
    expect(page).toContain('与校务会职责交叉');
  });
});

describe('the public catalogue', () => {
  it('[QS-02] can be read under other headings', async () => {
    const html = await site.text(`/o/${SCHOOL}/catalogue?tag=four-opens:assessment`);
    expect(html).toContain('领导班子成员年度述学述职述廉及年终考核情况');
    expect(html).not.toContain('职工代表大会相关情况');
    expect(await site.text(`/o/${SCHOOL}/catalogue?tag=none:none`)).toContain('职工代表大会相关情况');
  });

  it('has the classes of schools where they belong', async () => {
    expect(await site.text(`/o/${SCHOOL}/catalogue`)).toContain('<optgroup label="七类（学校）">');
    expect(await site.text(`${DESK}/rows/b-01`, clerk)).toContain('七类（学校）');
    const [clinic, asked] = ['fuyou', '?tag=seven-of-schools:decisions'];
    await organise(
      district,
      'OnboardOrganisation',
      {
        name: '中共滨湖区妇幼保健院委员会',
        shortName: '区妇幼保健院',
        kind: 'committee',
        superior: DISTRICT,
      },
      clinic,
    );
    await district.catalogues.issue(new OrgScope(clinic), {
      type: 'AdoptTemplate',
      data: { template: 'committee', version: 1 },
      actor: { kind: 'person', person: ADMINISTRATOR, organisation: DISTRICT },
      now: district.now,
      commandId: 'adopt-clinic',
      correlation: 'adopt-clinic',
    });
    await district.settle();
    const page = await site.text(`/o/${clinic}/catalogue${asked}`);
    expect(page).not.toContain('七类（学校）');
    expect(page).toContain('<optgroup label="七类（医院）">');
    expect(page, 'all rows, as nothing is asked for').toContain('党费收缴');
  });
});
