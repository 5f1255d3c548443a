import type { ItemContent } from './content.ts';

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
