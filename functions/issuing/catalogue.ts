import type { CatalogueCommand } from '../../domain/catalogue/commands.ts';
import { CatalogueCommands } from '../shell/catalogue-commands.ts';
import type { Ground } from './ground.ts';
import { commandOf, type Issue, issued, scopeOf } from './request.ts';

export function catalogueIssuer({ log, aggregates, permits }: Ground): Issue {
  const catalogues = new CatalogueCommands(log, aggregates);
  return async (request) => {
    const scope = scopeOf(request);
    const command = commandOf<CatalogueCommand>(request, await permits.administrator(scope, request));
    const { data } = command;
    return issued('rowId' in data ? data.rowId : data.template, await catalogues.issue(scope, command));
  };
}
