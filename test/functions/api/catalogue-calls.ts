import { DEFAULT_POLICY } from '../../../domain/organisation/policy.ts';
import { DISTRICT, PEOPLE, SCHOOL } from '../../support/school.ts';
import { ok, openSchools } from './school.ts';
import { type Answer, type Call, startWorld, type World } from './world.ts';

export const CATALOGUE = `/v1/organisations/${SCHOOL}/catalogue`;
export const ABOVE = `/v1/organisations/${DISTRICT}`;
export const NOW = '2026-09-01T00:00:00.000Z';

/** How a row of the school's own is disclosed. */
export const ROW = { forms: ['公示栏', '网站'], audience: 'public', timing: 'prompt' };
export const MENU = { ...ROW, rowId: 'l-menu', level2: '食堂每周菜谱', reason: '家长关心' };

/** Calls about the catalogue of a school, in a world with two schools. */
export interface CatalogueWorld {
  readonly world: World;
  /** A call that may fail. */
  send(method: string, path: string, person: string, body: object, call?: Call): Promise<Answer>;
  done(method: string, path: string, person: string, body: object, call?: Call): Promise<Answer>;
  // biome-ignore-start lint/suspicious/noExplicitAny: tests look into answers of every shape
  read(path: string, person?: string): Promise<any>;
  rowsOf(query?: string): Promise<any[]>;
  rowNamed(id: string): Promise<any>;
  // biome-ignore-end lint/suspicious/noExplicitAny: as above
  /** From then on the district wants to approve what its schools change. */
  askApproval(): Promise<void>;
}

export async function startCatalogue(): Promise<CatalogueWorld> {
  const world = await startWorld(NOW);
  await openSchools(world);
  const done: CatalogueWorld['done'] = (method, path, person, body, call = {}) =>
    ok(world, method, path, { person, body, ...call });
  const read: CatalogueWorld['read'] = async (path, person) =>
    (await ok(world, 'GET', path, { person })).body;
  const rowsOf: CatalogueWorld['rowsOf'] = async (query = '') => (await read(`${CATALOGUE}${query}`)).rows;
  return {
    world,
    send: (method, path, person, body, call = {}) => world.call(method, path, { person, body, ...call }),
    done,
    read,
    rowsOf,
    rowNamed: async (id) => (await rowsOf()).find(({ row }) => row.id === id),
    async askApproval() {
      await done('PUT', `${ABOVE}/policy`, PEOPLE.districtOffice, {
        policy: { ...DEFAULT_POLICY, catalogueChanges: 'approved' },
        reason: '目录调整报上级审批',
      });
    },
  };
}
