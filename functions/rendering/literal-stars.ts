import { Hooks, Tokenizer } from 'marked';

/**
 * A masked number (`138****1234`, `z***9`, `320219********0018`) is no emphasis, though two of them in one paragraph
 * look like it to Markdown: four stars or more, as screening masks, and any stars between letters or digits of ASCII.
 * Chinese has no spaces, so stars between its characters stay what they are.
 */
const LITERAL = /\*{4,}|(?<=[0-9A-Za-z])\*+(?=[0-9A-Za-z])/g;

/** As long as the stars, and nothing that begins or ends emphasis. */
const covered = (text: string): string => text.replace(LITERAL, (stars) => 'x'.repeat(stars.length));

class StarTokenizer extends Tokenizer {
  /** The covered text says where emphasis may end; that it may not begin there has to be said here. */
  override emStrong(...[source, coveredSource, before]: Parameters<Tokenizer['emStrong']>) {
    const isCovered = source[0] === '*' && coveredSource.at(-source.length) !== '*';
    return isCovered ? undefined : super.emStrong(source, coveredSource, before);
  }
}

/** Options of a `Lexer` for one text: marked keeps its place in them. */
export function literalStars(): { tokenizer: Tokenizer; hooks: Hooks } {
  const hooks = new Hooks();
  hooks.emStrongMask = covered;
  return { tokenizer: new StarTokenizer(), hooks };
}
