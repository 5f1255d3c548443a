import { DISTRICT, OTHER_SCHOOL, PEOPLE, SCHOOL } from '../../support/school.ts';
import { ok, openSchools } from './school.ts';
import { type Answer, type Call, startWorld, type World } from './world.ts';

const { districtOffice, member, teacher } = PEOPLE;
/** 监督小组 of the district, one of whom comes from the school; 监督员 of three sources; 监督小组 of the school. */
export const SUPERVISORS = {
  inspector: 'fang-wei',
  fromSchool: 'xia-yun',
  appointed: 'du-jian',
  retired: 'gu-chun',
  delegated: 'jiang-shan',
  watcher: member,
} as const;
const { inspector, fromSchool, appointed, retired, delegated, watcher } = SUPERVISORS;

export const HERE = `/v1/organisations/${SCHOOL}`;
export const THERE = `/v1/organisations/${OTHER_SCHOOL}`;
export const ABOVE = `/v1/organisations/${DISTRICT}`;

export const PLAN = { means: 'listen', on: '2026-09-01', purpose: '听取党员对党务公开的意见' };
export const HELD = { on: '2026-09-01', summary: '走访座谈，查看公开栏。' };
export const SUGGESTION = { aspects: ['content', 'timing'], text: '建议按月公开食堂采购价格。' };
export const ORDER = {
  aspects: ['form'],
  text: '公开栏内容已过期，请更换。',
  owner: teacher,
  dueOn: '2026-09-10',
};

export const idOf = (path: string): string => path.split('/').at(-1) ?? '';

/** What supervisors do and others answer, on the first of September, in a world with two schools under supervision. */
export interface SupervisedWorld {
  readonly world: World;
  post(path: string, body: object, call?: Call): Promise<Answer>;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  get(path: string, person?: string, now?: string): Promise<any>;
  /** Address of what was made. */
  made(path: string, body: object, person: string): Promise<string>;
  /** Status and code of a call that may fail. */
  refused(path: string, body: object, person?: string, now?: string): Promise<readonly unknown[]>;
  /** What somebody has to do about a thing at their desk; with a mark where it is overdue. */
  tasks(place: string, person: string, id: string, now?: string): Promise<readonly string[]>;
  /** Address of a visit to the school that is planned. */
  visit(changes?: object, person?: string): Promise<string>;
  /** Address of one that took place. */
  heldVisit(): Promise<string>;
}

export async function startSupervision(): Promise<SupervisedWorld> {
  const world = await startWorld('2026-09-01T00:00:00.000Z');
  await openSchools(world);
  const by = { person: districtOffice };
  const people = [inspector, fromSchool, appointed, retired, delegated].map((id) => ({
    id,
    name: `监督${id}`,
    partyMember: true,
    staff: true,
  }));
  const seat = { from: '2026-01-01', position: 'member' };
  await ok(world, 'POST', `${ABOVE}/people`, { body: { people }, ...by });
  for (const body of [
    { ...seat, body: 'supervision-group', person: inspector },
    { ...seat, body: 'supervision-group', person: fromSchool, unit: SCHOOL },
    ...Object.entries({
      delegate: appointed,
      'retired-cadre': retired,
      'staff-representative': delegated,
    }).map(([source, person]) => ({ ...seat, body: 'supervisors', person, source, until: '2027-09-01' })),
  ])
    await ok(world, 'POST', `${ABOVE}/seats`, { body, ...by });
  await ok(world, 'POST', `${HERE}/seats`, {
    body: { ...seat, body: 'supervision-group', person: watcher },
    ...by,
  });
  const post: SupervisedWorld['post'] = (path, body, call = {}) => ok(world, 'POST', path, { body, ...call });
  const get: SupervisedWorld['get'] = async (path, person, now) =>
    (await ok(world, 'GET', path, { person, ...(now && { now }) })).body;
  const made: SupervisedWorld['made'] = async (path, body, person) =>
    (await post(path, body, { person })).headers.location ?? '';
  const visit: SupervisedWorld['visit'] = (changes = {}, person = inspector) =>
    made(`${HERE}/visits`, { ...PLAN, ...changes }, person);
  return {
    world,
    post,
    get,
    made,
    async refused(path, body, person, now) {
      const { status, body: problem } = await world.call('POST', path, { body, person, ...(now && { now }) });
      return [status, problem.code];
    },
    async tasks(place, person, id, now = world.now) {
      return (await get(`${place}/desk`, person, now)).tasks
        .filter((task: { id: string }) => task.id === id)
        .map(({ kind, overdue }: { kind: string; overdue: boolean }) => (overdue ? `${kind}!` : kind));
    },
    visit,
    async heldVisit() {
      const path = await visit();
      await post(`${path}/record`, HELD, { person: inspector });
      return path;
    },
  };
}
