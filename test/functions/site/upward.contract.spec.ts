import { beforeAll, describe, expect, it } from 'vitest';
import { BUSY } from '../../browser/support/duties.ts';
import { ADMINISTRATOR, DISTRICT } from '../../browser/support/memory-district.ts';
import { DIRECTOR, reminderDistrict } from '../../browser/support/reminders.ts';
import { Site } from './support.ts';

const as = (person: string) => ({ token: `${person}~某某` });
const own = (place: string) => `/desk/o/${BUSY}/${place}`;
const above = (place: string) => `/desk/o/${DISTRICT}/${place}`;

let site: Site;
beforeAll(async () => {
  site = new Site(await reminderDistrict());
});

describe('what goes up from a school, on its pages', () => {
  it('is a problem, which lies on the desk of the superior and on the school’s own page', async () => {
    const raise = (text: string, person = DIRECTOR) =>
      site.ask(own('problems'), { ...as(person), form: { command: `problem-${text.length}`, text } });
    expect((await raise('')).status).toBe(422);
    expect((await raise('公示栏常被雨水打湿。', 'director-of-qingshan')).status).toBe(404);
    expect((await raise('公示栏常被雨水打湿。')).status).toBe(303);
    expect(await site.text(own('problems'), as(DIRECTOR))).toContain('已提出的问题（1）');
    expect(await site.text(above('overview'), as(ADMINISTRATOR))).toMatch(/下级困难问题（1\s*）/);
    const desk = await site.text(above('opinions?show=problems'), as(ADMINISTRATOR));
    expect(desk).toContain('公示栏常被雨水打湿。');
    expect(await site.text(above('problems'), as(ADMINISTRATOR))).toContain('没有上级党组织');
  });

  it('is a report, with a receipt', async () => {
    const send = (path: string, person: string, period: string) =>
      site.ask(path, { ...as(person), form: { command: `report-${person}-${period}`, period } });
    const early = await send(own('reports'), DIRECTOR, '2026Q4');
    expect(early.status).toBe(422);
    expect(await early.text()).toContain('报告期至 2026-12-31 结束');
    expect((await send(own('reports'), DIRECTOR, '2026Q3')).status).toBe(303);
    const receipt = above(`reports/${BUSY}/acknowledgement`);
    const reports = (path: string, person: string) => site.text(`${path}?period=2026Q3`, as(person));
    expect(await reports(own('reports'), DIRECTOR)).toContain('待签收');
    expect(await reports(above('reports'), ADMINISTRATOR)).toContain(`action="${receipt}"`);
    expect((await send(receipt, DIRECTOR, '2026Q3')).status).toBe(404);
    expect((await send(receipt, ADMINISTRATOR, '2026Q3')).status).toBe(303);
    expect(await reports(above('reports'), ADMINISTRATOR)).not.toContain(`action="${receipt}"`);
    expect(await reports(own('reports'), DIRECTOR)).toContain('已签收');
  });
});
