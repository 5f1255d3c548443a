import { describe, expect, test } from 'vitest';
import { decisionCardOf, decisionShown } from '../../../domain/decision/card.ts';
import { decisionDecider } from '../../../domain/decision/decision.ts';
import { DECISION_REFUSALS } from '../../../domain/decision/refusals.ts';
import { rulesFor, USUAL_RULES } from '../../../domain/decision/rules.ts';
import type { DecisionState } from '../../../domain/decision/state.ts';
import { mechanismsOf, stepsOf, tenseOfDecision } from '../../../domain/decision/steps.ts';
import { MECHANISMS, type StepName } from '../../../domain/decision/vocabulary.ts';
import { DEFAULT_POLICY } from '../../../domain/organisation/policy.ts';
import { maySee, stranger } from '../../../domain/visibility.ts';
import { unexercised } from '../../support/refusal-coverage.ts';
import { at, SCHOOL } from '../item/school.ts';
import {
  action,
  adopted,
  agreed,
  announced,
  confirmation,
  consulted,
  decisionOf,
  deliberation,
  disclosure,
  discussed,
  issue,
  MEETING_DAY,
  meeting,
  nothing,
  notice,
  ORDINARY,
  passTime,
  propose,
  proposed,
  publicised,
  publicity,
  reported,
  round,
  skip,
  vote,
} from './decisions.ts';

const TODAY = '2026-09-26';
const HERE = { id: 'one', organisation: 'dongfang' };
const statuses = (state: DecisionState) =>
  mechanismsOf(stepsOf(decisionOf(state), TODAY)).map(({ mechanism, status }) => [mechanism, status]);
const stepOf = (state: DecisionState, name: StepName) =>
  stepsOf(decisionOf(state), TODAY).find(({ step }) => step === name);
const cardOf = (state: DecisionState) => decisionCardOf(decisionOf(state), HERE);
const implemented = () => adopted().when(disclosure()).when(action()).when(reported()).when(confirmation());

describe('a decision', () => {
  test('[TZ-24] has the six mechanisms in order, and each waits for the one before it', () => {
    expect(Object.values(MECHANISMS).map(({ zh }) => zh)).toEqual([
      '事先预告和会前酝酿',
      '广泛征求意见',
      '党组织讨论审核把关',
      '重大事项票决',
      '结果公示',
      '督促落实跟踪',
    ]);
    expect(statuses(proposed().state)).toEqual(Object.keys(MECHANISMS).map((name) => [name, 'waiting']));
    expect(statuses(implemented().state)).toEqual(Object.keys(MECHANISMS).map((name) => [name, 'done']));
    const first = { step: '事先预告' };
    for (const early of [deliberation(), round(), publicity(), meeting(), vote(), disclosure()])
      proposed().when(early).thenRefused('decision-step-first', first);
    announced()
      .when(deliberation())
      .when(publicity())
      .thenRefused('decision-step-first', { step: '征求意见' });
    publicised().when(vote()).thenRefused('decision-step-first', { step: '会议讨论' });
    adopted().when(action()).when(reported()).when(confirmation()).thenRefused('decision-step-first');
    discussed().when(round()).thenRefused('decision-step-over', { step: '征求意见' });
    announced().when(notice()).thenRefused('decision-step-over');
    discussed().when(meeting()).thenRefused('decision-step-over');
    adopted().when(vote()).thenRefused('decision-step-over');
  });

  test('is proposed by the office, for people who are known', () => {
    proposed().then([
      { type: 'DecisionProposed', data: expect.objectContaining({ title: '综合楼新建项目' }) },
    ]);
    proposed().when(propose()).thenRefused('decision-exists');
    nothing()
      .when(propose({}, { by: 'wu' }))
      .thenRefused('not-permitted');
    nothing().when(notice()).thenRefused('decision-unknown');
    nothing()
      .when(propose({ audience: 'named' }))
      .thenRefused('decision-named-missing');
    nothing()
      .when(propose({ named: ['wu'] }))
      .thenRefused('decision-named-missing');
    nothing()
      .when(propose({ audience: 'named', named: ['wu', 'nobody'] }))
      .thenRefused('decision-person-unknown', { field: 'named.1' });
    nothing()
      .when(propose({ summary: '联系人电话 13812345678' }))
      .thenRefused('decision-holds-personal-data', { field: 'summary', count: 1 });
  });

  test('is shown to its audience from the notice on', () => {
    const shown = (state: DecisionState, who: object) =>
      maySee({ ...stranger('dongfang'), person: 'x', ...who }, decisionShown('dongfang', cardOf(state)));
    expect(shown(proposed().state, { staff: true })).toBe(false);
    expect(shown(announced().state, { staff: true })).toBe(true);
    expect(shown(announced().state, {})).toBe(false);
    expect(shown(proposed().when(skip('notice')).state, { staff: true })).toBe(true);
    const few = announced({ audience: 'named', named: ['wu'] }).state;
    expect([shown(few, { person: 'wu' }), shown(few, { person: 'he', staff: true })]).toEqual([true, false]);
  });

  test('is withdrawn while nothing has been decided', () => {
    const withdrawal = issue('WithdrawDecision', { reason: '上级已统筹安排。' });
    const { state } = announced().when(withdrawal);
    expect([cardOf(state).waits, tenseOfDecision(decisionOf(state))]).toEqual([[], 'done']);
    expect(decisionDecider.nextDue(state)).toBeUndefined();
    announced().when(withdrawal).when(deliberation()).thenRefused('decision-withdrawn');
    adopted().when(withdrawal).thenRefused('decision-made');
  });
});

