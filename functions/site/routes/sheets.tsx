import { Hono } from 'hono';
import { findRow } from '../../../domain/catalogue/state.ts';
import { summaryOf } from '../../../domain/display/summary.ts';
import { itemHistory } from '../../../domain/item/evolve.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import type { Reader } from '../../../domain/visibility.ts';
import { loadCatalogue } from '../../shell/load-catalogue.ts';
import { type SheetMark, sheetStatus, shortHash } from '../../shell/reading/sheet-status.ts';
import { etagOf } from '../conditional.ts';
import { contactsOf } from '../contacts.ts';
import { idFrom, type Place, placeOf } from '../frames.ts';
import { type SheetAnswer, SheetAnswerPage } from '../pages/sheets/answer.tsx';
import { CatalogueSheet } from '../pages/sheets/catalogue-sheet.tsx';
import { ItemSheet } from '../pages/sheets/item-sheet.tsx';
import { PAPERS, type Paper, type SheetFrame } from '../pages/sheets/sheet.tsx';
import { WindowSheet } from '../pages/sheets/window.tsx';
import { serviceLines } from '../service-lines.ts';
import type { SiteContext, SiteEnv, SiteServices } from '../services.ts';
import { isWall, requireStandIn, standInFor, WALLS, type Wall } from '../stand-in.ts';

/** As many as a wall has room for; the newest. */
const MOST = 30;

/** Sheets to print, and what their QR codes lead to. */
export function sheetRoutes(services: SiteServices): Hono<SiteEnv> {
  const { readings, aggregates, settings } = services;
  const routes = new Hono<SiteEnv>();

  routes.get('/o/:org/print/window', async (c) => {
    const place = await placeOf(c, services);
    const wall = wallOf(c);
    const reader = requireStandIn(wall, place.reader);
    const { items, code } = await windowOf(place, reader);
    const frame = frameFor(c, place, wall, { what: `window/${wall}`, code });
    const lines = items.map(({ line }) => line);
    const [contacts, about] = await Promise.all([
      contactsOf(services, { ...place, reader }, lines),
      services.readings.profiles.about(place.scope, reader, c.var.now),
    ]);
    return c.html(
      <WindowSheet frame={frame} items={items} contacts={[...contacts, ...serviceLines(about)]} />,
    );
  });

  routes.get('/o/:org/print/catalogue', async (c) => {
    const place = await placeOf(c, services);
    const wall = wallOf(c);
    const { rows, code } = await catalogueOf(place, requireStandIn(wall, place.reader));
    const frame = frameFor(c, place, wall, { what: `catalogue/${wall}`, code });
    return c.html(<CatalogueSheet frame={frame} rows={rows} />);
  });

  routes.get('/o/:org/print/items/:item', async (c) => {
    const place = await placeOf(c, services);
    const id = idFrom(c, 'item');
    const asked = c.req.query('audience') === undefined ? WALLS : [wallOf(c)];
    for (const wall of asked) {
      const reader = standInFor(wall, place.reader);
      const reading = reader && (await readings.items.one(place.scope, id, reader).catch(() => undefined));
      if (!reading?.shown) continue;
      const { head } = await aggregates.load(place.scope.stream('ITEM', id), itemHistory);
      const code = shortHash(head);
      const frame = frameFor(c, place, wall, { what: `items/${id}/${reading.shown.number}`, code });
      return c.html(<ItemSheet frame={frame} reading={reading} shown={reading.shown} />);
    }
    return refuse(place.reader.person === undefined ? 'not-signed-in' : 'not-found');
  });

  routes.get('/o/:org/sheets/items/:item/:version/:code', async (c) => {
    const place = await placeOf(c, services);
    const mark: SheetMark = {
      item: idFrom(c, 'item'),
      version: Number(c.req.param('version')),
      hash: c.req.param('code'),
    };
    const answer = await sheetStatus(services, place.scope, { ...place.reader, official: false }, mark);
    return answerPage(c, place, answer, `/o/${place.scope.organisation}/items/${mark.item}`);
  });

  for (const list of ['window', 'catalogue'] as const) {
    routes.get(`/o/:org/sheets/${list}/:audience/:code`, async (c) => {
      const place = await placeOf(c, services);
      const wall = c.req.param('audience') ?? '';
      const reader = isWall(wall) ? standInFor(wall, place.reader) : undefined;
      const home = `/o/${place.scope.organisation}${list === 'catalogue' ? '/catalogue' : ''}`;
      if (!reader) return answerPage(c, place, { state: 'unknown' }, home);
      const { code } = await (list === 'window' ? windowOf(place, reader) : catalogueOf(place, reader));
      if (code !== c.req.param('code')) return answerPage(c, place, { state: 'changed' }, home);
      const title = list === 'window' ? '党员之窗' : '公开目录';
      return answerPage(c, place, { state: 'current', title }, home);
    });
  }
  return routes;

  async function windowOf({ scope }: Place, reader: Reader) {
    const [{ lines }, { state: catalogue }] = await Promise.all([
      readings.board(scope, reader, { limit: MOST }),
      loadCatalogue(aggregates, scope),
    ]);
    const read = lines.map(async (line) => {
      const reading = await readings.items.one(scope, line.id, reader).catch(() => undefined);
      const summary = reading?.shown && summaryOf(reading.shown.content.text);
      return summary === undefined ? [] : [{ line, summary, tags: findRow(catalogue, line.row.id)?.tags }];
    });
    const items = (await Promise.all(read)).flat();
    return { items, code: digestOf(items.map(({ line: { id, version } }) => [id, version])) };
  }

  async function catalogueOf({ scope }: Place, reader: Reader) {
    const rows = await readings.catalogue(scope, reader);
    const printed = rows.map(({ row, state, items }) => [
      row,
      state,
      items.map(({ id, title }) => [id, title]),
    ]);
    return { rows, code: digestOf(printed) };
  }

  function frameFor(
    c: SiteContext,
    { scope, organisation }: Place,
    wall: Wall,
    { what, code }: { what: string; code: string },
  ): SheetFrame {
    const paper = c.req.query('paper') ?? '';
    return {
      organisation: { id: scope.organisation, name: organisation.name },
      wall,
      paper: Object.hasOwn(PAPERS, paper) ? (paper as Paper) : 'a4',
      now: c.var.now,
      here: c.req.path,
      check: `${settings.publicUrl}/o/${scope.organisation}/sheets/${what}/${code}`,
      code,
    };
  }

  function answerPage(c: SiteContext, { frame }: Place, answer: SheetAnswer, href: string) {
    const page = <SheetAnswerPage frame={frame} answer={answer} href={href} signIn={!frame.person} />;
    return c.html(page, answer.state === 'unknown' ? 404 : 200);
  }
}

/** For everybody unless something narrower is asked for. @throws Refusal `not-found` */
function wallOf(c: SiteContext): Wall {
  const asked = c.req.query('audience') ?? 'public';
  return isWall(asked) ? asked : refuse('not-found');
}

/** Eight characters that stand for what a list shows. */
const digestOf = (list: unknown): string => etagOf(list).slice(1, 9);
