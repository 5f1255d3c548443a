import { OrgScope, parseStream } from '../../domain/kernel/scope.ts';
import type { BusEvent } from '../edge/bus-event.ts';
import type { Digests } from '../shell/digests.ts';
import type { Routes } from './routes.ts';

export interface SendDependencies {
  readonly digests: Digests;
  readonly routes: Routes;
}

/**
 * Makes one attempt at sending a digest. It is taken on in the record before anything leaves the house, so an event
 * that comes twice sends once; what became of it is recorded after. A sender that dies in between leaves an attempt
 * without an answer, which is made again after a quarter of an hour: better twice, under the same message id, than
 * never.
 */
export async function sendDigest(event: BusEvent, { digests, routes }: SendDependencies): Promise<void> {
  const { organisation, id } = parseStream(event.stream);
  const scope = new OrgScope(organisation);
  const { state: digest } = await digests.load(scope, id);
  // An event that was late finds the attempt taken on, answered, or put off to the morning.
  if (digest?.stage !== 'due') return;
  const route = await routes.of(scope, id, digest);
  const tried = { attempt: digest.attempt, channel: route.channel };
  const issue = (step: string, request: Pick<Parameters<Digests['issue']>[2], 'type' | 'data'>) =>
    digests.issue(scope, id, {
      ...request,
      now: event.time,
      actor: { kind: 'system', name: 'send-digest' },
      commandId: `${step}-${event.id}`,
      cause: event.id,
      correlation: event.correlation,
    });
  const { events } = await issue('try', { type: 'TryDigest', data: tried });
  if (events.length === 0) return;
  const failure = await route.send();
  await (failure
    ? issue('failed', { type: 'RecordFailure', data: { ...tried, ...failure } })
    : issue('sent', { type: 'RecordSent', data: tried }));
}
