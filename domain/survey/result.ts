import { maskedWords } from '../feedback/card.ts';
import type { Question } from './commands.ts';
import { type Share, shareOf } from './margin.ts';
import type { Ballot, Survey } from './state.ts';
import { type Group, isSatisfied, SCALE } from './vocabulary.ts';

/** Too few answered: neither what they said nor how many they were is told. */
export interface Hidden {
  readonly shown: false;
  readonly fewerThan: number;
}

export interface QuestionResult {
  readonly shown: true;
  readonly n: number;
  /** How often each option or degree was given, in their order; absent for words. */
  readonly counts?: readonly number[];
  /** Of a scale: the share of the two best degrees. */
  readonly satisfied?: Share;
  /** For the office only: what was written, personal data masked, in the order of the alphabet. */
  readonly words?: readonly string[];
}

export interface GroupResult {
  readonly shown: true;
  readonly n: number;
  /** Of those, entered by the office. */
  readonly entered: number;
  readonly population?: number;
  readonly questions: readonly (QuestionResult | Hidden)[];
}

export type Digest = readonly ({ readonly group: Group } & (GroupResult | Hidden))[];

/**
 * 汇总: what each group said. The only way from ballots to anybody's eyes. A group under the threshold is hidden, and so
 * is a question that too few of a group answered. There is no sum over the groups, from which a hidden one could be
 * reckoned.
 */
export function digestOf(survey: Survey, ballots: readonly Ballot[], forOffice: boolean): Digest {
  return survey.groups.map((group) => {
    const cast = ballots.filter((ballot) => ballot.group === group);
    if (areFew(cast, survey)) return { group, ...hidden(survey) };
    const population = survey.closed?.population[group];
    return {
      group,
      shown: true,
      n: cast.length,
      entered: cast.filter(({ entered }) => entered).length,
      ...(population !== undefined && { population }),
      questions: survey.questions.map((question, index) => {
        const answering = cast.filter(({ answers }) => (answers[index] ?? null) !== null);
        if (areFew(answering, survey)) return hidden(survey);
        const answers = answering.flatMap(({ answers }) => answers[index] ?? []);
        return resultOf(question, answers, population, forOffice);
      }),
    };
  });
}

/** How many of each group have answered so far, for the office. What they said is not told before the end. */
export const turnoutOf = (survey: Survey, ballots: readonly Ballot[]) =>
  survey.groups.map((group) => {
    const cast = ballots.filter((ballot) => ballot.group === group);
    return areFew(cast, survey)
      ? { group, ...hidden(survey) }
      : { group, shown: true as const, n: cast.length };
  });

/**
 * Whether so few have to stay hidden. The office knows what it entered itself, so that these lift nobody else over the
 * threshold: whoever subtracts them must not be left with a few either.
 */
function areFew(ballots: readonly Ballot[], { threshold }: Survey): boolean {
  const own = ballots.filter(({ entered }) => !entered).length;
  return ballots.length < threshold || (own > 0 && own < threshold);
}

const hidden = ({ threshold }: Survey): Hidden => ({ shown: false, fewerThan: threshold });

function resultOf(
  question: Question,
  answers: readonly (number | string)[],
  population: number | undefined,
  forOffice: boolean,
): QuestionResult {
  const n = answers.length;
  if (question.kind === 'text') {
    const words = answers.map((each) => maskedWords(String(each))).toSorted();
    return { shown: true, n, ...(forOffice && { words }) };
  }
  const values =
    question.kind === 'scale' ? SCALE.map((_, place) => place + 1) : [...question.options.keys()];
  const counts = values.map((value) => answers.filter((each) => each === value).length);
  if (question.kind === 'choice') return { shown: true, n, counts };
  const yes = answers.filter((each) => isSatisfied(Number(each))).length;
  return { shown: true, n, counts, satisfied: shareOf(yes, n, population) };
}
