import { createHash } from 'node:crypto';
import { displayScript } from './scripts/display.ts';
import { enhanceScript } from './scripts/enhance.ts';
import { sheets } from './styles/sheets.ts';
import { displayStyles, siteStyles } from './styles/styles.ts';

interface Asset {
  readonly body: string;
  readonly type: string;
}

const files = new Map<string, Asset>();

/** Named by what is in them, so that a browser may keep them for ever and never shows a page under an old style. */
function publish(body: string, extension: string, type: string): string {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 16);
  const name = `${hash}.${extension}`;
  files.set(name, { body, type });
  return `/assets/${name}`;
}

const CSS = 'text/css; charset=utf-8';
const JS = 'text/javascript; charset=utf-8';

/** Addresses of what the pages load. */
export const ASSETS = {
  styles: publish(siteStyles, 'css', CSS),
  displayStyles: publish(displayStyles, 'css', CSS),
  sheetStyles: publish(sheets, 'css', CSS),
  enhance: publish(enhanceScript, 'js', JS),
  display: publish(displayScript, 'js', JS),
  icon: publish(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="4" fill="#9b1b1e"/>' +
      '<path d="M9 8h14v3H9zm0 6h14v3H9zm0 6h9v3H9z" fill="#fff"/></svg>',
    'svg',
    'image/svg+xml',
  ),
} as const;

export const findAsset = (name: string): Asset | undefined => files.get(name);
