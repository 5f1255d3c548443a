import { describe, expect, it } from 'vitest';
import { FeedTokens } from '../../../functions/export/feed-token.ts';

const tokens = new FeedTokens('feed-key-'.repeat(5));
const DONGFANG = { id: 'dongfang', feedEdition: 0 };
const token = tokens.issue(DONGFANG, 'li-wenjing');

describe('the token of a feed', () => {
  it('names its person, for one organisation', () => {
    expect(tokens.personOf(DONGFANG, token)).toBe('li-wenjing');
    expect(tokens.personOf({ ...DONGFANG, id: 'hehua' }, token)).toBeUndefined();
  });

  it('is worth nothing for somebody else, cut short, or under another key', () => {
    const mac = token.split('.')[1];
    for (const forged of [`wang-min.${mac}`, token.slice(0, -2), 'li-wenjing.', `.${mac}`, mac ?? '', ''])
      expect(tokens.personOf(DONGFANG, forged), forged).toBeUndefined();
    expect(new FeedTokens('other-key'.repeat(5)).personOf(DONGFANG, token)).toBeUndefined();
  });

  it('ends with the edition of the feeds', () => {
    expect(tokens.personOf({ ...DONGFANG, feedEdition: 1 }, token)).toBeUndefined();
  });
});
