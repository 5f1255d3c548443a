import type { OrganisationId } from '../kernel/scope.ts';
import { maySee, type Reader, type Shown } from '../visibility.ts';
import type { CardFace, ItemCard } from './card.ts';
import { type Face, faces, type Item, type Version } from './state.ts';

/**
 * The version that this reader sees in a list: the newest one they may see, or undefined when there is none. Every
 * list of items goes through it, as every page of one goes through {@link maySee}.
 */
export function faceFor(reader: Reader, card: ItemCard): CardFace | undefined {
  return [card, ...(card.older ?? [])].find((face) => maySee(reader, shownOf(card, face)));
}

/** The same for a whole item: the version whose text this reader may read. */
export function versionFor(reader: Reader, item: Item, organisation: OrganisationId): Version | undefined {
  return faces(item).find((face) => maySee(reader, shownIn(organisation, face)))?.version;
}

/**
 * The versions that this reader may read, newest first: the one in force for them, and those it replaced, as far as
 * they reached the reader and were not taken down (DF-32).
 */
export function versionsFor(reader: Reader, item: Item, organisation: OrganisationId): readonly Version[] {
  if (!versionFor(reader, item, organisation)) return [];
  return item.versions
    .filter((version) => !version.withdrawn && !version.expiredAt)
    .filter((version) => maySee(reader, shownIn(organisation, { version, releases: version.releases })))
    .toReversed();
}

const shownOf = ({ organisation, onShow }: ItemCard, { releases, named }: CardFace): Shown => ({
  organisation,
  onShow,
  releases,
  named,
});

const shownIn = (organisation: OrganisationId, { version, releases }: Face): Shown => ({
  organisation,
  onShow: true,
  releases,
  named: version.content.named,
});
