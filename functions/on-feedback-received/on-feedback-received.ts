import { feedbackHistory } from '../../domain/feedback/state.ts';
import { itemHistory } from '../../domain/item/evolve.ts';
import { latest } from '../../domain/item/state.ts';
import { type OrganisationId, OrgScope, parseStream, type StreamName } from '../../domain/kernel/scope.ts';
import type { Log } from '../adapters/log.ts';
import type { BusEvent } from '../edge/bus-event.ts';
import type { Aggregates } from '../shell/aggregates.ts';
import { FeedbackCommands, type FeedbackRequest } from '../shell/feedback-commands.ts';

export interface HearingDependencies {
  readonly log: Log;
  readonly aggregates: Aggregates;
  readonly district: OrganisationId;
}

/** What an opinion makes happen to opinions: it gets an owner, and the one it was merged into takes it. */
export async function followFeedback(dependencies: HearingDependencies, event: BusEvent): Promise<void> {
  const { aggregates } = dependencies;
  const { organisation, id } = parseStream(event.stream);
  const scope = new OrgScope(organisation);
  const { state: feedback } = await aggregates.load(event.stream as StreamName, feedbackHistory);
  if (!feedback) return;
  if (event.type === 'FeedbackMerged') {
    if (feedback.into === undefined) return;
    const { author: follower } = feedback;
    const data = { id, ...(follower !== undefined && { follower }) };
    await issue(dependencies, scope, feedback.into, event, { type: 'TakeDuplicate', data });
    return;
  }
  if (!feedback.item || feedback.owner || feedback.answer || feedback.into !== undefined) return;
  const { state: item } = await aggregates.load(scope.stream('ITEM', feedback.item), itemHistory);
  if (!item) return;
  // A word to the organisation as such stays with the office, whose desk it lies on already.
  const owner = latest(item).content.accountable;
  await issue(dependencies, scope, id, event, { type: 'AssignFeedback', data: { owner } });
}

function issue(
  { log, aggregates, district }: HearingDependencies,
  scope: OrgScope,
  id: string,
  event: BusEvent,
  command: Pick<FeedbackRequest, 'type' | 'data'>,
) {
  return new FeedbackCommands(log, aggregates, district).issue(scope, id, {
    ...command,
    now: event.time,
    actor: { kind: 'system', name: 'on-feedback-received' },
    commandId: `on-feedback-received-${event.id}`,
    cause: event.id,
    correlation: event.correlation,
  });
}
