import type { LaterPages } from '../later.ts';
import type { SiteServices } from '../services.ts';

const PUBLIC = '/o/:org';
const DESK = '/desk/o/:org';

/** Signing in, the desk, and the organisation itself: its people and its log. */
export const organisationPages = (services: SiteServices): readonly LaterPages[] => [
  {
    at: { GET: ['/desk'], POST: [`${DESK}/seat`] },
    load: async () => (await import('../routes/desk.tsx')).deskRoutes(services),
  },
  {
    at: { GET: ['/login', '/login/callback', '/logout'], POST: ['/logout'] },
    load: async () => (await import('../routes/sign-in.tsx')).signInRoutes(services),
  },
  {
    at: { GET: [`${PUBLIC}/about`, `${PUBLIC}/scheme`, `${PUBLIC}/statistics`] },
    load: async () => (await import('../routes/about.tsx')).aboutRoutes(services),
  },
  {
    at: { GET: [`${DESK}/profile`], POST: [`${DESK}/profile/:action`] },
    load: async () => (await import('../routes/profile-desk.tsx')).profileDeskRoutes(services),
  },
  {
    at: {
      GET: [`${DESK}/roster`, `${DESK}/roster.xlsx`, `${DESK}/roster.csv`],
      POST: [`${DESK}/roster`],
    },
    load: async () => (await import('../routes/roster.tsx')).rosterRoutes(services),
  },
  {
    at: {
      GET: [`${DESK}/organisation`, `${DESK}/organisation/gaps`],
      POST: [`${DESK}/organisation/:action`],
    },
    load: async () => (await import('../routes/organisation-desk.tsx')).organisationDeskRoutes(services),
  },
  {
    at: { GET: [DESK] },
    load: async () => (await import('../routes/office.tsx')).officeRoutes(services),
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
    load: async () => (await import('../routes/inbox.tsx')).inboxRoutes(services),
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
    load: async () => (await import('../routes/activities.tsx')).activityRoutes(services),
  },
  {
    at: {
      GET: [`${DESK}/campaigns`, `${DESK}/campaigns/plan`, `${DESK}/campaigns/:campaign`],
      POST: [`${DESK}/campaigns/plan/:action`, `${DESK}/campaigns/:campaign/:action`],
    },
    load: async () => (await import('../routes/campaigns.tsx')).campaignRoutes(services),
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
    load: async () => (await import('../routes/circulars.tsx')).circularRoutes(services),
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
    load: async () => (await import('../routes/summaries.tsx')).summaryRoutes(services),
  },
];
