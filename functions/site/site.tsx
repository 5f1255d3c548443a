import { type Context, Hono } from 'hono';
import { refuse } from '../../domain/kernel/refusal.ts';
import { type HttpEnv, httpApp } from '../edge/http.ts';
import { PROBLEM_TYPE, type Problem } from '../edge/problem.ts';
import { findAsset } from './assets.ts';
import { frameOf } from './frames.ts';
import { machinePages } from './later/machines.ts';
import { addLater } from './later.ts';
import { laterPages } from './later-pages.ts';
import { MessagePage } from './pages/message.tsx';
import { keepPreferences, localPath, preferencesOf } from './preferences.ts';
import { boardRoutes } from './routes/boards.tsx';
import { fileRoutes } from './routes/files.ts';
import { ownForms, pageHeaders } from './security.ts';
import type { SiteContext, SiteEnv, SiteServices } from './services.ts';
import { withSession } from './session.ts';

/** Every page: public boards, the desk, the screens on the wall. */
export function siteApp(services: SiteServices): Hono<HttpEnv> {
  const app = httpApp(new Hono<HttpEnv>(), {
    secureHeaders: pageHeaders(services.settings, services.access.origin),
    present: (c, problem) =>
      isHeartbeat(c.req)
        ? c.body(JSON.stringify(problem), problem.status as 400, { 'Content-Type': PROBLEM_TYPE })
        : messageFor(c as unknown as SiteContext, problem, services),
  });
  app.route('/', assetRoutes());
  for (const group of machinePages(services)) addLater(app, group);
  const pages = new Hono<SiteEnv>();
  pages.use(withSession(services.provider));
  pages.use(ownForms(services.settings));
  pages.use(async (c, next) => {
    await next();
    // What a page shows depends on who asks; nobody between us and them may keep it.
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'private, no-cache');
  });
  pages.post('/settings', async (c) => {
    const form = await c.req.parseBody();
    keepPreferences(c, form);
    return c.redirect(localPath(form.next), 303);
  });
  for (const group of laterPages(services)) addLater(pages, group);
  pages.route('/', boardRoutes(services));
  pages.route('/', fileRoutes(services));
  app.route('/', pages);
  return app;
}

/** A screen sends it, and is answered like one. */
const isHeartbeat = ({ method, path }: { readonly method: string; readonly path: string }): boolean =>
  method === 'POST' && path.startsWith('/display/');

/** Before the session: a style sheet must not depend on who asks for it. */
function assetRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/assets/:name', (c) => {
    const asset = findAsset(c.req.param('name'));
    if (!asset) return refuse('not-found');
    c.header('Cache-Control', 'public, max-age=31536000, immutable');
    return c.body(asset.body, 200, { 'Content-Type': asset.type });
  });
  routes.get('/robots.txt', (c) => c.text('User-agent: *\nDisallow: /desk\nDisallow: /login\n'));
  return routes;
}

const TITLES: Readonly<Record<number, string>> = {
  401: '请先登录',
  403: '无权办理',
  404: '没有找到',
  409: '内容已更新',
  412: '内容已更新',
  413: '内容过长',
  500: '系统出错',
};

async function messageFor(c: SiteContext, problem: Problem, services: SiteServices): Promise<Response> {
  // A page that needs a person sends whoever opens it to sign in; a form that was posted must not be lost that way.
  const mustSignIn = problem.status === 401;
  const { pathname, search } = new URL(c.req.url);
  const isLogin = pathname.startsWith('/login');
  if (mustSignIn && c.req.method === 'GET' && !isLogin) {
    return c.redirect(`/login?next=${encodeURIComponent(`${pathname}${search}`)}`, 303);
  }
  const lost = {
    zh: '登录已过期，所填内容尚未提交。请先在新窗口登录，再返回上一页重新提交。',
    en: 'Your sign-in has expired and nothing was saved. Sign in in a new window, then go back and send again.',
  };
  const frame = await frameOf(c, services, '/').catch(() => ({
    preferences: preferencesOf(c as unknown as Context),
    here: '/',
    district: '党务公开',
  }));
  const title = TITLES[problem.status] ?? '未能办理';
  const text = mustSignIn && !isLogin ? lost : problem;
  const page = (
    <MessagePage
      frame={frame}
      title={title}
      zh={text.zh}
      en={text.en}
      correlation={problem.status >= 500 ? problem.correlation : undefined}
      signIn={mustSignIn}
    />
  );
  return c.html(page, problem.status as 400);
}
