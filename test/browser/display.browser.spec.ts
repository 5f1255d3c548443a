import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOf, endOfDay } from '../../domain/kernel/time.ts';
import { DisplayTokens } from '../../functions/adapters/display-tokens.ts';
import { chineseDate } from '../../functions/site/dates.ts';
import { readCode } from '../support/qr.ts';
import { expectNoSidewaysScroll, shoot, startBrowser, violations, visit } from './support/browser.ts';
import { act, bring, content, SCHOOL, sampleDistrict, tokenOf } from './support/fixture.ts';
import { DISTRICT, type MemoryDistrict } from './support/memory-district.ts';
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
  async function hang(width = 1920, height = 1080, address = SCREEN): Promise<Page> {
    const context = await visit(browser, site.url, { width, height });
    const page = await context.newPage();
    await page.clock.install({ time: new Date(district.now) });
    await page.goto(address);
    return page;
  }

  const titles = (page: Page): Promise<string[]> => page.locator('.slide h2').allTextContents();
  const shown = (page: Page): Promise<string> => page.locator('.slide.now h2').textContent().then(String);

  it('shows one notice at a time without log-in, each with its QR code, and goes round', async () => {
    const page = await hang();
    expect(await page.locator('.slide:visible').count()).toBe(1);
    const seen = new Set<string>();
    const all = (await titles(page)).toSorted();
    for (let step = 0; step < 60 && seen.size < all.length; step += 1) {
      seen.add(await shown(page));
      await page.clock.runFor(8_000);
    }
    expect([...seen].sort()).toEqual(all);
    const first = await shown(page);
    await page.clock.runFor(10 * 60_000);
    expect(all).toContain(first);
    expect(await shown(page)).not.toBe('');
    await page.context().close();
  });

  it('has a code for the item and one for its opinion form, and both lead there', async () => {
    const page = await hang();
    const codes = page.locator('.slide.now .code img');
    expect(await codes.count()).toBe(2);
    const targets = await Promise.all([0, 1].map(async (at) => readCode(await codes.nth(at).screenshot())));
    const id = await page.locator('.slide.now').getAttribute('data-id');
    expect(targets).toEqual([
      `${site.url}/o/${SCHOOL}/items/${id}`,
      `${site.url}/o/${SCHOOL}/items/${id}#opinions`,
    ]);
    await page.goto(targets[1] ?? '');
    expect(await page.locator('#opinions textarea').isVisible()).toBe(true);
    await page.context().close();
  });

  it('works in a browser that has nothing newer than the oldest one it is for', async () => {
    const context = await visit(browser, site.url, { width: 1024, height: 600 });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.clock.install({ time: new Date(district.now) });
    await page.goto(`${SCREEN}?mode=touch`);
    await page.evaluate(`(() => {
      delete window.fetch;
      for (const name of ['closest', 'append', 'prepend', 'after', 'before', 'replaceWith', 'replaceChildren'])
        delete Element.prototype[name];
      delete NodeList.prototype.forEach;
      delete DOMTokenList.prototype.replace;
      for (const name of ['URL', 'URLSearchParams', 'IntersectionObserver', 'ResizeObserver', 'AbortController'])
        delete window[name];
    })()`);
    await bring(district, 'later', content({ title: '旧屏幕也会换上的事项' }), 'approved');
    await page.clock.runFor(16_000);
    await expect.poll(() => titles(page)).toContain('旧屏幕也会换上的事项');
    await page.locator('#to-list').click();
    await page.getByText('旧屏幕也会换上的事项').first().click();
    expect(await shown(page)).toBe('旧屏幕也会换上的事项');
    expect(errors).toEqual([]);
    await context.close();
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

  it('is readable in every mode, and in all of them at once', async () => {
    for (const [width, height, mode] of [
      [1920, 1080, 'elder'],
      [1080, 1920, 'touch,elder'],
      [3840, 2160, 'touch,elder,contrast'],
      [360, 640, 'touch,contrast'],
    ] as const) {
      const page = await hang(width, height, `${SCREEN}?mode=${mode}`);
      const place = `${mode} at ${width} × ${height}`;
      await shoot(page, `display-${mode.replaceAll(',', '-')}-${width}x${height}`, false);
      expect(await violations(page), place).toEqual([]);
      if (mode.includes('contrast')) expect(await weakContrasts(page), place).toEqual([]);
      if (mode.includes('elder')) expect(await linesAndParagraphs(page), place).toBe(true);
      if (mode.includes('touch')) {
        await page.locator('#to-list').click();
        await shoot(page, `display-list-${mode.replaceAll(',', '-')}-${width}x${height}`, false);
        expect(await violations(page), `${place}, list`).toEqual([]);
        if (mode.includes('contrast')) expect(await weakContrasts(page), `${place}, list`).toEqual([]);
        for (const target of await page.locator('.controls button:visible, .choice').all()) {
          const box = await target.boundingBox();
          expect(box?.height, place).toBeGreaterThanOrEqual(48 * Math.max(1, Math.min(width, height) / 1080));
        }
      }
      await page.context().close();
    }
  });

  it('lets people choose what they read, and goes round again by itself once it is left alone [JX-18]', async () => {
    const page = await hang(1080, 1920, `${SCREEN}?mode=touch`);
    const isListed = () => page.locator('#list').isVisible();
    const round = page.locator('#to-round');
    expect(await round.isVisible()).toBe(false);
    await page.locator('#to-list').click();
    expect(await isListed()).toBe(true);
    expect(await page.locator('.choice span').allTextContents()).toEqual(await titles(page));
    for (const target of await page.locator('.controls button:visible, .choice').all()) {
      expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(48);
    }

    await page.locator('.choice', { hasText: '操场塑胶跑道' }).click();
    expect([await isListed(), await shown(page)]).toEqual([false, '操场塑胶跑道改造工程进展情况']);
    await page.clock.runFor(50_000);
    expect(await shown(page)).toBe('操场塑胶跑道改造工程进展情况');
    await page.locator('.slide.now').click();
    await page.clock.runFor(50_000);
    expect(await shown(page)).toBe('操场塑胶跑道改造工程进展情况');
    await page.clock.runFor(11_000);
    expect(await round.isVisible()).toBe(false);
    await page.clock.runFor(60_000);
    expect(await shown(page)).not.toBe('操场塑胶跑道改造工程进展情况');

    await page.locator('#to-list').focus();
    await page.keyboard.press('Enter');
    expect(await isListed()).toBe(true);
    await page.clock.runFor(61_000);
    expect([await isListed(), await page.locator('.slide.now').isVisible()]).toEqual([false, true]);

    const before = await page.locator('#place').textContent();
    await page.locator('#on').click();
    const after = await page.locator('#place').textContent();
    expect(after).not.toBe(before);
    await page.locator('#back').click();
    expect(await page.locator('#place').textContent()).toBe(before);
    await page.context().close();
    const radio = await fetch(`${site.url}/o/${SCHOOL}/items/playground/script.txt`);
    expect(radio.headers.get('content-type')).toContain('text/plain');
    expect(await radio.text()).toContain('操场塑胶跑道');
  });

  it('takes away what somebody is just reading when it is withdrawn, and offers the rest', async () => {
    await bring(district, 'mistaken', content({ title: '正在被阅读的事项' }), 'approved');
    const page = await hang(1920, 1080, `${SCREEN}?mode=touch`);
    await page.locator('#to-list').click();
    await page.locator('.choice', { hasText: '正在被阅读的事项' }).click();
    await act(district, 'clerk', 'mistaken', 'WithdrawItem', { reason: '内容有误。', inError: true });
    await page.clock.runFor(16_000);
    await expect.poll(() => page.locator('#list').isVisible()).toBe(true);
    expect(await page.content()).not.toContain('正在被阅读的事项');
    await page.context().close();
  });

  it('turns the date at midnight in Shanghai, wherever its own clock stands', async () => {
    const page = await hang();
    const today = await page.locator('#date').textContent();
    expect(today).toContain(chineseDate(district.now));
    site.cut = true;
    const midnight = Date.parse(endOfDay(dayOf(district.now)));
    await page.clock.fastForward(midnight - district.time - 5_000);
    await page.clock.runFor(1_000);
    expect(await page.locator('#date').textContent()).toBe(today);
    await page.clock.runFor(5_000);
    await expect.poll(() => page.locator('#time').textContent()).toBe('00:00');
    expect(await page.locator('#date').textContent()).not.toBe(today);
    site.cut = false;
    await page.context().close();
  });

  it('says that it is there and what it shows, when it is the screen itself', async () => {
    const token = new DisplayTokens('district-key-'.repeat(4)).token(SCHOOL, 'corridor', 1);
    const page = await hang(1920, 1080, `/display/${SCHOOL}/corridor?token=${token}`);
    const beats: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') beats.push(`${new URL(request.url()).pathname} ${request.postData()}`);
    });
    await page.clock.runFor(16_000);
    await expect.poll(() => beats.length).toBe(1);
    const revision = await page.locator('#revision').textContent();
    expect(beats[0]).toMatch(new RegExp(`^/display/${SCHOOL}/corridor/seen {"shown":"\\\\"${revision}`));
    for (let quarter = 0; quarter < 18; quarter += 1) await page.clock.runFor(15_000);
    expect(beats).toHaveLength(1);
    for (let quarter = 0; quarter < 4; quarter += 1) {
      await page.clock.runFor(15_000);
      await page.waitForTimeout(20);
    }
    await expect.poll(() => beats.length).toBe(2);
    await page.context().close();
  });

  it('takes up a new release of its own script once the network is there', async () => {
    const page = await hang();
    await page.evaluate('window.stillTheSame = true');
    await page.route(`**${SCREEN}`, async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        body: (await response.text()).replace('.js" defer', '.js?next" defer'),
      });
    });
    await bring(district, 'with-release', content({ title: '随新版本公开的事项' }), 'approved');
    await page.clock.runFor(16_000);
    await expect.poll(() => page.evaluate('window.stillTheSame')).toBeUndefined();
    await expect.poll(() => titles(page)).toContain('随新版本公开的事项');
    await page.context().close();
  });

  it('shows one part of a notice, with its codes, without a script', async () => {
    const context = await visit(browser, site.url, { width: 1920, height: 1080, javaScript: false });
    const page = await context.newPage();
    await page.goto(`${SCREEN}?show=0`);
    await shoot(page, 'display-still', false);
    expect(await page.locator('.slide').count()).toBe(1);
    expect(await page.locator('.code img').first().isVisible()).toBe(true);
    await context.close();
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
    while ((await shown(page)) !== '正文很长的事项') await page.clock.runFor(4_000);
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
      while ((await visible()).text === place) await page.clock.runFor(4_000);
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

  it('is missed at the desk of its school and of the district once it is dark', async () => {
    district.time = Date.parse('2026-12-08T10:00:00.000+08:00');
    for (const [who, organisation] of [
      ['clerk', SCHOOL],
      ['administrator', DISTRICT],
    ] as const) {
      for (const width of [1280, 360]) {
        const context = await visit(browser, site.url, { token: tokenOf(who), width });
        const page = await context.newPage();
        await page.goto(`/desk/o/${organisation}/screens`);
        expect(await page.locator('#corridor').textContent()).toContain('✕ 黑屏');
        await shoot(page, `screens-${who}-${width}`);
        expect(await violations(page)).toEqual([]);
        await expectNoSidewaysScroll(page);
        await context.close();
      }
    }
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

/** Text under 7 : 1, large text under 4.5 : 1 (WCAG 2.2, 1.4.6). */
async function weakContrasts(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withRules(['color-contrast-enhanced'])
    .analyze();
  return found.flatMap(({ nodes }) => nodes.map(({ target }) => target.join(' ')));
}

/** Lines at least 1.3 times the type apart, paragraphs at least 1.3 times the lines (适老化通用设计规范). */
const linesAndParagraphs = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>(`[...document.querySelectorAll('.slide .text p')].every((paragraph) => {
    const style = getComputedStyle(paragraph);
    const line = parseFloat(style.lineHeight);
    return line >= 1.3 * parseFloat(style.fontSize) && parseFloat(style.marginBottom) >= 1.3 * line - 0.5;
  })`);
