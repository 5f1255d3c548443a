import { describe, expect, test } from 'vitest';
import type { ItemCommandOf } from '../../../domain/item/commands.ts';
import type { ItemEvent } from '../../../domain/item/events.ts';
import { itemDecider } from '../../../domain/item/item.ts';
import { faces, onShow } from '../../../domain/item/state.ts';
import type { Audience } from '../../../domain/kernel/audience.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import {
  approve,
  approved,
  at,
  CONTENT,
  DECISION,
  issue,
  itemOf,
  latestOf,
  NOW,
  OBJECTION,
  passTime,
  released,
  review,
  reviewed,
  screen,
  submit,
} from './school.ts';

const due = (state: Parameters<typeof itemDecider.nextDue>[0]) => itemDecider.nextDue(state);
const releasedTo = (audience: Audience, version = 1): ItemEvent => ({
  type: 'ItemReleased',
  data: { version, audience, online: true },
});

const PROOF: ItemCommandOf<'RecordProof'>['data'] = {
  form: '会议',
  audience: 'party',
  place: '三楼会议室',
  heldAt: at('2026-09-01 15:00'),
  reached: 23,
  recipients: '全体党员',
  note: '会上宣读，现场答疑。',
};
const LATER = at('2026-09-01 17:00');
const prove = (proof: Partial<typeof PROOF> = {}, now: Instant = LATER) =>
  issue('RecordProof', { ...PROOF, ...proof }, { now });
const MEETING_ONLY = { forms: ['会议'] };

describe('a release', () => {
  test('without a time happens once the item is approved', () => {
    const item = approved();
    expect(due(item.state)).toBe(NOW);
    item.when(passTime(NOW)).then([releasedTo('party')]);
    expect(due(released().state)).toBeUndefined();
  });

  test('waits for its time, inside first and outside later', () => {
    const item = approved(DECISION);
    expect(due(item.state)).toBe(at('2026-09-02 09:00'));
    item.when(passTime(NOW)).then([]);
    const inside = item.when(passTime(at('2026-09-02 09:00')));
    inside.then([releasedTo('party')]);
    expect(due(inside.state)).toBe(at('2026-09-09 09:00'));
    inside.when(passTime(at('2026-09-09 09:00'))).then([releasedTo('public')]);
  });

  test('outside follows strictly after the one inside even when approval or clock were late', () => {
    const late = at('2026-10-01 09:00');
    const inside = approved(DECISION, { now: NOW }).when(passTime(late));
    inside.then([releasedTo('party')]);
    expect(Date.parse(due(inside.state) ?? '')).toBe(Date.parse(late) + 1);
    inside.when(passTime(late)).then([]);
    inside.when(passTime(at('2026-10-01 09:01'))).then([releasedTo('public')]);
  });

  test('of an ordinary matter reaches all audiences that are due together, narrowest first', () => {
    const content = { ...DECISION, matter: 'ordinary' as const };
    approved(content)
      .when(passTime(at('2026-09-09 09:00')))
      .then([releasedTo('party'), releasedTo('public')]);
  });

  test('does not happen twice', () => {
    released().when(passTime(LATER)).then([]);
  });
});

