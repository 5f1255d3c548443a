import readXlsxFile from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CatalogueCommand } from '../../../domain/catalogue/commands.ts';
import type { ItemCommand } from '../../../domain/item/commands.ts';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { XLSX } from '../../../functions/export/sheets.ts';
import { BUSY, dutyDistrict, SILENT, SUPERVISOR } from '../../browser/support/duties.ts';
import { content } from '../../browser/support/fixture.ts';
import { ADMINISTRATOR, DISTRICT, type MemoryDistrict } from '../../browser/support/memory-district.ts';
import { Site } from './support.ts';

const OVERVIEW = `/desk/o/${DISTRICT}/overview`;
const DUTIES = `/desk/o/${BUSY}/duties`;
const as = (person: string) => ({ token: `${person}~某某` });
const office = as(ADMINISTRATOR);

let district: MemoryDistrict;
let site: Site;
beforeAll(async () => {
  district = await dutyDistrict();
  site = new Site(district);
});

describe('who sees what is owed', () => {
  it('sends strangers to sign in and knows nothing for anybody else', async () => {
    for (const path of [OVERVIEW, `${OVERVIEW}/bulletin`, `${OVERVIEW}.csv`, DUTIES, `${DUTIES}.xlsx`]) {
      expect((await site.ask(path)).status, path).toBe(303);
      expect((await site.ask(path, as('somebody'))).status, path).toBe(404);
      expect((await site.ask(path, as(`director-of-${SILENT}`))).status, path).toBe(404);
    }
  });

  it('shows a school its own, and the superior everything, its supervisors included', async () => {
    expect((await site.ask(DUTIES, as(`director-of-${BUSY}`))).status).toBe(200);
    expect((await site.ask(OVERVIEW, as(`director-of-${BUSY}`))).status).toBe(404);
    for (const person of [ADMINISTRATOR, SUPERVISOR])
      for (const path of [OVERVIEW, DUTIES])
        expect((await site.ask(path, as(person))).status, path).toBe(200);
  });
});

const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const squeezed = (html: string) => html.replace(/<[^>]+>|\s+/g, '');
const rowOf = (html: string, name: string) =>
  plain(new RegExp(`<tr><th scope="row"><a[^>]*>${name}</a>.*?</tr>`).exec(html)?.[0] ?? '').trim();

describe('the overview', () => {
  let html: string;
  beforeAll(async () => {
    html = await site.text(OVERVIEW, office);
  });

  it('says for every unit what is done, owed and overdue, class by class', () => {
    expect(rowOf(html, '东方小学党支部')).toMatch(/^东方小学党支部 ✕1\/3 逾期2 ✓1\/1 ⚠2\/4 临期2/);
    expect(rowOf(html, '青山村小学党支部')).toContain('✕0/16 0%');
    expect(html.match(/<tbody>.*?<\/tbody>/s)?.[0].match(/<tr>/g)).toHaveLength(15);
  });

  it('puts the change from the last period beside each number, and says as of when', () => {
    expect(plain(html)).toMatch(/89% 按期公开率 较上期减少 0\.7 个百分点/);
    expect(plain(html)).toMatch(/13 逾期 较上期增加 8/);
    expect(plain(html)).toContain('数据截至 2026年12月25日 09:30 （北京时间）');
    expect(plain(html)).toContain('2026年第三季度尚有 5 项逾期未补公开');
  });

  it('[TZ-02][QS-01] reckons coverage against its targets and names who has no carrier', () => {
    expect(plain(html)).toContain('党务公开栏 93.3%（14／15） 98% ✕ 未达标');
    expect(plain(html)).toContain('党员之窗 46.7%（7／15） 80% ✕ 未达标');
    expect(plain(html)).toContain('没有公开载体的单位（1） 青山村小学党支部。');
  });

  it('[QD-09] shows how far best and worst lie apart, whom to help, and no league', () => {
    expect(squeezed(html)).toContain('按期率最高100%，最低0%，中位数90.5%，最高与最低相差100.0个百分点');
    expect(squeezed(html)).toContain('建议重点帮扶青山村小学党支部（按期率0%，逾期2项）');
  });

  it('[XH-27] states the formula of each of the four indicators', () => {
    for (const name of ['规范化', '多样化', '制度化', '责任化'])
      expect(plain(html)).toMatch(new RegExp(`公开(内容|形式|程序|工作)${name}： [\\d.]+(%| 种) 算法：`));
  });

  it('[JX-13] gives the median answer time of each unit', () => {
    expect(rowOf(html, '东方小学党支部')).toMatch(/ 62$/);
    expect(rowOf(html, '青山村小学党支部')).toMatch(/ — —$/);
  });

  it('leads with what is overdue longest', () => {
    const triage = plain(/aria-label="待处理清单".*?<\/section>/s.exec(html)?.[0] ?? '');
    expect(triage).toMatch(/逾期15个工作日以上 青山村小学党支部 1 20 2026年11月27日 新湖小学党支部 1 19/);
    expect(triage.indexOf('7日内到期')).toBeGreaterThan(triage.indexOf('逾期3个工作日以内'));
  });

  it('is narrowed by what the address says, and carries that on to the school', async () => {
    const narrow = await site.text(
      `${OVERVIEW}?status=overdue&class=${encodeURIComponent('党的组织建设情况')}`,
      office,
    );
    expect(plain(narrow)).toContain('各单位公开情况（0）');
    const overdue = await site.text(`${OVERVIEW}?status=overdue`, office);
    expect(overdue).not.toContain('滨湖第一中学党委');
    expect(overdue).toContain(`href="../${BUSY}/duties?status=overdue"`);
    expect(await site.text(`${OVERVIEW}?period=nonsense&status=nonsense`, office)).toContain(
      '2026年第四季度',
    );
  });

  it('says when nothing is there', async () => {
    expect(await site.text(`${OVERVIEW}?period=2024Q1`, office)).toContain('本期没有下级单位的公开台账');
  });
});

