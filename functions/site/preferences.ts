import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

export const TEXT_SIZES = { standard: '标准', large: '大', larger: '特大' } as const;
export type TextSize = keyof typeof TEXT_SIZES;

/** How a reader likes pages to look. Kept in cookies, so it works without JavaScript and without an account. */
export interface Preferences {
  readonly size: TextSize;
  readonly contrast: boolean;
}

const SIZE_COOKIE = 'gongkai_size';
const CONTRAST_COOKIE = 'gongkai_contrast';
const ONE_YEAR_S = 365 * 86_400;

const isTextSize = (text: unknown): text is TextSize =>
  typeof text === 'string' && Object.hasOwn(TEXT_SIZES, text);

export function preferencesOf(c: Context): Preferences {
  const size = getCookie(c, SIZE_COOKIE);
  return { size: isTextSize(size) ? size : 'standard', contrast: getCookie(c, CONTRAST_COOKIE) === 'high' };
}

/** Keeps what the form asked for; what it does not know stays as it is. */
export function keepPreferences(
  c: Context,
  form: { readonly size?: unknown; readonly contrast?: unknown },
): void {
  const options = { path: '/', maxAge: ONE_YEAR_S, sameSite: 'Lax', httpOnly: true } as const;
  if (isTextSize(form.size)) setCookie(c, SIZE_COOKIE, form.size, options);
  if (form.contrast === 'high' || form.contrast === 'normal')
    setCookie(c, CONTRAST_COOKIE, form.contrast, options);
}

/** A path on this site, or `/`: nobody is ever sent elsewhere by a link that somebody else made. */
export function localPath(text: unknown): string {
  // A browser reads `//host` and `/\host` as another site, and drops tabs and line ends before it looks.
  if (typeof text !== 'string' || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(text)) return '/';
  return text;
}
