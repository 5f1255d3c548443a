import { createHash } from 'node:crypto';
import type { FailedInspection, Inspection } from '../../domain/file/commands.ts';
import { screenFile } from '../../domain/file/screening.ts';
import { fileHistory } from '../../domain/file/state.ts';
import { FILE_TYPES, MAX_BYTES } from '../../domain/file/types.ts';
import { OrgScope } from '../../domain/kernel/scope.ts';
import type { Files } from '../adapters/files.ts';
import type { Aggregates } from '../shell/aggregates.ts';
import type { FileCommands } from '../shell/file-commands.ts';
import { type FileName, fileAt, publishedKey, sealedKey, thumbnailKey } from '../shell/file-keys.ts';
import type { Arrival } from './arrival.ts';
import { type CleanPdf, clean } from './clean.ts';
import { Rejected } from './rejected.ts';

export interface InspectionDependencies {
  readonly files: Files;
  readonly aggregates: Aggregates;
  readonly commands: FileCommands;
  readonly cleanPdf: CleanPdf;
}

/**
 * Looks into what has arrived, keeps the original sealed, puts what readers may get beside it, and records the verdict.
 * The objects come first: a verdict that is in the record has its files.
 */
export async function inspectFile({ id, key, at }: Arrival, deps: InspectionDependencies): Promise<void> {
  const name = fileAt(key);
  if (!name) return;
  const scope = new OrgScope(name.organisation);
  const { state } = await deps.aggregates.load(scope.stream('FILE', name.id), fileHistory);
  // Nobody asked for it, or the verdict has been given.
  if (state?.stage !== 'awaited') return;
  const bytes = await deps.files.read(key, MAX_BYTES);
  await deps.commands.issue(scope, name.id, {
    type: 'InspectFile',
    data: bytes ? await verdictOn(name, bytes, deps) : { sha256: '', bytes: 0, rejection: 'too-large' },
    now: at,
    actor: { kind: 'system', name: 'inspect-file' },
    commandId: `inspect-file-${id}`,
    cause: id,
    correlation: id,
  });
}

async function verdictOn(
  name: FileName,
  original: Uint8Array,
  { files, cleanPdf }: InspectionDependencies,
): Promise<Inspection | FailedInspection> {
  const sha256 = sha256Of(original);
  try {
    const { type, bytes, text, coverage, image, thumbnail } = await clean(original, cleanPdf);
    await Promise.all([
      files.write(sealedKey(name, sha256), original, 'application/octet-stream'),
      files.write(publishedKey(name, sha256), bytes, FILE_TYPES[type].media),
      thumbnail && files.write(thumbnailKey(name, sha256), thumbnail, FILE_TYPES.jpeg.media),
    ]);
    return {
      sha256,
      bytes: original.length,
      type,
      published: { sha256: sha256Of(bytes), bytes: bytes.length },
      ...(image && { image }),
      screening: screenFile(text, coverage),
    };
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    return { sha256, bytes: original.length, rejection: error.rejection };
  }
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
