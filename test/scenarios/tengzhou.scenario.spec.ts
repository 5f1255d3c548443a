import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eachOf } from '../../infra/local/sample/each-of.ts';
import { DISTRICT, PEOPLE } from '../support/school.ts';
import { dashboardOf, pathOf, put, standingsOf } from './duties-support.ts';
import { World } from './support.ts';

/** As the report counts them: 9个基层党委, 4个党组, 12个党总支, 109个党支部, 2749 members in all. */
const KINDS = { committee: 9, 'leading-group': 4, 'general-branch': 12, branch: 109 } as const;
const UNITS = Object.values(KINDS).reduce((sum, count) => sum + count, 0);
const MEMBERS = 2749;
const BATCH = 200;

/** 78% have a notice board, 19% the internet for want of one, 3% nothing; the bureau itself has a board and counts. */
const BOARDS = 104;
const ONLINE = 26;

interface Unit {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly members: number;
  readonly channels: readonly string[];
}

function channelsOf(number: number): readonly string[] {
  if (number <= BOARDS) return ['notice-board'];
  return number <= BOARDS + ONLINE ? ['internet'] : [];
}

/** One large committee, whose roster takes several batches; the other members are spread evenly. */
function membersOf(number: number): number {
  const large = 450;
  if (number === 1) return large;
  const others = UNITS - 1;
  const even = Math.floor((MEMBERS - large) / others);
  return even + (number - 1 <= (MEMBERS - large) % others ? 1 : 0);
}

const units: readonly Unit[] = Object.entries(KINDS)
  .flatMap(([kind, count]) => Array.from({ length: count }, () => kind))
  .map((kind, index) => ({
    id: `u${index + 1}`,
    name: `第${index + 1}单位`,
    kind,
    members: membersOf(index + 1),
    channels: channelsOf(index + 1),
  }));
const without = units.filter(({ channels }) => channels.length === 0).map(({ name }) => name);

/** Whom the dashboard names as having no channel. */
const namedOn = (page: string): readonly string[] =>
  /没有公开载体的单位（\d+） (.*?)。/.exec(page)?.[1]?.split('、') ?? [];

/** 滕州: a bureau with 134 organisations, some of which have nowhere to disclose. */
describe('a bureau with 134 organisations', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.start('2026-11-23T01:00:00.000Z');
    await eachOf(units, setUp);
    await put(world, `${pathOf(DISTRICT)}/channels`, { channels: ['notice-board'] });
  }, 240_000);
  afterAll(() => world?.stop());

  async function setUp({ id, name, kind, members, channels }: Unit): Promise<void> {
    const office = PEOPLE.districtOffice;
    const named = { id, name, shortName: name, kind, superior: DISTRICT };
    await world.ok('POST', '/v1/organisations', office, named);
    await world.ok('PUT', `${pathOf(id)}/channels`, office, { channels });
    const people = Array.from({ length: members }, (_, index) => ({
      id: `${id}-${index + 1}`,
      name: '党员',
      partyMember: true,
      staff: true,
    }));
    for (let first = 0; first < members; first += BATCH)
      await world.ok('POST', `${pathOf(id)}/people`, office, { people: people.slice(first, first + BATCH) });
  }

  it('has 134 units of four kinds, with 2,749 members on their rosters', async () => {
    const { body } = await world.ok('GET', '/v1/organisations');
    const below = body.organisations.filter(({ superior }: { superior?: string }) => superior === DISTRICT);
    const kinds = Object.groupBy(below, ({ kind }: { kind: string }) => kind);
    expect(below).toHaveLength(134);
    for (const [kind, count] of Object.entries(KINDS)) expect(kinds[kind], kind).toHaveLength(count);
    let members = 0;
    await eachOf(units, async ({ id }) => {
      const { work } = (await world.ok('GET', pathOf(id), PEOPLE.districtOffice)).body;
      members += new Set(work.people.map((person: { id: string }) => person.id)).size;
    });
    expect(members).toBe(MEMBERS);
  });

  it('[TZ-02] reckons coverage at 78%, 19% and 3%, and names who has no channel', async () => {
    const { units: counted, coverage, unreachable } = await standingsOf(world);
    const shareOf = (name: string): number =>
      coverage.find(({ channel }: { channel: string }) => channel === name).share;
    const percent = (share: number) => Math.round(share * 100);
    expect(counted).toBe(UNITS + 1);
    expect([percent(shareOf('notice-board')), percent(shareOf('internet'))]).toEqual([78, 19]);
    expect(percent(unreachable.length / counted)).toBe(3);
    expect(unreachable.map(({ name }: { name: string }) => name).toSorted()).toEqual(without.toSorted());

    const page = await dashboardOf(world);
    expect(page).toContain('党务公开栏 77.8%（105／135） 98% ✕ 未达标');
    expect(page).toContain('互联网 19.3%（26／135） —');
    expect(namedOn(page).toSorted()).toEqual(without.toSorted());
  });

  it('counts a unit as soon as it has a channel', async () => {
    await put(world, `${pathOf('u134')}/channels`, { channels: ['internet'] });
    const { coverage, unreachable } = await standingsOf(world);
    expect(coverage).toContainEqual(expect.objectContaining({ channel: 'internet', units: ONLINE + 1 }));
    expect(unreachable.map(({ id }: { id: string }) => id).toSorted()).toEqual(['u131', 'u132', 'u133']);
    expect(namedOn(await dashboardOf(world)).toSorted()).toEqual(without.slice(0, 3).toSorted());
  });

  it('leaves no failure behind', () => {
    expect(world.troubles).toEqual([]);
  });
});
