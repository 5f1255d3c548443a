import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ITEM_OPERATIONS } from '../../functions/api/item-operations.ts';
import { READS } from '../../functions/api/reads.ts';
import { fillPath } from '../../functions/api/routing.ts';
import { DisplayReceiver } from '../support/display-receiver.ts';
import { content, INSIDE_ONLY, OTHER_STAFF, PEOPLE, REVIEW, STAFFED } from '../support/school.ts';
import { DAY, HOUR, WHOLE_SCHOOL, World } from './support.ts';

const SCHOOL = 'dongfang';
const OTHER = 'hezui';
const SCHOOL_PATH = `/v1/organisations/${SCHOOL}`;

/** 东方小学: every item goes the same way, and reaches exactly those it is meant for. */
describe('a primary school', () => {
  let world: World;
  let receiver: DisplayReceiver;
  let display: string;

  beforeAll(async () => {
    [world, receiver] = await Promise.all([World.start(), DisplayReceiver.start()]);
    const displayNetworks = { allowHttp: true, allowedAddresses: ['127.0.0.1'] };
    await world.openSchool(SCHOOL, {
      name: '东方小学党支部',
      kind: 'branch',
      ...STAFFED,
      policy: { displayNetworks },
    });
    await world.openSchool(OTHER, { name: '河嘴小学党支部', kind: 'branch', ...OTHER_STAFF });
    const displays = await Promise.all(
      ['public', 'unit'].map((audience) =>
        world.ok('POST', `${SCHOOL_PATH}/displays`, PEOPLE.office, {
          name: `${audience} 屏`,
          place: '教学楼一层',
          url: receiver.url,
          audience,
        }),
      ),
    );
    display = displays[0]?.body.id;
    await world.cloud.idle();
  });
  afterAll(() => Promise.all([world?.stop(), receiver?.stop()]));

  const idOf = (item: string) => item.split('/').at(-1) as string;
  const eventsOf = async (item: string): Promise<string[]> => {
    const { body } = await world.ok('GET', `${item}/record`, PEOPLE.office);
    const commits: { body: string }[] = body.commits;
    return commits.flatMap((commit) =>
      (JSON.parse(commit.body).events as { type: string }[]).map(({ type }) => type),
    );
  };
  const statusFor = async (item: string, as?: string) => (await world.call('GET', item, as)).status;

  describe('the way of an item', () => {
    let item: string;

    it('begins as a draft that its authors alone can open', async () => {
      item = await world.propose(SCHOOL, content());
      expect(await statusFor(item)).toBe(404);
      expect(await statusFor(item, PEOPLE.teacher)).toBe(404);
      expect(await statusFor(item, PEOPLE.office)).toBe(200);
    });

    it('is screened for personal data by itself, then reviewed', async () => {
      await world.act(`${item}/submission`, PEOPLE.clerk);
      expect(await eventsOf(item)).toEqual(['ItemProposed', 'ItemSubmitted', 'ItemScreened']);
      expect(await world.refused(`${item}/approvals`, PEOPLE.head)).toBe('wrong-stage');
      await world.act(`${item}/reviews`, PEOPLE.office, REVIEW);
    });

    it('[DF-23] is not signed off before the members consulted have answered', async () => {
      const members = [PEOPLE.member, PEOPLE.deputy];
      const deadline = world.at(2 * DAY);
      await world.act(`${item}/consultations`, PEOPLE.office, { members, deadline });
      await world.act(`${item}/consultation-answers`, PEOPLE.member, { agree: true, opinion: '同意公开。' });
      expect(await world.refused(`${item}/approvals`, PEOPLE.head)).toBe('consultation-open');
      await world.pass(2 * DAY);
      expect((await eventsOf(item)).at(-1)).toBe('ConsultationLapsed');
    });

    it('is approved by somebody else, and is on show', async () => {
      expect(await world.refused(`${item}/approvals`, PEOPLE.clerk)).toBe('own-proposal');
      expect(await world.refused(`${item}/approvals`, PEOPLE.office)).toBe('not-permitted');
      expect(await statusFor(item)).toBe(404);
      await world.act(`${item}/approvals`, PEOPLE.head);
      expect((await eventsOf(item)).slice(-3)).toEqual([
        'ApprovalStepPassed',
        'ItemApproved',
        'ItemReleased',
      ]);
      expect(await statusFor(item)).toBe(200);
    });

    it('is not approved by its author, though they sit in the leading group', async () => {
      const own = await world.propose(SCHOOL, content({ title: '组长自己提出的事项' }), PEOPLE.head);
      await world.act(`${own}/submission`, PEOPLE.head);
      await world.act(`${own}/reviews`, PEOPLE.office, REVIEW);
      expect(await world.refused(`${own}/approvals`, PEOPLE.head)).toBe('own-proposal');
      await world.act(`${own}/approvals`, PEOPLE.deputy);
      expect(await statusFor(own)).toBe(200);
    });
  });

  it('[DF-06] discloses on no path of the API without every step', async () => {
    const steps = [
      { place: 'submission', as: PEOPLE.clerk, body: {} },
      { place: 'reviews', as: PEOPLE.office, body: REVIEW },
    ];
    // At each stage before approval, every operation there is, by everybody who works there.
    const tried = [0, 1, 2].flatMap((taken) =>
      ITEM_OPERATIONS.filter(({ creates }) => !creates).map((operation) => ({ taken, operation })),
    );
    const attempts = await Promise.all(
      tried.map(async (attempt) => ({ ...attempt, item: await world.propose(SCHOOL, content()) })),
    );
    for (const [index, { place, as, body }] of steps.entries()) {
      const due = attempts.filter(({ taken }) => taken > index);
      await Promise.all(due.map(({ item }) => world.ok('POST', `${item}/${place}`, as, body)));
      await world.cloud.idle();
    }
    const bodies = bodiesFor(world);
    const people = [PEOPLE.clerk, PEOPLE.office, PEOPLE.head];
    await Promise.all(
      attempts.map(async ({ taken, operation, item }) => {
        const path = `${SCHOOL_PATH}/items/${idOf(item)}/${operation.path.split('/').at(-1)}`;
        for (const as of people) {
          // This one is the last step itself.
          if (taken === 2 && operation.id === 'approveItem' && as === PEOPLE.head) continue;
          const { status } = await world.call(operation.method, path, as, bodies[operation.id] ?? {});
          expect(status, `${operation.id} by ${as}`).toBeLessThan(500);
        }
      }),
    );
    await world.pass(HOUR);
    await Promise.all(
      attempts.map(async ({ taken, operation, item }) => {
        const what = `${operation.id} after ${taken} steps`;
        expect(await statusFor(item), what).toBe(404);
        const events = await eventsOf(item);
        expect(events, what).not.toContain('ItemApproved');
        expect(events, what).not.toContain('ItemReleased');
      }),
    );
  }, 120_000);

  describe('an item for Party members', () => {
    let item: string;
    let sent: number;

    beforeAll(async () => {
      sent = receiver.receptions.length;
      item = await world.disclose(SCHOOL, content({ ...INSIDE_ONLY, pair: { part: 'plan' } }));
    });

    const isSilent = (text: string) => !text.includes(INSIDE_ONLY.title) && !text.includes(INSIDE_ONLY.text);

    it('is there for members of the school', async () => {
      expect(isSilent((await world.ok('GET', `${SCHOOL_PATH}/board`, PEOPLE.member)).text)).toBe(false);
      expect(isSilent((await world.ok('GET', `${SCHOOL_PATH}/half-pairs`, PEOPLE.member)).text)).toBe(false);
      expect((await world.page(`/o/${SCHOOL}/items/${idOf(item)}`, PEOPLE.member)).status).toBe(200);
      expect(isSilent((await world.page(`/o/${SCHOOL}`, PEOPLE.member)).text)).toBe(false);
    });

    it.each([
      ['a visitor', undefined],
      ['a colleague outside the Party', PEOPLE.teacher],
      ['a member of another school', PEOPLE.otherHead],
      ['somebody on no roster', PEOPLE.passerBy],
    ])('is in no reading of the API for %s', async (_, as) => {
      for (const { id, path, query } of READS) {
        const filled = fillPath(path, {
          organisation: SCHOOL,
          item: idOf(item),
          feedback: idOf(item),
          display: idOf(item),
        });
        const asked = Object.keys((await query?.())?.shape ?? {}).flatMap((name) => QUERIES[name] ?? []);
        for (const more of ['', ...asked]) {
          const answer = await world.call('GET', `${filled}${more}`, as);
          expect(answer.status, `${id}${more}`).toBeLessThan(500);
          expect(isSilent(answer.text), `${id}${more}`).toBe(true);
          if (id === 'item') expect(answer.status).toBeGreaterThanOrEqual(400);
        }
      }
    });

    it.each([
      ['a visitor', undefined],
      ['a colleague outside the Party', PEOPLE.teacher],
      ['a member of another school', PEOPLE.otherHead],
    ])('is on no page of the site for %s', async (_, as) => {
      const id = idOf(item);
      const pages = [
        '/',
        `/o/${SCHOOL}`,
        `/o/${SCHOOL}?class=${encodeURIComponent('党的组织建设情况')}`,
        `/o/${SCHOOL}?type=matter`,
        `/o/${SCHOOL}/catalogue`,
        `/o/${SCHOOL}/catalogue?state=disclosed`,
        `/o/${SCHOOL}/items/${id}`,
        `/o/${SCHOOL}/items/${id}?version=1`,
        `/o/${OTHER}/items/${id}`,
        `/desk`,
        `/desk/o/${SCHOOL}/items/${id}`,
        ...[`/display/${SCHOOL}`, `/display/${SCHOOL}/${display}`].flatMap((p) => [p, `${p}/items.json`]),
      ];
      for (const path of pages) {
        const answer = await world.page(path, as);
        expect(answer.status, path).toBeLessThan(500);
        expect(isSilent(answer.text), path).toBe(true);
        if (path.includes('/items/')) expect(answer.status, path).toBeGreaterThanOrEqual(300);
      }
    });

    it('takes no opinion from outside, which would tell that it is there', async () => {
      const opinion = { text: '请公开', from: { kind: 'anonymous' }, speaker: 'parent', channel: 'online' };
      const answer = await world.call('POST', `${item}/feedback`, undefined, opinion);
      expect(answer.status).toBe(404);
    });

    it('goes to no display, neither in the street nor in the staff room', async () => {
      expect(sent).toBeGreaterThan(0);
      await world.cloud.idle();
      expect(receiver.receptions.slice(sent)).toEqual([]);
    });
  });

  it('[DF-20] shows a 全校 item to the staff of that school alone', async () => {
    const item = await world.disclose(SCHOOL, content(WHOLE_SCHOOL));
    const page = `/o/${SCHOOL}/items/${idOf(item)}`;
    for (const as of [PEOPLE.teacher, PEOPLE.member]) {
      expect(await statusFor(item, as)).toBe(200);
      expect((await world.page(page, as)).status).toBe(200);
    }
    for (const as of [undefined, PEOPLE.passerBy, PEOPLE.otherTeacher, PEOPLE.otherHead]) {
      expect(await statusFor(item, as), as).toBe(404);
      expect((await world.page(page, as)).status, as).not.toBe(200);
      const board = await world.ok('GET', `${SCHOOL_PATH}/board`, as);
      expect(board.text).not.toContain(WHOLE_SCHOOL.title);
    }
  });

  describe('disclosing again', () => {
    const again = content({ title: '关于教职工代表大会的公开（修订）' });
    const shown = async (query = '') => (await world.ok('GET', `${item}${query}`)).body;
    let item: string;
    let opinion: string;

    beforeAll(async () => {
      item = await world.disclose(SCHOOL, content());
      const left = await world.act(`${item}/feedback`, undefined, {
        text: '请说明代表是怎样产生的。',
        from: { kind: 'anonymous' },
        speaker: 'parent',
        channel: 'online',
      });
      opinion = left.body.id;
      const reason = '补充代表产生办法。';
      await world.act(`${item}/revisions`, PEOPLE.clerk, { content: again, reason, answers: [opinion] });
    });

    it('[HZ-18] takes a fresh review: the old approval does not carry over', async () => {
      expect(await world.refused(`${item}/approvals`, PEOPLE.head)).toBe('wrong-stage');
      await world.act(`${item}/submission`, PEOPLE.clerk);
      expect(await world.refused(`${item}/approvals`, PEOPLE.head)).toBe('wrong-stage');
      await world.act(`${item}/reviews`, PEOPLE.office, REVIEW);
      expect((await shown()).shown).toMatchObject({ number: 1, content: { title: content().title } });
      expect((await world.page(`/o/${SCHOOL}`)).text).not.toContain(again.title);
      await world.act(`${item}/approvals`, PEOPLE.head);
    });

    it('[DF-32] makes version 2, names the opinion, and keeps version 1 readable', async () => {
      expect((await shown()).shown).toMatchObject({ number: 2, content: { title: again.title } });
      expect((await shown('?version=1')).shown).toMatchObject({
        number: 1,
        content: { title: content().title },
      });
      const { versions } = await shown();
      expect(versions).toMatchObject([
        { number: 1, answers: 0 },
        { number: 2, answers: 1, reason: '补充代表产生办法。' },
      ]);
      const { body } = await world.ok('GET', item, PEOPLE.office);
      expect(body.work.item.versions[1].revision.answers).toEqual([opinion]);
      const old = await world.page(`/o/${SCHOOL}/items/${idOf(item)}?version=1`);
      expect([old.status, old.text.includes(content().title)]).toEqual([200, true]);
    });
  });

  it('leaves no failure behind', () => {
    expect(world.troubles).toEqual([]);
  });
});

