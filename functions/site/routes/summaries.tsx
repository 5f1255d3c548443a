import { Hono } from 'hono';
import type { CatalogueRow } from '../../../domain/catalogue/row.ts';
import { nameOf } from '../../../domain/catalogue/row-name.ts';
import { effectiveRows } from '../../../domain/catalogue/state.ts';
import { itemCommands } from '../../../domain/item/commands.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { dayOf } from '../../../domain/kernel/time.ts';
import { yearAskedOn } from '../../../domain/summary/due.ts';
import { textOf } from '../../../domain/summary/text.ts';
import { parseInput } from '../../edge/input.ts';
import { XLSX, xlsxOf } from '../../export/sheets.ts';
import { summaryDocument } from '../../export/summary-document.tsx';
import { summarySheet } from '../../export/summary-sheet.ts';
import { loadCatalogue } from '../../shell/load-catalogue.ts';
import type { SummaryReading } from '../../shell/reading/summary-readings.ts';
import { requestOf } from '../asking.ts';
import { commandKey } from '../forms/command-key.ts';
import { startingContent } from '../forms/defaults.ts';
import { one, readForm } from '../forms/form-data.ts';
import { formRoutes } from '../forms/operation-forms.ts';
import { deskOf } from '../frames.ts';
import { SummaryListPage } from '../pages/summaries.tsx';
import { SummaryDraftPage } from '../pages/summaries-draft.tsx';
import { SummaryItemsPage } from '../pages/summaries-items.tsx';
import type { SiteContext, SiteEnv, SiteServices } from '../services.ts';
import { filingForms, filingRoutes } from './filings.tsx';

/** Years that can be summed up, the one that runs first. */
const YEARS = 3;

/** 年度总结: drafted from the record, then proposed as an item or filed upward (DF-35). */
export function summaryRoutes(services: SiteServices): Hono<SiteEnv> {
  const { readings, aggregates, issuers } = services;
  const routes = new Hono<SiteEnv>();
  const base = '/desk/o/:org/summaries';

  routes.get(base, async (c) => {
    const { frame, scope, reader, superior } = await deskOf(c, services);
    const today = dayOf(c.var.now);
    const year = yearAskedOn(today);
    const running = Number(today.slice(0, 4));
    const [filed, cards] = await Promise.all([
      readings.summaries.filed(scope, reader, year),
      readings.organisations(),
    ]);
    return c.html(
      <SummaryListPage
        frame={frame}
        organisation={scope.organisation}
        hasSuperior={superior !== undefined}
        year={year}
        years={Array.from({ length: YEARS }, (_, back) => String(running - back))}
        filed={filed}
        names={new Map(cards.map(({ id, shortName }) => [id, shortName]))}
      />,
    );
  });

  routes.get(`${base}/:year/items`, async (c) => {
    const { desk, year, reading } = await draftAt(c);
    const [by, is] = [c.req.query('by'), c.req.query('is')];
    const narrowed = by !== undefined && is !== undefined && isGroup(by);
    return c.html(
      <SummaryItemsPage
        frame={desk.frame}
        organisation={desk.scope.organisation}
        year={year}
        is={narrowed ? is : undefined}
        items={
          narrowed ? reading.disclosed.filter((item) => [item[by]].flat().includes(is)) : reading.disclosed
        }
      />,
    );
  });

  routes.get(`${base}/:year/summary.xlsx`, async (c) => {
    const { desk, year, reading } = await draftAt(c);
    c.header('Content-Disposition', attachment(desk.scope.organisation, year, 'xlsx'));
    return c.body(await xlsxOf(summarySheet(reading.summary)), 200, { 'Content-Type': XLSX });
  });

  routes.get(`${base}/:year/summary.html`, async (c) => {
    const { desk, year, reading } = await draftAt(c);
    c.header('Content-Disposition', attachment(desk.scope.organisation, year, 'html'));
    return c.html(summaryDocument(reading.summary));
  });

  routes.post(`${base}/:year/propose`, async (c) => {
    const { desk, reading } = await draftAt(c);
    const sent = await readForm(c);
    const row = (await rowsOf(c)).find(({ id }) => id === one(sent, 'propose.row')) ?? refuse('not-found');
    const { scope, organisation, person } = desk;
    const { documentTypes } = await services.readings.catalogues.current();
    const { id } = await issuers.item(
      requestOf(c, {
        command: 'ProposeItem',
        data: parseInput(itemCommands.ProposeItem, {
          ...startingContent(row, organisation, person, c.var.now, documentTypes),
          row: row.id,
          title: reading.summary.title,
          text: textOf(reading.summary),
        }),
        parameters: { organisation: scope.organisation },
        key: commandKey(sent),
      }),
    );
    return c.redirect(`/desk/o/${scope.organisation}/items/${id}`, 303);
  });

  formRoutes(routes, services, `${base}/:year`, filingForms, async (c, page) => {
    const { desk, reading } = await draftAt(c);
    return (
      <SummaryDraftPage
        frame={desk.frame}
        organisation={desk.scope.organisation}
        reading={reading}
        page={page}
        superior={desk.superior?.shortName}
        rows={(await rowsOf(c)).map((row) => ({ value: row.id, name: nameOf(row) }))}
      />
    ).toString();
  });

  filingRoutes(routes, services);
  return routes;

  async function draftAt(c: SiteContext) {
    const year = c.req.param('year') ?? '';
    if (!/^20\d\d$/.test(year)) refuse('not-found');
    const desk = await deskOf(c, services, `/desk/o/${c.req.param('org')}/summaries/${year}`);
    return { desk, year, reading: await readings.summaries.draft(desk.scope, desk.reader, year, c.var.now) };
  }

  /** The most fitting first: those that are about summaries and reports. */
  async function rowsOf(c: SiteContext): Promise<readonly CatalogueRow[]> {
    const { scope } = await deskOf(c, services);
    const { state } = await loadCatalogue(aggregates, scope);
    const isFitting = (row: CatalogueRow) => Number(/总结|报告|情况/.test(nameOf(row)));
    return effectiveRows(state).toSorted((a, b) => isFitting(b) - isFitting(a));
  }
}

const GROUPS = [
  'class',
  'form',
  'audience',
  'basis',
] as const satisfies (keyof SummaryReading['disclosed'][number])[];
const isGroup = (text: string): text is (typeof GROUPS)[number] => GROUPS.includes(text as 'class');

const attachment = (organisation: string, year: string, kind: string): string =>
  `attachment; filename="${organisation}-summary-${year}.${kind}"`;
