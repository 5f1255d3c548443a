import { describe, expect, it } from 'vitest';
import { type Area, finderIn, wordOf } from '../../../functions/api/areas.ts';
import { COMMAND_OPERATIONS } from '../../../functions/api/operations.ts';
import { READS } from '../../../functions/api/reads.ts';
import { fillPath } from '../../../functions/api/routing.ts';
import { COMMAND_AREAS } from '../../../functions/commands/areas.ts';
import { readAreas } from '../../../functions/queries/areas.ts';
import type { Readings } from '../../../functions/shell/readings.ts';

/** Nothing is read here. */
const readings = {} as Readings;

/** The parameters of a path, each with a value that has to be decoded. */
const parametersOf = (path: string) =>
  Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, `甲/乙 ${name}`]));

interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
}

describe.each<[string, readonly Operation[], readonly Area<Operation>[]]>([
  ['commands', COMMAND_OPERATIONS, COMMAND_AREAS],
  [
    'readings',
    READS.map((read) => ({ ...read, method: 'GET' })),
    readAreas(readings, () => Promise.reject(new Error('no links'))),
  ],
])('the areas of %s', (_, operations, areas) => {
  it.each(operations.map((operation) => [operation.id, operation] as const))(
    'have %s at its address, with what stands in the path',
    async (id, { method, path }) => {
      const parameters = parametersOf(path);
      const found = await finderIn(areas)(method, fillPath(path, parameters));
      expect(found?.operation.id).toBe(id);
      expect(found?.parameters).toEqual(parameters);
    },
  );

  it('hold nothing else, and claim no word that nothing of theirs stands at', async () => {
    const loaded = await Promise.all(areas.map(async ({ at, load }) => ({ at, operations: await load() })));
    for (const area of loaded) {
      expect(new Set(area.operations.map(({ path }) => wordOf(path)))).toEqual(new Set(area.at));
    }
    const ids = (all: readonly Operation[]) => all.map(({ id }) => id).sort();
    expect(ids(loaded.flatMap((area) => area.operations))).toEqual(ids(operations));
  });
});

describe('finding an operation', () => {
  const loads: string[] = [];
  const area = (word: string, paths: readonly string[]): Area<{ method: string; path: string }> => ({
    at: [word],
    load: async () => {
      loads.push(word);
      return paths.map((path) => ({ method: 'GET', path }));
    },
  });
  const find = finderIn([
    area('items', ['/v1/organisations/{organisation}/items/{item}']),
    area('organisations', ['/v1/organisations', '/v1/organisations/{organisation}']),
  ]);

  it('loads the area that is asked for, once, and no other', async () => {
    await find('GET', '/v1/organisations/xinglan/items/a');
    await find('GET', '/v1/organisations/xinglan/items/b');
    expect(loads).toEqual(['items']);
  });

  it.each([
    ['another method', 'POST', '/v1/organisations/xinglan/items/a'],
    ['a word that is nobody’s', 'GET', '/v1/organisations/xinglan/constructor'],
    ['a word one level too high', 'GET', '/v1/items/a'],
    ['a segment too many', 'GET', '/v1/organisations/xinglan/items/a/b'],
    ['an empty segment', 'GET', '/v1/organisations//items/a'],
    ['a slash at the end', 'GET', '/v1/organisations/xinglan/'],
    ['an address outside', 'GET', '/'],
  ])('finds nothing for %s', async (_, method, path) => {
    expect(await find(method, path)).toBeUndefined();
  });

  it('leaves alone what cannot be decoded', async () => {
    expect((await find('GET', '/v1/organisations/%ff'))?.parameters).toEqual({ organisation: '%ff' });
  });
});
