import { describe, expect, it } from 'vitest';
import { encodeGb18030 } from '../../../functions/rendering/feeds/gb18030.ts';

const decoder = new TextDecoder('gb18030', { fatal: true });
const hex = (text: string) => Buffer.from(encodeGb18030(text)).toString('hex');

describe('GB 18030', () => {
  it.each([
    ['one byte', 'A~', '417e'],
    ['two bytes', '中文', 'd6d0cec4'],
    ['two bytes where there are four as well', '€', 'a2e3'],
    ['four bytes', 'ﾊ', '84319938'],
    ['four bytes beyond the basic plane', '𠮷', '9534b235'],
    ['the last character there is', '\u{10ffff}', 'e3329a35'],
  ])('writes %s as the standard does', (_, text, bytes) => {
    expect(hex(text)).toBe(bytes);
  });

  it.each([
    ['CJK', 0x4e00, 0x9fff],
    ['CJK extension A', 0x3400, 0x4dbf],
    ['CJK compatibility and forms', 0xf900, 0xfefe],
    ['punctuation and full width', 0x3000, 0x33ff],
    ['Latin, Greek, Cyrillic', 0x80, 0x52f],
    ['extension B', 0x20000, 0x2a6df],
    ['emoji', 0x1f300, 0x1faff],
  ])('is read back whole: %s', (_, from, to) => {
    const text = Array.from({ length: to - from + 1 }, (__, index) =>
      String.fromCodePoint(from + index),
    ).join('');
    expect(decoder.decode(encodeGb18030(text))).toBe(text);
  });

  it('writes a question mark for half a character', () => {
    expect(hex('甲\ud800乙')).toBe('bcd73fd2d2');
  });
});
