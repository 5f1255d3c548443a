import { stepsTo } from '../duty/climb.ts';
import { holders } from '../organisation/authority.ts';
import { isOnRoster } from '../organisation/organisation.ts';
import type { FeedbackCommandOf } from './commands.ts';
import type { FeedbackEvent } from './events.ts';
import { isLeader, isOffice, requireOffice } from './handlers.ts';
import { refuse } from './refusals.ts';
import { requireAhead } from './routing.ts';
import { type Feedback, isRectifying, type Rectification } from './state.ts';

/** 整改: somebody puts something right by a day, proves it, and somebody else looks (ZH-12). */
export function demand(
  command: FeedbackCommandOf<'RequireRectification'>,
  feedback: Feedback,
): readonly FeedbackEvent[] {
  if (!isLeader(command, feedback)) requireOffice(command);
  if (isRectifying(feedback)) refuse('rectification-open');
  const { owner, dueOn } = command.data;
  if (!isOnRoster(command.facts.organisation, owner))
    refuse('owner-not-on-roster', { field: 'owner', person: owner });
  requireAhead(dueOn, command, 'dueOn');
  return [
    {
      type: 'RectificationRequired',
      data: { ...command.data, steps: stepsTo(dueOn, command.facts, command.now) },
    },
  ];
}

export function report(
  { actor, data }: FeedbackCommandOf<'ReportRectification'>,
  feedback: Feedback,
): readonly FeedbackEvent[] {
  const { owner } = openOne(feedback);
  if (actor.kind !== 'person' || actor.person !== owner) refuse('rectification-not-yours');
  return [{ type: 'RectificationReported', data }];
}

/** Never by whoever did it. A supervisor may look as well as the office. */
export function verify(
  command: FeedbackCommandOf<'VerifyRectification'>,
  feedback: Feedback,
): readonly FeedbackEvent[] {
  const { actor, data, facts, now } = command;
  const { owner, report: reported } = openOne(feedback);
  const supervisors = holders(facts.organisation, [{ body: 'supervision-group' }], now);
  const mayLook = isOffice(command) || (actor.kind === 'person' && supervisors.has(actor.person));
  if (!mayLook) requireOffice(command);
  const { by } = reported ?? refuse('rectification-unreported');
  if (actor.kind === 'person' && [owner, by].includes(actor.person)) refuse('rectification-own');
  const { note } = data;
  if (!data.ok) return [{ type: 'RectificationReturned', data: { note } }];
  const told = feedback.climbs.rectification?.spoken;
  return [{ type: 'RectificationVerified', data: { note, ...(told !== undefined && { told }) } }];
}

function openOne({ rectification }: Feedback): Rectification {
  const open = rectification && isRectifying({ rectification }) ? rectification : undefined;
  return open ?? refuse('rectification-missing');
}
