import type { Context, MiddlewareHandler } from 'hono';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import type { HttpOptions } from '../edge/http.ts';
import { DoorRefusal } from '../edge/problem.ts';
import type { SiteEnv, SiteSettings } from './services.ts';

/**
 * Only our own files, no inline script or style, forms only to ourselves. Who may frame a page depends on the page:
 * screens are shown by signage systems in frames, a desk in somebody else's frame is an invitation to click jacking.
 *
 * @param files origin to which the pages of uploads, and no others, send forms
 */
export const pageHeaders = (
  settings: SiteSettings,
  files: string,
): NonNullable<HttpOptions['secureHeaders']> => ({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    scriptSrc: ["'self'"],
    // The codes on a screen are in its page, so that they are there while the network is not.
    imgSrc: [(c: Context) => (isScreen(c.req.path) ? "'self' data:" : "'self'")],
    connectSrc: ["'self'"],
    formAction: [(c: Context) => (isUpload(c.req.path) ? `'self' ${files}` : "'self'")],
    baseUri: ["'none'"],
    frameAncestors: [(c: Context) => frameAncestors(c.req.path, settings)],
  },
  // With `no-referrer` browsers send `Origin: null` along with forms, and old ones send nothing else to tell by.
  referrerPolicy: 'same-origin',
  // It knows no list of origins and would overrule the policy above in old browsers.
  xFrameOptions: false,
  strictTransportSecurity: settings.publicUrl.startsWith('https://')
    ? 'max-age=15552000; includeSubDomains'
    : false,
});

const isUpload = (path: string): boolean => /^\/desk\/o\/[^/]+\/items\/[^/]+\/files\/[^/]+$/.test(path);

const isScreen = (path: string): boolean => path === '/display' || path.startsWith('/display/');

function frameAncestors(path: string, { boardFrameAncestors }: SiteSettings): string {
  if (isScreen(path)) return '*';
  return path === '/' || path.startsWith('/o/') ? boardFrameAncestors : "'none'";
}

const FOREIGN_FORM = new DoorRefusal(403, 'form-foreign', {
  kind: 'forbidden',
  zh: '该请求不是从本系统页面发出的，未予办理。请返回页面重新操作。',
  en: 'This request did not come from a page of this system; nothing was done.',
});

/**
 * Forms come from our own pages only. The origin is compared with the public address and with the host that was asked:
 * behind a proxy they differ, and neither is in the hands of another site.
 */
export function ownForms({ publicUrl }: SiteSettings): MiddlewareHandler<SiteEnv> {
  const check = csrf({
    origin: (origin, c) =>
      origin === new URL(publicUrl).origin ||
      (URL.canParse(origin) && new URL(origin).host === c.req.header('host')),
  });
  return async (c, next) => {
    try {
      return await check(c, next);
    } catch (error) {
      throw error instanceof HTTPException ? FOREIGN_FORM : error;
    }
  };
}
