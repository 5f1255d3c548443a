import { calendarOf } from '../../../domain/calendar/working-days.ts';
import type { Actor } from '../../../domain/kernel/decider.ts';
import { ballotDecider } from '../../../domain/survey/ballot.ts';
import type {
  BallotCommand,
  BallotFacts,
  SurveyCommandOf,
  SurveyCommandType,
  SurveyFacts,
} from '../../../domain/survey/commands.ts';
import type { Survey, SurveyState } from '../../../domain/survey/state.ts';
import { surveyDecider } from '../../../domain/survey/survey.ts';
import { type Reader, stranger } from '../../../domain/visibility.ts';
import { given } from '../../support/decider.ts';
import { at, CLOCK, DISTRICT, NOW, person, SCHOOL } from '../item/school.ts';

export const FACTS: SurveyFacts = {
  organisation: SCHOOL,
  superior: DISTRICT,
  calendar: calendarOf({}),
  hasItem: false,
};
export const OPENS = at('2026-09-02 08:00');
export const CLOSES = at('2026-09-09 18:00');

type Plan = SurveyCommandOf<'PlanSurvey'>['data'];
export const PLAN: Plan = {
  kind: 'questionnaire',
  title: '党务公开满意度调查',
  questions: [
    { kind: 'scale', text: '您对党务公开工作是否满意' },
    { kind: 'choice', text: '您最关注的内容', options: ['经费', '评优', '招生'] },
    { kind: 'text', text: '您的建议' },
  ],
  groups: ['party', 'masses', 'society'],
  audience: 'public',
  opensAt: OPENS,
  closesAt: CLOSES,
};

interface Circumstances {
  readonly by?: Actor;
  readonly now?: string;
  readonly facts?: SurveyFacts;
}
export const issue = <Type extends SurveyCommandType>(
  type: Type,
  data: SurveyCommandOf<Type>['data'],
  { by = person('li'), now = NOW, facts = FACTS }: Circumstances = {},
): SurveyCommandOf<Type> => ({ type, data, now, actor: by, facts }) as SurveyCommandOf<Type>;
export const plan = (changes: Partial<Plan> = {}, when?: Circumstances) =>
  issue('PlanSurvey', { ...PLAN, ...changes }, when);
export const passTime = (now: string) => issue('TimePassed', {}, { by: CLOCK, now });
export const nothing = () => given(surveyDecider);
export const planned = (changes?: Partial<Plan>) => nothing().when(plan(changes));
export const closed = (changes?: Partial<Plan>) => planned(changes).when(passTime(CLOSES));

export function surveyOf(state: SurveyState): Survey {
  if (!state) throw new Error('there is no survey');
  return state;
}

export const VISITOR = stranger('dongfang');
export const TEACHER: Reader = { ...VISITOR, person: 'teacher-qian', staff: true };
export const MEMBER: Reader = { ...TEACHER, person: 'wu', partyMember: true };
const BALLOT_BOX: Actor = { kind: 'system', name: 'ballot' };

/** Somebody answers on the first day. */
export const cast = (
  answers: BallotCommand['data']['answers'],
  { by = BALLOT_BOX, group, ...facts }: Partial<BallotFacts> & { by?: Actor; group?: 'society' } = {},
): BallotCommand => ({
  type: 'CastBallot',
  data: { answers, ...(group && { group }) },
  now: at('2026-09-02 00:00'),
  actor: by,
  facts: {
    organisation: SCHOOL,
    survey: planned().state,
    id: 'survey-one',
    reader: TEACHER,
    at: OPENS,
    ...facts,
  },
});
export const emptyBox = () => given(ballotDecider);
