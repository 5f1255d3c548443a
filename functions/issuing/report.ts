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
    const command = commandOf<ReportCommand>(request, await permits.keeper(scope, request));
    return issued(period, await reports.issue(scope, period, command));
  };
}
