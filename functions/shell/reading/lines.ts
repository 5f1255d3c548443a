import { PUBLIC_NOTICE, typeNameOf } from '../../../domain/catalogue/document-types.ts';
import type { CatalogueRow } from '../../../domain/catalogue/row.ts';
import { nameOf } from '../../../domain/catalogue/row-name.ts';
import type { CardFace, ItemCard } from '../../../domain/item/card.ts';
import { faceFor } from '../../../domain/item/for-reader.ts';
import type { Basis } from '../../../domain/item/vocabulary.ts';
import type { Audience } from '../../../domain/kernel/audience.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import type { Matter } from '../../../domain/organisation/policy.ts';
import { type Reader, widestOnline } from '../../../domain/visibility.ts';
import type { OrganisationName } from './names.ts';

/** One disclosed item in a list, as a reader may see it. */
export interface ItemLine {
  readonly organisation: OrganisationName;
  readonly id: string;
  /** Number of the version that the reader sees. */
  readonly version: number;
  readonly title: string;
  /** Id in the district's vocabulary, and what readers see it called. */
  readonly documentType: string;
  readonly documentTypeName: string;
  /** It says until when, to whom and how to object. */
  readonly asksObjections: boolean;
  readonly basis: Basis;
  readonly matter: Matter;
  readonly important: boolean;
  readonly row: { readonly id: string; readonly level1?: string; readonly name?: string };
  /** The widest audience that a page serves with it. */
  readonly audience: Audience;
  /** Last release of that version. */
  readonly releasedAt: Instant;
  readonly showUntil?: Instant;
}

/** What a board may be narrowed to. */
export interface BoardFilter {
  /** First-level class of the catalogue. */
  readonly level1?: string | undefined;
  readonly documentType?: string | undefined;
}

/** The item as a line for the reader; undefined when they may not see it, or the filter leaves it out. */
export function lineFor(
  reader: Reader,
  card: ItemCard,
  organisation: OrganisationName,
  row: CatalogueRow | undefined,
  { level1, documentType }: BoardFilter = {},
): ItemLine | undefined {
  const face = faceFor(reader, card);
  if (!face || (level1 && row?.level1 !== level1) || (documentType && card.documentType !== documentType)) {
    return undefined;
  }
  return {
    organisation,
    id: card.id,
    version: face.version,
    title: face.title,
    documentType: card.documentType,
    documentTypeName: typeNameOf(card),
    asksObjections: card.asksObjections ?? card.documentType === PUBLIC_NOTICE,
    basis: card.basis,
    matter: card.matter,
    important: card.important,
    row: { id: card.row, ...(row && { level1: row.level1, name: nameOf(row) }) },
    audience: reach(card, face),
    releasedAt: lastOf(face.releases.map(({ at }) => at)),
    ...(card.showUntil && { showUntil: card.showUntil }),
  };
}

const reach = ({ organisation }: ItemCard, { releases }: CardFace): Audience =>
  widestOnline({ organisation, onShow: true, releases }) ?? 'named';

const lastOf = (instants: readonly Instant[]): Instant => instants.toSorted().at(-1) ?? '';
