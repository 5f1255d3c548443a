import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workIn } from '../functions/site/opinion-forms.ts';
import { startBrowser, visit } from './support/browser.ts';
import { SCHOOL, sampleDistrict, tokenOf } from './support/fixture.ts';
import { type ServedSite, serveSite } from './support/serve.ts';

describe('without JavaScript', () => {
  let browser: Browser;
  let site: ServedSite;
  let context: BrowserContext;

  beforeAll(async () => {
    [browser, site] = await Promise.all([startBrowser(), sampleDistrict().then((each) => serveSite(each))]);
    context = await visit(browser, site.url, { javaScript: false, width: 360 });
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it('[JX-19] reads from the district to the text, filters and turns to older versions', async () => {
    const page = await context.newPage();
    await page.goto('/');
    await page.getByRole('link', { name: '东方小学党支部' }).first().click();
    await page.getByLabel('文种').selectOption({ label: '公示' });
    await page.getByRole('button', { name: '查看' }).click();
    expect(await page.locator('.items li').count()).toBe(1);
    await page.getByRole('link', { name: '关于确定周启明同志为发展对象的公示' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
      '关于确定周启明同志为发展对象的公示',
    );
    expect(
      await page.getByRole('cell', { name: /2026年11月\d+日至2026年11月\d+日（7 天）/ }).isVisible(),
    ).toBe(true);
    expect(await page.getByText('监督电话').first().isVisible()).toBe(true);
    await page.goto(`/o/${SCHOOL}/items/charity-q3`);
    await page.getByRole('link', { name: '第 1 版' }).click();
    expect(await page.getByText('您正在查看第 1 版').isVisible()).toBe(true);
    await page.goto(`/o/${SCHOOL}/catalogue`);
    await page.getByLabel('公开情况').selectOption('not-for-now');
    await page.getByRole('button', { name: '查看' }).click();
    expect(await page.getByText('正在酝酿讨论，尚未形成决定').isVisible()).toBe(true);
    expect(await page.getByText('2026年12月20日再次研究').isVisible()).toBe(true);
    await page.close();
  });

  it('[JX-19] takes an opinion, and says by when it is answered', async () => {
    const page = await context.newPage();
    await page.goto(`/o/${SCHOOL}/items/candidate`);
    await page.getByLabel('您的意见或建议').fill('希望公示发展对象的群众测评结果。');
    await page.getByLabel('署名', { exact: true }).check();
    await page.getByLabel(/^请计算/).fill(workIn(await page.content()).sum ?? '');
    await page.getByRole('button', { name: '提交意见' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('署名意见请填写姓名');
    expect(await page.getByLabel('您的意见或建议').inputValue()).toBe('希望公示发展对象的群众测评结果。');
    await page.getByLabel('姓名').fill('学生家长');
    await page.getByLabel(/^请计算/).fill(workIn(await page.content()).sum ?? '');
    await page.getByRole('button', { name: '提交意见' }).click();
    expect(await page.getByRole('heading', { name: '已收到您的意见建议' }).isVisible()).toBe(true);
    expect(await page.getByText('将于2026年12月11日前答复').isVisible()).toBe(true);
    const code = (await page.locator('code').textContent()) ?? '';
    await page.getByRole('link', { name: '查询办理进度' }).click();
    await page.getByLabel('查询码').fill(code);
    await page.getByRole('button', { name: '查询' }).click();
    expect(await page.getByText('2026年12月11日').isVisible()).toBe(true);
    await page.close();

    const office = await visit(browser, site.url, { javaScript: false, token: tokenOf('director') });
    const desk = await office.newPage();
    await desk.goto('/desk');
    await desk.getByRole('link', { name: /群众测评结果/ }).click();
    await desk.getByLabel('答复内容').fill('测评结果将在公示期满后一并公布。');
    await desk.getByRole('button', { name: '答复意见' }).click();
    expect(await desk.getByRole('status').textContent()).toContain('答复已记录');
    await office.close();
  });

  it('[XH-30] proposes by plain forms', async () => {
    const clerk = await visit(browser, site.url, { javaScript: false, token: tokenOf('clerk') });
    const page = await clerk.newPage();
    await page.goto(`/desk/o/${SCHOOL}/propose`);
    await page.getByLabel('查找目录行').fill('党费');
    await page.getByRole('button', { name: '查找' }).click();
    await page.getByRole('link', { name: /党费收缴、管理和使用/ }).click();
    expect(await page.getByLabel('标题', { exact: true }).inputValue()).toBe(
      '2026年第四季度党费收缴、管理和使用情况通报',
    );
    await page.getByRole('button', { name: '保存并核对' }).click();
    expect(await page.getByText('线下公开后登记凭证：党内').isVisible()).toBe(true);
    await page.getByRole('button', { name: '提交审核' }).click();
    expect(await page.getByRole('status').first().textContent()).toContain('已提交审核');
    await clerk.close();
  });

  it('shows the wall screen part by part, each of which asks for the next by itself', async () => {
    const page = await context.newPage();
    await page.goto(`/display/${SCHOOL}`);
    await page.waitForURL('**?show=0');
    expect(await page.locator('.slide:visible').count()).toBe(1);
    const refresh = await page.locator('meta[http-equiv=refresh]').getAttribute('content');
    expect(refresh).toMatch(/^\d+;url=.*show=1$/);
    await page.close();
  });
});