describe('notice', () => {
  test('[TZ-25] is given so many days ahead as the policy says; a meeting without it, or too soon, is flagged', () => {
    const flagOf = (state: DecisionState) => stepOf(state, 'notice')?.flag;
    expect(flagOf(discussed().state)).toBeUndefined();
    const soon = { now: at('2026-09-03 09:00') };
    const held = { heldOn: '2026-09-03', outcome: 'adopted' as const };
    const hasty = announced(ORDINARY).when(meeting(held, soon));
    expect(flagOf(hasty.state)).toBe('提前 2 日预告，少于规定的 3 日');
    const unannounced = proposed(ORDINARY).when(skip('notice')).when(meeting(held, soon));
    expect(flagOf(unannounced.state)).toBe('未经预告召开会议');
    const policy = { ...DEFAULT_POLICY, decision: { ...USUAL_RULES, noticeDays: 2 } };
    const lenient = nothing()
      .when(propose(ORDINARY, { facts: { organisation: { ...SCHOOL, policy } } }))
      .when(notice())
      .when(meeting(held, soon));
    expect(flagOf(lenient.state)).toBeUndefined();
    proposed()
      .when(issue('GiveNotice', { requirements: '请研究。', meetingOn: '2026-08-31' }))
      .thenRefused('decision-day-past');
  });

  test('its time is over at a moment, from which the meeting waits', () => {
    const { state } = announced(ORDINARY);
    expect(decisionDecider.nextDue(state)).toBe(at('2026-09-04 00:00'));
    expect(cardOf(state).waits).toEqual([
      { kind: 'take-meeting', since: at('2026-09-04 00:00'), due: at('2026-09-26 00:00') },
    ]);
    const passed = announced(ORDINARY).when(passTime(at('2026-09-04 00:00')));
    passed.then([{ type: 'DecisionFellDue', data: { what: 'notice-over', on: '2026-09-04' } }]);
    expect(decisionDecider.nextDue(passed.state)).toBeUndefined();
    passed.when(passTime(at('2026-09-05 00:00'))).then([]);
  });
});

