import type { Decider } from '../../kernel/decider.ts';
import { requireSeat } from '../../organisation/authority.ts';
import { refuse } from '../refusals.ts';
import type { SignalCommand, SignalCommandOf } from './commands.ts';
import { type DisputeState, disputeHistory, type SignalEvent } from './state.ts';

/** A signal takes no point; a unit may say why it is wrong, and a person of the superior answers with a reason. */
export const signalDecider: Decider<SignalCommand, SignalEvent, DisputeState> = {
  ...disputeHistory,
  decide: (command, state) =>
    command.type === 'DisputeSignal' ? dispute(command, state) : answer(command, state),
  nextDue: () => undefined,
};

function dispute(
  { actor, data, facts, now }: SignalCommandOf<'DisputeSignal'>,
  state: DisputeState,
): readonly SignalEvent[] {
  const { organisation, period, signal } = facts;
  requireSeat(actor, organisation, organisation.policy.proposers, now);
  const to = organisation.superior ?? refuse('evaluation-without-superior');
  if (state) refuse('signal-disputed');
  if (signal?.state !== 'raised') return refuse('signal-not-raised');
  const said = signal.why?.zh ?? '';
  return [{ type: 'SignalDisputed', data: { period, signal: signal.id, to, said, reason: data.reason } }];
}

function answer(
  { actor, data, facts: { superior }, now }: SignalCommandOf<'AnswerSignal'>,
  state: DisputeState,
): readonly SignalEvent[] {
  const above = superior ?? refuse('evaluation-without-superior');
  requireSeat(actor, above, above.policy.proposers, now);
  if (!state) return refuse('signal-undisputed');
  if (state.answer) refuse('signal-answered');
  return [{ type: 'SignalAnswered', data }];
}
