import { feedbackHistory } from '../../domain/feedback/state.ts';
import { itemHistory } from '../../domain/item/evolve.ts';
import { latest } from '../../domain/item/state.ts';
import { OrgScope, parseStream, type StreamName } from '../../domain/kernel/scope.ts';
import type { Log } from '../adapters/log.ts';
import type { BusEvent } from '../edge/bus-event.ts';
import type { Aggregates } from '../shell/aggregates.ts';
import { FeedbackCommands } from '../shell/feedback-commands.ts';

/**
 * Gives an opinion its owner: whoever is accountable for the item that it is about. A word to the organisation as such
 * stays with the office, whose desk it lies on already.
 */
export async function assignOwner(
  { log, aggregates }: { readonly log: Log; readonly aggregates: Aggregates },
  event: BusEvent,
): Promise<void> {
  const { organisation, id } = parseStream(event.stream);
  const scope = new OrgScope(organisation);
  const { state: feedback } = await aggregates.load(event.stream as StreamName, feedbackHistory);
  if (!feedback?.item || feedback.owner) return;
  const { state: item } = await aggregates.load(scope.stream('ITEM', feedback.item), itemHistory);
  if (!item) return;
  await new FeedbackCommands(log, aggregates).issue(scope, id, {
    type: 'AssignFeedback',
    data: { owner: latest(item).content.accountable },
    now: event.time,
    actor: { kind: 'system', name: 'on-feedback-received' },
    commandId: `on-feedback-received-${event.id}`,
    cause: event.id,
    correlation: event.correlation,
  });
}
