import type { Actor } from '../../domain/kernel/decider.ts';
import { refuse } from '../../domain/kernel/refusal.ts';
import { ID_PATTERN, type OrgScope } from '../../domain/kernel/scope.ts';
import { SUPERIOR_SEATS } from '../../domain/organisation/policy.ts';
import { type Houses, standingOf } from '../../domain/supervision/inspectors.ts';
import { type About, ATTACHABLE } from '../../domain/supervision/steps.ts';
import { mayWork } from '../../domain/visibility.ts';
import type { Log } from '../adapters/log.ts';
import { actorOf } from '../edge/principal.ts';
import { Tenancy } from '../shell/tenancy.ts';
import type { Ground } from './ground.ts';
import type { IssueRequest } from './request.ts';

/** What the decisions of supervision rest on, and who may take part in it. */
export class Supervision {
  readonly #log: Log;
  readonly #tenancy: Tenancy;

  constructor({ log, aggregates }: Pick<Ground, 'log' | 'aggregates'>) {
    this.#log = log;
    this.#tenancy = new Tenancy(aggregates);
  }

  async houses(scope: OrgScope): Promise<Houses> {
    return { id: scope.organisation, ...(await this.#tenancy.tenants(scope)) };
  }

  /** With how many steps there are of what the command names. */
  async facts(scope: OrgScope, { data }: IssueRequest): Promise<Houses & { readonly steps?: number }> {
    const { about } = data as { about?: About };
    const [houses, steps] = await Promise.all([this.houses(scope), this.#steps(scope, about)]);
    return { ...houses, ...(steps !== undefined && { steps }) };
  }

  /**
   * Somebody who supervises the organisation or works there, or who is involved in this very thing.
   * @throws Refusal `not-permitted` for anybody else, whether the thing exists or not
   */
  async actor(
    scope: OrgScope,
    { person, actingSeat, now }: IssueRequest,
    isInvolved?: (person: string) => Promise<boolean>,
  ): Promise<Actor> {
    const signedIn = person ?? refuse('not-signed-in');
    const [houses, reader] = await Promise.all([
      this.houses(scope),
      this.#tenancy.reader(scope, signedIn, now),
    ]);
    const mayAct = mayWork(reader, scope.organisation) || standingOf(signedIn, houses, now) !== undefined;
    if (!mayAct && !(await isInvolved?.(signedIn)))
      refuse('not-permitted', { allowed: '本组织或上级党务公开机构的岗位' });
    return this.person(scope, signedIn, actingSeat, now);
  }

  /** The person under a seat here or above. */
  person(scope: OrgScope, person: string, seat: string | undefined, now: string): Promise<Actor> {
    return actorOf(this.#tenancy, scope, person, now, { seat, above: SEATS_ABOVE });
  }

  async #steps(scope: OrgScope, about: About | undefined): Promise<number | undefined> {
    if (!about) return undefined;
    if (!ID_PATTERN.test(about.id)) return 0;
    return (await this.#log.read(scope.stream(ATTACHABLE[about.kind].stream, about.id))).length;
  }
}

const SEATS_ABOVE = [
  ...SUPERIOR_SEATS,
  { body: 'supervision-group' },
  { body: 'supervisors' },
  { body: 'office' },
] as const;
