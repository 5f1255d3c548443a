import type { Decider } from '../../kernel/decider.ts';
import { dayOf } from '../../kernel/time.ts';
import { requireSeat } from '../../organisation/authority.ts';
import type { Organisation } from '../../organisation/organisation.ts';
import { appraisalOf, type Inputs } from '../rating.ts';
import { refuse } from '../refusals.ts';
import type { Round } from '../round/state.ts';
import type { AssessmentCommand, AssessmentCommandOf, AssessmentFacts } from './commands.ts';
import {
  type Assessment,
  type AssessmentEvent,
  type AssessmentState,
  assessmentHistory,
  type Verdict,
} from './state.ts';

/**
 * A unit's year: it appraises itself, those whom it serves were asked, the superior appraises it, and it may object
 * once. Whoever answers for the superior is a person with a reason, and not the one who made the appraisal.
 */
export const assessmentDecider: Decider<AssessmentCommand, AssessmentEvent, AssessmentState> = {
  ...assessmentHistory,
  decide,
  nextDue: () => undefined,
};

function decide(command: AssessmentCommand, state: AssessmentState): readonly AssessmentEvent[] {
  switch (command.type) {
    case 'AssessOneself':
      return assessOneself(command, state);
    case 'AssessUnit':
      return assessUnit(command, state);
    case 'ObjectToAssessment':
      return object(command, state);
    case 'AnswerObjection':
      return answer(command, state);
  }
}

function assessOneself(
  command: AssessmentCommandOf<'AssessOneself'>,
  state: AssessmentState,
): readonly AssessmentEvent[] {
  requireUnit(command);
  const { to } = openRound(command.facts);
  if (state?.verdict) refuse('assessment-made');
  const { score, text } = command.data;
  const isSame = state?.self?.score === score && state.self.text === text;
  if (isSame) return [];
  const data = { year: command.facts.year, to, score, text, ...figuresIn(command.facts) };
  return [{ type: 'SelfAssessed', data }];
}

function assessUnit(
  command: AssessmentCommandOf<'AssessUnit'>,
  state: AssessmentState,
): readonly AssessmentEvent[] {
  const { data, facts, now } = command;
  requireSuperior(command);
  const { to, round } = openRound(facts);
  if (state?.verdict) refuse('assessment-made');
  if (!state?.self && dayOf(now) <= round.selfUntil)
    refuse('assessment-self-awaited', { until: round.selfUntil });
  const verdict = verdictOf(data, facts, state?.self?.score);
  return [{ type: 'UnitAssessed', data: { year: facts.year, to, ...verdict, ...figuresIn(facts) } }];
}

function object(
  command: AssessmentCommandOf<'ObjectToAssessment'>,
  state: AssessmentState,
): readonly AssessmentEvent[] {
  requireUnit(command);
  openRound(command.facts);
  if (!state?.verdict) return refuse('assessment-missing');
  if (state.objection) refuse('objection-made');
  return [{ type: 'AssessmentObjected', data: command.data }];
}

function answer(
  command: AssessmentCommandOf<'AnswerObjection'>,
  state: AssessmentState,
): readonly AssessmentEvent[] {
  const person = requireSuperior(command);
  const { data } = command;
  const { verdict } = waiting(state);
  if (verdict.by === person) refuse('objection-own-assessment');
  if (data.outcome === 'kept') return [{ type: 'ObjectionAnswered', data }];
  const { outcome, score, text } = data;
  const { inputs, record, standard } = verdict;
  const changed: Verdict = {
    ...appraisalOf({ ...inputs, superior: score }, found(command.facts).standard),
    inputs: { ...inputs, superior: score },
    ...(record !== undefined && { record }),
    standard,
    text,
  };
  return [{ type: 'ObjectionAnswered', data: { outcome, text, verdict: changed } }];
}

function waiting(state: AssessmentState): Assessment & Required<Pick<Assessment, 'verdict'>> {
  const { verdict, objection } = state ?? {};
  if (!state || !verdict || !objection || state.answer) return refuse('objection-missing');
  return { ...state, verdict };
}

function verdictOf(
  { score, text }: AssessmentCommandOf<'AssessUnit'>['data'],
  facts: AssessmentFacts,
  self: number | undefined,
): Verdict {
  const { record, masses, edition, standard } = found(facts);
  const inputs: Inputs = {
    ...(self !== undefined && { self }),
    ...(masses !== undefined && { masses }),
    superior: score,
  };
  return {
    ...appraisalOf(inputs, standard),
    inputs,
    ...(record !== undefined && { record }),
    standard: edition,
    text,
  };
}

const figuresIn = ({ found: known }: AssessmentFacts) => known?.figures && { figures: known.figures };

function found({ found: known }: AssessmentFacts): NonNullable<AssessmentFacts['found']> {
  if (!known) throw new Error('an appraisal needs what was found');
  return known;
}

/** The round, while its results are not out, and who opened it. */
function openRound({ organisation, id, round }: AssessmentFacts): {
  readonly round: Round;
  readonly to: string;
} {
  const { superior: to } = organisation;
  if (to === undefined) return refuse('evaluation-without-superior');
  if (!round) return refuse('round-unknown');
  if (!round.units.includes(id)) refuse('assessment-not-asked');
  if (round.disclosed) refuse('round-disclosed');
  return { round, to };
}

const requireUnit = ({ actor, facts: { organisation }, now }: AssessmentCommand): string =>
  requireSeat(actor, organisation, organisation.policy.proposers, now);

function requireSuperior({ actor, facts, now }: AssessmentCommand): string {
  const superior: Organisation = facts.superior ?? refuse('evaluation-without-superior');
  return requireSeat(actor, superior, superior.policy.proposers, now);
}