describe('consultation', () => {
  test('[TZ-26] is a forum, a questionnaire or a letter, and what was said stays with the decision', () => {
    const ready = announced().when(deliberation());
    const survey = { kind: 'questionnaire', isClosed: true } as const;
    const third = round(
      { kind: 'questionnaire', survey: 's-1', points: [] },
      { now: at('2026-09-08 09:00'), facts: { survey } },
    );
    const { state } = ready
      .when(round())
      .when(round({ kind: 'letter' }))
      .when(third);
    expect(
      decisionOf(state).rounds.map(({ kind, heard, points, survey: id }) => [
        kind,
        heard,
        points?.length,
        id,
      ]),
    ).toEqual([
      ['forum', 12, 1, undefined],
      ['letter', 12, 1, undefined],
      ['questionnaire', 12, 0, 's-1'],
    ]);
    ready.when(round({ points: [] })).thenRefused('round-without-responses');
    ready.when(round({ survey: 's-1' })).thenRefused('round-survey-wrong');
    ready.when(round({ from: '2026-09-05' })).thenRefused('decision-days-wrong');
    ready.when(round({ until: '2026-09-09' })).thenRefused('decision-day-ahead');
    ready
      .when(round({ survey: 's-1' }, { now: at('2026-09-08 09:00'), facts: { survey } }))
      .thenRefused('round-survey-wrong');
  });

  test('[TZ-27] of a major or hot matter takes two rounds and a publicity before anything is decided', () => {
    const once = announced().when(deliberation()).when(round());
    once.when(publicity()).thenRefused('decision-step-first', { step: '征求意见' });
    once.when(meeting()).thenRefused('decision-step-first', { step: '征求意见' });
    consulted().when(meeting()).thenRefused('decision-step-first', { step: '决策前公示' });
    consulted()
      .when(publicity({ until: '2026-09-16' }))
      .thenRefused('publicity-too-short', { days: 7 });
    consulted()
      .when(publicity({ from: '2026-09-07' }))
      .thenRefused('publicity-before-rounds', { until: '2026-09-08' });
    publicised()
      .when(meeting({ heldOn: '2026-09-17' }))
      .thenRefused('publicity-running');
    discussed().thenTypes('DecisionDiscussed');
    for (const step of ['consultation', 'publicity', 'vote'] as const)
      announced().when(skip(step)).thenRefused('decision-step-binding');
    const hot = announced({ ...ORDINARY, hot: true }).when(deliberation());
    hot.when(meeting()).thenRefused('decision-step-first', { step: '征求意见' });
    expect(stepOf(announced(ORDINARY).state, 'consultation')?.status).toBe('not-needed');
  });

  test('the publicity ends at a moment', () => {
    const { state } = publicised();
    const passed = publicised().when(passTime(at('2026-09-18 00:00')));
    passed.thenTypes('DecisionFellDue', 'DecisionFellDue');
    expect(stepsOf(decisionOf(state), '2026-09-17').find(({ step }) => step === 'publicity')?.status).toBe(
      'under-way',
    );
    expect(stepOf(state, 'publicity')?.status).toBe('done');
    expect(cardOf(state).waits[0]).toMatchObject({ kind: 'take-meeting', since: at('2026-09-18 00:00') });
  });
});

