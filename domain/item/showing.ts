import type { Audience } from '../kernel/audience.ts';
import { addDays, dayOf, endOfDay, type Instant, later } from '../kernel/time.ts';
import { pendingReleases, type Release, type Version } from './state.ts';

export const isOnline = (version: Version, audience: Audience): boolean =>
  version.releasesOnline?.includes(audience) ?? false;

/** When the audience was told: as the proof says, or when the page opened. */
export const toldAt = (release: Release): Instant => release.heldAt ?? release.at;

/**
 * End of the display: of the last day of a 公示's period, counted from the day after its last release, or of the day
 * asked for, never before the minimum is over. The period does not begin while a release is still to come by itself.
 */
export function showsUntil(version: Version): Instant | undefined {
  const { objection, showUntil } = version.content;
  const isSpreading = pendingReleases(version).some(({ audience }) => isOnline(version, audience));
  if (objection && isSpreading) return undefined;
  const asked = later(showUntil && endOfDay(showUntil), mustShowUntil(version));
  return objection || showUntil ? asked : undefined;
}

/** Before this instant the version may only be taken down when it is wrong. Undefined: there is no minimum. */
export function mustShowUntil(version: Version): Instant | undefined {
  const { important, objection } = version.content;
  const last = version.releases
    .map(({ at }) => at)
    .toSorted()
    .at(-1);
  if (last === undefined) return undefined;
  const days = [important ? (version.minimumDisplayDays ?? 0) : 0, objection?.periodDays ?? 0];
  const most = Math.max(...days);
  return most > 0 ? endOfDay(addDays(dayOf(last), most)) : undefined;
}
