import { feedbackCardOf } from '../../domain/feedback/card.ts';
import { feedbackDecider } from '../../domain/feedback/feedback.ts';
import type { Feedback, FeedbackState } from '../../domain/feedback/state.ts';
import type { StreamName, StreamParts } from '../../domain/kernel/scope.ts';
import type { ViewRow } from '../adapters/views.ts';
import type { Loaded } from '../shell/aggregates.ts';
import { waiting } from '../shell/due.ts';
import { answersKey, problemsKey } from '../shell/view-keys.ts';
import type { Projection } from './projections.ts';
import { keyOf, onDesk } from './row-parts.ts';

export const feedbackProjection: Projection<FeedbackState> = {
  decider: feedbackDecider,
  rows: (parts, loaded, stream) => [feedbackRow(parts, loaded, stream)],
};

function feedbackRow(
  parts: StreamParts,
  { state, version }: Loaded<FeedbackState>,
  stream: StreamName,
): ViewRow {
  if (!state) throw new Error(`no feedback in ${stream}`);
  const { organisation, id } = parts;
  const card = feedbackCardOf(state, { id, organisation });
  return {
    ...keyOf(parts),
    version,
    card,
    ...answerEntry(state, parts),
    ...(card.waits.length > 0 && onDesk(organisation, parts, state.receivedAt)),
    ...waiting(feedbackDecider, state, stream),
  };
}

/** Among the answers that stand on the item's page, or on the organisation's; a problem with those who raised it. */
function answerEntry(
  { item, from, receivedAt, answer, closed }: Feedback,
  { organisation, id }: StreamParts,
): Pick<ViewRow, 'board'> {
  if (from.kind === 'organisation')
    return { board: { key: problemsKey(from.organisation), sort: `${receivedAt}#${id}` } };
  if (!answer || !closed) return {};
  return { board: { key: answersKey(organisation, item), sort: `${closed.at}#${id}` } };
}
