import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { ReadCounts } from '../../../functions/shell/read-counts.ts';
import { DISTRICT, OTHER_SCHOOL, PEOPLE, SCHOOL } from '../../support/school.ts';
import { draft, ok, openSchools, release } from './school.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let item: string;

const at = (organisation: string) => `/v1/organisations/${organisation}`;
const get = async (path: string, person: string) => (await ok(world, 'GET', path, { person })).body;
const leave = (body: object, person?: string) =>
  ok(world, 'POST', `${at(SCHOOL)}/items/${item}/feedback`, { person, body });

beforeAll(async () => {
  world = await startWorld('2026-09-01T00:00:00.000Z');
  await openSchools(world);
  await world.openQuarter('2026-09-01T00:00:00.000Z');
  const path = await draft(world);
  await release(world, path);
  item = path.split('/').at(-1) ?? '';
  const asked = await draft(world, { title: '依申请公开食堂采购价格', basis: 'on-request' });
  await release(world, asked);
}, 60_000);
afterAll(() => world?.stop());

/** The figures of a draft by caption and name. */
async function figures(organisation: string, person: string) {
  const { summary } = await get(`${at(organisation)}/summaries/2026`, person);
  const tables = summary.sections.flatMap(({ tables }: { tables: object[] }) => tables);
  return Object.fromEntries(
    tables.map(({ caption, figures }: { caption: string; figures: { name: string; count?: number }[] }) => [
      caption,
      Object.fromEntries(figures.map(({ name, count }) => [name, count])),
    ]),
  );
}

describe('the draft of a year', () => {
  it('[DF-35] counts what was disclosed by category, whether in time, and what people said', async () => {
    for (let count = 0; count < 5; count += 1)
      await leave({
        text: `建议公开明细${count}`,
        from: { kind: 'anonymous' },
        speaker: 'parent',
        channel: 'online',
      });
    const counted = await figures(SCHOOL, PEOPLE.clerk);
    expect(Object.values(counted.按目录类目)).toEqual([2]);
    expect(counted.按公开形式).toMatchObject({ 网站: 2 });
    expect(counted.公开时限执行情况).toHaveProperty('尚未到期');
    expect(counted.意见建议办理).toEqual({ 收到: 5, 办理中: 5 });
    expect(counted['季度考评得分（满分100）']).toEqual({ '2026年第三季度': expect.any(Number) });
    expect(counted.意见建议来源).toEqual({ 家长: 5 });
  });

  it('[LY-10] splits what was disclosed by its basis', async () => {
    const { 按公开方式: bases } = await figures(SCHOOL, PEOPLE.clerk);
    expect(Object.values(bases as object).reduce((sum, count) => sum + count, 0)).toBe(2);
    expect(bases).toMatchObject({ 依申请公开: 1 });
  });

  it('is the same word for word, however often it is asked for', async () => {
    const path = `${at(SCHOOL)}/summaries/2026`;
    expect((await get(path, PEOPLE.clerk)).text).toBe((await get(path, PEOPLE.office)).text);
  });

  it('[DF-34] says how members read, took part and supervised, in counts', async () => {
    const counts = new ReadCounts(world.views);
    const reader = { organisation: SCHOOL, partyMember: true, staff: true, official: false };
    for (let second = 0; second < 6; second += 1) {
      const now = new Date(Date.parse('2026-09-02T00:00:00.000Z') + second * 60_000).toISOString();
      counts.count(item, reader, { agent: 'Mozilla/5.0', purpose: undefined }, now);
    }
    const member = PEOPLE.member;
    for (let count = 0; count < 5; count += 1) {
      const text = `第${count}条：请说明作风问题的处理`;
      const left = await leave(
        { text, from: { kind: 'signed' }, speaker: 'party-member', channel: 'online' },
        member,
      );
      const path = `${at(SCHOOL)}/feedback/${left.body.id}/classification`;
      await ok(world, 'POST', path, { person: PEOPLE.office, body: { class: 'conduct' } });
    }
    await expect
      .poll(async () => (await figures(SCHOOL, PEOPLE.clerk))['知情权：公开事项阅读（约数，人次）'])
      .toEqual({ 党员: 6 });
    const counted = await figures(SCHOOL, PEOPLE.clerk);
    expect(counted['参与权：党员参与']).toEqual({ 党员提出意见建议: 5 });
    expect(counted['监督权：党员监督']).toEqual({ 党员反映作风问题: 5 });
  });

  it('adds up everybody below for the district, and is nothing for anybody else', async () => {
    const { units, summary } = await get(`${at(DISTRICT)}/summaries/2026`, PEOPLE.districtOffice);
    expect(units.map(({ id, disclosed }: { id: string; disclosed: number }) => [id, disclosed])).toEqual([
      [DISTRICT, 0],
      [SCHOOL, 2],
      [OTHER_SCHOOL, 0],
    ]);
    expect(summary.sections[0].paragraphs[0]).toContain('所属组织共 3 个共公开党务事项 2 件');
    const denied = await world.call('GET', `${at(SCHOOL)}/summaries/2026`, { person: PEOPLE.member });
    expect(denied.status).toBe(404);
    const malformed = await world.call('GET', `${at(SCHOOL)}/summaries/26`, { person: PEOPLE.clerk });
    expect(malformed.status).toBe(400);
  });
});

