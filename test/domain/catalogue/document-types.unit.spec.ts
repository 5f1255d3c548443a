import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_DOCUMENT_TYPES,
  findDocumentType,
  namedType,
  plainType,
  typeNameOf,
  typesInForce,
} from '../../../domain/catalogue/document-types.ts';
import type {
  VocabularyCommand,
  VocabularyCommandOf,
  VocabularyCommandType,
} from '../../../domain/catalogue/vocabulary/commands.ts';
import { diffVocabularies } from '../../../domain/catalogue/vocabulary/diff.ts';
import { DEFAULT_VOCABULARY } from '../../../domain/catalogue/vocabulary/state.ts';
import { vocabularyDecider } from '../../../domain/catalogue/vocabulary/vocabulary.ts';
import { Refusal } from '../../../domain/kernel/refusal.ts';
import { given } from '../../support/decider.ts';

const now = '2026-09-01T00:00:00.000Z';
const actor = { kind: 'person', person: 'office', organisation: 'qu' } as const;
const say = <T extends VocabularyCommandType>(
  type: T,
  data: VocabularyCommandOf<T>['data'],
  mayEdit = true,
): VocabularyCommand => ({ type, data, facts: { mayEdit }, now, actor }) as VocabularyCommand;
const APPOINTMENT = { id: 'appointment-notice', name: '任前公示', asksObjections: true, reason: '干部任前' };
const start = given(vocabularyDecider);
const namesIn = (types: typeof DEFAULT_DOCUMENT_TYPES) => types.map(({ name }) => name);

describe('the document types of the district', () => {
  it('begin with seven, of which the 公示 alone asks for objections', () => {
    expect(namesIn(start.state.documentTypes)).toEqual('文件 公示 公告 通报 通知 简报 公开事项'.split(' '));
    const asking = start.state.documentTypes.filter(({ asksObjections }) => asksObjections);
    expect(asking.map(({ id }) => id)).toEqual(['public-notice']);
  });

  it('grow, are called something else in their place, are retired and taken up again', () => {
    const added = start.when(say('KeepDocumentType', APPOINTMENT));
    expect(added.state.documentTypes.at(-1)).toEqual({
      id: 'appointment-notice',
      name: '任前公示',
      asksObjections: true,
    });
    added.when(say('KeepDocumentType', { ...APPOINTMENT, reason: '再次' })).then([]);
    const renamed = added.when(
      say('KeepDocumentType', {
        id: 'bulletin',
        name: '情况通报',
        asksObjections: false,
        reason: '规范名称',
      }),
    );
    expect(namesIn(renamed.state.documentTypes).indexOf('情况通报')).toBe(3);
    const retired = renamed.when(say('RetireDocumentType', { id: 'briefing', reason: '并入通报' }));
    expect(findDocumentType(retired.state.documentTypes, 'briefing')).toMatchObject({ retired: true });
    expect(namesIn(typesInForce(retired.state.documentTypes))).not.toContain('简报');
    retired.when(say('RetireDocumentType', { id: 'briefing', reason: '再次' })).then([]);
    const again = retired.when(
      say('KeepDocumentType', { id: 'briefing', name: '简报', asksObjections: false, reason: '恢复' }),
    );
    expect(again.state.documentTypes).toEqual(renamed.state.documentTypes);
  });

  it('keep the 公示, which may be renamed but neither retired nor freed of its terms', () => {
    const notice = { id: 'public-notice', name: '公示', asksObjections: false, reason: '简化' };
    start
      .when(say('KeepDocumentType', notice))
      .thenRefused('public-notice-needed', { field: 'asksObjections', name: '公示' });
    start
      .when(say('RetireDocumentType', { id: 'public-notice', reason: '不用' }))
      .thenRefused('public-notice-needed', { field: 'id' });
    const renamed = start.when(
      say('KeepDocumentType', { ...notice, name: '公示公告', asksObjections: true }),
    );
    expect(findDocumentType(renamed.state.documentTypes, 'public-notice')?.name).toBe('公示公告');
  });

  it('have each name once, and are edited by the office of the district', () => {
    start
      .when(say('KeepDocumentType', { ...APPOINTMENT, name: '公告' }))
      .thenRefused('type-name-taken', { field: 'name', type: 'announcement' });
    const retired = start.when(say('RetireDocumentType', { id: 'briefing', reason: '不用' }));
    retired
      .when(say('KeepDocumentType', { ...APPOINTMENT, name: '简报' }))
      .thenRefused('type-name-taken', { type: 'briefing' });
    start
      .when(say('RetireDocumentType', { id: 'no-such', reason: '不用' }))
      .thenRefused('word-unknown', { field: 'id' });
    start.when(say('KeepDocumentType', APPOINTMENT, false)).thenRefused('vocabulary-not-permitted');
    start
      .when(say('RetireDocumentType', { id: 'briefing', reason: '不用' }, false))
      .thenRefused('vocabulary-not-permitted');
  });

  it('give a text without a set form another type while 公开事项 is retired', () => {
    expect(plainType(DEFAULT_DOCUMENT_TYPES)).toBe('matter');
    const without = DEFAULT_DOCUMENT_TYPES.map((type) =>
      type.id === 'matter' ? { ...type, retired: true as const } : type,
    );
    expect(plainType(without)).toBe('document');
    expect(plainType(without.filter(({ asksObjections, retired }) => asksObjections || retired))).toBe(
      'public-notice',
    );
  });
});

