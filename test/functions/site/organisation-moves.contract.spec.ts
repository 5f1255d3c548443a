import { beforeAll, describe, expect, it } from 'vitest';
import type { PeriodName } from '../../../domain/duty/period.ts';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import type { Views } from '../../../functions/adapters/views.ts';
import { everAbove } from '../../../functions/shell/affiliation.ts';
import { periodUnder } from '../../../functions/shell/tallies.ts';
import {
  activitiesKey,
  deskKey,
  dutiesKey,
  subordinatesKey,
  supervisedKey,
} from '../../../functions/shell/view-keys.ts';
import { dutyDistrict } from '../../browser/support/duties.ts';
import { SCHOOL, sampleDistrict, tokenOf } from '../../browser/support/fixture.ts';
import { ADMINISTRATOR, DISTRICT, type MemoryDistrict } from '../../browser/support/memory-district.ts';
import { supervise } from '../../browser/support/supervision.ts';
import { organise } from './district-office.ts';
import { PUBLIC_URL, Site } from './support.ts';

const PAGE = `/desk/o/${DISTRICT}/organisation`;
const BASIS = '关于调整部分学校党组织隶属关系的通知（〔2026〕12号）';
let keys = 0;

const formOf = (unit: string, to: string, from: string, basis = BASIS): Record<string, string> => {
  keys += 1;
  return {
    command: `moving-${String(keys).padStart(4, '0')}`,
    'move.unit': unit,
    'move.to': to,
    'move.from': from,
    'move.basis': basis,
    'move.reason': '集团化办学',
  };
};

/** Everything that lies with superiors, as the lists have it. */
async function lying(views: Views, superiors: readonly string[]) {
  const index = (of: 'board' | 'desk', key: string) => views.listIndex(of, key, { limit: 500 });
  const lists = superiors.map(async (id) => {
    const pages = await Promise.all([
      index('desk', deskKey(id)),
      index('board', subordinatesKey(id)),
      index('board', activitiesKey(id)),
      ...(['VISIT', 'FOLLOWUP', 'CASE'] as const).map((kind) => index('board', supervisedKey(id, kind))),
      views.list(dutiesKey(id), { limit: 500 }),
    ]);
    return [id, pages.map(({ rows }) => rows)] as const;
  });
  return Object.fromEntries(await Promise.all(lists));
}

