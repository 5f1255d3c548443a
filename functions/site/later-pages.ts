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
    at: {
      GET: [
        `${PUBLIC}/evaluation`,
        `${DESK}/evaluation`,
        `${DESK}/evaluation/standard`,
        `${DESK}/evaluation/years/:year`,
        `${DESK}/evaluation/years/:year/overview`,
        `${DESK}/evaluation/years/:year/overview.xlsx`,
        `${DESK}/evaluation/signals/:period/:signal`,
      ],
      POST: [
        `${DESK}/evaluation/standard/:action`,
        `${DESK}/evaluation/years/:year/:action`,
        `${DESK}/evaluation/signals/:period/:signal/:action`,
      ],
    },
    load: async () => (await import('./routes/evaluation.tsx')).evaluationRoutes(services),
  },
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
    at: { GET: [`${PUBLIC}/about`, `${PUBLIC}/scheme`, `${PUBLIC}/statistics`] },
    load: async () => (await import('./routes/about.tsx')).aboutRoutes(services),
  },
  {
    at: { GET: [`${DESK}/profile`], POST: [`${DESK}/profile/:action`] },
    load: async () => (await import('./routes/profile-desk.tsx')).profileDeskRoutes(services),
  },
  {
    at: {
      GET: [`${DESK}/roster`, `${DESK}/roster.xlsx`, `${DESK}/roster.csv`],
      POST: [`${DESK}/roster`],
    },
    load: async () => (await import('./routes/roster.tsx')).rosterRoutes(services),
  },
  {
    at: {
      GET: [`${DESK}/organisation`, `${DESK}/organisation/gaps`],
      POST: [`${DESK}/organisation/:action`],
    },
    load: async () => (await import('./routes/organisation-desk.tsx')).organisationDeskRoutes(services),
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
    at: { GET: [`${DESK}/mailbox`], POST: [`${DESK}/mailbox/:action`] },
    load: async () => (await import('./routes/mailbox.tsx')).mailboxRoutes(services),
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
    load: async () => (await import('./routes/news.tsx')).newsRoutes(services),
  },
  {
    at: { GET: [`${PUBLIC}/decisions`, `${PUBLIC}/decisions/:decision`] },
    load: async () => (await import('./routes/decisions.tsx')).decisionRoutes(services),
  },
  {
    at: {
      GET: [`${DESK}/decisions`, `${DESK}/decisions/:decision`],
      POST: [`${DESK}/decisions/:action`, `${DESK}/decisions/:decision/:action`],
    },
    load: async () => (await import('./routes/decision-desk.tsx')).decisionDeskRoutes(services),
  },
  {
    at: {
      GET: [
        `${PUBLIC}/supervision`,
        `${DESK}/supervision`,
        `${DESK}/supervision/bundle.zip`,
        `${DESK}/supervision/visits/:visit`,
        `${DESK}/supervision/follow-ups/:followup`,
        `${DESK}/supervision/cases/:case`,
      ],
      POST: [
        `${DESK}/supervision/:action`,
        `${DESK}/supervision/visits/:visit/:action`,
        `${DESK}/supervision/follow-ups/:followup/:action`,
        `${DESK}/supervision/cases/:case/:action`,
      ],
    },
    load: async () => (await import('./routes/supervision.tsx')).supervisionRoutes(services),
  },
  {
    at: {
      GET: [
        `${DESK}/activities`,
        `${DESK}/activities/record`,
        `${DESK}/activities/trainings`,
        `${DESK}/activities/:activity`,
        `${PUBLIC}/activities`,
        `${PUBLIC}/activities/:activity`,
      ],
      POST: [
        `${DESK}/activities/record/:action`,
        `${DESK}/activities/:activity/:action`,
        `${PUBLIC}/activities/:activity/booking`,
      ],
    },
    load: async () => (await import('./routes/activities.tsx')).activityRoutes(services),
  },
  {
    at: {
      GET: [`${DESK}/campaigns`, `${DESK}/campaigns/plan`, `${DESK}/campaigns/:campaign`],
      POST: [`${DESK}/campaigns/plan/:action`, `${DESK}/campaigns/:campaign/:action`],
    },
    load: async () => (await import('./routes/campaigns.tsx')).campaignRoutes(services),
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
    load: async () => (await import('./routes/catalogue-desk.tsx')).catalogueDeskRoutes(services),
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
    load: async () => (await import('./routes/catalogue-templates.tsx')).catalogueTemplateRoutes(services),
  },
  {
    at: {
      GET: [`${PUBLIC}/powers`, `${DESK}/catalogue/powers`, `${DESK}/catalogue/powers/:power`],
      POST: [`${DESK}/catalogue/powers/:action`, `${DESK}/catalogue/powers/:power/:action`],
    },
    load: async () => (await import('./routes/powers.tsx')).powerRoutes(services),
  },
  {
    at: { GET: [`${DESK}/displays`] },
    load: async () => (await import('./routes/display-desk.tsx')).displayDeskRoutes(services),
  },
  {
    at: { GET: [`${DESK}/office-system`], POST: [`${DESK}/office-system/:action`] },
    load: async () => (await import('./routes/office-system.tsx')).officeSystemRoutes(services),
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
    at: {
      GET: [
        `${DESK}/circulars`,
        `${DESK}/circulars/issue`,
        `${DESK}/circulars/:circular`,
        `${DESK}/received/:issuer/:circular`,
        `${PUBLIC}/circulars`,
        `${PUBLIC}/circulars/:issuer/:circular`,
      ],
      POST: [
        `${DESK}/circulars/issue/:action`,
        `${DESK}/circulars/:circular/:action`,
        `${DESK}/received/:issuer/:circular/:action`,
        `${PUBLIC}/circulars/:issuer/:circular/:action`,
      ],
    },
    load: async () => (await import('./routes/circulars.tsx')).circularRoutes(services),
  },
  {
    at: {
      GET: [
        `${DESK}/summaries`,
        `${DESK}/summaries/:year`,
        `${DESK}/summaries/:year/items`,
        `${DESK}/summaries/:year/summary.xlsx`,
        `${DESK}/summaries/:year/summary.html`,
        `${DESK}/filings/new`,
        `${DESK}/filings/:unit/:filing`,
      ],
      POST: [
        `${DESK}/summaries/:year/propose`,
        `${DESK}/summaries/:year/:action`,
        `${DESK}/filings/new/:action`,
        `${DESK}/filings/:unit/:filing/:action`,
      ],
    },
    load: async () => (await import('./routes/summaries.tsx')).summaryRoutes(services),
  },
  {
    at: { GET: [`${DESK}/screens`] },
    load: async () => (await import('./routes/screens.tsx')).screenRoutes(services),
  },
];
