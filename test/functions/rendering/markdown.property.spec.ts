import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../functions/rendering/markdown.tsx';

const source = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.oneof(
        fc.string({ maxLength: 6 }),
        fc.constantFrom(
          ...'# * ** _ ~~ ` ``` > - 1. | [ ] ( ) ![ < > </ " \' & \\ \n'.split(' '),
          '\n\n',
          '    ',
          '|-|\n',
          '<script>',
          '<img onerror=x ',
          'onclick="x"',
          'javascript:',
          'java\tscript:',
          '&#106;',
          '](javascript:x)',
          '](https://a.cn "',
          '<svg/onload=',
          'data:text/html,',
          '[r]: javascript:x\n',
          'https://a.cn/?"onmouseover=x',
          '<!--',
          '公开',
        ),
      ),
      { maxLength: 25 },
    )
    .map((parts) => parts.join('')),
);

/** Everything that the renderer may ever put out between `<` and `>`. */
const TAG =
  /^<(?:\/?(?:h[3-6]|p|ul|ol|li|strong|em|del|code|pre|blockquote|table|thead|tbody|tr|td|th|div|a)|br\/|hr\/|th scope="col"|ol start="\d+"|div class="table-scroll" role="group" tabindex="0" aria-label="表格"|a href="(?:https?:|mailto:|\/(?!\/))[^"<>\s]*" rel="noopener")>$/;

describe('rendering any text at all', () => {
  it('makes elements of a closed set only: no script, no handler, no other scheme', () => {
    fc.assert(
      fc.property(source, (text) => {
        const html = String(renderMarkdown(text));
        for (const tag of html.match(/<[^>]*>?/g) ?? []) expect(tag).toMatch(TAG);
      }),
      { numRuns: 3_000 },
    );
  });

  it('closes what it opens', () => {
    fc.assert(
      fc.property(source, (text) => {
        const open: string[] = [];
        for (const [, slash, name, rest] of String(renderMarkdown(text)).matchAll(/<(\/?)(\w+)([^>]*)>/g)) {
          if (slash) expect(open.pop()).toBe(name);
          else if (!rest?.endsWith('/')) open.push(name as string);
        }
        expect(open).toEqual([]);
      }),
    );
  });
});
