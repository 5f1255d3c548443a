import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Duty } from '../../../domain/duty/duty.ts';
import type { PeriodName } from '../../../domain/duty/period.ts';
import { countsOn, type Standing } from '../../../domain/duty/standing.ts';
import type { Ledger } from '../../../domain/duty/state.ts';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { periodUnder, type TallyCard } from '../../../functions/shell/tallies.ts';
import { dutiesKey } from '../../../functions/shell/view-keys.ts';
import { DISTRICT, INSIDE_ONLY, OTHER_SCHOOL, PEOPLE, SCHOOL } from '../../support/school.ts';
import { draft, ok, openSchools, release } from '../api/school.ts';
import { startWorld, type World } from '../api/world.ts';

const JULY = '2026-07-01T01:00:00.000Z';
const OCTOBER = '2026-09-30T18:00:00.000Z';
const APRIL_2027 = '2027-03-31T18:00:00.000Z';
const scope = new OrgScope(SCHOOL);
let world: World;

async function ledger(period: string, of = scope): Promise<Ledger> {
  const { state } = await world.ledgers.load(of, period);
  if (!state) throw new Error(`no ledger for ${period}`);
  return state;
}

const standings = async (period: PeriodName): Promise<readonly Standing[]> =>
  (await periodUnder(world.views, DISTRICT, period)).parts.map(({ standing }) => standing);

const duty = async (period: string, id: string): Promise<Duty> => {
  const found = (await ledger(period)).duties[id];
  if (!found) throw new Error(`no duty ${id} in ${period}`);
  return found;
};

beforeAll(async () => {
  world = await startWorld(JULY);
  await openSchools(world);
}, 60_000);
afterAll(() => world?.stop());

describe('the ledgers of a school', () => {
  it('begin when it joins, with a duty for each periodic row of its catalogue and one for itself', async () => {
    const { duties, period } = await ledger('2026Q3');
    const { body } = await ok(world, 'GET', `/v1/organisations/${SCHOOL}/catalogue`, {
      person: PEOPLE.clerk,
    });
    const rows = body.rows as { row: { id: string; timing?: string } }[];
    const periodic = rows.filter(({ row }) => row.timing === 'periodic').map(({ row }) => row.id);
    expect(periodic).toHaveLength(13);
    expect(Object.keys(duties).toSorted()).toEqual([...periodic, 'unit'].toSorted());
    expect(new Set(Object.values(duties).map(({ due }) => due))).toEqual(new Set([period.until]));
  });

  it('are met by a release under the row, on the day of it, and no other row is', async () => {
    const item = await draft(world, INSIDE_ONLY);
    await release(world, item);
    const { duties } = await ledger('2026Q3');
    const met = Object.values(duties).filter((each) => each.met);
    expect(met.map(({ id }) => id).toSorted()).toEqual([INSIDE_ONLY.row, 'unit']);
    expect(duties[INSIDE_ONLY.row]?.met).toEqual({ on: '2026-07-01', item: item.split('/').at(-1) });
  });

  it('are not met any more once all of it was shown in error', async () => {
    const item = await draft(world, {
      row: 'b-13',
      title: '党费收缴情况',
      text: '本季度党费已经缴清。',
      ...PARTY,
    });
    await release(world, item);
    expect((await duty('2026Q3', 'b-13')).met?.on).toBe('2026-07-01');
    await ok(world, 'POST', `${item}/withdrawals`, {
      person: PEOPLE.office,
      body: { reason: '数字有误。', inError: true },
    });
    expect((await duty('2026Q3', 'b-13')).met).toBeUndefined();
  });

  it('are opened for every organisation by the schedule, and firing it again changes nothing', async () => {
    world.now = OCTOBER;
    await world.openQuarter(OCTOBER);
    const commits = await world.commits();
    await world.openQuarter(OCTOBER);
    expect(await world.commits()).toBe(commits);
    for (const organisation of [DISTRICT, SCHOOL, OTHER_SCHOOL]) {
      expect((await ledger('2026Q4', new OrgScope(organisation))).period.until).toBe('2026-12-31');
    }
    const { last, arrears } = await ledger('2026Q4');
    expect(last).toMatchObject({ [INSIDE_ONLY.row]: '2026-07-01' });
    expect(arrears).toEqual(['2026Q3']);
  });

  it('take a late disclosure as late in the old quarter and in time in the new one', async () => {
    await release(
      world,
      await draft(world, { row: 'b-13', title: '党费收缴情况', text: '缴清。', ...PARTY }),
    );
    const [late, inTime] = await Promise.all([duty('2026Q3', 'b-13'), duty('2026Q4', 'b-13')]);
    expect([late.met?.on, late.due]).toEqual(['2026-10-01', '2026-09-30']);
    expect(inTime.met?.on).toBe('2026-10-01');
  });

  it('say what falls due on the steps of the ladder, each once', async () => {
    const before = await world.commits();
    await world.wake('2026-12-21T23:00:00.000Z');
    const quiet = await world.commits();
    await world.wake('2026-12-22T00:30:00.000Z');
    const spoken = await world.commits();
    expect(spoken).toBeGreaterThan(quiet);
    await world.wake('2026-12-22T00:31:00.000Z');
    expect(await world.commits()).toBe(spoken);
    expect(quiet).toBeGreaterThanOrEqual(before);
    expect((await ledger('2026Q4')).duties['b-09']?.step).toBe(0);
  });

  it('open by themselves, all of them, however many quarters the schedule has missed', async () => {
    world.now = APRIL_2027;
    await world.openQuarter(APRIL_2027);
    for (const period of ['2027Q1', '2027Q2']) {
      expect(Object.keys((await ledger(period)).duties)).toHaveLength(14);
    }
    expect((await ledger('2027Q2')).arrears).toEqual(['2026Q3', '2026Q4', '2027Q1']);
  });
});

