import { Hono } from 'hono';
import { findDocumentType } from '../../../domain/catalogue/document-types.ts';
import { effectiveRows } from '../../../domain/catalogue/state.ts';
import { viewsFor, viewsOf } from '../../../domain/catalogue/suited-views.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { loadCatalogue } from '../../shell/load-catalogue.ts';
import { ReadCounts } from '../../shell/read-counts.ts';
import type { OrganisationCard } from '../../shell/reading/organisation-reading.ts';
import { Vocabularies } from '../../shell/vocabularies.ts';
import type { Filled } from '../components/field.tsx';
import { contactsOf } from '../contacts.ts';
import { readForm } from '../forms/form-data.ts';
import { leaveOpinion, opinionForm } from '../forms/opinion-form.ts';
import { frameOf, idFrom, placeOf } from '../frames.ts';
import type { itemProcedure } from '../item-procedure.tsx';
import { surveysAbout } from '../item-surveys.tsx';
import { openingOf } from '../opening.ts';
import { BoardPage } from '../pages/board.tsx';
import { CataloguePage, isRowState } from '../pages/catalogue.tsx';
import { DistrictPage, type School } from '../pages/district.tsx';
import { ItemPage } from '../pages/item.tsx';
import { ReceivedPage } from '../pages/opinions.tsx';
import { relatedTo } from '../related.ts';
import type { SiteContext, SiteEnv, SiteServices } from '../services.ts';
import { typeChoices } from '../words.ts';

const PAGE = 20;
const RECENT = 12;
const FEW = 4;

/** What anybody may open: the district, boards, items, the full picture. What they hold depends on who asks. */
export function publicRoutes(services: SiteServices): Hono<SiteEnv> {
  const { readings, aggregates, settings, views } = services;
  const reads = new ReadCounts(views);
  const vocabularies = new Vocabularies(aggregates, settings.district);
  const routes = new Hono<SiteEnv>();

  routes.get('/', async (c) => {
    const [frame, showings, recent] = await Promise.all([
      frameOf(c, services),
      readings.showings(),
      readings.districtBoard({ limit: RECENT }),
    ]);
    const root = treeOf(settings.district, showings);
    return c.html(<DistrictPage frame={frame} asOf={c.var.now} root={root} recent={recent.lines} />);
  });

  routes.get('/o/:org', async (c) => {
    const place = await placeOf(c, services);
    const { scope, organisation, reader } = place;
    // Asked for in the same moment as what else the page needs, so that one look at the record answers it all.
    const words = vocabularies.current();
    const asked = c.req.query('type');
    const type = asked && findDocumentType((await words).documentTypes, asked)?.id;
    const filter = { className: c.req.query('class') ?? '', type: type ?? '' };
    const after = c.req.query('after');
    const [board, { news }, rows, { documentTypes }] = await Promise.all([
      readings.board(scope, reader, {
        limit: PAGE,
        after,
        level1: filter.className || undefined,
        documentType: filter.type || undefined,
      }),
      after === undefined
        ? readings.news.page(scope, { ...reader, official: false }, { limit: FEW })
        : { news: [] },
      loadCatalogue(aggregates, scope),
      words,
    ]);
    const here = `/o/${scope.organisation}`;
    return c.html(
      <BoardPage
        frame={place.frame}
        organisation={{ id: scope.organisation, name: organisation.name }}
        asOf={c.var.now}
        items={board.lines}
        news={news}
        filter={filter}
        classes={[...new Set(effectiveRows(rows.state).map((row) => row.level1))]}
        types={typeChoices(documentTypes)}
        next={board.next && `${here}?${nextQuery(filter, board.next)}`}
        isFirst={after === undefined}
        contacts={await contactsOf(services, place, board.lines)}
        url={`${settings.publicUrl}${here}`}
      />,
    );
  });

  routes.get('/o/:org/catalogue', async (c) => {
    const place = await placeOf(c, services);
    const { scope, organisation, reader, frame } = place;
    const [rows, { template }] = await Promise.all([
      readings.catalogue(scope, reader),
      readings.catalogues.state(scope),
    ]);
    const state = c.req.query('state') ?? '';
    return c.html(
      <CataloguePage
        frame={frame}
        organisation={{ id: scope.organisation, name: organisation.name }}
        title={template?.title ?? '尚未采用上级下发的公开目录'}
        asOf={c.var.now}
        rows={rows}
        state={isRowState(state) ? state : undefined}
        tag={c.req.query('tag') ?? ''}
        views={viewsOf(
          viewsFor(organisation),
          rows.map(({ row }) => row),
        )}
        mayPropose={frame.organisation?.official ?? false}
      />,
    );
  });

  routes.get('/o/:org/items/:item', async (c) => {
    return c.html(await itemPage(c));
  });

  routes.post('/o/:org/items/:item/opinions', async (c) => {
    const left = await leaveOpinion(c, services, await readForm(c));
    if ('filled' in left) return c.html(await itemPage(c, left.filled), 422);
    const { frame, scope } = await placeOf(c, services, itemPath(c));
    const back = { href: itemPath(c), name: '公开事项' };
    return c.html(<ReceivedPage frame={frame} organisation={scope.organisation} back={back} {...left} />);
  });

  return routes;

  async function itemPage(c: SiteContext, filled?: Filled) {
    const place = await placeOf(c, services, itemPath(c));
    const { scope } = place;
    // As a reader, also whoever works here: this page is what is disclosed, and drafts are found on the desk.
    const reader = { ...place.reader, official: false };
    const number = c.req.query('version');
    const wanted = number !== undefined && /^[1-9]\d{0,3}$/.test(number) ? Number(number) : undefined;
    const id = idFrom(c, 'item');
    const reading = await readings.items.one(scope, id, reader, wanted);
    const shown = reading.shown ?? refuse('not-found');
    if (!filled) reads.count(id, reader, openingOf(c), c.var.now);
    const [related, procedure, surveys, answers] = await Promise.all([
      relatedTo(services, { scope, reader }, reading),
      procedureOf(readings, { scope, reader }, shown, c.var.now),
      surveysAbout(services, { ...place, reader }, id, c.var.now),
      readings.opinions.answers(scope, id, reader),
    ]);
    return (
      <ItemPage
        frame={place.frame}
        reading={reading}
        shown={shown}
        related={related}
        procedure={procedure}
        surveys={surveys}
        answers={answers}
        url={`${settings.publicUrl}${itemPath(c)}`}
        opinion={opinionForm(reader, services.voice.challenges, c.var.now, filled)}
      />
    );
  }
}

