import { cardOfDigest, cardOfRobot } from '../../domain/alert/card.ts';
import { digestDecider } from '../../domain/alert/digest.ts';
import type { DigestState } from '../../domain/alert/digest-state.ts';
import { type RobotState, robotDecider } from '../../domain/alert/robot-registry.ts';
import { OrgScope, type StreamName, type StreamParts } from '../../domain/kernel/scope.ts';
import type { ViewRow } from '../adapters/views.ts';
import type { Loaded } from '../shell/aggregates.ts';
import { waiting } from '../shell/due.ts';
import type { Projection } from './projections.ts';

export const digestProjection: Projection<DigestState> = {
  decider: digestDecider,
  rows: (parts, loaded, stream) => [digestRow(parts, loaded, stream)],
};

export const robotProjection: Projection<RobotState> = {
  decider: robotDecider,
  rows: (parts, loaded, stream) => [robotRow(parts, loaded, stream)],
};

/** A day of somebody's inbox, and when it has to go out. */
function digestRow(
  { organisation, kind, id }: StreamParts,
  { state, version }: Loaded<DigestState>,
  stream: StreamName,
): ViewRow {
  if (!state) throw new Error(`no digest in ${stream}`);
  return {
    pk: new OrgScope(organisation).partition(kind),
    sk: id,
    version,
    card: cardOfDigest(state, organisation),
    ...waiting(digestDecider, state, stream),
  };
}

function robotRow(
  { organisation, kind, id }: StreamParts,
  { state, version }: Loaded<RobotState>,
  stream: StreamName,
): ViewRow {
  if (!state) throw new Error(`no robot in ${stream}`);
  return { pk: new OrgScope(organisation).partition(kind), sk: id, version, card: cardOfRobot(state) };
}
