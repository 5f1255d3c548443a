import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { SCHOOL, sampleDistrict, tokenOf } from '../../browser/support/fixture.ts';
import type { MemoryDistrict } from '../../browser/support/memory-district.ts';
import { codeIn, deskAction, leaveOn, WORDS, workIn } from './opinion-forms.ts';
import { Site } from './support.ts';

const ITEM = `/o/${SCHOOL}/items/playground`;
const BOX = `/o/${SCHOOL}/opinions`;
const DESK = `/desk/o/${SCHOOL}/opinions`;
const director = { token: tokenOf('director') };

let district: MemoryDistrict;
let site: Site;
async function open(): Promise<void> {
  district = await sampleDistrict();
  site = new Site(district);
}
beforeAll(open);
// What was tried in one hour does not count in another.
beforeEach(() => {
  district.time += 3_600_000;
});

/** Leaves an opinion and returns its receipt code and where it lies on the desk. */
async function left(page: string, words: Record<string, string> = {}, asked = {}) {
  const response = await leaveOn(site, page, words, asked);
  expect(response.status).toBe(200);
  const code = codeIn(await response.text());
  const id = district.receipts.idFor(new OrgScope(SCHOOL), code) ?? '';
  return { code, id, desk: `${DESK}/${id}` };
}
const follow = (code: string, asked = {}) => site.ask(`${BOX}/follow`, { ...asked, form: { code } });

describe('whoever speaks', () => {
  it('[XH-23] may speak about every item that is disclosed to them', async () => {
    for (const item of ['playground', 'candidate', 'charity-q3'])
      expect(await site.text(`/o/${SCHOOL}/items/${item}`)).toContain(`/items/${item}/opinions#opinions`);
    const unit = await site.text(`/o/${SCHOOL}/items/study-unit`, { token: tokenOf('teacher') });
    expect(unit).toContain('/items/study-unit/opinions#opinions');
  });

  it('[HZ-40] leaves an opinion on a public item without signing in, and gets a receipt once', async () => {
    const response = await leaveOn(site, ITEM);
    expect(response.status).toBe(200);
    expect(response.headers.get('location')).toBeNull();
    const html = await response.text();
    expect(html).toContain('将于2026年12月11日前答复');
    expect(codeIn(html)).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    // The code is in no address, and what is stored does not lead back to it.
    const id = district.receipts.idFor(new OrgScope(SCHOOL), codeIn(html)) ?? '';
    expect(id).toMatch(/^[a-z2-7]{16}$/);
    expect(await site.text(`${DESK}/${id}`, director)).not.toContain(codeIn(html));
  });

  it('is asked the sum again when it is wrong, and keeps what was written', async () => {
    const html = await site.text(ITEM);
    const work = workIn(html);
    const form = { ...work, ...WORDS, sum: String(Number(work.sum) + 1) };
    const refused = await site.ask(`${ITEM}/opinions`, { form });
    expect(refused.status).toBe(422);
    const again = await refused.text();
    expect(again).toContain(WORDS.text);
    expect(again).toContain('计算结果不对');
    // A solution is good for the form that it came with, and for no other.
    const other = { ...workIn(html), ...WORDS, command: crypto.randomUUID() };
    expect((await site.ask(`${ITEM}/opinions`, { form: other })).status).toBe(422);
    const late = { ...workIn(html), ...WORDS };
    district.time += 7 * 3_600_000;
    expect((await site.ask(`${ITEM}/opinions`, { form: late })).status).toBe(422);
  });

  it('that fills in what nobody sees is taken for a machine', async () => {
    expect((await leaveOn(site, ITEM, { website: 'https://spam.example' })).status).toBe(422);
  });

  it('is slowed down after thirty in an hour from one address', async () => {
    const { voice } = district.services('https://gongkai.example.edu.cn');
    const scope = new OrgScope(SCHOOL);
    for (let n = 0; n < 30; n += 1) await voice.guard.admit(scope, 'leave', undefined, district.now);
    expect((await leaveOn(site, ITEM)).status).toBe(429);
    district.time += 3_600_000;
    expect((await leaveOn(site, ITEM)).status).toBe(200);
  });

  it('follows by the code, adds to it, and learns nothing more', async () => {
    const { code } = await left(ITEM, { text: '请公布检测报告，我的电话是13812345678。' });
    const page = await (await follow(code.toLowerCase().replaceAll('-', ' '))).text();
    expect(page).toContain('答复期限');
    for (const secret of ['检测报告', '13812345678', '塑胶跑道', '李文静', '王敏'])
      expect(page).not.toContain(secret);
    const command = 'addition-1-key';
    const added = await site.ask(`${BOX}/follow/add`, {
      form: { code, command, 'add.text': '另请公布单价。' },
    });
    expect(await added.text()).toContain('1 次');
    expect((await follow('AAAA-BBBB-CCCC-DDDD')).status).toBe(422);
    expect((await follow('<script>')).status).toBe(422);
    const wrong = { code: 'AAAA-BBBB-CCCC-DDDD', command, 'add.text': '试。' };
    expect((await site.ask(`${BOX}/follow/add`, { form: wrong })).status).toBe(404);
  });

  it('[XH-28] [DF-17] a member’s idea has a state, and a refusal with its reasons', async () => {
    const member = { token: tokenOf('member') };
    const idea = await left(BOX, { kind: 'proposal', signed: 'signed', speaker: 'party-member' }, member);
    const own = () => site.text(`${BOX}/${idea.id}`, member);
    expect(await own()).toContain('待分办');
    await deskAction(site, idea.desk, 'answer', { outcome: 'not-adopted', text: '涉及招标保密，暂不公开。' });
    expect(await own()).toContain('涉及招标保密');
    // Somebody else's is as if it were not there.
    expect((await site.ask(`${BOX}/${idea.id}`, { token: tokenOf('teacher') })).status).toBe(404);
  });
});

