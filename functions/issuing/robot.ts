import { Sealer } from '../adapters/sealed.ts';
import { RobotCommands, type RobotRequest } from '../shell/robots.ts';
import type { Ground } from './ground.ts';
import { commandOf, type Issue, idOf, issued, scopeOf } from './request.ts';

export function robotIssuer({ log, aggregates, permits, masterKey }: Ground): Issue {
  const robots = new RobotCommands(log, aggregates, new Sealer(masterKey));
  return async (request) => {
    const scope = scopeOf(request);
    const id = idOf(scope, request, 'robot', request.command === 'RegisterRobot');
    const command = commandOf<RobotRequest>(request, await permits.administrator(scope, request));
    return issued(id, await robots.issue(scope, id, command as RobotRequest));
  };
}
