import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { OTHER_SCHOOL, PEOPLE, SCHOOL } from '../../support/school.ts';
import { ABOVE, CATALOGUE, type CatalogueWorld, MENU, NOW, ROW, startCatalogue } from './catalogue-calls.ts';
import { codeOf } from './duties.ts';
import type { World } from './world.ts';

const { office, head, teacher, otherHead, districtOffice } = PEOPLE;
let world: World;
let { send, done, read, rowsOf, rowNamed, askApproval } = {} as CatalogueWorld;

beforeAll(async () => {
  ({ world, send, done, read, rowsOf, rowNamed, askApproval } = await startCatalogue());
}, 60_000);
afterAll(() => world?.stop());

describe('a row that the superior asks for', () => {
  it('[HZ-50] cannot be dropped: 403, and it stays in the completeness count', async () => {
    const before = (await read(CATALOGUE)).completeness;
    const refused = await send('DELETE', `${CATALOGUE}/rows/b-10`, office, { reason: '不想公开' });
    expect(codeOf(refused)).toEqual([403, 'row-mandated']);
    expect((await read(CATALOGUE)).completeness).toEqual(before);
    expect(before).toMatchObject({ mandated: 24, settled: 0 });
  });

  it('[XH-31] alone counts for completeness; what is optional is told beside it', async () => {
    await done('POST', `${CATALOGUE}/rows`, office, MENU);
    const { rows, completeness } = await read(CATALOGUE);
    expect(completeness).toMatchObject({ mandated: 24, optional: 2 });
    const flags = rows.map(({ row }: { row: { mandated: boolean } }) => row.mandated);
    expect(flags.filter(Boolean)).toHaveLength(24);
  });

  it('[XH-07] is owed from the day that the superior names, in this organisation alone', async () => {
    const activation = { activeFrom: '2027-01-01', reason: '分步实施' };
    const own = await send('PUT', `${CATALOGUE}/rows/b-20`, office, activation);
    expect(codeOf(own)).toEqual([403, 'activation-not-yours']);
    await done('PUT', `${CATALOGUE}/rows/b-20`, districtOffice, activation);
    await done('PUT', `${CATALOGUE}/rows/b-12`, districtOffice, activation);
    expect((await read(CATALOGUE)).completeness).toMatchObject({ mandated: 22, later: 2 });
    await world.openQuarter('2026-10-01T00:00:00.000Z');
    const hasDuty = async (organisation: string, period: string) => {
      const { state } = await world.ledgers.load(new OrgScope(organisation), period);
      return state?.duties['b-12'] !== undefined;
    };
    expect(await hasDuty(SCHOOL, '2026Q4')).toBe(false);
    expect(await hasDuty(OTHER_SCHOOL, '2026Q4')).toBe(true);
    await world.openQuarter('2027-01-01T00:00:00.000Z');
    expect(await hasDuty(SCHOOL, '2027Q1')).toBe(true);
  });
});

describe('content to disclose first', () => {
  it('leads its class, and can be asked for alone', async () => {
    const leaders = (await rowsOf()).filter(({ row }) => row.level1 === '党组织的决议、决定及执行情况');
    expect(leaders.map(({ row }) => row.id)).toEqual(['b-03', 'b-01', 'b-02', 'b-04']);
    await done('PUT', `${CATALOGUE}/rows/b-10`, office, { priority: true, reason: '党员关心' });
    const asked = await rowsOf('?priority=true');
    expect(asked.map(({ row }) => row.id)).toEqual(['b-03', 'b-10', 'b-13']);
    expect((await world.call('GET', `${CATALOGUE}?priority=maybe`)).status).toBe(400);
  });
});

