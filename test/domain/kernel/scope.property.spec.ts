import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../../domain/kernel/refusal.ts';
import { ID_PATTERN, OrgScope, parseStream, STREAM_KINDS } from '../../../domain/kernel/scope.ts';

const id = fc.stringMatching(ID_PATTERN);
const kind = fc.constantFrom(...STREAM_KINDS);
/** Ids, near-ids, and texts with everything that a key is made of. */
const anything = fc.oneof(id, fc.string(), fc.stringMatching(/^[a-z#\-\n A-Z0-9]{0,45}$/));

describe('a scope', () => {
  test('builds keys of its own organisation only, whatever it is given', () => {
    fc.assert(
      fc.property(anything, kind, anything, (organisation, streamKind, streamId) => {
        let stream: string;
        try {
          stream = new OrgScope(organisation).stream(streamKind, streamId);
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
          expect((error as Refusal).code).toBe('identifier-malformed');
          return;
        }
        expect(stream.startsWith(`ORG#${organisation}#${streamKind}#`)).toBe(true);
        expect(stream.split('#')).toEqual(['ORG', organisation, streamKind, streamId]);
      }),
      { numRuns: 1000 },
    );
  });

  test('names different streams differently, and each can be taken apart again', () => {
    fc.assert(
      fc.property(id, kind, id, id, kind, id, (o1, k1, i1, o2, k2, i2) => {
        const one = new OrgScope(o1).stream(k1, i1);
        const two = new OrgScope(o2).stream(k2, i2);
        expect(parseStream(one)).toEqual({ organisation: o1, kind: k1, id: i1 });
        expect(one === two).toBe(o1 === o2 && k1 === k2 && i1 === i2);
      }),
    );
  });

  test('no organisation’s prefix is the beginning of another’s', () => {
    fc.assert(
      fc.property(id, id, kind, id, (a, b, streamKind, streamId) => {
        if (a === b) return;
        expect(new OrgScope(b).stream(streamKind, streamId).startsWith(`ORG#${a}#`)).toBe(false);
      }),
    );
    expect(new OrgScope('12').partition('ITEM')).toBe('ORG#12#ITEM');
    expect(new OrgScope('123').stream('ITEM', 'i-1').startsWith('ORG#12#')).toBe(false);
  });

  test.each([
    'ORG#a#ITEM#x',
    'ORG#dongfang#ITEM',
    'ORG#dongfang#ITEM#i-1#x',
    'ORG#dongfang#POEM#i-1',
    'org#dongfang#ITEM#i-1',
    'ORG#dong fang#ITEM#i-1',
    'ORG#dongfang#ITEM#i-1\n',
    '',
  ])('%j is no stream name', (text) => expect(() => parseStream(text)).toThrowError('not a stream name'));
});
