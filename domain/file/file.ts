import type { Decider } from '../kernel/decider.ts';
import type { Instant } from '../kernel/time.ts';
import { requireSeat } from '../organisation/authority.ts';
import { personalData } from '../screening/personal-data.ts';
import type { FileCommand, FileCommandOf } from './commands.ts';
import type { FileEvent } from './events.ts';
import { refuse } from './refusals.ts';
import type { Rejection } from './rejections.ts';
import { awaitedUntil, type FileState, fileHistory, type StoredFile } from './state.ts';

/** A file from the request to upload it to the verdict on what arrived. */
export const fileDecider: Decider<FileCommand, FileEvent, FileState> = {
  ...fileHistory,
  decide,
  nextDue: (file): Instant | undefined => (file?.stage === 'awaited' ? awaitedUntil(file) : undefined),
};

function decide(command: FileCommand, state: FileState): readonly FileEvent[] {
  if (command.type === 'RequestUpload') {
    if (state) refuse('upload-exists');
    return requestUpload(command);
  }
  const file = state ?? refuse('upload-unknown');
  switch (command.type) {
    case 'InspectFile':
      return inspect(command, file);
    case 'TimePassed':
      return file.stage === 'awaited' && awaitedUntil(file) <= command.now
        ? [{ type: 'UploadLapsed', data: {} }]
        : [];
  }
}

/** By those who propose, and by whoever was asked to help with the item. */
function requestUpload({ data, actor, facts, now }: FileCommandOf<'RequestUpload'>): readonly FileEvent[] {
  if (!facts.isAsked) requireSeat(actor, facts.organisation, facts.organisation.policy.proposers, now);
  if (personalData(data.name, 'name').length > 0) refuse('file-name-personal', { field: 'name' });
  return [{ type: 'UploadRequested', data }];
}

/** Whatever arrives under the same address after the verdict changes nothing. */
function inspect({ data, actor }: FileCommandOf<'InspectFile'>, file: StoredFile): readonly FileEvent[] {
  if (actor.kind !== 'system') refuse('inspection-by-system');
  if (file.stage === 'lapsed') refuse('upload-over');
  if (file.stage !== 'awaited') return [];
  if ('rejection' in data) return [{ type: 'FileRejected', data }];
  const broken = brokenPromise(data, file);
  if (!broken) return [{ type: 'FileAccepted', data }];
  const { sha256, bytes } = data;
  return [{ type: 'FileRejected', data: { sha256, bytes, rejection: broken } }];
}

/** What was declared, and did not come. */
function brokenPromise(
  { bytes, sha256, type }: Extract<FileCommandOf<'InspectFile'>['data'], { type: unknown }>,
  { declared }: StoredFile,
): Rejection | undefined {
  if (declared.bytes !== undefined && declared.bytes !== bytes) return 'size-differs';
  if (declared.sha256 !== undefined && declared.sha256 !== sha256) return 'checksum-differs';
  if (declared.type !== undefined && declared.type !== type) return 'type-differs';
  return undefined;
}
