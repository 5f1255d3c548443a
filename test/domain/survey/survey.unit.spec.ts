import { describe, expect, test } from 'vitest';
import { surveyCardOf } from '../../../domain/survey/card.ts';
import { SURVEY_REFUSALS } from '../../../domain/survey/refusals.ts';
import { surveyStageAt } from '../../../domain/survey/state.ts';
import { surveyDecider } from '../../../domain/survey/survey.ts';
import { unexercised } from '../../support/refusal-coverage.ts';
import { at, DISTRICT, NOW, person, SCHOOL } from '../item/school.ts';
import {
  CLOSES,
  cast,
  closed,
  emptyBox,
  FACTS,
  issue,
  MEMBER,
  nothing,
  OPENS,
  PLAN,
  passTime,
  plan,
  planned,
  surveyOf,
  TEACHER,
  VISITOR,
} from './surveys.ts';

describe('PlanSurvey', () => {
  test('keeps the threshold that holds at that time, the stricter of two', () => {
    planned().then([{ type: 'SurveyPlanned', data: { ...PLAN, audience: 'public', threshold: 5 } }]);
    const thresholds = (own?: number, above?: number) => {
      const policy = (of: typeof SCHOOL, surveyThreshold?: number) => ({
        ...of,
        policy: { ...of.policy, ...(surveyThreshold && { surveyThreshold }) },
      });
      const facts = { ...FACTS, organisation: policy(SCHOOL, own), superior: policy(DISTRICT, above) };
      return surveyOf(nothing().when(plan({}, { facts })).state).threshold;
    };
    expect([thresholds(8, 3), thresholds(3, 8), thresholds(undefined, 7), thresholds(3)]).toEqual([
      8, 8, 7, 3,
    ]);
  });

  test('asks only those who can see it, in a time that lies ahead', () => {
    const { audience: _, ...unit } = PLAN;
    nothing()
      .when(issue('PlanSurvey', unit))
      .thenRefused('survey-group-outside-audience', { field: 'groups', group: '社会' });
    nothing()
      .when(plan({ audience: 'party', groups: ['masses'] }))
      .thenRefused('survey-group-outside-audience', { group: '群众' });
    nothing()
      .when(plan({ audience: 'party', groups: ['party', 'party'] }))
      .thenTypes('SurveyPlanned');
    nothing()
      .when(plan({ closesAt: OPENS }))
      .thenRefused('survey-times-wrong', { field: 'closesAt' });
    nothing()
      .when(plan({ opensAt: at('2026-08-01 08:00'), closesAt: NOW }))
      .thenRefused('survey-times-wrong');
    nothing()
      .when(plan({}, { by: person('wu') }))
      .thenRefused('not-permitted');
    planned().when(plan()).thenRefused('survey-exists');
  });

  test('may consult on an item that there is', () => {
    nothing()
      .when(plan({ item: 'budget' }))
      .thenRefused('survey-item-unknown', { field: 'item' });
    nothing()
      .when(plan({ item: 'budget' }, { facts: { ...FACTS, hasItem: true } }))
      .thenTypes('SurveyPlanned');
  });
});

describe('a round', () => {
  test('[HZ-45] opens and closes by the clock, and then somebody has to say what came of it', () => {
    const first = planned();
    expect(surveyDecider.nextDue(first.state)).toBe(OPENS);
    first.when(passTime(at('2026-09-02 07:59'))).then([]);
    const open = first.when(passTime(OPENS));
    open.then([{ type: 'SurveyOpened', data: { closesAt: CLOSES } }]);
    expect(surveyDecider.nextDue(open.state)).toBe(CLOSES);
    open.when(passTime(OPENS)).then([]);
    const over = open.when(passTime(CLOSES));
    over.then([
      {
        type: 'SurveyClosed',
        data: { population: { party: 7, masses: 1 }, concludeBy: '2026-09-30' },
      },
    ]);
    expect(surveyDecider.nextDue(over.state)).toBeUndefined();
    const card = surveyCardOf(surveyOf(over.state), { id: 'one', organisation: 'dongfang' });
    expect(card.waits).toEqual([{ kind: 'conclude-survey', since: CLOSES, due: at('2026-10-01 00:00') }]);
    over.when(passTime(CLOSES)).then([]);
    closed().thenTypes('SurveyOpened', 'SurveyClosed');
  });

  test('is concluded once, after it has closed, without personal data', () => {
    const conclude = (text = '已按月公开经费。') => issue('ConcludeSurvey', { text }, { now: CLOSES });
    planned().when(conclude()).thenRefused('survey-not-closed');
    closed()
      .when(conclude('请联系 13812345678'))
      .thenRefused('survey-conclusion-holds-personal-data', { count: 1 });
    const done = closed().when(conclude());
    done.thenTypes('SurveyConcluded');
    done.when(conclude()).thenRefused('survey-concluded');
    expect(surveyCardOf(surveyOf(done.state), { id: 'one', organisation: 'dongfang' }).waits).toEqual([]);
    closed()
      .when(issue('ConcludeSurvey', { text: '好。' }, { by: person('wu') }))
      .thenRefused('not-permitted');
  });

  test('is withdrawn with a reason, but not once its result is there', () => {
    const withdraw = (now: string) => issue('WithdrawSurvey', { reason: '题目有误。' }, { now });
    closed().when(withdraw(CLOSES)).thenRefused('survey-closed');
    planned().when(withdraw(CLOSES)).thenRefused('survey-closed');
    const gone = planned().when(withdraw(OPENS));
    gone.thenTypes('SurveyWithdrawn');
    gone.when(withdraw(OPENS)).thenRefused('survey-withdrawn');
    gone.when(passTime(CLOSES)).then([]);
    expect(surveyDecider.nextDue(gone.state)).toBeUndefined();
    nothing().when(withdraw(OPENS)).thenRefused('survey-unknown');
  });

  test('stands where the clock says, whether anybody has recorded it yet or not', () => {
    const survey = surveyOf(planned().state);
    const stages = [NOW, OPENS, CLOSES].map((now) => surveyStageAt(survey, now));
    expect(stages).toEqual(['planned', 'open', 'closed']);
  });
});

