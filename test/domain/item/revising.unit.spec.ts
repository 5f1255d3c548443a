import { describe, expect, test } from 'vitest';
import { versionFor, versionsFor } from '../../../domain/item/for-reader.ts';
import { itemDecider } from '../../../domain/item/item.ts';
import { faces, onShow } from '../../../domain/item/state.ts';
import { type Reader, stranger } from '../../../domain/visibility.ts';
import { decided, revise } from './revisions.ts';
import {
  approve,
  approved,
  at,
  CONTENT,
  DECISION,
  drafted,
  issue,
  itemOf,
  latestOf,
  passTime,
  released,
  review,
  reviewed,
  screen,
  submit,
} from './school.ts';

const MEMBER: Reader = { ...stranger('dongfang'), person: 'wu', partyMember: true };
const STRANGER = stranger('dongfang');

const NEXT = {
  ...DECISION,
  title: '关于新建综合楼的决定（修订）',
  releasePlan: [
    { audience: 'party' as const, at: at('2026-10-01 09:00') },
    { audience: 'public' as const, at: at('2026-10-08 09:00') },
  ],
};

describe('ReviseItem', () => {
  test('[DF-32] begins version n+1, names the feedback it answers, and keeps version n readable', () => {
    const item = released().when(revise({ title: '更正后的情况' }, ['fb-1', 'fb-2']));
    expect(latestOf(item.state)).toMatchObject({
      number: 2,
      stage: 'drafted',
      revision: { reason: '答复群众意见。', answers: ['fb-1', 'fb-2'] },
    });
    const readable = (state: typeof item.state) =>
      versionsFor(MEMBER, itemOf(state), 'dongfang').map(({ number }) => number);
    expect(readable(item.state)).toEqual([1]);
    const second = item
      .when(submit())
      .when(screen())
      .when(review())
      .when(approve())
      .when(passTime(at('2026-09-02 09:00')));
    expect(readable(second.state)).toEqual([2, 1]);
    expect(versionsFor(STRANGER, itemOf(second.state), 'dongfang')).toEqual([]);
  });

  test('[HZ-18] returns the item to review', () => {
    const item = released().when(revise());
    item.when(approve()).thenRefused('wrong-stage');
    item.when(submit()).when(screen()).when(approve()).thenRefused('wrong-stage');
  });

  test('leaves the old version up until the new one has reached the same people', () => {
    const second = decided()
      .when(revise(NEXT))
      .when(submit())
      .when(screen())
      .when(review())
      .when(approve({ by: 'zhou' }))
      .when(approve({ by: 'zhou' }));
    const seen = (reader: Reader, state: typeof second.state) =>
      versionFor(reader, itemOf(state), 'dongfang')?.number;
    expect([seen(MEMBER, second.state), seen(STRANGER, second.state)]).toEqual([1, 1]);
    const inside = second.when(passTime(at('2026-10-01 09:00')));
    expect([seen(MEMBER, inside.state), seen(STRANGER, inside.state)]).toEqual([2, 1]);
    const outside = inside.when(passTime(at('2026-10-08 09:00')));
    expect([seen(MEMBER, outside.state), seen(STRANGER, outside.state)]).toEqual([2, 2]);
    expect(faces(itemOf(outside.state))).toHaveLength(1);
  });

  test('withdrawal in between takes down both faces', () => {
    const inside = decided()
      .when(revise(NEXT))
      .when(submit())
      .when(screen())
      .when(review())
      .when(approve({ by: 'zhou' }))
      .when(approve({ by: 'zhou' }))
      .when(passTime(at('2026-10-01 09:00')));
    const gone = inside.when(issue('WithdrawItem', { reason: '有误。', inError: true }));
    gone.then([{ type: 'ItemWithdrawn', data: { reason: '有误。', inError: true, versions: [1, 2] } }]);
    expect(versionFor(STRANGER, itemOf(gone.state), 'dongfang')).toBeUndefined();
    expect(itemDecider.nextDue(gone.state)).toBeUndefined();
  });

  test('a draft does not stop the releases that were approved before it', () => {
    const inside = approved(DECISION)
      .when(passTime(at('2026-09-02 09:00')))
      .when(revise(NEXT));
    inside
      .when(passTime(at('2026-09-09 09:00')))
      .then([{ type: 'ItemReleased', data: { version: 1, audience: 'public', online: true } }]);
  });

  test('once approved, the new version alone is released', () => {
    const second = approved(DECISION)
      .when(passTime(at('2026-09-02 09:00')))
      .when(revise(NEXT))
      .when(submit())
      .when(screen())
      .when(review())
      .when(approve({ by: 'zhou' }))
      .when(approve({ by: 'zhou' }));
    second.when(passTime(at('2026-09-09 09:00'))).then([]);
  });

  test('given up once approved, leaves the plan before it in force', () => {
    const second = approved(DECISION)
      .when(passTime(at('2026-09-02 09:00')))
      .when(revise(NEXT))
      .when(submit())
      .when(screen())
      .when(review())
      .when(approve())
      .when(approve())
      .when(issue('WithdrawItem', { reason: '不必修订。', inError: false, draftOnly: true }));
    expect(itemDecider.nextDue(second.state)).toBe(at('2026-09-09 09:00'));
    second
      .when(passTime(at('2026-09-09 09:00')))
      .then([{ type: 'ItemReleased', data: { version: 1, audience: 'public', online: true } }]);
  });

  test('cannot be narrower than what is up is planned to become', () => {
    approved(DECISION)
      .when(passTime(at('2026-09-02 09:00')))
      .when(revise())
      .thenRefused('narrower-than-shown');
  });

  test('never takes back what is up', () => {
    const withheld = { kind: 'cannot', ground: 'personal-privacy', explanation: '涉及个人隐私。' } as const;
    decided()
      .when(revise({ ...NEXT, withheld }))
      .thenRefused('narrower-than-shown');
    decided().when(revise()).thenRefused('narrower-than-shown', { field: 'content.audience' });
    decided()
      .when(issue('WithdrawItem', { reason: '有误。', inError: true }))
      .when(revise())
      .thenTypes('ItemRevised');
  });

  test('is checked like a proposal, reason included', () => {
    released()
      .when(revise({ forms: ['飞鸽传书'] }))
      .thenRefused('form-unknown');
    released()
      .when(issue('ReviseItem', { content: CONTENT, reason: '应13812345678机主要求。', answers: [] }))
      .thenRefused('personal-data', { field: 'reason' });
    released()
      .when(issue('ReviseItem', { content: CONTENT, reason: '更正。', answers: [] }, { by: 'lin' }))
      .thenRefused('not-permitted');
  });

  test('takes an item whose latest version is decided', () => {
    reviewed().when(revise()).thenRefused('wrong-stage', { needed: '已公开或不予公开' });
    approved().when(revise()).thenRefused('wrong-stage');
    released().when(revise()).when(revise()).thenRefused('wrong-stage', { stage: '拟稿' });
  });

  test('reopens what was taken down, given up or closed', () => {
    const closed = released().when(issue('CloseItem', {}));
    expect(itemOf(closed.when(revise()).state).closed).toBeUndefined();
    released()
      .when(issue('WithdrawItem', { reason: '有误。', inError: true }))
      .when(revise())
      .thenTypes('ItemRevised');
    drafted()
      .when(issue('WithdrawItem', { reason: '重复。', inError: false }))
      .when(revise())
      .thenTypes('ItemRevised');
  });

  test('released again after a withdrawal in error it is on show again', () => {
    const again = released()
      .when(issue('WithdrawItem', { reason: '有误。', inError: true }))
      .when(revise())
      .when(submit())
      .when(screen())
      .when(review())
      .when(approve())
      .when(passTime(at('2026-09-02 09:00')));
    expect(onShow(itemOf(again.state))?.number).toBe(2);
    expect(versionsFor(MEMBER, itemOf(again.state), 'dongfang').map(({ number }) => number)).toEqual([2]);
  });
});
