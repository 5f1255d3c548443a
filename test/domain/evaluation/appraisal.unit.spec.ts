import { describe, expect, test } from 'vitest';
import { assessmentDecider } from '../../../domain/evaluation/assessment/assessment.ts';
import type {
  AssessmentCommandOf,
  AssessmentCommandType,
  AssessmentFacts,
} from '../../../domain/evaluation/assessment/commands.ts';
import { isSettled } from '../../../domain/evaluation/assessment/state.ts';
import { appraisalOf, type Rating, sharesOf } from '../../../domain/evaluation/rating.ts';
import { EVALUATION_REFUSALS } from '../../../domain/evaluation/refusals.ts';
import type {
  RoundCommandOf,
  RoundCommandType,
  RoundFacts,
} from '../../../domain/evaluation/round/commands.ts';
import { roundDecider } from '../../../domain/evaluation/round/round.ts';
import type { Round } from '../../../domain/evaluation/round/state.ts';
import type {
  SignalCommandOf,
  SignalCommandType,
  SignalFacts,
} from '../../../domain/evaluation/signal/commands.ts';
import { signalDecider } from '../../../domain/evaluation/signal/signal.ts';
import type { Signal } from '../../../domain/evaluation/signals.ts';
import type { StandardCommand } from '../../../domain/evaluation/standard/commands.ts';
import { standardDecider } from '../../../domain/evaluation/standard/standard.ts';
import { FIRST_STANDARD } from '../../../domain/evaluation/standard/state.ts';
import { given } from '../../support/decider.ts';
import { unexercised } from '../../support/refusal-coverage.ts';
import { at, DISTRICT, person, SCHOOL } from '../item/school.ts';

const NOW = at('2026-12-01 09:00');
const LATER = at('2026-12-21 09:00');
const { superior: _, ...ALONE } = SCHOOL;

interface Sent<Facts> {
  readonly by?: string;
  readonly now?: string;
  readonly facts?: Facts;
}

describe('the standard', () => {
  const publish = (from: string, { by = 'qu-office' } = {}) =>
    ({
      type: 'PublishStandard',
      data: { from, standard: FIRST_STANDARD },
      now: NOW,
      actor: person(by),
      facts: { organisation: DISTRICT },
    }) as unknown as StandardCommand;

  test('is published by the office for this quarter or later ones, in their order', () => {
    const published = given(standardDecider).when(publish('2027Q1'));
    published.then([{ type: 'StandardPublished', data: { from: '2027Q1', standard: FIRST_STANDARD } }]);
    published.when(publish('2027Q1')).thenTypes('StandardPublished');
    published.when(publish('2026Q4')).thenRefused('standard-out-of-order', { period: '2027Q1' });
    given(standardDecider).when(publish('2026Q3')).thenRefused('standard-retroactive', { period: '2026Q4' });
    given(standardDecider)
      .when(publish('2027Q1', { by: 'li' }))
      .thenRefused('not-permitted');
  });
});

const ROUND: Round = { year: '2026', units: ['dongfang', 'hezui'], selfUntil: '2026-12-20', openedAt: NOW };
const RATINGS = new Map<string, Rating>([
  ['dongfang', 'model'],
  ['hezui', 'met'],
]);

describe('a round', () => {
  const FACTS: RoundFacts = { organisation: DISTRICT, year: '2026', units: ['hezui', 'dongfang'] };
  const send = <Type extends RoundCommandType>(
    type: Type,
    data: RoundCommandOf<Type>['data'],
    { by = 'qu-office', now = NOW, facts = FACTS }: Sent<RoundFacts> = {},
  ) => ({ type, data, now, actor: person(by), facts }) as RoundCommandOf<Type>;
  const open = (sent?: Sent<RoundFacts>) => send('OpenRound', { selfUntil: '2026-12-20' }, sent);
  const disclose = (facts: Partial<RoundFacts>) =>
    send('DiscloseResults', { item: 'results' }, { facts: { ...FACTS, ...facts } });
  const opened = () => given(roundDecider).when(open());

  test('[ZH-09] is run over the units right below, once a year', () => {
    opened().then([
      { type: 'RoundOpened', data: { year: '2026', units: ['dongfang', 'hezui'], selfUntil: '2026-12-20' } },
    ]);
    opened().when(open()).thenRefused('round-opened');
    given(roundDecider)
      .when(open({ facts: { ...FACTS, units: [] } }))
      .thenRefused('round-without-units');
    given(roundDecider)
      .when(open({ now: at('2026-12-20 09:00') }))
      .thenRefused('round-day-past');
    given(roundDecider)
      .when(open({ by: 'li' }))
      .thenRefused('not-permitted');
  });

  test('is over when its results are disclosed to society, with the shares of units', () => {
    const over = opened().when(disclose({ settled: RATINGS, isPublic: true }));
    const shares = { units: 2, met: 2, model: 1, metPercent: 100, modelPercent: 50 };
    over.then([{ type: 'ResultsDisclosed', data: { item: 'results', shares } }]);
    over.when(disclose({ settled: RATINGS, isPublic: true })).thenRefused('round-disclosed');
    given(roundDecider).when(disclose({})).thenRefused('round-unknown');
    opened()
      .when(disclose({ settled: new Map([['hezui', 'met']]), isPublic: true }))
      .thenRefused('round-unfinished', { count: 1 });
    opened()
      .when(disclose({ settled: RATINGS, isPublic: false }))
      .thenRefused('round-item-undisclosed');
  });
});

