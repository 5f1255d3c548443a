import type { OrganisationCommand } from '../../domain/organisation/decider.ts';
import { OrganisationCommands } from '../shell/organisation-commands.ts';
import type { Ground } from './ground.ts';
import { commandOf, type Issue, issued, scopeOf } from './request.ts';

export function organisationIssuer({ log, aggregates, district, permits }: Ground): Issue {
  const organisations = new OrganisationCommands(log, aggregates, district);
  return async (request) => {
    const { id, ...data } = request.data as { id?: string };
    const scope = scopeOf(request, id);
    const actor = await permits.administrator(scope, request);
    const outcome = await organisations.issue(scope, {
      ...commandOf<OrganisationCommand>({ ...request, data }, actor),
      isNew: request.command === 'OnboardOrganisation',
    });
    return issued(scope.organisation, outcome);
  };
}
