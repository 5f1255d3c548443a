import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shoot, startBrowser, violations, visit } from './support/browser.ts';
import { act, bring, content, SCHOOL, sampleDistrict } from './support/fixture.ts';
import type { MemoryDistrict } from './support/memory-district.ts';
import { type ServedSite, serveSite } from './support/serve.ts';

const SCREEN = `/display/${SCHOOL}`;
const NOTICE = '关于确定周启明同志为发展对象的公示';

describe('the screen on the wall', () => {
  let browser: Browser;
  let district: MemoryDistrict;
  let site: ServedSite;

  beforeAll(async () => {
    [browser, district] = await Promise.all([startBrowser(), sampleDistrict()]);
    site = await serveSite(district);
  });
  afterAll(() => Promise.all([browser?.close(), site?.close()]));

  /** A screen under a clock that the test moves. */
  async function hang(width = 1920, height = 1080): Promise<Page> {
    const context = await visit(browser, site.url, { width, height });
    const page = await context.newPage();
    await page.clock.install({ time: new Date(district.now) });
    await page.goto(SCREEN);
    return page;
  }

  const titles = (page: Page): Promise<string[]> => page.locator('.slide h2').allTextContents();
  const shown = (page: Page): Promise<string> => page.locator('.slide.now h2').textContent().then(String);

  it('shows one notice at a time without log-in, each with its QR code, and goes round', async () => {
    const page = await hang();
    expect(await page.locator('.slide:visible').count()).toBe(1);
    const seen = new Set<string>();
    for (let step = 0; step < 12; step += 1) {
      seen.add(await shown(page));
      await page.clock.runFor(46_000);
    }
    expect([...seen].sort()).toEqual((await titles(page)).toSorted());
    expect(await page.locator('.slide.now svg[role=img]').isVisible()).toBe(true);
    await page.context().close();
  });

  it('is readable on every wall', async () => {
    for (const [width, height] of [
      [1280, 720],
      [1920, 1080],
      [3840, 2160],
      [1080, 1920],
      [360, 640],
    ] as const) {
      const page = await hang(width, height);
      await shoot(page, `display-${width}x${height}`, false);
      expect(await violations(page), `${width} × ${height}`).toEqual([]);
      await page.context().close();
    }
  });

  it('keeps up what it has while the network is gone, says so, and drops what was withdrawn once it is back', async () => {
    await bring(district, 'wrong', content({ title: '内容有误的公开事项' }), 'approved');
    const page = await hang();
    expect(await titles(page)).toContain('内容有误的公开事项');

    site.cut = true;
    await page.clock.runFor(60_000);
    expect(await titles(page)).toContain('内容有误的公开事项');
    expect(await page.locator('.slide.now').isVisible()).toBe(true);
    await expect.poll(() => page.locator('#network').textContent()).toContain('网络暂时中断');
    await shoot(page, 'display-offline', false);

    await act(district, 'clerk', 'wrong', 'WithdrawItem', { reason: '数字有误。', inError: true });
    site.cut = false;
    await page.clock.runFor(16_000);
    await expect.poll(() => titles(page)).not.toContain('内容有误的公开事项');
    await expect.poll(() => page.locator('#network').textContent()).toBe('');
    await page.context().close();
  });

  it('takes up what has been released since, without being loaded again', async () => {
    const page = await hang();
    await page.evaluate('window.stillTheSame = true');
    await bring(district, 'fresh', content({ title: '新近公开的事项' }), 'approved');
    await page.clock.runFor(16_000);
    await expect.poll(() => titles(page)).toContain('新近公开的事项');
    expect(await page.evaluate('window.stillTheSame')).toBe(true);
    await page.context().close();
  });

  it('turns the pages of a long text, and never cuts a line', async () => {
    const sentences = Array.from({ length: 120 }, (_, at) => `第${at + 1}句说明本次公开的具体情况。`);
    const text = sentences.join('').replaceAll('0句', '0句\n\n');
    await bring(district, 'long', content({ title: '正文很长的事项', text }), 'approved');
    const page = await hang(1280, 720);
    while ((await shown(page)) !== '正文很长的事项') await page.clock.runFor(1_000);
    const visible = () =>
      page.evaluate<{ text: string; cut: number }>(`(() => {
        const box = document.querySelector('.slide.now .text');
        const frame = box.getBoundingClientRect();
        const range = document.createRange();
        const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
        const lines = [];
        while (walker.nextNode()) {
          range.selectNodeContents(walker.currentNode);
          lines.push(...range.getClientRects());
        }
        const crosses = (line, edge) => line.top < edge - 1 && line.bottom > edge + 1;
        return {
          text: document.getElementById('place').textContent,
          cut: lines.filter((line) => crosses(line, frame.top) || crosses(line, frame.bottom)).length,
        };
      })()`);
    const pages = Number(/第 1\/(\d+) 页/.exec((await visible()).text)?.[1]);
    expect(pages).toBeGreaterThan(1);
    for (let number = 1; number <= pages; number += 1) {
      const now = await visible();
      expect(now.text).toContain(`第 ${number}/${pages} 页`);
      expect(now.cut, `page ${number}`).toBe(0);
      if (number === 1) await shoot(page, 'display-long', false);
      const place = now.text;
      while ((await visible()).text === place) await page.clock.runFor(1_000);
    }
    expect(await shown(page)).not.toBe('正文很长的事项');
    await page.context().close();
  });

  it('takes a 公示 down by itself at the end of its period, even without a network', async () => {
    const page = await hang();
    expect(await titles(page)).toContain(NOTICE);
    site.cut = true;
    await page.clock.fastForward(10 * 86_400_000);
    await page.clock.runFor(2_000);
    await expect.poll(() => titles(page)).not.toContain(NOTICE);
    site.cut = false;
    await page.context().close();
  });

  it('answers an unchanged board with 304 and never with anything that is not public', async () => {
    const first = await fetch(`${site.url}${SCREEN}/items.json`);
    const items = (await first.json()) as { id: string; title: string }[];
    expect(items.map(({ id }) => id)).not.toContain('study-unit');
    expect(JSON.stringify(items)).not.toContain('三会一课');
    const tag = first.headers.get('etag') ?? '';
    const again = await fetch(`${site.url}${SCREEN}/items.json`, { headers: { 'if-none-match': tag } });
    expect(again.status).toBe(304);
    const head = await fetch(`${site.url}${SCREEN}`, { method: 'HEAD' });
    expect(head.status).toBe(200);
  });
});
