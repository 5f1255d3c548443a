import { describe, expect, test } from 'vitest';
import { DEFAULT_DOCUMENT_TYPES, type DocumentTypes } from '../../../domain/catalogue/document-types.ts';
import { cardOf } from '../../../domain/item/card.ts';
import type { ItemFacts } from '../../../domain/item/commands.ts';
import { documentTypeOf } from '../../../domain/item/state.ts';
import {
  CONTENT,
  drafted,
  FACTS,
  issue,
  itemOf,
  latestOf,
  nothing,
  OBJECTION,
  propose,
  released,
  submit,
} from './school.ts';

const APPOINTMENT = { id: 'appointment-notice', name: '任前公示', asksObjections: true };
const withTypes = (documentTypes: DocumentTypes): ItemFacts => ({ ...FACTS, documentTypes });
const changed = (id: string, change: object): ItemFacts =>
  withTypes(DEFAULT_DOCUMENT_TYPES.map((type) => (type.id === id ? { ...type, ...change } : type)));
const MORE = withTypes([...DEFAULT_DOCUMENT_TYPES, APPOINTMENT]);
const NO_BULLETINS = changed('bulletin', { retired: true });
const ALLOWED =
  '文件（document）、公示（public-notice）、公告（announcement）、通知（notice）、简报（briefing）、公开事项（matter）';
const nameOf = (state: Parameters<typeof latestOf>[0]) => documentTypeOf(latestOf(state));

describe('the document type of an item', () => {
  test('is one of the district: another is refused with what is allowed', () => {
    nothing()
      .when(propose({ documentType: 'appointment-notice', objection: OBJECTION }))
      .thenRefused('document-type-unknown', { field: 'documentType', type: 'appointment-notice' });
    nothing()
      .when(propose({ documentType: 'bulletin' }, { facts: NO_BULLETINS }))
      .thenRefused('document-type-retired', { field: 'documentType', type: '通报', allowed: ALLOWED });
  });

  test('asks for the terms of a 公示 when the district says so', () => {
    const facts = MORE;
    nothing()
      .when(propose({ documentType: 'appointment-notice' }, { facts }))
      .thenRefused('objection-terms-missing', { field: 'objection', type: '任前公示' });
    const withheld = { kind: 'cannot', ground: 'personal-privacy', explanation: '涉及隐私' } as const;
    nothing()
      .when(propose({ documentType: 'appointment-notice', withheld }, { facts }))
      .thenTypes('ItemProposed');
    const told = nothing().when(
      propose({ documentType: 'appointment-notice', objection: OBJECTION }, { facts }),
    );
    expect(nameOf(told.state)).toBe('任前公示');
    drafted({ documentType: 'bulletin' })
      .when(submit({ facts: changed('bulletin', { asksObjections: true }) }))
      .thenRefused('objection-terms-missing', { type: '通报' });
  });

  test('stays with an item that has it when it is retired, for no other', () => {
    const facts = NO_BULLETINS;
    const bulletin = drafted({ documentType: 'bulletin' });
    bulletin.when(submit({ facts })).thenTypes('ItemSubmitted');
    bulletin
      .when(issue('AmendItem', { ...CONTENT, documentType: 'bulletin', title: '另一题目' }, { facts }))
      .thenTypes('ItemAmended');
    drafted()
      .when(issue('AmendItem', { ...CONTENT, documentType: 'bulletin' }, { facts }))
      .thenRefused('document-type-retired');
    const revise = (documentType: string) =>
      issue('ReviseItem', { content: { ...CONTENT, documentType }, reason: '更正', answers: [] }, { facts });
    released({ documentType: 'bulletin' }).when(revise('bulletin')).thenTypes('ItemRevised');
    released().when(revise('bulletin')).thenRefused('document-type-retired');
  });

  test('keeps the name that its readers saw until a new text is written', () => {
    const facts = changed('bulletin', { name: '情况通报' });
    const before = released({ documentType: 'bulletin' });
    expect(nameOf(before.state)).toBe('通报');
    const content = { ...CONTENT, documentType: 'bulletin' };
    const revised = before.when(issue('ReviseItem', { content, reason: '更正', answers: [] }, { facts }));
    expect(itemOf(revised.state).versions.map(documentTypeOf)).toEqual(['通报', '情况通报']);
    const returned = drafted({ documentType: 'bulletin' }, { facts })
      .when(submit({ facts }))
      .when(issue('ReturnItem', { reason: '补充依据' }, { facts }));
    expect(nameOf(returned.state)).toBe('情况通报');
    const amended = returned.when(issue('AmendItem', { ...content, documentType: 'notice' }, { facts }));
    expect(nameOf(amended.state)).toBe('通知');
  });

  test('is not in the record where its name goes without saying, nor in the content that is read', () => {
    const plain = drafted({ documentType: 'bulletin' });
    plain.then([{ type: 'ItemProposed', data: { ...CONTENT, documentType: 'bulletin' } }]);
    const named = drafted({ documentType: 'bulletin' }, { facts: changed('bulletin', { name: '情况通报' }) });
    named.then([
      { type: 'ItemProposed', data: { ...CONTENT, documentType: 'bulletin', documentTypeName: '情况通报' } },
    ]);
    expect(latestOf(named.state).content).toEqual({ ...CONTENT, documentType: 'bulletin' });
  });

  test('costs a card nothing where its name goes without saying', () => {
    const at = { id: 'item-1', organisation: 'dongfang' };
    const card = (content: object, facts = FACTS) => cardOf(itemOf(released(content, { facts }).state), at);
    const notice = card({ documentType: 'public-notice', objection: OBJECTION });
    expect(notice).not.toHaveProperty('documentTypeName');
    expect(notice).not.toHaveProperty('asksObjections');
    expect(card({ documentType: 'appointment-notice', objection: OBJECTION }, MORE)).toMatchObject({
      documentType: 'appointment-notice',
      documentTypeName: '任前公示',
      asksObjections: true,
    });
  });
});
