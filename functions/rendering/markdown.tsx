import type { Child } from 'hono/jsx';
import { Lexer, type Token, type Tokens } from 'marked';
import { literalStars } from './literal-stars.ts';
import { safeLink } from './safe-link.ts';

/** Deeper nesting than anybody writes; what lies below is shown as it was typed. */
const DEEPEST = 12;

/** The page has the levels 1 and 2 to itself. */
const HEADINGS = ['h3', 'h4', 'h5', 'h6'] as const;

/**
 * The Markdown subset of item texts as elements: headings (from h3 down), paragraphs with line breaks, lists,
 * emphasis, tables, quotations, links, rules and code. Images and HTML are shown as they were typed. It only ever
 * makes elements and attributes of its own and leaves the escaping to the renderer, so it needs no sanitiser.
 */
export function renderMarkdown(source: string) {
  return <>{blocks(tokensOf(source), 0)}</>;
}

/** The tokens of a text; one paragraph of plain text when it is nested too deeply to be taken apart. */
export function tokensOf(source: string): readonly Token[] {
  try {
    return new Lexer({ gfm: true, breaks: true, ...literalStars() }).lex(source);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [{ type: 'html', raw: source, text: source, block: true, pre: false }];
  }
}

const blocks = (tokens: readonly Token[], depth: number): Child[] =>
  tokens.map((token) => block(token as Tokens.Generic, depth));

function block(token: Tokens.Generic, depth: number): Child {
  if (depth > DEEPEST) return <p>{token.raw}</p>;
  switch (token.type) {
    case 'space':
    case 'def':
      return null;
    case 'heading': {
      const Heading = HEADINGS[Math.min(token.depth, HEADINGS.length) - 1] ?? 'h6';
      return <Heading>{inlines(token.tokens, depth)}</Heading>;
    }
    case 'paragraph':
      return <p>{inlines(token.tokens, depth)}</p>;
    case 'list':
      return list(token as Tokens.List, depth);
    case 'table':
      return table(token as Tokens.Table, depth);
    case 'blockquote':
      return <blockquote>{blocks(token.tokens ?? [], depth + 1)}</blockquote>;
    case 'code':
      return (
        <pre>
          <code>{token.text}</code>
        </pre>
      );
    case 'hr':
      return <hr />;
    case 'html':
      return <p>{token.raw.trim()}</p>;
    default:
      return inline(token, depth);
  }
}

function list({ ordered, start, items }: Tokens.List, depth: number): Child {
  const children = items.map((item) => <li>{blocks(item.tokens, depth + 1)}</li>);
  if (!ordered) return <ul>{children}</ul>;
  return typeof start === 'number' && start !== 1 ? <ol start={start}>{children}</ol> : <ol>{children}</ol>;
}

/**
 * Wide tables scroll by themselves, also by keyboard, so that the page stays readable at 360 px. A group and no region:
 * a text may hold several, and places to go to need names of their own.
 */
function table({ header, rows }: Tokens.Table, depth: number): Child {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in
    <div class="table-scroll" role="group" tabindex={0} aria-label="表格">
      <table>
        <thead>
          <tr>
            {header.map((cell) => (
              <th scope="col">{inlines(cell.tokens, depth)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map((cell) => (
                <td>{inlines(cell.tokens, depth)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const inlines = (tokens: readonly Token[] | undefined, depth: number): Child[] =>
  (tokens ?? []).map((token) => inline(token as Tokens.Generic, depth));

function inline(token: Tokens.Generic, depth: number): Child {
  if (depth > DEEPEST) return token.raw;
  const children = () => inlines(token.tokens, depth + 1);
  switch (token.type) {
    case 'strong':
      return <strong>{children()}</strong>;
    case 'em':
      return <em>{children()}</em>;
    case 'del':
      return <del>{children()}</del>;
    case 'codespan':
      return <code>{token.text}</code>;
    case 'br':
      return <br />;
    case 'checkbox':
      return token.checked ? '☑ ' : '☐ ';
    case 'link':
      return link(token as Tokens.Link, children);
    case 'escape':
      return token.text;
    case 'text':
      return token.tokens ? children() : token.text;
    default:
      return token.raw;
  }
}

/** A link to somewhere it may not lead is shown as it was typed, so that a reviewer sees where it would have led. */
function link(token: Tokens.Link, children: () => Child[]): Child {
  const href = safeLink(token.href);
  if (href === undefined) return token.raw;
  return (
    <a href={href} rel="noopener">
      {children()}
    </a>
  );
}