describe('a change that the superior wants to approve', () => {
  const asked = (rowId: string, changes: object = {}) => ({
    ...ROW,
    rowId,
    level2: '课后服务收费',
    reason: '家长申请',
    ...changes,
  });
  const changes = async (person: string, at = CATALOGUE) => read(`${at}/changes`, person);

  beforeAll(() => askApproval());

  it('[XH-25] is pending until the district approves, and holds from then on', async () => {
    const answer = await done('POST', `${CATALOGUE}/rows`, office, asked('l-fees'));
    expect(answer.body.stage).toBe('waiting');
    expect(await rowNamed('l-fees')).toBeUndefined();
    const [change] = (await changes(office)).waiting;
    expect(change).toMatchObject({ at: NOW, event: { type: 'LocalRowAdded' } });
    expect((await changes(districtOffice, `${ABOVE}/catalogue`)).below).toEqual([
      { organisation: SCHOOL, waiting: 1 },
    ]);
    const approve = `${CATALOGUE}/changes/${change.id}/approval`;
    expect(codeOf(await send('POST', approve, office, {}))).toEqual([403, 'change-not-yours']);
    expect(codeOf(await send('POST', approve, head, {}))[0]).toBe(403);
    const at = '2026-09-20T00:00:00.000Z';
    await done('POST', approve, districtOffice, {}, { now: at });
    expect((await rowNamed('l-fees'))?.row).toMatchObject({ level2: '课后服务收费', mandated: false });
    const { adjustments } = await read(`${CATALOGUE}/adjustments?year=2026`, office);
    expect(adjustments.at(-1)).toMatchObject({ kind: 'added', at, approved: true });
    expect((await changes(districtOffice, `${ABOVE}/catalogue`)).below).toEqual([]);
    expect(codeOf(await send('POST', approve, districtOffice, {}))).toEqual([404, 'change-unknown']);
  });

  it('is refused with a reason, or taken back', async () => {
    await done('PUT', `${CATALOGUE}/rows/b-05`, office, { timing: 'prompt', reason: '及时公开' });
    const [change] = (await changes(office)).waiting;
    const again = await send('PUT', `${CATALOGUE}/rows/b-05`, office, { detail: '无', reason: '再改' });
    expect(codeOf(again)).toEqual([409, 'change-waits']);
    const refuse = `${CATALOGUE}/changes/${change.id}/refusal`;
    expect((await send('POST', refuse, districtOffice, {})).body.errors[0].field).toBe('reason');
    await done('POST', refuse, districtOffice, { reason: '按季度公开即可' });
    expect((await rowNamed('b-05'))?.row.timing).toBe('periodic');
    await done('DELETE', `${CATALOGUE}/rows/l-menu`, office, { reason: '改由食堂公布' });
    const [second] = (await changes(office)).waiting;
    await done('POST', `${CATALOGUE}/changes/${second.id}/withdrawal`, office, {});
    expect((await changes(office)).waiting).toEqual([]);
    expect(await rowNamed('l-menu')).toBeDefined();
  });

  it('is not asked of the superior itself', async () => {
    await done('PUT', `${CATALOGUE}/rows/b-06`, districtOffice, { detail: '含主题党日', reason: '统一口径' });
    expect((await rowNamed('b-06'))?.row.detail).toBe('含主题党日');
  });
});

describe('the life of a catalogue', () => {
  beforeAll(async () => {
    const goals = { term: { from: 2024, until: 2028 }, year: 2026, reason: '换届' };
    await done('PUT', `${CATALOGUE}/rows/b-04`, districtOffice, goals);
    const tagged = { tags: ['four-opens:work'], reason: '归类' };
    await done('PUT', `${CATALOGUE}/rows/l-menu`, districtOffice, tagged);
  });

  it('[XH-29] every adjustment has its version and reason, and a summary of the year is written', async () => {
    const year = await read(`${CATALOGUE}/adjustments?year=2026`, office);
    const versions = year.adjustments.map(({ version }: { version: number }) => version);
    expect(versions).toEqual(versions.toSorted((a: number, b: number) => a - b));
    const made = year.adjustments.filter(({ kind }: { kind: string }) =>
      ['added', 'refined', 'dropped'].includes(kind),
    );
    expect(made.length).toBeGreaterThan(5);
    for (const { reason } of made) expect(reason).toMatch(/\S/);
    expect(year.summary).toContain('2026年，东方小学党支部共调整公开目录');
    expect(year.summary).toContain(`细化${year.counts.refined}次`);
    expect(year.summary).toContain('“食堂每周菜谱”，理由：家长关心');
    expect((await read(`${CATALOGUE}/adjustments?year=2025`, office)).adjustments).toEqual([]);
  });

  it('[XH-09] each organisation has its own, in versions that can be compared', async () => {
    const now = await read(`${CATALOGUE}/version`);
    const first = await read(`${CATALOGUE}/version?version=1`);
    expect(first.rows).toHaveLength(25);
    expect(now.rows.length).toBe(27);
    const diff = await read(`${CATALOGUE}/diff?from=1&to=${now.version}`);
    expect(diff.added.map(({ id }: { id: string }) => id)).toEqual(['l-menu', 'l-fees']);
    const goals = diff.changed.find(({ row }: { row: { id: string } }) => row.id === 'b-04');
    expect(goals.changes.map(({ attribute }: { attribute: string }) => attribute)).toEqual(['term', 'year']);
    const other = await read(`/v1/organisations/${OTHER_SCHOOL}/catalogue/version`);
    expect(other).toMatchObject({ version: 1, rows: first.rows });
    expect((await world.call('GET', `${CATALOGUE}/version?version=9999`)).status).toBe(404);
  });

  it('is for those who work there, and nobody else', async () => {
    for (const place of ['adjustments', 'changes']) {
      expect((await world.call('GET', `${CATALOGUE}/${place}`)).status).toBe(401);
      expect((await world.call('GET', `${CATALOGUE}/${place}`, { person: teacher })).status).toBe(404);
      expect((await world.call('GET', `${CATALOGUE}/${place}`, { person: otherHead })).status).toBe(404);
    }
  });
});
