import { refuse } from '../../domain/kernel/refusal.ts';
import { OrgScope } from '../../domain/kernel/scope.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import { holders, seatsOf } from '../../domain/organisation/authority.ts';
import { type Organisation, organisationDecider } from '../../domain/organisation/organisation.ts';
import { SUPERIOR_SEATS } from '../../domain/organisation/policy.ts';
import { type Reader, stranger } from '../../domain/visibility.ts';
import type { Aggregates } from './aggregates.ts';

export interface Tenants {
  readonly organisation: Organisation;
  readonly superior?: Organisation;
}

/** Organisations as the record has them, and what a person is in them. */
export class Tenancy {
  readonly #aggregates: Aggregates;

  constructor(aggregates: Aggregates) {
    this.#aggregates = aggregates;
  }

  /** The organisation and its superior. @throws Refusal `not-found` */
  async tenants(scope: OrgScope): Promise<Tenants> {
    const organisation = (await this.find(scope)) ?? refuse('not-found');
    if (!organisation.superior) return { organisation };
    const superior = await this.find(new OrgScope(organisation.superior));
    return superior ? { organisation, superior } : { organisation };
  }

  async find(scope: OrgScope): Promise<Organisation | undefined> {
    const stream = scope.stream('ORGANISATION', scope.organisation);
    return (await this.#aggregates.load(stream, organisationDecider)).state;
  }

  /**
   * What the visibility rule needs to know of a reader. The person comes from a verified token; rosters and seats say
   * the rest. Officials are those who hold a seat here, and the superior's deciders.
   */
  async reader(scope: OrgScope, person: string | undefined, now: Instant): Promise<Reader> {
    const { organisation, superior } = await this.tenants(scope);
    if (person === undefined) return stranger(scope.organisation);
    const member = organisation.people[person];
    const isOfficial =
      seatsOf(organisation, person, now).length > 0 ||
      (superior !== undefined && holders(superior, SUPERIOR_SEATS, now).has(person));
    return {
      person,
      organisation: scope.organisation,
      partyMember: member?.partyMember ?? false,
      staff: member?.staff ?? false,
      official: isOfficial,
    };
  }
}
