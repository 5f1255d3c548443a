import type { Telling } from '../../domain/alert/alert.ts';
import { parseStream } from '../../domain/kernel/scope.ts';
import type { Views } from '../adapters/views.ts';
import type { BusEvent } from '../edge/bus-event.ts';
import { count } from '../edge/metrics.ts';
import { type AlertSources, tellingsOfDuties, tellingsOfFailure } from '../shell/alerts.ts';
import { isDated, tellingsOfDated } from '../shell/dated-alerts.ts';
import type { Digests } from '../shell/digests.ts';
import { tellingsOfDisplay } from '../shell/display-alerts.ts';
import { tellingsOfFeedback } from '../shell/feedback-alerts.ts';

export interface AlertDependencies extends AlertSources {
  readonly views: Views;
  readonly digests: Digests;
}

/**
 * Puts what a ledger or an opinion said into the digests of everybody who is to be told. The event may come twice, late or after a
 * later one: an alert is in one digest, once. A digest that could not be sent is reported in the same way.
 */
export async function tellOf(event: BusEvent, dependencies: AlertDependencies): Promise<void> {
  for (const telling of await tellingsOfEvent(event, dependencies)) {
    await dependencies.digests.tell(telling, {
      now: event.time,
      actor: { kind: 'system', name: 'on-duty-alert' },
      commandId: `alert-${event.id}`,
      cause: event.id,
      correlation: event.correlation,
    });
  }
}

function tellingsOfEvent(event: BusEvent, dependencies: AlertDependencies): Promise<readonly Telling[]> {
  const { kind } = parseStream(event.stream);
  if (kind === 'DISPLAY') return tellingsOfDisplay(dependencies, event);
  if (isDated(kind)) return tellingsOfDated(dependencies, event);
  if (kind === 'FEEDBACK') return tellingsOfFeedback(dependencies, event);
  if (kind !== 'DIGEST') return tellingsOfDuties(dependencies, event);
  count('DigestsGivenUp', 1);
  return tellingsOfFailure(dependencies, event);
}
