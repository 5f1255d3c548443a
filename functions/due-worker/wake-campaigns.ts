import { campaignDecider } from '../../domain/campaign/campaign.ts';
import { Calendars } from '../shell/calendars.ts';
import { campaignFacts } from '../shell/campaign-facts.ts';
import { execute } from '../shell/execute.ts';
import { Tenancy } from '../shell/tenancy.ts';
import type { DueWorkerDependencies, Waker } from './due-worker.ts';

/** Stages that are near or over: who has not done what closes them. */
export function campaignWaker(deps: DueWorkerDependencies): Waker {
  const { aggregates, district } = deps;
  const sources = {
    ...deps,
    tenancy: new Tenancy(aggregates),
    calendars: new Calendars(aggregates, district),
  };
  return (scope, _id, command, stream) =>
    execute(deps, campaignDecider, {
      ...command,
      stream,
      facts: (state) => campaignFacts(sources, scope, command, state),
    });
}
