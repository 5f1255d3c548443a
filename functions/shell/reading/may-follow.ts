import type { OrgScope } from '../../../domain/kernel/scope.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import { seatsOf } from '../../../domain/organisation/authority.ts';
import { mayWork, type Reader } from '../../../domain/visibility.ts';
import type { Tenants } from '../tenancy.ts';

/** Those who work there, and whoever holds a seat in the superior: its office leads, its supervisors supervise. */
export function mayFollow(
  { superior }: Pick<Tenants, 'superior'>,
  scope: OrgScope,
  reader: Reader,
  now: Instant,
): boolean {
  if (mayWork(reader, scope.organisation)) return true;
  if (reader.person === undefined || superior === undefined) return false;
  return seatsOf(superior, reader.person, now).length > 0;
}
