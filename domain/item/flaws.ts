import type { Audience } from '../kernel/audience.ts';
import { isWithin } from '../kernel/audience.ts';
import { maskText } from '../screening/mask.ts';
import { screenText } from '../screening/screen.ts';
import type { ItemContent } from './content.ts';
import type { Flaw } from './flaw.ts';
import { addressOf, isSound, linksIn } from './links.ts';
import { OUTLINES } from './outlines.ts';
import { wrongTotals } from './totals.ts';

/** An item of the same organisation that a text links to: the widest audience that a page shows it to, if any. */
export interface LinkedItem {
  readonly audience?: Audience | undefined;
  readonly files: readonly string[];
}

export interface FlawFinding {
  readonly kind: Flaw;
  readonly field: 'title' | 'text';
  readonly start: number;
  readonly end: number;
  /** The beginning of what is meant, without personal data. */
  readonly masked: string;
}

type Place = Omit<FlawFinding, 'masked' | 'field'>;

const MOST = 20;
const EXCERPT = 60;

/**
 * Links that lead nowhere, totals that are not the sum, and blanks of a template. Links to other sites and to other
 * organisations are looked at for their form only: nothing is asked over the network.
 *
 * @param linked what is known of the items of this organisation, by id: `undefined` for one that does not exist; an
 * id that is not among the keys is not judged
 */
export function flawsIn(
  { title, text, audience }: Pick<ItemContent, 'title' | 'text' | 'audience'>,
  linked: Readonly<Record<string, LinkedItem | undefined>> = {},
): readonly FlawFinding[] {
  const inText = [...badLinks(text, audience, linked), ...wrongTotals(text), ...blanksIn(text)];
  return [
    ...blanksIn(title).map((place) => found('title', title, place)),
    ...inText.toSorted((a, b) => a.start - b.start).map((place) => found('text', text, place)),
  ].slice(0, MOST);
}

function found(field: FlawFinding['field'], text: string, place: Place): FlawFinding {
  const excerpt = text.slice(place.start, Math.min(place.end, place.start + EXCERPT));
  return { ...place, field, masked: maskText(excerpt, screenText(excerpt, field)) };
}

const badLinks = (
  text: string,
  audience: Audience,
  linked: Readonly<Record<string, LinkedItem | undefined>>,
): readonly Place[] =>
  linksIn(text).flatMap(({ href, start, end }) => {
    const kind = isSound(href) ? flawOf(href, audience, linked) : 'malformed-link';
    return kind ? [{ kind, start, end }] : [];
  });

function flawOf(
  href: string,
  audience: Audience,
  linked: Readonly<Record<string, LinkedItem | undefined>>,
): Flaw | undefined {
  const address = addressOf(href);
  if (!address || !Object.hasOwn(linked, address.item)) return undefined;
  const target = linked[address.item];
  if (!target || (address.file !== undefined && !target.files.includes(address.file))) return 'dead-link';
  return target.audience !== undefined && isWithin(audience, target.audience) ? undefined : 'closed-link';
}

const BLANKS: ReadonlySet<string> = new Set(
  Object.values(OUTLINES).flatMap(({ title, text }) => `${title}\n${text}`.match(/【[^】]+】/g) ?? []),
);

const blanksIn = (text: string): readonly Place[] =>
  [...text.matchAll(/【[^】\n]+】/g)]
    .filter(([blank]) => BLANKS.has(blank))
    .map(({ 0: blank, index }) => ({ kind: 'blank', start: index, end: index + blank.length }));
