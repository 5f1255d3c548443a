import { inflateSync } from 'node:zlib';
import { transformSync } from 'esbuild';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CodeImage } from '../../../functions/site/components/code-image.tsx';
import {
  CHARACTERS_A_MINUTE,
  ELDER_CHARACTERS_A_MINUTE,
  LEAST_S,
  readingSeconds,
} from '../../../functions/site/reading-time.ts';
import { displayScript, OLDEST_WEBVIEW } from '../../../functions/site/scripts/display.ts';
import { paging } from '../../../functions/site/scripts/screen/paging.ts';
import { stillParts } from '../../../functions/site/still-pages.ts';
import { displayStyles } from '../../../functions/site/styles/styles.ts';
import { readCode } from '../../support/qr.ts';

describe('how long a page stays', () => {
  test('is as long as a pupil who leaves primary school needs for it, and longer for the old', () => {
    expect(readingSeconds(300, CHARACTERS_A_MINUTE)).toBe(63);
    expect(readingSeconds(300, ELDER_CHARACTERS_A_MINUTE)).toBe(93);
    expect(readingSeconds(0, CHARACTERS_A_MINUTE)).toBe(LEAST_S);
  });

  test('is the same in the script of the screen', () => {
    const inScript = new Function('body', 'characters', `${paging}; return readingSeconds(characters);`);
    for (const pace of [CHARACTERS_A_MINUTE, ELDER_CHARACTERS_A_MINUTE]) {
      const body = { getAttribute: () => String(pace) };
      for (const characters of [0, 1, 60, 299, 1_000]) {
        expect(inScript(body, characters)).toBe(readingSeconds(characters, pace));
      }
    }
  });
});

describe('a text for a screen without a script', () => {
  const words = fc.array(
    fc.constantFrom('公开', '事项', '。', '；', '\n\n', '党费收缴情况', '\n', '|', '一'),
    {
      maxLength: 400,
    },
  );

  test('comes in parts, and all of it', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 64, max: 400 }), (chosen, most) => {
        const text = chosen.join('');
        const bare = (each: string) => each.replace(/\s/g, '');
        expect(bare(stillParts(text, most).join(''))).toBe(bare(text));
      }),
    );
  });

  test('is cut between sentences when a paragraph is too long, and never in a list or a table', () => {
    const sentence = `${'甲'.repeat(60)}。`;
    expect(stillParts(sentence.repeat(6), 200)).toEqual([sentence.repeat(3), sentence.repeat(3)]);
    const table = Array.from({ length: 20 }, (_, row) => `| ${row} | 通过 |`).join('\n');
    expect(stillParts(`${sentence}\n\n${table}`, 200)).toEqual([sentence, table]);
    expect(stillParts('短短一句。\n\n又一句。', 200)).toEqual(['短短一句。\n\n又一句。']);
  });
});

describe('the code on a screen', () => {
  const html = (text: string): string => String(CodeImage({ text, label: '二维码' }));
  const pngIn = (page: string) => Buffer.from(/base64,([^"]+)"/.exec(page)?.[1] ?? '', 'base64');
  const URL = 'https://gongkai.example.edu.cn/o/dongfang/items/0b9b0f0e-8a48-4c38-9e3c-2a2b8a4a1f6e#opinions';

  test('is read by a reader, and small', () => {
    expect(readCode(pngIn(html(URL)))).toBe(URL);
    expect(html(URL).length).toBeLessThan(700);
  });

  test('says what it is to those who cannot see it', () => {
    expect(html(URL)).toContain('alt="二维码"');
    expect(() => inflateSync(pngIn(html(URL)).subarray(41, -16))).not.toThrow();
  });
});

describe(`what a screen loads works on WebView ${OLDEST_WEBVIEW}`, () => {
  /** What a target does not know is rewritten for it or refused; what comes out unchanged was fit for it. */
  const lowered = (code: string, loader: 'js' | 'css', target: string): string =>
    transformSync(code, { loader, target, charset: 'utf8', minifyWhitespace: true }).code;

  test('the script holds no newer syntax', () => {
    for (const target of ['es5', `chrome${OLDEST_WEBVIEW}`]) {
      expect(lowered(displayScript, 'js', target)).toBe(lowered(displayScript, 'js', 'esnext'));
    }
    expect(() => lowered('let a = 1', 'js', 'es5')).toThrow();
  });

  /** With the version of Chrome that brought it. */
  const NEWER: readonly (readonly [RegExp, number])[] = [
    [/\bfetch\(/, 42],
    [/\.closest\(/, 41],
    [/\.(append|prepend|replaceWith|before|after)\(/, 54],
    [/\.replaceChildren\(/, 86],
    [/classList\.replace\(/, 61],
    [/\.(includes|padStart|padEnd|startsWith|endsWith|repeat)\(/, 41],
    [/\.(find|findIndex|flatMap|flat|at)\(/, 45],
    [/Object\.(assign|values|entries|fromEntries)\(/, 45],
    [/Array\.from\(/, 45],
    [
      /\bnew (URL|URLSearchParams|AbortController|IntersectionObserver|ResizeObserver|BroadcastChannel)\b/,
      49,
    ],
    [/querySelectorAll\([^)]*\)\.forEach/, 51],
    [/\b(pointerdown|pointerup|pointermove)\b/, 55],
    [/\b(Proxy|Reflect|async |await )\b/, 49],
    [/scrollIntoView\(\{|scrollTo\(\{/, 61],
  ];

  test('the script asks for nothing newer', () => {
    for (const [what, since] of NEWER) {
      expect(since).toBeGreaterThan(OLDEST_WEBVIEW);
      expect(displayScript).not.toMatch(what);
    }
  });

  const NEWER_STYLES =
    /var\(|--[a-z]|display:\s*grid|[;{]gap:|clamp\(|\bmin\(|\bmax\(|inset:|aspect-ratio:\s*\d+\/\d+[;}]|position:\s*sticky|:is\(|:where\(|:has\(|:not\([^)]*,|object-fit|dvh|svh|@supports|@layer|@container|margin-inline|padding-inline/;

  test('the styles hold nothing that it would drop', () => {
    expect(displayStyles).not.toMatch(NEWER_STYLES);
    expect('a{display:grid}').toMatch(NEWER_STYLES);
    expect(lowered(displayStyles, 'css', `chrome${OLDEST_WEBVIEW}`)).toBe(
      lowered(displayStyles, 'css', 'esnext'),
    );
  });
});
