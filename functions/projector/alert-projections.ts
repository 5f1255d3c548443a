import { cardOfDigest, cardOfRobot } from '../../domain/alert/card.ts';
import { digestDecider } from '../../domain/alert/digest.ts';
import type { DigestState } from '../../domain/alert/digest-state.ts';
import type { RobotState } from '../../domain/alert/robot-registry.ts';
import { OrgScope, type StreamName, type StreamParts } from '../../domain/kernel/scope.ts';
import type { ViewRow } from '../adapters/views.ts';
import type { Loaded } from '../shell/aggregates.ts';
import { waiting } from '../shell/due.ts';

/** A day of somebody's inbox, and when it has to go out. */
export function digestRow(
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

export function robotRow(
  { organisation, kind, id }: StreamParts,
  { state, version }: Loaded<RobotState>,
  stream: StreamName,
): ViewRow {
  if (!state) throw new Error(`no robot in ${stream}`);
  return { pk: new OrgScope(organisation).partition(kind), sk: id, version, card: cardOfRobot(state) };
}
