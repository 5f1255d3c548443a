import type { FeedbackCommand, FeedbackCommandOf } from '../../domain/feedback/commands.ts';
import { stageOf } from '../../domain/feedback/state.ts';
import type { Actor } from '../../domain/kernel/decider.ts';
import { OrgScope } from '../../domain/kernel/scope.ts';
import { FeedbackCommands } from '../shell/feedback-commands.ts';
import type { Ground } from './ground.ts';
import { holdsReceipt } from './receipts.ts';
import { commandOf, type Issue, type IssueRequest, issued, scopeOf } from './request.ts';
import { voiceOf } from './voice.ts';

export function feedbackIssuer(ground: Ground): Issue {
  const { log, aggregates, district, permits } = ground;
  const voice = voiceOf(ground);
  const feedback = new FeedbackCommands(log, aggregates, district.id);
  return async (request) => {
    const scope = scopeOf(request);
    const isNew = request.command === 'LeaveFeedback';
    const receipt = isNew ? voice.receipts.issue(scope, request.key.value) : undefined;
    const id = receipt?.id ?? request.parameters.feedback ?? '';
    const holds = !isNew && (await holdsReceipt(voice, scope, request, id));
    const actor = await (isNew ? speaker(scope, request) : handler(scope, request, id, holds));
    const outcome = await feedback.issue(scope, id, {
      ...commandOf<FeedbackCommand>(request, actor),
      isNew,
      holdsReceipt: holds,
    });
    return {
      ...issued(id, outcome),
      ...(outcome.state && { stage: stageOf(outcome.state) }),
      ...(receipt && { receipt: receipt.code }),
    };
  };

  async function speaker(scope: OrgScope, request: IssueRequest): Promise<Actor> {
    const { item, from, channel } = request.data as FeedbackCommandOf<'LeaveFeedback'>['data'];
    if (from.kind === 'organisation') return permits.worker(new OrgScope(from.organisation), request);
    const reader = await permits.reader(scope, request);
    if (request.person === undefined) await voice.guard.admit(scope, 'leave', request.address, request.now);
    if (item !== undefined) await feedback.requireVisible(scope, item, reader);
    return permits.speaker(scope, request, channel === 'online' && from.kind === 'anonymous');
  }

  /** Somebody who works on the opinion, who left it under their name, or who holds its receipt. */
  function handler(scope: OrgScope, request: IssueRequest, id: string, holds: boolean): Promise<Actor> {
    if (holds) return permits.speaker(scope, request, true);
    return permits.worker(scope, request, (person) => permits.ownsFeedback(scope, id, person));
  }
}
