import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../domain/organisation/policy.ts';
import { content, PEOPLE, REVIEW, STAFFED } from '../support/school.ts';
import { DAY, HOUR, World } from './support.ts';

const SCHOOL = 'hezui-xiang';
const SCHOOL_PATH = `/v1/organisations/${SCHOOL}`;

/** 河嘴乡: 审核, 公开, 反馈, 再公开, with members hearing of it before anybody else. */
describe('a village school', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.start();
    await world.openSchool(SCHOOL, { name: '河嘴乡中心小学党支部', kind: 'branch', ...STAFFED });
  });
  afterAll(() => world?.stop());

  const statusFor = async (item: string, as?: string) => (await world.call('GET', item, as)).status;
  const recordOf = async (item: string): Promise<{ type: string; data: Record<string, unknown> }[]> => {
    const { body } = await world.ok('GET', `${item}/record`, PEOPLE.office);
    const commits: { body: string }[] = body.commits;
    return commits.flatMap((commit) => JSON.parse(commit.body).events);
  };
  /** Inside now, outside a day later. */
  const insideFirst = (matter: string, changes: object = {}) =>
    content({
      matter,
      forms: ['设限平台', '网站'],
      releasePlan: [{ audience: 'party' }, { audience: 'public', at: world.at(DAY) }],
      ...changes,
    });
  async function approve(item: string): Promise<void> {
    await world.act(`${item}/approvals`, PEOPLE.deputy);
    await world.act(`${item}/approvals`, PEOPLE.head);
  }

  describe('the four stages of a major decision', () => {
    let item: string;
    let opinion: string;

    it('[HZ-13] 审核 cannot be skipped, nor can any stage after it', async () => {
      item = await world.propose(SCHOOL, insideFirst('major-decision'));
      const revision = { content: insideFirst('major-decision'), reason: '修订。', answers: [] };
      const tooEarly = async () => [
        await world.refused(`${item}/approvals`, PEOPLE.head),
        await world.refused(`${item}/revisions`, PEOPLE.clerk, revision),
        await world.refused(`${item}/closing`, PEOPLE.office),
      ];
      const opine = { text: '请说明。', from: { kind: 'anonymous' }, speaker: 'parent', channel: 'online' };
      expect(await tooEarly()).toEqual(['wrong-stage', 'wrong-stage', 'wrong-stage']);
      await world.act(`${item}/submission`, PEOPLE.clerk);
      expect(await tooEarly()).toEqual(['wrong-stage', 'wrong-stage', 'wrong-stage']);
      // What has not been disclosed is not there to be spoken about.
      expect(await world.refused(`${item}/feedback`, undefined, opine)).toBe('item-unknown');
    });

    it('[HZ-14] 审核 is five verdicts, by whom the school says', async () => {
      const { policy } = (await world.ok('GET', SCHOOL_PATH, PEOPLE.office)).body.work;
      const reviewers = [{ body: 'leading-group', position: 'head' }];
      const ruled = { policy: { ...policy, reviewers }, reason: '由组长审核。' };
      await world.ok('PUT', `${SCHOOL_PATH}/policy`, PEOPLE.districtOffice, ruled);
      await world.cloud.idle();
      expect(await world.refused(`${item}/reviews`, PEOPLE.office, REVIEW)).toBe('not-permitted');
      for (const aspect of Object.keys(REVIEW.verdicts)) {
        const verdicts = Object.fromEntries(
          Object.entries(REVIEW.verdicts).filter(([name]) => name !== aspect),
        );
        const four = { ...REVIEW, verdicts };
        expect((await world.call('POST', `${item}/reviews`, PEOPLE.head, four)).status, aspect).toBe(400);
        expect(await world.refused(`${item}/approvals`, PEOPLE.head)).toBe('wrong-stage');
      }
      await world.act(`${item}/reviews`, PEOPLE.head, REVIEW);
      const reviewed = (await recordOf(item)).find(({ type }) => type === 'ItemReviewed');
      expect(reviewed?.data.verdicts).toEqual(REVIEW.verdicts);
      const back = { policy: { ...policy, reviewers: DEFAULT_POLICY.reviewers }, reason: '恢复。' };
      await world.ok('PUT', `${SCHOOL_PATH}/policy`, PEOPLE.districtOffice, back);
    });

    it('公开 reaches members first, and society when its time has come', async () => {
      await approve(item);
      expect([await statusFor(item, PEOPLE.member), await statusFor(item)]).toEqual([200, 404]);
      await world.pass(DAY + HOUR);
      expect([await statusFor(item, PEOPLE.member), await statusFor(item)]).toEqual([200, 200]);
    });

    it('反馈 is open to society, and answered', async () => {
      const left = await world.act(`${item}/feedback`, undefined, {
        text: '建议写明实施的时间。',
        from: { kind: 'anonymous' },
        speaker: 'parent',
        channel: 'online',
      });
      opinion = left.body.id;
      const answer = { text: '采纳，将修改后再公开。', outcome: 'adopted' };
      await world.act(`${SCHOOL_PATH}/feedback/${opinion}/answers`, PEOPLE.clerk, answer);
      const { body } = await world.ok('GET', `${SCHOOL_PATH}/feedback/${opinion}`, PEOPLE.office);
      expect([body.stage, body.feedback.answer.outcome]).toEqual(['answered', 'adopted']);
    });

    it('[HZ-18] 再公开 takes its own 审核, and goes inside first once more', async () => {
      const title = '关于召开教职工代表大会的公开（修订）';
      const revised = {
        content: insideFirst('major-decision', { title }),
        reason: '答复意见。',
        answers: [opinion],
      };
      await world.act(`${item}/revisions`, PEOPLE.clerk, revised);
      expect(await world.refused(`${item}/approvals`, PEOPLE.head)).toBe('wrong-stage');
      const titleFor = async (as?: string) =>
        (await world.ok('GET', item, as)).body.shown.content.title as string;
      const before = await titleFor();
      expect(before).not.toBe(title);
      await world.act(`${item}/submission`, PEOPLE.clerk);
      expect(await world.refused(`${item}/approvals`, PEOPLE.head)).toBe('wrong-stage');
      await world.act(`${item}/reviews`, PEOPLE.office, REVIEW);
      expect(await titleFor(PEOPLE.member)).toBe(before);
      await approve(item);
      expect([await titleFor(PEOPLE.member), await titleFor()]).toEqual([title, before]);
      await world.pass(DAY + HOUR);
      expect(await titleFor()).toBe(title);
      const reviews = (await recordOf(item)).filter(({ type }) => type === 'ItemReviewed');
      expect(reviews).toHaveLength(2);
    });
  });

  it('[HZ-15] keeps each of three kinds of matter inside first', async () => {
    const items = `${SCHOOL_PATH}/items`;
    for (const matter of ['major-decision', 'personnel', 'vital-interest']) {
      const at = world.at(DAY);
      const together = [
        { audience: 'party', at },
        { audience: 'public', at },
      ];
      const atOnce = insideFirst(matter, { releasePlan: together });
      expect(await world.refused(items, PEOPLE.clerk, atOnce), matter).toBe('outside-not-after-inside');
      const item = await world.propose(SCHOOL, insideFirst(matter));
      await world.review(item);
      await approve(item);
      expect([await statusFor(item, PEOPLE.member), await statusFor(item)], matter).toEqual([200, 404]);
      await world.pass(DAY + HOUR);
      expect(await statusFor(item), matter).toBe(200);
    }
  });
});
