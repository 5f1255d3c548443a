import { expect } from 'vitest';
import { type Answer, type Call, DISTRICT, FOUNDER, type World } from './world.ts';

export const SCHOOL = 'dongfang';
export const OTHER_SCHOOL = 'hezui';
const base = `/v1/organisations/${SCHOOL}`;

/** Invented people of the school, by what they do. */
export const PEOPLE = {
  clerk: 'zhou-min',
  office: 'lin-hui',
  head: 'chen-guang',
  member: 'wu-yue',
  teacher: 'he-qing',
  districtOffice: 'qiu-lan',
  districtHead: 'shao-ping',
  stranger: 'someone-else',
  otherHead: 'tang-li',
} as const;

export const content = (changes: object = {}) => ({
  row: 'b-17',
  title: '关于召开第五届教职工代表大会第二次会议的公开',
  text: '经党支部研究，定于九月中旬召开教职工代表大会。',
  basis: 'statutory',
  documentType: 'matter',
  matter: 'ordinary',
  important: false,
  forms: ['公示栏', '网站'],
  exception: '家长需要知道，增加网站公开。',
  audience: 'public',
  releasePlan: [{ audience: 'public' }],
  provider: { kind: 'office', name: '党务公开办公室' },
  accountable: PEOPLE.clerk,
  ...changes,
});

/** Changes that make the content one for Party members only. */
export const INSIDE_ONLY = {
  row: 'b-09',
  title: '党组织设置情况',
  forms: ['设限平台'],
  audience: 'party',
  releasePlan: [{ audience: 'party' }],
};

export const REVIEW = {
  verdicts: Object.fromEntries(
    ['content', 'form', 'audience', 'time', 'duration'].map((aspect) => [aspect, { ok: true }]),
  ),
  secrecy: { clear: true },
};

/** Calls that must succeed. */
export async function ok(world: World, method: string, path: string, call: Call): Promise<Answer> {
  const answer = await world.call(method, path, call);
  expect([200, 201], `${method} ${path}: ${answer.text}`).toContain(answer.status);
  return answer;
}

const person = (id: string, name: string, partyMember = true, staff = true) => ({
  id,
  name,
  partyMember,
  staff,
});
const seat = (body: string, position: string, who: string) => ({
  body,
  position,
  person: who,
  from: '2026-01-01',
});

/** A district office, the school with its bodies and catalogue, and another school. */
export async function openSchools(world: World): Promise<void> {
  const post = (path: string, as: string, body: object) => ok(world, 'POST', path, { person: as, body });
  await post('/v1/organisations', FOUNDER, {
    id: DISTRICT,
    name: '澄江区教育党工委',
    shortName: '区教育党工委',
    kind: 'committee',
  });
  const district = `/v1/organisations/${DISTRICT}`;
  await post(`${district}/people`, FOUNDER, {
    people: [person(PEOPLE.districtOffice, '邱岚'), person(PEOPLE.districtHead, '邵平')],
  });
  await post(`${district}/seats`, FOUNDER, seat('leading-group', 'head', PEOPLE.districtHead));
  await post(`${district}/seats`, FOUNDER, seat('office', 'head', PEOPLE.districtOffice));
  for (const [id, name] of [
    [SCHOOL, '东方小学党支部'],
    [OTHER_SCHOOL, '河嘴小学党支部'],
  ] as const) {
    await post('/v1/organisations', PEOPLE.districtOffice, {
      id,
      name,
      shortName: name,
      kind: 'branch',
      superior: DISTRICT,
    });
    await post(`/v1/organisations/${id}/catalogue/adoption`, PEOPLE.districtOffice, {
      template: 'branch',
      version: 1,
    });
  }
  await post(`${base}/people`, PEOPLE.districtOffice, {
    people: [
      person(PEOPLE.clerk, '周敏'),
      person(PEOPLE.office, '林慧'),
      person(PEOPLE.head, '陈光'),
      person(PEOPLE.member, '吴越'),
      person(PEOPLE.teacher, '何清', false),
    ],
  });
  for (const each of [
    seat('office', 'member', PEOPLE.clerk),
    seat('office', 'head', PEOPLE.office),
    seat('leading-group', 'head', PEOPLE.head),
  ]) {
    await post(`${base}/seats`, PEOPLE.districtOffice, each);
  }
  await post(`/v1/organisations/${OTHER_SCHOOL}/people`, PEOPLE.districtOffice, {
    people: [person(PEOPLE.otherHead, '唐丽')],
  });
  await post(
    `/v1/organisations/${OTHER_SCHOOL}/seats`,
    PEOPLE.districtOffice,
    seat('office', 'head', PEOPLE.otherHead),
  );
}

/** Address of an item that the clerk has drafted. */
export async function draft(world: World, changes: object = {}, as: string = PEOPLE.clerk): Promise<string> {
  const answer = await ok(world, 'POST', `${base}/items`, { person: as, body: content(changes) });
  return answer.headers.location ?? '';
}

/** From a draft to the board. */
export async function release(world: World, item: string): Promise<void> {
  await ok(world, 'POST', `${item}/submission`, { person: PEOPLE.clerk, body: {} });
  await ok(world, 'POST', `${item}/reviews`, { person: PEOPLE.office, body: REVIEW });
  await ok(world, 'POST', `${item}/approvals`, { person: PEOPLE.head, body: {} });
}
