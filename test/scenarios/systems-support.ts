import { expect } from 'vitest';
import { content } from '../support/school.ts';
import { wordsOf } from './duties-support.ts';
import type { World } from './support.ts';

/** What people do and read in a world that is there once the tests run. */
export class Doings {
  readonly #world: () => World;

  constructor(world: () => World) {
    this.#world = world;
  }

  get world(): World {
    return this.#world();
  }

  readonly read = async (path: string, person?: string) => (await this.world.ok('GET', path, person)).body;

  readonly post = (path: string, person: string | undefined, body: object = {}) =>
    this.world.ok('POST', path, person, body);

  /** Address of what was created. */
  readonly made = async (path: string, person: string, body: object): Promise<string> =>
    (await this.post(path, person, body)).headers.get('location') ?? '';

  readonly status = async (path: string, person?: string): Promise<number> =>
    (await this.world.call('GET', path, person)).status;

  /** What a page of the site says; it must be there. */
  readonly words = async (path: string, person?: string): Promise<string> => {
    const page = await this.world.page(path, person);
    expect(page.status, path).toBe(200);
    return wordsOf(page.text);
  };

  /** What there is to be done about one thing; what is late ends in an exclamation mark. */
  readonly tasks = async (place: string, person: string, id: string): Promise<readonly string[]> => {
    await this.world.cloud.idle();
    return (await this.read(`${place}/desk`, person)).tasks
      .filter((task: { id: string }) => task.id === id)
      .map(({ kind, overdue }: { kind: string; overdue: boolean }) => (overdue ? `${kind}!` : kind));
  };
}

/** Something that society may read, under a row of committees. */
export const told = (changes: object) => content({ row: 'c-24', ...changes });
