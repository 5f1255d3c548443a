import type { Finding } from '../screening/finding.ts';
import { maskText, screenText } from '../screening/screen.ts';
import type { ItemContent } from './content.ts';
import { isFlaw } from './flaws.ts';
import type { Version } from './state.ts';

/**
 * Every text of a content that somebody wrote freely and somebody else will read, by its JSON path. All of it is
 * screened for personal data; the phones of a 公示 are no prose, since they have to be published.
 */
export function proseOf(content: ItemContent): readonly (readonly [path: string, text: string])[] {
  const { title, text, exception, basedOn, withheld, objection, provider, stages, amounts, noDecision } =
    content;
  const all: readonly (readonly [string, string | undefined])[] = [
    ['title', title],
    ['text', text],
    ['exception', exception],
    ['basedOn', basedOn],
    ['noDecision', noDecision],
    ['withheld.explanation', withheld?.explanation],
    ['objection.contact', objection?.contact],
    ['objection.howToObject', objection?.howToObject],
    ['provider.name', provider.kind === 'office' ? provider.name : undefined],
    ...(stages ?? []).map(({ name }, index) => [`stages.${index}.name`, name] as const),
    ...(amounts?.lines ?? []).map(({ label }, index) => [`amounts.lines.${index}.label`, label] as const),
  ];
  return all.filter((entry): entry is readonly [string, string] => entry[1] !== undefined);
}

/**
 * What may not stand in a text that nobody reviews before it is read. Landlines may: whoever reports or answers gives
 * the number of an office.
 */
export const personalData = (
  text: string,
  field: string,
  allow: readonly string[] = [],
): readonly Finding[] => screenText(text, field, allow).filter(({ kind }) => kind !== 'landline');

/**
 * Replaces one finding by its published mask. A mask has the length of what it hides, so the positions of the other
 * findings in the same text stay right.
 */
export function maskFinding(version: Version, id: string): Partial<Version> {
  const finding = version.findings?.find((f) => f.id === id);
  const text = finding && proseOf(version.content).find(([path]) => path === finding.field)?.[1];
  if (!version.findings || !finding || isFlaw(finding.kind) || text === undefined) return {};
  return {
    content: withText(version.content, finding.field.split('.'), maskText(text, [finding])),
    findings: version.findings.map((f) => (f.id === id ? { ...f, settled: 'masked' as const } : f)),
  };
}

/** A copy of a JSON value with the text at the path replaced. */
function withText<T>(value: T, [key, ...deeper]: readonly string[], text: string): T {
  if (key === undefined) return text as T;
  if (Array.isArray(value)) return value.with(Number(key), withText(value[Number(key)], deeper, text)) as T;
  return { ...value, [key]: withText(value[key as keyof T], deeper, text) };
}
