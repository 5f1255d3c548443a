import type { LedgerCommand } from '../../domain/duty/commands.ts';
import { periodIn } from '../api/periods.ts';
import { LedgerCommands } from '../shell/ledger-commands.ts';
import { Ledgers } from '../shell/ledgers.ts';
import type { Ground } from './ground.ts';
import { commandOf, type Issue, issued, scopeOf } from './request.ts';

export function ledgerIssuer({ log, aggregates, district, permits }: Ground): Issue {
  const ledgers = new LedgerCommands(new Ledgers(log, aggregates, district.id));
  return async (request) => {
    const scope = scopeOf(request);
    const period = periodIn(request.parameters);
    const command = commandOf<LedgerCommand>(request, await permits.keeper(scope, request));
    return issued(period, await ledgers.issue(scope, period, command));
  };
}
