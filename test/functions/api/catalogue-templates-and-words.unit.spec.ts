import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CATALOGUE_VIEWS } from '../../../domain/catalogue/views.ts';
import { ANSWERS } from '../../../functions/api/answers.ts';
import { CATALOGUE_READS } from '../../../functions/api/catalogue-reads.ts';
import { content, OTHER_SCHOOL, PEOPLE, SCHOOL } from '../../support/school.ts';
import { ABOVE, CATALOGUE, type CatalogueWorld, MENU, ROW, startCatalogue } from './catalogue-calls.ts';
import { codeOf } from './duties.ts';
import { draft, ok } from './school.ts';
import type { World } from './world.ts';

const { clerk, office, otherHead, districtOffice, districtHead } = PEOPLE;
const HERE = `/v1/organisations/${SCHOOL}`;
let world: World;
let { send, done, read, rowsOf, rowNamed, askApproval } = {} as CatalogueWorld;

beforeAll(async () => {
  ({ world, send, done, read, rowsOf, rowNamed, askApproval } = await startCatalogue());
  await done('POST', `${CATALOGUE}/rows`, office, MENU);
}, 60_000);
afterAll(() => world?.stop());

const templateRow = (id: string, changes: object = {}) => ({
  id,
  level1: '办学条件',
  level2: '校舍和设备情况',
  forms: ['网站'],
  audience: 'public',
  timing: 'periodic',
  ...changes,
});

describe('other classifications of the same rows', () => {
  it('[QS-02] the four opens: each row bears a tag, and readers filter by it', async () => {
    const byTag = await Promise.all(
      Object.keys(CATALOGUE_VIEWS['four-opens'].headings).map((heading) =>
        rowsOf(`?tag=four-opens:${heading}`),
      ),
    );
    expect(byTag.map((rows) => rows.length)).toEqual([12, 2, 7, 3]);
    await done('PUT', `${CATALOGUE}/rows/l-menu`, office, { tags: ['four-opens:work'], reason: '归类' });
    expect((await rowsOf('?tag=four-opens:work')).map(({ row }) => row.id)).toContain('l-menu');
    const wrong = await send('PUT', `${CATALOGUE}/rows/l-menu`, office, {
      tags: ['nine:one'],
      reason: '归类',
    });
    expect(wrong.status).toBe(400);
    expect((await world.call('GET', `${CATALOGUE}?tag=nine:one`)).status).toBe(400);
  });

  it('[HZ-04] [HZ-06] [HZ-07] [HZ-08] the seven classes of schools stand over rows of the catalogue', async () => {
    const { headings } = await read(`${CATALOGUE}/views/seven-of-schools`);
    expect(headings.map(({ name }: { name: string }) => name)).toEqual([
      '贯彻执行上级党组织决议、决定的情况,本级党组织对重大问题决策的情况',
      '党组织的任期目标,年度工作目标完成情况及班子成员分工的情况',
      '党员干部履行职责、廉洁自律和考核奖惩情况',
      '党内选举、发展党员、民主评议、评比表彰情况',
      '党员参加“三会一课”、结对帮扶、设岗定责、交纳党费情况',
      '群众反映突出问题的解决落实情况',
      '其他应当公开的事项',
    ]);
    for (const { rows } of headings) expect(rows.length).toBeGreaterThan(0);
    expect((await world.call('GET', `${CATALOGUE}/views/nine`)).status).toBe(404);
  });

  it('[HZ-05] rows on goals say of which term and year they are', async () => {
    const goals = { term: { from: 2024, until: 2028 }, year: 2026, reason: '换届' };
    await done('PUT', `${CATALOGUE}/rows/b-04`, office, goals);
    const { headings } = await read(`${CATALOGUE}/views/seven-of-schools`);
    const row = headings[1].rows.find(({ id }: { id: string }) => id === 'b-04');
    expect(row).toMatchObject({ term: { from: 2024, until: 2028 }, year: 2026 });
    const wrong = { ...goals, term: { from: 2028, until: 2024 } };
    expect((await send('PUT', `${CATALOGUE}/rows/b-04`, office, wrong)).status).toBe(400);
  });

  it('[HZ-10] what goes under the open class needs a category', async () => {
    const path = `${CATALOGUE}/rows`;
    const free = { ...ROW, rowId: 'l-free', reason: '群众关心' };
    expect((await send('POST', path, office, free)).body.errors[0].field).toBe('level2');
    const other = await send('POST', path, office, { ...free, level2: '其他' });
    expect(codeOf(other)).toEqual([422, 'category-missing']);
  });
});

