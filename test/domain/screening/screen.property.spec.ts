import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAddresses } from '../../../domain/screening/address.ts';
import type { Characters } from '../../../domain/screening/characters.ts';
import { maskText } from '../../../domain/screening/mask.ts';
import { findNumbers } from '../../../domain/screening/numbers.ts';
import { checkCharacter } from '../../../domain/screening/resident-id.ts';
import { screenText } from '../../../domain/screening/screen.ts';
import { bankCard, chinese, mixture, mobile, residentId } from './samples.ts';

const kindsOf = (text: string) => screenText(text, 'text').map((finding) => finding.kind);

describe('screening for personal data', () => {
  it('finds every valid resident ID anywhere in Chinese text', () => {
    fc.assert(
      fc.property(chinese, residentId, chinese, (before, id, after) => {
        expect(kindsOf(before + id + after)).toContain('resident-id');
      }),
    );
  });

  it('reports no number with a broken check character as a resident ID', () => {
    fc.assert(
      fc.property(chinese, residentId, fc.integer({ min: 0, max: 9 }), chinese, (before, id, last, after) => {
        fc.pre(checkCharacter(id) !== String(last));
        expect(kindsOf(before + id.slice(0, 17) + last + after)).not.toContain('resident-id');
      }),
    );
  });

  it('finds mobiles and bank cards, in one or in groups', () => {
    const grouped = (separator: string) =>
      fc.oneof(
        mobile.map((n) => [n.slice(0, 3), n.slice(3, 7), n.slice(7)].join(separator)),
        bankCard
          .filter((n) => !kindsOf(n).includes('resident-id'))
          .map((n) => n.replace(/\d{4}(?=\d)/g, `$&${separator}`)),
      );
    fc.assert(
      fc.property(chinese, fc.constantFrom('', ' ', '-').chain(grouped), chinese, (before, number, after) => {
        expect(kindsOf(before + number + after)).toHaveLength(
          kindsOf(before).length + 1 + kindsOf(after).length,
        );
      }),
    );
  });

  it('finds nothing in a text that it masked, and keeps its length', () => {
    fc.assert(
      fc.property(mixture, (text) => {
        const masked = maskText(text, screenText(text, 'text'));
        expect(masked).toHaveLength(text.length);
        expect(screenText(masked, 'text')).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('shows at most seven characters of a number', () => {
    fc.assert(
      fc.property(mixture, (text) => {
        for (const { kind, masked } of screenText(text, 'text')) {
          if (kind === 'address') continue;
          expect(masked.replaceAll('*', '').length).toBeLessThanOrEqual(7);
          expect(masked).toMatch(/\*{4}/);
        }
      }),
    );
  });

  it('takes any text at all, with findings in order, apart from each other and inside it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string(), mixture), (text) => {
        let from = 0;
        for (const { start, end } of screenText(text, 'text')) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThan(start);
          from = end;
        }
        expect(from).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('the cost of screening', () => {
  const LENGTH = 20_000;
  /** Twice the reads that the costliest sample takes per character. */
  const READS_PER_CHARACTER = 600;

  it.each([
    '1',
    '1 ',
    '13',
    '0',
    '4',
    '6222 ',
    '3101',
    '2 0 2 6',
    '1-',
    'X',
    '1X',
    '*',
    '1****',
    '村',
    '镇村',
    '路1号',
    '1号',
    '1单元',
    '市区县镇村',
    '路',
    '一',
    '路一',
    '天',
    '  ',
    '12345',
    '市天镇天天村',
    '3-2',
    '号1',
  ])('grows with the length of %j repeated, not faster', (sample) => {
    const text = new CountedText(sample.repeat(LENGTH / sample.length));
    findNumbers(text);
    findAddresses(text, () => '');
    expect(text.reads).toBeLessThan(READS_PER_CHARACTER * LENGTH);
  });
});

/** A text that counts how often it is read. */
class CountedText implements Characters {
  reads = 0;
  readonly length: number;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    this.length = text.length;
  }

  charCodeAt(index: number): number {
    this.reads += 1;
    return this.#text.charCodeAt(index);
  }
}
