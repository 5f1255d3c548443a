import { describe, expect, it } from 'vitest';
import { PEOPLE } from '../support/school.ts';
import { idOf, pathOf } from './duties-support.ts';
import { DAY, HOUR } from './support.ts';
import { type Doings, told } from './systems-support.ts';

const BUREAU = 'jingxin';
const HERE = pathOf(BUREAU);
const { clerk, head, member, teacher } = PEOPLE;

/** 滕州: what is decided there passes six mechanisms. */
export function majorDecision(does: Doings): void {
  const { made, post, read, status, tasks, words } = does;
  describe('a major decision', () => {
    let decision: string;
    const step = (place: string, body: object, by: string = clerk) => post(`${decision}/${place}`, by, body);
    const refused = (place: string, body: object, by: string = clerk) =>
      does.world.refused(`${decision}/${place}`, by, body);
    const round = (kind: string) => ({
      kind,
      from: does.world.day(0),
      until: does.world.day(0),
      heard: 12,
      points: [{ text: '建议优先保障中小企业。', taken: true, reply: '已写入方案。' }],
    });
    const statuses = async (): Promise<string[]> =>
      (await read(decision)).mechanisms.map((each: { status: string }) => each.status);

    it('is announced, and shows who left a step out and why', async () => {
      decision = await made(`${HERE}/decisions`, clerk, {
        title: '技术改造专项资金分配方案',
        summary: '拟对二十家企业给予补助。',
        matter: 'major-decision',
        hot: true,
        audience: 'public',
      });
      expect(await status(decision, teacher)).toBe(404);
      expect(await refused('rounds', round('forum'))).toBe('decision-step-first');
      await step('notice', { requirements: '请研究评审办法。', meetingOn: does.world.day(9) });
      const skip = { step: 'deliberation', reason: '班子成员外出调研，经请示同意。' };
      expect(await refused('skips', skip)).toBe('not-permitted');
      await step('skips', skip, head);
      expect(await refused('skips', { ...skip, step: 'consultation' }, head)).toBe('decision-step-binding');
      const { mechanisms } = await read(decision);
      expect(mechanisms[0]).toMatchObject({
        zh: '事先预告和会前酝酿',
        steps: [
          { step: 'notice' },
          {
            step: 'deliberation',
            status: 'skipped',
            reason: skip.reason,
            signed: { who: expect.any(String) },
          },
        ],
      });
      const page = await words(`/o/${BUREAU}/decisions/${idOf(decision)}`, member);
      for (const said of [skip.reason, '陈光', '已跳过']) expect(page).toContain(said);
    });

    it('[TZ-26] is consulted on by forum, letter and questionnaire, and what was said stays with it', async () => {
      await step('rounds', round('forum'));
      expect(
        await refused('publicity', { place: '公示栏', from: does.world.day(0), until: does.world.day(9) }),
      ).toBe('decision-step-first');
      await step('rounds', round('letter'));
      const survey = await made(`${HERE}/surveys`, clerk, {
        kind: 'questionnaire',
        title: '资金分配意见',
        questions: [{ kind: 'scale', text: '是否赞成该方案' }],
        groups: ['party', 'society'],
        audience: 'public',
        opensAt: does.world.at(60_000),
        closesAt: does.world.at(DAY),
      });
      await does.world.pass(HOUR);
      for (const degree of [5, 4, 2]) await post(`${survey}/ballots`, undefined, { answers: [degree] });
      await does.world.pass(DAY);
      const asked = { kind: 'questionnaire', from: does.world.day(-1), until: does.world.day(0), heard: 3 };
      expect(await refused('rounds', { ...asked, survey: 'no-such-survey' })).toBe('round-survey-wrong');
      await step('rounds', { ...asked, survey: idOf(survey) });
      const { rounds } = await read(decision);
      expect(rounds).toMatchObject([
        { kind: 'forum', points: [{ taken: true }] },
        { kind: 'letter', points: [{ reply: '已写入方案。' }] },
        { kind: 'questionnaire', survey: idOf(survey) },
      ]);
    });

    it('[TZ-27] [TZ-28] is public for a week before a quorum votes on it, by secret ballot', async () => {
      const meeting = {
        heldOn: does.world.day(0),
        place: '会议室',
        entitled: 9,
        present: 7,
        resolution: '提交表决。',
        outcome: 'to-vote',
      };
      expect(await refused('meeting', meeting)).toBe('decision-step-first');
      const publicity = { place: '公示栏', from: does.world.day(0), until: does.world.day(7) };
      expect(await refused('publicity', { ...publicity, until: does.world.day(6) })).toBe(
        'publicity-too-short',
      );
      await step('publicity', publicity);
      expect(await refused('meeting', meeting)).toBe('publicity-running');
      await does.world.pass(8 * DAY);
      const held = { ...meeting, heldOn: does.world.day(0) };
      expect(await refused('meeting', { ...held, outcome: 'adopted' })).toBe('vote-required');
      await step('meeting', held);
      const vote = { secret: true, present: 7, yes: 6, no: 0, abstain: 1 };
      expect(await refused('vote', { ...vote, present: 5, yes: 5, abstain: 0 })).toBe('below-quorum');
      expect(await refused('vote', { ...vote, no: 1 })).toBe('ballots-do-not-add-up');
      expect(await refused('vote', { ...vote, names: [{ person: head, choice: 'yes' }] })).toBe(
        'ballot-secret',
      );
      await step('vote', vote);
      expect(await read(decision, clerk)).toMatchObject({
        vote: { ...vote, carried: true },
        outcome: 'adopted',
      });
    });

    it('[TZ-24] [TZ-31] [LY-17] is disclosed by an item that points to it, and followed until it is carried out', async () => {
      const item = await does.world.propose(
        BUREAU,
        told({ title: '专项资金分配结果', decision: idOf(decision) }),
      );
      expect(await refused('disclosure', { item: idOf(item) })).toBe('result-not-disclosed');
      await does.world.review(item);
      await does.world.act(`${item}/approvals`, head);
      const other = await does.world.disclose(BUREAU, told({ title: '其他事项' }));
      expect(await refused('disclosure', { item: idOf(other) })).toBe('result-not-disclosed');
      await step('disclosure', { item: idOf(item) });
      expect((await read(item)).shown.content.decision).toBe(idOf(decision));
      expect(await read(decision)).toMatchObject({ disclosure: { item: idOf(item) } });

      await step('actions', { task: '拨付补助资金', assignee: teacher, dueOn: does.world.day(1) });
      expect(await tasks(HERE, teacher, idOf(decision))).toEqual(['implement-action']);
      expect(await refused('implementation', { note: '已核实。' })).toBe('actions-open');
      await does.world.pass(2 * DAY);
      expect(await tasks(HERE, teacher, idOf(decision))).toEqual(['implement-action!']);
      expect((await read(decision, member)).actions).toMatchObject([
        { task: '拨付补助资金', assignee: '何清', done: false, overdue: true },
      ]);
      expect((await read(`${HERE}/open-actions`, clerk)).openActions).toMatchObject([
        { id: idOf(decision), overdue: true },
      ]);
      await step('reports', { action: 1, note: '已全部拨付。', done: true }, teacher);
      await step('implementation', { note: '已核实。' });
      expect(await statuses()).toEqual(['skipped', 'done', 'done', 'done', 'done', 'done']);
      expect(await read(decision)).toMatchObject({ tense: 'done' });
      expect(await tasks(HERE, teacher, idOf(decision))).toEqual([]);
      expect(await words(`/o/${BUREAU}/decisions/${idOf(decision)}`)).not.toContain('何清');
      const page = await does.world.page(`/o/${BUREAU}/items/${idOf(item)}`);
      expect(page.text).toContain(`/o/${BUREAU}/decisions/${idOf(decision)}`);
    });
  });
}