describe('[HZ-46] a signed opinion', () => {
  it('is not closed without a reply; the person reads it, and may have it opened again once', async () => {
    const signed = await left(ITEM, { signed: 'signed', 'from.name': '学生家长' });
    const close = () => deskAction(site, signed.desk, 'close', { reason: '重复。' });
    const refused = await close();
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('署名意见须先答复');
    await deskAction(site, signed.desk, 'answer', { outcome: 'adopted', text: '检测报告已附上。' });
    expect((await close()).status).toBe(303);
    expect(await (await follow(signed.code)).text()).toContain('检测报告已附上');
    const form = (command: string) => ({ code: signed.code, command, 'reopen.text': '报告没有盖章。' });
    expect((await site.ask(`${BOX}/follow/reopen`, { form: form('reopen-key-1') })).status).toBe(200);
    expect(await site.text(signed.desk, director)).toContain('报告没有盖章');
    await deskAction(site, signed.desk, 'answer', { outcome: 'adopted', text: '已换成盖章件。' });
    await close();
    expect((await site.ask(`${BOX}/follow/reopen`, { form: form('reopen-key-2') })).status).toBe(422);
  });
});

describe('the office', () => {
  it('[HZ-16] writes down a visit with the same fields, and routes it to a department with a day', async () => {
    const html = await site.text(`${DESK}/new`, director);
    const visit = {
      ...workIn(html),
      channel: 'visit',
      kind: 'opinion',
      item: '',
      text: '食堂价格偏高。',
      speaker: 'parent',
      'from.name': '来访家长',
      'atOnce.kind': 'assigned',
      'atOnce.owner': 'wang-min',
      'atOnce.department': '总务处',
      'atOnce.dueOn': '2026-12-01',
    };
    const slip = await site.ask(`${DESK}/new`, { ...director, form: visit });
    expect(slip.status).toBe(200);
    const id = district.receipts.idFor(new OrgScope(SCHOOL), codeIn(await slip.text())) ?? '';
    const page = await site.text(`${DESK}/${id}`, director);
    for (const fact of ['来访', '来访家长', '食堂价格偏高', '王敏（总务处）', '2026年12月1日'])
      expect(page).toContain(fact);
    expect(await site.text('/desk', { token: tokenOf('clerk') })).toContain('食堂价格偏高');
    await deskAction(site, `${DESK}/${id}`, 'answer', { outcome: 'explained', text: '已说明定价依据。' });
    expect(await site.text(`${DESK}/${id}`, director)).toContain('已说明定价依据');
    const call = {
      ...visit,
      ...workIn(await site.text(`${DESK}/new`, director)),
      channel: 'phone',
      'atOnce.kind': 'none',
    };
    const refused = await site.ask(`${DESK}/new`, { ...director, form: call });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('来电须登记办理方式');
  });

  it('[DF-26] nobody’s opinion is with a named person after its first day', async () => {
    const { desk } = await left(BOX);
    expect(await site.text(desk, director)).toContain('待分办');
    await district.pass(24 * 3_600_000);
    const page = await site.text(desk, director);
    expect(page).toContain('李文静');
    expect(page).not.toContain('待分办（');
  });

  it('[HZ-52] merges what says the same, ranks what most people speak of, and answers all of them at once', async () => {
    const head = await left(ITEM);
    const other = await left(ITEM, { text: '检测报告请公开。' });
    await deskAction(site, other.desk, 'merge', { into: head.id });
    expect(await (await follow(other.code)).text()).toContain('并案办理');
    const overview = await site.text(`${BOX}/overview`, director);
    expect(overview).toMatch(/建议公开检测报告。<\/a>　意见建议，2 人提出/);
    await deskAction(site, head.desk, 'answer', { outcome: 'adopted', text: '报告已上栏。' });
    expect(await (await follow(other.code)).text()).toContain('报告已上栏');
  });

  it('[DF-25] [JX-04] [JX-13] [HZ-53] sees who speaks, how long answers take, and what is late', async () => {
    await open();
    const slow = await left(ITEM, { speaker: 'student' });
    const quick = await left(BOX, { speaker: 'staff' });
    await left(BOX, { speaker: 'society' });
    await district.pass(10 * 3_600_000);
    await deskAction(site, quick.desk, 'answer', { outcome: 'explained', text: '已说明。' });
    await district.pass(90 * 3_600_000);
    await deskAction(site, slow.desk, 'answer', { outcome: 'explained', text: '已说明。' });
    const services = district.services('https://gongkai.example.edu.cn');
    const scope = new OrgScope(SCHOOL);
    const reader = await services.readings.reader(scope, 'li-wenjing', district.now);
    const own = async () =>
      (await services.readings.opinions.overview(scope, reader, district.now)).units.find(
        ({ id }) => id === SCHOOL,
      );
    // Two more came with the school: one answered at once, one that waits.
    expect(await own()).toMatchObject({
      received: 5,
      inside: 1,
      speakers: { parent: 2, student: 1, staff: 1, society: 1 },
      medianHours: 10,
      p90Hours: 100,
      overdue: 0,
      ages: { week: 2, month: 0, quarter: 0, longer: 0 },
    });
    await district.pass(95 * 24 * 3_600_000);
    expect(await own()).toMatchObject({ overdue: 2, red: 2, ages: { longer: 2 } });
    const page = await site.text(`${BOX}/overview`, director);
    expect(page).toContain('10 小时');
    expect(page).toContain('⚠ 2');
    expect(await site.text(`${DESK}?show=overdue`, director)).toContain('⚠ 已超期');
    expect((await site.ask(`${BOX}/overview`, { token: tokenOf('member') })).status).toBe(404);
  });

  it('[DF-27] [HZ-17] closes with an outcome that stands beside the item, words only as they were released', async () => {
    const said = await left(ITEM, { text: '联系我13812345678，检测报告要公开。' });
    await deskAction(site, said.desk, 'answer', { outcome: 'adopted', text: '检测报告已附在本页。' });
    expect(await site.text(ITEM)).not.toContain('检测报告已附在本页');
    await deskAction(site, said.desk, 'close', {});
    expect(await site.text(ITEM)).toContain('检测报告已附在本页');
    expect(await site.text(ITEM)).not.toContain('检测报告要公开');
    await deskAction(site, said.desk, 'moderate', { shown: 'yes', reason: '家长普遍关心。' });
    const shown = await site.text(ITEM);
    expect(shown).toContain('检测报告要公开');
    expect(shown).not.toContain('13812345678');
    await deskAction(site, said.desk, 'moderate', { shown: 'no', reason: '本人要求。' });
    expect(await site.text(ITEM)).not.toContain('检测报告要公开');
  });

  it('[HZ-09] turns the outcome into a draft of the class of problems that people raised, in one step', async () => {
    const said = await left(ITEM);
    await deskAction(site, said.desk, 'answer', { outcome: 'adopted', text: '检测报告已附在本页。' });
    await deskAction(site, said.desk, 'close', {});
    const promoted = await deskAction(site, said.desk, 'promote', { row: 'b-16' });
    expect(promoted.status).toBe(303);
    const page = await site.text(said.desk, director);
    const [, draft = ''] = /href="(\/desk\/o\/[^"]+)">查看<\/a>/.exec(page) ?? [];
    expect(await site.text(draft, director)).toContain('群众反映突出问题的解决落实情况');
  });

  it('has something put right, proved by one and seen by another', async () => {
    const said = await left(ITEM);
    await deskAction(site, said.desk, 'answer', { outcome: 'adopted', text: '检测报告将补充公开。' });
    await deskAction(site, said.desk, 'rectify', {
      what: '附上检测报告。',
      owner: 'wang-min',
      dueOn: '2027-03-31',
    });
    expect((await deskAction(site, said.desk, 'close', {})).status).toBe(422);
    expect((await deskAction(site, said.desk, 'report', { proof: '已附上。' }, 'clerk')).status).toBe(303);
    const own = await deskAction(site, said.desk, 'verify', { ok: 'yes', note: '好。' }, 'clerk');
    expect(await own.text()).toContain('整改须由他人核验');
    await deskAction(site, said.desk, 'verify', { ok: 'yes', note: '属实。' });
    await deskAction(site, said.desk, 'close', {});
    expect(await site.text(ITEM)).toContain('已整改，并经他人核验');
  });
});