describe('the vote', () => {
  test('[TZ-28] counts those present; of a secret ballot there are totals only', () => {
    adopted().then([
      { type: 'DecisionVoted', data: { secret: true, present: 7, yes: 6, no: 0, abstain: 1, carried: true } },
    ]);
    discussed()
      .when(vote({ yes: 5 }))
      .thenRefused('ballots-do-not-add-up', { present: 7 });
    discussed()
      .when(vote({ present: 8, yes: 7 }))
      .thenRefused('meeting-heads-wrong', { most: 7 });
    const names = [{ person: 'zhou', choice: 'yes' as const }];
    discussed().when(vote({ names })).thenRefused('ballot-secret', { field: 'names' });
    discussed()
      .when(vote({ secret: false, names }))
      .thenRefused('ballot-names-wrong');
    const all = ['zhou', 'chen', 'he', 'li', 'wang', 'lin', 'wu'].map((who, index) => ({
      person: who,
      choice: index === 0 ? ('abstain' as const) : ('yes' as const),
    }));
    discussed()
      .when(vote({ secret: false, names: all }))
      .thenTypes('DecisionVoted');
    discussed()
      .when(vote({ secret: false, names: all.with(1, { person: 'wu', choice: 'yes' }) }))
      .thenRefused('ballot-names-wrong');
    discussed()
      .when(vote({ secret: false, names: all.with(1, { person: 'stranger', choice: 'yes' }) }))
      .thenRefused('decision-person-unknown', { field: 'names.1.person' });
  });

  test('needs two thirds of the members, and more than half of them in favour, unless the policy says otherwise', () => {
    discussed()
      .when(vote({ present: 5, yes: 5, abstain: 0 }))
      .thenRefused('below-quorum', { entitled: 9 });
    const lost = discussed().when(vote({ present: 6, yes: 4, no: 2, abstain: 0 }));
    expect([cardOf(lost.state).outcome, stepOf(lost.state, 'tracking')?.status]).toEqual([
      'rejected',
      'not-needed',
    ]);
    lost.when(action()).thenRefused('decision-not-adopted');
    publicised()
      .when(meeting({ outcome: 'adopted' }))
      .thenRefused('vote-required');
    publicised()
      .when(meeting({ present: 10 }))
      .thenRefused('meeting-heads-wrong', { most: 9 });
    announced(ORDINARY)
      .when(meeting({ outcome: 'adopted', present: 5 }))
      .thenRefused('below-quorum');
    agreed().thenTypes('DecisionDiscussed');
    expect(cardOf(agreed().state).outcome).toBe('adopted');
  });

  test('a superior’s rules are a floor', () => {
    const strict = { ...DEFAULT_POLICY, decision: { ...USUAL_RULES, noticeDays: 5, disclosureDays: 2 } };
    const lax = {
      ...DEFAULT_POLICY,
      decision: { ...USUAL_RULES, noticeDays: 1, quorum: 'more-than-half', majority: 'present' } as const,
    };
    expect(rulesFor({ matter: 'ordinary' }, lax, strict)).toEqual({
      noticeDays: 5,
      rounds: 0,
      publicityDays: 0,
      quorum: 'two-thirds',
      majority: 'members',
      disclosureDays: 2,
    });
    expect(rulesFor({ matter: 'ordinary' }, lax, undefined)).toMatchObject({
      noticeDays: 1,
      quorum: 'more-than-half',
    });
    expect(rulesFor({ matter: 'personnel' }, DEFAULT_POLICY, strict)).toMatchObject({
      noticeDays: 5,
      rounds: 2,
    });
  });
});

