import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMAND_OPERATIONS } from '../../../functions/api/operations.ts';
import { fillPath } from '../../../functions/api/routing.ts';
import { content, INSIDE_ONLY, OTHER_SCHOOL, PEOPLE, SCHOOL } from '../../support/school.ts';
import { GOOD_BODIES } from './bodies.ts';
import { draft, openSchools, release } from './school.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let drafted: string;
let released: string;
let inside: string;

beforeAll(async () => {
  world = await startWorld('2026-09-01T00:00:00.000Z');
  await openSchools(world);
  drafted = await draft(world);
  released = await draft(world);
  await release(world, released);
  inside = await draft(world, INSIDE_ONLY);
  await release(world, inside);
}, 60_000);
afterAll(() => world?.stop());

const idOf = (path: string) => path.split('/').at(-1) ?? '';

describe("another tenant's ids", () => {
  it.each([PEOPLE.otherHead, PEOPLE.passerBy])(
    'get %s the same answer as ids that are not there',
    async (person) => {
      for (const operation of COMMAND_OPERATIONS.filter(({ aggregate }) => aggregate === 'item')) {
        const answers = [];
        for (const item of [idOf(drafted), 'no-such-item']) {
          const before = await world.commits();
          const path = fillPath(operation.path, { organisation: SCHOOL, item });
          const answer = await world.call(operation.method, path, {
            person,
            body: GOOD_BODIES[operation.id],
          });
          expect(await world.commits()).toBe(before);
          answers.push([answer.status, answer.body.code, answer.body.zh]);
        }
        expect(answers[0]).toEqual(answers[1]);
        expect(answers[0]?.[0], operation.id).toBe(403);
      }
    },
  );

  it.each([PEOPLE.otherHead, PEOPLE.passerBy])(
    'get %s the same answer for a ledger that is open and for one that is not',
    async (person) => {
      const before = await world.commits();
      for (const operation of COMMAND_OPERATIONS.filter(({ aggregate }) => aggregate === 'ledger')) {
        for (const period of ['2026Q3', '2020Q1']) {
          const path = fillPath(operation.path, { organisation: SCHOOL, period });
          const answer = await world.call(operation.method, path, {
            person,
            body: GOOD_BODIES[operation.id],
          });
          expect([answer.status, answer.body.code], operation.id).toEqual([403, 'not-permitted']);
        }
      }
      for (const period of ['2026Q3', '2020Q1']) {
        const path = `/v1/organisations/${SCHOOL}/ledgers/${period}`;
        expect((await world.call('GET', path, { person })).body.code).toBe('not-found');
      }
      expect(await world.commits()).toBe(before);
    },
  );

  it('are not found under the own organisation', async () => {
    const path = `/v1/organisations/${OTHER_SCHOOL}/items/${idOf(drafted)}`;
    expect((await world.call('GET', path, { person: PEOPLE.otherHead })).status).toBe(404);
    const answer = await world.call('POST', `${path}/submission`, { person: PEOPLE.otherHead, body: {} });
    expect([answer.status, answer.body.code]).toEqual([404, 'item-unknown']);
  });

  it('cannot break out of their place in a key', async () => {
    for (const id of ['dongfang%23ITEM', 'a%23b', '..%2F..', 'A'.repeat(50), 'ORG%23dongfang']) {
      const answer = await world.call('GET', `/v1/organisations/${id}/board`);
      expect([400, 404]).toContain(answer.status);
    }
  });

  it('do not say whether a draft exists when an opinion is left on them', async () => {
    const body = GOOD_BODIES.leaveFeedback;
    const before = await world.commits();
    for (const item of [drafted, `/v1/organisations/${SCHOOL}/items/no-such-item`, inside]) {
      const answer = await world.call('POST', `${item}/feedback`, { body });
      expect([answer.status, answer.body.code]).toEqual([404, 'item-unknown']);
    }
    expect(await world.commits()).toBe(before);
  });

  it('let nobody else administer, whatever the body says', async () => {
    const people = { people: [{ id: PEOPLE.otherHead, name: '唐丽', partyMember: true, staff: true }] };
    for (const person of [PEOPLE.otherHead, PEOPLE.teacher, PEOPLE.head, PEOPLE.passerBy]) {
      const before = await world.commits();
      const answer = await world.call('POST', `/v1/organisations/${SCHOOL}/people`, { person, body: people });
      expect([answer.status, answer.body.code]).toEqual([403, 'not-permitted']);
      const onboarding = await world.call('POST', '/v1/organisations', {
        person,
        body: GOOD_BODIES.onboardOrganisation,
      });
      expect(onboarding.status).toBe(403);
      expect(await world.commits()).toBe(before);
    }
  });

  it('leave the founder without power once the office of the district is filled', async () => {
    const body = { ...GOOD_BODIES.onboardOrganisation };
    const answer = await world.call('POST', '/v1/organisations', { person: 'founder', body });
    expect(answer.status).toBe(403);
  });
});

describe('what a reader gets', () => {
  const visible = async (item: string, person?: string) =>
    (await world.call('GET', item, { person })).status === 200;

  it('depends on who they are', async () => {
    const matrix = [];
    for (const person of [undefined, PEOPLE.passerBy, PEOPLE.otherHead, PEOPLE.teacher, PEOPLE.member]) {
      matrix.push(await Promise.all([drafted, inside, released].map((item) => visible(item, person))));
    }
    matrix.push(await Promise.all([drafted, inside, released].map((item) => visible(item, PEOPLE.office))));
    expect(matrix).toEqual([
      [false, false, true],
      [false, false, true],
      [false, false, true],
      [false, false, true],
      [false, true, true],
      [true, true, true],
    ]);
  });

  it('holds no ids of people and no reasons for those who do not work on it', async () => {
    const { text, body } = await world.call('GET', released);
    expect(body.work).toBeUndefined();
    for (const secret of [...Object.values(PEOPLE), content().exception]) expect(text).not.toContain(secret);
  });

  it('is the same on the board', async () => {
    const board = `/v1/organisations/${SCHOOL}/board`;
    const ids = async (person?: string) =>
      (await world.call('GET', board, { person })).body.lines.map(({ id }: { id: string }) => id);
    expect(await ids()).toEqual([idOf(released)]);
    expect(await ids(PEOPLE.teacher)).toEqual([idOf(released)]);
    expect((await ids(PEOPLE.member)).sort()).toEqual([idOf(released), idOf(inside)].sort());
    const district = (await world.call('GET', '/v1/board')).body.lines;
    expect(district.map(({ id }: { id: string }) => id)).toEqual([idOf(released)]);
  });

  it('counts in the full picture what is for others, without a word about it', async () => {
    const { body, text } = await world.call('GET', `/v1/organisations/${SCHOOL}/catalogue`);
    const row = body.rows.find((each: { row: { id: string } }) => each.row.id === 'b-09');
    expect(row).toMatchObject({ state: 'disclosed', items: [], elsewhere: 1 });
    expect(text).not.toContain(idOf(inside));
  });

  it('never includes the record, opinions or the list of all items unless they work here', async () => {
    for (const path of [`${released}/record`, `${released}/feedback`, `/v1/organisations/${SCHOOL}/items`]) {
      expect((await world.call('GET', path)).status).toBe(401);
      expect((await world.call('GET', path, { person: PEOPLE.member })).status).toBe(404);
      expect((await world.call('GET', path, { person: PEOPLE.office })).status).toBe(200);
    }
  });
});
