import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RosterRow } from '../../../domain/roster/columns.ts';
import { DISTRICT, districtSteps, PEOPLE, requestOf } from '../../support/school.ts';
import { ok } from './school.ts';
import { type Answer, startWorld, type World } from './world.ts';

const ROSTER = `/v1/organisations/${DISTRICT}/roster`;
const office = PEOPLE.districtOffice;

let world: World;

beforeAll(async () => {
  world = await startWorld('2026-09-01T00:00:00.000Z');
  for (const step of districtSteps()) {
    const { method, path, body } = requestOf(step);
    await ok(world, method, path, { person: step.person, body });
  }
}, 60_000);
afterAll(() => world?.stop());

const send = (rows: readonly RosterRow[], more: object = {}): Promise<Answer> =>
  world.call('POST', ROSTER, { person: office, body: { rows, ...more } });
const exported = async (): Promise<RosterRow[]> =>
  (await ok(world, 'GET', ROSTER, { person: office })).body.rows;

const branch = (id: string, name: string, superior = DISTRICT): RosterRow => ({
  unit: id,
  unitName: `${name}党支部`,
  shortName: name,
  kind: '党支部',
  superior,
});
const clerk: RosterRow = {
  ...branch('east', '城东小学'),
  person: 'tan-jing',
  name: '谭静',
  partyMember: '是',
  staff: '是',
  email: 'tanjing@east.example',
  body: '党务公开办公室',
  position: '主任',
  from: '2026-08-01',
};

describe('a roster', () => {
  it('is refused as a whole, every error by row and column in both languages, and nothing is written', async () => {
    const before = await world.commits();
    const answer = await send([
      clerk,
      { ...clerk, person: 'he-yi', name: '何一 11010519491231002X', position: '成员' },
      // What only the deciders know: a branch leads nobody, and nobody supervises the group they sit in.
      branch('west', '城西小学', 'east'),
      { ...clerk, body: '党务公开领导小组', position: '组长' },
      { ...clerk, body: '党务公开监督小组', position: '组长' },
      { ...branch('south', '城南小学'), kind: '支部' },
    ]);
    expect(answer.status).toBe(400);
    expect(
      answer.body.errors.map(({ field, code }: { field: string; code: string }) => [field, code]),
    ).toEqual([
      ['rows.1.name', 'cell-private-number'],
      ['rows.5.kind', 'cell-word-unknown'],
    ]);
    expect(answer.body.errors[0].zh).toContain('身份证号');
    expect(answer.body.errors[0].en).toContain('resident ID');
    expect(await world.commits()).toBe(before);
  });

  it('is carried out on trial by the deciders, so that what they refuse is found before anything is written', async () => {
    const before = await world.commits();
    const rows = [
      clerk,
      { ...clerk, body: '党务公开领导小组', position: '组长' },
      { ...clerk, body: '党务公开监督小组', position: '组长' },
      { ...clerk, body: '党务公开监督员', position: '成员' },
      branch('west', '城西小学', 'nowhere'),
    ];
    const answer = await send(rows);
    expect(
      answer.body.errors.map(({ field, code }: { field: string; code: string }) => [field, code]),
    ).toEqual([
      ['rows.2.person', 'supervisor-in-leading-group'],
      ['rows.3.until', 'term-missing'],
      ['rows.4.unit', 'unit-elsewhere'],
    ]);
    const below = await send([clerk, branch('west', '城西小学', 'east')]);
    expect(below.body.errors).toMatchObject([{ field: 'rows.1.superior', code: 'branch-leads-nobody' }]);
    expect(await world.commits()).toBe(before);
  });

  it('[QD-01] comes in and goes out in the same form; roles come from it', async () => {
    const rows = [
      clerk,
      { ...branch('east', '城东小学'), person: 'wen-hao', name: '文浩', partyMember: '否', staff: '是' },
    ];
    const checked = await send(rows, { check: true });
    expect(checked.body).toMatchObject({
      stage: 'checked',
      roster: [{ id: 'east', isNew: true, people: { created: 2, changed: 0 }, seats: { created: 1 } }],
    });
    const before = await world.commits();
    expect((await send(rows)).body.stage).toBe('imported');
    // Set up, two people, one seat; a ledger is opened for the new unit.
    expect(await world.commits()).toBe(before + 4);
    expect((await exported()).filter(({ unit }) => unit === 'east')).toEqual(rows);
    const me = await ok(world, 'GET', '/v1/me', { person: 'tan-jing' });
    expect(me.body.memberships).toMatchObject([
      { id: 'east', partyMember: true, seats: [{ seat: 'office:head' }] },
    ]);
    // Whoever the roster says is the head of the office may do what that takes.
    await ok(world, 'POST', '/v1/organisations/east/people', {
      person: 'tan-jing',
      body: { people: [{ id: 'new-one', name: '新人', partyMember: false, staff: true }] },
    });
  });

  it('that was sent before changes nothing, and one that was interrupted is finished', async () => {
    const before = await world.commits();
    const again = await send(await exported());
    expect(again.body).toMatchObject({ stage: 'unchanged' });
    expect(await world.commits()).toBe(before);

    const rows = [
      { ...clerk, ...branch('north', '城北小学'), person: 'qi-lu', name: '齐鲁' },
      { ...clerk, ...branch('north', '城北小学'), person: 'xu-an', name: '许安', position: '成员' },
    ];
    const { append } = world.log;
    let left = 2;
    world.log.append = async (commit) => {
      const isOurs = commit.stream.includes('#ORGANISATION#');
      if (isOurs && left === 0) throw new Error('the function was stopped');
      if (isOurs) left -= 1;
      return append(commit);
    };
    expect((await send(rows)).status).toBe(500);
    world.log.append = append;
    const broken = await world.commits();
    expect(broken).toBeGreaterThan(before);
    const rest = await send(rows);
    expect(rest.body.roster).toMatchObject([{ people: { created: 0, unchanged: 2 }, seats: { created: 2 } }]);
    expect(await world.commits()).toBe(broken + 2);
    expect((await exported()).filter(({ unit }) => unit === 'north')).toEqual(rows);
  });

  it('is taken from and given to nobody but the office', async () => {
    for (const person of [PEOPLE.districtHead, PEOPLE.passerBy]) {
      expect((await world.call('POST', ROSTER, { person, body: { rows: [clerk] } })).status).toBe(403);
      expect((await world.call('GET', ROSTER, { person })).status).not.toBe(200);
    }
    expect((await world.call('GET', ROSTER)).status).toBe(401);
    // The office of a school keeps its own roster and no other.
    const own = await world.call('POST', '/v1/organisations/east/roster', {
      person: 'tan-jing',
      body: {
        rows: [
          { ...branch('north', '城北小学'), person: 'mo-li', name: '莫莉', partyMember: '是', staff: '是' },
        ],
      },
    });
    expect(own.body.errors).toMatchObject([{ field: 'rows.0.unit', code: 'unit-elsewhere' }]);
  });
});
