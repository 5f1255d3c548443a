import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNoSidewaysScroll, shoot, startBrowser, violations, visit } from './support/browser.ts';
import { OPINION, SCHOOL, sampleDistrict, tokenOf, type Who } from './support/fixture.ts';
import { type ServedSite, serveSite } from './support/serve.ts';

const DESK = `/desk/o/${SCHOOL}`;

interface Sight {
  readonly name: string;
  readonly path: string;
  readonly as?: Who;
  /** Laid out differently where there is room; other pages only become wider. */
  readonly wide?: boolean;
}

/** Every page, as somebody for whom it holds most. */
const SIGHTS: readonly Sight[] = [
  { name: 'district', path: '/', wide: true },
  { name: 'board', path: `/o/${SCHOOL}`, wide: true },
  { name: 'board-member', path: `/o/${SCHOOL}`, as: 'member' },
  { name: 'board-empty', path: '/o/chunya' },
  { name: 'item-notice', path: `/o/${SCHOOL}/items/candidate`, wide: true },
  { name: 'item-stages', path: `/o/${SCHOOL}/items/playground` },
  { name: 'item-old-version', path: `/o/${SCHOOL}/items/charity-q3?version=1` },
  { name: 'catalogue', path: `/o/${SCHOOL}/catalogue` },
  { name: 'catalogue-official', path: `/o/${SCHOOL}/catalogue`, as: 'clerk', wide: true },
  { name: 'not-found', path: `/o/${SCHOOL}/items/no-such-item` },
  { name: 'desk', path: '/desk', as: 'director', wide: true },
  { name: 'desk-nothing', path: '/desk', as: 'teacher' },
  { name: 'propose-1', path: `${DESK}/propose`, as: 'clerk' },
  { name: 'propose-2', path: `${DESK}/propose/b-10`, as: 'clerk', wide: true },
  { name: 'propose-3', path: `${DESK}/items/draft-q4/check`, as: 'clerk' },
  { name: 'revise', path: `${DESK}/items/candidate/revise`, as: 'clerk' },
  { name: 'desk-draft', path: `${DESK}/items/draft-q4`, as: 'clerk' },
  { name: 'desk-review', path: `${DESK}/items/vacation`, as: 'director', wide: true },
  { name: 'desk-approve', path: `${DESK}/items/reshuffle`, as: 'secretary' },
  { name: 'desk-released', path: `${DESK}/items/playground`, as: 'clerk' },
  { name: 'opinions', path: `/o/${SCHOOL}/opinions` },
  { name: 'opinion-follow', path: `/o/${SCHOOL}/opinions/follow` },
  { name: 'opinion-triage', path: `${DESK}/opinions?show=all`, as: 'director' },
  { name: 'opinion-intake', path: `${DESK}/opinions/new`, as: 'director' },
  { name: 'opinion-overview', path: `/o/${SCHOOL}/opinions/overview`, as: 'director', wide: true },
  { name: 'opinion', path: `${DESK}/opinions/${OPINION}`, as: 'director' },
  { name: 'topics', path: `/o/${SCHOOL}/topics` },
  { name: 'survey-plan', path: `${DESK}/surveys/plan`, as: 'director' },
  { name: 'displays', path: `${DESK}/displays`, as: 'director', wide: true },
  { name: 'displays-none', path: '/desk/o/preschool/displays', as: 'administrator' },
  { name: 'desk-proof', path: `${DESK}/items/fees-q3`, as: 'clerk' },
];

