import { findAddresses } from './address.ts';
import { type Characters, digitAt } from './characters.ts';
import { type Finding, type Match, maskOf } from './finding.ts';
import { findNumbers, type NumberMatch } from './numbers.ts';

/**
 * Personal data in a text: resident IDs, phones, bank cards, and addresses more precise than the township, in order
 * and without overlap. What is already masked is no finding.
 *
 * `allow` holds values that may stand there, such as the contact and supervision phone that a 公示 has to give;
 * a number is compared by its digits, an address as written.
 */
export function screenText(text: string, field: string, allow: readonly string[] = []): Finding[] {
  const allowed = new Set(allow.map(digitsOf));
  const mayStand = spansOf(text, allow);
  const numbers = findNumbers(text).filter((match) => !allowed.has(match.digits));
  return withoutOverlap([...numbers, ...findAddresses(text, (start, end) => text.slice(start, end))])
    .filter((match) => !isInside(mayStand, match))
    .map((match) => {
      const { kind, start, end } = match;
      return { kind, field, start, end, masked: maskOf(match) };
    });
}

/** A number inside an address goes with the address; otherwise what begins first stays. */
function withoutOverlap(matches: readonly (Match | NumberMatch)[]): readonly Match[] {
  const kept: Match[] = [];
  for (const match of matches.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (match.start >= (kept.at(-1)?.end ?? 0)) kept.push(match);
  }
  return kept;
}

function digitsOf(text: Characters): string {
  let digits = '';
  for (let i = 0; i < text.length; i++) digits += digitAt(text, i) ?? '';
  return digits;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where the allowed values stand, as written. */
function spansOf(text: string, values: readonly string[]): readonly Span[] {
  return values
    .map((value) => value.trim())
    .filter((value) => value !== '')
    .flatMap((value) => {
      const spans: Span[] = [];
      for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length)) {
        spans.push({ start: at, end: at + value.length });
      }
      return spans;
    });
}

/** What the mask would hide lies within an allowed value; the region before an address may lie outside it. */
const isInside = (spans: readonly Span[], match: Match): boolean =>
  spans.some(({ start, end }) => start <= match.start + match.head.length && match.end <= end);
