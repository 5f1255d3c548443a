import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { DISTRICT, OTHER_SCHOOL, PEOPLE, SCHOOL } from '../../support/school.ts';
import { draft, ok, openSchools, release } from './school.ts';
import { startWorld, type World } from './world.ts';

const { clerk, office, teacher, otherHead, otherTeacher, districtHead, districtOffice, passerBy } = PEOPLE;
const at = (place: string, organisation = SCHOOL) => `/v1/organisations/${organisation}/${place}`;

let world: World;
beforeAll(async () => {
  world = await startWorld('2026-09-01T00:00:00.000Z');
  await openSchools(world);
  await world.openQuarter('2026-07-01T00:00:00.000Z');
  await release(world, await draft(world));
}, 60_000);
afterAll(() => world?.stop());

const TEXT = {
  title: '党支部组织主题党日',
  text: '九月一日开展主题党日。',
  audience: 'public',
  notSecret: true,
};

const post = (path: string, body: object, person: string) => ok(world, 'POST', path, { person, body });
const get = async (path: string, person?: string) => (await ok(world, 'GET', path, { person })).body;
const statusOf = async (path: string, person?: string) => (await world.call('GET', path, { person })).status;
/** Address of news that waits. */
const write = async (changes: object = {}, person: string = clerk, organisation = SCHOOL): Promise<string> =>
  (await post(at('news', organisation), { stream: 'party', ...TEXT, ...changes }, person)).headers.location ??
  '';
const check = (news: string, version = 1, person: string = office) =>
  post(`${news}/release`, { version, notSecret: true }, person);
const tell = async (changes: object = {}): Promise<string> => {
  const news = await write(changes);
  await check(news);
  return news;
};
const titlesIn = async (query = '', person?: string): Promise<readonly string[]> =>
  (await get(`${at('news')}${query}`, person)).news.map(
    ({ shown, work }: { shown?: { title: string }; work?: { title: string } }) => (shown ?? work)?.title,
  );

/** Whatever is counted of an organisation, and of those below the district. */
async function counted() {
  const ledger = await get(at('ledgers/2026Q3'), clerk);
  const readings = await Promise.all([
    get(at('catalogue')),
    get(at('evaluation'), clerk),
    get(at('summaries/2026'), clerk),
    get(at('reports'), clerk),
    get(at('standings?period=2026Q3', DISTRICT), districtOffice),
    get('/v1/board'),
    get(at('items'), clerk),
  ]);
  const scope = new OrgScope(DISTRICT);
  const reader = await world.readings.reader(scope, districtOffice, world.now);
  const { backlog } = await world.readings.duties.dashboard(scope, reader, '2026Q3', world.now);
  return { ledger, readings, backlog };
}

