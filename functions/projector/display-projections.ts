import { keptUntil } from '../../domain/display/attempt-log.ts';
import { type AttemptCard, cardOfAttempt, cardOfDelivery, cardOfDisplay } from '../../domain/display/card.ts';
import { deliveryDecider } from '../../domain/display/delivery.ts';
import type { DeliveryState } from '../../domain/display/delivery-state.ts';
import { displayDecider } from '../../domain/display/display.ts';
import type { DisplayState } from '../../domain/display/state.ts';
import { OrgScope, type StreamName, type StreamParts } from '../../domain/kernel/scope.ts';
import type { ViewRow } from '../adapters/views.ts';
import type { Loaded } from '../shell/aggregates.ts';
import { waiting } from '../shell/due.ts';
import { attemptsKey, deliveriesKey } from '../shell/view-keys.ts';
import type { Projection } from './projections.ts';

export const displayProjection: Projection<DisplayState> = {
  decider: displayDecider,
  rows: (parts, loaded) => displayRows(parts, loaded),
  fixed: (parts, state) => probeRows(parts, state),
};

export const deliveryProjection: Projection<DeliveryState> = {
  decider: deliveryDecider,
  rows: (parts, loaded, stream) => deliveryRows(parts, loaded, stream),
  fixed: (parts, state) => attemptRows(parts, state),
};

const displayRows = (parts: StreamParts, { state, version }: Loaded<DisplayState>): ViewRow[] =>
  state ? [{ ...keyOf(parts), version, card: cardOfDisplay(state) }] : [];

const deliveryRows = (
  parts: StreamParts,
  { state, version }: Loaded<DeliveryState>,
  stream: StreamName,
): ViewRow[] =>
  state
    ? [
        {
          ...keyOf(parts),
          version,
          card: cardOfDelivery(state),
          board: {
            key: deliveriesKey(parts.organisation, state.display),
            sort: `${state.plannedAt}#${parts.id}`,
          },
          ...waiting(deliveryDecider, state, stream),
        },
      ]
    : [];

/** Tests and challenges, which lie in the stream of the display itself. */
const probeRows = ({ organisation, id }: StreamParts, state: DisplayState): ViewRow[] =>
  (state?.log ?? []).map((attempt) =>
    attemptRow(organisation, id, `${attempt.kind}-${attempt.number}`, cardOfAttempt(attempt)),
  );

/** Every attempt of the last thirty days, whichever revision it was about. */
const attemptRows = ({ organisation, id }: StreamParts, state: DeliveryState): ViewRow[] => {
  if (!state) return [];
  const { display, item, log } = state;
  return log.map(({ type, revision, ...attempt }) =>
    attemptRow(
      organisation,
      display,
      `${id}-${revision}-${attempt.kind}-${attempt.number}`,
      cardOfAttempt(attempt, { item, type, revision }),
    ),
  );
};

const attemptRow = (organisation: string, display: string, name: string, card: AttemptCard): ViewRow => ({
  pk: attemptsKey(organisation, display),
  sk: `${card.at}#${name}`,
  version: 1,
  card,
  expiresAt: keptUntil(card.at),
});

const keyOf = ({ organisation, kind, id }: StreamParts) => ({
  pk: new OrgScope(organisation).partition(kind),
  sk: id,
});
