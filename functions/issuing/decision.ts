import type { DecisionCommand } from '../../domain/decision/commands.ts';
import { decisionDecider } from '../../domain/decision/decision.ts';
import type { DecisionEvent } from '../../domain/decision/events.ts';
import { type DecisionState, decisionHistory } from '../../domain/decision/state.ts';
import { currentStep } from '../../domain/decision/steps.ts';
import { Calendars } from '../shell/calendars.ts';
import { decisionFacts } from '../shell/decision-facts.ts';
import { Tenancy } from '../shell/tenancy.ts';
import type { Ground } from './ground.ts';
import { plainIssuer, type Target } from './plain.ts';
import type { Issue } from './request.ts';

export function decisionIssuer(ground: Ground): Issue {
  const { aggregates, permits, district } = ground;
  const tenancy = new Tenancy(aggregates);
  const sources = { aggregates, tenancy, calendars: new Calendars(aggregates, district.id) };
  /** Whoever has to carry something out may hold no seat at all. */
  const isAssigned = async ({ scope, id }: Target, person: string): Promise<boolean> => {
    const { state } = await aggregates.load(scope.stream('DECISION', id), decisionHistory);
    return state?.actions.some(({ assignee }) => assignee === person) ?? false;
  };
  return plainIssuer<DecisionCommand, DecisionEvent, DecisionState>(ground, {
    kind: 'DECISION',
    decider: decisionDecider,
    id: 'decision',
    creates: ['OpenDecision'],
    actor: (target) => permits.worker(target.scope, target.request, (person) => isAssigned(target, person)),
    facts: ({ scope, id, request }) => decisionFacts(sources, scope, { ...request.data, decision: id }),
    stage: (state) => state && (currentStep(state) ?? 'over'),
  });
}
