import { itemHistory } from '../../domain/item/evolve.ts';
import { versionFor } from '../../domain/item/for-reader.ts';
import { OrgScope } from '../../domain/kernel/scope.ts';
import type { ExampleCommandOf, ExampleFacts } from '../../domain/supervision/example/commands.ts';
import { exampleDecider } from '../../domain/supervision/example/example.ts';
import { stranger } from '../../domain/visibility.ts';
import { idFor } from '../api/ids.ts';
import { Tenancy } from '../shell/tenancy.ts';
import type { Ground } from './ground.ts';
import { plainIssuer, type Target } from './plain.ts';
import type { Issue, IssueRequest } from './request.ts';

export function exampleIssuer(ground: Ground): Issue {
  const { aggregates, permits } = ground;
  const tenancy = new Tenancy(aggregates);
  return plainIssuer(ground, {
    kind: 'EXAMPLE',
    decider: exampleDecider,
    id: exampleId,
    actor: ({ scope, request }) => permits.worker(scope, request),
    facts: async ({ scope, request }: Target): Promise<ExampleFacts> => {
      const { organisation } = await tenancy.tenants(scope);
      if (request.command !== 'MarkExample') return { organisation };
      const { organisation: of, item } = request.data as ExampleCommandOf<'MarkExample'>['data'];
      const place = new OrgScope(of);
      const [there, { state }] = await Promise.all([
        tenancy.find(place),
        aggregates.load(place.stream('ITEM', item), itemHistory),
      ]);
      return {
        organisation,
        isBelow: of === scope.organisation || there?.superior === scope.organisation,
        isPublic: state !== undefined && versionFor(stranger(of), state, of) !== undefined,
      };
    },
  });
}

/** One item is one example, however often it is marked. */
function exampleId({ data }: IssueRequest): string {
  const { organisation, item } = data as ExampleCommandOf<'MarkExample' | 'UnmarkExample'>['data'];
  return idFor(organisation, item);
}
