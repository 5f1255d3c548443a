import { refuse } from '../../../domain/kernel/refusal.ts';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { dayOf, type Instant } from '../../../domain/kernel/time.ts';
import { holders } from '../../../domain/organisation/authority.ts';
import type { Basis } from '../../../domain/profile/commands.ts';
import {
  PROFILE_ID,
  type Profile,
  profileHistory,
  type SchemeVersion,
} from '../../../domain/profile/state.ts';
import type { RosterRow } from '../../../domain/roster/columns.ts';
import { type Composition, compositionOf } from '../../../domain/roster/composition.ts';
import { type Listed, writeRoster } from '../../../domain/roster/writing.ts';
import { mayWork, type Reader } from '../../../domain/visibility.ts';
import { ADMINISTRATORS } from '../administrators.ts';
import type { Loaded } from '../aggregates.ts';
import { type AboutReading, aboutOf } from './about-reading.ts';
import { type MemberFigures, memberFigures } from './member-figures.ts';
import type { OrganisationName } from './names.ts';
import { organisationCards } from './organisation-cards.ts';
import type { Sources } from './sources.ts';
import { under } from './under.ts';

export interface SchemeReading {
  readonly streamVersion: number;
  /** The version asked for, or the one in force; absent while none was published. */
  readonly shown?: SchemeVersion;
  /** Newest first. */
  readonly versions: readonly Pick<SchemeVersion, 'number' | 'publishedAt' | 'reason'>[];
  readonly bases: readonly Basis[];
  /** Ids of bases by row of the catalogue. */
  readonly citations: Profile['citations'];
}

export interface StatisticsReading {
  readonly streamVersion: number;
  /** Organisations right below. */
  readonly branches: number;
  readonly members?: MemberFigures;
}

export interface CompositionReading extends Omit<Composition, 'withoutHead'> {
  readonly withoutHead: readonly OrganisationName[];
}

/** What an organisation says about itself, and its roster. */
export class ProfileReadings {
  readonly #sources: Sources;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** Where the office is, whom to call, who sits where: for anybody. */
  async about(scope: OrgScope, reader: Reader, now: Instant): Promise<AboutReading> {
    const [{ organisation }, { state, version }] = await Promise.all([
      this.#sources.tenancy.tenants(scope),
      this.#load(scope),
    ]);
    const isInside = reader.partyMember || reader.staff || reader.official;
    return {
      ...aboutOf(organisation, state.contacts, now, isInside),
      id: scope.organisation,
      streamVersion: version,
    };
  }

  /** For anybody. @throws Refusal `not-found` for a version that there is not */
  async scheme(scope: OrgScope, number?: number): Promise<SchemeReading> {
    const [{ state, version }] = await Promise.all([this.#load(scope), this.#sources.tenancy.tenants(scope)]);
    const { schemes, bases, citations } = state;
    const shown = number === undefined ? schemes.at(-1) : schemes.find((each) => each.number === number);
    if (number !== undefined && !shown) refuse('not-found');
    return {
      streamVersion: version,
      ...(shown && { shown }),
      versions: schemes
        .map(({ number: each, publishedAt, reason }) => ({
          number: each,
          publishedAt,
          ...(reason !== undefined && { reason }),
        }))
        .toReversed(),
      bases,
      citations,
    };
  }

  /** In full for Party members of the organisation and for those who work there, without small figures for others. */
  async statistics(scope: OrgScope, reader: Reader): Promise<StatisticsReading> {
    const [{ state, version }, cards] = await Promise.all([
      this.#load(scope),
      organisationCards(this.#sources.views, this.#sources.district),
    ]);
    const complete = reader.partyMember || mayWork(reader, scope.organisation);
    const { statistics } = state;
    return {
      streamVersion: version,
      branches: cards.filter(({ superior }) => superior === scope.organisation).length,
      ...(statistics && { members: memberFigures(statistics, complete) }),
    };
  }

  /** Everything that was said, and the version of it. @throws Refusal `not-found` for who does not work there */
  async work(scope: OrgScope, reader: Reader): Promise<Profile & { readonly streamVersion: number }> {
    if (!mayWork(reader, scope.organisation)) refuse('not-found');
    const { state, version } = await this.#load(scope);
    return { ...state, streamVersion: version };
  }

  /**
   * The rows of the roster: the organisation and all below it, with the people of those that its office keeps, which are
   * its own and those right below. @throws Refusal `not-found`, `not-permitted` for who does not sit in the office
   */
  async roster(scope: OrgScope, reader: Reader, now: Instant): Promise<readonly RosterRow[]> {
    if (!(await this.keepsRoster(scope, reader, now)))
      refuse('not-permitted', { allowed: '本组织党务公开办公室' });
    const listed = await this.#listed(scope);
    const kept = listed.map((unit) => {
      const { id, organisation } = unit;
      if (id === scope.organisation || organisation.superior === scope.organisation) return unit;
      return { ...unit, organisation: { ...organisation, people: {}, seats: [] } };
    });
    return writeRoster(kept, dayOf(now));
  }

  /** True for who sits in the office. @throws Refusal `not-found` for who does not work there */
  async keepsRoster(scope: OrgScope, reader: Reader, now: Instant): Promise<boolean> {
    if (!mayWork(reader, scope.organisation)) refuse('not-found');
    const { organisation } = await this.#sources.tenancy.tenants(scope);
    return holders(organisation, ADMINISTRATORS, now).has(reader.person ?? '');
  }

  /** Who leads the units below, or the organisation itself where there is none. @throws Refusal `not-found` */
  async composition(scope: OrgScope, reader: Reader, now: Instant): Promise<CompositionReading> {
    if (!mayWork(reader, scope.organisation)) refuse('not-found');
    const [own, ...below] = await this.#listed(scope);
    const units = below.length === 0 && own ? [own] : below;
    const { withoutHead, ...figures } = compositionOf(units, dayOf(now));
    return {
      ...figures,
      withoutHead: units
        .filter(({ id }) => withoutHead.includes(id))
        .map(({ id, organisation: { name, shortName } }) => ({ id, name, shortName })),
    };
  }

  /** The organisation, and after it all below it by id, superiors first; without closed ones. */
  async #listed(scope: OrgScope): Promise<readonly Listed[]> {
    const cards = await organisationCards(this.#sources.views, this.#sources.district);
    const ids = under(
      cards.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      scope.organisation,
    ).map(({ id }) => id);
    const units = await Promise.all(
      [scope.organisation, ...ids].map(async (id) => {
        const unit = new OrgScope(id);
        const [organisation, { state }] = await Promise.all([
          this.#sources.tenancy.find(unit),
          this.#load(unit),
        ]);
        return organisation && !organisation.merged ? [{ id, organisation, origins: state.origins }] : [];
      }),
    );
    return units.flat();
  }

  #load(scope: OrgScope): Promise<Loaded<Profile>> {
    return this.#sources.aggregates.load(scope.stream('PROFILE', PROFILE_ID), profileHistory);
  }
}
