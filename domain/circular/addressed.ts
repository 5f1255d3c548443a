import type { Instant } from '../kernel/time.ts';
import { seatsOf } from '../organisation/authority.ts';
import type { Seat } from '../organisation/body.ts';
import { isOnRoster, type Organisation } from '../organisation/organisation.ts';
import type { CircularReaders } from './vocabulary.ts';

/** 监督员 come from outside: what goes out to the people of an organisation is not for them to read and sign. */
const isOwn = ({ body }: Pick<Seat, 'body'>): boolean => body !== 'supervisors';

/** Whether the person is one of those in the organisation whose reading is asked for. */
export function isAddressed(
  organisation: Organisation,
  readers: CircularReaders,
  person: string,
  now: Instant,
): boolean {
  if (readers === 'office') return seatsOf(organisation, person, now).some(isOwn);
  const member = isOnRoster(organisation, person) ? organisation.people[person] : undefined;
  if (!member) return false;
  return member.partyMember || (readers === 'unit' && member.staff);
}

/** All of those, in the order of the roster. */
export const addressedIn = (
  organisation: Organisation,
  readers: CircularReaders,
  now: Instant,
): readonly string[] =>
  Object.keys(organisation.people).filter((person) => isAddressed(organisation, readers, person, now));
