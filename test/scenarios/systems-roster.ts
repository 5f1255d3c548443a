import { describe, expect, it } from 'vitest';
import type { RosterRow } from '../../domain/roster/columns.ts';
import { eachOf } from '../../infra/local/sample/each-of.ts';
import { communities } from '../domain/roster/communities.ts';
import { DISTRICT, PEOPLE } from '../support/school.ts';
import { idOf, pathOf } from './duties-support.ts';
import { DAY } from './support.ts';
import { type Doings, told } from './systems-support.ts';

const COMMITTEE = 'qiaodong';
const UNITS = pathOf(COMMITTEE);
const { office, passerBy, districtOffice } = PEOPLE;
const byUnit = (rows: readonly RosterRow[]) =>
  rows.map((row) => JSON.stringify(Object.entries(row).toSorted())).toSorted();

/** 桥东区: 46 communities, each with a general branch, and 144 people who work for them. */
export function rosterOfUnits(does: Doings): void {
  const { post, read, words } = does;
  describe('a roster of 46 units', () => {
    const rows = communities().map((row) => ({ ...row, superior: COMMITTEE }));
    const send = (by: string, sent: readonly RosterRow[], more: object = {}) =>
      does.world.call('POST', `${pathOf(by === office ? COMMITTEE : DISTRICT)}/roster`, by, {
        rows: sent,
        ...more,
      });
    const created = (roster: readonly { people: { created: number } }[]) =>
      roster.reduce((sum, { people }) => sum + people.created, 0);
    const below = async () => {
      const { organisations } = await read('/v1/organisations');
      return organisations.filter(({ superior }: { superior?: string }) => superior === COMMITTEE);
    };
    const exported = async (): Promise<RosterRow[]> => (await read(`${UNITS}/roster`, office)).rows;

    it('is previewed; its units are set up by the district, and nobody else', async () => {
      const units = [...Map.groupBy(rows, ({ unit }) => unit).values()].map(
        ([{ unit, unitName, shortName, kind, superior } = {}]) => ({
          unit,
          unitName,
          shortName,
          kind,
          superior,
        }),
      );
      const { body: refused } = await send(office, units.slice(0, 1));
      expect(refused.errors).toMatchObject([{ field: 'rows.0.unit', code: 'not-permitted' }]);
      const { body: preview } = await send(districtOffice, units, { check: true });
      expect(preview.stage).toBe('checked');
      expect(preview.roster.filter(({ isNew }: { isNew: boolean }) => isNew)).toHaveLength(46);
      expect(await below()).toEqual([]);
      expect((await send(districtOffice, units)).body.stage).toBe('imported');
      await does.world.cloud.idle();
      expect(await below()).toHaveLength(46);
    });

    it('is refused as a whole when it is broken, every error by its row', async () => {
      const broken = rows.map((row, index) => {
        if (index === 3) return { ...row, name: '王一 11010519491231002X' };
        return index === 100 ? { ...row, position: '团长' } : row;
      });
      const before = await exported();
      const answer = await send(office, broken);
      expect(answer.status).toBe(400);
      expect(answer.body.errors).toMatchObject([
        { field: 'rows.3.name', code: 'cell-private-number' },
        { field: 'rows.100.position' },
      ]);
      expect(answer.body.errors[1].zh).toContain('书记、副书记、委员');
      expect(await exported()).toEqual(before);
    });

    it('[QD-01] comes in with 144 people, and goes out as it came; roles come from it', async () => {
      const { body: preview } = await send(office, rows, { check: true });
      expect([preview.stage, preview.roster.length, created(preview.roster)]).toEqual(['checked', 46, 144]);
      const { body: imported } = await send(office, rows);
      expect([imported.stage, created(imported.roster)]).toEqual(['imported', 144]);
      await does.world.cloud.idle();
      const theirs = (await exported()).filter(({ unit }) => unit?.startsWith('community-'));
      expect(byUnit(theirs)).toEqual(byUnit(rows));
      expect((await send(office, await exported())).body.stage).toBe('unchanged');
      const { memberships } = await read('/v1/me', 'worker-h7');
      expect(memberships).toMatchObject([{ id: 'community-08', seats: [{ seat: 'party-committee:head' }] }]);
    });

    it('[QD-02] [QD-03] says who leads the units and whence they came, and names units without a secretary', async () => {
      const { units, workers, positions, withoutHead } = await read(`${UNITS}/composition`, office);
      expect([units, workers]).toEqual([46, 144]);
      const figures = positions.map(
        ({ position, count, origins: [origin] }: { position: string; count: number; origins: object[] }) => ({
          position,
          count,
          ...origin,
          of: count,
        }),
      );
      expect(figures).toMatchObject([
        { position: 'head', of: 43, origin: 'transferred', count: 41, perMille: 953 },
        { position: 'deputy', of: 15, origin: 'recruited', count: 14, perMille: 933 },
        { position: 'member', of: 86, origin: 'recruited', count: 79, perMille: 919 },
      ]);
      expect(withoutHead.map(({ id }: { id: string }) => id)).toEqual(
        ['44', '45', '46'].map((number) => `community-${number}`),
      );
      const page = await words(`/desk/o/${COMMITTEE}/roster`, office);
      expect(page).toContain('95.3%');
    });

    it('is rated once a year: the units are asked to appraise themselves first', async () => {
      await post(`${UNITS}/rounds/2026`, office, { selfUntil: does.world.day(1), note: '请如实自评。' });
      const early = `${pathOf('community-01')}/assessments/2026/verdict`;
      expect(await does.world.refused(early, office, { score: 90, text: '公开及时。' })).toBe(
        'assessment-self-awaited',
      );
    });

    it('[QD-05] sixteen of the 46 units are models, which is 34.78 %, and society is told', async () => {
      await does.world.pass(2 * DAY);
      const models = 16;
      const numbers = Array.from({ length: 46 }, (_, n) => n + 1);
      await eachOf(numbers, async (number) => {
        const unit = pathOf(`community-${String(number).padStart(2, '0')}`);
        const verdict = { score: number <= models ? 95 : 80, text: '公开及时，内容完整。' };
        await post(`${unit}/assessments/2026/verdict`, office, verdict);
      });
      expect(await read(`${UNITS}/rounds/2026`, passerBy)).not.toHaveProperty('units');
      const item = await does.world.disclose(COMMITTEE, told({ title: '2026年度考评结果' }));
      await post(`${UNITS}/rounds/2026/results`, office, { item: idOf(item) });
      await does.world.cloud.idle();
      const { shares, units } = await read(`${UNITS}/rounds/2026`);
      expect(shares).toEqual({ units: 46, met: 46, model: 16, metPercent: 100, modelPercent: 34.78 });
      const ratings = units.map(({ rating }: { rating: string }) => rating);
      expect(ratings.filter((rating: string) => rating === 'model')).toHaveLength(models);
      expect(await words(`/o/${COMMITTEE}/evaluation`)).toContain('34.78');
    });
  });
}
