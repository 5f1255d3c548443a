import { type FormVocabulary, onlineReach } from '../catalogue/forms.ts';
import { type Audience, isOutsideParty, isWithin } from '../kernel/audience.ts';
import { addDays, dayOf, endOfDay, epochOf, type Instant, instantOf, startOfDay } from '../kernel/time.ts';
import { isInsideFirst } from '../organisation/policy.ts';
import { consultationDue } from './consulting.ts';
import type { ItemContent } from './content.ts';
import { screeningDue } from './screening.ts';
import {
  faces,
  type Item,
  type ItemState,
  inWork,
  pendingReleases,
  type Release,
  standing,
  type Version,
} from './state.ts';

/** Planned audiences that the chosen forms reach online; the others need an offline proof. */
export function audiencesOnline(content: ItemContent, vocabulary: FormVocabulary): Audience[] {
  const reach = onlineReach(content.forms, vocabulary);
  if (reach === undefined || content.withheld) return [];
  return content.releasePlan.map((step) => step.audience).filter((audience) => isWithin(audience, reach));
}

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

/** When the audience was told: as the proof says, or when the page opened. */
export const toldAt = (release: Release): Instant => release.heldAt ?? release.at;

/** Releases that happen by themselves: online, and not held back for ever by members who have not been told. */
function releasesAhead(version: Version): readonly { readonly audience: Audience; readonly from: Instant }[] {
  const told = membersTold(version);
  return pendingReleases(version)
    .filter(({ audience }) => isOnline(version, audience))
    .filter(({ audience }) => !waitsForMembers(version, audience) || told !== 'never')
    .map(({ audience, from }) => ({
      audience,
      from: waitsForMembers(version, audience) ? laterOf(from, justAfter(told)) : from,
    }));
}

export const isOnline = (version: Version, audience: Audience): boolean =>
  version.releasesOnline?.includes(audience) ?? false;

/** The audiences that a page opens to at `now`. Those that only offline forms reach wait for their proof. */
export function releasesDue(version: Version, now: Instant): readonly Audience[] {
  return releasesAhead(version)
    .filter(({ from }) => from <= now)
    .map(({ audience }) => audience);
}

/**
 * End of the display: of the last day of a 公示's period, counted from the day after its last release, or of the day
 * asked for, never before the minimum is over. The period does not begin while a release is still to come by itself.
 */
export function showsUntil(version: Version): Instant | undefined {
  const { objection, showUntil } = version.content;
  const isSpreading = pendingReleases(version).some(({ audience }) => isOnline(version, audience));
  if (objection && isSpreading) return undefined;
  const asked = laterOf(showUntil && endOfDay(showUntil), mustShowUntil(version));
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

/** The next instant at which the item wants to be woken; see `Decider.nextDue`. */
export function nextDue(item: ItemState): Instant | undefined {
  if (!item) return undefined;
  const ends = faces(item).map(({ version }) => showsUntil(version));
  const dues = [...ends, screeningDue(item), consultationDue(item), lookAgainDue(item), ...releaseDues(item)];
  return dues.filter((due) => due !== undefined).toSorted()[0];
}

function releaseDues(item: Item): readonly Instant[] {
  const version = standing(item);
  return version ? releasesAhead(version).map(({ from }) => from) : [];
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

function laterOf(a: Instant, b: Instant): Instant;
function laterOf(a: Instant | undefined, b: Instant | undefined): Instant | undefined;
function laterOf(a: Instant | undefined, b: Instant | undefined): Instant | undefined {
  return a === undefined || (b !== undefined && b > a) ? b : a;
}

const justAfter = (instant: Instant): Instant => instantOf(epochOf(instant) + 1);
