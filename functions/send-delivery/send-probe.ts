import type { Answer } from '../../domain/display/delivery-commands.ts';
import { messageId } from '../../domain/display/notice.ts';
import { challengeBody, isEchoed, testBody } from '../../domain/display/probe-messages.ts';
import type { ProbeKind } from '../../domain/display/probing.ts';
import { OrgScope, parseStream } from '../../domain/kernel/scope.ts';
import type { BusEvent } from '../edge/bus-event.ts';
import { patienceFor } from './lanes.ts';
import { SENDER, type SendDependencies, timed } from './send-delivery.ts';

/** Events that ask for a message which is about no item. */
const PROBES: Readonly<Record<string, ProbeKind>> = {
  DisplayTestRequested: 'test',
  DisplayChallengeRequested: 'challenge',
};

/** Sends a test or a challenge, once, and records what came back. It has no part in how the display fares. */
export async function sendProbe(event: BusEvent, dependencies: SendDependencies): Promise<void> {
  const { organisation, id } = parseStream(event.stream);
  const scope = new OrgScope(organisation);
  const probe = PROBES[event.type];
  const { deliveries, reports, secrets } = dependencies;
  const [display, house] = await Promise.all([deliveries.display(scope, id), deliveries.house(scope)]);
  const asked = probe && display?.[probe];
  // Answered, or there is nobody to send it to any more.
  if (!asked || asked.answeredAt || !display.url) return;
  const { number, requestedAt } = asked;
  const challenge = secrets.challenge(organisation, id, number, display.url);
  const source = { organisation: house.organisation, id, display, requestedAt };
  const body = probe === 'test' ? testBody(source, number) : challengeBody(source, challenge);
  const [answer, durationMs] = await timed(dependencies, {
    organisation,
    id,
    display: { ...display, url: display.url },
    message: { id: messageId(id, body), body },
    allowedAddresses: house.networks.allowedAddresses,
    time: event.time,
    patienceMs: patienceFor(event),
  });
  const echoed = probe === 'challenge' && isEchoed(answer, challenge);
  await reports.issue(scope, id, {
    type: 'RecordProbe',
    data: { probe, number, answer: echoed ? withoutExcerpt(answer) : answer, durationMs, echoed },
    actor: SENDER,
    now: event.time,
    commandId: `${event.id}:${probe}`,
    cause: event.id,
    correlation: event.correlation,
  });
}

/** What came back is known. */
function withoutExcerpt(answer: Answer): Answer {
  if (!('excerpt' in answer)) return answer;
  const { excerpt: _excerpt, ...rest } = answer;
  return rest;
}
