import type { Organisation } from '../organisation/organisation.ts';
import { unitOf } from '../organisation/unit.ts';
import type { CatalogueRow } from './row.ts';
import { tagsOf, tagsWithin, VIEW_NAMES, type ViewName, viewNamed } from './views.ts';

/** The views that suit an organisation, whose rows may be put under their headings. */
export function viewsFor(organisation: Pick<Organisation, 'name' | 'unit'>): readonly ViewName[] {
  const unit = unitOf(organisation);
  return VIEW_NAMES.filter((name) => {
    const { units } = viewNamed(name);
    return !units || (unit !== undefined && units.includes(unit));
  });
}

/** Those of the views under which some row stands: the others have nothing to show. */
export const viewsOf = (
  views: readonly ViewName[],
  catalogue: readonly Pick<CatalogueRow, 'id' | 'tags'>[],
): readonly ViewName[] =>
  views.filter((view) => catalogue.some((row) => tagsWithin(tagsOf(row), [view]).length > 0));
