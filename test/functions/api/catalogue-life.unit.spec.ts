import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CATALOGUE_VIEWS } from '../../../domain/catalogue/views.ts';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { DEFAULT_POLICY } from '../../../domain/organisation/policy.ts';
import { ANSWERS } from '../../../functions/api/answers.ts';
import { CATALOGUE_READS } from '../../../functions/api/catalogue-reads.ts';
import { content, DISTRICT, OTHER_SCHOOL, PEOPLE, SCHOOL } from '../../support/school.ts';
import { draft, ok, openSchools } from './school.ts';
import { type Answer, type Call, startWorld, type World } from './world.ts';

const { districtOffice, districtHead, office, clerk, head, teacher, member, otherHead } = PEOPLE;
const HERE = `/v1/organisations/${SCHOOL}`;
const CATALOGUE = `${HERE}/catalogue`;
const ABOVE = `/v1/organisations/${DISTRICT}`;
const NOW = '2026-09-01T00:00:00.000Z';

let world: World;

beforeAll(async () => {
  world = await startWorld(NOW);
  await openSchools(world);
}, 60_000);
afterAll(() => world?.stop());

const send = (method: string, path: string, person: string, body: object, call: Call = {}) =>
  world.call(method, path, { person, body, ...call });
const done = (method: string, path: string, person: string, body: object, call: Call = {}) =>
  ok(world, method, path, { person, body, ...call });
const read = async (path: string, person?: string) => (await ok(world, 'GET', path, { person })).body;
const codeOf = ({ status, body }: Answer) => [status, body.code];
// biome-ignore lint/suspicious/noExplicitAny: an answer is looked into
const rowsOf = async (query = ''): Promise<any[]> => (await read(`${CATALOGUE}${query}`)).rows;
const rowNamed = async (id: string) => (await rowsOf()).find(({ row }) => row.id === id);

const ROW = { forms: ['公示栏', '网站'], audience: 'public', timing: 'prompt' };
const templateRow = (id: string, changes: object = {}) => ({
  id,
  level1: '办学条件',
  level2: '校舍和设备情况',
  forms: ['网站'],
  audience: 'public',
  timing: 'periodic',
  ...changes,
});

describe('a row that the superior asks for', () => {
  it('[HZ-50] cannot be dropped: 403, and it stays in the completeness count', async () => {
    const before = (await read(CATALOGUE)).completeness;
    const refused = await send('DELETE', `${CATALOGUE}/rows/b-10`, office, { reason: '不想公开' });
    expect(codeOf(refused)).toEqual([403, 'row-mandated']);
    expect((await read(CATALOGUE)).completeness).toEqual(before);
    expect(before).toMatchObject({ mandated: 24, settled: 0 });
  });

  it('[XH-31] alone counts for completeness; what is optional is told beside it', async () => {
    await done('POST', `${CATALOGUE}/rows`, office, {
      ...ROW,
      rowId: 'l-menu',
      level2: '食堂每周菜谱',
      reason: '家长关心',
    });
    const { rows, completeness } = await read(CATALOGUE);
    expect(completeness).toMatchObject({ mandated: 24, optional: 2 });
    const flags = rows.map(({ row }: { row: { mandated: boolean } }) => row.mandated);
    expect(flags.filter(Boolean)).toHaveLength(24);
  });

  it('[XH-07] is owed from the day that the superior names, in this organisation alone', async () => {
    const activation = { activeFrom: '2027-01-01', reason: '分步实施' };
    const own = await send('PUT', `${CATALOGUE}/rows/b-20`, office, activation);
    expect(codeOf(own)).toEqual([403, 'activation-not-yours']);
    await done('PUT', `${CATALOGUE}/rows/b-20`, districtOffice, activation);
    await done('PUT', `${CATALOGUE}/rows/b-12`, districtOffice, activation);
    expect((await read(CATALOGUE)).completeness).toMatchObject({ mandated: 22, later: 2 });
    await world.openQuarter('2026-10-01T00:00:00.000Z');
    const hasDuty = async (organisation: string, period: string) => {
      const { state } = await world.ledgers.load(new OrgScope(organisation), period);
      return state?.duties['b-12'] !== undefined;
    };
    expect(await hasDuty(SCHOOL, '2026Q4')).toBe(false);
    expect(await hasDuty(OTHER_SCHOOL, '2026Q4')).toBe(true);
    await world.openQuarter('2027-01-01T00:00:00.000Z');
    expect(await hasDuty(SCHOOL, '2027Q1')).toBe(true);
  });
});

