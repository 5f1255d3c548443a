import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readCode } from '../support/qr.ts';
import {
  expectNoSidewaysScroll,
  keep,
  shoot,
  startBrowser,
  type Visit,
  violations,
  visit,
} from './support/browser.ts';
import { SCHOOL, sampleDistrict, tokenOf } from './support/fixture.ts';
import { type ServedSite, serveSite } from './support/serve.ts';

/** Points, as PDF counts: A4 and A3, upright and across. */
const SIZES = { a4: [595, 842], a3: [842, 1191] } as const;

const SHEETS = [
  ['window', 'window', false],
  ['item', 'items/candidate', false],
  ['catalogue', 'catalogue', true],
] as const;

let browser: Browser;
let site: ServedSite;
let context: BrowserContext | undefined;
let page: Page;

beforeAll(async () => {
  [browser, site] = await Promise.all([startBrowser(), serveSite(await sampleDistrict())]);
});
afterAll(() => Promise.all([browser?.close(), site?.close()]));
afterEach(() => context?.close());

async function open(path: string, options: Visit = {}): Promise<void> {
  context = await visit(browser, site.url, options);
  page = await context.newPage();
  await page.goto(path);
}

describe.each(SHEETS)('the %s', (name, path, isAcross) => {
  it.each(['a4', 'a3'] as const)('comes out of a printer on %s', async (paper) => {
    await open(`/o/${SCHOOL}/print/${path}?paper=${paper}`);
    expect(await violations(page)).toEqual([]);
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: false });
    const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
    const [width, height] = SIZES[paper];
    const size = isAcross ? [height, width] : [width, height];
    expect(boxes.length).toBeGreaterThan(0);
    for (const [, x, y] of boxes) expect([Math.round(Number(x)), Math.round(Number(y))]).toEqual(size);
    // As wide as the paper is between its margins, at 96 dots an inch.
    await page.setViewportSize({ width: Math.round((size[0] ?? 0) * (96 / 72) * 0.88), height: 900 });
    await page.emulateMedia({ media: 'print' });
    await shoot(page, `sheet-${name}-${paper}`);
    keep(`sheet-${name}-${paper}.pdf`, pdf);
    expect(await page.locator('nav').isVisible()).toBe(false);
    expect(await page.locator('.proof svg').boundingBox()).toMatchObject({ width: expect.any(Number) });
  });
});

it('its code leads to a page that says whether it is current, readable by everybody', async () => {
  await open(`/o/${SCHOOL}/print/items/candidate`);
  // As a phone sees it: the picture that the browser drew, read by a decoder that is not ours.
  await page.goto(readCode(await page.locator('.proof svg').screenshot()));
  expect(await page.getByRole('status').textContent()).toContain('本页内容为最新版');
  expect(await violations(page)).toEqual([]);
  await shoot(page, 'sheet-answer');
});

it.each([360, 1280])('the addresses to fetch from are readable at %i px', async (width) => {
  await open(`/desk/o/${SCHOOL}/addresses`, { width, token: tokenOf('clerk') });
  expect(await violations(page)).toEqual([]);
  await expectNoSidewaysScroll(page);
  await shoot(page, `addresses-${width}`);
});
