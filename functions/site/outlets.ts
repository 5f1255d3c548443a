import type { Context } from 'hono';
import type { Viewpoint } from '../../domain/display/notice.ts';
import { isOfficeSystem } from '../../domain/display/office-system.ts';
import { type Display, displayHistory } from '../../domain/display/state.ts';
import { refuse } from '../../domain/kernel/refusal.ts';
import type { OrgScope } from '../../domain/kernel/scope.ts';
import { organisationHistory } from '../../domain/organisation/organisation.ts';
import type { HttpEnv } from '../edge/http.ts';
import { type OnShow, onShow } from '../shell/reading/on-show.ts';
import { idFrom, scopeFrom } from './frames.ts';
import type { SiteServices } from './services.ts';

/** More than this nobody waits for before a screen, and few feed readers keep. */
const MOST = 30;

export interface ShownDisplay extends Pick<Display, 'name' | 'place' | 'screen'> {
  readonly id: string;
  /** It brought its own token: this is the screen itself, and not somebody who looks at its page. */
  readonly isItself: boolean;
}

/** What is fetched by things instead of people: the board of a school, or what one of its screens shows. */
export interface Outlet {
  readonly scope: OrgScope;
  readonly organisation: { readonly id: string; readonly name: string; readonly shortName: string };
  /** When the organisation was last changed. */
  readonly organisationAt: string;
  /** The screen, when it is that of one. */
  readonly display?: ShownDisplay | undefined;
  readonly viewpoint: Viewpoint;
  readonly shown: readonly OnShow[];
}

/** Finds out what an address without a session stands for, and what it has to show. */
export class Outlets {
  readonly #services: SiteServices;
  readonly #tokens: SiteServices['displayTokens'];

  constructor(services: SiteServices) {
    this.#services = services;
    this.#tokens = services.displayTokens;
  }

  /** @throws Refusal `not-found`, also for a screen that does not prove which one it is */
  async outletOf(c: Context<HttpEnv>): Promise<Outlet> {
    const scope = scopeFrom(c);
    const stream = scope.stream('ORGANISATION', scope.organisation);
    const { state, at } = await this.#services.aggregates.load(stream, organisationHistory);
    const { name, shortName } = state ?? refuse('not-found');
    const organisation = { id: scope.organisation, name, shortName };
    const id = c.req.param('display') === undefined ? undefined : idFrom(c, 'display');
    const display = id === undefined ? undefined : await this.#displayOf(c, scope, id);
    const viewpoint = { audience: display?.audience ?? ('public' as const), filter: display?.filter };
    const shown = await onShow(this.#services, organisation, viewpoint, { now: c.var.now, most: MOST });
    return {
      scope,
      organisation,
      organisationAt: at,
      display,
      viewpoint,
      shown,
    };
  }

  async #displayOf(c: Context<HttpEnv>, scope: OrgScope, id: string): Promise<ShownDisplay & Display> {
    const { state: display } = await this.#services.aggregates.load(
      scope.stream('DISPLAY', id),
      displayHistory,
    );
    // An office system has no page: what is disclosed inside the Party is sent to it, and fetched by nobody.
    if (!display?.active || isOfficeSystem(display)) return refuse('not-found');
    const token = tokenIn(c);
    const isItself =
      token !== undefined && this.#tokens.admits(scope.organisation, id, display, token, c.var.now);
    return isItself || display.audience === 'public' ? { ...display, id, isItself } : refuse('not-found');
  }
}

/** In a header where the player can send one, in the address otherwise. */
export function tokenIn(c: Context<HttpEnv>): string | undefined {
  const bearer = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  return bearer ?? c.req.query('token');
}
