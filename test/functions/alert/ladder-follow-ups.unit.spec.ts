import { beforeEach, describe, expect, it } from 'vitest';
import { parseStream } from '../../../domain/kernel/scope.ts';
import { followUpDecider } from '../../../domain/supervision/followup/followup.ts';
import { DISTRICT, SCHOOL } from './alert-world.ts';
import { CLIMB, climb, DUE, over, withOwner } from './ladder-climb.ts';
import { by, LadderWorld } from './ladder-world.ts';

const ID = LadderWorld.ID;
let world: LadderWorld;
beforeEach(() => {
  world = new LadderWorld({ FOLLOWUP: followUpDecider });
});

describe('a suggestion of supervisors', () => {
  const SUGGESTION = { aspects: ['content'], text: '建议公开校服采购价格。', dueOn: DUE };
  const suggest = () =>
    world.do({
      kind: 'FOLLOWUP',
      type: 'FileSuggestion',
      data: SUGGESTION,
      by: by('qiu-lan', DISTRICT),
    });
  const answer = () =>
    world.do({
      kind: 'FOLLOWUP',
      type: 'AnswerSuggestion',
      data: { outcome: 'adopted', text: '已公开。' },
      by: by('zhou-min'),
    });

  it('climbs the ladder rung by rung, each of them once, and never quotes itself', async () => {
    await suggest();
    await world.mornings('2026-12-07');
    expect(world.heard).toEqual([]);
    await climb(world);
    expect(world.heard.toSorted()).toEqual(CLIMB.toSorted());
    const [first] = world.linesFor('chen-guang', SCHOOL);
    expect(first).toEqual({
      text: '逾期：监督建议，办理期限2026年12月17日',
      about: { organisation: SCHOOL.organisation, followup: ID },
    });
    expect(JSON.stringify([world.recorded('DIGEST'), world.mails])).not.toContain('校服');
  });

  it('is silent once it is answered, and tells those who were told', async () => {
    await suggest();
    await world.mornings('2026-12-17', '2026-12-18');
    const before = world.heard;
    await answer();
    expect(world.since(before)).toEqual(over(before, 'met', 'T+1'));
    await climb(world);
    expect(world.heard).toHaveLength(before.length + 3);
    expect(world.linesFor('chen-guang', SCHOOL).map(({ text }) => text)).toEqual([
      '已办结：监督建议，不再提醒',
    ]);
  });

  it('that is answered in time is spoken of to nobody', async () => {
    await suggest();
    await answer();
    await climb(world);
    expect(world.heard).toEqual([]);
  });
});

describe('an order to put something right', () => {
  const order = () =>
    world.do({
      kind: 'FOLLOWUP',
      type: 'OrderRectification',
      data: { aspects: ['form'], text: '公示栏未更新。', owner: 'ma-yuan', dueOn: DUE },
      by: by('qiu-lan', DISTRICT),
    });
  const report = () =>
    world.do({ kind: 'FOLLOWUP', type: 'ReportFollowUp', data: { proof: '已更新。' }, by: by('ma-yuan') });
  const look = (type: 'VerifyFollowUp' | 'WithdrawFollowUp', data: object) =>
    world.do({ kind: 'FOLLOWUP', type, data, by: by('qiu-lan', DISTRICT) });

  it('reminds whoever has to do it on every step, beside those whom the ladder names', async () => {
    await order();
    await climb(world);
    expect(world.heard.toSorted()).toEqual(withOwner('ma-yuan'));
  });

  it('reminds whoever has to look once it is reported, and the owner again once that was not enough', async () => {
    await order();
    await report();
    await world.mornings('2026-12-16');
    const first = world.heard;
    // In the digest of the house where they sit.
    const houses = world.recorded('DIGEST').map(({ stream }) => parseStream(stream).organisation);
    expect(new Set(houses)).toEqual(new Set([SCHOOL.organisation, DISTRICT.organisation]));
    expect(first.toSorted()).toEqual(['qiu-lan due-soon T-1', 'zhou-min due-soon T-1']);
    await look('VerifyFollowUp', { ok: false, note: '缺十一月。' });
    await world.mornings('2026-12-18');
    expect(world.since(first)).toEqual(['chen-guang overdue T+1', 'ma-yuan overdue T+1']);
    await report();
    const before = world.heard;
    await look('VerifyFollowUp', { ok: true, note: '齐全。' });
    expect(world.since(before)).toEqual(over(before, 'met', 'T+1'));
  });

  it('that is taken back is over, and is not said to be done', async () => {
    await order();
    await world.mornings('2026-12-18');
    const before = world.heard;
    await look('WithdrawFollowUp', { reason: '重复。' });
    expect(world.since(before)).toEqual(over(before, 'waived', 'T+1'));
    expect(world.linesFor('ma-yuan', SCHOOL).map(({ text }) => text)).toEqual(['已撤回：整改通知，不再提醒']);
  });
});