describe('an offline form', () => {
  test('is disclosed by its proof alone', () => {
    const item = approved(MEETING_ONLY);
    expect(due(item.state)).toBeUndefined();
    item.when(passTime(LATER)).then([]);
    const proven = item.when(prove());
    const heldAt = PROOF.heldAt;
    proven.then([
      { type: 'ProofRecorded', data: { ...PROOF, version: 1 } },
      { type: 'ItemReleased', data: { version: 1, audience: 'party', online: false, heldAt } },
    ]);
    expect(itemOf(proven.state).proofs).toMatchObject([{ ...PROOF, by: 'li', at: LATER, version: 1 }]);
  });

  test('beside an online one leaves the page to the clock, and is proven as well', () => {
    const item = approved({ forms: ['会议', '设限平台'] }).when(passTime(NOW));
    item.when(prove()).thenTypes('ProofRecorded');
  });

  test('recorded before the clock ran opens the page too', () => {
    const proven = approved({ forms: ['会议', '设限平台'] }).when(prove());
    expect(onShow(itemOf(proven.state))?.releases).toMatchObject([{ audience: 'party', online: true }]);
    proven.when(passTime(LATER)).then([]);
  });

  test('reaches what the online ones do not: inside on the platform, outside in the hall', () => {
    const content = { ...DECISION, forms: ['设限平台', '会议'] };
    const inside = approved(content).when(passTime(at('2026-09-02 09:00')));
    inside.then([releasedTo('party')]);
    expect(due(inside.state)).toBeUndefined();
    const hall = { audience: 'public', heldAt: at('2026-09-10 14:00') } as const;
    inside.when(prove(hall, at('2026-09-10 16:00'))).thenTypes('ProofRecorded', 'ItemReleased');
  });

  test('[HZ-25] several outlets are recorded each with its proof and time', () => {
    const item = approved({ forms: ['会议', '广播', '报纸'], exception: '扩大宣传。' })
      .when(prove())
      .when(prove({ form: '广播', heldAt: at('2026-09-02 12:00') }, at('2026-09-02 13:00')))
      .when(prove({ form: '报纸', heldAt: at('2026-09-03 08:00') }, at('2026-09-03 13:00')));
    expect(itemOf(item.state).proofs.map(({ form, heldAt }) => [form, heldAt])).toEqual([
      ['会议', PROOF.heldAt],
      ['广播', at('2026-09-02 12:00')],
      ['报纸', at('2026-09-03 08:00')],
    ]);
    expect(latestOf(item.state).releases).toHaveLength(1);
  });

  test('is one of the item’s forms, in the past, and after the approval', () => {
    const item = approved(MEETING_ONLY);
    item.when(prove({ form: '广播' })).thenRefused('form-not-chosen');
    item.when(prove({ heldAt: at('2026-09-02 15:00') })).thenRefused('proof-in-future');
    item.when(prove({ heldAt: at('2026-08-31 15:00') })).thenRefused('proof-before-approval');
    item
      .when(prove())
      .when(prove({ heldAt: at('2026-08-31 15:00') }))
      .thenRefused('proof-before-approval');
  });

  test('keeps to the plan', () => {
    approved(MEETING_ONLY)
      .when(prove({ audience: 'unit' }))
      .thenRefused('audience-not-planned');
    const later = {
      ...MEETING_ONLY,
      releasePlan: [{ audience: 'party' as const, at: at('2026-09-05 09:00') }],
    };
    approved(later).when(prove()).thenRefused('audience-not-planned');
  });

  test('tells members first, by the time of the meetings and not by the time of their records', () => {
    const decision = {
      ...DECISION,
      forms: ['会议'],
      releasePlan: [
        { audience: 'party' as const },
        { audience: 'public' as const, at: at('2026-09-01 10:00') },
      ],
    };
    const item = approved(decision);
    item.when(prove({ audience: 'public' })).thenRefused('inside-not-yet-told');
    const told = item.when(prove());
    told
      .when(prove({ audience: 'public', heldAt: at('2026-09-01 14:59') }))
      .thenRefused('inside-not-yet-told');
    told.when(prove({ audience: 'public', heldAt: PROOF.heldAt })).thenRefused('inside-not-yet-told');
    told
      .when(prove({ audience: 'public', heldAt: at('2026-09-01 15:01') }))
      .thenTypes('ProofRecorded', 'ItemReleased');
  });

  test('holds no personal data, since nobody reviews it', () => {
    approved(MEETING_ONLY)
      .when(prove({ recipients: '张同志13812345678' }))
      .thenRefused('personal-data', { field: 'recipients', count: 1 });
    approved(MEETING_ONLY)
      .when(prove({ note: '值班电话0516-83912345。' }))
      .thenTypes('ProofRecorded', 'ItemReleased');
  });

  test('takes an approved item that is up', () => {
    reviewed(MEETING_ONLY).when(prove()).thenRefused('wrong-stage');
    approved(MEETING_ONLY)
      .when(prove())
      .when(issue('CloseItem', {}))
      .when(prove())
      .thenRefused('wrong-stage');
    const gone = approved(MEETING_ONLY).when(issue('WithdrawItem', { reason: '取消。', inError: false }));
    gone.when(prove()).thenRefused('wrong-stage');
    approved(MEETING_ONLY)
      .when(issue('RecordProof', PROOF, { by: 'lin', now: LATER }))
      .thenRefused('not-permitted');
  });
});

describe('the end of the display', () => {
  test('comes by itself at the end of the last day', () => {
    const item = released({ showUntil: '2026-09-03' });
    expect(due(item.state)).toBe(at('2026-09-04 00:00'));
    item.when(passTime(at('2026-09-03 23:59'))).then([]);
    const over = item.when(passTime(at('2026-09-04 00:00')));
    over.then([{ type: 'ItemExpired', data: { version: 1 } }]);
    expect(onShow(itemOf(over.state))).toBeUndefined();
    expect(due(over.state)).toBeUndefined();
  });

  test('of a 公示 is counted from the day after its last release', () => {
    const item = released({ documentType: 'public-notice', objection: OBJECTION });
    expect(due(item.state)).toBe(at('2026-09-07 00:00'));
  });

  test('of a 公示 is not counted while a release is still to come', () => {
    const item = approved({ ...DECISION, objection: OBJECTION });
    const inside = item.when(passTime(at('2026-09-02 09:00')));
    expect(due(inside.state)).toBe(at('2026-09-09 09:00'));
    const outside = inside.when(passTime(at('2026-09-09 09:00')));
    expect(due(outside.state)).toBe(at('2026-09-15 00:00'));
  });

  test('asked for before the period is over waits for the period', () => {
    const item = released({ objection: OBJECTION, showUntil: '2026-09-06' }, { now: NOW });
    expect(due(item.state)).toBe(at('2026-09-07 00:00'));
  });

  test('leaves an important item its minimum when the release came late', () => {
    const item = approved({ important: true, showUntil: '2026-09-08' }).when(
      passTime(at('2026-09-05 09:00')),
    );
    expect(due(item.state)).toBe(at('2026-09-13 00:00'));
  });

  test('comes for a closed item as well', () => {
    const closed = released({ showUntil: '2026-09-03' }).when(issue('CloseItem', {}));
    expect(due(closed.state)).toBe(at('2026-09-04 00:00'));
    closed.when(passTime(at('2026-09-04 00:00'))).thenTypes('ItemExpired');
  });

  test('a clock that was late takes down first and releases nothing on top', () => {
    const content = {
      ...DECISION,
      matter: 'ordinary' as const,
      showUntil: '2026-09-09',
      releasePlan: [
        { audience: 'party' as const },
        { audience: 'public' as const, at: at('2026-09-09 09:00') },
      ],
    };
    const item = approved(content).when(passTime(NOW));
    item.when(passTime(at('2026-09-12 09:00'))).then([{ type: 'ItemExpired', data: { version: 1 } }]);
  });
});

