import type { Telling } from '../../domain/alert/alert.ts';
import { parseStream, type StreamKind } from '../../domain/kernel/scope.ts';
import type { Views } from '../adapters/views.ts';
import type { BusEvent } from '../edge/bus-event.ts';
import { count } from '../edge/metrics.ts';
import type { AlertSources } from '../shell/alerts.ts';
import type { Digests } from '../shell/digests.ts';

export interface AlertDependencies extends AlertSources {
  readonly views: Views;
  readonly digests: Digests;
}

/**
 * Puts what a ledger, an opinion or anything else that is owed by a day said into the digests of everybody who is to be
 * told. The event may come twice, late or after a later one: an alert is in one digest, once. A digest that could not be
 * sent is reported in the same way.
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

/** Who is to be told of an event, from the record as it was when the event was recorded. */
type Tell = (dependencies: AlertDependencies, event: BusEvent) => Promise<readonly Telling[]>;

const dated = async (): Promise<Tell> => (await import('../shell/dated-alerts.ts')).tellingsOfDated;
const climbing = async (): Promise<Tell> => (await import('../shell/ladder-alerts.ts')).tellingsOfLadder;

/** By what speaks; each is loaded with its first event. */
const TELLINGS: Readonly<Partial<Record<StreamKind, () => Promise<Tell>>>> = {
  LEDGER: async () => (await import('../shell/duty-alerts.ts')).tellingsOfDuties,
  FEEDBACK: async () => (await import('../shell/feedback-alerts.ts')).tellingsOfFeedback,
  ENQUIRY: dated,
  TOPIC: dated,
  FOLLOWUP: climbing,
  CASE: climbing,
  DECISION: climbing,
  CIRCULAR: climbing,
  RECEIPT: climbing,
  CAMPAIGN: climbing,
  DISPLAY: async () => (await import('../shell/display-alerts.ts')).tellingsOfDisplay,
  DIGEST: async () => (await import('../shell/digest-alerts.ts')).tellingsOfFailure,
};

async function tellingsOfEvent(
  event: BusEvent,
  dependencies: AlertDependencies,
): Promise<readonly Telling[]> {
  const { kind } = parseStream(event.stream);
  const tell = TELLINGS[kind];
  if (!tell) throw new Error(`nobody knows whom to tell of ${event.type} of ${event.stream}`);
  if (kind === 'DIGEST') count('DigestsGivenUp', 1);
  return (await tell())(dependencies, event);
}
