import type { StreamName, StreamParts } from '../../domain/kernel/scope.ts';
import { reportDecider } from '../../domain/report/report.ts';
import type { ReportState } from '../../domain/report/state.ts';
import type { ViewRow } from '../adapters/views.ts';
import type { Loaded } from '../shell/aggregates.ts';
import { reportSort, reportsKey } from '../shell/view-keys.ts';
import type { Projection } from './projections.ts';
import { keyOf } from './row-parts.ts';

export const reportProjection: Projection<ReportState> = {
  decider: reportDecider,
  rows: (parts, loaded, stream) => [reportRow(parts, loaded, stream)],
};

/** With those of whoever sent it, and of whom it was sent to. */
function reportRow(parts: StreamParts, { state, version }: Loaded<ReportState>, stream: StreamName): ViewRow {
  if (!state) throw new Error(`no report in ${stream}`);
  const { organisation } = parts;
  const board = { key: reportsKey(state.to), sort: reportSort(state.period, organisation) };
  return { ...keyOf(parts), version, card: { organisation, ...state }, board };
}
