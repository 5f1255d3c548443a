import { stepsBy } from '../duty/climb.ts';
import { isWithin } from '../kernel/audience.ts';
import type { DecisionCommandOf } from './commands.ts';
import type { DecisionEvent } from './events.ts';
import { requireAhead, requireOffice, requirePeople, requireTurn } from './guards.ts';
import { refuse } from './refusals.ts';
import { type Decision, isDone, outcomeOf } from './state.ts';

/** 结果公示: an item that told everybody who was told of the matter. */
export function disclose(
  { data, facts }: DecisionCommandOf<'DiscloseResult'>,
  decision: Decision,
): readonly DecisionEvent[] {
  requireTurn(decision, 'disclosure');
  const audience = facts.disclosedTo ?? refuse('result-not-disclosed', { field: 'item' });
  if (!isWithin(decision.audience, audience)) refuse('result-narrower', { field: 'item' });
  return [{ type: 'DecisionDisclosed', data }];
}

export const MOST_ACTIONS = 50;

/** Work begins with the decision, whether its result has been disclosed yet or not. */
export function assign(
  command: DecisionCommandOf<'AssignAction'>,
  decision: Decision,
): readonly DecisionEvent[] {
  requireAdopted(decision);
  const { data, facts } = command;
  requirePeople([data.assignee], facts.organisation, 'assignee');
  requireAhead(data.dueOn, command, 'dueOn');
  if (decision.actions.length >= MOST_ACTIONS) refuse('actions-too-many', { most: MOST_ACTIONS });
  const steps = stepsBy(data.dueOn, facts, command.now);
  return [{ type: 'DecisionActionAssigned', data: { ...data, steps } }];
}

export function report(
  command: DecisionCommandOf<'ReportAction'>,
  decision: Decision,
): readonly DecisionEvent[] {
  const { actor, data } = command;
  const number = data.action;
  const action = decision.actions[number - 1];
  if (actor.kind !== 'person' || action?.assignee !== actor.person) requireOffice(command);
  requireAdopted(decision);
  if (!action) return refuse('action-unknown', { field: 'action', number });
  if (isDone(action)) refuse('action-done', { field: 'action' });
  return [{ type: 'DecisionActionReported', data }];
}

/** 落实到位: followed until here (TZ-31). */
export function confirm(
  { data }: DecisionCommandOf<'ConfirmImplemented'>,
  decision: Decision,
): readonly DecisionEvent[] {
  requireAdopted(decision);
  requireTurn(decision, 'tracking');
  const open = decision.actions.filter((action) => !isDone(action)).length;
  if (open > 0 || decision.actions.length === 0) refuse('actions-open', { count: open });
  return [{ type: 'DecisionImplemented', data }];
}

function requireAdopted(decision: Decision): void {
  if (outcomeOf(decision) !== 'adopted') refuse('decision-not-adopted');
  if (decision.implemented || decision.skipped.tracking) refuse('decision-implemented');
}
