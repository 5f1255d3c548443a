import { afterAll, beforeAll, expect, it } from 'vitest';
import { PEOPLE, SCHOOL } from '../../support/school.ts';
import { draft, openSchools, release } from './school.ts';
import { startWorld, type World } from './world.ts';

const NOW = '2026-09-01T00:00:00.000Z';
/** Opinions on it are no longer asked for. */
const LATER = '2026-09-16T00:00:00.000Z';
let world: World;

beforeAll(async () => {
  world = await startWorld(NOW);
  await openSchools(world);
}, 60_000);
afterAll(() => world?.stop());

const idOf = (item: string): string => item.split('/').at(-1) ?? '';

/** A plan that is disclosed, of which no progress has been told. */
async function disclosedPlan(): Promise<string> {
  const plan = await draft(world, { pair: { part: 'plan' } });
  await release(world, plan);
  return idOf(plan);
}

const resultOf = (plan: string) => draft(world, { pair: { part: 'result', plan } });

async function close(plan: string, result?: string): Promise<[number, string | undefined]> {
  const path = `/v1/organisations/${SCHOOL}/items/${plan}/closing`;
  const answer = await world.call('POST', path, {
    person: PEOPLE.office,
    body: { ...(result && { result }) },
    now: LATER,
  });
  return [answer.status, answer.body.code];
}

it('a plan is closed with the result that names it, once that is disclosed', async () => {
  const plan = await disclosedPlan();
  const result = await resultOf(plan);
  expect(await close(plan)).toEqual([422, 'result-missing']);
  expect(await close(plan, idOf(result))).toEqual([422, 'result-missing']);
  await release(world, result);
  expect(await close(plan, idOf(result))).toEqual([200, undefined]);
});

it('the result of another plan, another item and none at all do not close it', async () => {
  const [plan, otherPlan] = [await disclosedPlan(), await disclosedPlan()];
  const [otherResult, item] = [await resultOf(otherPlan), await draft(world)];
  for (const each of [otherResult, item]) await release(world, each);
  for (const each of [idOf(otherResult), idOf(item), plan, 'nobody-has-this']) {
    expect(await close(plan, each), each).toEqual([422, 'result-missing']);
  }
});

it('a result that was taken down does not close it', async () => {
  const plan = await disclosedPlan();
  const result = await resultOf(plan);
  await release(world, result);
  const taken = await world.call('POST', `${result}/withdrawals`, {
    person: PEOPLE.office,
    body: { reason: '内容有误。', inError: true },
  });
  expect(taken.status).toBe(200);
  expect(await close(plan, idOf(result))).toEqual([422, 'result-missing']);
});
