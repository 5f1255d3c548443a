import type { Decider } from '../kernel/decider.ts';
import { dayOf } from '../kernel/time.ts';
import { requireSeat } from '../organisation/authority.ts';
import { isAddressed } from './addressed.ts';
import type { ReceiptCommand } from './commands.ts';
import { type ReceiptEvent, type ReceiptState, receiptHistory } from './receipt-state.ts';
import { refuse } from './refusals.ts';

/**
 * 回执 of one organisation for one circular: who of its people read it, that its office received it, and that its task
 * is done. A stream of its own, so that a whole district may answer one circular at the same time.
 */
export const receiptDecider: Decider<ReceiptCommand, ReceiptEvent, ReceiptState> = {
  ...receiptHistory,
  decide(command, state) {
    const { actor, facts, now } = command;
    const { organisation, reader, issuer, circular } = facts;
    if (!circular?.recipients.includes(reader.organisation)) return refuse('circular-unknown');
    if (circular.withdrawn) refuse('circular-withdrawn');
    if (command.type === 'ReadCircular') {
      const { person } = reader;
      if (person === undefined || !isAddressed(organisation, circular.readers, person, now))
        return refuse('circular-unknown');
      return state?.readBy.has(person) ? [] : [{ type: 'CircularRead', data: { issuer } }];
    }
    requireSeat(actor, organisation, organisation.policy.proposers, now);
    if (command.type === 'ReceiveCircular')
      return state?.receivedAt ? [] : [{ type: 'CircularReceived', data: { issuer } }];
    if (circular.task === undefined) refuse('circular-without-task');
    const late = dayOf(now) > circular.dueOn;
    return state?.done ? [] : [{ type: 'CircularDone', data: { issuer, late, ...command.data } }];
  },
  nextDue: () => undefined,
};
