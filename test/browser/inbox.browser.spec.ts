import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNoSidewaysScroll, shoot, startBrowser, violations, visit } from './support/browser.ts';
import { ADMINISTRATOR, DISTRICT } from './support/memory-district.ts';
import { DIRECTOR, reminderDistrict } from './support/reminders.ts';
import { type ServedSite, serveSite } from './support/serve.ts';

const INBOX = '/desk/reminders';
const director = { token: `${DIRECTOR}~李文静` };
const office = { token: `${ADMINISTRATOR}~赵启明` };
const newcomer = { token: 'xu-lin~徐琳' };

describe('what people were told', () => {
  let browser: Browser;
  let site: ServedSite;

  beforeAll(async () => {
    [browser, site] = await Promise.all([startBrowser(), reminderDistrict().then((each) => serveSite(each))]);
  });
  afterAll(() => Promise.all([browser?.close(), site?.close()]));

  it.each([
    ['inbox', INBOX, director],
    ['inbox-office', INBOX, office],
    ['inbox-empty', INBOX, newcomer],
    ['robots', `/desk/o/${DISTRICT}/robots`, office],
    ['robots-none', `/desk/o/dongfang/robots`, director],
  ] as const)(
    '%s passes axe and fits, on a phone and on a desk',
    async (name, path, who) => {
      const context = await visit(browser, site.url, who);
      const page = await context.newPage();
      await page.goto(path);
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 1000 });
        await shoot(page, `${name}-${width}`);
        await expectNoSidewaysScroll(page);
        expect(await violations(page)).toEqual([]);
      }
      await context.close();
    },
    90_000,
  );

  it('is acknowledged and marked as read without JavaScript', async () => {
    const context = await visit(browser, site.url, { ...director, javaScript: false, width: 360 });
    const page = await context.newPage();
    await page.goto(INBOX);
    const acknowledge = page.getByRole('button', { name: /知道了，正在办理/ });
    const offered = await acknowledge.count();
    expect(offered).toBeGreaterThan(1);
    await acknowledge.first().click();
    expect(await page.getByText('✓ 已确认知悉').count()).toBe(1);
    expect(await acknowledge.count()).toBe(offered - 1);
    await page
      .getByRole('button', { name: /标为已读/ })
      .first()
      .click();
    expect(await page.getByText('✓ 已读').count()).toBe(1);
    await context.close();
  });
});
