import { type Context, Hono } from 'hono';
import { Refusal } from '../../../domain/kernel/refusal.ts';
import type { RosterRow } from '../../../domain/roster/columns.ts';
import { importRoster } from '../../../domain/roster/commands.ts';
import { parseInput } from '../../edge/input.ts';
import { MalformedInput } from '../../edge/problem.ts';
import { csvOf } from '../../export/csv.ts';
import { rosterInFile, rosterInText } from '../../export/roster-file.ts';
import { rosterTable } from '../../export/roster-table.ts';
import { XLSX, xlsxOf } from '../../export/sheets.ts';
import type { Issued } from '../../issuing/request.ts';
import { requestOf } from '../asking.ts';
import { deskOf } from '../frames.ts';
import { RosterPage } from '../pages/roster.tsx';
import type { Tried } from '../pages/roster-preview.tsx';
import type { SiteContext, SiteEnv, SiteServices } from '../services.ts';

/** 花名册: out as a table, in again after a look at what would change, and who the people are that work below. */
export function rosterRoutes(services: SiteServices): Hono<SiteEnv> {
  const { readings, issuers } = services;
  const routes = new Hono<SiteEnv>();
  const at = '/desk/o/:org/roster';

  routes.get(at, async (c) => c.html(await page(c)));

  for (const kind of ['xlsx', 'csv'] as const) {
    routes.get(`${at}.${kind}`, async (c) => {
      const { scope, reader } = await deskOf(c, services);
      const table = rosterTable(await readings.profiles.roster(scope, reader, c.var.now));
      c.header('Content-Disposition', `attachment; filename="${scope.organisation}-roster.${kind}"`);
      if (kind === 'csv') return c.body(csvOf(table), 200, { 'Content-Type': 'text/csv; charset=utf-8' });
      return c.body(await xlsxOf(table), 200, { 'Content-Type': XLSX });
    });
  }

  // First to see what would change; then, with what was seen and a word that it is meant, to change it.
  routes.post(at, async (c) => {
    await deskOf(c, services);
    const form = await c.req.parseBody();
    const text = typeof form.text === 'string' ? form.text : '';
    const isMeant = form.confirm === 'yes';
    let rows: readonly RosterRow[] | undefined;
    try {
      const { file } = form;
      rows =
        file instanceof File && file.size > 0
          ? await rosterInFile(new Uint8Array(await file.arrayBuffer()))
          : rosterInText(text);
      const issued = await issue(c, rows, !isMeant);
      const { roster = [], stage } = issued;
      const csv = csvOf(rosterTable(rows));
      return c.html(await page(c, { lines: roster, stage, text: isMeant ? '' : csv }));
    } catch (error) {
      if (!(error instanceof Refusal) || ['unknown', 'not-signed-in', 'forbidden'].includes(error.text.kind))
        throw error;
      const errors =
        error instanceof MalformedInput ? error.errors : [{ field: '', zh: error.zh, en: error.en }];
      return c.html(await page(c, { errors, text: rows ? csvOf(rosterTable(rows)) : text }), 422);
    }
  });

  return routes;

  function issue(c: SiteContext, rows: readonly RosterRow[], check: boolean): Promise<Issued> {
    const request = requestOf(c, {
      command: 'ImportRoster',
      data: parseInput(importRoster, { rows, check }),
      parameters: { organisation: (c as Context).req.param('org') ?? '' },
      key: c.var.correlation,
    });
    // The steps of a roster have keys of their own, which come from its rows.
    return issuers.roster({ ...request, key: { ...request.key, minted: true } });
  }

  async function page(c: SiteContext, tried?: Tried) {
    const { frame, scope, reader } = await deskOf(c, services, `/desk/o/${c.req.param('org')}/roster`);
    const [composition, keeps] = await Promise.all([
      readings.profiles.composition(scope, reader, c.var.now),
      readings.profiles.keepsRoster(scope, reader, c.var.now),
    ]);
    return (
      <RosterPage
        frame={frame}
        organisation={scope.organisation}
        composition={composition}
        keeps={keeps}
        tried={tried}
      />
    );
  }
}