describe('templates of the district', () => {
  const TEMPLATES = '/v1/catalogue-templates';
  const publish = (kind: string, body: object, person: string = districtOffice) =>
    send('POST', `${ABOVE}/catalogue-templates/${kind}`, person, body);
  beforeAll(() => askApproval());

  it('[TZ-13] there is one for each kind of unit, and the district adds more', async () => {
    const rows = [templateRow('k-01'), templateRow('k-02', { level2: '膳食收支', priority: true })];
    const body = { title: '幼儿园党务公开目录', units: ['幼儿园'], rows, reason: '新设' };
    expect(codeOf(await publish('kindergarten', body, office))[0]).toBe(403);
    const elsewhere = `${HERE}/catalogue-templates/kindergarten`;
    expect((await send('POST', elsewhere, districtOffice, body)).status).toBe(404);
    expect((await publish('kindergarten', body)).status).toBe(200);
    const { templates } = await read(TEMPLATES);
    expect(templates.map(({ template }: { template: string }) => template)).toEqual([
      'committee',
      'branch',
      'school',
      'city-unit',
      'kindergarten',
    ]);
    const six = await read(`${TEMPLATES}/city-unit`);
    expect([...new Set(six.rows.map(({ level1 }: { level1: string }) => level1))]).toEqual([
      ...Object.values(CATALOGUE_VIEWS['six-aspects'].headings).map(({ name }) => name),
      '其他应公开事项',
    ]);
    const adopted = await done('POST', `/v1/organisations/${OTHER_SCHOOL}/catalogue/adoption`, otherHead, {
      template: 'kindergarten',
      version: 1,
    });
    expect(adopted.body.id).toBe('kindergarten');
    const own = await read(`/v1/organisations/${OTHER_SCHOOL}/catalogue`);
    expect(own.rows.map(({ row }: { row: { id: string } }) => row.id)).toEqual(['k-02', 'k-01']);
    expect(own.completeness.mandated).toBe(2);
  });

  it('a later version asks for more, and what was added locally survives it', async () => {
    const { rows, title } = await read(`${TEMPLATES}/branch`);
    const asked = rows.map(({ formsText: _, origin: __, ...row }: Record<string, unknown>) =>
      row.id === 'b-01' ? { ...row, audience: 'public' } : row,
    );
    const body = { title, rows: [...asked, templateRow('b-26')], reason: '年度修订' };
    expect((await publish('branch', { ...body, rows: [...asked, asked[0]] })).body.code).toBe(
      'template-row-twice',
    );
    expect((await publish('branch', body)).status).toBe(200);
    expect(codeOf(await publish('branch', body))).toEqual([422, 'template-unchanged']);
    const diff = await read(`${TEMPLATES}/branch/diff?from=1&to=2`);
    expect(diff).toMatchObject({ removed: [], changed: [{ row: { id: 'b-01' } }] });
    expect(diff.added.map(({ id }: { id: string }) => id)).toEqual(['b-26']);
    await done('POST', `${CATALOGUE}/adoption`, office, { template: 'branch', version: 2 });
    expect((await rowNamed('l-menu'))?.row.origin).toBe('local');
    expect((await rowNamed('b-26'))?.row.mandated).toBe(true);
    expect((await rowNamed('b-01'))?.row.audience).toBe('public');
    expect((await rowNamed('b-04'))?.row.year).toBe(2026);
    const commits = await world.log.read(`ORG#${SCHOOL}#CATALOGUE#main` as never);
    expect(commits.at(-1)?.body.length).toBeLessThan(2_000);
  });
});

describe('the words of the district', () => {
  const form = {
    name: '公开承诺墙',
    online: true,
    widest: 'public',
    boardPage: true,
    display: false,
    document: false,
    reason: '各校已设置',
  };

  it('[HZ-12] are data that the district edits: a form it adds can be used at once, one it retires no more', async () => {
    const { forms } = await read('/v1/vocabulary');
    const names = forms.map(({ name }: { name: string }) => name);
    expect(names).toEqual(expect.arrayContaining(['公示栏', '办事指南']));
    const texts = { forms: ['公开承诺墙'], exception: '便于家长查看' };
    const refused = await send('POST', `${HERE}/items`, clerk, content(texts));
    expect(codeOf(refused)).toEqual([422, 'form-unknown']);
    const path = `${ABOVE}/vocabulary/forms`;
    expect(codeOf(await send('POST', path, office, form))[0]).toBe(403);
    expect((await send('POST', `${HERE}/vocabulary/forms`, districtOffice, form)).status).toBe(404);
    await done('POST', path, districtOffice, form);
    await draft(world, texts);
    await done('POST', `${path}/retirement`, districtOffice, { name: form.name, reason: '改用公示栏' });
    expect((await send('POST', `${HERE}/items`, clerk, content(texts))).body.code).toBe('form-unknown');
    expect((await send('POST', path, districtOffice, { ...form, name: '公文' })).body.code).toBe(
      'word-taken',
    );
  });

  it('list the classes of catalogues, once the district has edited them', async () => {
    const path = `${ABOVE}/vocabulary/classes`;
    const row = { ...ROW, rowId: 'l-green', level1: '绿色校园', level2: '节能情况', reason: '增列' };
    await done('POST', path, districtOffice, { name: '平安校园', reason: '新增' });
    const unknown = await send('POST', `${CATALOGUE}/rows`, districtOffice, row);
    expect(codeOf(unknown)).toEqual([422, 'class-unknown']);
    await done('POST', `${CATALOGUE}/rows`, districtOffice, { ...row, level1: '平安校园' });
    expect((await read('/v1/vocabulary')).classes).toContain('平安校园');
  });
});

describe('every reading of catalogues', () => {
  it('is what its description says', async () => {
    const query: Record<string, string> = {
      catalogueDiff: '?from=0&to=1',
      catalogueVersion: '?version=1',
    };
    for (const [id, { path }] of Object.entries(CATALOGUE_READS)) {
      const place = path
        .replace('{organisation}', SCHOOL)
        .replace('{view}', 'six-aspects')
        .replace('{template}', 'branch');
      const answer = await ok(world, 'GET', `${place}${query[id] ?? ''}`, { person: districtHead });
      const parsed = ANSWERS[id as keyof typeof CATALOGUE_READS].safeParse(answer.body);
      expect(parsed.error, `${id}: ${answer.text}`).toBeUndefined();
    }
  });
});
