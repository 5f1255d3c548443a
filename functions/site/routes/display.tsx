import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { displayDecider } from '../../../domain/display/display.ts';
import type { Display } from '../../../domain/display/state.ts';
import { summaryOf } from '../../../domain/display/summary.ts';
import { DOCUMENT_TYPES } from '../../../domain/item/vocabulary.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import type { OrgScope } from '../../../domain/kernel/scope.ts';
import { stranger } from '../../../domain/visibility.ts';
import type { HttpEnv } from '../../edge/http.ts';
import type { ItemLine } from '../../shell/reading/lines.ts';
import { idFrom, scopeFrom } from '../frames.ts';
import { DisplayPage, type Slide } from '../pages/display.tsx';
import type { SiteServices } from '../services.ts';

/** More than this nobody waits for; the newest come first. */
const MOST_SLIDES = 30;

/**
 * Screens on the wall, without a session: what hangs in the street is what everybody may see. A registered screen
 * narrows it to its classes and rows. One that shows more, for the staff room, is not served here.
 */
export function displayRoutes(services: SiteServices): Hono<HttpEnv> {
  const { readings, tenancy, aggregates, settings } = services;
  const routes = new Hono<HttpEnv>();

  for (const path of ['/display/:org', '/display/:org/:display']) {
    routes.get(`${path}/items.json`, async (c) => {
      const { scope, organisation, lines, etag } = await showingOf(c);
      headers(c, etag);
      if (c.req.header('if-none-match') === etag) return c.body(null, 304);
      const slides = await slidesOf(scope, lines);
      return c.json(slides.map((slide, at) => flat(slide, lines[at] as ItemLine, organisation.name)));
    });

    routes.get(path, async (c) => {
      const { scope, organisation, display, lines, etag } = await showingOf(c);
      headers(c, etag);
      return c.html(
        <DisplayPage
          organisation={{
            id: scope.organisation,
            name: organisation.name,
            shortName: organisation.shortName,
          }}
          name={display && `${display.name}（${display.place}）`}
          now={c.var.now}
          slides={await slidesOf(scope, lines)}
          feed={`${c.req.path}/items.json`}
          etag={etag}
        />,
      );
    });
  }
  return routes;

  async function showingOf(c: Context<HttpEnv>) {
    const scope = scopeFrom(c);
    const organisation = (await tenancy.find(scope)) ?? refuse('not-found');
    const id = c.req.param('display') === undefined ? undefined : idFrom(c, 'display');
    const display = id === undefined ? undefined : await displayOf(scope, id);
    const board = await readings.board(scope, stranger(scope.organisation), { limit: MOST_SLIDES });
    const lines = board.lines.filter((line) => passes(display, line));
    return { scope, organisation, display, lines, etag: etagOf(lines) };
  }

  async function displayOf(scope: OrgScope, id: string): Promise<Display> {
    const { state } = await aggregates.load(scope.stream('DISPLAY', id), displayDecider);
    return state?.active && state.audience === 'public' ? state : refuse('not-found');
  }

  /** What vanished between the list and the reading of it is left out. */
  async function slidesOf(scope: OrgScope, lines: readonly ItemLine[]): Promise<readonly Slide[]> {
    const reader = stranger(scope.organisation);
    const found = await Promise.all(
      lines.map(async ({ id }): Promise<Slide | undefined> => {
        const reading = await readings.item(scope, id, reader).catch(() => undefined);
        const url = `${settings.publicUrl}/o/${scope.organisation}/items/${id}`;
        return reading?.shown && { id, shown: reading.shown, url };
      }),
    );
    return found.filter((slide) => slide !== undefined);
  }
}

function passes(display: Display | undefined, { row }: ItemLine): boolean {
  const { rows = [], classes = [] } = display?.filter ?? {};
  if (rows.length + classes.length === 0) return true;
  return rows.includes(row.id) || (row.level1 !== undefined && classes.includes(row.level1));
}

/** Made of what decides what is shown, so an unchanged board costs one query and no text. */
function etagOf(lines: readonly ItemLine[]): string {
  const shown = lines.map(({ id, version, releasedAt, showUntil }) => [id, version, releasedAt, showUntil]);
  return `"${createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 22)}"`;
}

function headers(c: Context<HttpEnv>, etag: string): void {
  c.header('ETag', etag);
  // Asked for again each time: what was withdrawn has to be gone at the next poll.
  c.header('Cache-Control', 'public, no-cache');
  c.header('Gongkai-As-Of', c.var.now);
}

/** One flat object an item: signage systems map columns, not trees. */
const flat = ({ id, shown, url }: Slide, line: ItemLine, organisation: string) => ({
  id,
  version: shown.number,
  title: shown.content.title,
  summary: summaryOf(shown.content.text),
  documentType: DOCUMENT_TYPES[shown.content.documentType],
  category: line.row.level1 ?? '',
  organisation,
  url,
  important: shown.content.important,
  publishedAt: line.releasedAt,
  expiresAt: shown.until ?? '',
  contact: shown.content.objection?.contact ?? '',
  phone: shown.content.objection?.phone ?? '',
  supervisionPhone: shown.content.objection?.supervisionPhone ?? '',
});
