import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shoot, startBrowser, visit } from './support/browser.ts';
import { SCHOOL, sampleDistrict, tokenOf, type Who } from './support/fixture.ts';
import type { MemoryDistrict } from './support/memory-district.ts';
import { type ServedSite, serveSite } from './support/serve.ts';

const ROW = '党员参与社会公益活动情况';

/** Moves the focus with Tab until it is on an element of that name; there is no other way with a keyboard. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate<{ text: string; ring: string }>(`(() => {
      const at = document.activeElement;
      const label = at.labels && at.labels[0] ? at.labels[0].textContent : at.textContent;
      const style = getComputedStyle(at);
      return { text: label.trim(), ring: style.outlineStyle + ' ' + style.outlineWidth };
    })()`);
    expect(focused.ring, `focus ring of “${focused.text}”`).toBe('solid 3px');
    if (typeof name === 'string' ? focused.text.startsWith(name) : name.test(focused.text)) return;
  }
  throw new Error(`Tab never reached ${name}`);
}

describe('a proposal', () => {
  let browser: Browser;
  let district: MemoryDistrict;
  let site: ServedSite;

  beforeAll(async () => {
    [browser, district] = await Promise.all([startBrowser(), sampleDistrict()]);
    site = await serveSite(district);
  });
  afterAll(() => Promise.all([browser?.close(), site?.close()]));

  it('[XH-30] [QD-07] refreshes a routine matter in three screens, by keyboard alone, filled from the last period', async () => {
    const context = await visit(browser, site.url, { token: tokenOf('clerk') });
    const page = await context.newPage();
    const screens: string[] = [];
    page.on('framenavigated', (frame) => screens.push(new URL(frame.url()).pathname));
    await page.goto(`/desk/o/${SCHOOL}/propose`);

    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent.trim()')).toBe('跳到正文');
    await page.keyboard.press('Enter');
    await tabTo(page, '查找目录行');
    await page.keyboard.type('公益活动');
    await expect.poll(() => page.locator('[data-words]:visible').count()).toBe(1);
    await tabTo(page, new RegExp(ROW));
    await page.keyboard.press('Enter');

    await page.waitForURL('**/propose/b-20');
    expect(await page.getByLabel('标题', { exact: true }).inputValue()).toBe(
      '2026年第四季度党员参与社会公益活动情况',
    );
    await tabTo(page, '正文');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('本季度支部组织党员志愿服务五次，参加党员四十人次。');
    await shoot(page, 'proposal-screen-2');
    await tabTo(page, '保存并核对');
    await page.keyboard.press('Enter');

    await page.waitForURL('**/check');
    expect(await page.getByText('未发现身份证号').isVisible()).toBe(true);
    expect(await page.getByText('参加党员四十人次').isVisible()).toBe(true);
    await tabTo(page, '提交审核');
    await page.keyboard.press('Enter');

    await page.waitForURL(/done=submit/);
    expect(await page.getByRole('status').first().textContent()).toContain('已提交审核');
    expect(await page.getByText('当前：提出（待审核）').isVisible()).toBe(true);
    const filledIn = screens.filter((path) => path !== screens.at(-1));
    expect(new Set(filledIn).size).toBe(3);
    await context.close();
  });

  it('[XH-30] brings every refusal back beside its field, in both languages, with nothing typed in vain', async () => {
    const context = await visit(browser, site.url, { token: tokenOf('clerk') });
    const page = await context.newPage();
    await page.goto(`/desk/o/${SCHOOL}/propose/b-10`);
    await page.getByLabel('标题', { exact: true }).fill('');
    await page.getByLabel('正文').fill('已经写好的一段正文。');
    await page.getByLabel('文种', { exact: true }).selectOption('public-notice');
    await page.getByLabel('联系人').fill('办公室');
    const answer = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('button', { name: '保存并核对' }).click();
    expect((await answer).status()).toBe(422);
    expect(await page.evaluate('document.activeElement.hasAttribute("data-error-summary")')).toBe(true);
    const title = page.getByLabel('标题', { exact: true });
    expect(await title.getAttribute('aria-invalid')).toBe('true');
    const described = await title.getAttribute('aria-describedby');
    const error = page.locator(`[id="${described?.split(' ').at(-1)}"]`);
    expect(await error.textContent()).toContain('此项不能为空');
    expect(await error.locator('[lang=en]').textContent()).toContain('must not be empty');
    expect(await page.getByLabel('正文').inputValue()).toBe('已经写好的一段正文。');
    expect(await page.getByLabel('联系人').inputValue()).toBe('办公室');
    expect(await page.getByLabel('监督电话').getAttribute('aria-invalid')).toBe('true');
    await shoot(page, 'proposal-refused');
    await page.getByRole('alert').getByRole('link').first().click();
    expect(await page.evaluate('document.activeElement.name')).toBe('title');
    await context.close();
  });

  it('goes the whole way on the desk: review, approval, the board', async () => {
    await settleFinding('vacation');
    await asPerson('director', `/desk/o/${SCHOOL}/items/vacation`, async (page) => {
      for (const legend of ['公开内容', '公开形式', '公开范围', '公开时间', '公开时长']) {
        await page.getByRole('group', { name: legend }).getByLabel('同意', { exact: true }).check();
      }
      await page.getByRole('button', { name: '提交审核意见' }).click();
      const secrecy = page.getByRole('group', { name: '保密审查' });
      expect(await secrecy.locator('.error').textContent()).toContain('此项必填');
      await secrecy.getByLabel('通过', { exact: true }).check();
      await page.getByRole('button', { name: '提交审核意见' }).click();
      await page.waitForURL(/done=review/);
    });
    await asPerson('director', `/desk/o/${SCHOOL}/items/vacation`, async (page) => {
      expect(await page.getByRole('button', { name: '同意公开' }).count()).toBe(0);
    });
    await asPerson('secretary', '/desk', async (page) => {
      await page.getByRole('link', { name: '关于学生午餐配餐单位遴选结果的情况说明' }).click();
      await page.getByRole('button', { name: '同意公开' }).click();
      await page.waitForURL(/done=approve/);
    });
    await asPerson('member', `/o/${SCHOOL}`, async (page) => {
      await page.getByRole('link', { name: '关于学生午餐配餐单位遴选结果的情况说明' }).click();
      expect(await page.locator('.text').textContent()).toContain('138****5678');
    });
    await asPerson('teacher', `/o/${SCHOOL}`, async (page) => {
      expect(await page.getByText('午餐配餐单位').count()).toBe(0);
    });
  });

  async function settleFinding(item: string): Promise<void> {
    await asPerson('director', `/desk/o/${SCHOOL}/items/${item}`, async (page) => {
      await page.getByRole('button', { name: '遮盖' }).click();
      await page.waitForURL(/done=mask/);
      expect(await page.getByText('1 处均已处理').isVisible()).toBe(true);
    });
  }

  async function asPerson(who: Who, path: string, look: (page: Page) => Promise<void>): Promise<void> {
    const context = await visit(browser, site.url, { token: tokenOf(who) });
    const page = await context.newPage();
    await page.goto(path);
    await look(page);
    await context.close();
  }
});
