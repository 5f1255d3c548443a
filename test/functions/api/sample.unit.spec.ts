import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSample, personas, SAMPLE_ADMINISTRATOR } from '../../../infra/local/sample/sample.ts';
import { ok } from './school.ts';
import { startWorld, type World } from './world.ts';

const NOW = '2026-11-22T01:00:00.000Z';
let world: World;

const load = () =>
  loadSample({
    url: 'https://gongkai.test',
    tokenFor: (sub) => world.provider.token(sub, world.now),
    now: world.now,
    fetch: (url, init) => world.fetch(url, init),
  });

// biome-ignore lint/suspicious/noExplicitAny: lists of every shape are looked into
type Listed = any;

const read = async (path: string, person?: string) =>
  (await ok(world, 'GET', `/v1/organisations/${path}`, { person })).body;

async function stagesOf(organisation: string, person: string): Promise<string[]> {
  const { body } = await world.call('GET', `/v1/organisations/${organisation}/items`, { person });
  return body.items.map(({ stage }: { stage: string }) => stage);
}

beforeAll(async () => {
  world = await startWorld(NOW, SAMPLE_ADMINISTRATOR);
  await load();
}, 120_000);
afterAll(() => world?.stop());

describe('the sample district', () => {
  it('has items in every state', async () => {
    const stages = new Set([
      ...(await stagesOf('xinglan', 'song-wanqing')),
      ...(await stagesOf('yunxi', 'lian-xinyi')),
    ]);
    expect([...stages].sort()).toEqual(
      'approved closed drafted released returned reviewed submitted withdrawn withheld'.split(' '),
    );
  });

  it('has both kinds of what is not disclosed, with their reasons for everybody to read', async () => {
    const { body } = await world.call('GET', '/v1/organisations/xinglan/catalogue');
    const states = new Map<string, string>(
      body.rows.map(({ row, state }: { row: { id: string }; state: string }) => [row.id, state]),
    );
    expect(states.get('c-31')).toBe('withheld');
    expect(states.get('c-21')).toBe('not-for-now');
    expect(states.get('c-15')).toBe('offline');
    expect(states.get('c-24')).toBe('disclosed');
    expect(states.get('c-32')).toBe('open');
    expect(body.rows).toHaveLength(33);
  });

  it('tells news in both streams, some of it for its own people', async () => {
    const labels = async (person?: string) =>
      (await read('xinglan/news', person)).news.map(({ label }: Listed) => label).toSorted();
    expect(await labels()).toEqual(['党建动态', '校务公开']);
    expect(await labels('ye-tingzhou')).toEqual(['党建动态', '党建动态', '校务公开']);
  });

  it('waits for the district where two people hold all the seats', async () => {
    const { body } = await world.call('GET', '/v1/organisations/hetang/board');
    expect(body.lines.map(({ title }: { title: string }) => title)).toEqual(['学生营养午餐补助落实情况']);
  });

  it('lets people ask, raise topics and be asked', async () => {
    const { body: asked } = await world.call('GET', '/v1/organisations/xinglan/enquiries', {
      person: 'jiang-hailin',
    });
    expect(asked.enquiries.map(({ stage }: { stage: string }) => stage).toSorted()).toEqual([
      'decided',
      'to-approve',
    ]);
    const { body: raised } = await world.call('GET', '/v1/organisations/xinglan/topics?top=10', {
      person: 'ye-tingzhou',
    });
    expect(raised.topics.map(({ stage }: { stage: string }) => stage).toSorted()).toEqual([
      'open',
      'refused',
    ]);
    const { body: rounds } = await world.call('GET', '/v1/organisations/xinglan/surveys');
    expect(rounds.surveys).toHaveLength(1);
  });

  it('decides on matters, one of which is being prepared and one carried out', async () => {
    const { decisions } = await read('xinglan/decisions', 'su-mianmian');
    expect(decisions).toMatchObject([
      { title: '图书馆改建为师生阅读中心', step: 'consultation' },
      { title: '北侧围墙应急排险加固', outcome: 'adopted', step: 'tracking', openActions: 1 },
    ]);
    const { lines } = await read('xinglan/board');
    expect(lines.map(({ id }: Listed) => id)).toContain(decisions[1].item);
  });

  it('is supervised: visits made and ahead, suggestions and orders open and settled', async () => {
    const { visits } = await read('xinglan/visits', 'jiang-hailin');
    expect(visits.map(({ stage, findings }: Listed) => [stage, findings])).toEqual([
      ['planned', 0],
      ['held', 2],
    ]);
    const followUps = async (organisation: string, person: string) =>
      (await read(`${organisation}/follow-ups`, person)).followUps
        .map(({ kind, stage }: Listed) => `${kind} ${stage}`)
        .toSorted();
    expect(await followUps('xinglan', 'jiang-hailin')).toEqual([
      'rectification waiting',
      'suggestion settled',
    ]);
    expect(await followUps('yunxi', 'tao-jingqiu')).toEqual(['rectification settled', 'suggestion waiting']);
    expect((await read('chengjiang/examples')).examples).toHaveLength(1);
    const { lights } = await read('xinglan/lights', 'jiang-hailin');
    expect(lights.filter(({ lit }: Listed) => !lit)).toEqual([]);
  });

  it('says who it is, how it discloses and how it is scored', async () => {
    expect((await read('xinglan/contacts')).leaders).toHaveLength(3);
    const { shown, citations, bases } = await read('xinglan/schemes');
    expect([shown.principles.length, citations['c-24'], bases.length]).toEqual([
      4,
      ['assembly', 'measures'],
      3,
    ]);
    expect((await read('xinglan/statistics', 'song-wanqing')).members).toMatchObject({ total: 127 });
    expect((await read('chengjiang/standards?period=2026Q4')).edition).toBe(1);
    const { units } = await read('chengjiang/rounds/2026', 'fang-lan');
    expect(units.map(({ id, self, rating }: Listed) => [id, self, rating])).toEqual([
      ['hetang', undefined, undefined],
      ['preschool', undefined, undefined],
      ['xinglan', 93, 'model'],
      ['yunxi', 88, undefined],
    ]);
  });

  it('rolls disclosure out, with trainings, meetings and circulars', async () => {
    const { planned } = await read('chengjiang/campaigns', 'fang-lan');
    const { stages, units } = await read(`chengjiang/campaigns/${planned[0].id}`, 'fang-lan');
    expect(stages).toHaveLength(2);
    const states = units.map((unit: Listed) => [unit.id, unit.stages[0].state]);
    expect(states).toContainEqual(['xinglan', 'closed']);
    expect(states).toContainEqual(['preschool', 'open']);
    const kinds = async (organisation: string, person: string) =>
      (await read(`${organisation}/activities`, person)).activities
        .map(({ kind }: Listed) => kind)
        .toSorted();
    expect(await kinds('chengjiang', 'bai-ruoxi')).toEqual(['meeting', 'training']);
    expect(await kinds('xinglan', 'song-wanqing')).toEqual(['meeting', 'publicity', 'reading', 'reception']);
    expect(await kinds('yunxi', 'lian-xinyi')).toEqual(['activity', 'meeting']);
    const { circulars } = await read('chengjiang/circulars', 'bai-ruoxi');
    const { lines } = await read(`chengjiang/circulars/${circulars[0].id}`, 'bai-ruoxi');
    expect(lines.map(({ id, read: by, of, done }: Listed) => [id, of - by, done !== undefined])).toEqual([
      ['xinglan', 0, true],
      ['yunxi', 1, false],
      ['hetang', 2, false],
      ['preschool', 4, false],
    ]);
  });

  it('has a register of powers, words of its own, and changes of catalogues asked for and approved', async () => {
    const { powers } = (await read('xinglan/powers', 'su-mianmian')).edition;
    const outcomes = powers.flatMap(({ findings }: Listed) => findings.map(({ outcome }: Listed) => outcome));
    expect(outcomes.toSorted()).toEqual(['clarified', 'corrected', 'defined', 'strengthened']);
    const vocabulary = await world.call('GET', '/v1/vocabulary');
    expect(vocabulary.body.forms.map(({ name }: Listed) => name)).toContain('家长开放日');
    expect((await read('yunxi/catalogue/changes', 'tao-jingqiu')).waiting).toHaveLength(1);
    const { rows } = await read('xinglan/catalogue');
    expect(rows.find(({ row }: Listed) => row.id === 'c-18').row.powers).toEqual(['p-1', 'p-3']);
  });

  it('names people to sign in as who are all on a roster', async () => {
    for (const { sub, organisation } of personas) {
      const { body } = await world.call('GET', '/v1/me', { person: sub });
      expect(body.memberships.map(({ shortName }: { shortName: string }) => shortName)).toContain(
        organisation,
      );
    }
  });

  it('is the same after it is loaded again, also on a later day', async () => {
    const before = await world.commits();
    await load();
    world.now = '2026-11-25T01:00:00.000Z';
    await load();
    world.now = NOW;
    expect(await world.commits()).toBe(before);
  }, 120_000);
});