/** Few matters have one, so no start waits for it. */
async function procedureOf(...[readings, place, shown, now]: Parameters<typeof itemProcedure>) {
  const { decision, noDecision, tender, lifeMeeting } = shown.content;
  if (!decision && !noDecision && !tender && !lifeMeeting) return undefined;
  return (await import('../item-procedure.tsx')).itemProcedure(readings, place, shown, now);
}

const itemPath = (c: SiteContext): string => `/o/${c.req.param('org')}/items/${c.req.param('item')}`;

const nextQuery = (filter: { className: string; type: string }, after: string): string =>
  new URLSearchParams({
    ...(filter.className && { class: filter.className }),
    ...(filter.type && { type: filter.type }),
    after,
  }).toString();

type Showing = OrganisationCard & { readonly onShow: number; readonly latestAt?: string };

/** Organisations under their superiors. One whose superior is not there stands under the district. */
function treeOf(district: string, showings: readonly Showing[]): School {
  const known = new Set(showings.map(({ id }) => id));
  const below = (id: string): School[] =>
    showings
      .filter((each) => each.id !== district)
      .filter(({ superior = district }) => (known.has(superior) ? superior : district) === id)
      .toSorted((a, b) => a.shortName.localeCompare(b.shortName, 'zh-CN'))
      .map((each) => ({ ...schoolOf(each), schools: below(each.id) }));
  const root = showings.find(({ id }) => id === district);
  return {
    ...(root ? schoolOf(root) : { id: district, name: '党务公开', onShow: 0 }),
    schools: below(district),
  };
}

const schoolOf = ({ id, shortName, onShow, latestAt }: Showing): Omit<School, 'schools'> => ({
  id,
  name: shortName,
  onShow,
  latestAt,
});
