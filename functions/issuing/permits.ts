import type { Actor } from '../../domain/kernel/decider.ts';
import { refuse } from '../../domain/kernel/refusal.ts';
import { OrgScope } from '../../domain/kernel/scope.ts';
import { holders } from '../../domain/organisation/authority.ts';
import { SUPERIOR_SEATS } from '../../domain/organisation/policy.ts';
import { requireOpen, requireRunning } from '../../domain/organisation/standing.ts';
import { mayWork, type Reader } from '../../domain/visibility.ts';
import { actorOf } from '../edge/principal.ts';
import { ADMINISTRATORS } from '../shell/administrators.ts';
import type { Aggregates } from '../shell/aggregates.ts';
import type { Tenancy } from '../shell/tenancy.ts';
import type { IssueRequest } from './request.ts';

/** Who asks, under which seat they want to act, and when. */
export type Asker = Pick<IssueRequest, 'person' | 'actingSeat' | 'now'>;

/** Who is asking, and whether they may know of the thing at all. What they may do with it, the domain decides. */
export class Permits {
  readonly #aggregates: Aggregates;
  readonly #tenancy: Tenancy;
  readonly #district: string;

  constructor(aggregates: Aggregates, tenancy: Tenancy, district: string) {
    this.#aggregates = aggregates;
    this.#tenancy = tenancy;
    this.#district = district;
  }

  /**
   * Somebody of the office, acting here or from above; for an organisation that is not there yet, from the district.
   * @throws Refusal `organisation-closed`
   */
  async administrator(scope: OrgScope, asker: Asker): Promise<Actor> {
    const person = signedIn(asker);
    const found = await this.#tenancy.find(scope);
    if (found) requireOpen(found);
    const place = found ? scope : new OrgScope(this.#district);
    // Before the district itself is set up there are no seats; its founder acts for themselves.
    if (!(await this.#tenancy.find(place))) {
      return { kind: 'person', person, organisation: place.organisation };
    }
    return actorOf(this.#tenancy, place, person, asker.now, {
      seat: asker.actingSeat,
      above: ADMINISTRATORS,
    });
  }

  /**
   * Somebody who works here: an official, or whoever was asked about this very thing. Everybody else gets one and the
   * same answer, whether the thing exists or not. What is under way in a suspended organisation may be finished.
   * @throws Refusal `not-permitted`; `organisation-closed`; `not-found` when there is no such organisation
   */
  async worker(
    scope: OrgScope,
    asker: Asker,
    wasAsked?: (person: string) => Promise<boolean>,
  ): Promise<Actor> {
    const person = signedIn(asker);
    const [reader, { organisation }] = await Promise.all([
      this.reader(scope, asker),
      this.#tenancy.tenants(scope),
    ]);
    if (!mayWork(reader, scope.organisation) && !(await wasAsked?.(person))) {
      refuse('not-permitted', { allowed: '本组织党务公开机构的岗位' });
    }
    requireOpen(organisation);
    return actorOf(this.#tenancy, scope, person, asker.now, { seat: asker.actingSeat });
  }

  /**
   * Somebody who works here, or anybody of the superior's office, which excuses.
   * @throws Refusal `not-permitted`; `not-found` when there is no such organisation
   */
  async keeper(scope: OrgScope, asker: Asker): Promise<Actor> {
    const person = signedIn(asker);
    const [reader, { organisation, superior }] = await Promise.all([
      this.reader(scope, asker),
      this.#tenancy.tenants(scope),
    ]);
    const isAbove = superior !== undefined && holders(superior, ADMINISTRATORS, asker.now).has(person);
    if (!isAbove && !mayWork(reader, scope.organisation)) {
      refuse('not-permitted', { allowed: '本组织或上级党务公开机构的岗位' });
    }
    requireOpen(organisation);
    return actorOf(this.#tenancy, scope, person, asker.now, {
      seat: asker.actingSeat,
      above: [...ADMINISTRATORS, ...SUPERIOR_SEATS],
    });
  }

  /**
   * Somebody who leaves an opinion: under their name, or as a visitor of whom the record keeps nothing.
   * @throws Refusal `organisation-suspended`, `organisation-closed`: there is nobody to hear it
   */
  async speaker(scope: OrgScope, asker: Asker, isAnonymous: boolean): Promise<Actor> {
    requireRunning((await this.#tenancy.tenants(scope)).organisation);
    if (asker.person === undefined || isAnonymous) return { kind: 'system', name: 'visitor' };
    return actorOf(this.#tenancy, scope, asker.person, asker.now, { seat: asker.actingSeat });
  }

  reader(scope: OrgScope, { person, now }: Asker): Promise<Reader> {
    return this.#tenancy.reader(scope, person, now);
  }

  /** Was asked for help with the version in work: provides its content, or is consulted on it. */
  async isAsked(scope: OrgScope, item: string, person: string): Promise<boolean> {
    return (await import('./concerned.ts')).isAsked(this.#aggregates, scope, item, person);
  }

  /** Has to answer the opinion, to decide on it, to put something right, or left it. */
  async ownsFeedback(scope: OrgScope, feedback: string, person: string): Promise<boolean> {
    return (await import('./concerned.ts')).ownsFeedback(this.#aggregates, scope, feedback, person);
  }
}

const signedIn = ({ person }: Asker): string => person ?? refuse('not-signed-in');
