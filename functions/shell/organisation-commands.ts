import type * as z from 'zod/mini';
import { rulesOf } from '../../domain/duty/rules.ts';
import type { Actor } from '../../domain/kernel/decider.ts';
import { OrgScope } from '../../domain/kernel/scope.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import { holders } from '../../domain/organisation/authority.ts';
import type { onboardOrganisation } from '../../domain/organisation/commands.ts';
import {
  type OrganisationCommand,
  type OrganisationFacts,
  organisationDecider,
} from '../../domain/organisation/decider.ts';
import { namedBy } from '../../domain/organisation/life.ts';
import type { moveOrganisation } from '../../domain/organisation/life-commands.ts';
import type { Organisation, OrganisationState } from '../../domain/organisation/organisation.ts';
import { refuse } from '../../domain/organisation/refusals.ts';
import type { Log } from '../adapters/log.ts';
import type { Views } from '../adapters/views.ts';
import { ADMINISTRATORS } from './administrators.ts';
import { officeAboveBoth, pathOf } from './affiliation.ts';
import type { Aggregates } from './aggregates.ts';
import { execute, type Outcome, type Request } from './execute.ts';
import { openWork, waitsNow } from './open-work.ts';
import { organisationsBelow } from './reading/organisation-cards.ts';
import { Tenancy } from './tenancy.ts';

type Onboarding = z.infer<typeof onboardOrganisation>;
type Moving = z.infer<typeof moveOrganisation>;

export type OrganisationRequest = Omit<Request<OrganisationCommand, OrganisationState>, 'stream' | 'facts'>;

export interface District {
  /** Root of the tree of organisations. */
  readonly id: string;
  /**
   * The one person who may set the district up. Their power ends by itself as soon as somebody holds a seat in the
   * district's office. Only the API need know them: pages are for a district that has been set up.
   */
  readonly administrator?: string;
}

type OrganisationViews = Pick<Views, 'list' | 'listIndex'>;

/** Issues commands on organisations: who belongs to them, who sits where, by which rules they work, and their life. */
export class OrganisationCommands {
  readonly #log: Log;
  readonly #aggregates: Aggregates;
  readonly #tenancy: Tenancy;
  readonly #district: District;
  readonly #views: OrganisationViews;

  constructor(log: Log, aggregates: Aggregates, district: District, views: OrganisationViews) {
    this.#log = log;
    this.#aggregates = aggregates;
    this.#tenancy = new Tenancy(aggregates);
    this.#district = district;
    this.#views = views;
  }

  async issue(scope: OrgScope, request: OrganisationRequest): Promise<Outcome<OrganisationState>> {
    const outcome = await this.#execute(scope, request);
    if (request.type === 'MoveOrganisation') await this.#requireTree(scope, request, outcome);
    return outcome;
  }

