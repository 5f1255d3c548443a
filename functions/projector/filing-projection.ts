import type { StreamName, StreamParts } from '../../domain/kernel/scope.ts';
import { filingDecider } from '../../domain/summary/filing.ts';
import { type FilingState, filingCardOf } from '../../domain/summary/filing-state.ts';
import type { ViewRow } from '../adapters/views.ts';
import type { Loaded } from '../shell/aggregates.ts';
import { filingsKey, SPECIAL_SORT, summarySort } from '../shell/view-keys.ts';
import type { Projection } from './projections.ts';
import { keyOf } from './row-parts.ts';

export const filingProjection: Projection<FilingState> = {
  decider: filingDecider,
  rows: (parts, loaded, stream) => [filingRow(parts, loaded, stream)],
};

/** With those of whoever filed it, and of whom it was filed with. */
function filingRow(parts: StreamParts, { state, version }: Loaded<FilingState>, stream: StreamName): ViewRow {
  if (!state) throw new Error(`no filing in ${stream}`);
  const { organisation, id } = parts;
  const sort =
    state.year === undefined ? `${SPECIAL_SORT}${organisation}#${id}` : summarySort(state.year, organisation);
  return {
    ...keyOf(parts),
    version,
    card: filingCardOf(state, parts),
    board: { key: filingsKey(state.to), sort },
  };
}