describe('the bulletin', () => {
  it('names units from the step of the ladder that says so, in official wording', async () => {
    const text = plain(await site.text(`${OVERVIEW}/bulletin`, office));
    expect(text).toContain('关于2026年第四季度党务公开情况的通报');
    expect(text).toContain('下列5个单位有公开事项逾期10个工作日以上仍未公开，予以通报');
    expect(text).not.toContain('滨湖第二中学党委 1');
    expect(text).toMatch(/滨湖区教育党工委 2026年12月25日 滨湖区教育党工委 ·/);
  });
});

describe('the ledger of a school', () => {
  let text: string;
  beforeAll(async () => {
    text = squeezed(await site.text(DUTIES, as(`director-of-${BUSY}`)));
  });

  it('explains every due day', () => {
    expect(text).toContain('自2026年11月26日的次日起算，7日内');
    expect(text).toContain('定期公开事项每季度公开一次，到期日为本季度最后一日');
    expect(text).toContain('时限规则（初始版），公开目录第1版，工作日历（初始版）');
  });

  it('shows a waiver with its ground and who granted it', () => {
    expect(text).toContain(
      '本期无此类事项（零报告）：本季度没有发生此类事项，已作零报告。（赵启明于2026年12月20日批准，长期有效）',
    );
  });

  it('marks what is still last period’s, and starts the new one from its text', async () => {
    const html = await site.text(`${DUTIES}?status=due-soon`, as(`director-of-${BUSY}`));
    expect(plain(html).match(/⚠ 待更换/g)).toHaveLength(4);
    expect(html).toMatch(new RegExp(`href="/desk/o/${BUSY}/propose/b-\\d+">以上期内容为底稿提出更换`));
    expect(await site.text(`${DUTIES}?status=waived`, office)).not.toContain('待更换');
  });

  it('offers supervisors the public page of the evidence and no proposal', async () => {
    const html = await site.text(`${DUTIES}?status=met`, as(SUPERVISOR));
    expect(html).not.toContain('/propose/');
    expect(html).toMatch(new RegExp(`href="/o/${BUSY}/items/b-`));
  });

  it('says so when there is none', async () => {
    expect(squeezed(await site.text(`${DUTIES}?period=2025Q1`, office))).toContain(
      '本单位没有2025年第一季度的公开台账',
    );
  });
});

