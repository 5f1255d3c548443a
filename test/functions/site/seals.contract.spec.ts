import { beforeAll, describe, expect, it } from 'vitest';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { SCHOOL, sampleDistrict, tokenOf } from '../../browser/support/fixture.ts';
import { DISTRICT, type MemoryDistrict } from '../../browser/support/memory-district.ts';
import { PUBLIC_URL, Site } from './support.ts';

const PAGE = `/o/${SCHOOL}/seals`;

const hashesOn = (html: string): readonly string[] =>
  [...html.matchAll(/<code>([\w-]{43})<\/code>/g)].map(([, hash]) => hash ?? '');

describe('the page of seals', () => {
  let district: MemoryDistrict;
  let site: Site;
  beforeAll(async () => {
    district = await sampleDistrict();
    site = new Site(district);
    await district.seal();
    await district.pass(86_400_000);
    await district.seal();
  });

  it('shows anybody the hash of every seal of the quarter, newest first, as the record has them', async () => {
    const { readings } = district.services(PUBLIC_URL);
    const { seals } = await readings.seals(new OrgScope(DISTRICT), '2026Q4');
    expect(seals.map(({ day }) => day)).toEqual(['2026-11-23', '2026-11-22']);
    expect(hashesOn(await site.text(`/o/${DISTRICT}/seals`))).toEqual(seals.map(({ hash }) => hash));
    const schools = hashesOn(await site.text(PAGE));
    expect(schools.length).toBeGreaterThan(0);
    expect(seals.map(({ hash }) => hash)).not.toContain(schools[0]);
  });

  it('shows nothing of what is sealed, whoever asks', async () => {
    for (const asked of [{}, { token: tokenOf('clerk') }]) {
      const html = await site.text(PAGE, asked);
      expect(html).toContain('11月22日');
      expect(html).not.toMatch(/ITEM|FEEDBACK|chen-guohua|陈国华/);
    }
  });

  it('leads to the seals of the superior, which vouch for these, and to other quarters', async () => {
    expect(await site.text(PAGE)).toContain(`href="/o/${DISTRICT}/seals?period=2026Q4"`);
    expect(await site.text(`${PAGE}?period=2026Q3`)).toContain('本季度还没有封存过记录');
    expect(await site.text(`${PAGE}?period=nonsense`)).toContain('2026年第四季度每日封存值');
    expect((await site.ask('/o/nobody-here/seals')).status).toBe(404);
  });

  it('is found from every page of the organisation', async () => {
    expect(await site.text(`/o/${SCHOOL}`)).toContain(`href="${PAGE}"`);
  });
});
