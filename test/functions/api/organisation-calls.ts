import { DISTRICT, OTHER_SCHOOL, PEOPLE, REVIEW, SCHOOL } from '../../support/school.ts';
import { ok } from './school.ts';
import type { Answer, Call, World } from './world.ts';

export const HERE = `/v1/organisations/${SCHOOL}`;
export const OTHER = `/v1/organisations/${OTHER_SCHOOL}`;
export const ABOVE = `/v1/organisations/${DISTRICT}`;
export const START = '2026-10-08T01:00:00.000Z';

export const someone = (id: string, name: string) => ({ id, name, partyMember: true, staff: true });

/** Calls about organisations, by the office of the district unless said otherwise. */
export class OrganisationCalls {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  send(
    method: 'POST' | 'PUT',
    path: string,
    body: object,
    person: string = PEOPLE.districtOffice,
    call: Call = {},
  ): Promise<Answer> {
    return ok(this.#world, method, path, { person, body, ...call });
  }

  async get(path: string, person?: string, call: Call = {}) {
    return (await ok(this.#world, 'GET', path, { person, ...call })).body;
  }

  async refusal(method: 'POST' | 'PUT', path: string, body: object, call: Call = {}) {
    const answer = await this.#world.call(method, path, { person: PEOPLE.districtOffice, body, ...call });
    return [answer.status, answer.body.code];
  }

  register(path: string, ...people: readonly object[]) {
    return this.send('POST', `${path}/people`, { people });
  }

  seat(path: string, body: string, position: string, person: string, more: object = {}) {
    return this.send('POST', `${path}/seats`, { body, position, person, from: '2026-09-01', ...more });
  }

  /** From a draft to what waits for an approval. */
  async reviewed(item: string): Promise<void> {
    await this.send('POST', `${item}/submission`, {}, PEOPLE.clerk);
    await this.send('POST', `${item}/reviews`, REVIEW, PEOPLE.office);
  }
}
