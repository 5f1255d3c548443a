import { visitDecider } from '../../domain/supervision/visit/visit.ts';
import type { Ground } from './ground.ts';
import { plainIssuer } from './plain.ts';
import type { Issue } from './request.ts';
import { Supervision } from './supervision.ts';

export function visitIssuer(ground: Ground): Issue {
  const supervision = new Supervision(ground);
  return plainIssuer(ground, {
    kind: 'VISIT',
    decider: visitDecider,
    id: 'visit',
    creates: ['PlanVisit'],
    actor: ({ scope, request }) => supervision.actor(scope, request),
    facts: ({ scope, request }) => supervision.facts(scope, request),
    stage: (visit) => visit?.stage,
  });
}
