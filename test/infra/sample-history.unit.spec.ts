import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../domain/calendar/working-days.ts';
import { periodNamed } from '../../domain/duty/period.ts';
import { addDays, dayOf } from '../../domain/kernel/time.ts';
import { actsOf } from '../../infra/local/sample/history/acts.ts';
import { SAMPLE_ORGANISATIONS } from '../../infra/local/sample/organisations.ts';
import { StageFile } from '../../infra/local/sample/stage-file.ts';
import { scratchFolder } from './local-fixture.ts';

const YEAR = ['2026Q1', '2026Q2', '2026Q3', '2026Q4'].map(periodNamed);
const released = (organisation: string): readonly string[] =>
  actsOf(YEAR)
    .filter((act) => act.organisation === organisation && act.path.endsWith('/approvals'))
    .map(({ at }) => dayOf(at));

describe("the sample's history", () => {
  it('is the same whenever it is asked for, in order, and each act has a name of its own', () => {
    const acts = actsOf(YEAR);
    expect(actsOf(YEAR)).toEqual(acts);
    expect(acts.map(({ at }) => at)).toEqual(acts.map(({ at }) => at).toSorted());
    expect(new Set(acts.map(({ label }) => label)).size).toBe(acts.length);
  });

  it('goes on with the same acts when another quarter begins meanwhile', () => {
    const labels = actsOf(YEAR.slice(0, 3)).map(({ label }) => label);
    expect(actsOf(YEAR).map(({ label }) => label)).toEqual(expect.arrayContaining(labels));
  });

  it('has nobody work on a day off', () => {
    const calendar = calendarOf({});
    expect(actsOf(YEAR).filter(({ at }) => !calendar.dayKind(dayOf(at)).working)).toEqual([]);
  });

  it('is acted by people of the organisation, or of the one above it', () => {
    for (const { organisation, as, label } of actsOf(YEAR)) {
      const own = SAMPLE_ORGANISATIONS.find(({ id }) => id === organisation);
      const above = SAMPLE_ORGANISATIONS.find(({ id }) => id === own?.superior);
      const people = [...(own?.people ?? []), ...(above?.people ?? [])].map(({ id }) => id);
      expect(people, label).toContain(as);
    }
  });

  it('knows the punctual, the late, the silent and who catches up', () => {
    for (const { from, until } of YEAR) {
      const inTime = (day: string) => day >= from && day <= addDays(until, -7);
      expect(released('xinglan').some(inTime)).toBe(true);
    }
    expect(released('yunxi').some((day) => day > '2026-03-31' && day < '2026-04-20')).toBe(true);
    expect(released('hetang')).toEqual([]);
    expect(released('baihe').filter((day) => day < '2026-08-01')).toEqual([]);
    expect(released('baihe').length).toBeGreaterThan(5);
  });
});

describe('how far the sample has come in a state folder', () => {
  const NOW = '2026-11-22T01:00:00.000Z';

  it('begins three quarters back, goes on where it was, and is over once', () => {
    using folder = scratchFolder();
    const file = new StageFile(join(folder.path, 'state'));
    const begun = '2025-12-31T16:30:00.000Z';
    expect(file.read(NOW)).toEqual({ stage: 'history', begun, reached: begun });
    const reached = { stage: 'history', begun, reached: '2026-05-06T02:10:00.000Z' } as const;
    file.write(reached);
    expect(file.read('2027-01-05T01:00:00.000Z')).toEqual(reached);
    file.write({ stage: 'done' });
    expect(file.read(NOW)).toEqual({ stage: 'done' });
  });

  it('gives no past to a folder that has a life of its own', () => {
    using folder = scratchFolder();
    mkdirSync(folder.path, { recursive: true });
    writeFileSync(join(folder.path, 'state.db'), '');
    expect(new StageFile(folder.path).read(NOW)).toEqual({ stage: 'items' });
  });
});
