import type { OrgScope } from '../../domain/kernel/scope.ts';
import { caseDecider } from '../../domain/supervision/case/case.ts';
import { followUpDecider } from '../../domain/supervision/followup/followup.ts';
import { visitDecider } from '../../domain/supervision/visit/visit.ts';
import { Calendars } from '../shell/calendars.ts';
import { execute } from '../shell/execute.ts';
import { Tenancy } from '../shell/tenancy.ts';
import type { DueWorkerDependencies, Waker } from './due-worker.ts';

/** A visit that nobody recorded. */
export function visitWaker(deps: DueWorkerDependencies): Waker {
  const facts = factsOver(deps);
  return (scope, _id, command, stream) =>
    execute(deps, visitDecider, { ...command, stream, facts: () => facts(scope) });
}

/** What nobody answered or put right. */
export function followUpWaker(deps: DueWorkerDependencies): Waker {
  const facts = factsOver(deps);
  return (scope, _id, command, stream) =>
    execute(deps, followUpDecider, { ...command, stream, facts: () => facts(scope) });
}

/** A decision against which nobody appealed, or an appeal that nobody answered. */
export function caseWaker(deps: DueWorkerDependencies): Waker {
  const facts = factsOver(deps);
  return (scope, _id, command, stream) =>
    execute(deps, caseDecider, { ...command, stream, facts: () => facts(scope) });
}

function factsOver({ aggregates, district }: DueWorkerDependencies) {
  const tenancy = new Tenancy(aggregates);
  const calendars = new Calendars(aggregates, district);
  return async (scope: OrgScope) => {
    const [tenants, { calendar }] = await Promise.all([tenancy.tenants(scope), calendars.current()]);
    return { id: scope.organisation, ...tenants, calendar };
  };
}
