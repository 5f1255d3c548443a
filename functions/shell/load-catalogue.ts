import { CATALOGUE_ID, type CatalogueState } from '../../domain/catalogue/state.ts';
import type { OrgScope } from '../../domain/kernel/scope.ts';
import type { Aggregates, Loaded } from './aggregates.ts';

/** The catalogue of an organisation as the record has it. The official texts come with it, so no start loads it. */
export async function loadCatalogue(
  aggregates: Pick<Aggregates, 'load'>,
  scope: OrgScope,
): Promise<Loaded<CatalogueState>> {
  const { catalogueHistory } = await import('../../domain/catalogue/history.ts');
  return aggregates.load(scope.stream('CATALOGUE', CATALOGUE_ID), catalogueHistory);
}
