import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNoSidewaysScroll, shoot, startBrowser, violations, visit } from './support/browser.ts';
import { BUSY, dutyDistrict } from './support/duties.ts';
import { ADMINISTRATOR, DISTRICT } from './support/memory-district.ts';
import { type ServedSite, serveSite } from './support/serve.ts';

const OVERVIEW = `/desk/o/${DISTRICT}/overview`;
const office = { token: `${ADMINISTRATOR}~赵启明` };
const director = { token: `director-of-${BUSY}~李文静` };

describe('what is owed', () => {
  let browser: Browser;
  let site: ServedSite;

  beforeAll(async () => {
    [browser, site] = await Promise.all([startBrowser(), dutyDistrict().then((each) => serveSite(each))]);
  });
  afterAll(() => Promise.all([browser?.close(), site?.close()]));

  it.each([
    ['overview', OVERVIEW, office],
    ['overview-narrow', `${OVERVIEW}?status=overdue&class=${encodeURIComponent('党的组织建设情况')}`, office],
    ['overview-empty', `${OVERVIEW}?period=2024Q1`, office],
    ['bulletin', `${OVERVIEW}/bulletin`, office],
    ['duties', `/desk/o/${BUSY}/duties`, director],
  ] as const)(
    '%s passes axe and fits, from a phone to a wall',
    async (name, path, who) => {
      const context = await visit(browser, site.url, who);
      const page = await context.newPage();
      await page.goto(path);
      for (const width of [360, 1280, 3840]) {
        await page.setViewportSize({ width, height: 1000 });
        await shoot(page, `${name}-${width}`, width < 3840);
        await expectNoSidewaysScroll(page);
        if (width === 360) expect(await violations(page)).toEqual([]);
      }
      await context.close();
    },
    90_000,
  );

  it('passes axe in high contrast and in the largest text', async () => {
    const context = await visit(browser, site.url, { ...office, width: 360 });
    const cookies = { gongkai_size: 'larger', gongkai_contrast: 'high' };
    await context.addCookies(
      Object.entries(cookies).map(([name, value]) => ({ name, value, url: site.url })),
    );
    const page = await context.newPage();
    for (const path of [OVERVIEW, `/desk/o/${BUSY}/duties`]) {
      await page.goto(path);
      expect(await violations(page), path).toEqual([]);
      await expectNoSidewaysScroll(page);
    }
    await shoot(page, 'duties-larger-contrast-360', false);
    await context.close();
  });

  it('filters and leads to the school without JavaScript, and the table is reached by keyboard', async () => {
    const context = await visit(browser, site.url, { ...office, javaScript: false });
    const page = await context.newPage();
    await page.goto(OVERVIEW);
    await page.getByLabel('状态').selectOption({ label: '逾期' });
    await page.getByRole('button', { name: '查看' }).click();
    expect(new URL(page.url()).searchParams.get('status')).toBe('overdue');
    const table = page.getByRole('region', { name: '各单位公开情况表' });
    expect(await table.getByRole('row', { name: /滨湖第一中学/ }).count()).toBe(0);
    await table.focus();
    expect(await table.evaluate('document.activeElement.classList.contains("heat-scroll")')).toBe(true);
    await table.getByRole('link', { name: '东方小学党支部' }).click();
    expect(new URL(page.url()).pathname).toBe(`/desk/o/${BUSY}/duties`);
    const owed = page.locator('.catalogue tbody tr:not(.class)');
    expect(await owed.count()).toBe(2);
    await context.close();
  });

  it('prints the overview on its side, without what is to be clicked', async () => {
    const context = await visit(browser, site.url, office);
    const page = await context.newPage();
    await page.goto(OVERVIEW);
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['.aids', '.filters', '.exports'])
      await expect.poll(() => page.locator(hidden).first().isVisible(), { message: hidden }).toBe(false);
    await shoot(page, 'overview-print');
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const [, , , width, height] =
      /MediaBox \[([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+)\]/.exec(pdf)?.map(Number) ?? [];
    expect(width).toBeGreaterThan(height ?? 0);
    await context.close();
  });
});
