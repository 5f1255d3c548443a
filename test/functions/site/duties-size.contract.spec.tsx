import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calendarOf } from '../../../domain/calendar/working-days.ts';
import { periodNamed, quarterFrom } from '../../../domain/duty/period.ts';
import type { ClassStanding, Standing } from '../../../domain/duty/standing.ts';
import type { Day } from '../../../domain/kernel/time.ts';
import { DynamoViews } from '../../../functions/adapters/views.ts';
import { overviewOf } from '../../../functions/shell/reading/duty-overview.ts';
import { type PartStanding, periodUnder } from '../../../functions/shell/tallies.ts';
import { dutiesKey, standingSort, tallySort } from '../../../functions/shell/view-keys.ts';
import { OverviewPage } from '../../../functions/site/pages/duties/overview.tsx';
import { countReads } from '../../bench/count-reads.ts';
import { dynoxide, type Engine } from '../adapters/engines.ts';
import { createTables } from '../adapters/tables.ts';

const DISTRICT = 'binhu';
const PERIOD = '2026Q4';
const NOW = '2027-01-20T01:30:00.000Z';
const CLASSES = [
  '党组织的决议、决定及执行情况',
  '党的思想建设情况',
  '党的组织建设情况',
  '领导班子建设情况',
  '干部选任和管理情况',
  '联系和服务党员、群众情况',
  '党风廉政建设情况',
  '每季度至少公开一次',
];

/** Something is owed in every class of every school, which is when the page is longest. */
const school = (number: number): Standing => {
  const open = { '2026-12-31': ['c-11', 'c-12', 'c-13'] };
  const standing: ClassStanding = { met: 3, late: 1, excused: 0, open };
  return {
    id: `school-${String(number).padStart(3, '0')}`,
    name: `滨湖区第${number}中学党委`,
    period: PERIOD,
    units: 1,
    classes: Object.fromEntries(CLASSES.map((name) => [name, standing])),
    soon: { '2026-12-31': '2026-12-22' },
    disclosures: 32,
    exceptions: 2,
    forms: { 会议: 1, 文件: 1, 公示栏: 1, 网站: 1 },
    channels: { 'notice-board': 1, internet: 1 },
    silent: 0,
    unreachable: 0,
    regularity: 0.734,
    answerHours: 61.5,
    lastOn: '2026-12-18',
  };
};
const schools = (count: number) => Array.from({ length: count }, (_, number) => school(number + 1));

const TREND = Array.from({ length: 11 }, (_, back) => ({
  period: quarterFrom(periodNamed(PERIOD), back - 11).name,
  ...{ units: 300, total: 7200, met: 6100 + back, late: 700, excused: 100, overdue: 300, soon: 0, open: 0 },
}));

const QUEUE = { count: 12, since: '2026-11-02', age: 41 };

function htmlOf(standings: readonly Standing[], today: Day): string {
  const tally = { trend: TREND, takenAt: NOW };
  const parts = standings.map((standing): PartStanding => ({ standing, isSum: false }));
  return (
    <OverviewPage
      frame={{
        preferences: { size: 'standard', contrast: false },
        here: '/',
        district: '滨湖区教育党工委',
        organisation: { id: DISTRICT, name: '滨湖区教育党工委', kind: '党委', official: true, leads: true },
      }}
      now={NOW}
      organisation={DISTRICT}
      backlog={standings.map(({ id, name }) => ({ id, name, queues: { review: QUEUE, approve: QUEUE } }))}
      problems={{ open: 3, overdue: 1 }}
      screens={[]}
      overview={overviewOf({ tally, parts }, PERIOD, today, calendarOf({}))}
      filter={{}}
      periods={[PERIOD]}
      all={false}
    />
  ).toString();
}

describe('a district of three hundred schools', () => {
  it.each([
    ['begins', '2026-10-08', 'p'],
    ['ends', '2026-12-29', 's'],
    ['is over and nobody has caught up', '2027-01-20', 'o'],
  ])('is one page of less than 150 KB when the quarter %s', (_, today, tone) => {
    const html = htmlOf(schools(300), today);
    const cells = (300 + 1) * (CLASSES.length + 1);
    expect(html.match(new RegExp(`<td class="${tone}">`, 'g'))?.length).toBe(cells);
    expect(Buffer.byteLength(html)).toBeLessThan(150_000);
  });

  describe('in the views', () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await dynoxide();
    }, 60_000);
    afterAll(() => engine?.stop());

    it('is one query of at most 60 read units, its sum included', async () => {
      const { views: table } = await createTables(engine.client);
      const views = new DynamoViews(engine.client, table);
      const pk = dutiesKey(DISTRICT);
      for (const card of schools(300))
        await views.put({ pk, sk: standingSort(PERIOD, card.id), version: 1, card });
      await views.put({ pk, sk: tallySort(PERIOD), version: 1, card: { trend: [], takenAt: NOW } });
      await views.put({ pk, sk: tallySort('2027Q1'), version: 1, card: { trend: [] } });
      const reads = countReads(engine.client);
      const { tally, parts } = await periodUnder(views, DISTRICT, PERIOD);
      expect([tally?.takenAt, parts.length]).toEqual([NOW, 300]);
      expect(reads.calls).toBe(1);
      expect(reads.units).toBeLessThanOrEqual(60);
    });
  });
});
