import { OrgScope, type StreamName, type StreamParts } from '../../domain/kernel/scope.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import { ballotDecider } from '../../domain/survey/ballot.ts';
import { surveyCardOf } from '../../domain/survey/card.ts';
import type { BallotState, SurveyState } from '../../domain/survey/state.ts';
import { surveyDecider } from '../../domain/survey/survey.ts';
import { topicCardOf } from '../../domain/topic/card.ts';
import type { TopicState } from '../../domain/topic/state.ts';
import { topicDecider } from '../../domain/topic/topic.ts';
import type { ViewRow } from '../adapters/views.ts';
import type { Loaded } from '../shell/aggregates.ts';
import { waiting } from '../shell/due.ts';
import { ballotsKey, deskKey, deskSort } from '../shell/view-keys.ts';
import type { Projection } from './projections.ts';

export const topicProjection: Projection<TopicState> = {
  decider: topicDecider,
  rows: (parts, loaded, stream) => [topicRow(parts, loaded, stream)],
};

export const surveyProjection: Projection<SurveyState> = {
  decider: surveyDecider,
  rows: (parts, loaded, stream) => [surveyRow(parts, loaded, stream)],
};

export const ballotProjection: Projection<BallotState> = {
  decider: ballotDecider,
  rows: (parts, loaded) => [ballotRow(parts, loaded)],
};

/** A topic among those of its organisation, and on its desk until it is answered. */
function topicRow(parts: StreamParts, { state, version }: Loaded<TopicState>, stream: StreamName): ViewRow {
  if (!state) throw new Error(`no topic in ${stream}`);
  const card = topicCardOf(state, parts);
  return {
    ...keyOf(parts),
    version,
    card,
    ...(card.waits.length > 0 && onDesk(parts, state.raisedAt)),
    ...waiting(topicDecider, state, stream),
  };
}

/** As {@link topicRow}. */
function surveyRow(parts: StreamParts, { state, version }: Loaded<SurveyState>, stream: StreamName): ViewRow {
  if (!state) throw new Error(`no survey in ${stream}`);
  const card = surveyCardOf(state, parts);
  return {
    ...keyOf(parts),
    version,
    card,
    ...(card.waits.length > 0 && onDesk(parts, state.plannedAt)),
    ...waiting(surveyDecider, state, stream),
  };
}

/** Kept with the survey that it answers, to be counted there. */
function ballotRow({ organisation, id }: StreamParts, { state, version }: Loaded<BallotState>): ViewRow {
  if (!state) throw new Error(`no ballot ${id}`);
  return { pk: ballotsKey(organisation, state.survey), sk: id, version, card: state };
}

const keyOf = ({ organisation, kind, id }: StreamParts) => ({
  pk: new OrgScope(organisation).partition(kind),
  sk: id,
});

const onDesk = ({ organisation, id }: StreamParts, began: Instant) => ({
  desk: { key: deskKey(organisation), sort: deskSort(organisation, began, id) },
});
