import { darkAt } from '../../domain/display/screen.ts';
import type { OrganisationId, OrgScope } from '../../domain/kernel/scope.ts';
import { epochOf, type Instant } from '../../domain/kernel/time.ts';
import { screenRulesOf } from '../../domain/organisation/policy.ts';
import type { Views } from '../adapters/views.ts';
import type { Aggregates } from './aggregates.ts';
import { Calendars } from './calendars.ts';
import { Tenancy } from './tenancy.ts';
import { screenSort, screensKey } from './view-keys.ts';

/** What is known of a screen by its own word. Of the device and who stands before it: nothing. */
export interface ScreenCard {
  readonly organisation: OrganisationId;
  readonly display: string;
  readonly name: string;
  readonly place: string;
  readonly seenAt: Instant;
  /** Revision of the board that it showed then, and the one that it should have shown. */
  readonly shown: string;
  readonly current: string;
  /** Since when it has been seen with another than the current one. */
  readonly behindSince?: Instant;
  /** When it counts as dark if nothing more is heard of it. */
  readonly darkAt: Instant;
}

export interface Heartbeat extends Pick<ScreenCard, 'display' | 'name' | 'place' | 'shown' | 'current'> {
  readonly at: Instant;
}

interface Sources {
  readonly views: Pick<Views, 'get' | 'put'>;
  readonly aggregates: Aggregates;
  readonly district: OrganisationId;
}

const MINUTE_MS = 60_000;
/** A screen reports each five minutes; one without a script asks for its page each minute, and most of that is no news. */
const NO_NEWS_MS = 4 * MINUTE_MS;

/**
 * Takes the heartbeats of screens. They are no acts of anybody, so none is in the record: one row a screen is written
 * over, at most once a minute. A screen that is on day and night costs some 290 write units and as many reads of one
 * row a day.
 */
export class Screens {
  readonly #sources: Sources;
  readonly #tenancy: Tenancy;
  readonly #calendars: Calendars;

  constructor(sources: Sources) {
    this.#sources = sources;
    this.#tenancy = new Tenancy(sources.aggregates);
    this.#calendars = new Calendars(sources.aggregates, sources.district);
  }

  /** False when there was nothing new in it. */
  async hear(scope: OrgScope, { at, ...word }: Heartbeat): Promise<boolean> {
    const { views, district } = this.#sources;
    const place = { pk: screensKey(district), sk: screenSort(scope.organisation, word.display) };
    const before = (await views.get(place.pk, place.sk))?.card as ScreenCard | undefined;
    if (before && isNoNews(before, word, at)) return false;
    const [{ organisation, superior }, { calendar }] = await Promise.all([
      this.#tenancy.tenants(scope),
      this.#calendars.current(),
    ]);
    const rules = screenRulesOf(organisation.policy, superior?.policy);
    const card: ScreenCard = {
      organisation: scope.organisation,
      ...word,
      seenAt: at,
      ...(word.shown !== word.current && { behindSince: before?.behindSince ?? at }),
      darkAt: darkAt(at, rules, calendar),
    };
    return views.put({ ...place, version: Math.floor(epochOf(at) / MINUTE_MS), card });
  }
}

const isNoNews = (before: ScreenCard, word: Omit<Heartbeat, 'at'>, at: Instant): boolean =>
  before.shown === word.shown &&
  before.current === word.current &&
  epochOf(at) - epochOf(before.seenAt) < NO_NEWS_MS;