describe('a unit’s year', () => {
  const FACTS: AssessmentFacts = {
    organisation: SCHOOL,
    superior: DISTRICT,
    id: 'dongfang',
    year: '2026',
    round: ROUND,
    found: { record: 81.5, masses: 70, edition: 3, standard: FIRST_STANDARD },
  };
  const send = <Type extends AssessmentCommandType>(
    type: Type,
    data: AssessmentCommandOf<Type>['data'],
    { by = 'li', now = NOW, facts = FACTS }: Sent<AssessmentFacts> = {},
  ) => ({ type, data, now, actor: person(by), facts }) as unknown as AssessmentCommandOf<Type>;
  const self = (sent?: Sent<AssessmentFacts>) => send('AssessOneself', { score: 95, text: '按期公开' }, sent);
  const verdict = (sent?: Sent<AssessmentFacts>) =>
    send('AssessUnit', { score: 90, text: '及时' }, { by: 'qu-office', ...sent });
  const object = (sent?: Sent<AssessmentFacts>) => send('ObjectToAssessment', { reason: '漏计' }, sent);
  const answer = (data: AssessmentCommandOf<'AnswerObjection'>['data'], by = 'qu-head') =>
    send('AnswerObjection', data, { by });
  const without = (changes: Partial<AssessmentFacts>) => ({ facts: { ...FACTS, ...changes } });
  const fresh = () => given(assessmentDecider);
  const appraised = () => fresh().when(self()).when(verdict());

  test('[QS-04] has three inputs, self, masses and superior, from which its rating follows', () => {
    // 95 × 20 % + 70 × 30 % + 90 × 50 %
    appraised().then([
      {
        type: 'UnitAssessed',
        data: {
          year: '2026',
          to: 'qu',
          composite: 85,
          rating: 'model',
          inputs: { self: 95, masses: 70, superior: 90 },
          record: 81.5,
          standard: 3,
          text: '及时',
        },
      },
    ]);
    appraised().when(verdict()).thenRefused('assessment-made');
    appraised().when(self()).thenRefused('assessment-made');
  });

  test('begins with the unit, which may say it again, and goes on without it after the day', () => {
    fresh().when(self()).when(self()).then([]);
    fresh().when(verdict()).thenRefused('assessment-self-awaited', { until: '2026-12-20' });
    const alone = fresh().when(verdict({ now: LATER }));
    expect(alone.state?.verdict).toMatchObject({
      inputs: { masses: 70, superior: 90 },
      composite: 82.5,
      rating: 'met',
    });
  });

  test('is said by those whose part it is, in a round that asks for it and is not over', () => {
    fresh()
      .when(self({ by: 'qu-office' }))
      .thenRefused('not-permitted');
    fresh()
      .when(verdict({ by: 'li', now: LATER }))
      .thenRefused('not-permitted');
    fresh()
      .when(self(without({ organisation: ALONE })))
      .thenRefused('evaluation-without-superior');
    fresh()
      .when(self(without({ round: undefined })))
      .thenRefused('round-unknown');
    fresh()
      .when(self(without({ id: 'another' })))
      .thenRefused('assessment-not-asked');
    const shares = sharesOf([...RATINGS.values()]);
    const over = { ...ROUND, disclosed: { item: 'results', shares, at: LATER } };
    fresh()
      .when(self(without({ round: over })))
      .thenRefused('round-disclosed');
  });

  test('may be objected to once, and is answered by another person with a reason', () => {
    fresh().when(object()).thenRefused('assessment-missing');
    const objected = appraised().when(object());
    expect([isSettled(appraised().state ?? {}), isSettled(objected.state ?? {})]).toEqual([true, false]);
    objected.when(object()).thenRefused('objection-made');
    objected
      .when(answer({ outcome: 'kept', text: '已复核' }, 'qu-office'))
      .thenRefused('objection-own-assessment');
    appraised()
      .when(answer({ outcome: 'kept', text: '已复核' }))
      .thenRefused('objection-missing');
    const kept = objected.when(answer({ outcome: 'kept', text: '已复核' }));
    expect(kept.state).toMatchObject({
      verdict: { composite: 85, by: 'qu-office' },
      answer: { outcome: 'kept', text: '已复核', by: 'qu-head' },
    });
    kept.when(answer({ outcome: 'kept', text: '再复核' })).thenRefused('objection-missing');
    kept.when(object()).thenRefused('objection-made');
  });

  test('keeps what an answer changed', () => {
    const changed = appraised()
      .when(object())
      .when(answer({ outcome: 'changed', text: '情况属实', score: 80 }));
    expect(changed.state).toMatchObject({
      verdict: { composite: 80, rating: 'met', inputs: { superior: 80 }, record: 81.5, standard: 3 },
      answer: { outcome: 'changed', before: { composite: 85, rating: 'model' } },
    });
    expect(isSettled(changed.state ?? {})).toBe(true);
  });
});

