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
      return plan(command, state);
    case 'RecordAttempt':
      return record(command, state);
    case 'DropDelivery':
      return isPending(state, command.data.revision) ? [{ type: 'DeliveryDropped', data: command.data }] : [];
    case 'TimePassed':
      return passTime(command, state);
  }
}

function plan({ data }: DeliveryCommandOf<'PlanDelivery'>, state: DeliveryState): readonly DeliveryEvent[] {
  const { onShow, ...rest } = data;
  const planned: DeliveryEvent = { type: 'DeliveryPlanned', data: { ...rest, type: typeOf(onShow, state) } };
  if (!state) return onShow ? [planned] : [];
  if (data.revision < state.revision) return [];
  const isUnderWay = state.status === 'pending' || state.status === 'succeeded';
  if (isUnderWay && data.content === state.content) return [];
  if (state.status !== 'pending') return [planned];
  const superseded = { revision: state.revision, by: data.revision };
  return [{ type: 'DeliverySuperseded', data: superseded }, planned];
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
  const { revision, attempts } = state;
  if (attempts >= MAX_ATTEMPTS) return [{ type: 'DeliveryExhausted', data: { revision, attempt: attempts } }];
  return [{ type: 'DeliveryRetryDue', data: { revision, attempt: attempts + 1 } }];
}

/** An attempt takes seconds; after so long without an answer its message has been lost or put aside. */
const ANSWER_WITHIN_MS = 15 * 60_000;

function nextDue(state: DeliveryState): Instant | undefined {
  if (state?.status !== 'pending') return undefined;
  if (state.nextAttemptAt) return state.nextAttemptAt;
  const unanswered = instantOf(epochOf(state.startedAt) + ANSWER_WITHIN_MS);
  const scheduled = attemptAt(state.startedAt, state.attempts + 1, seedOf(state));
  return [scheduled, unanswered].toSorted().at(-1);
}

const isPending = (state: DeliveryState, revision: number): state is Delivery =>
  state?.status === 'pending' && state.revision === revision;

const seedOf = ({ display, item, revision }: Delivery): string => `${deliveryId(display, item)}#${revision}`;
