import type { HttpEnv } from '../../edge/http.ts';
import { FORMAT_NAMES } from '../feed-formats.ts';
import type { LaterPages } from '../later.ts';
import type { SiteServices } from '../services.ts';

/** Where there is something to pull: the board of a school, its screens in general, one screen. */
export const HOMES = ['/o/:org', '/display/:org', '/display/:org/:display'] as const;

/** What machines fetch, without a session: feeds, due days, scripts to be read out, screens on the wall. */
export const machinePages = (services: SiteServices): readonly LaterPages<HttpEnv>[] => [
  {
    at: { GET: HOMES.flatMap((home) => FORMAT_NAMES.map((name) => `${home}/${name}`)) },
    load: async () => (await import('../routes/feeds.ts')).feedRoutes(services),
  },
  {
    at: { GET: ['/feeds/:org/duties.ics'] },
    load: async () => (await import('../routes/duty-feed.ts')).dutyFeedRoutes(services),
  },
  {
    at: { GET: ['/o/:org/items/:item/script.txt'] },
    load: async () => (await import('../routes/radio-script.ts')).radioScriptRoutes(services),
  },
  {
    at: { GET: ['/display/:org', '/display/:org/:display'], POST: ['/display/:org/:display/seen'] },
    load: async () => (await import('../routes/display.tsx')).displayRoutes(services),
  },
];
