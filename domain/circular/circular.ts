import { nextStepAt, stepReached, stepsBy } from '../duty/climb.ts';
import type { Decider } from '../kernel/decider.ts';
import { dayOf } from '../kernel/time.ts';
import { requireSeat } from '../organisation/authority.ts';
import type { CircularCommand, CircularCommandOf } from './commands.ts';
import { refuse } from './refusals.ts';
import { type Circular, type CircularEvent, type CircularState, circularHistory } from './state.ts';

/** 通知下发: a document goes to named organisations below, to be read and acted on by a day (LY-12). */
export const circularDecider: Decider<CircularCommand, CircularEvent, CircularState> = {
  ...circularHistory,
  decide(command, state) {
    if (command.type === 'TimePassed') return passTime(command, state ?? refuse('circular-unknown'));
    const { actor, facts, now } = command;
    const { organisation } = facts;
    requireSeat(actor, organisation, organisation.policy.proposers, now);
    if (command.type === 'IssueCircular') return issue(command, state);
    if (!state) return refuse('circular-unknown');
    return state.withdrawn ? [] : [{ type: 'CircularWithdrawn', data: command.data }];
  },
  nextDue: (state) => (state?.withdrawn ? undefined : nextStepAt(state)),
};

function issue(
  { data, facts, now }: CircularCommandOf<'IssueCircular'>,
  state: CircularState,
): readonly CircularEvent[] {
  if (state) refuse('circular-exists');
  const elsewhere = data.recipients.find((id) => !facts.reach.has(id));
  if (elsewhere !== undefined)
    refuse('circular-recipient-elsewhere', { field: 'recipients', recipient: elsewhere });
  if (data.dueOn < dayOf(now)) refuse('circular-due-past', { field: 'dueOn' });
  return [{ type: 'CircularIssued', data: { ...data, steps: stepsBy(data.dueOn, facts, now) } }];
}

/** Whoever has done what is asked for is left in peace. */
function passTime(
  { facts, now }: CircularCommandOf<'TimePassed'>,
  circular: Circular,
): readonly CircularEvent[] {
  const rung = circular.withdrawn ? undefined : stepReached(circular, now);
  if (!rung) return [];
  if (!facts.behind) throw new Error('nobody looked who is behind');
  return [{ type: 'LadderStepReached', data: { ...rung, dueOn: circular.dueOn, behind: facts.behind } }];
}
