import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shareOf } from '../../../domain/survey/margin.ts';
import { digestOf, turnoutOf } from '../../../domain/survey/result.ts';
import type { Ballot } from '../../../domain/survey/state.ts';
import { GROUP_NAMES } from '../../../domain/survey/vocabulary.ts';
import { closed, surveyOf } from './surveys.ts';

describe('the margin', () => {
  const STEPS = 20_000;
  /** Every share of the whole group under which the sample would not surprise at 95 %, found by trying them all. */
  function tried(yes: number, n: number, population = Number.POSITIVE_INFINITY) {
    const correction = population === Number.POSITIVE_INFINITY ? 1 : (population - n) / (population - 1);
    const shares = Array.from({ length: STEPS + 1 }, (_, step) => step / STEPS).filter(
      (p) => Math.abs(yes / n - p) <= 1.959964 * Math.sqrt(((p * (1 - p)) / n) * correction) + 1e-12,
    );
    return [shares[0] ?? Number.NaN, shares.at(-1) ?? Number.NaN] as const;
  }

  test.each([
    [0, 5],
    [5, 5],
    [3, 7],
    [10, 20],
    [48, 50],
    [300, 1000],
  ])('of %i in %i is that of the shares that would not surprise', (yes, n) => {
    for (const population of [undefined, n + 1, 2 * n, 10 * n]) {
      const { low, high, margin } = shareOf(yes, n, population);
      const [lowest, highest] = tried(yes, n, population);
      expect(Math.abs(low - lowest)).toBeLessThan(2 / STEPS);
      expect(Math.abs(high - highest)).toBeLessThan(2 / STEPS);
      expect(margin).toBeCloseTo((high - low) / 2, 6);
    }
  });

  test('is gone when everybody has answered', () => {
    expect(shareOf(3, 4, 4)).toEqual({ share: 0.75, low: 0.75, high: 0.75, margin: 0 });
  });
});

describe('a digest', () => {
  const ballot: fc.Arbitrary<Ballot> = fc.record({
    survey: fc.constant('survey-one'),
    group: fc.constantFrom(...GROUP_NAMES),
    answers: fc.tuple(
      fc.option(fc.integer({ min: 1, max: 5 })),
      fc.option(fc.integer({ min: 0, max: 2 })),
      fc.option(fc.integer().map((number) => `意见${number}`)),
    ),
  });
  const survey = surveyOf(closed().state);
  const of = (ballots: readonly Ballot[], group: Ballot['group']) =>
    ballots.filter((each) => each.group === group);

  test('tells nothing of a group under the threshold, to anybody: it is the same whatever that group said', () => {
    let hidden = 0;
    fc.assert(
      fc.property(
        fc.array(ballot, { maxLength: 30 }),
        fc.array(ballot),
        fc.boolean(),
        (ballots, others, office) => {
          for (const group of GROUP_NAMES) {
            if (of(ballots, group).length >= survey.threshold) continue;
            hidden += 1;
            const rest = ballots.filter((each) => each.group !== group);
            const changed = [...rest, ...of(others, group).slice(0, survey.threshold - 1)];
            expect(digestOf(survey, changed, office)).toEqual(digestOf(survey, ballots, office));
            expect(turnoutOf(survey, changed)).toEqual(turnoutOf(survey, ballots));
          }
        },
      ),
    );
    expect(hidden).toBeGreaterThan(50);
  });

  test('tells nothing of a question that too few of a group answered', () => {
    const quiet: Ballot = { survey: 'survey-one', group: 'party', answers: [5, null, null] };
    const spoken: Ballot = { ...quiet, answers: [1, 2, '不好'] };
    const [party] = digestOf(survey, [quiet, quiet, quiet, quiet, spoken], true);
    expect(party).toMatchObject({
      shown: true,
      n: 5,
      questions: [
        { shown: true, n: 5, counts: [1, 0, 0, 0, 4] },
        { shown: false, fewerThan: 5 },
        { shown: false, fewerThan: 5 },
      ],
    });
    expect(JSON.stringify(party)).not.toContain('不好');
  });

  test('is not opened by what the office enters: it could subtract that again', () => {
    const own: Ballot = { survey: 'survey-one', group: 'masses', answers: [1, 1, '不好'] };
    const paper: Ballot = { ...own, answers: [5, 0, '好'], entered: true };
    const masses = (...ballots: Ballot[]) => digestOf(survey, ballots, true)[1];
    const sheets = Array.from({ length: 9 }, () => paper);
    expect(masses(own, ...sheets)).toEqual({ group: 'masses', shown: false, fewerThan: 5 });
    expect(turnoutOf(survey, [own, ...sheets])[1]).toMatchObject({ shown: false });
    expect(masses(paper, paper, paper, paper)).toMatchObject({ shown: false });
    expect(masses(...sheets)).toMatchObject({ shown: true, n: 9, entered: 9 });
    const silent: Ballot = { ...own, answers: [3, null, null] };
    expect(masses(own, silent, silent, silent, silent, ...sheets)).toMatchObject({
      n: 14,
      questions: [{ shown: true, n: 14 }, { shown: false }, { shown: false }],
    });
  });

  test('counts everybody of a shown group once, and gives words to the office alone', () => {
    fc.assert(
      fc.property(fc.array(ballot, { minLength: 10, maxLength: 40 }), (ballots) => {
        const forAll = digestOf(survey, ballots, false);
        expect(JSON.stringify(forAll)).not.toContain('意见');
        for (const result of digestOf(survey, ballots, true)) {
          if (!result.shown) continue;
          expect(result.n).toBe(of(ballots, result.group).length);
          for (const [index, question] of result.questions.entries()) {
            if (!question.shown) continue;
            const answered = of(ballots, result.group).filter(
              ({ answers }) => (answers[index] ?? null) !== null,
            );
            expect(question.n).toBe(answered.length);
            expect(question.counts?.reduce((sum, each) => sum + each, 0) ?? question.words?.length).toBe(
              answered.length,
            );
          }
        }
      }),
    );
  });
});
