import type { Piece, Reference } from '../../../domain/evaluation/pieces.ts';

/** A reference as a reader may have it: without whatever leads to what they may not see. */
export interface OpenReference extends Pick<Reference, 'kind' | 'row' | 'of' | 'on'> {
  readonly id?: string;
}
export interface OpenPiece extends Pick<Piece, 'weight' | 'value'> {
  readonly about: OpenReference;
}

/**
 * Whoever stands outside still gets every number, so that they can reckon the score themselves, but learns of no item
 * that they may not see, of no opinion, and of nothing that happened.
 */
export function openReference(reference: Reference, isVisible: (item: string) => boolean): OpenReference {
  const { kind, id, row, of, on } = reference;
  const named = of !== undefined && (kind === 'survey' || isVisible(of)) ? { of } : {};
  switch (kind) {
    case 'item':
      return isVisible(id) ? reference : { kind };
    case 'opinion':
      return { kind };
    case 'duty':
      return { kind, ...(id === row && { id }), ...(row !== undefined && { row }), ...named };
    default:
      return { kind, id, ...named, ...(on !== undefined && { on }) };
  }
}

export const openPiece = (
  { about, weight, value }: Piece,
  isVisible: (item: string) => boolean,
): OpenPiece => ({
  about: openReference(about, isVisible),
  weight,
  value,
});
