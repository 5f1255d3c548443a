import { describe, expect, test } from 'vitest';
import { itemCommands } from '../../../domain/item/commands.ts';
import {
  approve,
  approved,
  CLEAR,
  CONTENT,
  drafted,
  FACTS,
  issue,
  latestOf,
  NOW,
  organisation,
  person,
  released,
  review,
  reviewed,
  SMALL,
  submit,
  submitted,
  VERDICTS,
  withPolicy,
} from './school.ts';

const NO = { ok: false, note: '范围过宽。' };

describe('ReviewItem', () => {
  test('[HZ-14] records five verdicts; without all five there is no review and no approval', () => {
    expect(latestOf(reviewed().state).review).toMatchObject({ verdicts: VERDICTS, by: 'wang', at: NOW });
    for (const aspect of Object.keys(VERDICTS)) {
      const { [aspect as keyof typeof VERDICTS]: _left, ...four } = VERDICTS;
      expect(itemCommands.ReviewItem.safeParse({ ...CLEAR, verdicts: four }).success).toBe(false);
    }
    submitted().when(approve()).thenRefused('wrong-stage');
    const byHead = withPolicy({ reviewers: [{ body: 'leading-group', position: 'head' }] });
    submitted()
      .when(review({ facts: byHead }))
      .thenRefused('not-permitted');
    submitted()
      .when(review({ facts: byHead, by: 'zhou' }))
      .thenTypes('ItemReviewed');
  });

  test('[HZ-49] no approval without a secrecy verdict by a named person', () => {
    const { secrecy: _left, ...rest } = CLEAR;
    expect(itemCommands.ReviewItem.safeParse(rest).success).toBe(false);
    const item = reviewed();
    expect(latestOf(item.state).review).toMatchObject({ secrecy: { clear: true }, by: 'wang' });
    submitted()
      .when(review({ by: { kind: 'system', name: 'x' } }))
      .thenRefused('not-permitted');
    const secret = { ...CLEAR, secrecy: { clear: false, note: '涉及未公开的会议内容。' } };
    submitted().when(issue('ReviewItem', secret)).when(approve()).thenRefused('wrong-stage');
  });

  test('[ZH-10] takes a note on the risk of being read', () => {
    const item = submitted().when(issue('ReviewItem', { ...CLEAR, risk: '家长可能误解收费用途。' }));
    expect(latestOf(item.state).review?.risk).toBe('家长可能误解收费用途。');
  });

  test('one no returns the item, with the notes as the reason', () => {
    const verdicts = { ...VERDICTS, audience: NO, time: { ok: false, note: '时间过早。' } };
    const item = submitted().when(issue('ReviewItem', { ...CLEAR, verdicts }));
    item.thenTypes('ItemReviewed', 'ItemReturned');
    expect(latestOf(item.state).returned).toMatchObject({ reason: '范围过宽。；时间过早。', by: 'wang' });
  });

  test('a no gives its reason', () => {
    submitted()
      .when(issue('ReviewItem', { ...CLEAR, verdicts: { ...VERDICTS, form: { ok: false } } }))
      .thenRefused('verdict-without-note', { field: 'verdicts.form.note' });
    submitted()
      .when(issue('ReviewItem', { ...CLEAR, secrecy: { clear: false } }))
      .thenRefused('verdict-without-note', { field: 'secrecy.note' });
  });

  test('is nobody’s own', () => {
    submitted()
      .when(review({ by: 'li' }))
      .thenRefused('own-proposal');
  });

  test('is not for whoever amended it either', () => {
    const amended = drafted()
      .when(issue('AmendItem', CONTENT, { by: 'wang' }))
      .when(submit({ by: 'zhou' }))
      .when(issue('ScreenItem', {}));
    amended.when(review({ by: 'wang' })).thenRefused('own-proposal');
    amended.when(review({ by: 'zhou' })).thenRefused('own-proposal');
    amended.when(review({ by: 'chen' })).thenTypes('ItemReviewed');
  });

  test('remembers its authors when it comes back', () => {
    const again = drafted()
      .when(issue('AmendItem', CONTENT, { by: 'wang' }))
      .when(submit())
      .when(issue('ScreenItem', {}))
      .when(issue('ReturnItem', { reason: '请补充。' }, { by: 'chen' }))
      .when(submit())
      .when(issue('ScreenItem', {}));
    again.when(review({ by: 'wang' })).thenRefused('own-proposal');
  });

  test('goes to the superior where everybody at the school has written it', () => {
    const item = drafted({ accountable: 'sun' }, { facts: SMALL, by: 'sun' })
      .when(submit({ facts: SMALL, by: 'gao' }))
      .when(issue('ScreenItem', {}));
    item.when(review({ facts: SMALL, by: 'gao' })).thenRefused('own-proposal');
    item.when(review({ facts: SMALL, by: person('qu-office', 'qu') })).thenTypes('ItemReviewed');
    const { superior: _none, ...alone } = SMALL;
    item.when(review({ facts: alone, by: 'qu-office' })).thenRefused('not-permitted');
  });

  test('takes a submitted item', () => {
    drafted().when(review()).thenRefused('wrong-stage', { needed: '提出（待审核）' });
    approved().when(review()).thenRefused('wrong-stage');
  });
});

