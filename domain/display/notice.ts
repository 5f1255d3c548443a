import { createHash } from 'node:crypto';
import type { CatalogueRow } from '../catalogue/row.ts';
import { nameOf } from '../catalogue/row-name.ts';
import type { ItemContent } from '../item/content.ts';
import { versionFor } from '../item/for-reader.ts';
import { showsUntil } from '../item/showing.ts';
import { documentTypeOf, type Item, latest, published, type Version } from '../item/state.ts';
import type { Instant } from '../kernel/time.ts';
import { maySee, type Reader } from '../visibility.ts';
import type { Assurance, DisplayAudience, DisplayFilter } from './commands.ts';
import type { NoticeType } from './delivery-commands.ts';
import { summaryOf } from './summary.ts';

/** The item and its surroundings, as the record has them at one time. */
export interface NoticeSource {
  readonly id: string;
  readonly item: Item;
  /** Version of the item's stream. */
  readonly revision: number;
  readonly organisation: { readonly id: string; readonly name: string };
  /** Whether somebody is a Party member on the organisation's roster. */
  readonly isMember: (person: string) => boolean;
  /** Row of the organisation's catalogue by its id. */
  readonly rowOf: (id: string) => CatalogueRow | undefined;
}

/** What decides which items a display shows. */
export interface Viewpoint {
  readonly audience: DisplayAudience;
  readonly filter?: DisplayFilter | undefined;
  /** Of an office system; once nobody answers for it any more, it gets nothing. */
  readonly assurance?: Pick<Assurance, 'person'> | undefined;
}

/** What a display has to show of an item; undefined when its audience may not see it, or its filter leaves it out. */
export interface Showing {
  readonly title: string;
  /** Markdown subset. */
  readonly text: string;
  readonly row: { readonly id: string; readonly class: string; readonly name: string };
  readonly documentType: { readonly id: string; readonly name: string };
  /** A 公示 says for how long, to whom and how to object. */
  readonly objection?: ItemContent['objection'];
  /** Of the item, counted up by each disclosure again. */
  readonly version: number;
  /** When this audience got to see it. */
  readonly releasedAt: Instant;
  /** First instant at which it must be gone, should no word of it arrive. */
  readonly showUntil?: Instant;
}

export function showingOf(
  source: NoticeSource,
  { audience, filter, assurance }: Viewpoint,
): Showing | undefined {
  const { item, organisation } = source;
  if (assurance && !source.isMember(assurance.person)) return undefined;
  const reader = standingBefore(audience, organisation.id);
  const version = versionFor(reader, item, organisation.id);
  if (!version) return undefined;
  const { content } = version;
  const row = source.rowOf(content.row);
  if (!passes(filter, content.row, row)) return undefined;
  const showUntil = showsUntil(version);
  return {
    title: content.title,
    text: content.text,
    row: { id: content.row, class: row?.level1 ?? '', name: row ? nameOf(row) : '' },
    documentType: { id: content.documentType, name: documentTypeOf(version) },
    ...(content.objection && { objection: content.objection }),
    version: version.number,
    releasedAt: releasedTo(reader, version, organisation.id) ?? version.proposedAt,
    ...(showUntil && { showUntil }),
  };
}

/**
 * Digest of what a receiver is to be told; the same when an event of the item changes nothing for it. A display that
 * moves to another address has everything on show to learn again.
 */
export const digestOf = (showing: Showing | undefined, receiver: string): string =>
  createHash('sha256')
    .update(JSON.stringify(showing ? [showing, receiver] : null))
    .digest('base64url')
    .slice(0, 22);

export interface NoticeOptions {
  /** What the display was planned to be told; it gives way to what is true by now. */
  readonly planned: { readonly type: NoticeType; readonly revision: number; readonly content: string };
  /** The display's address at this time. */
  readonly receiver: string;
  /** Where people read the item in full. */
  readonly url: string;
}

/** Standard Webhooks asks for small payloads; many devices have little memory. */
export const MAX_BODY_BYTES = 20_000;

/**
 * The text of a notice: all there is to see for the display's audience, or only that the item is gone. The same
 * source gives the same bytes, so every attempt at a delivery sends the same message. A long text is left out.
 */
export function noticeBody(source: NoticeSource, viewpoint: Viewpoint, options: NoticeOptions): string {
  const showing = showingOf(source, viewpoint);
  const { planned, receiver, url } = options;
  const isAsPlanned = digestOf(showing, receiver) === planned.content;
  const common = {
    id: source.id,
    revision: isAsPlanned ? planned.revision : Math.max(planned.revision, source.revision),
    organisation: source.organisation,
  };
  if (!showing) {
    const { at, status } = goneSince(source, viewpoint);
    return JSON.stringify({ type: 'notice.withdrawn', timestamp: at, data: { ...common, status } });
  }
  const { text, ...rest } = showing;
  const type: NoticeType = planned.type === 'notice.withdrawn' ? 'notice.released' : planned.type;
  const data = { ...common, status: 'on-show', ...rest, url, summary: summaryOf(text) };
  const body = (extra: object) =>
    JSON.stringify({ type, timestamp: showing.releasedAt, data: { ...data, ...extra } });
  const full = body({ text });
  return Buffer.byteLength(full) < MAX_BODY_BYTES ? full : body({});
}

/** Id of a message, made of what it says and to whom: a repeat has the same, anything else another. No full stop. */
export const messageId = (delivery: string, body: string): string =>
  `msg_${createHash('sha256').update(`${delivery}\n${body}`).digest('base64url').slice(0, 27)}`;

/**
 * Who may stand before a display, or read in an office system. The unit's people count as staff, never as Party members;
 * a Party member counts as one only where the office system shows it. The name cannot be that of a person, since ids hold
 * no `#`, so an item for named people is never meant for it.
 */
export function standingBefore(audience: DisplayAudience, organisation: string): Reader {
  const outsider: Reader = { organisation, partyMember: false, staff: false, official: false };
  const insider: Reader = { ...outsider, person: '#display' };
  switch (audience) {
    case 'public':
      return outsider;
    case 'unit':
      return { ...insider, staff: true };
    case 'party':
      return { ...insider, partyMember: true, officeSystem: true };
  }
}

function passes(filter: DisplayFilter | undefined, rowId: string, row: CatalogueRow | undefined): boolean {
  if (!filter || filter.rows.length + filter.classes.length === 0) return true;
  return filter.rows.includes(rowId) || (row !== undefined && filter.classes.includes(row.level1));
}

/**
 * Since when there is nothing to see, and whether its time ran out or it was taken away. Goes by the last version that
 * this audience got, so that it learns nothing of what others got since.
 */
function goneSince(
  { item, organisation }: NoticeSource,
  { audience }: Viewpoint,
): { at: Instant; status: 'withdrawn' | 'expired' } {
  const reader = standingBefore(audience, organisation.id);
  const seen = item.versions.findLast(
    (version) => releasedTo(reader, version, organisation.id) !== undefined,
  );
  if (seen?.expiredAt) return { at: seen.expiredAt, status: 'expired' };
  const replacedAt = (published(item) ?? latest(item)).releases.at(-1)?.at;
  return { at: seen?.withdrawn?.at ?? replacedAt ?? latest(item).proposedAt, status: 'withdrawn' };
}

/** When a version first reached the reader, whatever became of it; undefined when it never did. */
function releasedTo(
  reader: Reader,
  { releases, content: { named } }: Version,
  organisation: string,
): Instant | undefined {
  return releases
    .filter((release) => maySee(reader, { organisation, onShow: true, releases: [release], named }))
    .map(({ at }) => at)
    .toSorted()[0];
}
