import type { Audience } from '../kernel/audience.ts';
import type { DomainEvent } from '../kernel/decider.ts';
import type { CatalogueRow, Timing } from './row.ts';
import type { TemplateKind } from './templates.ts';

/** Names a template version instead of repeating its rows: the version is immutable. */
export type CatalogueAdopted = DomainEvent<
  'CatalogueAdopted',
  { readonly template: TemplateKind; readonly version: number }
>;

/** The attributes that changed, with their new values. */
export interface Refinement {
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

export type CatalogueEvent = CatalogueAdopted | RowRefined | LocalRowAdded | RowDropped;
