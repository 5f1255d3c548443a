import type { Question, SurveyCommandType } from '../../../domain/survey/commands.ts';
import { fromLocalInput } from '../dates.ts';
import { given, many, one, type Sent, whole } from './form-data.ts';

interface SurveyForm {
  readonly type: SurveyCommandType;
  /** The data that was meant, still unchecked. */
  read(sent: Sent): unknown;
  /** What to tell the person once it is done. */
  readonly done: string;
}

const table = {
  conclude: {
    type: 'ConcludeSurvey',
    read: (sent) => ({ text: one(sent, 'conclude.text') }),
    done: '调查结果已反馈。',
  },
  withdraw: {
    type: 'WithdrawSurvey',
    read: (sent) => ({ reason: one(sent, 'withdraw.reason') }),
    done: '调查已撤销。',
  },
} as const satisfies Record<string, SurveyForm>;

export type SurveyAction = keyof typeof table;
export const SURVEY_FORMS: Readonly<Record<SurveyAction, SurveyForm>> = table;
export const isSurveyAction = (text: string): text is SurveyAction => Object.hasOwn(table, text);

/** As many questions as the form for a new survey has room for. */
export const MOST_ASKED = 8;

const moment = (sent: Sent, name: string): string => fromLocalInput(one(sent, name)) ?? one(sent, name);

/** A survey as the office drew it up; questions without a text are left out. */
export const plannedIn = (sent: Sent): unknown => ({
  kind: one(sent, 'kind'),
  title: one(sent, 'title'),
  ...given(sent, 'intro'),
  questions: Array.from({ length: MOST_ASKED }, (_, index) => index)
    .filter((index) => one(sent, `questions.${index}.text`) !== '')
    .map((index) => questionIn(sent, `questions.${index}`)),
  groups: many(sent, 'groups'),
  audience: one(sent, 'audience'),
  opensAt: moment(sent, 'opensAt'),
  closesAt: moment(sent, 'closesAt'),
  ...given(sent, 'item'),
});

function questionIn(sent: Sent, name: string): unknown {
  const [kind, text] = [one(sent, `${name}.kind`), one(sent, `${name}.text`)];
  if (kind !== 'choice') return { kind, text };
  const options = one(sent, `${name}.options`)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return { kind, text, options };
}

/** Answers in the order of the questions; what was left out is nothing. */
export const answersIn = (sent: Sent, questions: readonly Question[]) =>
  questions.map(({ kind }, index) => {
    const name = `answers.${index}`;
    return (kind === 'text' ? one(sent, name) || null : whole(sent, name)) ?? null;
  });
