import { mkdirSync, writeFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContext, type Page, chromium as playwright } from 'playwright-core';
import { expect } from 'vitest';

const SCREENSHOTS = 'test/browser/screenshots';

/** WCAG 2.2 AA, and the rules that are merely good practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The package's own list is for a Lambda: one process for all pages, and no origins. A test needs both. */
const UNWANTED = /^--(single-process|no-zygote|disable-web-security|allow-running-insecure-content)$/;

export async function startBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args.filter((argument) => !UNWANTED.test(argument)),
    headless: true,
  });
}

export interface Visit {
  readonly width?: number;
  readonly height?: number;
  /** Value of the session cookie. */
  readonly token?: string;
  readonly javaScript?: boolean;
}

/** A context of its own: cookies of one reader never reach another. */
export async function visit(browser: Browser, url: string, options: Visit = {}): Promise<BrowserContext> {
  const { width = 1280, height = 900, token, javaScript = true } = options;
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    javaScriptEnabled: javaScript,
  });
  if (token) await context.addCookies([{ name: 'gongkai_token', value: encodeURIComponent(token), url }]);
  return context;
}

/**
 * What axe finds wrong with the page, one line a rule and element. It runs in the page itself and tells of nothing else:
 * in a page of its own, where it could look into frames of other origins, which there are none of, and with all that is
 * right, it takes more than twice as long.
 */
export async function violations(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations: found } = await axe.withTags(RULES).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** Nothing is cut off at the side, and nobody has to scroll there. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const over = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect(over, `${page.url()} is ${over} px too wide`).toBeLessThanOrEqual(0);
}

/** A quarter of the time of these tests, and no machine looks at them: `SCREENSHOTS=1 npx vitest run test/browser`. */
const areWanted = process.env.SCREENSHOTS !== undefined;

/** For people to look at; never compared by a machine. */
export async function shoot(page: Page, name: string, fullPage = true): Promise<void> {
  if (areWanted) keep(`${name}.png`, await page.screenshot({ fullPage }));
}

/** As a file among the screenshots, where these are wanted. */
export function keep(name: string, content: Uint8Array): void {
  if (!areWanted) return;
  mkdirSync(SCREENSHOTS, { recursive: true });
  writeFileSync(`${SCREENSHOTS}/${name}`, content);
}