describe('an organisation that is put under another superior', () => {
  let district: MemoryDistrict;
  let site: Site;
  const token = tokenOf('administrator');
  const views = () => district.services(PUBLIC_URL).views;
  const waiting = async (superior: string) =>
    (await views().listIndex('desk', deskKey(superior), { limit: 500 })).rows.filter(
      ({ card }) => (card as { organisation: string }).organisation === SCHOOL,
    ).length;
  const superiors = [DISTRICT, 'preschool', 'binhu-middle'];

  beforeAll(async () => {
    district = await sampleDistrict();
    await supervise(district);
    site = new Site(district);
  });

  it('is moved on the desk of the office above both, and by nobody else', async () => {
    expect(await site.text(PAGE, { token })).toContain('调整下级组织的隶属关系');
    const own = `/desk/o/${SCHOOL}/organisation`;
    expect(await site.text(own, { token })).toContain(`href="${PAGE}#move"`);
    expect(await site.text(own, { token: tokenOf('director') })).not.toContain('调整');
    const form = formOf(SCHOOL, 'preschool', '2026-11-22');
    const alone = await site.ask(`${own}/move`, { token: tokenOf('director'), form });
    expect(alone.status).toBe(422);
    expect(await waiting('preschool')).toBe(0);
    const wrong = await site.ask(`${PAGE}/move`, {
      token,
      form: formOf('preschool', 'chunya', '2026-11-22'),
    });
    expect([wrong.status, await wrong.text()]).toEqual([
      422,
      expect.stringContaining('不能划归本组织自身或者其下级组织'),
    ]);
  });

  it('takes what waits for its superior along', async () => {
    const before = await waiting(DISTRICT);
    expect(before).toBeGreaterThan(2);
    const moved = await site.ask(`${PAGE}/move`, { token, form: formOf(SCHOOL, 'preschool', '2026-11-22') });
    expect(moved.status).toBe(303);
    expect([await waiting(DISTRICT), await waiting('preschool')]).toEqual([0, before]);
    expect(await lying(views(), superiors)).toEqual(await lying(await district.rebuilt(), superiors));
    const { organisation, superior } = await district
      .services(PUBLIC_URL)
      .tenancy.tenants(new OrgScope(SCHOOL));
    expect([organisation.superior, superior?.name]).toEqual(['preschool', '学前教育党总支']);
  });

  it('shows everybody under whom it stood when', async () => {
    const about = (await site.text(`/o/${SCHOOL}/about`)).replaceAll(/<[^>]+>|\s+/g, '');
    expect(about).toContain('2026年11月2日至2026年11月21日隶属滨湖区教育党工委');
    expect(about).toContain(`2026年11月22日起隶属学前教育党总支依据：${BASIS}`);
    expect(await site.text('/o/binhu-middle/about')).not.toContain('隶属沿革');
  });

  it('is moved from further up as well, by somebody who does not work there', async () => {
    const moved = await site.ask(`${PAGE}/move`, {
      token,
      form: formOf('chunya', 'binhu-middle', '2026-11-22'),
    });
    expect(moved.status).toBe(303);
    // What the old superior had sent down is still looked for.
    const { tenancy } = district.services(PUBLIC_URL);
    const { organisation } = await tenancy.tenants(new OrgScope('chunya'));
    expect(await everAbove(tenancy, organisation)).toEqual(['binhu-middle', DISTRICT, 'preschool']);
    expect(await lying(views(), superiors)).toEqual(await lying(await district.rebuilt(), superiors));
  });

  it('whose superior would stand below it after two moves at once stays where it was', async () => {
    await organise(
      district,
      'OnboardOrganisation',
      { name: '甲党委', shortName: '甲', kind: 'committee', superior: DISTRICT },
      'jia',
    );
    await organise(
      district,
      'OnboardOrganisation',
      { name: '乙党委', shortName: '乙', kind: 'committee', superior: DISTRICT },
      'yi',
    );
    const move = (unit: string, to: string) =>
      site.ask(`${PAGE}/move`, { token, form: formOf(unit, to, '2026-11-22') });
    const [one, other] = await Promise.all([move('jia', 'yi'), move('yi', 'jia')]);
    expect([one.status, other.status]).toContain(422);
    const above = async (id: string) =>
      (await district.services(PUBLIC_URL).tenancy.find(new OrgScope(id)))?.superior;
    const [jia, yi] = [await above('jia'), await above('yi')];
    expect([jia, yi]).toContain(DISTRICT);
    expect(await lying(views(), superiors)).toEqual(await lying(await district.rebuilt(), superiors));
  });
});

it('counts with its new superior from the running quarter on, and before with whom it stood under then', async () => {
  const district = await dutyDistrict();
  const { views } = district.services(PUBLIC_URL);
  const counted = async (superior: string, period: PeriodName) => {
    const ids = (await periodUnder(views, superior, period)).parts.map(({ standing: { id } }) => id);
    expect(ids).not.toContain(undefined);
    return ids;
  };
  const here = async () => {
    const lists = (['2026Q3', '2026Q4'] as const).flatMap((period) =>
      [DISTRICT, 'yizhong'].map(async (id) => (await counted(id, period)).includes('hehua')),
    );
    return Promise.all(lists);
  };
  expect(await here()).toEqual([true, false, true, false]);
  const token = `${ADMINISTRATOR}~赵启明`;
  const form = formOf('hehua', 'yizhong', '2026-12-01');
  expect((await new Site(district).ask(`${PAGE}/move`, { token, form })).status).toBe(303);
  expect(await here()).toEqual([true, false, false, true]);
  // The sums of this district were not taken, but put there.
  const standings = async (from: Views) =>
    (await Promise.all([DISTRICT, 'yizhong'].map((id) => from.list(dutiesKey(id), { limit: 500 }))))
      .flatMap(({ rows }) => rows)
      .filter(({ sk }) => sk.endsWith('#hehua'));
  expect(await standings(views)).toHaveLength(3);
  expect(await standings(views)).toEqual(await standings(await district.rebuilt()));
  await district.pass(40 * 86_400_000);
  expect(await here()).toEqual([true, false, false, true]);
});