  #execute(
    scope: OrgScope,
    request: OrganisationRequest,
    settled: Partial<OrganisationFacts> = {},
  ): Promise<Outcome<OrganisationState>> {
    return execute({ log: this.#log, aggregates: this.#aggregates }, organisationDecider, {
      ...request,
      stream: scope.stream('ORGANISATION', scope.organisation),
      facts: async (state) => ({ ...(await this.#facts(scope, request, await state)), ...settled }),
    });
  }

  /**
   * Two moves at the same moment may each be right and make a ring of both: nothing locks two streams. Whoever comes last
   * sees it, and takes their own back.
   */
  async #requireTree(
    scope: OrgScope,
    request: OrganisationRequest,
    { state }: Outcome<OrganisationState>,
  ): Promise<void> {
    const { to, ...data } = request.data as Moving;
    this.#aggregates.doubt();
    const left = state?.moves?.at(-1)?.left;
    const isRing = state?.superior === to && (await pathOf(this.#tenancy, to)).includes(scope.organisation);
    if (!isRing || left === undefined) return;
    const back = {
      ...request,
      data: { ...data, to: left, reason: '与同时办理的隶属关系调整相互矛盾，予以撤回。' },
      commandId: `${request.commandId}-back`,
      expectedVersion: undefined,
    };
    // From within a ring nobody stands above.
    await this.#execute(scope, back, { mayMove: true, leadsInside: false });
    refuse('move-inside-itself', { field: 'to' });
  }

  async #facts(
    scope: OrgScope,
    request: OrganisationRequest,
    state: OrganisationState,
  ): Promise<OrganisationFacts> {
    const superiorId =
      request.type === 'OnboardOrganisation' ? (request.data as Onboarding).superior : state?.superior;
    const superior = superiorId ? await this.#tenancy.find(new OrgScope(superiorId)) : undefined;
    const mayAdminister = await this.#mayAdminister(scope, request, state, superior);
    const isMisplaced = superiorId ? !superior : scope.organisation !== this.#district.id;
    if (mayAdminister && isMisplaced) refuse('organisation-unknown', { field: 'superior' });
    return {
      mayAdminister,
      mayOversee: isOfficeOf(superior, request.actor, request.now),
      ...(superior && {
        floor: superior.policy,
        floorRules: rulesOf(superior, undefined).rules,
        superiorKind: superior.kind,
      }),
      ...(mayAdminister && (await this.#around(scope, request, state))),
      ...(request.type === 'MoveOrganisation' && (await this.#moving(scope, request))),
    };
  }

  /** What the command says of another organisation, and what a merger would leave behind. */
  async #around(
    scope: OrgScope,
    request: OrganisationRequest,
    state: OrganisationState,
  ): Promise<Pick<OrganisationFacts, 'source' | 'successor' | 'openWork' | 'subordinates'>> {
    const named = namedBy(request);
    // Nobody takes over their own way of working, or is merged into themselves.
    if (named === undefined || named === scope.organisation) return {};
    const other = await this.#tenancy.find(new OrgScope(named));
    if (request.type !== 'MergeOrganisation') return other ? { source: other } : {};
    const [open, below] = await Promise.all([
      openWork(this.#views, scope.organisation, state?.superior),
      organisationsBelow(this.#views, scope.organisation),
    ]);
    return {
      ...(other && { successor: other }),
      openWork: open.filter((card) => waitsNow(card, request.now)).length,
      subordinates: below.filter(({ successor }) => successor === undefined).length,
    };
  }

  async #moving(
    { organisation: id }: OrgScope,
    { data, actor, now }: OrganisationRequest,
  ): Promise<Pick<OrganisationFacts, 'destination' | 'leadsInside' | 'mayMove'>> {
    const { to } = data as Moving;
    const [destination, path, office] = await Promise.all([
      this.#tenancy.find(new OrgScope(to)),
      pathOf(this.#tenancy, to),
      actor.kind === 'person' ? officeAboveBoth(this.#tenancy, { id, to }, actor.person, now) : undefined,
    ]);
    return {
      ...(destination && { destination }),
      leadsInside: path.includes(id),
      mayMove: office !== undefined,
    };
  }

  /** The district takes in every organisation, under itself or under one that it took in before. */
  async #mayAdminister(
    scope: OrgScope,
    { type, actor, now }: OrganisationRequest,
    state: OrganisationState,
    superior: OrganisationState,
  ): Promise<boolean> {
    if (scope.organisation === this.#district.id) {
      return isOfficeOf(state, actor, now) || this.#isFounder(state, actor, now);
    }
    if (type === 'OnboardOrganisation') {
      return isOfficeOf(await this.#tenancy.find(new OrgScope(this.#district.id)), actor, now);
    }
    return isOfficeOf(state, actor, now) || isOfficeOf(superior, actor, now);
  }

  #isFounder(district: OrganisationState, actor: Actor, now: Instant): boolean {
    if (actor.kind !== 'person' || actor.person !== this.#district.administrator) return false;
    return district === undefined || holders(district, ADMINISTRATORS, now).size === 0;
  }
}

function isOfficeOf(organisation: Organisation | undefined, actor: Actor, now: Instant): boolean {
  if (!organisation || actor.kind !== 'person') return false;
  return holders(organisation, ADMINISTRATORS, now).has(actor.person);
}
