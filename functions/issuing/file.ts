import type { FileCommandOf } from '../../domain/file/commands.ts';
import { Presigner } from '../adapters/presigned.ts';
import { FileAccess } from '../shell/file-access.ts';
import { FileCommands } from '../shell/file-commands.ts';
import type { WholeGround } from './ground.ts';
import { commandOf, type Issue, idOf, issued, scopeOf } from './request.ts';

/** Registers a file. The same request again gets another form, as long as nothing has arrived. */
export function fileIssuer({ log, aggregates, permits, files: { bucket, environment } }: WholeGround): Issue {
  const access = new FileAccess(new Presigner(bucket, environment));
  const files = new FileCommands(log, aggregates);
  return async (request) => {
    const scope = scopeOf(request);
    const id = idOf(scope, request, 'file', true);
    const { item } = request.data as FileCommandOf<'RequestUpload'>['data'];
    const actor = await permits.worker(scope, request, async (asked) =>
      item === undefined ? false : permits.isAsked(scope, item, asked),
    );
    const command = commandOf<FileCommandOf<'RequestUpload'>>(request, actor);
    const outcome = await files.issue(scope, id, { ...command, isNew: true });
    const file = outcome.state;
    const isAwaited = file?.stage === 'awaited';
    return {
      ...issued(id, outcome),
      ...(isAwaited && { upload: access.upload(scope.organisation, { id, file }, request.now) }),
    };
  };
}
