import { createHash } from 'node:crypto';
import { strFromU8, type Unzipped, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { dayOf } from '../../../domain/kernel/time.ts';
import { PEOPLE, SCHOOL, sampleDistrict, tokenOf } from '../../browser/support/fixture.ts';
import { DISTRICT, type MemoryDistrict } from '../../browser/support/memory-district.ts';
import { type Supervised, supervise } from '../../browser/support/supervision.ts';
import { type Asked, Site } from './support.ts';

const DAY = 86_400_000;
const BASE = `/desk/o/${SCHOOL}/supervision`;
const [administrator, clerk, director, secretary, member, teacher] = (
  ['administrator', 'clerk', 'director', 'secretary', 'member', 'teacher'] as const
).map(tokenOf) as [string, string, string, string, string, string];

let district: MemoryDistrict;
let site: Site;
let there: Supervised;
let forms = 0;

beforeAll(async () => {
  district = await sampleDistrict();
  there = await supervise(district);
  site = new Site(district);
});

const send = (path: string, form: Record<string, string>, token: string, asked: Asked = {}) =>
  site.ask(path, {
    form: { command: `supervision-${String(++forms).padStart(4, '0')}`, ...form },
    token,
    ...asked,
  });
/** Sends a form that must be taken, and gives the address that it leads to. */
async function sent(path: string, form: Record<string, string>, token: string): Promise<string> {
  const response = await send(path, form, token);
  expect(response.status, (await response.clone().text()).replaceAll(/<[^>]+>|\s+/g, ' ')).toBe(303);
  return response.headers.get('location') ?? '';
}
const page = (path: string, token?: string) => site.text(path, token === undefined ? {} : { token });

describe('the pages of supervision', () => {
  it('lead from a plan to what was found, and on to what was put right', async () => {
    const today = dayOf(district.now);
    expect(await page(BASE, administrator)).toContain('安排督查');
    const plan = { 'plan.means': 'check', 'plan.on': today, 'plan.purpose': '检查公开形式' };
    const visit = (await sent(`${BASE}/plan`, plan, administrator)).replace(/\?.*/, '');
    expect(visit).toMatch(new RegExp(`^${BASE}/visits/`));
    expect(await page('/desk', administrator)).toContain(`href="${visit}"`);
    await sent(`${visit}/record`, { 'record.on': today, 'record.summary': '查看了公开栏。' }, administrator);
    const finding = {
      'find.aspect': 'form',
      'find.text': '缺少公开时间。',
      'find.about.kind': 'item',
      'find.about.id': 'playground',
      'find.about.step': '1',
    };
    await sent(`${visit}/find`, finding, administrator);
    expect(await page(visit, clerk)).toMatch(/缺少公开时间。[\s\S]*公开事项 playground，第 1 个环节/);
    const order = {
      'order.visit': visit.split('/').at(-1) ?? '',
      'order.aspects': 'form',
      'order.text': '补上公开时间。',
      'order.owner': PEOPLE.teacher[0],
      'order.dueOn': dayOf(new Date(district.time + 5 * DAY).toISOString()),
    };
    const followUp = (await sent(`${visit}/order`, order, administrator)).replace(/\?.*/, '');
    expect(await page('/desk', teacher)).toContain(`href="${followUp}"`);
    await sent(`${followUp}/report`, { 'report.proof': '已补上，见公开栏。' }, teacher);
    const self = await send(`${followUp}/verify`, { 'verify.ok': 'yes', 'verify.note': '好' }, teacher);
    expect(self.status).toBe(422);
    await sent(`${followUp}/verify`, { 'verify.ok': 'yes', 'verify.note': '已核验。' }, administrator);
    expect(await page(followUp, clerk)).toContain('✓ 已办结');
  });

  it('say what is wrong with a form, and keep what was filled in', async () => {
    const wrong = { 'plan.means': 'check', 'plan.on': '2020-01-01', 'plan.purpose': '检查' };
    const response = await send(`${BASE}/plan`, wrong, administrator);
    expect(response.status).toBe(422);
    expect(await response.text()).toMatch(/安排的日期不能早于今天。[\s\S]*value="2020-01-01"/);
    const own = await send(`${BASE}/plan`, { ...wrong, 'plan.on': dayOf(district.now) }, clerk);
    expect(own.status).toBe(422);
    expect(await own.text()).toContain('您在本组织没有办理此事的岗位');
  });

  it('show a suggestion until it is answered', async () => {
    const path = `${BASE}/follow-ups/${there.suggestion}`;
    expect(await page(BASE, clerk)).toContain(`href="${path}"`);
    const answer = { 'answer.outcome': 'adopted', 'answer.text': '下月起按月公开。' };
    await sent(`${path}/answer`, answer, clerk);
    expect(await page(path, administrator)).toContain('采纳：下月起按月公开。');
    expect(await page(path, administrator)).not.toContain('name="answer.text"');
  });

  it('are for those who work there or supervise', async () => {
    for (const path of [BASE, `${BASE}/visits/${there.visit}`, `${BASE}/bundle.zip`]) {
      expect((await site.ask(path, { token: teacher })).status, path).toBe(404);
      expect((await site.ask(path)).headers.get('location'), path).toContain('/login');
      expect((await site.ask(path, { token: member })).status, path).toBe(200);
    }
  });
});

describe('a case on the pages', () => {
  it('is decided and appealed against by those alone who may know of it', async () => {
    const path = `${BASE}/cases/${there.case}`;
    for (const token of [clerk, director, administrator]) {
      expect((await site.ask(path, { token })).status).toBe(404);
      expect(await page(BASE, token)).not.toContain('责任追究');
      expect((await send(`${path}/decide`, {}, token)).status).toBe(404);
    }
    expect(await page(BASE, member)).toContain(`href="${path}"`);
    expect(await page('/desk', secretary)).toContain(`href="${path}"`);
    await sent(
      `${path}/decide`,
      { 'decide.measure': 'admonition', 'decide.reason': '情节较重。' },
      secretary,
    );
    expect(await page('/desk', teacher)).toContain(`href="${path}"`);
    expect(await page(path, teacher)).toMatch(/诫勉：情节较重。[\s\S]*提出申诉/);
    await sent(`${path}/appeal`, { 'appeal.text': '并非本人经办。' }, teacher);
    const review = { 'review.result': 'revoked', 'review.measure': '', 'review.reason': '责任人认定有误。' };
    expect((await send(`${path}/review`, review, secretary)).status).toBe(422);
    expect((await site.ask(path, { token: administrator })).status).toBe(200);
    await sent(`${path}/review`, review, administrator);
    expect(await page(path, teacher)).toContain('决定已撤销');
  });
});

describe('what the public sees', () => {
  it('are figures and examples, which every school finds', async () => {
    const html = await page(`/o/${SCHOOL}/supervision`);
    expect(html).toMatch(/开展走访听取意见<\/th><td>1</);
    expect(html).not.toContain('责任追究');
    const above = await page(`/o/${DISTRICT}/supervision`);
    expect(above).toContain(`href="/o/${SCHOOL}/items/playground"`);
    expect(await page(BASE, clerk)).toContain(`href="/o/${DISTRICT}/supervision"`);
    const desk = `/desk/o/${DISTRICT}/supervision`;
    expect(await page(desk, administrator)).toContain(`href="${BASE}"`);
    const down = { 'unmark.example': `${SCHOOL}/playground`, 'unmark.reason': '已过时。' };
    expect(await page(await sent(`${desk}/unmark`, down, administrator), administrator)).toContain(
      '示范案例已撤下',
    );
    expect(await page(`/o/${DISTRICT}/supervision`)).not.toContain('/items/playground');
  });
});

describe('the ledger to take away', () => {
  const bundleOf = async () =>
    new Uint8Array(await (await site.ask(`${BASE}/bundle.zip`, { token: clerk })).arrayBuffer());

  /** Names of the files that are not what the manifest says. */
  function differing(files: Unzipped): readonly string[] {
    const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
    return manifest.files
      .filter(({ name, sha256 }: { name: string; sha256: string }) => {
        const bytes = files[name] ?? new Uint8Array();
        return createHash('sha256').update(bytes).digest('hex') !== sha256;
      })
      .map(({ name }: { name: string }) => name);
  }

  it('[HZ-35] [HZ-44] holds four kinds, and its hashes find one altered byte', async () => {
    await record('meeting', '支部委员会会议', {
      meeting: { type: 'other', layer: 'committee' },
      minutes: '研究了公开事项。',
    });
    await record('publicity', '党务公开宣传周');
    await record('reading', '文件学习');
    const bytes = await bundleOf();
    const files = unzipSync(bytes);
    expect(differing(files)).toEqual([]);
    const { kinds, sources } = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
    expect(kinds).toMatchObject({ minutes: 1, activities: 1, publicity: 1 });
    const { readings } = district.services('https://gongkai.example.edu.cn');
    const scope = new OrgScope(SCHOOL);
    const reader = await readings.reader(scope, PEOPLE.clerk[0], district.now);
    for (const kind of ['minutes', 'activities', 'documents', 'publicity'] as const) {
      const entries = await readings.dossier.entries(scope, reader, 2026, district.now, kind);
      expect(entries.map((entry) => entry.kind)).toEqual(Array.from({ length: kinds[kind] }, () => kind));
    }
    expect(kinds.documents).toBeGreaterThan(0);
    expect(sources).toHaveLength(3 + kinds.documents);
    for (const { stream, version, head } of sources) {
      expect(stream).toMatch(new RegExp(`^ORG#${SCHOOL}#(ACTIVITY|ITEM)#`));
      expect(version).toBeGreaterThan(0);
      expect(head).toMatch(/^[\w-]{43}$/);
    }
    expect(strFromU8(files['minutes.html'] ?? new Uint8Array())).toContain('研究了公开事项。');
    expect(strFromU8(files['publicity.json'] ?? new Uint8Array())).toContain('党务公开宣传周');
    const sums = strFromU8(files.SHA256SUMS ?? new Uint8Array());
    for (const name of Object.keys(files).filter((name) => name !== 'SHA256SUMS')) {
      const hash = createHash('sha256')
        .update(files[name] ?? new Uint8Array())
        .digest('hex');
      expect(sums).toContain(`${hash}  ${name}\n`);
    }
    for (const name of ['minutes.html', 'documents.json']) {
      const altered = Uint8Array.from(files[name] ?? []);
      altered[altered.length >> 1] = (altered[altered.length >> 1] ?? 0) ^ 1;
      expect(differing({ ...files, [name]: altered })).toEqual([name]);
    }
  });

  it('is the same to the byte while nothing is recorded, whenever it is asked for', async () => {
    const before = await bundleOf();
    await district.pass(3_600_000);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2031-05-04T03:02:01.000Z') });
    const later = await bundleOf().finally(() => vi.useRealTimers());
    expect(Buffer.from(later).equals(Buffer.from(before))).toBe(true);
    await record('activity', '主题党日');
    expect(Buffer.from(await bundleOf()).equals(Buffer.from(before))).toBe(false);
  });

  async function record(kind: string, title: string, changes: object = {}): Promise<void> {
    const { issuers } = district.services('https://gongkai.example.edu.cn');
    const data = {
      kind,
      title,
      heldOn: dayOf(district.now),
      audience: 'unit',
      attendance: { members: 3 },
      participants: [],
      items: [],
      ...changes,
    };
    await issuers.activity({
      command: 'RecordActivity',
      data,
      parameters: { organisation: SCHOOL },
      person: PEOPLE.clerk[0],
      actingSeat: undefined,
      key: { value: `activity-${++forms}`, minted: false },
      expectedVersion: undefined,
      now: district.now,
      correlation: 'ledger',
      address: undefined,
      receipt: undefined,
    });
    await district.settle();
  }
});
