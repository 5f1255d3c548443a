import type { LaterPages } from './later.ts';
import type { SiteServices } from './services.ts';

const PUBLIC = '/o/:org';
const DESK = '/desk/o/:org';

/**
 * Every group of pages that a start can do without, by the addresses of its pages. A fixed name stands before a
 * parameter in its place.
 */
export const laterPages = (services: SiteServices): readonly LaterPages[] => [
  {
    at: { GET: [`${PUBLIC}/seals`] },
    load: async () => (await import('./routes/seals.tsx')).sealRoutes(services),
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
    load: async () => (await import('./routes/sheets.tsx')).sheetRoutes(services),
  },
  {
    at: {
      GET: ['/desk/reminders', `${DESK}/robots`],
      POST: [
        `${DESK}/reminders/:reminder/reading`,
        `${DESK}/reminders/:reminder/acknowledgement`,
        `${DESK}/reminders/:reminder/snooze`,
      ],
    },
    load: async () => (await import('./routes/inbox.tsx')).inboxRoutes(services),
  },
  {
    at: { GET: [DESK] },
    load: async () => (await import('./routes/office.tsx')).officeRoutes(services),
  },
  {
    at: { GET: [`${DESK}/problems`], POST: [`${DESK}/problems`] },
    load: async () => (await import('./routes/problems.tsx')).problemRoutes(services),
  },
  {
    at: { GET: [`${DESK}/reports`], POST: [`${DESK}/reports`, `${DESK}/reports/:unit/acknowledgement`] },
    load: async () => (await import('./routes/reports.tsx')).reportRoutes(services),
  },
  {
    at: { GET: [`${DESK}/opinions/new`], POST: [`${DESK}/opinions/new`] },
    load: async () => (await import('./routes/opinion-intake.tsx')).opinionIntakeRoutes(services),
  },
  {
    at: {
      GET: [`${DESK}/opinions`, `${DESK}/opinions/:opinion`],
      POST: [`${DESK}/opinions/:opinion/:action`],
    },
    load: async () => (await import('./routes/opinion-desk.tsx')).opinionDeskRoutes(services),
  },
  {
    at: { GET: [`${PUBLIC}/opinions/overview`] },
    load: async () => (await import('./routes/opinion-overview.tsx')).opinionOverviewRoutes(services),
  },
  {
    at: {
      GET: [
        `${DESK}/enquiries`,
        `${DESK}/enquiries/register`,
        `${DESK}/enquiries/receptions`,
        `${DESK}/enquiries/unmet`,
        `${DESK}/enquiries/:enquiry`,
      ],
      POST: [`${DESK}/enquiries/register`, `${DESK}/enquiries/:enquiry/:action`],
    },
    load: async () => (await import('./routes/enquiry-desk.tsx')).enquiryDeskRoutes(services),
  },
  {
    at: { GET: [`${DESK}/topics`, `${DESK}/topics/:topic`], POST: [`${DESK}/topics/:topic/:action`] },
    load: async () => (await import('./routes/topic-desk.tsx')).topicDeskRoutes(services),
  },
  {
    at: {
      GET: [`${DESK}/surveys`, `${DESK}/surveys/plan`, `${DESK}/surveys/:survey`],
      POST: [`${DESK}/surveys/plan`, `${DESK}/surveys/:survey/:action`],
    },
    load: async () => (await import('./routes/survey-desk.tsx')).surveyDeskRoutes(services),
  },
  {
    at: { GET: [`${DESK}/displays`] },
    load: async () => (await import('./routes/display-desk.tsx')).displayDeskRoutes(services),
  },
  {
    at: { GET: [`${DESK}/displays/:display`], POST: [`${DESK}/displays/:display/:action`] },
    load: async () => (await import('./routes/display-keeping.tsx')).displayKeepingRoutes(services),
  },
  {
    at: { GET: [`${DESK}/addresses`] },
    load: async () => (await import('./routes/addresses.tsx')).addressRoutes(services),
  },
  {
    at: { GET: [`${DESK}/screens`] },
    load: async () => (await import('./routes/screens.tsx')).screenRoutes(services),
  },
];
