import type { Decider } from '../../kernel/decider.ts';
import { dayOf } from '../../kernel/time.ts';
import { requireSeat } from '../../organisation/authority.ts';
import { sharesOf } from '../rating.ts';
import { refuse } from '../refusals.ts';
import type { RoundCommand, RoundCommandOf } from './commands.ts';
import { type RoundEvent, type RoundState, roundHistory } from './state.ts';

/** 年度考评: opened by the office of the superior once a year, and over when its results are disclosed. */
export const roundDecider: Decider<RoundCommand, RoundEvent, RoundState> = {
  ...roundHistory,
  decide: (command, state) => {
    const { actor, facts, now } = command;
    requireSeat(actor, facts.organisation, facts.organisation.policy.proposers, now);
    return command.type === 'OpenRound' ? open(command, state) : disclose(command, state);
  },
  nextDue: () => undefined,
};

function open(
  { data, facts: { units = [], year }, now }: RoundCommandOf<'OpenRound'>,
  state: RoundState,
): readonly RoundEvent[] {
  if (state) refuse('round-opened');
  if (units.length === 0) refuse('round-without-units');
  if (data.selfUntil <= dayOf(now)) refuse('round-day-past', { field: 'selfUntil' });
  return [{ type: 'RoundOpened', data: { year, units: units.toSorted(), ...data } }];
}

function disclose(
  { data, facts: { settled = new Map(), isPublic } }: RoundCommandOf<'DiscloseResults'>,
  state: RoundState,
): readonly RoundEvent[] {
  const round = state ?? refuse('round-unknown');
  if (round.disclosed) refuse('round-disclosed');
  const open = round.units.filter((unit) => !settled.has(unit)).length;
  if (open > 0) refuse('round-unfinished', { count: open });
  if (!isPublic) refuse('round-item-undisclosed', { field: 'item' });
  const shares = sharesOf(round.units.flatMap((unit) => settled.get(unit) ?? []));
  return [{ type: 'ResultsDisclosed', data: { ...data, shares } }];
}
