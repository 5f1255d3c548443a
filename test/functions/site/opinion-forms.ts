import { tokenOf, type Who } from '../../browser/support/fixture.ts';
import type { Asked, Site } from './support.ts';

/** Value of a hidden input in a page. */
export const hiddenIn = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

const DIGITS = '零一二三四五六七八九';

/** A number under a hundred, as it is said. */
function numberOf(chinese: string): number {
  const [tens, ones] = chinese.includes('十') ? chinese.split('十') : ['0', chinese];
  const digit = (text = '') => (text === '' ? 0 : DIGITS.indexOf(text));
  return (tens === '0' ? 0 : tens === '' ? 10 : digit(tens) * 10) + digit(ones);
}

/** What stands in the form besides what people write, with the sum done. */
export function workIn(html: string): Record<string, string> {
  const [, a = '', b = ''] = /请计算：([^加]+)加([^等]+)等于多少/.exec(html) ?? [];
  const work = { challenge: hiddenIn(html, 'challenge'), sum: String(numberOf(a) + numberOf(b)), work: '' };
  return { command: hiddenIn(html, 'command'), ...(a !== '' && work) };
}

export const WORDS = { text: '建议公开检测报告。', speaker: 'parent', signed: 'anonymous' };

/** Fills in the form of the page and sends it, as somebody without scripts does. */
export async function leaveOn(
  site: Site,
  page: string,
  words: Readonly<Record<string, string>> = {},
  asked: Asked = {},
): Promise<Response> {
  const html = await site.text(page, asked);
  const action = page.endsWith('/opinions') ? page : `${page}/opinions`;
  return site.ask(action, { ...asked, form: { ...workIn(html), ...WORDS, ...words } });
}

/** The receipt code on a page. */
export const codeIn = (html: string): string => /<code>([0-9A-Z-]{19})<\/code>/.exec(html)?.[1] ?? '';

/** Sends one of the forms on the desk of an opinion. */
export async function deskAction(
  site: Site,
  path: string,
  action: string,
  fields: Readonly<Record<string, string>>,
  who: Who = 'director',
): Promise<Response> {
  const token = tokenOf(who);
  const html = await site.text(path, { token });
  const named = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [`${action}.${name}`, value]),
  );
  const form = { command: `${crypto.randomUUID()}`, version: hiddenIn(html, 'version'), ...named };
  return site.ask(`${path}/${action}`, { token, form });
}
