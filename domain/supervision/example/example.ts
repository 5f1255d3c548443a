import type { Decider } from '../../kernel/decider.ts';
import { requireSeat } from '../../organisation/authority.ts';
import { refuse } from '../refusals.ts';
import { checkWords } from '../words.ts';
import type { ExampleCommand, ExampleCommandOf } from './commands.ts';
import { type ExampleEvent, type ExampleState, exampleHistory } from './state.ts';

/** 示范案例: marked by the office above, for everybody below to learn from. */
export const exampleDecider: Decider<ExampleCommand, ExampleEvent, ExampleState> = {
  ...exampleHistory,
  decide(command, state) {
    const { actor, facts, now } = command;
    requireSeat(actor, facts.organisation, facts.organisation.policy.proposers, now);
    if (command.type === 'MarkExample') return mark(command, state);
    const { current } = state ?? refuse('example-unknown');
    return current ? [{ type: 'ExampleUnmarked', data: command.data }] : [];
  },
  nextDue: () => undefined,
};

function mark(
  { data, facts }: ExampleCommandOf<'MarkExample'>,
  state: ExampleState,
): readonly ExampleEvent[] {
  if (state?.current) return [];
  if (!facts.isBelow) refuse('example-not-below', { field: 'organisation' });
  if (!facts.isPublic) refuse('example-not-public', { field: 'item' });
  checkWords('note', data.note);
  return [{ type: 'ExampleMarked', data }];
}
