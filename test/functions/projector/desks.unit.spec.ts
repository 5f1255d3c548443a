import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, dayOf } from '../../../domain/kernel/time.ts';
import { DEFAULT_POLICY, type Policy } from '../../../domain/organisation/policy.ts';
import { DISTRICT, PEOPLE, REVIEW, SCHOOL } from '../../support/school.ts';
import { draft, ok, openSchools } from '../api/school.ts';
import { startWorld, type World } from '../api/world.ts';
import { openDistrict } from './district.ts';

const { clerk, office, head, member, districtHead, districtOffice } = PEOPLE;

/** Nothing is done to the item between the change of the organisation and the look at the desk. */
describe('the desk, the moment an organisation changes', () => {
  let world: World;
  let item: string;
  const today = '2026-09-01';
  beforeEach(async () => {
    world = await startWorld(`${today}T00:00:00.000Z`);
    await openSchools(world);
    item = await draft(world);
    await ok(world, 'POST', `${item}/submission`, { person: clerk, body: {} });
  }, 60_000);
  afterEach(() => world?.stop());

  const at = (organisation: string) => `/v1/organisations/${organisation}`;
  async function desk(organisation: string, person: string): Promise<string[]> {
    const { body } = await ok(world, 'GET', `${at(organisation)}/desk`, { person });
    const tasks: { id: string; kind: string }[] = body.tasks;
    return tasks.filter(({ id }) => item.endsWith(id)).map(({ kind }) => kind);
  }
  const seat = (body: string, position: string, person: string, rest: object) => ({
    person: districtOffice,
    body: { body, position, person, ...rest },
  });
  const leaves = (body: string, position: string, person: string, until: string) =>
    ok(world, 'POST', `${at(SCHOOL)}/seat-vacancies`, seat(body, position, person, { until }));
  const comes = (body: string, position: string, person: string, from: string) =>
    ok(world, 'POST', `${at(SCHOOL)}/seats`, seat(body, position, person, { from }));
  const ruled = (policy: Partial<Policy>) =>
    ok(world, 'PUT', `${at(SCHOOL)}/policy`, {
      person: districtOffice,
      body: { policy: { ...DEFAULT_POLICY, ...policy }, reason: '调整审批权限。' },
    });

  it('passes a review to the district when the last reviewer leaves, and back when one comes', async () => {
    expect(await desk(SCHOOL, office)).toEqual(['review']);
    await leaves('office', 'head', office, today);
    expect(await desk(SCHOOL, office)).toEqual([]);
    expect(await desk(SCHOOL, head)).toEqual(['review']);
    expect(await desk(DISTRICT, districtHead)).toEqual([]);
    await leaves('leading-group', 'head', head, today);
    expect(await desk(SCHOOL, head)).toEqual([]);
    expect(await desk(DISTRICT, districtHead)).toEqual(['review']);
    expect(await desk(DISTRICT, districtOffice)).toEqual(['review']);
    await comes('office', 'head', member, today);
    expect(await desk(SCHOOL, member)).toEqual(['review']);
    expect(await desk(DISTRICT, districtHead)).toEqual([]);
  });

  it('follows the day on which a seat ends, when nobody does anything', async () => {
    const tomorrow = addDays(today, 1);
    await leaves('office', 'head', office, tomorrow);
    await leaves('leading-group', 'head', head, tomorrow);
    expect(await desk(SCHOOL, office)).toEqual(['review']);
    world.now = `${tomorrow}T00:00:00.000Z`;
    expect(dayOf(world.now)).toBe(tomorrow);
    expect(await desk(SCHOOL, office)).toEqual([]);
    expect(await desk(DISTRICT, districtHead)).toEqual(['review']);
  });

  it('follows a new chain of approval at every step, up and down', async () => {
    await ok(world, 'POST', `${item}/reviews`, { person: office, body: REVIEW });
    expect(await desk(SCHOOL, head)).toEqual(['approve']);
    const leader = { body: 'leading-group', position: 'head' } as const;
    const { approvalChains } = DEFAULT_POLICY;
    const only = (ordinary: Policy['approvalChains']['ordinary']) =>
      ruled({ approvalChains: { ...approvalChains, ordinary } });
    await only([{ step: 'superior', by: [leader] }]);
    expect(await desk(SCHOOL, head)).toEqual([]);
    expect(await desk(DISTRICT, districtHead)).toEqual(['approve-for-school']);
    expect(await desk(DISTRICT, districtOffice)).toEqual([]);
    await only([{ step: 'main-leader', by: [{ body: 'office', position: 'head' }] }]);
    expect(await desk(DISTRICT, districtHead)).toEqual([]);
    expect(await desk(SCHOOL, head)).toEqual([]);
    expect(await desk(SCHOOL, office)).toEqual(['approve']);
  });

  it('gives the errands to those who propose by now', async () => {
    item = await draft(world);
    expect(await desk(SCHOOL, head)).toEqual(['provide-content']);
    await ruled({ proposers: [{ body: 'office' }] });
    expect(await desk(SCHOOL, head)).toEqual([]);
    expect(await desk(SCHOOL, office)).toEqual(['provide-content']);
  });

  it('shows nothing of the school to those who hold no seat in the district', async () => {
    await leaves('office', 'head', office, today);
    await leaves('leading-group', 'head', head, today);
    const { body } = await ok(world, 'GET', `${at(DISTRICT)}/desk`, { person: districtHead });
    expect(body.tasks).toHaveLength(1);
    await ok(world, 'POST', `${at(DISTRICT)}/seat-vacancies`, {
      person: districtOffice,
      body: { body: 'leading-group', position: 'head', person: districtHead, until: today },
    });
    expect(await desk(DISTRICT, districtHead)).toEqual([]);
  });
});

describe('the roster', () => {
  it('is put once for each person, however often the organisation changes', async () => {
    const district = await openDistrict();
    const seat = { body: 'office', position: 'member', person: 'chen' } as const;
    // The card of the organisation, and that it has changed.
    district.views.puts = 0;
    await district.organise('dongfang', 'FillSeat', { ...seat, from: '2026-09-01' });
    await district.organise('dongfang', 'VacateSeat', { ...seat, until: '2026-09-02' });
    expect(district.views.puts).toBe(4);
    const newcomer = { id: 'he', name: '何清', partyMember: true, staff: true };
    await district.organise('dongfang', 'RegisterPeople', { people: [newcomer] });
    expect(district.views.puts).toBe(7);
    const found = await district.views.list('ORG#qu#MEMBERSHIPS', { limit: 9, prefix: 'he#' });
    expect(found.rows.map(({ card }) => card)).toEqual([{ organisation: 'dongfang' }]);
  });
});
