import { beforeAll, describe, expect, it } from 'vitest';
import { DISPLAY_TOKEN, SCHOOL, sampleDistrict, tokenOf, type Who } from '../../browser/support/fixture.ts';
import type { MemoryDistrict } from '../../browser/support/memory-district.ts';
import { Site } from './support.ts';

const GATE = `/desk/o/${SCHOOL}/displays/gate`;
const HALL = `/desk/o/${SCHOOL}/displays/hall`;
let district: MemoryDistrict;
let site: Site;
/** What went out since the last look: type of each message, by path of the receiver. */
const sent: { path: string; type: string; id: string; body: string }[] = [];

beforeAll(async () => {
  district = await sampleDistrict();
  site = new Site(district);
  const { answer } = district;
  district.answer = (webhook) => {
    const { type, data } = JSON.parse(webhook.body);
    const id = webhook.headers['webhook-id'] ?? '';
    sent.push({ path: new URL(webhook.url).pathname, type, id, body: webhook.body });
    if (type === 'display.challenge') return { status: 200, excerpt: data.challenge };
    return type === 'notice.test' ? { status: 200, excerpt: '<b>ok</b>' } : answer(webhook);
  };
});

const key = () => crypto.randomUUID();
const press = async (path: string, form: Record<string, string> = {}, who: Who = 'director') => {
  sent.length = 0;
  return site.ask(path, { token: tokenOf(who), form: { command: key(), ...form } });
};
const look = (path: string, who: Who = 'director') => site.text(path, { token: tokenOf(who) });
const logOf = (text: string) => text.slice(text.indexOf('id="log"'));

describe('one display, for those who look after it', () => {
  it('shows every message it was sent, and never its address in full', async () => {
    const text = await look(GATE);
    expect(logOf(text)).toMatch(/通知（公开）.*✓ HTTP 204/s);
    expect(text).toContain('https://screens.example.edu.cn');
    expect(text).not.toContain(DISPLAY_TOKEN);
  });

  it('filters its log by result, kind, notice and time', async () => {
    expect(logOf(await look(`${GATE}?outcome=failed`))).not.toContain('✓ HTTP 204');
    expect(logOf(await look(`${GATE}?kind=notice&type=notice.released`))).toContain('✓ HTTP 204');
    expect(logOf(await look(`${GATE}?type=notice.withdrawn`))).toContain('没有符合条件的记录');
    expect(logOf(await look(`${GATE}?since=2030-01-01T00:00`))).toContain('没有符合条件的记录');
    expect((await site.ask(`${GATE}?kind=nonsense`, { token: tokenOf('director') })).status).toBe(400);
  });

  it('is sent a test that is no notice, and its result is there to see', async () => {
    const answer = await press(`${GATE}/test`);
    expect(answer.status).toBe(303);
    expect(sent.map(({ type }) => type)).toEqual(['notice.test']);
    expect(JSON.parse(sent[0]?.body ?? '').data).toMatchObject({ test: true, status: 'test' });
    const text = await look(GATE);
    expect(text).toMatch(/最近一次测试.*HTTP 200/s);
    expect(logOf(text)).toContain('&lt;b&gt;ok&lt;/b&gt;');
  });

  it('is asked for a challenge, and marked once that came back', async () => {
    expect(await look(GATE)).toContain('⚠ 未验证');
    await press(`${GATE}/verify`);
    expect(sent.map(({ type }) => type)).toEqual(['display.challenge']);
    expect(await look(GATE)).toContain('✓ 已验证');
    // What was said back is known; it is not kept.
    expect(await look(GATE)).not.toContain(JSON.parse(sent[0]?.body ?? '').data.challenge);
  });

  it('is sent one notice, a time, or all on show again, each under its own id', async () => {
    const item = /name="item" value="([^"]+)"/.exec(await look(GATE))?.[1] ?? '';
    await press(`${GATE}/resend`, { item });
    expect(sent).toHaveLength(1);
    const [one] = sent;
    await press(`${GATE}/resync`);
    const all = [...sent];
    expect(all.length).toBeGreaterThan(1);
    expect(all).toContainEqual(one);
    await press(`${GATE}/resend-range`, { since: '2020-01-01T00:00', until: '', status: 'succeeded' });
    expect(sent.map(({ id }) => id)).toEqual(expect.arrayContaining(all.map(({ id }) => id)));
    expect(logOf(await look(`${GATE}?kind=resend`))).toContain('重发（公开）');
  });

  it('takes them also while it is switched off, without being judged by them', async () => {
    const before = await look(HALL);
    expect(before).toContain('✕ 已停用');
    await press(`${HALL}/resync`);
    expect(sent.length).toBeGreaterThan(0);
    expect(await look(HALL)).toContain('✕ 已停用');
  });

  it('says what is wrong with a range, beside the field', async () => {
    const backwards = await press(`${GATE}/resend-range`, {
      since: '2026-01-02T00:00',
      until: '2026-01-01T00:00',
    });
    expect(backwards.status).toBe(422);
    expect(await backwards.text()).toContain('结束时间不能早于开始时间');
    expect((await press(`${GATE}/resend-range`, { since: '' })).status).toBe(422);
    expect((await press(`${GATE}/nonsense`)).status).toBe(404);
    expect((await press(`${GATE}/resend`, { item: 'no-such-item' })).status).toBe(404);
    expect(sent).toEqual([]);
  });

  it('is there for officials, its buttons for those who keep displays', async () => {
    const statusFor = async (who?: Who) => (await site.ask(GATE, who ? { token: tokenOf(who) } : {})).status;
    expect(await statusFor()).toBe(303);
    expect(await statusFor('teacher')).toBe(404);
    expect(await statusFor('clerk')).toBe(200);
    expect((await press(`${GATE}/resync`, {}, 'teacher')).status).toBe(404);
    expect(sent).toEqual([]);
    expect((await site.ask(`${GATE.slice(0, -4)}nobody`, { token: tokenOf('clerk') })).status).toBe(404);
  });
});
