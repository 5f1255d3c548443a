import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CATALOGUE_ANSWERS } from '../../../functions/api/catalogue-answers.ts';
import { DISTRICT, INSIDE_ONLY, PEOPLE, SCHOOL } from '../../support/school.ts';
import { draft, ok, openSchools, release } from './school.ts';
import { startWorld, type World } from './world.ts';

const { districtOffice, clerk, member, office } = PEOPLE;
const HERE = `/v1/organisations/${SCHOOL}`;
const TYPES = `/v1/organisations/${DISTRICT}/vocabulary/document-types`;
const APPOINTMENT = {
  id: 'appointment-notice',
  name: '任前公示',
  asksObjections: true,
  reason: '干部任前须公示',
};
const objection = {
  periodDays: 5,
  contact: '干部科',
  phone: '021-55550101',
  supervisionPhone: '021-55550102',
  howToObject: '书面反映。',
};
const documentType = APPOINTMENT.id;

let world: World;
beforeAll(async () => {
  world = await startWorld('2026-09-01T00:00:00.000Z');
  await openSchools(world);
}, 60_000);
afterAll(() => world?.stop());

const done = (path: string, person: string, body: object) => ok(world, 'POST', path, { person, body });
const read = async (path: string, person?: string) => (await ok(world, 'GET', path, { person })).body;

describe('a document type that the district adds', () => {
  it('is not for schools to add, and takes the terms of the 公示 from nobody', async () => {
    expect((await world.call('POST', TYPES, { person: office, body: APPOINTMENT })).status).toBe(403);
    const notice = { ...APPOINTMENT, id: 'public-notice', name: '公示', asksObjections: false };
    const refused = await world.call('POST', TYPES, { person: districtOffice, body: notice });
    expect([refused.status, refused.body.code]).toEqual([422, 'public-notice-needed']);
    expect(refused.body.field).toBe('asksObjections');
    for (const wrong of [{ id: 'A' }, { name: '' }, { name: '公'.repeat(21) }, { asksObjections: 'yes' }]) {
      const malformed = { ...APPOINTMENT, ...wrong };
      const answer = await world.call('POST', TYPES, { person: districtOffice, body: malformed });
      expect(answer.status, JSON.stringify(wrong)).toBe(400);
    }
    expect((await read('/v1/vocabulary')).version).toBe(0);
  });

  it('is what its schools may write, with the terms that it asks for', async () => {
    const items = `${HERE}/items`;
    const content = { ...INSIDE_ONLY, basis: 'statutory', matter: 'ordinary', important: false };
    const body = { ...content, documentType, provider: { kind: 'office', name: '支部' }, accountable: clerk };
    const unknown = await world.call('POST', items, { person: clerk, body });
    expect([unknown.status, unknown.body.code]).toEqual([422, 'document-type-unknown']);
    expect(unknown.body.field).toBe('documentType');
    expect(unknown.body.zh).toContain('公开事项（matter）');
    await done(TYPES, districtOffice, APPOINTMENT);
    const bare = await world.call('POST', items, { person: clerk, body });
    expect([bare.status, bare.body.code]).toEqual([422, 'objection-terms-missing']);
    expect(bare.body.zh).toContain('“任前公示”须写明公示期');
  });

  it('is told on the board, in the item and in the ledger of the year, and boards are narrowed by it', async () => {
    const item = await draft(world, { ...INSIDE_ONLY, documentType, objection });
    await release(world, item);
    await draft(world, INSIDE_ONLY);
    const { lines } = await read(`${HERE}/board?documentType=${documentType}`, member);
    expect(lines).toEqual([
      expect.objectContaining({ documentType, documentTypeName: '任前公示', asksObjections: true }),
    ]);
    const { shown } = await read(item, member);
    expect(shown).toMatchObject({ documentTypeName: '任前公示', content: { documentType } });
    expect(shown.content).not.toHaveProperty('documentTypeName');
    const { entries } = await read(`${HERE}/ledger-entries?year=2026`, clerk);
    expect(entries).toContainEqual(expect.objectContaining({ kind: 'documents', sort: '任前公示' }));
    expect((await read(`${HERE}/board?documentType=no-such-type`, member)).lines).toEqual([]);
  });

  it('can be sent back as it was read, when the text is changed', async () => {
    const item = await draft(world, { ...INSIDE_ONLY, documentType, objection });
    const { content } = (await read(item, clerk)).work.item.versions[0];
    await ok(world, 'PUT', `${item}/draft`, { person: clerk, body: { ...content, title: '更正后的题目' } });
  });

  it('is retired for new texts only', async () => {
    const item = await draft(world, { ...INSIDE_ONLY, documentType, objection });
    await done(`${TYPES}/retirement`, districtOffice, { id: documentType, reason: '并入公示' });
    await release(world, item);
    const body = { ...INSIDE_ONLY, documentType, objection };
    await expect(draft(world, body)).rejects.toThrow('document-type-retired');
    expect((await read(`${HERE}/board?documentType=${documentType}`, member)).lines).toHaveLength(2);
  });
});

describe('the words of the district', () => {
  it('have versions with their reasons, and a difference between any two', async () => {
    const { versions } = await read('/v1/vocabulary/versions');
    expect(versions.map(({ version, reason }: Record<string, unknown>) => [version, reason])).toEqual([
      [0, undefined],
      [1, '干部任前须公示'],
      [2, '并入公示'],
    ]);
    expect(versions[2].changes).toEqual([
      { kind: 'documentTypes', id: documentType, name: '任前公示', change: 'retired', attributes: [] },
    ]);
    const now = await read('/v1/vocabulary');
    expect(CATALOGUE_ANSWERS.vocabulary.safeParse(now).error).toBeUndefined();
    expect(now.documentTypes.at(-1)).toEqual({
      id: documentType,
      name: '任前公示',
      asksObjections: true,
      retired: true,
    });
    expect((await read('/v1/vocabulary?version=0')).documentTypes).toHaveLength(7);
    expect(await read('/v1/vocabulary/diff?from=0&to=2')).toEqual({ changes: [] });
    expect((await read('/v1/vocabulary/diff')).changes).toHaveLength(1);
    expect((await read('/v1/vocabulary/diff?from=0&to=1')).changes).toEqual([
      { kind: 'documentTypes', id: documentType, name: '任前公示', change: 'added', attributes: [] },
    ]);
    expect((await world.call('GET', '/v1/vocabulary/diff?from=0&to=9')).status).toBe(404);
  });
});
