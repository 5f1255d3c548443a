import type { EnquiryCommand, EnquiryCommandType } from '../../domain/enquiry/commands.ts';
import type { DataOf } from '../../domain/enquiry/events.ts';
import type { Actor } from '../../domain/kernel/decider.ts';
import type { OrgScope } from '../../domain/kernel/scope.ts';
import { EnquiryCommands } from '../shell/enquiry-commands.ts';
import { rostersIn } from '../shell/rosters.ts';
import type { Ground } from './ground.ts';
import { holdsReceipt } from './receipts.ts';
import { commandOf, type Issue, type IssueRequest, issued, scopeOf } from './request.ts';
import { voiceOf } from './voice.ts';

/** What whoever asked does; a receipt counts for nothing else. */
const OF_ASKERS: ReadonlySet<string> = new Set<EnquiryCommandType>(['Clarify', 'FileComplaint']);

export function enquiryIssuer(ground: Ground): Issue {
  const { log, aggregates, views, district, permits } = ground;
  const voice = voiceOf(ground);
  const enquiries = new EnquiryCommands(log, aggregates, district.id, rostersIn(views, district.id));
  return async (request) => {
    const scope = scopeOf(request);
    const isNew = request.command === 'RegisterEnquiry';
    const receipt = isNew ? voice.receipts.issue(scope, `enquiry ${request.key.value}`) : undefined;
    const id = receipt?.id ?? request.parameters.enquiry ?? '';
    const holds = OF_ASKERS.has(request.command) && (await holdsReceipt(voice, scope, request, id));
    const actor = await (isNew ? asker(scope, request) : handler(scope, request, id, holds));
    const outcome = await enquiries.issue(scope, id, {
      ...commandOf<EnquiryCommand>(request, actor),
      isNew,
      holdsReceipt: holds,
    });
    return {
      ...issued(id, outcome),
      ...(outcome.state && { stage: outcome.state.stage }),
      ...(receipt && { receipt: receipt.code }),
    };
  };

  async function asker(scope: OrgScope, request: IssueRequest): Promise<Actor> {
    const { from, channel } = request.data as DataOf<'RegisterEnquiry'>;
    if (request.person === undefined) await voice.guard.admit(scope, 'leave', request.address, request.now);
    return permits.speaker(scope, request, channel === 'online' && from.kind === 'anonymous');
  }

  /** Somebody who works on the case, who asked under their name, or who holds its receipt and stays unknown. */
  function handler(scope: OrgScope, request: IssueRequest, id: string, holds: boolean): Promise<Actor> {
    if (holds) return permits.speaker(scope, request, true);
    return permits.worker(scope, request, (person) => enquiries.involves(scope, id, person));
  }
}
