import { decisionDecider } from '../../domain/decision/decision.ts';
import { Calendars } from '../shell/calendars.ts';
import { decisionFacts } from '../shell/decision-facts.ts';
import { execute } from '../shell/execute.ts';
import { Tenancy } from '../shell/tenancy.ts';
import type { DueWorkerDependencies, Waker } from './due-worker.ts';

/** Periods that are over, and what was not done in time. */
export function decisionWaker(deps: DueWorkerDependencies): Waker {
  const { aggregates, district } = deps;
  const sources = {
    aggregates,
    tenancy: new Tenancy(aggregates),
    calendars: new Calendars(aggregates, district),
  };
  return (scope, _id, command, stream) =>
    execute(deps, decisionDecider, {
      ...command,
      stream,
      facts: () => decisionFacts(sources, scope, {}),
    });
}
