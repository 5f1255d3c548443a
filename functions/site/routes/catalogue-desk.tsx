import { Hono } from 'hono';
import { diffRows } from '../../../domain/catalogue/diff.ts';
import { catalogueHistory } from '../../../domain/catalogue/history.ts';
import { rowOf } from '../../../domain/catalogue/pending.ts';
import { effectiveRows, findRow } from '../../../domain/catalogue/state.ts';
import { viewsFor } from '../../../domain/catalogue/suited-views.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { dayOf } from '../../../domain/kernel/time.ts';
import { mayWork } from '../../../domain/visibility.ts';
import { catalogueTable } from '../../export/catalogue-tables.ts';
import { seatsOf } from '../../shell/catalogue-commands.ts';
import { completeness, priorityFirst } from '../../shell/reading/full-picture.ts';
import { download } from '../download.ts';
import { CHANGE_FORMS, DESK_FORMS, ROW_FORMS } from '../forms/catalogue-forms.ts';
import { formRoutes } from '../forms/operation-forms.ts';
import { deskOf, followedDeskOf, idFrom } from '../frames.ts';
import { CatalogueDeskPage } from '../pages/catalogue-desk.tsx';
import { CatalogueHistoryPage } from '../pages/catalogue-history.tsx';
import { CatalogueChangePage, CatalogueRowPage } from '../pages/catalogue-row.tsx';
import type { SiteContext, SiteEnv, SiteServices } from '../services.ts';

const BASE = '/desk/o/:org/catalogue';
const ROW_ID = /^[a-z]-[a-z0-9-]{0,38}$/;

/** 目录管理: the catalogue of one organisation, its changes, and what became of them. */
export function catalogueDeskRoutes(services: SiteServices): Hono<SiteEnv> {
  const { readings } = services;
  const { catalogues, templates, powers } = readings;
  const routes = new Hono<SiteEnv>();

  formRoutes(routes, services, BASE, DESK_FORMS, async (c, page) => {
    const { frame, scope, reader, organisation, superior } = await deskOf(c, services);
    const [state, rows, lines, vocabulary, { waiting, below }, cards] = await Promise.all([
      catalogues.state(scope),
      readings.catalogue(scope, reader),
      templates.all(),
      catalogues.vocabulary(),
      catalogues.changes(scope, reader),
      readings.organisations(),
    ]);
    const { template } = state;
    const told = CHANGE_FORMS[c.req.query('done') ?? '']?.done;
    return (
      <CatalogueDeskPage
        frame={frame}
        organisation={{ id: scope.organisation, name: organisation.name }}
        adopted={template && { ...template, template: template.kind }}
        templates={lines}
        rows={priorityFirst(rows)}
        completeness={completeness(rows, dayOf(c.var.now))}
        waiting={waiting}
        below={below.map(({ organisation: id, waiting: count }) => ({
          id,
          name: cards.find((card) => card.id === id)?.name ?? id,
          waiting: count,
        }))}
        views={viewsFor(organisation)}
        vocabulary={{ forms: vocabulary.forms.map(({ name }) => name), classes: vocabulary.classes }}
        approvedAbove={superior?.policy.catalogueChanges === 'approved'}
        forms={page.forms}
        done={page.done ?? told}
      />
    );
  });

  formRoutes(routes, services, `${BASE}/rows/:row`, ROW_FORMS, async (c, { forms, done }) => {
    const { frame, scope, reader, organisation, isSuperior } = await editorOf(c);
    const [state, vocabulary, register] = await Promise.all([
      catalogues.state(scope),
      catalogues.vocabulary(),
      powers.register(scope, reader),
    ]);
    const id = c.req.param('row') ?? '';
    const row = (ROW_ID.test(id) && findRow(state, id)) || refuse('not-found');
    return (
      <CatalogueRowPage
        frame={frame}
        organisation={scope.organisation}
        row={row}
        forms={vocabulary.forms.map(({ name }) => name)}
        views={viewsFor(organisation)}
        powers={register.work?.powers ?? []}
        mayActivate={isSuperior || !row.mandated}
        page={forms}
        done={done}
      />
    );
  });

  formRoutes(routes, services, `${BASE}/changes/:change`, CHANGE_FORMS, async (c, { forms }) => {
    const { frame, scope, reader, isSuperior } = await editorOf(c, followedDeskOf);
    if (!isSuperior && !mayWork(reader, scope.organisation)) refuse('not-found');
    const state = await catalogues.state(scope);
    const waiting = state.pending.find(({ id }) => id === idFrom(c, 'change')) ?? refuse('not-found');
    const wanted = catalogueHistory.evolve(state, waiting.event, { at: waiting.at, by: waiting.by });
    const { changed } = diffRows(effectiveRows(state), effectiveRows(wanted));
    return (
      <CatalogueChangePage
        frame={frame}
        organisation={scope.organisation}
        waiting={waiting}
        changes={changed.find(({ row }) => row.id === rowOf(waiting.event))?.changes ?? []}
        mayDecide={isSuperior}
        forms={forms}
      />
    );
  });

  routes.get(`${BASE}/history`, async (c) => {
    const { frame, scope, reader, organisation } = await deskOf(c, services);
    const current = Number(dayOf(c.var.now).slice(0, 4));
    const years = Array.from({ length: 5 }, (_, back) => current - back);
    const asked = Number(c.req.query('year'));
    const [year, { version }] = await Promise.all([
      catalogues.year(scope, reader, years.find((each) => each === asked) ?? current),
      catalogues.version(scope),
    ]);
    const compared = versionsIn(c, version);
    return c.html(
      <CatalogueHistoryPage
        frame={frame}
        organisation={scope.organisation}
        year={year}
        years={years}
        version={version}
        compared={compared && { ...compared, diff: await catalogues.diff(scope, compared.from, compared.to) }}
        people={Object.fromEntries(Object.values(organisation.people).map(({ id, name }) => [id, name]))}
      />,
    );
  });

  for (const kind of ['xlsx', 'csv'] as const) {
    routes.get(`${BASE}.${kind}`, async (c) => {
      const { scope } = await deskOf(c, services);
      const { rows } = await catalogues.version(scope);
      return download(c, catalogueTable(rows, '公开目录'), `${scope.organisation}-catalogue`, kind);
    });
  }

  return routes;

  async function editorOf(c: SiteContext, gate = deskOf) {
    const place = await gate(c, services);
    const { organisation, superior, person, scope } = place;
    const tenants = { organisation, ...(superior && { superior }) };
    const actor = { kind: 'person', person, organisation: scope.organisation } as const;
    return { ...place, ...seatsOf(tenants, actor, c.var.now) };
  }
}

/** Two versions that somebody wants to compare; undefined unless both are there. */
export function versionsIn(
  c: SiteContext,
  last: number,
): { readonly from: number; readonly to: number } | undefined {
  const [from, to] = [c.req.query('from'), c.req.query('to')].map((text = '') =>
    /^\d{1,5}$/.test(text) ? Number(text) : undefined,
  );
  return from !== undefined && to !== undefined && from <= last && to <= last ? { from, to } : undefined;
}
