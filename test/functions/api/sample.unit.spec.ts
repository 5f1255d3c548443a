import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSample, personas, SAMPLE_ADMINISTRATOR } from '../../../infra/local/sample/sample.ts';
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
