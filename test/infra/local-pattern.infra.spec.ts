import { describe, expect, it } from 'vitest';
import { compilePattern, PatternProblem } from '../../infra/local/pattern.ts';

const EVENT = {
  source: 'gongkai',
  'detail-type': 'ItemReleased',
  resources: ['a', 'b'],
  detail: {
    audience: 'party',
    version: 3,
    time: '2026-10-01T00:00:00Z',
    nothing: null,
    tags: [],
    people: [{ role: 'proposer' }, { role: 'approver' }],
    title: 'Report*2026',
  },
};

const MATCHES: [string, unknown, boolean][] = [
  ['an exact text', { source: ['gongkai'] }, true],
  ['one of several texts', { 'detail-type': ['ItemSubmitted', 'ItemReleased'] }, true],
  ['another text', { source: ['other'] }, false],
  ['every field, not any', { source: ['gongkai'], 'detail-type': ['Other'] }, false],
  ['a number', { detail: { version: [3] } }, true],
  ['a number is not its text', { detail: { version: ['3'] } }, false],
  ['null', { detail: { nothing: [null] } }, true],
  ['null is not a missing field', { detail: { missing: [null] } }, false],
  ['one element of a list', { resources: ['b'] }, true],
  ['no element of a list', { resources: ['c'] }, false],
  ['one object of a list', { detail: { people: { role: ['approver'] } } }, true],
  ['no object of a list', { detail: { people: { role: ['reader'] } } }, false],
  ['prefix', { detail: { time: [{ prefix: '2026-10' }] } }, true],
  ['another prefix', { detail: { time: [{ prefix: '2025' }] } }, false],
  ['prefix in any case', { 'detail-type': [{ prefix: { 'equals-ignore-case': 'ITEM' } }] }, true],
  ['suffix', { detail: { time: [{ suffix: 'Z' }] } }, true],
  ['equals-ignore-case', { 'detail-type': [{ 'equals-ignore-case': 'itemreleased' }] }, true],
  ['wildcard', { 'detail-type': [{ wildcard: 'Item*ed' }] }, true],
  ['wildcard that does not fit', { 'detail-type': [{ wildcard: 'Item*x' }] }, false],
  ['an escaped star', { detail: { title: [{ wildcard: 'Report\\*20*' }] } }, true],
  ['anything-but', { detail: { audience: [{ 'anything-but': ['public', 'unit'] }] } }, true],
  ['anything-but the value', { detail: { audience: [{ 'anything-but': 'party' }] } }, false],
  ['anything-but wants a field', { detail: { missing: [{ 'anything-but': 'x' }] } }, false],
  ['anything-but a prefix', { detail: { audience: [{ 'anything-but': { prefix: 'pub' } }] } }, true],
  [
    'anything-but prefixes',
    { detail: { audience: [{ 'anything-but': { prefix: ['pub', 'par'] } }] } },
    false,
  ],
  ['a numeric range', { detail: { version: [{ numeric: ['>', 0, '<=', 3] }] } }, true],
  ['outside a numeric range', { detail: { version: [{ numeric: ['>', 3] }] } }, false],
  ['numeric equality', { detail: { version: [{ numeric: ['=', 3] }] } }, true],
  ['a field that exists', { detail: { audience: [{ exists: true }] } }, true],
  ['null exists', { detail: { nothing: [{ exists: true }] } }, true],
  ['a field that does not exist', { detail: { missing: [{ exists: false }] } }, true],
  ['a nested field that does not exist', { detail: { missing: { deep: [{ exists: false }] } } }, true],
  ['exists false for what is there', { detail: { audience: [{ exists: false }] } }, false],
  ['an empty list has nothing', { detail: { tags: ['x'] } }, false],
  ['$or, second alternative', { $or: [{ source: ['x'] }, { detail: { version: [3] } }] }, true],
  ['$or, none', { $or: [{ source: ['x'] }, { detail: { version: [4] } }] }, false],
  ['$or beside a field', { source: ['x'], $or: [{ source: ['gongkai'] }, { source: ['y'] }] }, false],
];

describe('event patterns', () => {
  it.each(MATCHES)('match: %s', (_, pattern, expected) => {
    expect(compilePattern(pattern)(EVENT)).toBe(expected);
  });

  it.each<[string, unknown]>([
    ['an unknown operator', { source: [{ cidr: '10.0.0.0/8' }] }],
    ['an unknown operator inside anything-but', { source: [{ 'anything-but': { numeric: ['=', 1] } }] }],
    ['an unknown comparison', { detail: { version: [{ numeric: ['!=', 3] }] } }],
    ['two operators in one', { source: [{ prefix: 'a', suffix: 'b' }] }],
    ['a value that is no list', { source: 'gongkai' }],
    ['an empty list', { source: [] }],
    ['$or with one alternative', { $or: [{ source: ['x'] }] }],
  ])('refuse %s when they are compiled', (_, pattern) => {
    expect(() => compilePattern(pattern)).toThrow(PatternProblem);
  });
});
