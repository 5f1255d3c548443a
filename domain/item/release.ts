import { type Audience, isOutsideParty } from '../kernel/audience.ts';
import { epochOf, type Instant, instantOf, later, startOfDay } from '../kernel/time.ts';
import { isInsideFirst } from '../organisation/policy.ts';
import { isOnline, toldAt } from './showing.ts';
import { type Item, inWork, pendingReleases, standing, type Version } from './state.ts';

/**
 * True while members have not been told first of a matter that they must hear of first (HZ-13, HZ-15, DF-24): the
 * release to them has to lie strictly before `when`, at which the audience would be told.
 */
export function isHeldBack(version: Version, audience: Audience, when: Instant): boolean {
  return waitsForMembers(version, audience) && !(membersTold(version) < when);
}

const waitsForMembers = (version: Version, audience: Audience): boolean =>
  isInsideFirst(version.content.matter) && isOutsideParty(audience);

/** When members were told; later than every instant while they have not been. */
function membersTold(version: Version): Instant {
  const members = version.releases.find((release) => release.audience === 'party');
  return members ? toldAt(members) : 'never';
}

/** Releases that happen by themselves: online, and not held back for ever by members who have not been told. */
export function releasesAhead(
  version: Version,
): readonly { readonly audience: Audience; readonly from: Instant }[] {
  const told = membersTold(version);
  return pendingReleases(version)
    .filter(({ audience }) => isOnline(version, audience))
    .filter(({ audience }) => !waitsForMembers(version, audience) || told !== 'never')
    .map(({ audience, from }) => ({
      audience,
      from: waitsForMembers(version, audience) ? later(from, justAfter(told)) : from,
    }));
}

/** The audiences that a page opens to at `now`. Those that only offline forms reach wait for their proof. */
export function releasesDue(version: Version, now: Instant): readonly Audience[] {
  return releasesAhead(version)
    .filter(({ from }) => from <= now)
    .map(({ audience }) => audience);
}

/** When the clock has to raise a 暂时不宜公开 again; undefined once it has. */
export const lookAgainDue = (item: Item): Instant | undefined =>
  item.lookAgainRaised ? undefined : lookAgainDay(item);

/** The beginning of the day on which a 暂时不宜公开 must be looked at again, unless that is being done (XH-22). */
export function lookAgainDay(item: Item): Instant | undefined {
  const version = standing(item);
  if (inWork(item) || version?.stage !== 'withheld') return undefined;
  const { withheld } = version.content;
  return withheld?.kind === 'not-for-now' ? startOfDay(withheld.lookAgainOn) : undefined;
}

const justAfter = (instant: Instant): Instant => instantOf(epochOf(instant) + 1);
