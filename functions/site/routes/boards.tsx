import { Hono } from 'hono';
import { findDocumentType } from '../../../domain/catalogue/document-types.ts';
import { effectiveRows } from '../../../domain/catalogue/state.ts';
import { loadCatalogue } from '../../shell/load-catalogue.ts';
import type { OrganisationCard } from '../../shell/reading/organisation-reading.ts';
import { Vocabularies } from '../../shell/vocabularies.ts';
import { contactsOf } from '../contacts.ts';
import { frameOf, placeOf } from '../frames.ts';
import { BoardPage } from '../pages/board.tsx';
import { DistrictPage, type School } from '../pages/district.tsx';
import type { SiteEnv, SiteServices } from '../services.ts';
import { typeChoices } from '../words.ts';

const PAGE = 20;
const RECENT = 12;
const FEW = 4;

/** What most people open first: the district and the boards. What they hold depends on who asks. */
export function boardRoutes(services: SiteServices): Hono<SiteEnv> {
  const { readings, aggregates, settings } = services;
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

  return routes;
}

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