describe('WithdrawItem', () => {
  const withdraw = (inError: boolean, more: { now?: Instant; by?: string; draftOnly?: boolean } = {}) => {
    const { draftOnly, ...when } = more;
    return issue('WithdrawItem', { reason: '数字有误。', inError, ...(draftOnly && { draftOnly }) }, when);
  };

  test('takes the item off', () => {
    const gone = released().when(withdraw(false));
    gone.then([{ type: 'ItemWithdrawn', data: { reason: '数字有误。', inError: false, versions: [1] } }]);
    expect(faces(itemOf(gone.state))).toEqual([]);
    gone.when(withdraw(false)).thenRefused('not-on-show');
  });

  test('early leaves an important item up, unless it is wrong', () => {
    const item = released({ important: true });
    item.when(withdraw(false)).thenRefused('minimum-display', { until: '2026-09-09' });
    item.when(withdraw(false, { now: at('2026-09-08 23:59') })).thenRefused('minimum-display');
    item.when(withdraw(false, { now: at('2026-09-09 00:00') })).thenTypes('ItemWithdrawn');
    item.when(withdraw(true)).thenTypes('ItemWithdrawn');
  });

  test('early leaves a 公示 up for its period, unless it is wrong', () => {
    const item = released({ documentType: 'public-notice', objection: OBJECTION });
    item.when(withdraw(false)).thenRefused('minimum-display', { until: '2026-09-07' });
    item.when(withdraw(true)).thenTypes('ItemWithdrawn');
  });

  test('stops the releases that were still to come', () => {
    const inside = approved(DECISION).when(passTime(at('2026-09-02 09:00')));
    const gone = inside.when(withdraw(true, { now: at('2026-09-03 09:00') }));
    expect(due(gone.state)).toBeUndefined();
    gone.when(passTime(at('2026-09-09 09:00'))).then([]);
    gone.when(prove({ audience: 'public' })).thenRefused('wrong-stage');
  });

  test('gives up a version that nobody has seen', () => {
    for (const item of [reviewed(), approved()]) {
      const gone = item.when(withdraw(false));
      expect(latestOf(gone.state).withdrawn).toMatchObject({ reason: '数字有误。', by: 'li' });
      expect(due(gone.state)).toBeUndefined();
      gone.when(approve()).thenRefused('wrong-stage', { stage: '已撤下' });
      gone.when(withdraw(false)).thenRefused('not-on-show');
    }
  });

  test('reaches a closed item that is still up', () => {
    released().when(issue('CloseItem', {})).when(withdraw(true)).thenTypes('ItemWithdrawn');
  });

  test('takes somebody of the office', () => {
    released()
      .when(withdraw(true, { by: 'lin' }))
      .thenRefused('not-permitted');
  });

  test('of the old version leaves the new one in work', () => {
    const revised = released().when(issue('ReviseItem', { content: CONTENT, reason: '更正。', answers: [] }));
    const gone = revised.when(withdraw(true));
    gone.then([{ type: 'ItemWithdrawn', data: { reason: '数字有误。', inError: true, versions: [1] } }]);
    const again = gone.when(submit()).when(screen()).when(review()).when(approve()).when(passTime(NOW));
    again.then([releasedTo('party', 2)]);
    expect(onShow(itemOf(again.state))?.number).toBe(2);
  });

  test('of the draft alone leaves the old version up', () => {
    const revised = released().when(issue('ReviseItem', { content: CONTENT, reason: '更正。', answers: [] }));
    const gone = revised.when(withdraw(false, { draftOnly: true }));
    gone.then([{ type: 'ItemWithdrawn', data: { reason: '数字有误。', inError: false, versions: [2] } }]);
    expect(onShow(itemOf(gone.state))?.number).toBe(1);
    gone.when(withdraw(false, { draftOnly: true })).thenRefused('not-on-show');
    const third = gone.when(issue('ReviseItem', { content: CONTENT, reason: '更正。', answers: [] }));
    expect(latestOf(third.state).number).toBe(3);
  });
});
