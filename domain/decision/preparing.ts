import { addDays } from '../kernel/time.ts';
import type { DecisionCommandOf } from './commands.ts';
import type { DecisionEvent } from './events.ts';
import { requireAhead, requirePast, requirePeople, requireTurn } from './guards.ts';
import { refuse } from './refusals.ts';
import { rulesFor } from './rules.ts';
import type { Decision } from './state.ts';

export function propose({ data, facts }: DecisionCommandOf<'OpenDecision'>): readonly DecisionEvent[] {
  const { organisation, superior } = facts;
  const { audience, named } = data;
  if ((audience === 'named') !== (named !== undefined)) refuse('decision-named-missing', { field: 'named' });
  requirePeople(named ?? [], organisation, 'named.#');
  const rules = rulesFor(data, organisation.policy, superior?.policy);
  return [{ type: 'DecisionProposed', data: { ...data, rules } }];
}

/** From here on the decision is shown to its audience. */
export function giveNotice(
  command: DecisionCommandOf<'GiveNotice'>,
  decision: Decision,
): readonly DecisionEvent[] {
  requireTurn(decision, 'notice');
  if (decision.notice) refuse('decision-step-over', { step: '事先预告' });
  requireAhead(command.data.meetingOn, command, 'meetingOn');
  return [{ type: 'DecisionAnnounced', data: command.data }];
}

export function deliberate(
  command: DecisionCommandOf<'RecordDeliberation'>,
  decision: Decision,
): readonly DecisionEvent[] {
  requireTurn(decision, 'deliberation');
  requirePast(command.data.on, command, 'on');
  return [{ type: 'DecisionDeliberated', data: command.data }];
}

/** A round that has been held, with what was said in it or the survey that says so (TZ-26). */
export function recordRound(
  command: DecisionCommandOf<'RecordRound'>,
  decision: Decision,
): readonly DecisionEvent[] {
  requireTurn(decision, 'consultation');
  const { data, facts } = command;
  const { kind, from, until, survey, points = [] } = data;
  if (until < from) refuse('decision-days-wrong', { field: 'until' });
  requirePast(until, command, 'until');
  if (survey === undefined && points.length === 0) refuse('round-without-responses', { field: 'points' });
  const isHeld = facts.survey?.isClosed && facts.survey.kind === kind;
  if (survey !== undefined && !isHeld) refuse('round-survey-wrong', { field: 'survey' });
  return [{ type: 'DecisionConsulted', data }];
}

/** 公示 of what is to be decided; the meeting waits until it is over (TZ-27). */
export function publicise(
  command: DecisionCommandOf<'Publicise'>,
  decision: Decision,
): readonly DecisionEvent[] {
  requireTurn(decision, 'publicity');
  const { from, until } = command.data;
  const { rules, rounds } = decision;
  requirePast(from, command, 'from');
  const heard = rounds
    .map((round) => round.until)
    .toSorted()
    .at(-1);
  if (heard !== undefined && from < heard) refuse('publicity-before-rounds', { field: 'from', until: heard });
  const days = Math.max(1, rules.publicityDays);
  const earliest = addDays(from, days);
  if (until < earliest) refuse('publicity-too-short', { field: 'until', days, until: earliest });
  return [{ type: 'DecisionPublicised', data: command.data }];
}
