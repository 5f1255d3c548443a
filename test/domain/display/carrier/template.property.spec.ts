import fc from 'fast-check';
import RssParser from 'rss-parser';
import { describe, expect, test } from 'vitest';
import { CONTENT_TYPES } from '../../../../domain/display/carrier/content-types.ts';
import { completed, PRESET_NAMES } from '../../../../domain/display/carrier/presets.ts';
import { templateRequest } from '../../../../domain/display/carrier/request.ts';
import { values } from './values.ts';

/** What somebody would write who wants to get out of the place that a value has. */
const NASTY = [
  '"',
  "'",
  '\\',
  '\\u0022',
  '{{title}}',
  '{{secret}}',
  '$&',
  "$'",
  '</t>',
  ']]>',
  '<!--',
  '&amp;',
  '&',
  '=',
  '+',
  '%26',
  ';',
  '\n',
  '\r\n',
  '\t',
  '\u2028',
  '\u0000',
  '\u0085',
  '张三',
  '👍',
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 12 })
  .map((parts) => parts.join(''));

describe('for every text, a reader gets that text back and nothing else', () => {
  test('from JSON', () => {
    const template = '{"a":{"b":["{{title}}","x{{summary}}y"]},"n":1,"t":true}';
    fc.assert(
      fc.property(hostile, hostile, (title, summary) => {
        const body = CONTENT_TYPES.json.write(template, values({ title, summary }));
        expect(JSON.parse(body)).toEqual({ a: { b: [title, `x${summary}y`] }, n: 1, t: true });
      }),
    );
  });

  test('from a form', () => {
    fc.assert(
      fc.property(hostile, hostile, (title, summary) => {
        const wellFormed = [title.toWellFormed(), summary.toWellFormed()];
        const body = CONTENT_TYPES.form.write('a=1&t={{title}}&s=x{{summary}}y', values({ title, summary }));
        expect([...new URLSearchParams(body)]).toEqual([
          ['a', '1'],
          ['t', wellFormed[0]],
          ['s', `x${wellFormed[1]}y`],
        ]);
      }),
    );
  });

  test('from XML, but for characters that XML has no way to write', async () => {
    const item = `<title>{{title}}</title><author>x{{summary}}y</author><enclosure url="{{title}}" type='{{title}}'/>`;
    const template = `<rss version="2.0"><channel><item>${item}</item></channel></rss>`;
    const reader = new RssParser<object, { author: string }>({ customFields: { item: ['author'] } });
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (title, summary) => {
        const { items } = await reader.parseString(
          CONTENT_TYPES.xml.write(template, values({ title, summary })),
        );
        expect(items).toHaveLength(1);
        expect(items[0]?.enclosure).toEqual({ url: writable(title), type: writable(title) });
        expect(items[0]?.title ?? '').toBe(writable(title));
        expect(items[0]?.author).toBe(`x${writable(summary)}y`);
      }),
    );
  });

  test('from plain text, on the line where it stands', () => {
    fc.assert(
      fc.property(hostile, hostile, (title, summary) => {
        const body = CONTENT_TYPES.text.write('SHOW {{title}}\n{{summary}} END', values({ title, summary }));
        expect(body.split(/[\n\r\u2028\u2029]/)).toHaveLength(2);
        expect(body.startsWith('SHOW ') && body.endsWith(' END')).toBe(true);
      }),
    );
  });
});

test('for every text, a preset gives a body of its own shape, and a chat no marks but those of the preset', () => {
  const keys = { key: 'key', signing: 'secret' };
  fc.assert(
    fc.property(fc.constantFrom(...PRESET_NAMES), hostile, hostile, (preset, title, summary) => {
      const template = completed({ kind: 'http-template', preset, secrets: {} });
      if (!template) throw new Error(preset);
      const bodyOf = (change: object) =>
        templateRequest('https://x.example.cn/hook', template, values(change), keys, 1_795_000_000_000).body;
      const [body, plain] = [bodyOf({ title, summary, bodyText: title }), bodyOf({})];
      if (template.contentType === 'json') expect(shape(JSON.parse(body))).toEqual(shape(JSON.parse(plain)));
      else expect([...new URLSearchParams(body).keys()]).toEqual([...new URLSearchParams(plain).keys()]);
      if (template.isChat) expect(marksIn(body)).toEqual(marksIn(plain));
    }),
  );
});

const shape = (value: unknown): unknown =>
  typeof value !== 'object' || value === null
    ? typeof value
    : Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shape(each)]));

/** Signs that mean something to the one or the other chat platform, the brackets of JSON among them. */
const marksIn = (body: string): readonly string[] => (body.match(/[<>[\]*_`#@~|]/g) ?? []).toSorted();

const writable = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