describe('news', () => {
  it('[LY-11] is told at any time, proactively, under no row of the catalogue and for no duty', async () => {
    const before = await counted();
    expect(before.ledger.duties.length).toBeGreaterThan(0);

    const news = await write();
    expect(await titlesIn()).toEqual([]);
    expect(await statusOf(news)).toBe(404);
    // It is checked by somebody else; nothing more has to be asked for, and it is there.
    const own = await world.call('POST', `${news}/release`, {
      person: clerk,
      body: { version: 1, notSecret: true },
    });
    expect(own.body.code).toBe('news-own');
    expect((await check(news)).body.stage).toBe('shown');
    expect(await get(news)).toMatchObject({
      stream: 'party',
      label: '党建动态',
      shown: { title: TEXT.title, text: TEXT.text, audience: 'public', since: world.now },
    });
    expect(await titlesIn()).toEqual([TEXT.title]);
    await write({ title: '等待审核的动态' });
    expect(await counted()).toEqual(before);
  });

  it('is seen by those whom it is for, by the one rule', async () => {
    const news = await tell({ title: '教职工体检安排', stream: 'affairs', audience: 'unit' });
    expect(await statusOf(news, teacher)).toBe(200);
    for (const person of [undefined, otherTeacher, passerBy]) expect(await statusOf(news, person)).toBe(404);
    expect(await titlesIn('?stream=affairs', teacher)).toEqual(['教职工体检安排']);
    expect(await titlesIn('?stream=affairs')).toEqual([]);
    expect(await titlesIn('?stream=party', teacher)).not.toContain('教职工体检安排');
    // What waits is for those who work there; how it came to be as well.
    expect(await titlesIn('', clerk)).toContain('等待审核的动态');
    expect(await titlesIn('', teacher)).not.toContain('等待审核的动态');
    expect(await get(news, teacher)).not.toHaveProperty('work');
  });

  it('lies on the desk of those who may check it, and on nobody else’s', async () => {
    const desk = async (person: string, organisation = SCHOOL) =>
      (await get(at('desk', organisation), person)).tasks.filter(
        ({ about }: { about: string }) => about === 'news',
      );
    expect(await desk(office)).toMatchObject([{ kind: 'review', title: '等待审核的动态', overdue: false }]);
    expect(await desk(clerk)).toEqual([]);
    // A school where one person holds every seat: the district checks in its place.
    const news = await write({ title: '河嘴小学动态' }, otherHead, OTHER_SCHOOL);
    expect(await desk(otherHead, OTHER_SCHOOL)).toEqual([]);
    expect(await desk(districtHead, DISTRICT)).toMatchObject([
      { kind: 'review', title: '河嘴小学动态', organisation: { id: OTHER_SCHOOL } },
    ]);
    await check(news, 1, districtHead);
    expect(await desk(districtHead, DISTRICT)).toEqual([]);
    expect(await statusOf(news)).toBe(200);
  });

  it('is corrected openly, and its older texts stay with those who work there', async () => {
    const news = await tell({ title: '开学典礼' });
    const corrected = { ...TEXT, title: '开学典礼（更正）', correction: '更正典礼日期。' };
    await post(`${news}/versions`, corrected, clerk);
    expect((await get(news)).shown.title).toBe('开学典礼');
    await check(news, 2);
    expect((await get(news)).shown).toMatchObject({
      version: 2,
      title: '开学典礼（更正）',
      correction: '更正典礼日期。',
    });
    // Of what nobody has read there is nothing to correct, as far as readers go.
    const fresh = await write({ title: '运动会' });
    await post(`${fresh}/versions`, { ...corrected, title: '秋季运动会' }, clerk);
    await check(fresh, 2);
    expect((await get(fresh)).shown).not.toHaveProperty('correction');
    const { versions } = (await get(news, office)).work;
    expect(versions.map(({ title }: { title: string }) => title)).toEqual(['开学典礼', '开学典礼（更正）']);
  });

  it('is gone for readers once it is taken down', async () => {
    const news = await tell({ title: '写错的动态' });
    await post(`${news}/taking-down`, { reason: '内容有误' }, clerk);
    expect(await statusOf(news)).toBe(404);
    expect(await titlesIn()).not.toContain('写错的动态');
    expect((await get(news, office)).work).toMatchObject({ stage: 'down', down: { reason: '内容有误' } });
  });

  it('is paged newest first, each once, whatever lies between', async () => {
    world.now = '2026-09-02T00:00:00.000Z';
    for (const number of [1, 2, 3]) {
      world.now = `2026-09-02T0${number}:00:00.000Z`;
      await tell({ title: `第${number}条`, stream: 'affairs' });
      await write({ title: `第${number}条草稿`, stream: 'affairs' });
    }
    const seen: string[] = [];
    let after = '';
    do {
      const page = await get(`${at('news')}?limit=1&stream=affairs${after}`);
      seen.push(...page.news.map(({ shown }: { shown: { title: string } }) => shown.title));
      after = page.next === undefined ? '' : `&after=${encodeURIComponent(page.next)}`;
    } while (after !== '');
    expect(seen).toEqual(['第3条', '第2条', '第1条']);
  });

  it('has its sister stream under the name that the organisation gives it', async () => {
    const { work } = await get(`/v1/organisations/${SCHOOL}`, clerk);
    expect((await get(`${at('news')}?stream=affairs&limit=1`)).news[0].label).toBe('校务公开');
    const body = { policy: { ...work.policy, affairs: 'hospital' }, reason: '校医院' };
    await ok(world, 'PUT', at('policy'), { person: districtOffice, body });
    expect((await get(`${at('news')}?stream=affairs&limit=1`)).news[0].label).toBe('院务公开');
  });
});
