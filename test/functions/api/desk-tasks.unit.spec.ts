import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { FIRST_STANDARD } from '../../../domain/evaluation/standard/state.ts';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { DEFAULT_POLICY } from '../../../domain/organisation/policy.ts';
import { circularsKey } from '../../../functions/shell/view-keys.ts';
import { DISTRICT, OTHER_SCHOOL, PEOPLE, SCHOOL } from '../../support/school.ts';
import { at } from './duties.ts';
import { ok, openSchools } from './school.ts';
import { startWorld, type World } from './world.ts';

const { districtOffice, districtHead, office, clerk, head, member, otherHead } = PEOPLE;
/** Of the district: helps its office, sits in its working group, supervises. */
const [ASSISTANT, HELPER, SUPERVISOR] = ['assistant', 'helper', 'supervisor'];
const path = (place: string, organisation = SCHOOL) => `/v1/organisations/${organisation}/${place}`;
let world: World;

beforeAll(async () => {
  world = await startWorld(at('2026-07-01'));
  await openSchools(world);
  const seats = [
    [ASSISTANT, 'office'],
    [HELPER, 'working-group'],
    [SUPERVISOR, 'supervision-group'],
  ];
  const people = seats.map(([id]) => ({ id, name: id, partyMember: true, staff: true }));
  await post('people', { people }, districtOffice, DISTRICT);
  for (const [person, body] of seats) {
    const seat = { body, position: 'member', person, from: '2026-01-01' };
    await post('seats', seat, districtOffice, DISTRICT);
  }
}, 60_000);
afterAll(() => world?.stop());

const post = (place: string, body: object, person: string, organisation = SCHOOL) =>
  ok(world, 'POST', path(place, organisation), { person, body });

interface Task {
  readonly kind: string;
  readonly id: string;
}
const RECEIPTS = new OrgScope(SCHOOL).partition('RECEIPT');
/** What somebody finds on their desk of the kinds that begin so. */
async function tasks(kind: string, person = '', organisation = DISTRICT): Promise<readonly Task[]> {
  const { body } = await ok(world, 'GET', path('desk', organisation), { person });
  return body.tasks.filter((task: Task) => task.kind.startsWith(kind));
}
/** Of the people, who has such a task in the district. */
async function having(kind: string, people: readonly (string | undefined)[]): Promise<readonly string[]> {
  const found = await Promise.all(
    people.map(async (who = '') => ((await tasks(kind, who)).length > 0 ? [who] : [])),
  );
  return found.flat();
}
const ABOVE = [districtOffice, districtHead, ASSISTANT, HELPER, SUPERVISOR];
const BELOW = [clerk, office, head, member, otherHead];

it('a change of a catalogue waits on the desk of the office above until it is settled', async () => {
  const policy = { ...DEFAULT_POLICY, catalogueChanges: 'approved' };
  const body = { policy, reason: '目录调整报上级审批' };
  await ok(world, 'PUT', path('policy', DISTRICT), { person: districtOffice, body });
  const change = { timing: 'prompt', reason: '及时公开' };
  await ok(world, 'PUT', path('catalogue/rows/b-05'), { person: office, body: change });

  expect(await tasks('decide', districtOffice)).toMatchObject([
    {
      kind: 'decide-catalogue-change',
      name: '审批下级目录调整',
      about: 'catalogue',
      id: 'change-1',
      organisation: { id: SCHOOL },
      title: expect.stringMatching(/^目录调整“.+”$/),
      since: world.now,
      overdue: false,
    },
  ]);
  expect(await having('decide', [...ABOVE, ...BELOW])).toEqual([districtOffice, ASSISTANT]);
  expect(await tasks('decide', office, SCHOOL)).toEqual([]);
  // It stands in the way of a merger, as whatever waits does.
  const open = await ok(world, 'GET', path('open-work'), { person: office });
  expect(open.body.work).toMatchObject([{ id: 'change-1', about: 'catalogue', now: true }]);

  await post('catalogue/changes/change-1/approval', {}, ASSISTANT ?? '');
  expect(await having('decide', ABOVE)).toEqual([]);
});

it('a dispute of a signal waits for whoever may answer above, until they have', async () => {
  const standard = { ...FIRST_STANDARD, signals: { ...FIRST_STANDARD.signals, silenceDays: 30 } };
  await post('standards', { from: '2026Q3', standard }, districtOffice, DISTRICT);
  await world.openQuarter(at('2026-07-01'));
  world.now = at('2026-10-01');
  await world.wake(world.now);
  await post('signals/2026Q3/silence/dispute', { reason: '暑假期间没有公开事项。' }, clerk);

  expect(await tasks('answer-signal', districtHead)).toMatchObject([
    { about: 'signal', id: '2026Q3/silence', organisation: { id: SCHOOL }, since: world.now },
  ]);
  const answering = [districtOffice, districtHead, ASSISTANT];
  expect(await having('answer-signal', [...ABOVE, ...BELOW])).toEqual(answering);
  // What the list of disputes says of it has nothing of the desk.
  const { body } = await ok(world, 'GET', path('disputes', DISTRICT), { person: districtOffice });
  expect(Object.keys(body.disputes[0]).toSorted()).toEqual(
    ['at', 'by', 'organisation', 'period', 'reason', 'said', 'signal', 'to'].toSorted(),
  );

  const answer = { outcome: 'explained', text: '情况合理。' };
  const helped = { person: HELPER, body: answer };
  expect((await world.call('POST', path('signals/2026Q3/silence/dispute/answer'), helped)).status).toBe(403);
  await post('signals/2026Q3/silence/dispute/answer', answer, ASSISTANT ?? '');
  expect(await having('answer', ABOVE)).toEqual([]);
});

