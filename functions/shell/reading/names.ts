import type { Instant } from '../../../domain/kernel/time.ts';
import { seatsOf } from '../../../domain/organisation/authority.ts';
import { seatTitle } from '../../../domain/organisation/body.ts';
import type { Organisation } from '../../../domain/organisation/organisation.ts';
import type { Reader } from '../../../domain/visibility.ts';
import type { Tenants } from '../tenancy.ts';

export interface OrganisationName {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
}

/** Who took a step, as far as the reader may know. */
export interface Doer {
  /** The seat held at the time, e.g. 党务公开办公室主任; of the superior, when the step was taken there. */
  readonly seat?: string;
  readonly organisation: string;
  /** Only for readers of the organisation itself: outside it, offices answer and not people. */
  readonly name?: string;
}

/** Party members, staff and officials of the organisation know its people by name; strangers do not. */
export const knowsPeople = (reader: Reader): boolean => reader.partyMember || reader.staff || reader.official;

/** The name on the roster here or above; undefined when nobody of that id is on either. */
export const personName = ({ organisation, superior }: Tenants, person: string): string | undefined =>
  onRoster(organisation, person) ?? (superior && onRoster(superior, person));

export function doerOf(tenants: Tenants, reader: Reader, person: string, at: Instant): Doer {
  const { organisation, superior } = tenants;
  const place = [organisation, ...(superior ? [superior] : [])].find(
    (each) => seatsOf(each, person, at).length > 0,
  );
  const [seat] = place ? seatsOf(place, person, at) : [];
  const name = knowsPeople(reader) ? personName(tenants, person) : undefined;
  return {
    organisation: (place ?? organisation).shortName,
    ...(seat && { seat: seatTitle(seat) }),
    ...(name && { name }),
  };
}

const onRoster = ({ people }: Organisation, person: string): string | undefined =>
  Object.hasOwn(people, person) ? people[person]?.name : undefined;
