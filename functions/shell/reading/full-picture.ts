import { type Completeness, completenessOf } from '../../../domain/catalogue/completeness.ts';
import { DEFAULT_FORMS, type FormVocabulary } from '../../../domain/catalogue/forms.ts';
import type { CatalogueRow } from '../../../domain/catalogue/row.ts';
import { type RowWarning, warningsFor } from '../../../domain/catalogue/row-warnings.ts';
import { isPriority, type Tag, tagsOf } from '../../../domain/catalogue/views.ts';
import type { ItemCard } from '../../../domain/item/card.ts';
import { faceFor } from '../../../domain/item/for-reader.ts';
import type { Audience } from '../../../domain/kernel/audience.ts';
import type { Day, Instant } from '../../../domain/kernel/time.ts';
import type { Reader } from '../../../domain/visibility.ts';

/**
 * What has become of a row: `disclosed` on a page to somebody, `offline` only in a meeting or by a document,
 * `withheld` for good, `not-for-now`, or `open`.
 */
export type RowState = 'disclosed' | 'offline' | 'withheld' | 'not-for-now' | 'open';

export interface RowReading {
  readonly row: CatalogueRow;
  /** Content to disclose first (HZ-30). */
  readonly priority: boolean;
  /** Headings of other classifications that it stands under. */
  readonly tags: readonly Tag[];
  readonly state: RowState;
  /** On show, and visible to this reader. */
  readonly items: readonly { readonly id: string; readonly title: string; readonly releasedAt: Instant }[];
  /** On show to somebody else: how many, without a word about what. */
  readonly elsewhere: number;
  /** Disclosures by an offline form: when, and to whom. */
  readonly offline: readonly { readonly audience: Audience; readonly at: Instant }[];
  readonly withheld: readonly NonNullable<ItemCard['withheld']>[];
  /** Where the row contradicts itself; for those who work with the catalogue. */
  readonly warnings: readonly RowWarning[];
}

/**
 * 公开全景: every row of the catalogue and what has become of it, for this reader.
 * @param vocabulary what the district knows of forms
 */
export function fullPicture(
  rows: readonly CatalogueRow[],
  cards: readonly ItemCard[],
  reader: Reader,
  vocabulary: FormVocabulary = DEFAULT_FORMS,
): readonly RowReading[] {
  const byRow = Map.groupBy(cards, (card) => card.row);
  return rows.map((row) => rowReading(row, byRow.get(row.id) ?? [], reader, vocabulary));
}

/** Priority content first within each class, so that a class stays together. */
export function priorityFirst<Reading extends Pick<RowReading, 'row' | 'priority'>>(
  readings: readonly Reading[],
): readonly Reading[] {
  const classes = [...Map.groupBy(readings, ({ row }) => row.level1).values()];
  return classes.flatMap((theirs) => theirs.toSorted((a, b) => Number(b.priority) - Number(a.priority)));
}

/** How complete the catalogue is on a day: a row that was decided not to be disclosed is settled as well. */
export const completeness = (readings: readonly RowReading[], on: Day): Completeness =>
  completenessOf(
    readings.map(({ row, state }) => ({ row, isSettled: state !== 'open' })),
    on,
  );

function rowReading(
  row: CatalogueRow,
  cards: readonly ItemCard[],
  reader: Reader,
  vocabulary: FormVocabulary,
): RowReading {
  const up = cards.filter((card) => card.onShow);
  const online = up.filter((card) => card.releases.some((release) => release.online));
  const seen = online.flatMap((card) => {
    const face = faceFor(reader, card);
    return face ? [{ id: card.id, title: face.title, releasedAt: card.releasedAt ?? '' }] : [];
  });
  const withheld = cards.flatMap((card) =>
    card.withheld && card.stage === 'withheld' ? [card.withheld] : [],
  );
  return {
    row,
    priority: isPriority(row),
    tags: tagsOf(row),
    state: stateOf(up.length > 0, online.length > 0, withheld),
    items: seen.toSorted((a, b) => (a.releasedAt > b.releasedAt ? -1 : 1)),
    elsewhere: online.length - seen.length,
    offline: up.flatMap(({ releases }) =>
      releases.filter((release) => !release.online).map(({ audience, at }) => ({ audience, at })),
    ),
    withheld,
    warnings: reader.official ? warningsFor(row, vocabulary) : [],
  };
}

function stateOf(isUp: boolean, isOnline: boolean, withheld: RowReading['withheld']): RowState {
  if (isOnline) return 'disclosed';
  if (isUp) return 'offline';
  if (withheld.some(({ kind }) => kind === 'not-for-now')) return 'not-for-now';
  return withheld.length > 0 ? 'withheld' : 'open';
}
