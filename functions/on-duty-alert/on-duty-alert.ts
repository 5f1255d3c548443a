import { parseStream } from '../../domain/kernel/scope.ts';
import type { Views } from '../adapters/views.ts';
import type { BusEvent } from '../edge/bus-event.ts';
import { count } from '../edge/metrics.ts';
import { type AlertSources, tellingsOfDuties, tellingsOfFailure } from '../shell/alerts.ts';
import type { Digests } from '../shell/digests.ts';

export interface AlertDependencies extends AlertSources {
  readonly views: Views;
  readonly digests: Digests;
}

/**
 * Puts what a ledger said into the digests of everybody who is to be told. The event may come twice, late or after a
 * later one: an alert is in one digest, once. A digest that could not be sent is reported in the same way.
 */
export async function tellOf(event: BusEvent, dependencies: AlertDependencies): Promise<void> {
  const isFailure = parseStream(event.stream).kind === 'DIGEST';
  if (isFailure) count('DigestsGivenUp', 1);
  const tellings = isFailure
    ? await tellingsOfFailure(dependencies, event)
    : await tellingsOfDuties(dependencies, event);
  for (const telling of tellings) {
    await dependencies.digests.tell(telling, {
      now: event.time,
      actor: { kind: 'system', name: 'on-duty-alert' },
      commandId: `alert-${event.id}`,
      cause: event.id,
      correlation: event.correlation,
    });
  }
}
