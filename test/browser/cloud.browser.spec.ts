import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cloud, startCloud } from '../../infra/local/cloud.ts';
import {
  loadSample,
  personas,
  SAMPLE_ADMINISTRATOR,
  SAMPLE_DISTRICT,
} from '../../infra/local/sample/sample.ts';
import { shoot, startBrowser, violations, visit } from './support/browser.ts';

const TITLE = '食堂大宗食材供应单位遴选结果';

describe('the sample district on the local cloud', () => {
  let browser: Browser;
  let cloud: Cloud;

  beforeAll(async () => {
    browser = await startBrowser();
    cloud = await startCloud({
      state: 'memory',
      concurrency: 3,
      personas,
      parameters: { DistrictId: SAMPLE_DISTRICT, DistrictAdministrator: SAMPLE_ADMINISTRATOR },
    });
    const { url } = cloud;
    await loadSample({ url, tokenFor: (sub) => cloud.tokenFor(sub), now: new Date().toISOString() });
    await cloud.idle();
  });
  afterAll(async () => {
    await browser?.close();
    await cloud?.stop();
  });

  /** Signs in by picking somebody on the provider's page. */
  async function signedIn(name: string, path: string): Promise<Page> {
    const context = await visit(browser, cloud.url);
    const page = await context.newPage();
    await page.goto(`/login?next=${encodeURIComponent(path)}`);
    await page.getByRole('button', { name: new RegExp(name) }).click();
    await page.waitForURL(`${cloud.url}${path}`);
    return page;
  }

  it('shows strangers what is public, and passes axe', async () => {
    const context = await visit(browser, cloud.url);
    const page = await context.newPage();
    await page.goto('/');
    await shoot(page, 'sample-district');
    expect(await page.locator('.items li').count()).toBeGreaterThan(3);
    expect(await violations(page)).toEqual([]);
    await page.goto('/o/xinglan');
    await shoot(page, 'sample-board');
    expect(await violations(page)).toEqual([]);
    expect(await page.getByText('党内公开').count()).toBe(0);
    await page.goto('/o/xinglan/catalogue');
    await shoot(page, 'sample-catalogue');
    expect(await page.locator('.catalogue tbody tr:not(.class)').count()).toBe(33);
    await context.close();
  });

  it('[JX-22] takes a proposal from the desk over review and approval to board and screen', async () => {
    const clerk = await signedIn('宋晚晴', '/desk/o/xinglan/propose');
    await clerk.getByRole('link', { name: /对党员群众意见建议的采纳及反馈/ }).click();
    await clerk.getByLabel('标题', { exact: true }).fill(TITLE);
    await clerk.getByLabel('正文').fill('经公开遴选和家长委员会监督，确定两家供应单位，现予公开。');
    await clerk.getByRole('button', { name: '保存并核对' }).click();
    await clerk.getByRole('button', { name: '提交审核' }).click();
    await clerk.waitForURL(/done=submit/);
    await cloud.idle();

    const reviewer = await signedIn('江海林', '/desk');
    await shoot(reviewer, 'sample-desk');
    await reviewer.getByRole('link', { name: TITLE }).click();
    for (const group of ['公开内容', '公开形式', '公开范围', '公开时间', '公开时长']) {
      await reviewer.getByRole('group', { name: group }).getByLabel('同意', { exact: true }).check();
    }
    await reviewer.getByRole('group', { name: '保密审查' }).getByLabel('通过', { exact: true }).check();
    await reviewer.getByRole('button', { name: '提交审核意见' }).click();
    await reviewer.waitForURL(/done=review/);
    await cloud.idle();

    const leader = await signedIn('罗思源', '/desk');
    await leader.getByRole('link', { name: TITLE }).click();
    await leader.getByRole('button', { name: '同意公开' }).click();
    await leader.waitForURL(/done=approve/);
    await cloud.idle();

    const stranger = await (await visit(browser, cloud.url)).newPage();
    await stranger.goto('/o/xinglan');
    await stranger.getByRole('link', { name: TITLE }).click();
    const way = await stranger.locator('.steps').first().textContent();
    expect(way).toContain('党务公开办公室主任');
    expect(way).not.toContain('江海林');
    await stranger.goto('/display/xinglan');
    expect(await stranger.locator('.slide h2').allTextContents()).toContain(TITLE);
    expect(cloud.functionErrors).toEqual([]);
  });
});