describe('pages', () => {
  let browser: Browser;
  let site: ServedSite;

  beforeAll(async () => {
    [browser, site] = await Promise.all([startBrowser(), sampleDistrict().then((each) => serveSite(each))]);
  });
  afterAll(() => Promise.all([browser?.close(), site?.close()]));

  it.each(SIGHTS)(
    '[QD-08] $name passes axe and fits, on a phone and on a desk',
    async ({ name, path, as, wide }) => {
      const context = await visit(browser, site.url, as ? { token: tokenOf(as) } : {});
      const page = await context.newPage();
      const blocked: string[] = [];
      page.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) blocked.push(message.text());
      });
      await page.goto(path);
      await page.evaluate('document.querySelectorAll("details").forEach((each) => { each.open = true; })');
      for (const width of wide ? [1920, 1280, 360] : [1280, 360]) {
        await page.setViewportSize({ width, height: 900 });
        if (wide || width === 360) await shoot(page, `${name}-${width}`);
        await expectNoSidewaysScroll(page);
        if (width === 360 || (wide && width === 1280))
          expect(await violations(page), `${width} px`).toEqual([]);
      }
      expect(blocked).toEqual([]);
      await context.close();
    },
  );

  it('[QD-08] keeps text size and contrast in cookies, by plain forms', async () => {
    const context = await visit(browser, site.url, { width: 360, javaScript: false });
    const page = await context.newPage();
    await page.goto(`/o/${SCHOOL}/items/candidate`);
    const size = () => page.evaluate<string>('getComputedStyle(document.documentElement).fontSize');
    expect(await size()).toBe('17px');
    await page.getByRole('button', { name: '特大' }).click();
    expect(new URL(page.url()).pathname).toBe(`/o/${SCHOOL}/items/candidate`);
    expect(await size()).toBe('24px');
    await page.getByRole('button', { name: '高对比度' }).click();
    expect(await page.locator('html').getAttribute('class')).toBe('size-larger contrast');
    await expectNoSidewaysScroll(page);
    await shoot(page, 'item-notice-larger-contrast-360');
    await context.close();
  });

  it('asks for no sum where a script can do other work, and shows the receipt', async () => {
    const context = await visit(browser, site.url, { width: 360 });
    const page = await context.newPage();
    await page.goto(`/o/${SCHOOL}/opinions`);
    await page.getByLabel('您的意见或建议').fill('建议公开食堂的采购价格。');
    await expect.poll(() => page.getByLabel(/^请计算/).isVisible()).toBe(false);
    await page.getByRole('button', { name: '提交意见' }).press('Enter');
    await expect.poll(() => page.getByRole('heading', { name: '您的查询码' }).isVisible()).toBe(true);
    expect(new URL(page.url()).search).toBe('');
    await expectNoSidewaysScroll(page);
    expect(await violations(page)).toEqual([]);
    await shoot(page, 'opinion-received-360');
    await context.close();
  });

  it('passes axe in high contrast and in the largest text', async () => {
    const context = await visit(browser, site.url, { token: tokenOf('director') });
    const cookies = { gongkai_size: 'larger', gongkai_contrast: 'high' };
    await context.addCookies(
      Object.entries(cookies).map(([name, value]) => ({ name, value, url: site.url })),
    );
    const page = await context.newPage();
    for (const path of [`/o/${SCHOOL}/items/candidate`, `${DESK}/items/vacation`, '/desk']) {
      await page.goto(path);
      expect(await violations(page), path).toEqual([]);
    }
    await context.close();
  });

  it('grows with a 4K wall', async () => {
    const context = await visit(browser, site.url, { width: 3840, height: 2160 });
    const page = await context.newPage();
    await page.goto(`/o/${SCHOOL}/items/candidate`);
    expect(await page.evaluate('parseFloat(getComputedStyle(document.body).fontSize)')).toBeGreaterThan(30);
    await shoot(page, 'item-notice-3840', false);
    await context.close();
  });

  it('[TZ-18] prints the paper with its QR code, version and date, and nothing to click', async () => {
    const context = await visit(browser, site.url);
    const page = await context.newPage();
    await page.goto(`/o/${SCHOOL}/items/candidate`);
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => page.getByRole('img', { name: '本事项网址的二维码' }).isVisible()).toBe(true);
    expect(await page.locator('.signature').isVisible()).toBe(true);
    expect(await page.getByText('第 1 版').isVisible()).toBe(true);
    for (const hidden of ['form', '.aids', '.sections']) {
      expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
    }
    await shoot(page, 'item-notice-print');
    await context.close();
  });

  it('lets somebody on a phone look, ask and follow by keyboard, and the office see to it', async () => {
    const phone = { width: 360 };
    const asking = await visit(browser, site.url, { ...phone, token: tokenOf('member') });
    const page = await asking.newPage();
    const see = async (name: string, on = page) => {
      await shoot(on, `${name}-360`);
      await expectNoSidewaysScroll(on);
    };
    const check = async (name: string, on = page) => {
      await see(name, on);
      expect(await violations(on), name).toEqual([]);
    };
    await page.goto(`/o/${SCHOOL}/enquiries`);
    await page.getByLabel('您想了解什么').fill('党员参与社会公益活动的费用');
    await page.keyboard.press('Enter');
    await page.getByText('这些是否已经回答了您的问题？').waitFor();
    await check('enquiry-found');
    await page.getByLabel('具体说明').fill('2026年每次活动的费用。');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: '提交申请' }).press('Enter');
    expect(await page.locator('.code b').textContent()).toMatch(/^\w{4}(-\w{4}){3}$/);
    await see('enquiry-registered');
    await page.getByRole('button', { name: '查看办理进度' }).press('Enter');
    expect(await page.getByText('3个工作日内').isVisible()).toBe(true);
    await check('enquiry-follow');

    const office = await visit(browser, site.url, { ...phone, token: tokenOf('director') });
    const desk = await office.newPage();
    await desk.goto(`${DESK}/enquiries`);
    await see('enquiry-list', desk);
    await desk.getByRole('link', { name: '党员参与社会公益活动的费用' }).click();
    await desk.evaluate('document.querySelectorAll("details").forEach((each) => { each.open = true; })');
    await check('enquiry-desk', desk);
    await desk.getByRole('radio', { name: '不能公开' }).check();
    await desk.getByLabel('理由说明').fill('涉及第三方。');
    await desk.getByRole('button', { name: '报批' }).click();
    expect(await desk.getByRole('alert').textContent()).toContain('所选理由不适用于该决定');
    for (const path of ['receptions', 'unmet', 'register']) {
      await desk.goto(`${DESK}/enquiries/${path}`);
      await see(`enquiry-${path}`, desk);
    }
    await check('enquiry-register', desk);
    await Promise.all([asking.close(), office.close()]);
  });

  it('says the same of what is hidden and of what is not there', async () => {
    const context = await visit(browser, site.url);
    const page = await context.newPage();
    const textOf = async (path: string) => {
      const response = await page.goto(path);
      return {
        status: response?.status(),
        text: await page.locator('main').textContent(),
        title: await page.title(),
      };
    };
    const missing = await textOf(`/o/${SCHOOL}/items/no-such-item`);
    expect(missing.status).toBe(404);
    for (const hidden of ['study-unit', 'draft-q4', 'fees-q3', 'withheld']) {
      expect(await textOf(`/o/${SCHOOL}/items/${hidden}`)).toEqual(missing);
    }
    await context.close();
  });
});
