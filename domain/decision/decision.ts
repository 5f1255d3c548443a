import type { Decider } from '../kernel/decider.ts';
import type { DecisionCommand, DecisionCommandOf } from './commands.ts';
import { recordMeeting, recordVote } from './deciding.ts';
import type { DecisionEvent } from './events.ts';
import { requireImpersonal, requireLeader, requireOffice, requireTurn } from './guards.ts';
import { deliberate, giveNotice, propose, publicise, recordRound } from './preparing.ts';
import { refuse } from './refusals.ts';
import { isBinding } from './rules.ts';
import { type Decision, type DecisionState, decisionHistory, outcomeOf } from './state.ts';
import { currentStep } from './steps.ts';
import { nextDue, passTime } from './timing.ts';
import { assign, confirm, disclose, report } from './tracking.ts';
import { STEPS } from './vocabulary.ts';

/** 重大事项决策: from the notice to the last action, by the six mechanisms in their order. */
export const decisionDecider: Decider<DecisionCommand, DecisionEvent, DecisionState> = {
  ...decisionHistory,
  decide,
  nextDue,
};

function decide(command: DecisionCommand, state: DecisionState): readonly DecisionEvent[] {
  if (command.type === 'OpenDecision') {
    requireOffice(command);
    if (state) refuse('decision-exists');
    requireImpersonal(command.data);
    return propose(command);
  }
  const decision = state ?? refuse('decision-unknown');
  if (command.type === 'TimePassed') return passTime(decision, command.now);
  if (command.type !== 'ReportAction' && command.type !== 'SkipStep') requireOffice(command);
  if (decision.withdrawn) refuse('decision-withdrawn');
  requireImpersonal(command.data);
  return take(command, decision);
}

type Taken = Exclude<DecisionCommand, { type: 'OpenDecision' | 'TimePassed' }>;

function take(command: Taken, decision: Decision): readonly DecisionEvent[] {
  switch (command.type) {
    case 'GiveNotice':
      return giveNotice(command, decision);
    case 'RecordDeliberation':
      return deliberate(command, decision);
    case 'RecordRound':
      return recordRound(command, decision);
    case 'Publicise':
      return publicise(command, decision);
    case 'RecordMeeting':
      return recordMeeting(command, decision);
    case 'RecordVote':
      return recordVote(command, decision);
    case 'DiscloseResult':
      return disclose(command, decision);
    case 'AssignAction':
      return assign(command, decision);
    case 'ReportAction':
      return report(command, decision);
    case 'ConfirmImplemented':
      return confirm(command, decision);
    case 'SkipStep':
      return skip(command, decision);
    case 'WithdrawDecision':
      return withdraw(command, decision);
  }
}

function skip(command: DecisionCommandOf<'SkipStep'>, decision: Decision): readonly DecisionEvent[] {
  requireLeader(command, decision);
  const { step } = command.data;
  if (isBinding(decision, step)) refuse('decision-step-binding', { field: 'step', step: STEPS[step].zh });
  requireTurn(decision, step);
  if (currentStep(decision) !== step) refuse('decision-step-over', { field: 'step', step: STEPS[step].zh });
  return [{ type: 'DecisionStepSkipped', data: command.data }];
}

function withdraw(
  { data }: DecisionCommandOf<'WithdrawDecision'>,
  decision: Decision,
): readonly DecisionEvent[] {
  if (outcomeOf(decision) !== undefined) refuse('decision-made');
  return [{ type: 'DecisionWithdrawn', data }];
}
