import type { LaterPages } from '../later.ts';
import type { SiteServices } from '../services.ts';

const PUBLIC = '/o/:org';
const DESK = '/desk/o/:org';

/** Who owes what, how well it is done, and who looks after that. */
export const supervisionPages = (services: SiteServices): readonly LaterPages[] => [
  {
    at: {
      GET: [
        `${DESK}/overview`,
        `${DESK}/overview/bulletin`,
        `${DESK}/duties`,
        `${DESK}/overview.xlsx`,
        `${DESK}/overview.csv`,
        `${DESK}/duties.xlsx`,
        `${DESK}/duties.csv`,
      ],
    },
    load: async () => (await import('../routes/duties.tsx')).dutyRoutes(services),
  },
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
    load: async () => (await import('../routes/evaluation.tsx')).evaluationRoutes(services),
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
    load: async () => (await import('../routes/supervision.tsx')).supervisionRoutes(services),
  },
];
