import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plusDays } from '../../../domain/kernel/time.ts';
import { DEFAULT_POLICY } from '../../../domain/organisation/policy.ts';
import { content, DISTRICT, OTHER_SCHOOL, PEOPLE, REVIEW, SCHOOL } from '../../support/school.ts';
import { draft, ok, openSchools } from './school.ts';
import { startWorld, type World } from './world.ts';

const NOW = '2026-09-01T00:00:00.000Z';
const { clerk, office, head, member, teacher, otherHead, districtOffice } = PEOPLE;
let world: World;

beforeAll(async () => {
  world = await startWorld(NOW);
  await openSchools(world);
}, 60_000);
afterAll(() => world?.stop());

const statusFor = async (item: string, person: string) => (await world.call('GET', item, { person })).status;
const post = (path: string, person: string, body: object) => ok(world, 'POST', path, { person, body });

it('who is to provide the content opens that item and no other, until it is decided on', async () => {
  const mine = await draft(world, {
    provider: { kind: 'person', person: teacher },
    audience: 'party',
    releasePlan: [{ audience: 'party' }],
  });
  const other = await draft(world);
  const { body } = await ok(world, 'GET', mine, { person: teacher });
  expect(body.work.item.versions).toHaveLength(1);
  expect([await statusFor(other, teacher), await statusFor(mine, member)]).toEqual([404, 404]);
  expect((await world.call('GET', mine)).status).toBe(404);

  await post(`${mine}/submission`, clerk, {});
  await post(`${mine}/reviews`, office, REVIEW);
  expect(await statusFor(mine, teacher)).toBe(200);
  await post(`${mine}/approvals`, head, {});
  expect(await statusFor(mine, teacher)).toBe(404);
});

it('who is consulted opens that item as soon as they are asked', async () => {
  const item = await draft(world);
  await post(`${item}/submission`, clerk, {});
  await post(`${item}/reviews`, office, REVIEW);
  expect(await statusFor(item, member)).toBe(404);
  await post(`${item}/consultations`, office, { members: [member], deadline: plusDays(NOW, 2) });
  expect(await statusFor(item, member)).toBe(200);
  expect([await statusFor(item, teacher), await statusFor(item, otherHead)]).toEqual([404, 404]);
});

it('a seat of the superior that a chain of approval names opens what it may have to approve', async () => {
  const secretary = { id: 'yan-fei', name: '严飞', partyMember: true, staff: true };
  await post(`/v1/organisations/${DISTRICT}/people`, districtOffice, { people: [secretary] });
  await post(`/v1/organisations/${DISTRICT}/seats`, districtOffice, {
    body: 'office',
    position: 'member',
    person: secretary.id,
    from: '2026-01-01',
  });
  const item = await draft(world);
  expect(await statusFor(item, secretary.id)).toBe(404);
  const above = [{ step: 'superior', by: [{ body: 'office', position: 'member' }] }];
  const approvalChains = { ...DEFAULT_POLICY.approvalChains, personnel: above };
  await ok(world, 'PUT', `/v1/organisations/${SCHOOL}/policy`, {
    person: districtOffice,
    body: { policy: { ...DEFAULT_POLICY, approvalChains }, reason: '人事事项报上级审批。' },
  });
  expect(await statusFor(item, secretary.id)).toBe(200);
  expect(
    (await world.call('GET', `/v1/organisations/${OTHER_SCHOOL}/items`, { person: secretary.id })).status,
  ).toBe(404);
});

describe('what was asked for may be done', () => {
  const provided = (text: string) =>
    content({
      text,
      provider: { kind: 'person', person: teacher },
      audience: 'party',
      releasePlan: [{ audience: 'party' }],
    });
  const codeFor = async (method: string, path: string, person: string, body: object) => {
    const answer = await world.call(method, path, { person, body });
    return [answer.status, answer.body.code];
  };

  it('by the provider: the content, while it is written, and nothing else', async () => {
    const item = await draft(world, provided('待补充。'));
    await ok(world, 'PUT', `${item}/draft`, { person: teacher, body: provided('已补充。') });
    const { body } = await ok(world, 'GET', item, { person: teacher });
    expect(body.work.item.versions[0].content.text).toBe('已补充。');
    for (const [path, data] of [
      ['submission', {}],
      ['withdrawals', { reason: '不再需要。', inError: false }],
      ['closing', {}],
    ] as const)
      expect(await codeFor('POST', `${item}/${path}`, teacher, data), path).toEqual([403, 'not-permitted']);

    await post(`${item}/submission`, clerk, {});
    const late = await codeFor('PUT', `${item}/draft`, teacher, provided('又补充。'));
    expect(late).toEqual([422, 'wrong-stage']);
    expect(await codeFor('POST', `${item}/reviews`, teacher, REVIEW)).toEqual([403, 'own-proposal']);
    const returned = await codeFor('POST', `${item}/returns`, teacher, { reason: '请修改。' });
    expect(returned).toEqual([403, 'not-permitted']);
  });

  it('by the provider of that item only', async () => {
    const [mine, other] = [await draft(world, provided('待补充。')), await draft(world)];
    expect(await codeFor('PUT', `${other}/draft`, teacher, provided('已补充。'))).toEqual([
      403,
      'not-permitted',
    ]);
    expect(await codeFor('PUT', `${mine}/draft`, member, provided('已补充。'))).toEqual([
      403,
      'not-permitted',
    ]);
  });

  it('by who is consulted: an answer, once', async () => {
    const item = await draft(world);
    await post(`${item}/submission`, clerk, {});
    await post(`${item}/reviews`, office, REVIEW);
    await post(`${item}/consultations`, office, { members: [member], deadline: plusDays(NOW, 2) });
    const answers = `${item}/consultation-answers`;
    expect(await codeFor('POST', answers, teacher, { agree: true })).toEqual([403, 'not-permitted']);
    await post(answers, member, { agree: true });
    expect(await codeFor('POST', answers, member, { agree: false })).toEqual([422, 'already-answered']);
    expect(await codeFor('POST', `${item}/approvals`, member, {})).toEqual([403, 'not-permitted']);
  });
});
