import type { Telling } from '../../domain/alert/alert.ts';
import { digestHistory } from '../../domain/alert/digest-state.ts';
import { reportOf } from '../../domain/alert/reporting.ts';
import { robotDecider } from '../../domain/alert/robot-registry.ts';
import { OrgScope, parseStream, type StreamName } from '../../domain/kernel/scope.ts';
import type { BusEvent } from '../edge/bus-event.ts';
import type { AlertSources } from './alerts.ts';
import { Tenancy } from './tenancy.ts';

/** Who is to hear that a digest could not be sent. */
export async function tellingsOfFailure(
  { aggregates }: AlertSources,
  event: BusEvent,
): Promise<readonly Telling[]> {
  const { organisation } = parseStream(event.stream);
  const scope = new OrgScope(organisation);
  const { state: digest } = await aggregates.load(event.stream as StreamName, digestHistory);
  if (!digest) throw new Error(`no digest in ${event.stream}`);
  const { organisation: own, superior } = await new Tenancy(aggregates).tenants(scope);
  const { kind, id } = digest.addressee;
  const robot = kind === 'robot' ? await aggregates.load(scope.stream('ROBOT', id), robotDecider) : undefined;
  const to = (robot ? robot.state?.name : own.people[id]?.name) ?? id;
  const above = superior && own.superior !== undefined ? [{ id: own.superior, organisation: superior }] : [];
  return reportOf({ stream: event.stream, digest, to, at: event.time }, [
    { id: organisation, organisation: own },
    ...above,
  ]);
}
