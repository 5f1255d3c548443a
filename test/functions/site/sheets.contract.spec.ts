import { beforeEach, describe, expect, it } from 'vitest';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { stranger } from '../../../domain/visibility.ts';
import {
  act,
  bring,
  content,
  PEOPLE,
  REVIEW,
  SCHOOL,
  sampleDistrict,
  tokenOf,
  type Who,
} from '../../browser/support/fixture.ts';
import type { MemoryDistrict } from '../../browser/support/memory-district.ts';
import { PUBLIC_URL, Site } from './support.ts';

let district: MemoryDistrict;
let site: Site;
beforeEach(async () => {
  district = await sampleDistrict();
  site = new Site(district);
});

const as = (who?: Who) => (who ? { token: tokenOf(who) } : {});
const print = (what: string, who?: Who) => site.ask(`/o/${SCHOOL}/print/${what}`, as(who));

/** Where the code on a sheet leads, by the short hash that stands beside it. */
async function checkOf(what: string, place: string, who?: Who): Promise<string> {
  const text = await (await print(what, who)).text();
  return `/o/${SCHOOL}/sheets/${place}/${/校验码 <code>([^<]+)/.exec(text)?.[1]}`;
}
async function answer(check: string, who?: Who): Promise<[status: number, said: string | undefined]> {
  const response = await site.ask(check, as(who));
  const said = /role="status"><h2>([^<]+)/.exec(await response.text())?.[1];
  return [response.status, said];
}

const CURRENT = [200, '本页内容为最新版'];
const UNKNOWN = [404, '没有找到相符的公开内容'];

async function secret(id: string, audience: 'party' | 'named'): Promise<void> {
  const what = content({
    row: 'b-05',
    title: '只写给一部分人的事项',
    audience,
    releasePlan: [{ audience }],
    ...(audience === 'named' && { named: [PEOPLE.member[0]] }),
  });
  await bring(district, id, what, 'approved');
}

async function revise(id: string): Promise<void> {
  const changed = content({ text: '补充了检测报告的全文。' });
  await act(district, 'clerk', id, 'ReviseItem', { content: changed, reason: '补充', answers: [] });
  await act(district, 'clerk', id, 'SubmitItem', {});
  await act(district, 'director', id, 'ReviewItem', REVIEW);
  await act(district, 'secretary', id, 'ApproveItem', {});
}

describe('a sheet for the wall', () => {
  it('bears version, date and the short hash of the last commit', async () => {
    const text = await (await print('items/charity-q3')).text();
    const { readings } = district.services(PUBLIC_URL);
    const reader = { ...stranger(SCHOOL), official: true };
    const commits = await readings.items.record(new OrgScope(SCHOOL), 'charity-q3', reader);
    expect(text).toContain(`<code>${commits.at(-1)?.hash.slice(0, 8)}</code>`);
    expect(text).toContain('第 2 版');
    expect(text).toContain('印出时间 2026年11月22日 09:30');
  });

  it('says only what its wall may, whoever prints it', async () => {
    await secret('for-party', 'party');
    await secret('for-one', 'named');
    const mark = '只写给一部分人的事项';
    for (const what of ['window', 'catalogue']) {
      const has = async (audience: string, who: Who) =>
        (await (await print(`${what}?audience=${audience}`, who)).text()).split(mark).length - 1;
      expect(await has('public', 'member'), what).toBe(0);
      expect(await has('unit', 'member'), what).toBe(0);
      // That for one person is not among them: a wall has no names.
      expect(await has('party', 'member'), what).toBe(1);
    }
    expect((await print('items/for-one', 'member')).status).toBe(404);
    expect(await (await print('items/for-party', 'member')).text()).toContain('面向党内');
    expect((await print('items/for-party?audience=public', 'member')).status).toBe(404);
  });

  it('is printed by those who belong before it', async () => {
    expect((await print('window?audience=party')).status).toBe(303);
    expect((await print('window?audience=party', 'teacher')).status).toBe(404);
    expect((await print('window?audience=unit', 'teacher')).status).toBe(200);
    expect((await print('window?audience=named', 'member')).status).toBe(404);
    await secret('for-party', 'party');
    expect((await print('items/for-party')).status).toBe(303);
    expect((await print('items/for-party', 'teacher')).status).toBe(404);
  });
});

