import { refuse } from '../../domain/kernel/refusal.ts';
import { type OrganisationId, OrgScope, type StreamName } from '../../domain/kernel/scope.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import { holders, seatsOf } from '../../domain/organisation/authority.ts';
import type { SeatRule } from '../../domain/organisation/body.ts';
import {
  type Organisation,
  type OrganisationState,
  organisationHistory,
} from '../../domain/organisation/organisation.ts';
import { reachesBelow } from '../../domain/organisation/party-reach.ts';
import { type Policy, SUPERIOR_SEATS } from '../../domain/organisation/policy.ts';
import { type Reader, stranger } from '../../domain/visibility.ts';
import type { Aggregates } from './aggregates.ts';
import type { Rosters } from './rosters.ts';

export interface Tenants {
  readonly organisation: Organisation;
  readonly superior?: Organisation;
}

/** Organisations as the record has them, and what a person is in them. */
export class Tenancy {
  readonly #aggregates: Aggregates;
  readonly #rosters: Rosters | undefined;

  /** @param rosters for whoever asks after readers; without them nobody is found below an organisation */
  constructor(aggregates: Aggregates, rosters?: Rosters) {
    this.#aggregates = aggregates;
    this.#rosters = rosters;
  }

  /** The organisation and its superior. @throws Refusal `not-found` */
  async tenants(scope: OrgScope): Promise<Tenants> {
    // Whom it stood under when it was last seen can be read beside it; it then says whether that is still so.
    const guess = this.#aggregates.lastSeen<OrganisationState>(streamOf(scope))?.state?.superior;
    const [found, guessed] = await Promise.all([this.find(scope), this.#named(guess)]);
    const organisation = found ?? refuse('not-found');
    const superior = organisation.superior === guess ? guessed : await this.#named(organisation.superior);
    return superior ? { organisation, superior } : { organisation };
  }

  async find(scope: OrgScope): Promise<Organisation | undefined> {
    return (await this.#aggregates.load(streamOf(scope), organisationHistory)).state;
  }

  async #named(id: OrganisationId | undefined): Promise<Organisation | undefined> {
    return id === undefined ? undefined : this.find(new OrgScope(id));
  }

  /**
   * What the visibility rule needs to know of a reader. The person comes from a verified token; rosters and seats say
   * the rest. Officials are those who hold a seat here, and those in the superior who may have to decide for it.
   */
  async reader(scope: OrgScope, person: string | undefined, now: Instant): Promise<Reader> {
    const { organisation, superior } = await this.tenants(scope);
    if (person === undefined) return stranger(scope.organisation);
    const member = organisation.people[person];
    const isBelow =
      !member?.partyMember && reachesBelow(organisation) && (await this.#isMemberBelow(scope, person));
    const isOfficial =
      seatsOf(organisation, person, now).length > 0 ||
      (superior !== undefined && holders(superior, decidingAbove(organisation.policy), now).has(person));
    return {
      person,
      organisation: scope.organisation,
      partyMember: member?.partyMember ?? false,
      ...(isBelow && { memberBelow: true }),
      staff: member?.staff ?? false,
      official: isOfficial,
    };
  }

  /** Costs a query and a look at each organisation between; asked only where the policy reaches so far. */
  async #isMemberBelow({ organisation: top }: OrgScope, person: string): Promise<boolean> {
    const ids = (await this.#rosters?.(person)) ?? [];
    return (await Promise.all(ids.map((id) => this.#isMemberUnder(top, id, person)))).includes(true);
  }

  /** The record says whether they still are, and whom the organisation stands under. */
  async #isMemberUnder(top: OrganisationId, id: OrganisationId, person: string): Promise<boolean> {
    const organisation = await this.find(new OrgScope(id));
    if (!organisation?.people[person]?.partyMember || organisation.merged) return false;
    const passed = new Set([id]);
    let above = organisation.superior;
    while (above !== undefined && above !== top && !passed.has(above)) {
      passed.add(above);
      above = (await this.find(new OrgScope(above)))?.superior;
    }
    return above === top;
  }
}

/** Seats of the superior that decide where nobody is left here, and those that the chains of approval name. */
function decidingAbove({ approvalChains }: Policy): readonly SeatRule[] {
  const steps = Object.values(approvalChains).flat();
  return [...SUPERIOR_SEATS, ...steps.filter(({ step }) => step === 'superior').flatMap(({ by }) => by)];
}

const streamOf = (scope: OrgScope): StreamName => scope.stream('ORGANISATION', scope.organisation);
