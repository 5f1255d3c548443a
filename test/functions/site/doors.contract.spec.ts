import { beforeAll, describe, expect, it } from 'vitest';
import { SCHOOL, sampleDistrict, tokenOf } from '../../browser/support/fixture.ts';
import type { MemoryDistrict } from '../../browser/support/memory-district.ts';
import { codeIn, workIn } from './opinion-forms.ts';
import { Site } from './support.ts';

const DESK = `/desk/o/${SCHOOL}`;

describe('the doors of the site', () => {
  let district: MemoryDistrict;
  let site: Site;

  beforeAll(async () => {
    district = await sampleDistrict();
    site = new Site(district);
  });

  const policyOf = async (path: string) =>
    (await site.ask(path, { token: tokenOf('clerk') })).headers.get('content-security-policy') ?? '';

  it('allow nothing that is not ours, and no frame round a desk', async () => {
    const policy = await policyOf('/desk');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("style-src 'self'");
    expect(policy).toContain("form-action 'self'");
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("frame-ancestors 'none'");
    expect(await policyOf(`/o/${SCHOOL}`)).toContain("frame-ancestors 'self'");
    expect(await policyOf(`/display/${SCHOOL}`)).toContain('frame-ancestors *');
  });

  it('let a school frame its board, when it is told so', async () => {
    const services = district.services('https://gongkai.example.edu.cn');
    const settings = { ...services.settings, boardFrameAncestors: "'self' https://www.example.edu.cn" };
    const response = await new Site(district, { settings }).ask(`/o/${SCHOOL}`);
    expect(response.headers.get('content-security-policy')).toContain(
      "frame-ancestors 'self' https://www.example.edu.cn",
    );
    expect(response.headers.has('x-frame-options')).toBe(false);
  });

  it('hold no inline script, handler or style', async () => {
    for (const path of [
      '/',
      `/o/${SCHOOL}`,
      `/o/${SCHOOL}/items/candidate`,
      '/desk',
      `${DESK}/propose/b-10`,
    ]) {
      const text = await site.text(path, { token: tokenOf('clerk') });
      expect(text).not.toMatch(/<style|<script(?![^>]*src=)|\son\w+=|\sstyle=|javascript:/);
    }
  });

  it('keep style and script for ever, and pages never in a shared cache', async () => {
    const page = await site.ask('/');
    expect(page.headers.get('cache-control')).toBe('private, no-cache');
    const assets = (await page.text()).match(/\/assets\/[0-9a-f]+\.(css|js|svg)/g) ?? [];
    expect(assets).toHaveLength(3);
    for (const path of assets) {
      const asset = await site.ask(path);
      expect(asset.status).toBe(200);
      expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    }
    expect((await site.ask('/assets/0000.css')).status).toBe(404);
  });

  it('take forms from our own pages only', async () => {
    const form = { size: 'large', next: '/' };
    for (const origin of ['https://evil.example', 'null', 'https://gongkai.example.edu.cn.evil.example']) {
      const foreign = await site.ask('/settings', { form, headers: { origin } });
      expect(foreign.status).toBe(403);
      expect(foreign.headers.has('set-cookie')).toBe(false);
    }
    const own = await site.ask('/settings', { form });
    expect(own.status).toBe(303);
    expect(own.headers.get('set-cookie')).toContain('gongkai_size=large');
  });

  it('lead nobody elsewhere', async () => {
    const answer = await site.ask('/settings', { form: { size: 'large', next: '//evil.example' } });
    expect(answer.headers.get('location')).toBe('/');
  });

  it('ask strangers to sign in where there is something to do, and bring them back', async () => {
    const answer = await site.ask(`${DESK}/items/vacation?x=1`);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(
      `/login?next=${encodeURIComponent(`${DESK}/items/vacation?x=1`)}`,
    );
    const post = await site.ask(`${DESK}/items/vacation/approve`, { form: { command: 'some-command-1' } });
    expect(post.status).toBe(401);
    expect(await post.text()).toContain('登录已过期');
  });

  it('do not tell those who do not work there that anything is there', async () => {
    for (const who of ['teacher', 'member'] as const) {
      for (const item of ['vacation', 'no-such-item']) {
        const answer = await site.ask(`${DESK}/items/${item}`, { token: tokenOf(who) });
        expect(answer.status).toBe(404);
        expect(await answer.text()).toContain('没有找到，或您无权查看。');
      }
    }
  });

  it.each(['', '/about'])('treat a forged token as no token: /o/:org%s', async (page) => {
    const answer = await site.ask(`/o/${SCHOOL}${page}`, { token: 'forged' });
    expect(answer.status).toBe(200);
    expect(await answer.text()).not.toContain('三会一课');
    expect(answer.headers.get('set-cookie')).toMatch(/gongkai_token=;.*Max-Age=0/);
  });

  it('answer addresses, methods and cursors that are not there with a page and a way out', async () => {
    for (const [path, method, status] of [
      ['/nowhere', 'GET', 404],
      ['/o/NOT-AN-ID', 'GET', 404],
      ['/o/no-such-school', 'GET', 404],
      [`/o/${SCHOOL}?after=made-up`, 'GET', 400],
      [`/display/no-such-school`, 'GET', 404],
      [`/display/${SCHOOL}/no-such-display`, 'GET', 404],
    ] as const) {
      const answer = await site.ask(path, { method });
      expect(answer.status, `${method} ${path}`).toBe(status);
      expect(await answer.text(), path).toContain('返回首页');
    }
  });

  it('take no other method than those there are', async () => {
    const answer = await site.ask(`/o/${SCHOOL}`, {
      method: 'DELETE',
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET, HEAD');
  });

  it('one form is one command, however often it is sent', async () => {
    const form = {
      ...workIn(await site.text(`/o/${SCHOOL}/items/candidate`)),
      text: '建议公示时间再长一些。',
      speaker: 'parent',
      signed: 'anonymous',
    };
    const path = `/o/${SCHOOL}/items/candidate/opinions`;
    const [first, second] = [await site.ask(path, { form }), await site.ask(path, { form })];
    expect([first.status, second.status]).toEqual([200, 200]);
    const code = codeIn(await first.text());
    expect(code).not.toBe('');
    expect(codeIn(await second.text())).toBe(code);
    const other = await site.ask(path, { form: { ...form, text: '另一条意见。' } });
    expect(other.status).toBe(422);
    expect(await other.text()).toContain('另一条意见。');
  });

  it('take no opinion on what the speaker may not see', async () => {
    const form = { command: 'leave-once-0002', text: '试探。', speaker: 'parent', signed: 'anonymous' };
    const statuses = await Promise.all(
      ['study-unit', 'draft-q4', 'no-such-item'].map(
        async (item) => (await site.ask(`/o/${SCHOOL}/items/${item}/opinions`, { form })).status,
      ),
    );
    expect(statuses).toEqual([404, 404, 404]);
  });

  it('show what was typed as it was typed, never as markup', async () => {
    const text = '<script>alert(1)</script>"><img src=x onerror=alert(1)>';
    const form = { command: 'short', text, speaker: 'parent', signed: 'signed', 'from.name': text };
    const answer = await site.text(`/o/${SCHOOL}/items/candidate/opinions`, { form });
    expect(answer).not.toContain('<script>alert');
    expect(answer).not.toContain('<img src=x');
    expect(answer).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('tell somebody who was overtaken, and let them insist', async () => {
    const token = tokenOf('clerk');
    const path = `${DESK}/items/draft-q4/submit`;
    const stale = await site.ask(path, { token, form: { command: 'submit-stale-1', version: '9' } });
    expect(stale.status).toBe(422);
    const text = await stale.text();
    expect(text).toContain('内容已被他人更新');
    expect(text).toContain('name="version" value="1"');
  });

  it('say that something failed, with a number to quote, and nothing of what it was', async () => {
    const fail = () => Promise.reject(new Error('secret detail'));
    const broken = { showings: fail, districtBoard: fail } as never;
    const answer = await new Site(district, { readings: broken }).ask('/');
    expect(answer.status).toBe(500);
    const text = await answer.text();
    expect(text).toContain('求助时请提供编号：site-test');
    expect(text).not.toContain('secret detail');
  });
});
