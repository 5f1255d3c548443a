import { beforeAll, describe, expect, it } from 'vitest';
import { BUSY, dutyDistrict, SILENT, SUPERVISOR } from '../../browser/support/duties.ts';
import { ADMINISTRATOR, DISTRICT } from '../../browser/support/memory-district.ts';
import { Site } from './support.ts';

const OVERVIEW = `/desk/o/${DISTRICT}/overview`;
const DUTIES = `/desk/o/${BUSY}/duties`;
const as = (person: string) => ({ token: `${person}~某某` });
const office = as(ADMINISTRATOR);

let site: Site;
beforeAll(async () => {
  site = new Site(await dutyDistrict());
});

describe('who sees what is owed', () => {
  it('sends strangers to sign in and knows nothing for anybody else', async () => {
    for (const path of [OVERVIEW, `${OVERVIEW}/bulletin`, `${OVERVIEW}.csv`, DUTIES, `${DUTIES}.xlsx`]) {
      expect((await site.ask(path)).status, path).toBe(303);
      expect((await site.ask(path, as('somebody'))).status, path).toBe(404);
      expect((await site.ask(path, as(`director-of-${SILENT}`))).status, path).toBe(404);
    }
  });

  it('shows a school its own, and the superior everything, its supervisors included', async () => {
    expect((await site.ask(DUTIES, as(`director-of-${BUSY}`))).status).toBe(200);
    expect((await site.ask(OVERVIEW, as(`director-of-${BUSY}`))).status).toBe(404);
    for (const person of [ADMINISTRATOR, SUPERVISOR])
      for (const path of [OVERVIEW, DUTIES])
        expect((await site.ask(path, as(person))).status, path).toBe(200);
  });
});

describe('the overview', () => {
  it('prints', async () => {
    const text = await site.text(OVERVIEW, office);
    console.log(text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '));
    const b = await site.text(`${OVERVIEW}/bulletin`, office);
    console.log(b.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '));
    const s = await site.text(DUTIES, office);
    console.log(s.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '));
  });
});