describe('CastBallot', () => {
  const ANSWERS = [4, 0, '多公开经费。'];

  test('puts somebody into their group by the roster, and nothing of them into the record', () => {
    const groups = [MEMBER, TEACHER, VISITOR].map((reader) => emptyBox().when(cast(ANSWERS, { reader })));
    groups[0]?.then([
      { type: 'BallotCast', data: { survey: 'survey-one', group: 'party', answers: ANSWERS } },
    ]);
    expect(groups.map(({ state }) => state?.group)).toEqual(['party', 'masses', 'society']);
    expect(JSON.stringify(groups.map(({ events }) => events))).not.toMatch(/wu|qian/);
  });

  test('is taken once, while the survey is open, from those who are asked', () => {
    emptyBox()
      .when(cast(ANSWERS))
      .when(cast([1, null, null]))
      .thenRefused('ballot-cast-already');
    emptyBox()
      .when(cast(ANSWERS, { at: NOW }))
      .thenRefused('survey-not-open');
    emptyBox()
      .when(cast(ANSWERS, { at: CLOSES }))
      .thenRefused('survey-not-open');
    const gone = planned().when(issue('WithdrawSurvey', { reason: '题目有误。' })).state;
    emptyBox()
      .when(cast(ANSWERS, { survey: gone }))
      .thenRefused('survey-unknown');
    emptyBox()
      .when(cast(ANSWERS, { survey: undefined }))
      .thenRefused('survey-unknown');
    const inside = planned({ audience: 'unit', groups: ['party'] }).state;
    emptyBox()
      .when(cast(ANSWERS, { survey: inside, reader: VISITOR }))
      .thenRefused('survey-unknown');
    emptyBox()
      .when(cast(ANSWERS, { survey: inside }))
      .thenRefused('survey-group-not-asked', { group: '群众' });
  });

  test('fits the questions', () => {
    for (const [answers, number] of [
      [[0, null, null], 1],
      [[6, null, null], 1],
      [['好', null, null], 1],
      [[3, 3, null], 2],
      [[3, -1, null], 2],
      [[3, 1, 2], 3],
      [[3, 1, '好', 1], 4],
    ] as const)
      emptyBox()
        .when(cast([...answers]))
        .thenRefused('ballot-answers-wrong', { number, field: `answers.${number - 1}` });
    emptyBox()
      .when(cast([null, null, null]))
      .thenRefused('ballot-empty');
    emptyBox()
      .when(cast([5]))
      .thenTypes('BallotCast');
  });

  test('is entered by the office for what was said on paper', () => {
    const paper = cast(ANSWERS, { group: 'society', by: person('li'), reader: MEMBER });
    emptyBox()
      .when(paper)
      .then([
        {
          type: 'BallotCast',
          data: { survey: 'survey-one', group: 'society', answers: ANSWERS, entered: true },
        },
      ]);
    emptyBox()
      .when(cast(ANSWERS, { group: 'society', reader: MEMBER }))
      .thenRefused('not-permitted');
  });
});

test('every refusal has been provoked', () => {
  expect(unexercised(SURVEY_REFUSALS, import.meta.dirname)).toEqual([]);
});