describe('content to disclose first', () => {
  it('leads its class, and can be asked for alone', async () => {
    const leaders = (await rowsOf()).filter(({ row }) => row.level1 === '党组织的决议、决定及执行情况');
    expect(leaders.map(({ row }) => row.id)).toEqual(['b-03', 'b-01', 'b-02', 'b-04']);
    await done('PUT', `${CATALOGUE}/rows/b-10`, office, { priority: true, reason: '党员关心' });
    const asked = await rowsOf('?priority=true');
    expect(asked.map(({ row }) => row.id)).toEqual(['b-03', 'b-10', 'b-13']);
    expect((await world.call('GET', `${CATALOGUE}?priority=maybe`)).status).toBe(400);
  });
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

describe('a change that the superior wants to approve', () => {
  const asked = (rowId: string, changes: object = {}) => ({
    ...ROW,
    rowId,
    level2: '课后服务收费',
    reason: '家长申请',
    ...changes,
  });
  const changes = async (person: string, at = CATALOGUE) => read(`${at}/changes`, person);

  beforeAll(async () => {
    await done('PUT', `${ABOVE}/policy`, districtOffice, {
      policy: { ...DEFAULT_POLICY, catalogueChanges: 'approved' },
      reason: '目录调整报上级审批',
    });
  });

  it('[XH-25] is pending until the district approves, and holds from then on', async () => {
    const answer = await done('POST', `${CATALOGUE}/rows`, office, asked('l-fees'));
    expect(answer.body.stage).toBe('waiting');
    expect(await rowNamed('l-fees')).toBeUndefined();
    const [change] = (await changes(office)).waiting;
    expect(change).toMatchObject({ at: NOW, event: { type: 'LocalRowAdded' } });
    expect((await changes(districtOffice, `${ABOVE}/catalogue`)).below).toEqual([
      { organisation: SCHOOL, waiting: 1 },
    ]);
    const approve = `${CATALOGUE}/changes/${change.id}/approval`;
    expect(codeOf(await send('POST', approve, office, {}))).toEqual([403, 'change-not-yours']);
    expect(codeOf(await send('POST', approve, head, {}))[0]).toBe(403);
    const at = '2026-09-20T00:00:00.000Z';
    await done('POST', approve, districtOffice, {}, { now: at });
    expect((await rowNamed('l-fees'))?.row).toMatchObject({ level2: '课后服务收费', mandated: false });
    const { adjustments } = await read(`${CATALOGUE}/adjustments?year=2026`, office);
    expect(adjustments.at(-1)).toMatchObject({ kind: 'added', at, approved: true });
    expect((await changes(districtOffice, `${ABOVE}/catalogue`)).below).toEqual([]);
    expect(codeOf(await send('POST', approve, districtOffice, {}))).toEqual([404, 'change-unknown']);
  });

  it('is refused with a reason, or taken back', async () => {
    await done('PUT', `${CATALOGUE}/rows/b-05`, office, { timing: 'prompt', reason: '及时公开' });
    const [change] = (await changes(office)).waiting;
    const again = await send('PUT', `${CATALOGUE}/rows/b-05`, office, { detail: '无', reason: '再改' });
    expect(codeOf(again)).toEqual([409, 'change-waits']);
    const refuse = `${CATALOGUE}/changes/${change.id}/refusal`;
    expect((await send('POST', refuse, districtOffice, {})).body.errors[0].field).toBe('reason');
    await done('POST', refuse, districtOffice, { reason: '按季度公开即可' });
    expect((await rowNamed('b-05'))?.row.timing).toBe('periodic');
    await done('DELETE', `${CATALOGUE}/rows/l-menu`, office, { reason: '改由食堂公布' });
    const [second] = (await changes(office)).waiting;
    await done('POST', `${CATALOGUE}/changes/${second.id}/withdrawal`, office, {});
    expect((await changes(office)).waiting).toEqual([]);
    expect(await rowNamed('l-menu')).toBeDefined();
  });

  it('is not asked of the superior itself', async () => {
    await done('PUT', `${CATALOGUE}/rows/b-06`, districtOffice, { detail: '含主题党日', reason: '统一口径' });
    expect((await rowNamed('b-06'))?.row.detail).toBe('含主题党日');
  });
});

describe('the life of a catalogue', () => {
  it('[XH-29] every adjustment has its version and reason, and a summary of the year is written', async () => {
    const year = await read(`${CATALOGUE}/adjustments?year=2026`, office);
    const versions = year.adjustments.map(({ version }: { version: number }) => version);
    expect(versions).toEqual(versions.toSorted((a: number, b: number) => a - b));
    const made = year.adjustments.filter(({ kind }: { kind: string }) =>
      ['added', 'refined', 'dropped'].includes(kind),
    );
    expect(made.length).toBeGreaterThan(5);
    for (const { reason } of made) expect(reason).toMatch(/\S/);
    expect(year.summary).toContain('2026年，东方小学党支部共调整公开目录');
    expect(year.summary).toContain(`细化${year.counts.refined}次`);
    expect(year.summary).toContain('“食堂每周菜谱”，理由：家长关心');
    expect((await read(`${CATALOGUE}/adjustments?year=2025`, office)).adjustments).toEqual([]);
  });

  it('[XH-09] each organisation has its own, in versions that can be compared', async () => {
    const now = await read(`${CATALOGUE}/version`);
    const first = await read(`${CATALOGUE}/version?version=1`);
    expect(first.rows).toHaveLength(25);
    expect(now.rows.length).toBe(27);
    const diff = await read(`${CATALOGUE}/diff?from=1&to=${now.version}`);
    expect(diff.added.map(({ id }: { id: string }) => id)).toEqual(['l-menu', 'l-fees']);
    const goals = diff.changed.find(({ row }: { row: { id: string } }) => row.id === 'b-04');
    expect(goals.changes.map(({ attribute }: { attribute: string }) => attribute)).toEqual(['term', 'year']);
    const other = await read(`/v1/organisations/${OTHER_SCHOOL}/catalogue/version`);
    expect(other).toMatchObject({ version: 1, rows: first.rows });
    expect((await world.call('GET', `${CATALOGUE}/version?version=9999`)).status).toBe(404);
  });

  it('is for those who work there, and nobody else', async () => {
    for (const place of ['adjustments', 'changes']) {
      expect((await world.call('GET', `${CATALOGUE}/${place}`)).status).toBe(401);
      expect((await world.call('GET', `${CATALOGUE}/${place}`, { person: teacher })).status).toBe(404);
      expect((await world.call('GET', `${CATALOGUE}/${place}`, { person: otherHead })).status).toBe(404);
    }
  });
});

describe('templates of the district', () => {
  const TEMPLATES = '/v1/catalogue-templates';
  const publish = (kind: string, body: object, person: string = districtOffice) =>
    send('POST', `${ABOVE}/catalogue-templates/${kind}`, person, body);

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
