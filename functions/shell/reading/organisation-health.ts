import { refuse } from '../../../domain/kernel/refusal.ts';
import type { OrgScope } from '../../../domain/kernel/scope.ts';
import { dayOf, type Instant } from '../../../domain/kernel/time.ts';
import { MAILBOX_ID, mailboxDecider } from '../../../domain/mailbox/mailbox.ts';
import { LIGHTS, type Light, lightsOn, type Surroundings } from '../../../domain/organisation/lights.ts';
import type { Regulation } from '../../../domain/organisation/organisation.ts';
import type { RegulationSubject } from '../../../domain/organisation/regulations.ts';
import { type Gap, gapsOn } from '../../../domain/organisation/vitals.ts';
import { PROFILE_ID, profileHistory } from '../../../domain/profile/state.ts';
import { maySee, mayWork, type Reader } from '../../../domain/visibility.ts';
import { openWork, waitsNow } from '../open-work.ts';
import { aboutOf, type DeskTask } from './desks.ts';
import type { OrganisationName } from './names.ts';
import { organisationsBelow } from './organisation-cards.ts';
import type { Sources } from './sources.ts';

/** One of the 六有. */
export interface LightReading {
  readonly light: Light;
  readonly name: string;
  readonly lit: boolean;
}

/** A unit below with what it lacks. */
export interface GapLine extends OrganisationName {
  readonly gaps: readonly Gap[];
}

/** Something that somebody has to do, or will have to. */
export interface OpenWorkLine extends Pick<DeskTask, 'about' | 'title'> {
  readonly id: string;
  /** False for what is merely planned for a later day. */
  readonly now: boolean;
}

/** Whether an organisation has what it takes, and what stands in the way of closing it. */
export class OrganisationHealth {
  readonly #sources: Pick<Sources, 'aggregates' | 'views' | 'tenancy'>;

  constructor(sources: Pick<Sources, 'aggregates' | 'views' | 'tenancy'>) {
    this.#sources = sources;
  }

  /** 六有 (TZ-17). @throws Refusal `not-found` for who does not work here */
  async lights(scope: OrgScope, reader: Reader, now: Instant): Promise<readonly LightReading[]> {
    requireWorker(scope, reader);
    const [{ organisation }, around] = await Promise.all([
      this.#sources.tenancy.tenants(scope),
      this.#surroundings(scope),
    ]);
    const lit = lightsOn(organisation, around, dayOf(now));
    return (Object.keys(LIGHTS) as Light[]).map((light) => ({ light, name: LIGHTS[light], lit: lit[light] }));
  }

  /** Units right below with what they lack, most gaps first. @throws Refusal `not-found` for who does not work here */
  async gaps(scope: OrgScope, reader: Reader, now: Instant): Promise<readonly GapLine[]> {
    requireWorker(scope, reader);
    const below = await organisationsBelow(this.#sources.views, scope.organisation);
    return below
      .flatMap(({ id, name, shortName, vitals }) => {
        const gaps = vitals ? gapsOn(vitals, dayOf(now)) : [];
        return gaps.length > 0 ? [{ id, name, shortName, gaps }] : [];
      })
      .toSorted((a, b) => b.gaps.length - a.gaps.length);
  }

  /** 制度 in force, as far as the reader may look them up, the latest first (HZ-28). */
  async regulations(
    scope: OrgScope,
    reader: Reader,
    about?: RegulationSubject | undefined,
  ): Promise<readonly Regulation[]> {
    const { organisation } = await this.#sources.tenancy.tenants(scope);
    const mayRead = ({ audience }: Regulation): boolean =>
      mayWork(reader, scope.organisation) ||
      maySee(reader, {
        organisation: scope.organisation,
        onShow: true,
        releases: [{ audience, online: true }],
      });
    return (organisation.regulations ?? [])
      .filter((each) => mayRead(each) && (about === undefined || each.about.includes(about)))
      .toSorted((a, b) => (a.inForceFrom > b.inForceFrom ? -1 : 1));
  }

  /** What has to be settled before the organisation can be merged. @throws Refusal `not-found`, as above */
  async openWork(scope: OrgScope, reader: Reader, now: Instant): Promise<readonly OpenWorkLine[]> {
    requireWorker(scope, reader);
    const { organisation } = await this.#sources.tenancy.tenants(scope);
    const cards = await openWork(this.#sources.views, scope.organisation, organisation.superior);
    return cards.map((card) => {
      const { about, title } = aboutOf(card);
      return { id: card.id, about, title, now: waitsNow(card, now) };
    });
  }

  async #surroundings(scope: OrgScope): Promise<Surroundings> {
    const { aggregates } = this.#sources;
    const [{ state: profile }, { state: mailbox }] = await Promise.all([
      aggregates.load(scope.stream('PROFILE', PROFILE_ID), profileHistory),
      aggregates.load(scope.stream('MAILBOX', MAILBOX_ID), mailboxDecider),
    ]);
    return {
      hasHotline: profile.contacts !== undefined,
      hasMailbox: profile.contacts?.email !== undefined || mailbox?.open === true,
      hasScheme: profile.schemes.length > 0,
    };
  }
}

function requireWorker(scope: OrgScope, reader: Reader): void {
  if (!mayWork(reader, scope.organisation)) refuse('not-found');
}
