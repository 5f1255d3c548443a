import type { Instant } from '../kernel/time.ts';
import { holders } from '../organisation/authority.ts';
import type { SeatRule } from '../organisation/body.ts';
import { isOnRoster, type Organisation } from '../organisation/organisation.ts';
import type { Display } from './state.ts';

/** Who looks after displays. */
export const KEEPERS: SeatRule[] = [{ body: 'office' }, { body: 'leading-group' }];

/** Whom a display falls to when it goes dark. Somebody who has left the roster keeps nothing. */
export function keepersOf(
  { screen }: Pick<Display, 'screen'>,
  organisation: Organisation,
  now: Instant,
): ReadonlySet<string> {
  const { keeper } = screen ?? {};
  const isKept = keeper !== undefined && isOnRoster(organisation, keeper);
  return isKept ? new Set([keeper]) : holders(organisation, KEEPERS, now);
}
