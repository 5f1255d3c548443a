import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANSWERS } from '../../../functions/api/answers.ts';
import { PEOPLE, SCHOOL } from '../../support/school.ts';
import { CATALOGUE, type CatalogueWorld, startCatalogue } from './catalogue-calls.ts';
import { codeOf } from './duties.ts';
import type { World } from './world.ts';

const { clerk, office, head, member, teacher, districtOffice } = PEOPLE;
const HERE = `/v1/organisations/${SCHOOL}`;
let world: World;
let { send, done, read, rowNamed } = {} as CatalogueWorld;

beforeAll(async () => {
  ({ world, send, done, read, rowNamed } = await startCatalogue());
}, 60_000);
afterAll(() => world?.stop());

describe('the power register', () => {
  const POWERS = `${HERE}/powers`;
  const body = { name: '研究决定“三重一大”事项', basis: '党支部工作条例', reason: '清理职责' };

  it('[HZ-26] has both levels, versions, and is disclosed to an audience', async () => {
    await done('POST', POWERS, office, { ...body, holder: { kind: 'collective' } });
    const publication = { audience: 'party', reason: '支部会议通过' };
    const early = await send('POST', `${POWERS}/publication`, head, publication);
    expect(codeOf(early)).toEqual([422, 'register-incomplete']);
    const leader = { kind: 'leader', person: head, post: '党支部书记' };
    await done('POST', POWERS, office, { ...body, name: '签发文件', holder: leader });
    expect(codeOf(await send('POST', `${POWERS}/publication`, clerk, publication))[0]).toBe(403);
    await done('POST', `${POWERS}/publication`, head, publication);
    expect((await read(POWERS, member)).edition).toMatchObject({
      version: 1,
      powers: [{ holder: { kind: 'collective' } }, { holder: { kind: 'leader' }, person: '陈光' }],
    });
    expect((await read(POWERS)).edition).toBeUndefined();
    expect((await read(POWERS, teacher)).edition).toBeUndefined();
    expect((await read(POWERS, member)).work).toBeUndefined();
    await done('PUT', `${POWERS}/p-2`, office, { ...body, name: '签发公文', holder: leader });
    await done('POST', `${POWERS}/publication`, head, { ...publication, audience: 'public' });
    expect((await read(POWERS)).edition).toMatchObject({ version: 2 });
    expect((await read(`${POWERS}?version=1`, member)).edition.powers[1].name).toBe('签发文件');
    expect((await world.call('GET', `${POWERS}?version=1`)).status).toBe(404);
  });

  it('[HZ-27] each finding is met by one of four outcomes', async () => {
    const path = `${POWERS}/p-1/findings`;
    const finding = { problem: '与校务会议职责交叉', measure: '重大事项先经支部研究' };
    for (const outcome of ['corrected', 'clarified', 'defined', 'strengthened'])
      await done('POST', path, office, { ...finding, outcome });
    expect((await send('POST', path, office, { ...finding, outcome: 'ignored' })).status).toBe(400);
    expect((await send('POST', path, office, finding)).status).toBe(400);
    const { work } = await read(POWERS, office);
    expect(work.powers[0].findings.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'corrected',
      'clarified',
      'defined',
      'strengthened',
    ]);
    const unknown = await send('POST', `${POWERS}/p-9/findings`, office, { ...finding, outcome: 'defined' });
    expect(codeOf(unknown)).toEqual([404, 'power-unknown']);
  });

  it('[HZ-29] rows of the catalogue point to its entries', async () => {
    const pointing = (powers: string[]) =>
      send('PUT', `${CATALOGUE}/rows/b-03`, districtOffice, { powers, reason: '按权力清单编制' });
    expect(codeOf(await pointing(['p-1', 'p-9']))).toEqual([422, 'row-power-unknown']);
    expect((await pointing(['p-1'])).status).toBe(200);
    expect((await rowNamed('b-03'))?.row.powers).toEqual(['p-1']);
  });

  it('reads as its description says, with all that was recorded', async () => {
    const register = await read(POWERS, office);
    expect(register.work.powers[0].findings).not.toEqual([]);
    expect(ANSWERS.powers.safeParse(register).error).toBeUndefined();
  });
});
