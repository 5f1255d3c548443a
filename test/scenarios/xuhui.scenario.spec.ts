import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { content, PEOPLE, STAFFED } from '../support/school.ts';
import { DAY, HOUR, World } from './support.ts';

const COMMITTEE = 'xinglan';

interface Row {
  readonly no?: number;
  readonly level1: string;
}

/** 徐汇: a district brings its schools in, and each of them discloses by the official catalogue. */
describe('a district and its schools', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.start();
    await world.openSchool(COMMITTEE, { name: '杏澜中学党委', kind: 'committee', ...STAFFED });
    await world.openSchool('preschool', { name: '学前教育党总支', kind: 'general-branch' });
    await world.openSchool('yunxi', { name: '云溪小学党支部', kind: 'branch' });
  });
  afterAll(() => world?.stop());

  const board = async (as?: string): Promise<string[]> => {
    const { body } = await world.ok('GET', `/v1/organisations/${COMMITTEE}/board`, as);
    return body.lines.map(({ id }: { id: string }) => id);
  };
  const rowsOf = async (organisation: string): Promise<Row[]> => {
    const { body } = await world.ok('GET', `/v1/organisations/${organisation}/catalogue`);
    return body.rows.map(({ row }: { row: Row }) => row);
  };
  const idOf = (item: string) => item.split('/').at(-1) as string;

  it('[XH-17] gives a committee 31 numbered rows and branches 25 rows', async () => {
    const committee = await rowsOf(COMMITTEE);
    const numbers = committee.flatMap(({ no }) => no ?? []).toSorted((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 31 }, (_, index) => index + 1));
    // Two rows stand under 其他应公开事项 without a number.
    expect(committee).toHaveLength(33);
    expect(await rowsOf('yunxi')).toHaveLength(25);
    expect(await rowsOf('preschool')).toHaveLength(25);
  });

  it('[XH-08] has eight classes for a committee and seven for a branch', async () => {
    const classes = async (organisation: string) =>
      new Set((await rowsOf(organisation)).map(({ level1 }) => level1));
    const [committee, branch] = [await classes(COMMITTEE), await classes('yunxi')];
    expect([committee.size, branch.size]).toEqual([8, 7]);
    expect([...committee.difference(branch)]).toEqual(['干部选任和管理情况']);
  });

  describe('a major decision', () => {
    const decision = (outside: string | undefined) =>
      content({
        row: 'c-05',
        title: '学习型党组织建设重大安排',
        matter: 'major-decision',
        important: true,
        forms: ['设限平台', '网站'],
        releasePlan: [{ audience: 'party' }, { audience: 'public', ...(outside && { at: outside }) }],
      });
    let item: string;

    it('[DF-24] is refused while its outside time is not after its inside time', async () => {
      const items = `/v1/organisations/${COMMITTEE}/items`;
      const inside = { audience: 'party', at: world.at(2 * HOUR) };
      const plans = [HOUR, 2 * HOUR].map((after) => [inside, { audience: 'public', at: world.at(after) }]);
      const timed = plans.map((releasePlan) => ({ ...decision(undefined), releasePlan }));
      for (const bad of [decision(undefined), ...timed]) {
        expect(await world.refused(items, PEOPLE.clerk, bad)).toBe('outside-not-after-inside');
      }
    });

    it('needs the leading group and then the main leader', async () => {
      item = await world.propose(COMMITTEE, decision(world.at(3 * DAY)));
      await world.review(item);
      await world.act(`${item}/approvals`, PEOPLE.deputy);
      expect(await board(PEOPLE.member)).toEqual([]);
      expect(await world.refused(`${item}/approvals`, PEOPLE.deputy)).toBe('not-permitted');
      await world.act(`${item}/approvals`, PEOPLE.head);
    });

    it('is seen by members at once, and by nobody else', async () => {
      expect(await board(PEOPLE.member)).toEqual([idOf(item)]);
      expect((await world.call('GET', item, PEOPLE.member)).status).toBe(200);
      for (const as of [undefined, PEOPLE.teacher, PEOPLE.passerBy]) {
        expect(await board(as)).toEqual([]);
        expect((await world.call('GET', item, as)).status).toBe(404);
      }
    });

    it('is seen by the public only after its planned time', async () => {
      await world.pass(3 * DAY - HOUR);
      expect(await board()).toEqual([]);
      expect((await world.call('GET', item)).status).toBe(404);
      await world.pass(HOUR);
      expect(await board()).toEqual([idOf(item)]);
      expect((await world.call('GET', item)).body.shown.content.title).toBe('学习型党组织建设重大安排');
      expect((await world.page(`/o/${COMMITTEE}`)).text).toContain('学习型党组织建设重大安排');
    });

    it('stays up for its minimum, unless it is wrong', async () => {
      const withdraw = { reason: '已有新的安排', inError: false };
      await world.pass(6 * DAY);
      expect(await world.refused(`${item}/withdrawals`, PEOPLE.clerk, withdraw)).toBe('minimum-display');
      expect(await board()).toEqual([idOf(item)]);
      await world.pass(2 * DAY);
      await world.act(`${item}/withdrawals`, PEOPLE.clerk, withdraw);
      expect(await board()).toEqual([]);
      expect((await world.call('GET', item)).status).toBe(404);
    });
  });

  describe('what is not disclosed', () => {
    const refusal = (withheld: object) => content({ row: 'c-24', title: '不公开的事项', withheld });
    const ground = 'under-deliberation';
    const stateOf = async (row: string): Promise<{ state: string; withheld: { explanation: string }[] }> => {
      const { body } = await world.ok('GET', `/v1/organisations/${COMMITTEE}/catalogue`);
      return body.rows.find((each: { row: { id: string } }) => each.row.id === row);
    };

    it('[XH-22] says why, and is looked at again on its day', async () => {
      const items = `/v1/organisations/${COMMITTEE}/items`;
      const fieldsAtFault = async (withheld: object): Promise<string[]> => {
        const { status, body } = await world.call('POST', items, PEOPLE.clerk, refusal(withheld));
        expect(status).toBe(400);
        return body.errors.map(({ field }: { field: string }) => field);
      };
      const wordless = { ground, explanation: ' ' };
      const lookAgainOn = world.day(5);
      for (const withheld of [
        { kind: 'cannot', ...wordless },
        { kind: 'not-for-now', ...wordless, lookAgainOn },
      ]) {
        expect(await fieldsAtFault(withheld)).toEqual(['withheld.explanation']);
      }
      expect(await fieldsAtFault({ kind: 'not-for-now', ground, explanation: '仍在讨论。' })).toEqual([
        'withheld.lookAgainOn',
      ]);

      const explanation = '方案仍在讨论，五天后再次研究。';
      const item = await world.disclose(
        COMMITTEE,
        refusal({ kind: 'not-for-now', ground, explanation, lookAgainOn }),
      );
      expect(await board()).toEqual([]);
      const reading = await stateOf('c-24');
      expect([reading.state, reading.withheld[0]?.explanation]).toEqual(['not-for-now', explanation]);

      const lookAgain = async (): Promise<string[]> => {
        const { body } = await world.ok('GET', `/v1/organisations/${COMMITTEE}/desk`, PEOPLE.clerk);
        const tasks: { kind: string; id: string }[] = body.tasks;
        return tasks.flatMap(({ kind, id }) => (kind === 'look-again' ? [id] : []));
      };
      await world.pass(4 * DAY);
      expect(await lookAgain()).toEqual([]);
      await world.pass(DAY);
      expect(await lookAgain()).toEqual([idOf(item)]);
    });

    it('stands in the full picture for good when it cannot be disclosed', async () => {
      const explanation = '涉及个人隐私，依规定不予公开。';
      const withheld = { kind: 'cannot', ground: 'personal-privacy', explanation };
      const item = await world.disclose(COMMITTEE, { ...refusal(withheld), row: 'c-25' });
      const { state, withheld: why } = await stateOf('c-25');
      expect([state, why[0]?.explanation]).toEqual(['withheld', explanation]);
      expect((await world.call('GET', item)).status).toBe(404);
      expect((await world.page(`/o/${COMMITTEE}/catalogue`)).text).toContain(explanation);
    });
  });

  describe('what is asked for', () => {
    const enquiries = `/v1/organisations/${COMMITTEE}/enquiries`;
    const question = { from: { kind: 'anonymous' }, speaker: 'parent', channel: 'online' };
    const matches = async (query: string) => {
      const path = `/v1/organisations/${COMMITTEE}/matches?q=${encodeURIComponent(query)}`;
      return (await world.ok('GET', path)).body.matches as { kind: string }[];
    };

    it('[XH-21] outside the catalogue goes to the leading group, which explains its decision', async () => {
      const subject = '校车租赁合同的费用明细';
      expect(await matches(subject)).toEqual([]);
      expect((await matches('党费收缴使用')).length).toBeGreaterThan(0);
      const asked = await world.call('POST', enquiries, undefined, { ...question, subject });
      expect([asked.status, asked.body.stage]).toEqual([201, 'to-approve']);
      const path = `${enquiries}/${asked.body.id}`;
      const follow = () =>
        world.call('GET', path, undefined, undefined, { 'receipt-code': asked.body.receipt });
      expect((await world.call('GET', path)).status).toBe(404);
      const { body: open } = await follow();
      expect(open.legs[0].explanation.rule).toContain('3个工作日内');
      const text = '合同涉及承租方商业秘密，不能公开。';
      const decision = { outcome: 'refused', ground: 'commercial-secret', text, matter: 'ordinary' };
      await world.act(`${path}/proposals`, PEOPLE.clerk, decision);
      await world.act(`${path}/approvals`, PEOPLE.deputy);
      expect((await follow()).body).toMatchObject({ stage: 'closed', decision: { text }, mayComplain: true });
    });

    it('[XH-20] in person is in the reception log, with what was answered', async () => {
      await world.act(enquiries, PEOPLE.clerk, {
        ...question,
        from: { kind: 'signed', name: '赵家长' },
        channel: 'visit',
        subject: '党费收缴使用情况在哪里看',
        answer: { text: '见公开栏。' },
      });
      const { body } = await world.ok('GET', `/v1/organisations/${COMMITTEE}/receptions`, PEOPLE.office);
      expect(body.counts).toMatchObject({ total: 1, onTheSpot: 1 });
      expect(body.receptions).toMatchObject([
        { who: '赵家长', question: '党费收缴使用情况在哪里看', answer: '见公开栏。', takenBy: PEOPLE.clerk },
      ]);
    });
  });

  it('leaves no failure behind', () => {
    expect(world.troubles).toEqual([]);
  });
});
