import type { DisplayCommand } from '../../domain/display/commands.ts';
import { Sealer } from '../adapters/sealed.ts';
import { DisplaySecrets } from '../adapters/secrets.ts';
import { DisplayCommands } from '../shell/display-commands.ts';
import type { Ground } from './ground.ts';
import { commandOf, type Issue, idOf, issued, scopeOf } from './request.ts';

export function displayIssuer({ log, aggregates, permits, masterKey }: Ground): Issue {
  const displays = new DisplayCommands(log, aggregates, new DisplaySecrets(masterKey), new Sealer(masterKey));
  return async (request) => {
    const scope = scopeOf(request);
    const isNew = request.command === 'RegisterDisplay';
    const id = idOf(scope, request, 'display', isNew);
    const command = commandOf<DisplayCommand>(request, await permits.worker(scope, request));
    const outcome = await displays.issue(scope, id, { ...command, isNew });
    return { ...issued(id, outcome), ...(outcome.secret && { secret: outcome.secret }) };
  };
}