describe('a dispute of a signal', () => {
  const RAISED: Signal = {
    id: 'one-form',
    state: 'raised',
    why: { zh: '形式单一。', en: 'One form.' },
    because: [],
  };
  const FACTS: SignalFacts = { organisation: SCHOOL, superior: DISTRICT, period: '2026Q3', signal: RAISED };
  const send = <Type extends SignalCommandType>(
    type: Type,
    data: SignalCommandOf<Type>['data'],
    { by = 'li', facts = FACTS }: Sent<SignalFacts> = {},
  ) => ({ type, data, now: NOW, actor: person(by), facts }) as SignalCommandOf<Type>;
  const dispute = (sent?: Sent<SignalFacts>) => send('DisputeSignal', { reason: '目录只允许会议' }, sent);
  const answer = (by = 'qu-office') => send('AnswerSignal', { outcome: 'explained', text: '属实' }, { by });
  const disputed = () => given(signalDecider).when(dispute());

  test('keeps what the signal said, and is answered by a person of the superior, once', () => {
    const data = {
      period: '2026Q3',
      signal: 'one-form',
      to: 'qu',
      said: '形式单一。',
      reason: '目录只允许会议',
    } as const;
    disputed().then([{ type: 'SignalDisputed', data }]);
    disputed().when(dispute()).thenRefused('signal-disputed');
    disputed().when(answer('li')).thenRefused('not-permitted');
    const answered = disputed().when(answer());
    expect(answered.state?.answer).toMatchObject({ by: 'qu-office', outcome: 'explained', text: '属实' });
    answered.when(answer()).thenRefused('signal-answered');
    given(signalDecider).when(answer()).thenRefused('signal-undisputed');
  });

  test('is of a signal that there is, and by the unit', () => {
    const clear: SignalFacts = { ...FACTS, signal: { ...RAISED, state: 'clear' } };
    given(signalDecider)
      .when(dispute({ facts: clear }))
      .thenRefused('signal-not-raised');
    given(signalDecider)
      .when(dispute({ by: 'qu-office' }))
      .thenRefused('not-permitted');
  });
});

describe('ratings', () => {
  test('[QD-05] sixteen models among forty-six units that all met the standard are 34.78 %', () => {
    const ratings = Array.from({ length: 46 }, (_, place) => {
      const superior = place < 16 ? 90 : 70;
      return appraisalOf({ self: superior, masses: superior, superior }, FIRST_STANDARD).rating;
    });
    expect(sharesOf(ratings)).toEqual({
      units: 46,
      met: 46,
      model: 16,
      metPercent: 100,
      modelPercent: 34.78,
    });
    expect(sharesOf([])).toMatchObject({ units: 0, metPercent: 0 });
  });

  test('begin at their thresholds, by the inputs that there are', () => {
    const rating = (superior: number) => appraisalOf({ superior }, FIRST_STANDARD);
    expect([59.99, 60, 84.99, 85].map((points) => rating(points).rating)).toEqual([
      'not-met',
      'met',
      'met',
      'model',
    ]);
    expect(appraisalOf({ self: 100, superior: 50 }, FIRST_STANDARD).composite).toBe(64.29);
    expect(sharesOf(['not-met', 'model', 'met', 'met'])).toMatchObject({
      met: 3,
      metPercent: 75,
      modelPercent: 25,
    });
  });
});

test('every refusal has a test', () => {
  expect(unexercised(EVALUATION_REFUSALS, import.meta.dirname)).toEqual([]);
});