describe('the name of a type in the record', () => {
  it('is written down only where it is not the name to start with', () => {
    expect(DEFAULT_DOCUMENT_TYPES.map(namedType)).toEqual(DEFAULT_DOCUMENT_TYPES.map(() => ({})));
    expect(namedType({ id: 'bulletin', name: '情况通报', asksObjections: false })).toEqual({
      documentTypeName: '情况通报',
    });
  });

  it('reads as it was, whatever it was', () => {
    const id = fc.constantFrom(...DEFAULT_DOCUMENT_TYPES.map((type) => type.id), 'appointment-notice');
    fc.assert(
      fc.property(id, fc.constantFrom('公示', '通报', '任前公示'), (documentType, name) => {
        const kept = namedType({ id: documentType, name, asksObjections: true });
        expect(typeNameOf({ documentType, ...kept })).toBe(name);
      }),
    );
  });
});

describe('the difference between two versions of the words', () => {
  const edits = fc.array(
    fc.oneof(
      fc.record({
        type: fc.constant('KeepDocumentType' as const),
        data: fc.record({
          id: fc.constantFrom('bulletin', 'briefing', 'appointment-notice', 'public-notice'),
          name: fc.constantFrom('通报', '简报', '任前公示', '公示', '情况通报'),
          asksObjections: fc.boolean(),
          reason: fc.constant('试'),
        }),
      }),
      fc.record({
        type: fc.constant('RetireDocumentType' as const),
        data: fc.record({
          id: fc.constantFrom('bulletin', 'briefing', 'document'),
          reason: fc.constant('试'),
        }),
      }),
      fc.record({
        type: fc.constant('KeepClass' as const),
        data: fc.record({ name: fc.constantFrom('平安校园', '办学条件'), reason: fc.constant('试') }),
      }),
    ),
    { maxLength: 12 },
  );
  const wordsAfter = (commands: readonly { type: VocabularyCommandType; data: object }[]) =>
    commands.reduce((state, { type, data }) => {
      try {
        const events = vocabularyDecider.decide(say(type, data as never), state);
        return events.reduce((s, event) => vocabularyDecider.evolve(s, event, { at: now, by: actor }), state);
      } catch (error) {
        if (error instanceof Refusal) return state;
        throw error;
      }
    }, DEFAULT_VOCABULARY);

  it('names every type in use that came, went or changed, and nothing else', () => {
    fc.assert(
      fc.property(edits, edits, (one, two) => {
        const [a, b] = [wordsAfter(one), wordsAfter([...one, ...two])];
        const changed = diffVocabularies(a, b).filter(({ kind }) => kind === 'documentTypes');
        const inUse = (words: typeof a) =>
          new Map(typesInForce(words.documentTypes).map((type) => [type.id, JSON.stringify(type)]));
        const [old, now] = [inUse(a), inUse(b)];
        const differing = [...new Set([...old.keys(), ...now.keys()])].filter(
          (id) => old.get(id) !== now.get(id),
        );
        expect(changed.map(({ id }) => id).toSorted()).toEqual(differing.toSorted());
        expect(diffVocabularies(b, b)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('says what is new of each', () => {
    const changed = wordsAfter([
      { type: 'KeepDocumentType', data: APPOINTMENT },
      {
        type: 'KeepDocumentType',
        data: { id: 'bulletin', name: '情况通报', asksObjections: true, reason: '改' },
      },
      { type: 'RetireDocumentType', data: { id: 'briefing', reason: '停' } },
      { type: 'KeepClass', data: { name: '平安校园', reason: '增' } },
    ]);
    expect(diffVocabularies(DEFAULT_VOCABULARY, changed)).toEqual([
      { kind: 'classes', id: '平安校园', name: '平安校园', change: 'added', attributes: [] },
      {
        kind: 'documentTypes',
        id: 'bulletin',
        name: '情况通报',
        change: 'changed',
        attributes: [
          { attribute: 'name', before: '通报', after: '情况通报' },
          { attribute: 'asksObjections', before: false, after: true },
        ],
      },
      { kind: 'documentTypes', id: 'appointment-notice', name: '任前公示', change: 'added', attributes: [] },
      { kind: 'documentTypes', id: 'briefing', name: '简报', change: 'retired', attributes: [] },
    ]);
  });
});
