import type { Decider } from '../kernel/decider.ts';
import { requireSeat } from '../organisation/authority.ts';
import { maySee } from '../visibility.ts';
import type { BallotCommand, Question } from './commands.ts';
import type { BallotEvent } from './events.ts';
import { refuse } from './refusals.ts';
import { type BallotState, ballotHistory, type Survey, surveyShown, surveyStageAt } from './state.ts';
import { GROUPS, type Group, groupOf, SCALE } from './vocabulary.ts';

/**
 * One person's answers, a stream of its own, whose id is made from survey and person under the system's key: a second
 * attempt meets the first, and whoever reads the record cannot tell whose it is. Whoever holds that key and the roster
 * could; and what a visitor who is not signed in answers is held to a rate, not to once.
 */
export const ballotDecider: Decider<BallotCommand, BallotEvent, BallotState> = {
  ...ballotHistory,
  decide,
  nextDue: () => undefined,
};

function decide(command: BallotCommand, state: BallotState): readonly BallotEvent[] {
  const { data, facts } = command;
  const { survey: found, id, reader, at } = facts;
  const survey = found ?? refuse('survey-unknown');
  const entered = data.group !== undefined;
  if (entered) requireSeat(command.actor, facts.organisation, facts.organisation.policy.proposers, at);
  else if (!maySee(reader, surveyShown(reader.organisation, survey))) refuse('survey-unknown');
  if (surveyStageAt(survey, at) !== 'open') refuse('survey-not-open');
  const group: Group = data.group ?? groupOf(reader);
  if (!survey.groups.includes(group)) refuse('survey-group-not-asked', { group: GROUPS[group] });
  if (state) refuse('ballot-cast-already');
  checkAnswers(data.answers, survey);
  return [
    { type: 'BallotCast', data: { survey: id, group, answers: data.answers, ...(entered && { entered }) } },
  ];
}

type Answer = BallotCommand['data']['answers'][number];

function checkAnswers(answers: readonly Answer[], { questions }: Survey): void {
  const wrong = questions.findIndex((question, index) => !fits(answers[index] ?? null, question));
  const index = wrong === -1 && answers.length > questions.length ? questions.length : wrong;
  if (index !== -1) refuse('ballot-answers-wrong', { field: `answers.${index}`, number: index + 1 });
  if (answers.every((answer) => answer === null)) refuse('ballot-empty', { field: 'answers' });
}

function fits(answer: Answer, question: Question): boolean {
  if (answer === null) return true;
  if (question.kind === 'text') return typeof answer === 'string';
  if (typeof answer === 'string') return false;
  return question.kind === 'scale'
    ? answer >= 1 && answer <= SCALE.length
    : answer >= 0 && answer < question.options.length;
}
