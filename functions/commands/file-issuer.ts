import type { FileCommandOf } from '../../domain/file/commands.ts';
import type { OrgScope } from '../../domain/kernel/scope.ts';
import type { FileAccess, SignedUpload } from '../shell/file-access.ts';
import type { FileCommands, FileRequest } from '../shell/file-commands.ts';
import type { Permits } from './permits.ts';

/** What a request to upload stands on, and what it answers with. */
export interface FileUploads {
  readonly commands: FileCommands;
  readonly access: FileAccess;
}

type UploadRequest = Omit<FileRequest, 'type' | 'data' | 'actor' | 'isNew'> & {
  readonly data: object;
  readonly person: string | undefined;
  readonly actingSeat: string | undefined;
};

/** Registers a file. The same request again gets another form, as long as nothing has arrived. */
export async function requestUpload(
  { commands, access }: FileUploads,
  permits: Permits,
  scope: OrgScope,
  id: string,
  { person, actingSeat, ...request }: UploadRequest,
) {
  const data = request.data as FileCommandOf<'RequestUpload'>['data'];
  const { item } = data;
  const asker = { person, actingSeat, now: request.now };
  const actor = await permits.worker(scope, asker, async (asked) =>
    item === undefined ? false : permits.isAsked(scope, item, asked),
  );
  const outcome = await commands.issue(scope, id, {
    ...request,
    type: 'RequestUpload',
    data,
    actor,
    isNew: true,
  });
  const file = outcome.state;
  const upload: SignedUpload | undefined =
    file?.stage === 'awaited' ? access.upload(scope.organisation, { id, file }, request.now) : undefined;
  return { outcome, upload };
}
