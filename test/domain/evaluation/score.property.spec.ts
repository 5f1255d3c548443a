import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { evidenceOf, type Sources } from '../../../domain/evaluation/facts.ts';
import { scoreOf } from '../../../domain/evaluation/score.ts';
import { signalsIn } from '../../../domain/evaluation/signals.ts';
import { FIRST_STANDARD } from '../../../domain/evaluation/standard/state.ts';
import { cardOf } from '../../../domain/item/card.ts';
import { addDays } from '../../../domain/kernel/time.ts';
import { item, ledger, opinion, ROWS, sources } from './sources.ts';

const day = fc.integer({ min: 0, max: 91 }).map((days) => addDays('2026-07-01', days));
const form = fc.constantFrom('会议', '文件', '网站', '设限平台', '公示栏');
const row = fc.constantFrom(...Object.keys(ROWS));
const shown = fc.record({
  row,
  on: day,
  forms: fc.uniqueArray(form, { minLength: 1, maxLength: 3 }),
  inError: fc.boolean(),
});
const heard = fc.record({ dueOn: day, answered: fc.option(day, { nil: undefined }), overdue: fc.boolean() });

/** A quarter of some organisation, as the record might have it. */
const quarters = fc
  .record({
    disclosed: fc.array(shown, { maxLength: 12 }),
    heard: fc.array(heard, { maxLength: 6 }),
    inspections: fc.option(fc.array(day, { maxLength: 2 }), { nil: undefined }),
  })
  .map(({ disclosed, heard, inspections }): Sources => {
    const items = disclosed.map(({ row, on, forms, inError }, place) => {
      const withdrawn = inError && { reason: '有误', inError, by: 'wang', at: `${on}T02:00:00.000Z` };
      return [
        `item-${place}`,
        item({ on, content: { row, forms }, version: withdrawn ? { withdrawn } : {} }),
      ] as const;
    });
    const told = disclosed.map(({ row, on, forms }, place) => ({ row, on, forms, item: `item-${place}` }));
    const opinions = heard.map(({ dueOn, answered, overdue }, place) =>
      opinion(`word-${place}`, {
        dueOn,
        overdue,
        ...(answered && { answeredAt: `${answered}T01:00:00.000Z` }),
      }),
    );
    return sources(Object.fromEntries(items), {
      ledger: ledger(told),
      opinions,
      ...(inspections && { inspections: inspections.toSorted() }),
    });
  });

const scored = (read: Sources) => {
  const evidence = evidenceOf(read, FIRST_STANDARD);
  return { score: scoreOf(evidence, 1, FIRST_STANDARD), signals: signalsIn(evidence, FIRST_STANDARD) };
};

/** The same record, read in another order. */
function reordered(read: Sources, seed: number): Sources {
  const shuffled = <T>(list: readonly T[]): readonly T[] =>
    list
      .map((each, place) => ({ each, key: Math.sin(seed * (place + 1)) }))
      .toSorted((a, b) => a.key - b.key)
      .map(({ each }) => each);
  const duties = Object.fromEntries(shuffled(Object.entries(read.ledger.duties)));
  return {
    ...read,
    ledger: { ...read.ledger, duties },
    items: new Map(shuffled([...read.items])),
    cards: shuffled(read.cards),
    opinions: shuffled(read.opinions),
  };
}

afterEach(() => vi.useRealTimers());

describe('a score', () => {
  test('never changes without an event: not with the clock, and not with the order of reading', () => {
    let counted = 0;
    const instants = fc.date({
      min: new Date('2026-07-01'),
      max: new Date('2036-07-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(
        quarters,
        instants,
        instants,
        fc.integer({ min: 1, max: 1e6 }),
        (read, one, other, seed) => {
          vi.useFakeTimers({ now: one });
          const first = scored(read);
          vi.setSystemTime(other);
          expect(scored(reordered(read, seed))).toEqual(first);
          if (first.score.total !== undefined && first.score.total < 100) counted += 1;
        },
      ),
    );
    expect(counted).toBeGreaterThan(40);
  });

  test('lies between 0 and 100, as do its parts, and a share between 0 and 1', () => {
    fc.assert(
      fc.property(quarters, (read) => {
        const { score } = scored(read);
        for (const points of [score.total ?? 0, ...Object.values(score.parts)]) {
          expect(points).toBeGreaterThanOrEqual(0);
          expect(points).toBeLessThanOrEqual(100);
        }
        for (const { share = 0, pieces } of score.criteria) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
          for (const { value } of pieces) expect(value >= 0 && value <= 1).toBe(true);
        }
      }),
    );
  });

  test('is not touched by any signal, raised or not', () => {
    let raised = 0;
    fc.assert(
      fc.property(quarters, fc.array(day, { minLength: 6, maxLength: 10 }), (read, inspections) => {
        const { signals, score } = scored({ ...read, inspections });
        const { inspections: _, ...without } = read;
        expect(scored(without).score).toEqual(score);
        raised += signals.filter(({ state }) => state === 'raised').length;
      }),
    );
    expect(raised).toBeGreaterThan(10);
  });

  test('rests on the record: a card in a view that the record does not bear out changes nothing', () => {
    fc.assert(
      fc.property(quarters, (read) => {
        const made = item({ on: '2026-09-01', content: { row: 'b-03', forms: ['网站'] } });
        const cards = [...read.cards, cardOf(made, { id: 'not-read', organisation: 'dongfang' })];
        expect(scored({ ...read, cards }).score).toEqual(scored(read).score);
      }),
    );
  });
});