describe('ReturnItem', () => {
  const back = (by: string, facts = FACTS) => issue('ReturnItem', { reason: '请补充。' }, { by, facts });

  test('gives the reason, at every point before anybody was told', () => {
    for (const item of [submitted(), reviewed(), approved()]) {
      const returned = item.when(back('wang'));
      returned.then([{ type: 'ItemReturned', data: { reason: '请补充。' } }]);
      expect(latestOf(returned.state)).toMatchObject({ stage: 'returned', approvals: [] });
      expect(latestOf(returned.state).approvedAt).toBeUndefined();
    }
    released().when(back('wang')).thenRefused('wrong-stage');
    drafted().when(back('wang')).thenRefused('wrong-stage');
  });

  test('belongs to reviewers and the approval chain', () => {
    reviewed().when(back('chen')).thenTypes('ItemReturned');
    reviewed().when(back('lin')).thenRefused('not-permitted');
    reviewed().when(back('qu-office')).thenRefused('not-permitted');
  });

  test('belongs to the superior once it decides, beside those at the school', () => {
    const escalated = reviewed().when(issue('EscalateItem', { reason: '超出本级权限。' }));
    escalated.when(back('qu-office')).thenTypes('ItemReturned');
    escalated.when(back('wang')).thenTypes('ItemReturned');
  });

  test('belongs to the superior that decides for a school of two', () => {
    const item = submitted({ accountable: 'sun' }, { facts: SMALL, by: 'sun' }).when(
      review({ facts: SMALL, by: 'gao' }),
    );
    item.when(back('qu-member', SMALL)).thenTypes('ItemReturned');
  });

  test('an empty reason does not parse', () => {
    expect(itemCommands.ReturnItem.safeParse({ reason: ' ' }).success).toBe(false);
  });
});

test('[HZ-13] no stage can be skipped', () => {
  const nobody = organisation('空', []);
  expect(nobody.seats).toEqual([]);
  drafted().when(review()).thenRefused('wrong-stage');
  drafted().when(approve()).thenRefused('wrong-stage');
  submitted().when(approve()).thenRefused('wrong-stage');
  reviewed().when(issue('TimePassed', {})).then([]);
  for (const item of [drafted(), submitted(), reviewed(), approved()]) {
    const revision = { content: CONTENT, reason: '答复意见。', answers: [] };
    item.when(issue('ReviseItem', revision)).thenRefused('wrong-stage');
    item.when(issue('CloseItem', {})).thenRefused('wrong-stage');
    item.when(issue('RecordProgress', { text: '进展', percent: 1 })).thenRefused('wrong-stage');
  }
});
