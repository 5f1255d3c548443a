import { expect } from 'vitest';
import {
  content,
  districtSteps,
  OTHER_SCHOOL,
  OTHER_STAFF,
  PEOPLE,
  REVIEW,
  requestOf,
  SCHOOL,
  STAFFED,
  schoolSteps,
} from '../../support/school.ts';
import type { Answer, Call, World } from './world.ts';

/** Calls that must succeed. */
export async function ok(world: World, method: string, path: string, call: Call): Promise<Answer> {
  const answer = await world.call(method, path, call);
  expect([200, 201], `${method} ${path}: ${answer.text}`).toContain(answer.status);
  return answer;
}

/** Nobody decides beside the head, so that the district has to when the head may not or is gone. */
const seats = STAFFED.seats.filter(([, position]) => position !== 'deputy');

/** A district office, the school with its bodies and catalogue, and another school. */
export async function openSchools(world: World): Promise<void> {
  for (const step of [
    ...districtSteps(),
    ...schoolSteps(SCHOOL, { name: '东方小学党支部', kind: 'branch', people: STAFFED.people, seats }),
    ...schoolSteps(OTHER_SCHOOL, { name: '河嘴小学党支部', kind: 'branch', ...OTHER_STAFF }),
  ]) {
    const { method, path, body } = requestOf(step);
    await ok(world, method, path, { person: step.person, body });
  }
}

/** Address of an item that the clerk has drafted. */
export async function draft(world: World, changes: object = {}, as: string = PEOPLE.clerk): Promise<string> {
  const items = `/v1/organisations/${SCHOOL}/items`;
  const answer = await ok(world, 'POST', items, { person: as, body: content(changes) });
  return answer.headers.location ?? '';
}

/** From a draft to the board. */
export async function release(world: World, item: string): Promise<void> {
  await ok(world, 'POST', `${item}/submission`, { person: PEOPLE.clerk, body: {} });
  await ok(world, 'POST', `${item}/reviews`, { person: PEOPLE.office, body: REVIEW });
  await ok(world, 'POST', `${item}/approvals`, { person: PEOPLE.head, body: {} });
}
