import { OrgScope } from '../../domain/kernel/scope.ts';
import type { ReportCommand } from '../../domain/report/commands.ts';
import { periodIn } from '../api/periods.ts';
import { ReportCommands } from '../shell/report-commands.ts';
import type { Ground } from './ground.ts';
import { commandOf, type Issue, issued, scopeOf } from './request.ts';

export function reportIssuer({ log, aggregates, views, permits }: Ground): Issue {
  const reports = new ReportCommands(log, aggregates, views);
  return async (request) => {
    const scope = scopeOf(request);
    const period = periodIn(request.parameters);
    // Signed for by whom it was sent to, who need not be the superior any more.
    const to = request.command === 'AcknowledgeReport' ? await reports.addressee(scope, period) : undefined;
    const actor = await (to === undefined
      ? permits.keeper(scope, request)
      : permits.worker(new OrgScope(to), request));
    return issued(period, await reports.issue(scope, period, commandOf<ReportCommand>(request, actor)));
  };
}
