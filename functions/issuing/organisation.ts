import { OrgScope } from '../../domain/kernel/scope.ts';
import type { OrganisationCommand } from '../../domain/organisation/decider.ts';
import { officeAboveBoth } from '../shell/affiliation.ts';
import { loadCatalogue } from '../shell/load-catalogue.ts';
import { OrganisationCommands } from '../shell/organisation-commands.ts';
import { Tenancy } from '../shell/tenancy.ts';
import { catalogueIssuer } from './catalogue.ts';
import type { Ground } from './ground.ts';
import { commandOf, type Issue, type IssueRequest, issued, scopeOf } from './request.ts';

export function organisationIssuer(ground: Ground): Issue {
  const { log, aggregates, views, district, permits } = ground;
  const organisations = new OrganisationCommands(log, aggregates, district, views);
  return async (request) => {
    const { id, ...data } = request.data as { id?: string };
    const scope = scopeOf(request, id);
    const actor = await permits.administrator(await decidingPlace(ground, scope, request), request);
    const outcome = await organisations.issue(scope, {
      ...commandOf<OrganisationCommand>({ ...request, data }, actor),
      isNew: request.command === 'OnboardOrganisation',
    });
    const from = copiedFrom(request);
    if (from !== undefined) await copyRows(ground, scope, from, request);
    return issued(scope.organisation, outcome);
  };
}

/** Where somebody acts from: here or right above, and on a move from above both sides. */
async function decidingPlace(
  { aggregates }: Ground,
  scope: OrgScope,
  { command, data, person, now }: IssueRequest,
): Promise<OrgScope> {
  if (command !== 'MoveOrganisation' || person === undefined) return scope;
  const { to } = data as { to: string };
  const move = { id: scope.organisation, to };
  const place = await officeAboveBoth(new Tenancy(aggregates), move, person, now);
  return place === undefined ? scope : new OrgScope(place);
}

/** The organisation whose way of working is taken over with the command. */
function copiedFrom({ command, data }: IssueRequest): string | undefined {
  const { origin, from } = data as { origin?: string; from?: string };
  return command === 'CopyScheme' ? from : command === 'OnboardOrganisation' ? origin : undefined;
}

/**
 * The rows that the other organisation has added by itself, as rows of this one, and its catalogue where this one has
 * none. Rows of that name are left as they are. Each is a command of its own under a key of its own, so a request that
 * broke off half way may simply come again.
 */
async function copyRows(ground: Ground, scope: OrgScope, from: string, request: IssueRequest): Promise<void> {
  const issue = catalogueIssuer(ground);
  const [here, there] = await Promise.all([
    catalogueOf(ground, scope),
    catalogueOf(ground, new OrgScope(from)),
  ]);
  const command = (name: string, data: object, key: string): IssueRequest => ({
    ...request,
    command: name,
    data,
    parameters: { organisation: scope.organisation },
    key: { ...request.key, value: `${request.key.value}-${key}` },
    expectedVersion: undefined,
  });
  if (!here.template && there.template) {
    const { kind, version } = there.template;
    await issue(command('AdoptTemplate', { template: kind, version }, 'template'));
  }
  const known = new Set(here.local.map((row) => row.id));
  const wanted = there.local.filter((row) => !known.has(row.id) && !there.dropped.includes(row.id));
  for (const { id: rowId, openEnded: _e, mandated: _m, origin: _o, ...attributes } of wanted) {
    const { reason = `沿用${from}自设条目。` } = request.data as { reason?: string };
    await issue(command('AddLocalRow', { rowId, ...attributes, reason }, rowId));
  }
}

const catalogueOf = async ({ aggregates }: Ground, scope: OrgScope) =>
  (await loadCatalogue(aggregates, scope)).state;
