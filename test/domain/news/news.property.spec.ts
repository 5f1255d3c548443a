import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../../domain/kernel/refusal.ts';
import type { NewsCommand, NewsCommandType } from '../../../domain/news/commands.ts';
import { newsDecider } from '../../../domain/news/news.ts';
import { latestOf, type NewsState, newsShown, onShowOf } from '../../../domain/news/state.ts';
import { maySee, stranger } from '../../../domain/visibility.ts';
import { DISTRICT, NOW, person, SMALL_SCHOOL } from '../item/school.ts';

const WHO = ['sun', 'gao', 'sun', 'gao', 'qu-head', 'nobody'] as const;
const BODIES = ['一切顺利。', '请致电13812345678。'] as const;
const AUDIENCES = ['unit', 'public'] as const;

const step = fc.record({
  by: fc.constantFrom(...WHO),
  type: fc.constantFrom<NewsCommandType[]>(
    ...(['WriteNews', 'CorrectNews', 'MaskNewsFinding', 'JustifyNewsFinding'] as const),
    ...(['ReleaseNews', 'ReleaseNews', 'ReleaseNews', 'ReleaseNews', 'ReturnNews', 'TakeDownNews'] as const),
  ),
  text: fc.constantFrom(...BODIES),
  audience: fc.constantFrom(...AUDIENCES),
  yes: fc.constantFrom(true, true, true, false),
});
/** Most of what is tried is refused, so it begins with what is not. */
const steps = fc
  .tuple(step, fc.array(step, { minLength: 6, maxLength: 20 }))
  .map(([first, more]): Step[] => [{ ...first, by: 'sun', type: 'WriteNews', yes: true }, ...more]);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const dataOf = ({ type, text, audience, yes }: Step, state: NewsState): object => {
  const written = { title: '动态', text, audience, notSecret: yes };
  switch (type) {
    case 'WriteNews':
      return { stream: 'party', ...written };
    case 'CorrectNews':
      return { ...written, correction: '更正。' };
    case 'ReleaseNews':
      return { version: state ? latestOf(state).number : 1, notSecret: yes };
    case 'MaskNewsFinding':
      return { finding: 'f-1' };
    default:
      return { finding: 'f-1', reason: '理由' };
  }
};

const commandOf = (each: Step, state: NewsState): NewsCommand =>
  ({
    type: each.type,
    data: dataOf(each, state),
    now: NOW,
    actor: person(each.by),
    facts: { organisation: SMALL_SCHOOL, superior: DISTRICT },
  }) as unknown as NewsCommand;

/** What came of the steps, those that were refused left out. */
function after(tried: readonly Step[]): NewsState {
  let state: NewsState;
  for (const each of tried) {
    const command = commandOf(each, state);
    try {
      for (const event of newsDecider.decide(command, state))
        state = newsDecider.evolve(state, event, { at: NOW, by: command.actor });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return state;
}

describe('whatever is tried, by whomever', () => {
  test('nothing is on show that was not checked by somebody who wrote none of it, or holds open findings', () => {
    let shown = 0;
    fc.assert(
      fc.property(steps, (tried) => {
        const state = after(tried);
        const version = state && onShowOf(state);
        expect(maySee(stranger('dongfang'), newsShown('dongfang', version?.audience))).toBe(
          version?.audience === 'public',
        );
        if (!state || !version) return;
        shown += 1;
        const authors = state.versions.slice(0, version.number).map(({ written }) => written.by);
        expect(authors).not.toContain(version.released?.by);
        expect(version.findings.filter(({ settled }) => !settled)).toEqual([]);
        const isMasked = version.findings.some(({ settled }) => settled === 'masked');
        expect(version.text.includes('13812345678')).toBe(version.findings.length > 0 && !isMasked);
        expect(state.down).toBeUndefined();
      }),
      { numRuns: 500 },
    );
    expect(shown).toBeGreaterThan(20);
  });
});
