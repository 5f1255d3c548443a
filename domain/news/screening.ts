import { maskText } from '../screening/mask.ts';
import { screenText } from '../screening/screen.ts';
import type { NewsFinding, NewsText } from './events.ts';

type Prose = Pick<NewsText, 'title' | 'text' | 'correction'>;

/** Whatever of it is read by others, by its field. */
const FIELDS = ['title', 'text', 'correction'] as const satisfies readonly (keyof Prose)[];

/** Personal data in what is to be read by others; the ids are those of this very text. */
export const findingsIn = (prose: Prose): readonly NewsFinding[] =>
  FIELDS.flatMap((field) => screenText(prose[field] ?? '', field)).map((finding, index) => ({
    ...finding,
    id: `f-${index + 1}`,
  }));

/** The text with one finding replaced by its mask. A mask is as long as what it hides: the other findings stay right. */
export function withoutFinding<Text extends Prose & { readonly findings: readonly NewsFinding[] }>(
  text: Text,
  id: string,
): Text {
  const finding = text.findings.find((each) => each.id === id);
  const field = FIELDS.find((name) => name === finding?.field);
  if (!finding || field === undefined) return text;
  return { ...text, [field]: maskText(text[field] ?? '', [finding]) };
}
