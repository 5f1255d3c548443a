import { OrgScope } from '../../domain/kernel/scope.ts';
import { filingDecider } from '../../domain/summary/filing.ts';
import type { FilingCommand, FilingFacts } from '../../domain/summary/filing-commands.ts';
import { type FilingEvent, type FilingState, summaryId } from '../../domain/summary/filing-state.ts';
import { Tenancy } from '../shell/tenancy.ts';
import type { Ground } from './ground.ts';
import { plainIssuer } from './plain.ts';
import { type Issue, type IssueRequest, idOf, scopeOf } from './request.ts';

/**
 * Those who file act where they are; those who acknowledge act in the superior, on a report of the unit in the path.
 */
export function filingIssuer(ground: Ground): Issue {
  const tenancy = new Tenancy(ground.aggregates);
  const issue = plainIssuer<FilingCommand, FilingEvent, FilingState>(ground, {
    kind: 'FILING',
    decider: filingDecider,
    id: filingId,
    creates: ['FileSpecialReport'],
    actor: ({ request }) => ground.permits.worker(placeOf(request), request),
    facts: async ({ scope, request }): Promise<FilingFacts> => {
      const place = placeOf(request);
      const [tenants, receiver] = await Promise.all([tenancy.tenants(scope), tenancy.find(place)]);
      const at = place.organisation;
      // What was filed with a superior is acknowledged by that one, also once the unit stands under another.
      return { ...tenants, ...(at !== scope.organisation && receiver && { superior: receiver }), at };
    },
    stage: (state) => state?.stage,
  });
  return (request) => {
    const { organisation = '', unit = organisation } = request.parameters;
    return issue({ ...request, parameters: { ...request.parameters, organisation: unit, at: organisation } });
  };
}

/** Where whoever asks works. */
const placeOf = ({ parameters }: IssueRequest): OrgScope => new OrgScope(parameters.at ?? '');

function filingId(request: IssueRequest): string {
  if (request.command === 'FileSummary') return summaryId((request.data as { year: string }).year);
  return idOf(scopeOf(request), request, 'filing', request.command === 'FileSpecialReport');
}
