import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { District } from '../../bench/district.ts';
import { content, PEOPLE, SCHOOL } from '../../support/school.ts';
import { openSchools } from './school.ts';
import { startWorld, type World } from './world.ts';

const NOW = '2026-09-01T00:00:00.000Z';
const NEWCOMER = PEOPLE.member;
let world: World;
/** Another function over the same record. */
let elsewhere: District;

beforeAll(async () => {
  world = await startWorld(NOW);
  await openSchools(world);
  elsewhere = new District(world.log);
}, 60_000);
afterAll(() => world?.stop());

const propose = () =>
  world.call('POST', `/v1/organisations/${SCHOOL}/items`, { person: NEWCOMER, body: content() });

const inOffice = (command: string, data: object) =>
  elsewhere.issue(
    { aggregate: 'organisation', parameters: { organisation: SCHOOL }, command, person: PEOPLE.office, data },
    NOW,
  );

describe('a person who was given a seat a moment ago, by way of another function', () => {
  it('is not refused for what was true before', async () => {
    expect(await propose()).toMatchObject({ status: 403, body: { code: 'not-permitted' } });
    // The organisation has just been looked at, and is trusted for a moment.
    expect(await propose()).toMatchObject({ status: 403 });
    await inOffice('FillSeat', {
      body: 'office',
      position: 'member',
      person: NEWCOMER,
      from: '2026-01-01',
    });
    expect(await propose()).toMatchObject({ status: 201, body: { stage: 'drafted' } });
  });
});

describe('a stranger who is refused', () => {
  it('is counted once for it, however often the rules were asked', async () => {
    const leave = () =>
      world.call('POST', `/v1/organisations/${SCHOOL}/items/no-such-item/feedback`, {
        body: { text: '什么时候答复？', from: { kind: 'anonymous' }, speaker: 'parent', channel: 'online' },
        now: '2026-09-02T00:00:00.000Z',
      });
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 31; attempt += 1) statuses.push((await leave()).status);
    expect(statuses).toEqual([...Array.from({ length: 30 }, () => 404), 429]);
  });
});
