import type { Audience } from './kernel/audience.ts';
import type { OrganisationId } from './kernel/scope.ts';

/**
 * What the token and the roster say about a reader, for one organisation. Nothing in it comes from a request body.
 */
export interface Reader {
  /** Undefined for somebody who has not signed in. */
  readonly person?: string;
  readonly organisation: OrganisationId;
  /** Party member on the roster of this very organisation. */
  readonly partyMember: boolean;
  /** Party member on the roster of an organisation below, whom 党内 of this one reaches by its policy (ADR 0026). */
  readonly memberBelow?: true;
  /** On the staff of this very organisation, in the Party or not. */
  readonly staff: boolean;
  /** Holds a seat here or decides for it in the superior organisation, and so works with drafts. */
  readonly official: boolean;
  /** Reads in the organisation's office system (办公系统), which shows what was approved for it and nothing else. */
  readonly officeSystem?: true;
}

export const stranger = (organisation: OrganisationId): Reader => ({
  organisation,
  partyMember: false,
  staff: false,
  official: false,
});

interface ShownTo {
  readonly audience: Audience;
  readonly online: boolean;
  /** Approved in a form that is read in the office system as well (XH-10). */
  readonly officeSystem?: true | undefined;
}

/** What is known of a published version, in a list as in full. */
export interface Shown {
  readonly organisation: OrganisationId;
  /** False once withdrawn or expired. */
  readonly onShow: boolean;
  /** Audiences already reached, and whether a page may show the text to them. */
  readonly releases: readonly ShownTo[];
  readonly named?: readonly string[] | undefined;
}

/**
 * The one rule of who may see a disclosed item. Every way out (page, list, feed, search, file, webhook, export,
 * event) asks this function and nothing else.
 *
 * A reader sees an item that is on show to an audience they belong to. Party members and staff count only in their own
 * organisation (DF-20: a teacher of another school does not see a 全校 item), save that 党内 of a committee may reach the
 * members below it. A release that was made offline, in a meeting or by a document, opens no page to that audience, and
 * an office system gets only what was approved for it.
 */
export function maySee(reader: Reader, shown: Shown): boolean {
  if (!shown.onShow) return false;
  return shown.releases.some(
    (release) => opensTo(reader, release) && belongsTo(reader, release.audience, shown),
  );
}

const opensTo = (reader: Reader, { online, officeSystem }: ShownTo): boolean =>
  online && (!reader.officeSystem || officeSystem === true);

/**
 * Drafts, reviews and withdrawn items: only those who work on them. They are the officials, and on a single item those
 * asked for help with it, who may hold no seat at all.
 */
export function mayWork(
  reader: Reader,
  organisation: OrganisationId,
  asked: readonly string[] = [],
): boolean {
  if (reader.organisation !== organisation) return false;
  return reader.official || (reader.person !== undefined && asked.includes(reader.person));
}

function belongsTo(reader: Reader, audience: Audience, shown: Shown): boolean {
  if (audience === 'public') return true;
  if (reader.organisation !== shown.organisation || reader.person === undefined) return false;
  switch (audience) {
    case 'named':
      return shown.named?.includes(reader.person) ?? false;
    case 'party':
      return reader.partyMember || reader.memberBelow === true;
    case 'unit':
      return reader.partyMember || reader.staff;
  }
}

/** The widest audience that a page serves with this item; undefined when it is not online at all. For thin events. */
export function widestOnline(shown: Shown): Audience | undefined {
  const online = shown.releases.filter((release) => release.online).map((release) => release.audience);
  return (['public', 'unit', 'party', 'named'] as const).find((audience) => online.includes(audience));
}
