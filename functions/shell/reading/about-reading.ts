import { dayOf, type Instant } from '../../../domain/kernel/time.ts';
import { seatsOf } from '../../../domain/organisation/authority.ts';
import { seatTitle } from '../../../domain/organisation/body.ts';
import { isOnRoster, type Organisation } from '../../../domain/organisation/organisation.ts';
import type { Contacts } from '../../../domain/profile/commands.ts';
import { HOTLINE_NAMES, HOTLINES, type Hotline } from '../../../domain/profile/vocabulary.ts';
import { type BodyReading, bodiesOf } from './bodies.ts';
import type { OrganisationName } from './names.ts';

/** A telephone that anybody may call; those of the office, the spokesperson and the liaison are hotlines (TZ-20). */
export interface LineReading {
  readonly line: Hotline;
  readonly name: string;
  readonly post: string;
  readonly phone: string;
  readonly hotline: boolean;
}

export interface AboutReading
  extends OrganisationName,
    Partial<Pick<Contacts, 'place' | 'hours' | 'email'>>,
    Pick<Contacts, 'departments'> {
  readonly streamVersion: number;
  /** Empty until the office has described its contacts. */
  readonly lines: readonly LineReading[];
  /** Who leads what: name, seats held now, and the telephone of their office. Nothing else of them. */
  readonly leaders: readonly {
    readonly name: string;
    readonly titles: readonly string[];
    readonly duties: string;
    readonly phone?: string;
  }[];
  readonly bodies: readonly BodyReading[];
}

/**
 * What an organisation shows of itself. Those chosen from outside to supervise are named to its own people only; of anybody
 * else who is named there is a name, an office and its telephone.
 */
export function aboutOf(
  organisation: Organisation,
  contacts: Contacts | undefined,
  now: Instant,
  isInside: boolean,
): Omit<AboutReading, 'id' | 'streamVersion'> {
  const { name, shortName, people } = organisation;
  const unnamed = bodiesOf(organisation, dayOf(now), false);
  return {
    name,
    shortName,
    ...(contacts && { place: contacts.place, hours: contacts.hours }),
    ...(contacts?.email !== undefined && { email: contacts.email }),
    lines: contacts ? HOTLINE_NAMES.map((line) => lineOf(line, contacts)) : [],
    leaders: (contacts?.leaders ?? [])
      .filter(({ person }) => isOnRoster(organisation, person))
      .map(({ person, duties, phone }) => ({
        name: people[person]?.name ?? '',
        titles: seatsOf(organisation, person, now).map(seatTitle),
        duties,
        ...(phone !== undefined && { phone }),
      })),
    departments: contacts?.departments ?? [],
    bodies: bodiesOf(organisation, dayOf(now), true).map((body, index) =>
      body.body === 'supervisors' && !isInside ? (unnamed[index] ?? body) : withoutIds(body),
    ),
  };
}

/** By what people sign in is nobody else's business. */
const withoutIds = (body: BodyReading): BodyReading => ({
  ...body,
  seats: body.seats.map(({ person: _, ...seat }) => seat),
});

const lineOf = (line: Hotline, { lines }: Contacts): LineReading => ({
  line,
  name: HOTLINES[line],
  post: lines[line].post,
  phone: lines[line].phone,
  hotline: line !== 'supervision',
});