describe('afterwards', () => {
  test('the result is disclosed to everybody who was told of the matter', () => {
    const { waits } = cardOf(adopted().state);
    expect(waits).toEqual([{ kind: 'take-disclosure', since: MEETING_DAY, due: at('2026-10-03 00:00') }]);
    adopted()
      .when(disclosure({ facts: {} }))
      .thenRefused('result-not-disclosed', { field: 'item' });
    adopted()
      .when(disclosure({ facts: { disclosedTo: 'party' } }))
      .thenRefused('result-narrower');
    adopted()
      .when(disclosure({ facts: { disclosedTo: 'public' } }))
      .thenTypes('DecisionDisclosed');
    const late = adopted().when(passTime(at('2026-10-03 00:00')));
    late.then([{ type: 'DecisionFellDue', data: { what: 'disclosure-overdue', on: '2026-10-02' } }]);
    const sensitive = announced({ ...ORDINARY, sensitive: true }).when(meeting({ outcome: 'adopted' }));
    expect(cardOf(sensitive.state).waits[0]).toMatchObject({ due: at('2026-09-26 00:00') });
  });

  test('[TZ-31] it is followed by tasks until it has been carried out', () => {
    const told = adopted().when(disclosure());
    expect(cardOf(told.state).waits.map(({ kind }) => kind)).toEqual(['take-tracking']);
    told.when(confirmation()).thenRefused('actions-open', { count: 0 });
    const assigned = told.when(action());
    expect(cardOf(assigned.state).waits.map(({ kind }) => kind)).toEqual([
      'take-tracking',
      'implement-action',
    ]);
    expect(cardOf(assigned.state).tense).toBe('under-way');
    assigned.when(confirmation()).thenRefused('actions-open', { count: 1 });
    const done = assigned.when(reported(1, false)).when(reported()).when(confirmation());
    expect([cardOf(done.state).waits, cardOf(done.state).tense]).toEqual([[], 'done']);
    done.when(action()).thenRefused('decision-implemented');
  });

  test('[LY-17] what was decided together is somebody’s to carry out, by a day, with a status', () => {
    const assigned = adopted().when(action());
    expect(cardOf(assigned.state).openActions).toEqual([
      { number: 1, task: '办理规划许可', assignee: 'wu', dueOn: '2026-10-31' },
    ]);
    expect(cardOf(assigned.state).waits.at(-1)).toMatchObject({
      people: ['wu'],
      due: at('2026-11-01 00:00'),
    });
    discussed().when(action()).thenRefused('decision-not-adopted');
    adopted()
      .when(action({ assignee: 'nobody' }))
      .thenRefused('decision-person-unknown', { field: 'assignee' });
    adopted()
      .when(action({ dueOn: '2026-09-01' }))
      .thenRefused('decision-day-past');
    assigned.when(reported(1, true, { by: 'he', now: MEETING_DAY })).thenTypes('DecisionActionReported');
    assigned.when(reported(1, true, { by: 'teacher-qian' })).thenRefused('not-permitted');
    assigned.when(reported(2, true, { by: 'li' })).thenRefused('action-unknown', { number: 2 });
    assigned.when(reported()).when(reported()).thenRefused('action-done');
    expect(decisionOf(assigned.when(reported(1, false)).state).actions[0]?.reports).toMatchObject([
      { by: 'wu', note: '已办结。', done: false },
    ]);
    assigned.when(passTime(at('2026-11-01 00:00'))).then([
      { type: 'DecisionFellDue', data: { what: 'disclosure-overdue', on: '2026-10-02' } },
      { type: 'DecisionFellDue', data: { what: 'action-overdue', on: '2026-10-31', action: 1 } },
      {
        type: 'LadderStepReached',
        data: { step: 'T', says: 'due-soon', action: 1, dueOn: '2026-10-31' },
      },
    ]);
    let many = adopted();
    for (let number = 0; number < 50; number += 1) many = many.when(action());
    many.when(action()).thenRefused('actions-too-many', { most: 50 });
  });
});

describe('a step that is skipped', () => {
  test('says by whom and why, and is never done', () => {
    const { state } = announced().when(skip('deliberation'));
    expect(stepOf(state, 'deliberation')).toMatchObject({
      status: 'skipped',
      reason: '情况紧急，经请示同意。',
      recorded: { by: 'zhou' },
    });
    expect(statuses(state)[0]).toEqual(['announcing', 'skipped']);
    expect(cardOf(state).skipped).toEqual(['deliberation']);
    announced()
      .when(skip('deliberation', { by: 'li' }))
      .thenRefused('not-permitted');
    announced().when(skip('notice')).thenRefused('decision-step-over');
    proposed().when(skip('deliberation')).thenRefused('decision-step-first');
    announced(ORDINARY).when(skip('deliberation')).thenRefused('decision-step-over');
    for (const step of ['meeting', 'vote'] as const)
      announced(ORDINARY).when(skip(step)).thenRefused('decision-step-binding');
    const untracked = agreed().when(skip('disclosure')).when(skip('tracking'));
    expect(cardOf(untracked.state)).toMatchObject({ tense: 'done', waits: [] });
    untracked.when(action()).thenRefused('decision-implemented');
  });
});

test('every refusal is provoked', () => {
  expect(unexercised(DECISION_REFUSALS, import.meta.dirname)).toEqual([]);
});