/** What each reading that takes a query may be asked for. */
const QUERIES: Readonly<Record<string, string>> = {
  limit: '?limit=100',
  level1: `?level1=${encodeURIComponent('党的组织建设情况')}`,
  documentType: '?documentType=matter',
  version: '?version=1',
};

/** A body that each operation of an item takes; the others take an empty one. */
const bodiesFor = (world: World): Record<string, object> => ({
  amendItem: content({ title: '改过的标题' }),
  maskFinding: { finding: 'f-1' },
  justifyFinding: { finding: 'f-1', reason: '公开电话' },
  returnItem: { reason: '请修改' },
  reviewItem: REVIEW,
  consultMembers: { members: [PEOPLE.member], deadline: world.at(HOUR) },
  answerConsultation: { agree: true },
  escalateItem: { reason: '超出权限' },
  withdrawItem: { reason: '内容有误', inError: true },
  recordProof: {
    form: '网站',
    audience: 'public',
    place: '校园网',
    heldAt: world.at(0),
    reached: 12,
    recipients: '家长',
    note: '截图存档',
  },
  recordProgress: { text: '完成一半', percent: 50 },
  completeStage: { stage: 0, completedOn: world.day(0), note: '完成' },
  reviseItem: { content: content(), reason: '补充', answers: [] },
});