it('an objection to a rating waits for anybody above but whoever gave it', async () => {
  world.now = at('2026-12-01');
  await post('rounds/2026', { selfUntil: '2026-12-05' }, districtOffice, DISTRICT);
  await post('assessments/2026/self', { score: 80, text: '按期公开' }, clerk);
  expect(await having('answer', ABOVE)).toEqual([]);
  await post('assessments/2026/verdict', { score: 70, text: '有遗漏' }, districtOffice);
  expect(await having('answer', ABOVE)).toEqual([]);
  await post('assessments/2026/objection', { reason: '漏计一次公开' }, clerk);

  expect(await tasks('answer-objection', districtHead)).toMatchObject([
    { about: 'assessment', id: '2026', title: '对2026年度评定的异议', organisation: { id: SCHOOL } },
  ]);
  expect(await having('answer-objection', [...ABOVE, ...BELOW])).toEqual([districtHead, ASSISTANT]);
  await post('assessments/2026/objection/answer', { outcome: 'kept', text: '经复核无误。' }, districtHead);
  expect(await having('answer', ABOVE)).toEqual([]);
});

it('a circular waits to be signed for, and with its day in sight for its task, in each office that it went to', async () => {
  world.now = at('2026-12-01');
  const issue = async (changes: object = {}) => {
    const body = {
      title: '关于开展廉政学习的通知',
      text: '请组织全体党员学习。',
      recipients: [SCHOOL, OTHER_SCHOOL],
      readers: 'party',
      task: '学习后报送小结。',
      dueOn: '2026-12-20',
      ...changes,
    };
    return (await post('circulars', body, districtOffice, DISTRICT)).body.id as string;
  };
  const id = await issue();
  const here = (person: string = clerk) => tasks('re', person, SCHOOL);
  const kinds = async () => (await here()).map(({ kind }) => kind);
  const receipt = (place: string) => post(`received-circulars/${DISTRICT}/${id}/${place}`, {}, clerk);

  const signing = {
    kind: 'receive-circular',
    about: 'circular',
    id: `${DISTRICT}/${id}`,
    title: '关于开展廉政学习的通知',
    since: world.now,
    due: '2026-12-20T16:00:00.000Z',
    overdue: false,
  };
  expect(await here()).toMatchObject([{ ...signing, organisation: { id: SCHOOL } }]);
  expect(await tasks('receive', otherHead, OTHER_SCHOOL)).toMatchObject([signing]);
  // A member is asked to read it, and has no office.
  expect(await here(member)).toEqual([]);
  expect(await having('receive', ABOVE)).toEqual([]);

  await receipt('receipt');
  expect(await kinds()).toEqual([]);
  expect(await tasks('receive', otherHead, OTHER_SCHOOL)).toHaveLength(1);
  world.now = at('2026-12-17');
  expect(await here()).toMatchObject([{ kind: 'report-circular-done', overdue: false }]);
  world.now = at('2026-12-22');
  expect(await here()).toMatchObject([{ kind: 'report-circular-done', overdue: true }]);
  await receipt('completion');
  expect(await kinds()).toEqual([]);

  // Sent elsewhere, or taken back.
  await issue({ recipients: [OTHER_SCHOOL], dueOn: '2026-12-30' });
  const gone = await issue({ dueOn: '2026-12-30' });
  expect(await kinds()).toEqual(['receive-circular']);
  await post(`circulars/${gone}/withdrawal`, { reason: '重复下发' }, districtOffice, DISTRICT);
  expect(await kinds()).toEqual([]);
});

it('a desk costs one query more for each organisation above, for its office alone', async () => {
  const indexed = vi.spyOn(world.views, 'listIndex');
  const listed = vi.spyOn(world.views, 'list');
  /** Whose circulars were looked through, and whose receipts. */
  const queries = async (person: string, organisation: string) => {
    indexed.mockClear();
    listed.mockClear();
    await tasks('', person, organisation);
    return [
      indexed.mock.calls.map(([, key]) => key).filter((key) => key.endsWith('CIRCULARS')),
      listed.mock.calls.map(([key]) => key).filter((key) => key.includes('RECEIPT')),
    ];
  };
  // Nobody stands above the district, and a member signs for nothing.
  expect(await queries(districtOffice, DISTRICT)).toEqual([[], []]);
  expect(await queries(member, SCHOOL)).toEqual([[], []]);
  // The receipts, since the district sent something.
  expect(await queries(clerk, SCHOOL)).toEqual([[circularsKey(DISTRICT)], [RECEIPTS]]);
});
