import type { Instant } from '../kernel/time.ts';
import { seatsOf } from '../organisation/authority.ts';
import { isOnRoster, type Organisation } from '../organisation/organisation.ts';
import type { CircularReaders } from './vocabulary.ts';

/** Whether the person is one of those in the organisation whose reading is asked for. */
export function isAddressed(
  organisation: Organisation,
  readers: CircularReaders,
  person: string,
  now: Instant,
): boolean {
  if (readers === 'office') return seatsOf(organisation, person, now).length > 0;
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
