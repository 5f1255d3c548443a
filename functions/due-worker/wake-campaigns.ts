import { campaignDecider } from '../../domain/campaign/campaign.ts';
import { campaignFacts } from '../shell/campaign-facts.ts';
import { execute } from '../shell/execute.ts';
import { Tenancy } from '../shell/tenancy.ts';
import type { DueWorkerDependencies, Waker } from './due-worker.ts';

/** Stages that are over: who had not done by then what closes them. */
export function campaignWaker(deps: DueWorkerDependencies): Waker {
  const sources = { ...deps, tenancy: new Tenancy(deps.aggregates) };
  return (scope, _id, command, stream) =>
    execute(deps, campaignDecider, {
      ...command,
      stream,
      facts: (state) => campaignFacts(sources, scope, command, state),
    });
}