describe('a report filed upward', () => {
  const filings = `${at(SCHOOL)}/filings`;
  const received = (id: string) => `${at(DISTRICT)}/received-filings/${SCHOOL}/${id}`;

  it('[HZ-36] has a receipt from the superior', async () => {
    const body = { title: '公开栏专项检查报告', text: '已逐项检查。', receiver: 'office' };
    const { body: filed } = await ok(world, 'POST', filings, { person: PEOPLE.office, body });
    const above = await get(received(filed.id), PEOPLE.districtOffice);
    expect(above).toMatchObject({ kind: 'special', stage: 'filed', text: '已逐项检查。' });
    const person = PEOPLE.districtOffice;
    await ok(world, 'POST', `${received(filed.id)}/acknowledgement`, { person, body: { remark: '已阅' } });
    const own = await get(`${filings}/${filed.id}`, PEOPLE.office);
    expect(own).toMatchObject({ stage: 'acknowledged', acknowledged: { at: world.now, remark: '已阅' } });
  });

  it('is listed as missing at the superior until it is there', async () => {
    const below = () => get(`${at(DISTRICT)}/filings?year=2026`, PEOPLE.districtOffice);
    expect(await below()).toMatchObject({
      dueOn: '2027-01-31',
      missing: [{ id: SCHOOL }, { id: OTHER_SCHOOL }],
    });
    const { text, summary } = await get(`${at(SCHOOL)}/summaries/2026`, PEOPLE.office);
    const body = { year: '2026', title: summary.title, text };
    await ok(world, 'POST', `${filings}/summaries`, { person: PEOPLE.office, body });
    const { missing, received: got } = await below();
    expect(missing).toMatchObject([{ id: OTHER_SCHOOL }]);
    expect(got).toContainEqual(
      expect.objectContaining({ id: 'summary-2026', organisation: SCHOOL, late: false }),
    );
  });

  it('is read by nobody but those who filed it and those above', async () => {
    const other = `${at(OTHER_SCHOOL)}/received-filings/${SCHOOL}/summary-2026`;
    expect((await world.call('GET', other, { person: PEOPLE.otherHead })).status).toBe(404);
    expect((await world.call('GET', received('summary-2026'), { person: PEOPLE.office })).status).toBe(404);
    const stolen = await world.call('POST', `${other}/acknowledgement`, {
      person: PEOPLE.otherHead,
      body: {},
    });
    expect(stolen.status).toBe(404);
  });
});

describe('reads', () => {
  const scope = new OrgScope(OTHER_SCHOOL);
  const reader = { organisation: OTHER_SCHOOL, partyMember: false, staff: false, official: false };
  const browser = { agent: 'Mozilla/5.0', purpose: undefined };

  it('are written at most twice a minute, without a word on who it was, and machines are none', async () => {
    const puts: object[] = [];
    const counts = new ReadCounts({
      put: async (row) => {
        puts.push(structuredClone(row));
        return true;
      },
    });
    for (let second = 0; second < 60; second += 1)
      counts.count(
        'i-1',
        { ...reader, person: 'somebody' },
        browser,
        new Date(Date.parse(world.now) + second * 1_000).toISOString(),
      );
    for (const agent of ['Googlebot/2.1', 'curl/8', '', undefined])
      counts.count('i-1', reader, { ...browser, agent }, '2026-09-01T01:00:00.000Z');
    counts.count('i-1', reader, { ...browser, purpose: 'prefetch' }, '2026-09-01T01:00:00.000Z');
    await Promise.resolve();
    expect(puts).toHaveLength(2);
    expect(puts[1]).toMatchObject({
      pk: `${scope.prefix}READS`,
      version: 31,
      card: { day: '2026-09-01', items: { 'i-1': { anyone: 31 } } },
    });
    expect(JSON.stringify(puts)).not.toContain('somebody');
  });

  it('never fail whoever reads', async () => {
    const counts = new ReadCounts({ put: () => Promise.reject(new Error('throttled')) });
    expect(() => counts.count('i-1', reader, browser, world.now)).not.toThrow();
    await new Promise((done) => setImmediate(done));
  });
});
