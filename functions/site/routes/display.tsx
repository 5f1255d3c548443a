import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import { standingBefore } from '../../../domain/display/notice.ts';
import { SCREEN_MODE_NAMES, type ScreenMode } from '../../../domain/display/screen.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { type HttpEnv, readJson } from '../../edge/http.ts';
import { parseInput } from '../../edge/input.ts';
import { logger } from '../../edge/logger.ts';
import { Screens } from '../../shell/screens.ts';
import { etagOf } from '../conditional.ts';
import { feedOf, tagOf } from '../feeds.ts';
import { type Outlet, Outlets, tokenIn } from '../outlets.ts';
import type { Slide } from '../pages/screen/notice.tsx';
import { DisplayPage, paceOf, type ScreenProps, StillPage } from '../pages/screen/screen.tsx';
import { readingSeconds } from '../reading-time.ts';
import type { SiteServices } from '../services.ts';
import { stillParts } from '../still-pages.ts';

/** What a screen reports: the ETag of the list that it shows. Nothing of the device, nothing of who stands before it. */
const heartbeat = z.strictObject({ shown: z.string().check(z.regex(/^"[\w-]{22}"$/)) });

/** Characters on a page that nobody measures: about what fits under a title of two lines. */
const STILL_CHARACTERS = 320;
const STILL_CHARACTERS_ELDER = 192;

/**
 * Screens on the wall, without a session: what hangs in the street is what everybody may see. A registered screen
 * narrows it to its classes and rows; one that shows more, for the staff room, brings its token. A screen that brings
 * it is also known to be itself, so that nobody who looks at its page at a desk makes it look alive.
 */
export function displayRoutes(services: SiteServices): Hono<HttpEnv> {
  const { readings, settings } = services;
  const routes = new Hono<HttpEnv>();
  const outlets = new Outlets(services);
  const screens = new Screens({ ...services, district: settings.district });

  for (const path of ['/display/:org', '/display/:org/:display']) {
    routes.get(path, async (c) => {
      const outlet = await outlets.outletOf(c);
      const etag = tagFor(outlet, c.req.path);
      headers(c, etagOf(['page', etag]), outlet.viewpoint.audience === 'public');
      // A screen without a script is heard of by its asking alone. A player may ask whether the page is there: HEAD.
      if (c.req.method === 'GET' && outlet.display?.isItself)
        await hear(c, outlet, etag, etag).catch(unheard);
      const screen = screenOf(c, outlet, etag);
      const slides = await slidesOf(outlet);
      const still = c.req.query('show');
      if (still !== undefined) return c.html(stillPage(addressOf(c, outlet), screen, slides, Number(still)));
      const { search: query } = addressOf(c, outlet);
      return c.html(
        <DisplayPage
          {...screen}
          slides={slides}
          home={`${c.req.path}${query}`}
          feed={`${c.req.path}/items.json${query}`}
          etag={etag}
          seen={outlet.display?.isItself ? `${c.req.path}/seen${query}` : undefined}
          still={stillAddress(addressOf(c, outlet), 0)}
        />,
      );
    });
  }

  /** The heartbeat of one screen, with its token. Never in the record. */
  routes.post('/display/:org/:display/seen', async (c) => {
    const outlet = await outlets.outletOf(c);
    if (!outlet.display?.isItself) refuse('not-found');
    const { shown } = parseInput(heartbeat, await readJson(c));
    await hear(c, outlet, shown, tagFor(outlet, c.req.path.replace(/\/seen$/, '')));
    c.header('Cache-Control', 'no-store');
    return c.body(null, 204);
  });

  return routes;

  function tagFor(outlet: Outlet, home: string): string {
    return tagOf('items.json', feedOf(outlet, 'items.json', home, settings.publicUrl));
  }

  async function hear(
    c: Context<HttpEnv>,
    { scope, display }: Outlet,
    shown: string,
    current: string,
  ): Promise<void> {
    if (!display) return;
    const { id, name, place } = display;
    await screens.hear(scope, {
      display: id,
      name,
      place,
      shown: revisionOf(shown),
      current: revisionOf(current),
      at: c.var.now,
    });
  }

  /** What vanished between the list and the reading of it is left out. */
  async function slidesOf({ scope, viewpoint, shown }: Outlet): Promise<readonly Slide[]> {
    const reader = standingBefore(viewpoint.audience, scope.organisation);
    const found = await Promise.all(
      shown.map(async ({ id }): Promise<Slide | undefined> => {
        const reading = await readings.items.one(scope, id, reader).catch(() => undefined);
        const url = `${settings.publicUrl}/o/${scope.organisation}/items/${id}`;
        return reading?.shown && { id, shown: reading.shown, url };
      }),
    );
    return found.filter((slide) => slide !== undefined);
  }
}

/** The page matters more than that it was seen. */
const unheard = (error: unknown): void => logger.error('a screen was not heard', { error });

/** Short enough to be compared by eye, on the wall and at a desk. */
const revisionOf = (etag: string): string => etag.slice(1, 7);

function screenOf(c: Context<HttpEnv>, { organisation, display }: Outlet, etag: string): ScreenProps {
  return {
    organisation,
    name: display && `${display.name}（${display.place}）`,
    now: c.var.now,
    modes: modesFrom(c) ?? display?.screen?.modes ?? [],
    revision: revisionOf(etag),
  };
}

/** The address wins over what the screen is registered with: `?mode=touch,elder`, and `?mode=` for none. */
function modesFrom(c: Context): readonly ScreenMode[] | undefined {
  const asked = c.req.query('mode')?.split(',');
  return asked && SCREEN_MODE_NAMES.filter((mode) => asked.includes(mode));
}

/** Under which the screen asks again. A player sends its token in a header, and only with its first request. */
function addressOf(c: Context<HttpEnv>, { display }: Outlet): URL {
  const url = new URL(c.req.url);
  const token = display?.isItself ? tokenIn(c) : undefined;
  if (token) url.searchParams.set('token', token);
  return url;
}

/** The same page, token and modes included, at the so-and-so-many-th part. */
function stillAddress(address: URL, part: number): string {
  const url = new URL(address);
  url.searchParams.set('show', String(part));
  return `${url.pathname}${url.search}`;
}

/** After the last part comes the first; a number that is no longer there is taken round as well. */
function stillPage(address: URL, screen: ScreenProps, slides: readonly Slide[], asked: number) {
  const most = screen.modes.includes('elder') ? STILL_CHARACTERS_ELDER : STILL_CHARACTERS;
  const parts = slides.flatMap((slide, at) =>
    stillParts(slide.shown.content.text, most).map((text, number, all) => ({
      slide,
      text,
      place:
        `第 ${at + 1} 项，共 ${slides.length} 项` +
        (all.length > 1 ? `　第 ${number + 1}/${all.length} 页` : ''),
    })),
  );
  const at = Number.isInteger(asked) && asked >= 0 && parts.length > 0 ? asked % parts.length : 0;
  const part = parts[at];
  const characters = part ? part.text.length + part.slide.shown.content.title.length : 0;
  const next = stillAddress(address, at + 1 < parts.length ? at + 1 : 0);
  return (
    <StillPage
      {...screen}
      part={part}
      seconds={readingSeconds(characters, paceOf(screen.modes))}
      next={next}
    />
  );
}

function headers(c: Context<HttpEnv>, etag: string, isPublic: boolean): void {
  c.header('ETag', etag);
  // Asked for again each time: what was withdrawn has to be gone at the next poll.
  c.header('Cache-Control', isPublic ? 'public, no-cache' : 'private, no-cache');
  c.header('Gongkai-As-Of', c.var.now);
}
