import { circularDecider } from '../../domain/circular/circular.ts';
import { receiptDecider } from '../../domain/circular/receipt.ts';
import { type ReceiptState, receiptCardOf } from '../../domain/circular/receipt-state.ts';
import { type CircularState, circularCardOf } from '../../domain/circular/state.ts';
import type { StreamName, StreamParts } from '../../domain/kernel/scope.ts';
import type { ViewRow } from '../adapters/views.ts';
import type { Loaded } from '../shell/aggregates.ts';
import { waiting } from '../shell/due.ts';
import { circularsKey, receiptsKey } from '../shell/view-keys.ts';
import type { Projection } from './projections.ts';
import { keyOf } from './row-parts.ts';

export const circularProjection: Projection<CircularState> = {
  decider: circularDecider,
  rows: (parts, loaded, stream) => [circularRow(parts, loaded, stream)],
};

export const receiptProjection: Projection<ReceiptState> = {
  decider: receiptDecider,
  rows: (parts, loaded) => [receiptRow(parts, loaded)],
};

/** One row however many it was sent to: they look among those of whoever is above them. */
function circularRow(
  parts: StreamParts,
  { state, version }: Loaded<CircularState>,
  stream: StreamName,
): ViewRow {
  if (!state) throw new Error(`no circular ${parts.id}`);
  const board = { key: circularsKey(parts.organisation), sort: `${state.issuedAt}#${parts.id}` };
  return {
    ...keyOf(parts),
    version,
    card: circularCardOf(state, parts),
    board,
    ...waiting(circularDecider, state, stream),
  };
}

/** With those of whoever answers, and of the circular that it answers. */
function receiptRow(parts: StreamParts, { state, version }: Loaded<ReceiptState>): ViewRow {
  if (!state) throw new Error(`no receipt for ${parts.id}`);
  const board = { key: receiptsKey(state.issuer, parts.id), sort: parts.organisation };
  return { ...keyOf(parts), version, card: receiptCardOf(state, parts), board };
}
