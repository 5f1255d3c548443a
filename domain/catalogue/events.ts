import type { Audience } from '../kernel/audience.ts';
import type { DomainEvent } from '../kernel/decider.ts';
import type { PackedRow } from './packed-rows.ts';
import type { CatalogueRow, Timing } from './row.ts';
import type { TemplateKind } from './templates.ts';

/**
 * Names a template version instead of repeating its rows: the version is immutable. The rows of a built-in version are
 * known everywhere; one that the district published is written along, so that no reader has to look elsewhere.
 */
export type CatalogueAdopted = DomainEvent<
  'CatalogueAdopted',
  {
    readonly template: TemplateKind;
    readonly version: number;
    readonly edition?: { readonly title: string; readonly rows: readonly PackedRow[] };
  }
>;

type Particular = 'priority' | 'tags' | 'powers' | 'activeFrom' | 'term' | 'year';

/** The attributes that changed, with their new values. */
export interface Refinement extends Pick<CatalogueRow, Particular> {
  readonly forms?: readonly string[];
  readonly audience?: Audience;
  readonly timing?: Timing;
  readonly detail?: string;
}

export type RowRefined = DomainEvent<
  'RowRefined',
  Refinement & { readonly rowId: string; readonly reason: string }
>;

export type LocalRowAdded = DomainEvent<
  'LocalRowAdded',
  { readonly row: CatalogueRow; readonly reason: string }
>;

export type RowDropped = DomainEvent<'RowDropped', { readonly rowId: string; readonly reason: string }>;

/** What an organisation changes of its own accord. */
export type CatalogueChange = RowRefined | LocalRowAdded | RowDropped;

/** A change that waits for the superior is the event that it will be (XH-25). */
export type ChangeRequested = DomainEvent<
  'ChangeRequested',
  { readonly change: string; readonly event: CatalogueChange }
>;
/** The change itself follows in the same commit, and holds from then on. */
export type ChangeApproved = DomainEvent<'ChangeApproved', { readonly change: string }>;
export type ChangeRefused = DomainEvent<
  'ChangeRefused',
  { readonly change: string; readonly reason: string }
>;
export type ChangeWithdrawn = DomainEvent<'ChangeWithdrawn', { readonly change: string }>;

export type CatalogueEvent =
  | CatalogueAdopted
  | CatalogueChange
  | ChangeRequested
  | ChangeApproved
  | ChangeRefused
  | ChangeWithdrawn;
