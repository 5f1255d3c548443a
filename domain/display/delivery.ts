import type { Decider } from '../kernel/decider.ts';
import { epochOf, type Instant, instantOf } from '../kernel/time.ts';
import type { DeliveryCommand, DeliveryCommandOf, DeliveryEvent, NoticeType } from './delivery-commands.ts';
import {
  type Delivery,
  type DeliveryState,
  deliveryHistory,
  deliveryId,
  isGone,
  isSuccess,
} from './delivery-state.ts';
import { refuse } from './refusals.ts';
import { attemptAt, MAX_ATTEMPTS } from './retry.ts';

/**
 * One display and one item. A display shows the latest state, so only the newest revision is ever pending. Each
 * attempt is set going by an event of its own, `DeliveryPlanned` or `DeliveryRetryDue`, and is answered by the sender.
 */
export const deliveryDecider: Decider<DeliveryCommand, DeliveryEvent, DeliveryState> = {
  ...deliveryHistory,
  decide,
  nextDue,
};

function decide(command: DeliveryCommand, state: DeliveryState): readonly DeliveryEvent[] {
  if (command.actor.kind !== 'system') refuse('system-only');
  switch (command.type) {
    case 'PlanDelivery':
      return plan(command.data, state);
    case 'ResendDelivery':
      return resend(command.data, state);
    case 'RecordResend':
      return recordResend(command, state);
    case 'PostponeDelivery':
      return postpone(command, state);
    case 'RecordAttempt':
      return record(command, state);
    case 'DropDelivery':
      return isPending(state, command.data.revision) ? [{ type: 'DeliveryDropped', data: command.data }] : [];
    case 'TimePassed':
      return passTime(command, state);
  }
}

type Plan = DeliveryCommandOf<'PlanDelivery'>['data'];

function plan({ onShow, wants, ...rest }: Plan, state: DeliveryState): readonly DeliveryEvent[] {
  if (!state && !onShow) return [];
  if (state && rest.revision < state.revision) return [];
  const isSame = rest.content === state?.content;
  const waiting = state?.status === 'pending' ? state : undefined;
  if (isSame && (waiting || state?.status === 'succeeded')) return [];
  const type = typeOf(onShow, state);
  const planned: DeliveryEvent = { type: 'DeliveryPlanned', data: { ...rest, type } };
  const { revision } = rest;
  if (wants && !wants.includes(type)) {
    // What is pending says what is true when it is sent; and of what was not wanted once, one line is enough.
    if (waiting || (isSame && state?.status === 'dropped')) return [];
    return [planned, { type: 'DeliveryDropped', data: { revision, reason: 'not-wanted' } }];
  }
  if (!waiting) return [planned];
  return [{ type: 'DeliverySuperseded', data: { revision: waiting.revision, by: revision } }, planned];
}

/** Nothing while an attempt is under way: then it is being sent already. */
function resend(data: Plan, state: DeliveryState): readonly DeliveryEvent[] {
  const isStale = !state || (data.revision >= state.revision && data.content !== state.content);
  const fresh = isStale ? plan(data, state) : [];
  if (fresh.some(({ type }) => type === 'DeliveryDropped')) return fresh;
  const isUnwanted = state && data.wants?.includes(state.type) === false;
  if (fresh.length === 0 && (!state || isUnwanted || isUnderWay(state))) return [];
  const revision = fresh.length > 0 || !state ? data.revision : state.revision;
  const requested = { revision, resend: (state?.resends ?? 0) + 1 };
  return [...fresh, { type: 'DeliveryResendRequested', data: requested }];
}

const isUnderWay = ({ status, nextAttemptAt, resend }: Delivery): boolean =>
  resend !== undefined || (status === 'pending' && nextAttemptAt === undefined);

function recordResend(
  { data }: DeliveryCommandOf<'RecordResend'>,
  state: DeliveryState,
): readonly DeliveryEvent[] {
  const isAwaited =
    state?.resend !== undefined && state.revision === data.revision && state.resends === data.resend;
  return isAwaited ? [{ type: 'DeliveryResent', data }] : [];
}

function postpone(
  { data }: DeliveryCommandOf<'PostponeDelivery'>,
  state: DeliveryState,
): readonly DeliveryEvent[] {
  const isAwaited =
    state?.revision === data.revision && isUnderWay(state) && state.resend?.dueAt === undefined;
  return isAwaited ? [{ type: 'DeliveryPostponed', data }] : [];
}

/** As the display sees it: released is what it has not got, updated what it has. */
function typeOf(onShow: boolean, state: DeliveryState): NoticeType {
  if (!onShow) return 'notice.withdrawn';
  return state && state.type !== 'notice.withdrawn' ? 'notice.updated' : 'notice.released';
}

function record(
  { data, now }: DeliveryCommandOf<'RecordAttempt'>,
  state: DeliveryState,
): readonly DeliveryEvent[] {
  // An attempt at a revision that was superseded meanwhile changes nothing: the newer one is on its way.
  if (!isPending(state, data.revision)) return [];
  if (isSuccess(data.answer)) return [{ type: 'DeliverySucceeded', data }];
  const isAnswered = data.attempt < state.attempts || state.nextAttemptAt !== undefined;
  if (isAnswered) return [];
  if (isGone(data.answer) || state.attempts >= MAX_ATTEMPTS) return [{ type: 'DeliveryExhausted', data }];
  const retryAfter = 'retryAfter' in data.answer ? data.answer.retryAfter : 0;
  const nextAttemptAt = attemptAt(now, state.attempts + 1, seedOf(state), retryAfter);
  return [{ type: 'DeliveryFailed', data: { ...data, nextAttemptAt } }];
}

/** Also counts an attempt that nobody answered for, so that a sender which always dies does not go on for ever. */
function passTime({ now }: DeliveryCommandOf<'TimePassed'>, state: DeliveryState): readonly DeliveryEvent[] {
  const due = nextDue(state);
  if (!state || due === undefined || now < due) return [];
  const { revision, attempts, resend, resends, turn } = state;
  if (resend?.dueAt)
    return [{ type: 'DeliveryRetryDue', data: { revision, attempt: attempts, resend: resends } }];
  if (resend) return [{ type: 'DeliveryResent', data: { revision, resend: resends } }];
  if (turn === 'waits') return [{ type: 'DeliveryRetryDue', data: { revision, attempt: attempts } }];
  if (attempts >= MAX_ATTEMPTS) return [{ type: 'DeliveryExhausted', data: { revision, attempt: attempts } }];
  return [{ type: 'DeliveryRetryDue', data: { revision, attempt: attempts + 1 } }];
}

/** An attempt takes seconds; after so long without an answer its message has been lost or put aside. */
const ANSWER_WITHIN_MS = 15 * 60_000;

/** What was asked for comes before what is planned: of both only one is under way at a time. */
function nextDue(state: DeliveryState): Instant | undefined {
  if (state?.resend) return state.resend.dueAt ?? unanswered(state.resend.startedAt);
  if (state?.status !== 'pending') return undefined;
  if (state.nextAttemptAt) return state.nextAttemptAt;
  const scheduled = attemptAt(state.startedAt, state.attempts + 1, seedOf(state));
  return [scheduled, unanswered(state.startedAt)].toSorted().at(-1);
}

const unanswered = (startedAt: Instant): Instant => instantOf(epochOf(startedAt) + ANSWER_WITHIN_MS);

const isPending = (state: DeliveryState, revision: number): state is Delivery =>
  state?.status === 'pending' && state.revision === revision;

const seedOf = ({ display, item, revision }: Delivery): string => `${deliveryId(display, item)}#${revision}`;
