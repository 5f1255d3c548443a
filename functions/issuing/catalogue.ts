import type { CatalogueCommand } from '../../domain/catalogue/commands.ts';
import { rowOf } from '../../domain/catalogue/pending.ts';
import type { CatalogueState } from '../../domain/catalogue/state.ts';
import { CatalogueCommands } from '../shell/catalogue-commands.ts';
import type { Ground } from './ground.ts';
import { commandOf, type Issue, issued, scopeOf } from './request.ts';

export function catalogueIssuer({ log, aggregates, permits, district }: Ground): Issue {
  const catalogues = new CatalogueCommands(log, aggregates, district.id);
  return async (request) => {
    const scope = scopeOf(request);
    const command = commandOf<CatalogueCommand>(request, await permits.administrator(scope, request));
    const outcome = await catalogues.issue(scope, command);
    const id = idOf(command.data);
    return { ...issued(id, outcome), ...(waits(outcome.state, id) && { stage: 'waiting' }) };
  };
}

const idOf = (data: CatalogueCommand['data']): string => {
  if ('rowId' in data) return data.rowId;
  return 'template' in data ? data.template : data.change;
};

/** A change of the row has been put to the superior, and does not hold yet. */
const waits = ({ pending }: CatalogueState, row: string): boolean =>
  pending.some(({ event }) => rowOf(event) === row);