describe('the files', () => {
  it.each([
    [`${OVERVIEW}.csv`, 'text/csv; charset=utf-8', 'binhu-2026Q4.csv'],
    [`${DUTIES}.csv`, 'text/csv; charset=utf-8', `${BUSY}-duties-2026Q4.csv`],
    [`${OVERVIEW}.xlsx`, XLSX, 'binhu-2026Q4.xlsx'],
    [`${DUTIES}.xlsx`, XLSX, `${BUSY}-duties-2026Q4.xlsx`],
  ])('%s comes with its type and name', async (path, type, name) => {
    const response = await site.ask(path, office);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`);
  });

  it('hold what the pages show', async () => {
    const overview = await site.text(`${OVERVIEW}.csv?status=overdue`, office);
    expect(overview.trim().split('\r\n')).toHaveLength(9);
    expect(overview).toContain('青山村小学党支部,逾期,16,0,0,2,0,');
    const duties = await site.text(`${DUTIES}.csv`, office);
    expect(duties).toContain('即时公开,确定发展对象,2026-12-03,逾期,');
    const workbook = Buffer.from(await (await site.ask(`${DUTIES}.xlsx`, office)).arrayBuffer());
    const [sheet] = await readXlsxFile(workbook);
    expect(sheet?.data).toHaveLength(duties.trim().split('\r\n').length);
  });
});

describe('the backlog of reviews', () => {
  it('says which school has had items waiting, for which verdict and how many working days', async () => {
    expect(plain(await site.text(OVERVIEW, office))).toContain('✓ 直属单位没有等待审核、审批的事项。');
    const director = `director-of-${BUSY}`;
    const issue = (type: ItemCommand['type'], data: object) =>
      district.items.issue(new OrgScope(BUSY), 'waiting', {
        type,
        data: data as never,
        actor: { kind: 'person', person: director, organisation: BUSY },
        now: '2026-12-18T01:00:00.000Z',
        commandId: type,
        correlation: 'backlog',
      });
    await issue('ProposeItem', content({ accountable: director }));
    await issue('SubmitItem', {});
    await district.settle();
    const html = await site.text(OVERVIEW, office);
    const backlog = plain(/aria-label="审核审批积压".*?<\/section>/s.exec(html)?.[0] ?? '');
    expect(plain(html)).toContain('待审核 1 件，待审批 0 件');
    expect(backlog).toMatch(/东方小学党支部 1 5（2026年12月18日起） — —/);
    expect(await site.text(`${OVERVIEW}?period=2024Q1`, office)).not.toContain('审核审批积压');
  });
});

describe('a row that has left the catalogue', () => {
  const scope = new OrgScope(BUSY);
  const actor = { kind: 'person', person: ADMINISTRATOR, organisation: DISTRICT } as const;
  const occasion = (commandId: string) => ({ actor, now: district.now, commandId, correlation: 'row-left' });
  const change = async (type: CatalogueCommand['type'], data: object) => {
    await district.catalogues.issue(scope, { ...occasion(type), type, data: data as never });
    await district.settle();
  };
  const ledger = () => site.text(DUTIES, as(`director-of-${BUSY}`));

  it('stays at the end of the ledger with what it owed, and nothing more is proposed under it', async () => {
    const reason = '按上级要求。';
    const row = { rowId: 'l-9', level2: '暑期托管收费情况', forms: ['公示栏'], audience: 'public' };
    await change('AddLocalRow', { ...row, timing: 'prompt', reason });
    const data = { row: 'l-9', happenedOn: '2026-12-24', what: '调整托管收费', result: false };
    const issued = {
      ...occasion('occurred'),
      actor: { ...actor, person: `director-of-${BUSY}`, organisation: BUSY },
    };
    await district.ledgers.issue(scope, '2026Q4', { ...issued, type: 'RecordOccurrence', data });
    const before = await ledger();
    expect(before).toContain(`/desk/o/${BUSY}/propose/l-9`);
    await change('DropRow', { rowId: 'l-9', reason });
    const after = await ledger();
    expect(after).not.toContain('/propose/l-9');
    const [, gone = ''] = after.split('已不在公开目录</th>');
    expect(squeezed(gone)).toContain('暑期托管收费情况');
    expect(squeezed(gone)).toContain('调整托管收费');
    expect(await site.text(`${DUTIES}.csv`, office)).toMatch(/已不在公开目录,.*暑期托管收费情况,/);
  });
});
