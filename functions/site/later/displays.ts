import type { LaterPages } from '../later.ts';
import type { SiteServices } from '../services.ts';

const DESK = '/desk/o/:org';

/** Screens, office systems, and addresses for programs. */
export const displaysPages = (services: SiteServices): readonly LaterPages[] => [
  {
    at: { GET: [`${DESK}/displays`] },
    load: async () => (await import('../routes/display-desk.tsx')).displayDeskRoutes(services),
  },
  {
    at: { GET: [`${DESK}/office-system`], POST: [`${DESK}/office-system/:action`] },
    load: async () => (await import('../routes/office-system.tsx')).officeSystemRoutes(services),
  },
  {
    at: { GET: [`${DESK}/displays/:display`], POST: [`${DESK}/displays/:display/:action`] },
    load: async () => (await import('../routes/display-keeping.tsx')).displayKeepingRoutes(services),
  },
  {
    at: { GET: [`${DESK}/addresses`] },
    load: async () => (await import('../routes/addresses.tsx')).addressRoutes(services),
  },
  {
    at: { GET: [`${DESK}/screens`] },
    load: async () => (await import('../routes/screens.tsx')).screenRoutes(services),
  },
];
