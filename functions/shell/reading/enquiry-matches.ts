import type { CatalogueRow } from '../../../domain/catalogue/row.ts';
import { nameOf } from '../../../domain/catalogue/row-name.ts';
import { bestMatches, phrasesOf } from '../../../domain/enquiry/matching.ts';
import type { RowReading, RowState } from './full-picture.ts';

/** Something that may answer what is asked, and the words by which it was found. */
export type EnquiryMatch = { readonly words: readonly string[] } & (
  | { readonly kind: 'item'; readonly id: string; readonly title: string }
  | { readonly kind: 'row'; readonly id: string; readonly title: string; readonly state: RowState }
);

const MOST_ITEMS = 5;
const MOST_ROWS = 3;

/** Everything that a row is called, without its classes of tables that hundreds of questions share. */
export const rowWords = (row: Pick<CatalogueRow, 'level1' | 'level2' | 'level3' | 'detail'>): string =>
  [row.level1, row.level2, row.level3, row.detail].filter((word) => word !== undefined).join(' ');

/**
 * What the reader may see that has half of the words they ask for, items first. The catalogue as it was read for this
 * very reader is all that is looked through, so nothing is found that they could not have opened themselves.
 */
export function matchesIn(catalogue: readonly RowReading[], query: string): readonly EnquiryMatch[] {
  const items = catalogue.flatMap((reading) => reading.items.map((item) => ({ ...item, reading })));
  const foundItems = bestMatches(
    query,
    items,
    ({ title, reading: { row } }) => `${title} ${nameOf(row)}`,
    MOST_ITEMS,
  );
  const foundRows = bestMatches(query, catalogue, ({ row }) => rowWords(row), MOST_ROWS);
  return [
    ...foundItems.map(({ candidate: { id, title }, shared }) => ({
      kind: 'item' as const,
      id,
      title,
      words: phrasesOf(shared),
    })),
    ...foundRows.map(({ candidate: { row, state }, shared }) => ({
      kind: 'row' as const,
      id: row.id,
      title: nameOf(row),
      state,
      words: phrasesOf(shared),
    })),
  ];
}
