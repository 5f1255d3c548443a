import type { LaterPages } from '../later.ts';
import type { SiteServices } from '../services.ts';

const PUBLIC = '/o/:org';
const DESK = '/desk/o/:org';

/** What is disclosed and how it comes about: the catalogue, items, news, decisions, and sheets for the window. */
export const disclosurePages = (services: SiteServices): readonly LaterPages[] => [
  {
    at: { GET: [`${PUBLIC}/items/:item`], POST: [`${PUBLIC}/items/:item/opinions`] },
    load: async () => (await import('../routes/items.tsx')).itemRoutes(services),
  },
  {
    at: { GET: [`${PUBLIC}/catalogue`] },
    load: async () => (await import('../routes/catalogue.tsx')).catalogueRoutes(services),
  },
  {
    at: {
      GET: [
        `${DESK}/catalogue`,
        `${DESK}/catalogue.xlsx`,
        `${DESK}/catalogue.csv`,
        `${DESK}/catalogue/history`,
        `${DESK}/catalogue/rows/:row`,
        `${DESK}/catalogue/changes/:change`,
      ],
      POST: [
        `${DESK}/catalogue/:action`,
        `${DESK}/catalogue/rows/:row/:action`,
        `${DESK}/catalogue/changes/:change/:action`,
      ],
    },
    load: async () => (await import('../routes/catalogue-desk.tsx')).catalogueDeskRoutes(services),
  },
  {
    at: {
      GET: [
        `${DESK}/catalogue/templates`,
        `${DESK}/catalogue/templates/:template`,
        `${DESK}/catalogue/templates/:template/table.xlsx`,
        `${DESK}/catalogue/templates/:template/table.csv`,
        `${DESK}/catalogue/vocabulary`,
      ],
      POST: [
        `${DESK}/catalogue/templates/:template/preview`,
        `${DESK}/catalogue/templates/:template/:action`,
        `${DESK}/catalogue/vocabulary/:action`,
      ],
    },
    load: async () => (await import('../routes/catalogue-templates.tsx')).catalogueTemplateRoutes(services),
  },
  {
    at: {
      GET: [`${PUBLIC}/powers`, `${DESK}/catalogue/powers`, `${DESK}/catalogue/powers/:power`],
      POST: [`${DESK}/catalogue/powers/:action`, `${DESK}/catalogue/powers/:power/:action`],
    },
    load: async () => (await import('../routes/powers.tsx')).powerRoutes(services),
  },
  {
    at: {
      GET: [
        `${DESK}/propose`,
        `${DESK}/propose/:row`,
        `${DESK}/items/:item/edit`,
        `${DESK}/items/:item/revise`,
      ],
      POST: [`${DESK}/propose/:row`, `${DESK}/items/:item/edit`, `${DESK}/items/:item/revise`],
    },
    load: async () => (await import('../routes/propose.tsx')).proposeRoutes(services),
  },
  {
    at: {
      GET: [
        `${DESK}/items/:item/files`,
        `${DESK}/items/:item/files/:file`,
        `${DESK}/items/:item/files/:file/content`,
        `${DESK}/items/:item/files/:file/thumbnail`,
      ],
      POST: [`${DESK}/items/:item/files`],
    },
    load: async () => (await import('../routes/desk-files.tsx')).deskFileRoutes(services),
  },
  {
    at: { GET: [`${DESK}/items/:item`, `${DESK}/items/:item/check`], POST: [`${DESK}/items/:item/:action`] },
    load: async () => (await import('../routes/item-desk.tsx')).itemDeskRoutes(services),
  },
  {
    at: {
      GET: [
        `${PUBLIC}/news`,
        `${PUBLIC}/news/:news`,
        `${DESK}/news`,
        `${DESK}/news/write`,
        `${DESK}/news/:news`,
      ],
      POST: [`${DESK}/news/write/:action`, `${DESK}/news/:news/:action`],
    },
    load: async () => (await import('../routes/news.tsx')).newsRoutes(services),
  },
  {
    at: { GET: [`${PUBLIC}/decisions`, `${PUBLIC}/decisions/:decision`] },
    load: async () => (await import('../routes/decisions.tsx')).decisionRoutes(services),
  },
  {
    at: {
      GET: [`${DESK}/decisions`, `${DESK}/decisions/:decision`],
      POST: [`${DESK}/decisions/:action`, `${DESK}/decisions/:decision/:action`],
    },
    load: async () => (await import('../routes/decision-desk.tsx')).decisionDeskRoutes(services),
  },
  {
    at: {
      GET: [
        `${PUBLIC}/print/window`,
        `${PUBLIC}/print/catalogue`,
        `${PUBLIC}/print/items/:item`,
        `${PUBLIC}/sheets/items/:item/:version/:code`,
        `${PUBLIC}/sheets/window/:audience/:code`,
        `${PUBLIC}/sheets/catalogue/:audience/:code`,
      ],
    },
    load: async () => (await import('../routes/sheets.tsx')).sheetRoutes(services),
  },
  {
    at: { GET: [`${PUBLIC}/seals`] },
    load: async () => (await import('../routes/seals.tsx')).sealRoutes(services),
  },
];
