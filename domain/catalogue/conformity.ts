import { type Audience, isWithin } from '../kernel/audience.ts';
import type { CatalogueRow } from './row.ts';

/** How an item would be disclosed. */
export interface ChosenDisclosure {
  readonly forms: readonly string[];
  readonly audience: Audience;
}

/** One choice that the row does not cover: allowed only with a recorded exception. */
export interface Deviation {
  readonly aspect: 'form' | 'audience';
  /** The form or audience in question. */
  readonly chosen: string;
  /** What the row has: its forms, joined by 、, or its widest audience. */
  readonly allowed: string;
}

/**
 * What is chosen beyond the row: each form that it does not list (等 included: adding one is what the exception
 * records), and an audience wider than its own. A row that leaves an attribute open covers every choice of it.
 */
export function deviations(
  row: Pick<CatalogueRow, 'forms' | 'audience'>,
  chosen: ChosenDisclosure,
): readonly Deviation[] {
  const forms = row.forms.length === 0 ? [] : chosen.forms.filter((name) => !row.forms.includes(name));
  const found: Deviation[] = forms.map((name) => ({
    aspect: 'form',
    chosen: name,
    allowed: row.forms.join('、'),
  }));
  if (row.audience && !isWithin(chosen.audience, row.audience)) {
    found.push({ aspect: 'audience', chosen: chosen.audience, allowed: row.audience });
  }
  return found;
}