describe('the code on the sheet of an item', () => {
  it('says that it is current, also when only progress was added since', async () => {
    const check = await checkOf('items/playground', 'items/playground/1');
    expect(await answer(check)).toEqual(CURRENT);
    await act(district, 'clerk', 'playground', 'RecordProgress', { text: '跑道已铺好。', percent: 80 });
    expect(await answer(check)).toEqual(CURRENT);
  });

  it('names the version that has replaced it', async () => {
    const check = await checkOf('items/playground', 'items/playground/1');
    await revise('playground');
    expect(await answer(check)).toEqual([200, '已更新为第 2 版']);
  });

  it('says that it was taken down', async () => {
    const check = await checkOf('items/playground', 'items/playground/1');
    await act(district, 'clerk', 'playground', 'WithdrawItem', { reason: '内容有误', inError: true });
    expect(await answer(check)).toEqual([200, '已撤下']);
    expect(await site.text(check)).not.toContain('操场塑胶跑道');
  });

  it('is not known when the record has no such version or no such hash', async () => {
    const check = await checkOf('items/playground', 'items/playground/1');
    expect(await answer(check.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')))).toEqual(UNKNOWN);
    expect(await answer(check.slice(0, -4))).toEqual(UNKNOWN);
    expect(await answer(check.replace('/1/', '/2/'))).toEqual(UNKNOWN);
    expect(await answer(check.replace('playground', 'nothing'))).toEqual(UNKNOWN);
  });

  it('says nothing to those who could not read it, on show or withdrawn', async () => {
    await secret('for-party', 'party');
    const check = await checkOf('items/for-party', 'items/for-party/1', 'member');
    const everybody = async () => [
      await answer(check, 'member'),
      await answer(check),
      await answer(check, 'teacher'),
    ];
    expect(await everybody()).toEqual([CURRENT, UNKNOWN, UNKNOWN]);
    await act(district, 'clerk', 'for-party', 'WithdrawItem', { reason: '内容有误', inError: true });
    expect(await everybody()).toEqual([[200, '已撤下'], UNKNOWN, UNKNOWN]);
  });
});

describe.each(['window', 'catalogue'])('the code on the %s', (list) => {
  it('says whether it still lists what is on show', async () => {
    const check = await checkOf(list, `${list}/public`);
    expect(await answer(check)).toEqual(CURRENT);
    // What others see now is no change of this sheet.
    await secret('for-party', 'party');
    if (list === 'window') expect(await answer(check)).toEqual(CURRENT);
    await act(district, 'clerk', 'playground', 'WithdrawItem', { reason: '内容有误', inError: true });
    expect(await answer(check)).toEqual([200, '公开内容已有变动']);
  });

  it('says nothing of the wall of others', async () => {
    const check = await checkOf(`${list}?audience=party`, `${list}/party`, 'member');
    expect(await answer(check, 'member')).toEqual(CURRENT);
    expect(await answer(check, 'teacher')).toEqual(UNKNOWN);
    expect(await answer(check)).toEqual(UNKNOWN);
  });
});

describe('the script for the radio', () => {
  const script = (id: string, who?: Who) => site.ask(`/o/${SCHOOL}/items/${id}/script.txt`, as(who));

  it('is plain text that can be read aloud', async () => {
    const response = await script('candidate');
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; charset=utf-8$/i);
    const text = await response.text();
    expect(text).not.toMatch(/[*#|<>[\]]/);
    expect(text).toContain('一、基本情况\n');
    expect(text).toContain('时间：2026年10月，事项：政治审查，结果：合格。');
    expect(text).toContain('公示期为2026年11月19日至2026年11月25日。');
    expect(text.trim().split('\n').at(-1)).toBe('播送完毕。');
    const known = { 'if-none-match': response.headers.get('etag') ?? '' };
    expect((await site.ask(`/o/${SCHOOL}/items/candidate/script.txt`, { headers: known })).status).toBe(304);
  });

  it('is for what everybody may hear, whoever asks', async () => {
    expect((await script('study-unit', 'secretary')).status).toBe(404);
    await act(district, 'clerk', 'candidate', 'WithdrawItem', { reason: '内容有误', inError: true });
    expect((await script('candidate')).status).toBe(404);
  });
});
