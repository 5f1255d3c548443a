import type { CalendarCommand } from '../../domain/calendar/calendar.ts';
import { CalendarCommands } from '../shell/calendar-commands.ts';
import type { Ground } from './ground.ts';
import { commandOf, type Issue, issued, scopeOf } from './request.ts';

export function calendarIssuer({ log, aggregates, district, permits }: Ground): Issue {
  const calendar = new CalendarCommands(log, aggregates, district.id);
  return async (request) => {
    const scope = scopeOf(request);
    const command = commandOf<CalendarCommand>(request, await permits.administrator(scope, request));
    return issued(scope.organisation, await calendar.issue(scope, command));
  };
}
