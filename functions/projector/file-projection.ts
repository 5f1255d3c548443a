import { cardOfFile } from '../../domain/file/card.ts';
import { fileDecider } from '../../domain/file/file.ts';
import type { FileState } from '../../domain/file/state.ts';
import { OrgScope, type StreamName, type StreamParts } from '../../domain/kernel/scope.ts';
import type { ViewRow } from '../adapters/views.ts';
import type { Loaded } from '../shell/aggregates.ts';
import { waiting } from '../shell/due.ts';
import { itemFilesKey } from '../shell/view-keys.ts';
import type { Projection } from './projections.ts';

export const fileProjection: Projection<FileState> = {
  decider: fileDecider,
  rows: (parts, loaded, stream) => [fileRow(parts, loaded, stream)],
};

/** A file among those of its item, and until when it is waited for. */
function fileRow(
  { organisation, kind, id }: StreamParts,
  { state, version }: Loaded<FileState>,
  stream: StreamName,
): ViewRow {
  if (!state) throw new Error(`no file in ${stream}`);
  const { item, requestedAt } = state;
  return {
    pk: new OrgScope(organisation).partition(kind),
    sk: id,
    version,
    card: cardOfFile(state),
    ...(item && { board: { key: itemFilesKey(organisation, item), sort: `${requestedAt}#${id}` } }),
    ...waiting(fileDecider, state, stream),
  };
}
