import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PEOPLE, SCHOOL } from '../../support/school.ts';
import { draft, ok, openSchools, release } from './school.ts';
import { startWorld, type World } from './world.ts';

const OPINION = { text: '一位家长的原话', speaker: 'parent', channel: 'online' };
const NAME = '提意见的家长';
let world: World;

beforeAll(async () => {
  world = await startWorld('2026-09-01T00:00:00.000Z');
  await openSchools(world);
}, 60_000);
afterAll(() => world?.stop());

async function opinionOn(item: string): Promise<string> {
  const body = { ...OPINION, from: { kind: 'signed', name: NAME } };
  return (await ok(world, 'POST', `${item}/feedback`, { body })).headers.location ?? '';
}
const answer = (opinion: string, text: string) =>
  ok(world, 'POST', `${opinion}/answers`, { person: PEOPLE.clerk, body: { text, outcome: 'adopted' } });
const close = (opinion: string, body: object = {}) =>
  ok(world, 'POST', `${opinion}/closing`, { person: PEOPLE.office, body });

describe('the answers to opinions on an item', () => {
  it('are there once the office has closed them, and nothing of who said what', async () => {
    const item = await draft(world);
    await release(world, item);
    const [first, second, open] = [await opinionOn(item), await opinionOn(item), await opinionOn(item)];
    for (const [opinion, text] of [
      [first, '明细已补充公开。'],
      [second, '已列入计划。'],
      [open, '尚未经办公室办结。'],
    ] as const) {
      await answer(opinion, text);
    }
    expect((await world.call('GET', `${item}/answers`)).body).toEqual({ answers: [] });
    await close(first);
    world.now = '2026-09-01T00:05:00.000Z';
    await close(second);
    const read = await world.call('GET', `${item}/answers`);
    expect(read.body.answers).toEqual([
      { outcome: 'adopted', text: '已列入计划。', answeredAt: '2026-09-01T00:00:00.000Z' },
      { outcome: 'adopted', text: '明细已补充公开。', answeredAt: '2026-09-01T00:00:00.000Z' },
    ]);
    for (const secret of [OPINION.text, NAME, PEOPLE.clerk]) expect(read.text).not.toContain(secret);
  });

  it('are none for an opinion that was closed without one', async () => {
    const item = await draft(world);
    await release(world, item);
    const body = { ...OPINION, from: { kind: 'anonymous' } };
    const opinion = (await ok(world, 'POST', `${item}/feedback`, { body })).headers.location ?? '';
    await close(opinion, { reason: '与事项无关。' });
    expect((await world.call('GET', `${item}/answers`)).body).toEqual({ answers: [] });
  });

  it('are as hidden as the item', async () => {
    const item = await draft(world);
    expect((await world.call('GET', `${item}/answers`)).body.code).toBe('not-found');
    expect((await world.call('GET', `${item}/answers`, { person: PEOPLE.clerk })).status).toBe(200);
    const none = `/v1/organisations/${SCHOOL}/items/no-such-item/answers`;
    expect((await world.call('GET', none, { person: PEOPLE.clerk })).body.code).toBe('not-found');
  });
});
