import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { rowsInTable } from '../../../domain/catalogue/template/table.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { holders } from '../../../domain/organisation/authority.ts';
import { catalogueTable } from '../../export/catalogue-tables.ts';
import { csvOf } from '../../export/csv.ts';
import { csvCells } from '../../export/csv-cells.ts';
import { ADMINISTRATORS } from '../../shell/administrators.ts';
import { previewOf } from '../../shell/template-table.ts';
import { download } from '../download.ts';
import { VOCABULARY_FORMS } from '../forms/catalogue-forms.ts';
import { one } from '../forms/form-data.ts';
import { type FormPage, formRoutes, type OperationForms } from '../forms/operation-forms.ts';
import { deskOf, idFrom } from '../frames.ts';
import { TemplatePage, type TemplateProps, TemplatesPage } from '../pages/catalogue-templates.tsx';
import { VocabularyPage } from '../pages/catalogue-vocabulary.tsx';
import type { SiteContext, SiteEnv, SiteServices } from '../services.ts';
import { tableSent } from '../table-sent.ts';
import { versionsIn } from './catalogue-desk.tsx';

const BASE = '/desk/o/:org/catalogue';
const TEMPLATE = `${BASE}/templates/:template`;

const TEMPLATE_FORMS: OperationForms = {
  publish: {
    operation: 'publishTemplate',
    read: (sent) => ({
      title: one(sent, 'publish.title'),
      reason: one(sent, 'publish.reason'),
      units: one(sent, 'publish.units')
        .split(/[、，,]/)
        .map((unit) => unit.trim())
        .filter((unit) => unit !== ''),
      rows: rowsInTable(csvCells(one(sent, 'publish.table'))).rows.map(({ row }) => row),
    }),
    done: '已下发新版本，各单位可以采用。',
  },
};

/** Templates and words of the district: for everybody to read, for its office to edit. */
export function catalogueTemplateRoutes(services: SiteServices): Hono<SiteEnv> {
  const { templates, catalogues, words } = services.readings;
  const routes = new Hono<SiteEnv>();

  routes.get(`${BASE}/templates`, async (c) => {
    const { frame, scope, mayPublish } = await placeIn(c);
    return c.html(
      <TemplatesPage
        frame={frame}
        organisation={scope.organisation}
        templates={await templates.all()}
        mayPublish={mayPublish}
      />,
    );
  });

  for (const kind of ['xlsx', 'csv'] as const) {
    routes.get(`${TEMPLATE}/table.${kind}`, async (c) => {
      await placeIn(c);
      const template = idFrom(c, 'template');
      const { rows, version } = await templates.version(template, versionIn(c));
      return download(c, catalogueTable(rows, '公开目录'), `${template}-${version}`, kind);
    });
  }

  routes.post(`${TEMPLATE}/preview`, async (c) => {
    const { mayPublish } = await placeIn(c);
    if (!mayPublish) refuse('not-found');
    const cells = await tableSent(c);
    const [vocabulary, newest] = await Promise.all([
      catalogues.current(),
      templates.newest(idFrom(c, 'template')),
    ]);
    const looked = await previewOf(cells, vocabulary, newest);
    const text = csvOf({
      columns: (cells[0] ?? []).map((name) => ({ name, width: 1 })),
      rows: cells.slice(1),
    }).slice(1);
    const forms = { base: c.req.path.slice(0, c.req.path.lastIndexOf('/')), commandId: randomUUID() };
    return c.html(await templatePage(c, { forms, done: undefined }, { text, looked }));
  });

  formRoutes(routes, services, TEMPLATE, TEMPLATE_FORMS, (c, page) => templatePage(c, page));

  formRoutes(routes, services, `${BASE}/vocabulary`, VOCABULARY_FORMS, async (c, { forms, done }) => {
    const { frame, scope, mayPublish } = await placeIn(c);
    const versions = await words.versions();
    const compared = versionsIn(c, versions.length - 1);
    return (
      <VocabularyPage
        frame={frame}
        organisation={scope.organisation}
        vocabulary={await catalogues.vocabulary()}
        versions={versions}
        compared={compared && { ...compared, changes: await words.diff(compared.from, compared.to) }}
        mayEdit={mayPublish}
        forms={forms}
        done={done}
      />
    );
  });

  return routes;

  async function templatePage(c: SiteContext, { forms, done }: FormPage, preview?: TemplateProps['preview']) {
    const { frame, scope, mayPublish } = await placeIn(c);
    const kind = idFrom(c, 'template');
    const versions = await templates.versionsOf(kind);
    if (versions.length === 0 && !mayPublish) refuse('not-found');
    const last = versions.at(-1)?.version ?? 0;
    const asked = versionIn(c);
    const compared = versionsIn(c, last);
    const isThere = compared && versions.some(({ version }) => version === compared.from);
    return (
      <TemplatePage
        frame={frame}
        organisation={scope.organisation}
        kind={kind}
        versions={versions}
        shown={last > 0 ? await templates.version(kind, asked) : undefined}
        compared={
          isThere ? { ...compared, diff: await templates.diff(kind, compared.from, compared.to) } : undefined
        }
        mayPublish={mayPublish}
        preview={preview}
        forms={forms}
        done={done}
      />
    );
  }

  /** Whoever works here; those of the district's office, in the district, may edit. */
  async function placeIn(c: SiteContext) {
    const place = await deskOf(c, services);
    const { organisation, scope, person } = place;
    const isDistrict = scope.organisation === services.settings.district;
    const mayPublish = isDistrict && holders(organisation, ADMINISTRATORS, c.var.now).has(person);
    return { ...place, mayPublish };
  }
}

function versionIn(c: SiteContext): number | undefined {
  const text = c.req.query('version') ?? '';
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : undefined;
}
