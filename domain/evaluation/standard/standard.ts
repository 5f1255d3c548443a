import { quarterOf } from '../../duty/period.ts';
import type { Decider } from '../../kernel/decider.ts';
import { requireSeat } from '../../organisation/authority.ts';
import { refuse } from '../refusals.ts';
import type { StandardCommand } from './commands.ts';
import { type StandardEvent, type StandardState, standardHistory } from './state.ts';

/** 考评标准: the district publishes it for the quarters to come, and every score names the edition. */
export const standardDecider: Decider<StandardCommand, StandardEvent, StandardState> = {
  ...standardHistory,
  decide,
  nextDue: () => undefined,
};

function decide(
  { actor, data, facts: { organisation }, now }: StandardCommand,
  state: StandardState,
): readonly StandardEvent[] {
  requireSeat(actor, organisation, organisation.policy.proposers, now);
  const current = quarterOf(now).name;
  if (data.from < current) refuse('standard-retroactive', { field: 'from', period: current });
  const last = state.at(-1);
  if (last && data.from < last.from) refuse('standard-out-of-order', { field: 'from', period: last.from });
  return [{ type: 'StandardPublished', data }];
}
