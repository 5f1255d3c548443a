import type { LaterPages } from '../later.ts';
import type { SiteServices } from '../services.ts';

const PUBLIC = '/o/:org';
const DESK = '/desk/o/:org';

/** What people say and ask, and what becomes of it. */
export const voicesPages = (services: SiteServices): readonly LaterPages[] => [
  {
    at: { GET: [`${DESK}/opinions/new`], POST: [`${DESK}/opinions/new`] },
    load: async () => (await import('../routes/opinion-intake.tsx')).opinionIntakeRoutes(services),
  },
  {
    at: { GET: [`${PUBLIC}/opinions/overview`] },
    load: async () => (await import('../routes/opinion-overview.tsx')).opinionOverviewRoutes(services),
  },
  {
    at: {
      GET: [`${PUBLIC}/opinions`, `${PUBLIC}/opinions/follow`, `${PUBLIC}/opinions/:opinion`],
      POST: [
        `${PUBLIC}/opinions`,
        `${PUBLIC}/opinions/follow`,
        `${PUBLIC}/opinions/follow/:action`,
        `${PUBLIC}/opinions/:opinion/:action`,
      ],
    },
    load: async () => (await import('../routes/opinions.tsx')).opinionRoutes(services),
  },
  {
    at: {
      GET: [`${DESK}/opinions`, `${DESK}/opinions/:opinion`],
      POST: [`${DESK}/opinions/:opinion/:action`],
    },
    load: async () => (await import('../routes/opinion-desk.tsx')).opinionDeskRoutes(services),
  },
  {
    at: { GET: [`${DESK}/mailbox`], POST: [`${DESK}/mailbox/:action`] },
    load: async () => (await import('../routes/mailbox.tsx')).mailboxRoutes(services),
  },
  {
    at: {
      GET: [`${PUBLIC}/enquiries`, `${PUBLIC}/enquiries/follow`, `${PUBLIC}/enquiries/:enquiry`],
      POST: [
        `${PUBLIC}/enquiries`,
        `${PUBLIC}/enquiries/follow`,
        `${PUBLIC}/enquiries/follow/:action`,
        `${PUBLIC}/enquiries/:enquiry/:action`,
      ],
    },
    load: async () => (await import('../routes/enquiries.tsx')).enquiryRoutes(services),
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
    load: async () => (await import('../routes/enquiry-desk.tsx')).enquiryDeskRoutes(services),
  },
  {
    at: {
      GET: [`${PUBLIC}/topics`, `${PUBLIC}/topics/:topic`],
      POST: [`${PUBLIC}/topics`, `${PUBLIC}/topics/:topic/support`],
    },
    load: async () => (await import('../routes/topics.tsx')).topicRoutes(services),
  },
  {
    at: { GET: [`${DESK}/topics`, `${DESK}/topics/:topic`], POST: [`${DESK}/topics/:topic/:action`] },
    load: async () => (await import('../routes/topic-desk.tsx')).topicDeskRoutes(services),
  },
  {
    at: { GET: [`${PUBLIC}/surveys`, `${PUBLIC}/surveys/:survey`], POST: [`${PUBLIC}/surveys/:survey`] },
    load: async () => (await import('../routes/surveys.tsx')).surveyRoutes(services),
  },
  {
    at: {
      GET: [`${DESK}/surveys`, `${DESK}/surveys/plan`, `${DESK}/surveys/:survey`],
      POST: [`${DESK}/surveys/plan`, `${DESK}/surveys/:survey/:action`],
    },
    load: async () => (await import('../routes/survey-desk.tsx')).surveyDeskRoutes(services),
  },
  {
    at: { GET: [`${DESK}/problems`], POST: [`${DESK}/problems`] },
    load: async () => (await import('../routes/problems.tsx')).problemRoutes(services),
  },
  {
    at: { GET: [`${DESK}/reports`], POST: [`${DESK}/reports`, `${DESK}/reports/:unit/acknowledgement`] },
    load: async () => (await import('../routes/reports.tsx')).reportRoutes(services),
  },
];
