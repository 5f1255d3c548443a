import { disclosurePages } from './later/disclosure.ts';
import { displaysPages } from './later/displays.ts';
import { organisationPages } from './later/organisation.ts';
import { supervisionPages } from './later/supervision.ts';
import { voicesPages } from './later/voices.ts';
import type { LaterPages } from './later.ts';
import type { SiteServices } from './services.ts';

/**
 * Every group of pages that a start can do without, by the addresses of its pages: all but the boards. A fixed name
 * stands before a parameter in its place.
 */
export const laterPages = (services: SiteServices): readonly LaterPages[] => [
  ...disclosurePages(services),
  ...voicesPages(services),
  ...organisationPages(services),
  ...supervisionPages(services),
  ...displaysPages(services),
];
