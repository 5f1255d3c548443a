import { describe, expect, it } from 'vitest';
import { FeedTokens } from '../../../functions/export/feed-token.ts';

const tokens = new FeedTokens('feed-key-'.repeat(5));
const token = tokens.issue('dongfang', 'li-wenjing');

describe('the token of a feed', () => {
  it('names its person, for one organisation', () => {
    expect(tokens.personOf('dongfang', token)).toBe('li-wenjing');
    expect(tokens.personOf('hehua', token)).toBeUndefined();
  });

  it('is worth nothing for somebody else, cut short, or under another key', () => {
    const mac = token.split('.')[1];
    for (const forged of [`wang-min.${mac}`, token.slice(0, -2), 'li-wenjing.', `.${mac}`, mac ?? '', ''])
      expect(tokens.personOf('dongfang', forged), forged).toBeUndefined();
    expect(new FeedTokens('other-key'.repeat(5)).personOf('dongfang', token)).toBeUndefined();
  });
});