describe('the sum of a district', () => {
  it('is taken in the morning and counts what its organisations owe', async () => {
    await world.wake('2027-04-01T22:00:00.000Z');
    const row = await world.views.get(dutiesKey(DISTRICT), '2027Q2');
    const standing = (row?.card as TallyCard | undefined)?.standing;
    const parts = await standings('2027Q2');
    expect(parts.map(({ id }) => id)).toEqual([DISTRICT, SCHOOL, OTHER_SCHOOL].toSorted());
    const counts = ({ soon, classes }: Standing) => countsOn('2027-04-02', soon, Object.values(classes));
    expect(standing?.units).toBe(3);
    expect(counts(standing as Standing).total).toBe(parts.reduce((sum, part) => sum + counts(part).total, 0));
  });
});

describe('a quarter whose opening was lost', () => {
  const [PRESCHOOL, NURSERY] = ['preschool', 'nursery'];
  const JULY_2027 = '2027-06-30T18:00:00.000Z';
  const OCTOBER_2027 = '2027-09-30T18:00:00.000Z';
  const isOpen = async (organisation: string) =>
    (await world.ledgers.load(new OrgScope(organisation), '2027Q4')).state !== undefined;

  it('is opened by the next morning’s sum, also under a superior that was lost itself', async () => {
    world.now = JULY_2027;
    for (const [id, kind, superior] of [
      [PRESCHOOL, 'general-branch', DISTRICT],
      [NURSERY, 'branch', PRESCHOOL],
    ])
      await ok(world, 'POST', '/v1/organisations', {
        person: PEOPLE.districtOffice,
        body: { id, name: `${id}党组织`, shortName: id, kind, superior },
      });
    await world.openQuarter(JULY_2027);
    await world.wake('2027-07-01T22:00:00.000Z');

    const lost = [OTHER_SCHOOL, PRESCHOOL, NURSERY] as string[];
    await world.openQuarter(OCTOBER_2027, lost);
    expect(await Promise.all(lost.map(isOpen))).toEqual([false, false, false]);
    await world.wake('2027-10-01T22:00:00.000Z');
    expect(await Promise.all(lost.map(isOpen))).toEqual([true, true, false]);
    await world.wake('2027-10-01T22:01:00.000Z');
    expect(await Promise.all(lost.map(isOpen))).toEqual([true, true, true]);
    const { parts } = await periodUnder(world.views, DISTRICT, '2027Q4');
    const before = await periodUnder(world.views, DISTRICT, '2027Q3');
    const named = (all: typeof parts) => all.filter(({ isSum }) => !isSum).map(({ standing }) => standing.id);
    expect(named(parts)).toEqual(named(before.parts));
  });

  it('is not opened twice', async () => {
    const opened = async () => (await world.ledgers.load(new OrgScope(OTHER_SCHOOL), '2027Q4')).version;
    const version = await opened();
    await world.wake('2027-10-02T22:00:00.000Z');
    expect(await opened()).toBe(version);
  });
});

const PARTY = {
  forms: ['设限平台'],
  audience: 'party',
  releasePlan: [{ audience: 'party' }],
  exception: '仅在党内通报。',
};
