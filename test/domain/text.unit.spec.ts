import { describe, expect, it } from 'vitest';
import { hasControlCharacters } from '../../domain/control-characters.ts';
import { LIMITS } from '../../domain/limits.ts';
import { cleanLine, cleanText, TEXT_PROBLEMS } from '../../domain/text.ts';

const problemsOf = (result: { error?: { issues: { message: string }[] } | undefined }) =>
  result.error?.issues.map((issue) => issue.message);

describe('control characters', () => {
  it.each([
    ['NUL', '\u0000'],
    ['escape', '\u001b'],
    ['delete', '\u007f'],
    ['a C1 control', '\u0085'],
    ['an override of direction', '\u202e'],
    ['an isolate', '\u2066'],
    ['a line separator', '\u2028'],
    ['half a surrogate pair', '\ud83d'],
    ['a non-character', '\uffff'],
  ])('finds %s', (_, character) => {
    expect(hasControlCharacters(`党费${character}收缴`)).toBe(true);
  });

  it.each(['两行\n文字', '一\t二', '𠮷野家', '会议、文件等', 'emoji 👨‍👩‍👧'])('lets pass %j', (text) => {
    expect(hasControlCharacters(text)).toBe(false);
  });
});

describe('clean text', () => {
  it('trims, turns CR LF into LF and normalises to NFC', () => {
    expect(cleanText(20).parse('  第一行\r\n第二行 e\u0301\n ')).toBe('第一行\n第二行 é');
  });

  it.each([
    ['   ', 'text-empty'],
    ['公'.repeat(LIMITS.title + 1), 'text-too-long'],
    ['公\u202e开', 'text-control-characters'],
  ])('names what is wrong with %j', (text, code) => {
    expect(problemsOf(cleanText(LIMITS.title).safeParse(text))).toEqual([code]);
    expect(TEXT_PROBLEMS).toHaveProperty(code);
  });

  it('measures after trimming', () => {
    expect(cleanText(2).parse(' 公开 ')).toBe('公开');
  });

  it('keeps a line on one line', () => {
    expect(cleanLine(9).parse('公开目录')).toBe('公开目录');
    expect(problemsOf(cleanLine(9).safeParse('公开\n目录'))).toEqual(['text-several-lines']);
  });
});
