import { periodNamed } from '../../domain/duty/period.ts';
import { openMissing } from '../open-ledgers/missing.ts';
import { Opening } from '../open-ledgers/open-ledgers.ts';
import { Ledgers } from '../shell/ledgers.ts';
import { periodUnder, takeTally } from '../shell/tallies.ts';
import type { DueWorkerDependencies, Waker } from './due-worker.ts';

export function ledgerWaker({ log, aggregates, district }: DueWorkerDependencies): Waker {
  const ledgers = new Ledgers(log, aggregates, district);
  return (scope, id, command) => ledgers.issue(scope, periodOf(id), command);
}

/** Takes the sum of everybody below, and opens the ledgers of those whom the opening has missed. */
export function tallyWaker(deps: DueWorkerDependencies): Waker {
  const { log, aggregates, views, district } = deps;
  const opening = new Opening(log, aggregates, new Ledgers(log, aggregates, district));
  return async (scope, id, command) => {
    const { organisation } = scope;
    const period = periodOf(id);
    const { parts } = await periodUnder(views, organisation, period);
    await takeTally(deps, scope, period, parts, command);
    await openMissing({ views, opening }, organisation, period, parts, command.now);
  };
}

const periodOf = (id: string) => periodNamed(id.toUpperCase()).name;
