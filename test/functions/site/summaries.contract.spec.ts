import { beforeAll, describe, expect, it } from 'vitest';
import { SCHOOL, sampleDistrict, tokenOf } from '../../browser/support/fixture.ts';
import { DISTRICT } from '../../browser/support/memory-district.ts';
import { Site } from './support.ts';

const own = (place: string) => `/desk/o/${SCHOOL}/${place}`;
const above = (place: string) => `/desk/o/${DISTRICT}/${place}`;
const clerk = { token: tokenOf('clerk') };
const office = { token: tokenOf('administrator') };

let site: Site;
beforeAll(async () => {
  site = new Site(await sampleDistrict());
});

let sends = 0;
/** Sends a form, and follows to where it leads. */
async function send(path: string, as: { token: string }, form: Readonly<Record<string, string>>) {
  sends += 1;
  const answer = await site.ask(path, { ...as, form: { command: `summary-form-${sends}`, ...form } });
  const location = answer.headers.get('location');
  return {
    status: answer.status,
    location,
    text: location ? await site.text(location, as) : await answer.text(),
  };
}

/** What a text area or an input of a page holds. */
const held = (page: string, name: string): string => {
  const area = new RegExp(`<textarea[^>]*name="${name}"[^>]*>([^<]*)<`).exec(page)?.[1];
  return area ?? new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
};

describe('the summary of a year', () => {
  it('is drafted with one click, each figure leading to what it was counted from', async () => {
    expect(await site.text(own('summaries'), clerk)).toContain(`href="${own('summaries/2026')}"`);
    const page = await site.text(own('summaries/2026'), clerk);
    expect(page).toContain('东方小学党支部2026年度党务公开工作总结');
    const links = [...page.matchAll(/<td><a href="([^"]+)">(\d+)/g)];
    expect(links.length).toBeGreaterThan(4);
    const [, href = '', count = ''] = links.find(([, link]) => link?.includes('by=class')) ?? [];
    const evidence = await site.text(href.replaceAll('&amp;', '&'), clerk);
    expect(evidence.match(/<tr><td>/g)).toHaveLength(Number(count));
    for (const [, link = ''] of links)
      expect((await site.ask(link.replaceAll('&amp;', '&'), clerk)).status, link).toBe(200);
  });

  it('is a sheet and a file of its own, for nobody but those who work there', async () => {
    const sheet = await site.ask(own('summaries/2026/summary.xlsx'), clerk);
    expect(sheet.headers.get('content-type')).toContain('spreadsheetml');
    expect(new Uint8Array(await sheet.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
    const file = await site.ask(own('summaries/2026/summary.html'), clerk);
    expect(file.headers.get('content-disposition')).toContain('dongfang-summary-2026.html');
    expect(await file.text()).toMatch(/^<!DOCTYPE html>.*<table>/s);
    for (const path of ['summaries', 'summaries/2026', 'summaries/2026/items', 'summaries/2026/summary.xlsx'])
      expect((await site.ask(own(path), { token: tokenOf('member') })).status, path).toBe(404);
    expect((await site.ask(own('summaries/year'), clerk)).status).toBe(404);
  });

  it('becomes the draft of an item under a row of the catalogue', async () => {
    const page = await site.text(own('summaries/2026'), clerk);
    const row = /name="propose.row"[^>]*>\s*<option value="([^"]+)"/.exec(page)?.[1] ?? '';
    const { status, text } = await send(own('summaries/2026/propose'), clerk, { 'propose.row': row });
    expect(status).toBe(303);
    expect(text).toContain('东方小学党支部2026年度党务公开工作总结');
    expect(text).toContain('主动公开情况');
  });

  it('is filed upward and comes back with a receipt', async () => {
    const page = await site.text(own('summaries/2026'), clerk);
    const form = {
      'file.year': '2026',
      'file.title': held(page, 'file.title'),
      'file.text': held(page, 'file.text'),
    };
    const empty = await send(own('summaries/2026/file'), clerk, { ...form, 'file.text': '' });
    expect([empty.status, empty.text.includes('data-error-summary')]).toEqual([422, true]);
    expect(await site.text(above('summaries'), office)).toMatch(/未报送 \d+ 个：[^。]*东方小学/);
    const filed = await send(own('summaries/2026/file'), clerk, form);
    expect(filed.status, filed.text).toBe(303);
    expect(filed.text).toContain('已报送。');
    expect(filed.text).not.toContain('id="acknowledge"');

    const received = above(`filings/${SCHOOL}/summary-2026`);
    expect(await site.text(above('summaries'), office)).toContain(`href="${received}"`);
    const done = await send(`${received}/acknowledge`, office, { 'acknowledge.remark': '写得实在' });
    expect(done.text).toContain('已签收');
    expect(await site.text(own(`filings/${SCHOOL}/summary-2026`), clerk)).toContain('写得实在');
  });

  it('of a superior adds up those below', async () => {
    const page = await site.text(above('summaries/2026'), office);
    expect(page).toContain('分单位公开情况');
    expect(page).toContain(`href="/o/${SCHOOL}"`);
  });
});

describe('a circular', () => {
  it('is sent down, received, read and reported as done', async () => {
    const bad = await send(above('circulars/issue/issue'), office, { 'issue.title': '学习通知' });
    expect([bad.status, bad.text.includes('data-error-summary')]).toEqual([422, true]);
    const issued = await send(above('circulars/issue/issue'), office, {
      'issue.title': '关于开展廉政学习的通知',
      'issue.text': '请组织学习。',
      'issue.recipients': SCHOOL,
      'issue.readers': 'party',
      'issue.task': '报送小结',
      'issue.dueOn': '2026-12-10',
    });
    expect(issued.status, issued.text).toBe(303);
    expect(issued.text).toContain('未签收 1 个');
    const id = /circulars\/([a-z0-9]+)\?/.exec(issued.location ?? '')?.[1] ?? '';
    const here = own(`received/${DISTRICT}/${id}`);
    expect(await site.text(own('circulars'), clerk)).toContain(`href="${here}"`);
    expect(await site.text('/desk', clerk)).toContain(`href="${here}"`);
    expect((await send(`${here}/receive`, clerk, {})).text).toContain('已签收。');
    expect(await site.text('/desk', clerk)).not.toContain(here);

    const member = { token: tokenOf('member') };
    const mine = `/o/${SCHOOL}/circulars/${DISTRICT}/${id}`;
    expect(await site.text(`/o/${SCHOOL}/circulars`, member)).toContain('待阅（1）');
    expect((await send(`${mine}/read`, member, {})).text).toContain('您已于');
    expect(await site.text(`/o/${SCHOOL}/circulars`, member)).toContain('已阅（1）');
    expect((await site.ask(mine, { token: tokenOf('teacher') })).status).toBe(404);
    expect((await site.ask(`/o/${SCHOOL}/circulars`)).status).toBe(303);

    const office_ = await site.text(here, clerk);
    expect(office_).toContain('未阅 3 人');
    expect(office_).not.toContain('周启明');
    await send(`${here}/done`, clerk, { 'done.note': '已学习' });
    expect(await site.text(above(`circulars/${id}`), office)).toMatch(/1／4 人.*已学习/s);
    const gone = await send(above(`circulars/${id}/withdraw`), office, { 'withdraw.reason': '重复' });
    expect(gone.text).toContain('已撤回：重复');
    expect((await site.ask(mine, member)).status).toBe(404);
  });
});

describe('reads', () => {
  it('are counted by browsers that open an item, and shown as about so many', async () => {
    const browser = { 'user-agent': 'Mozilla/5.0 (X11; Linux)' };
    await site.ask(`/o/${SCHOOL}/items/charity-q3`, { headers: { 'user-agent': 'Baiduspider/2.0' } });
    await site.ask(`/o/${SCHOOL}/items/playground`, { headers: browser });
    const items = await site.text(own('summaries/2026/items'), clerk);
    const readsOf = (item: string) =>
      new RegExp(`items/${item}">[^<]+</a></th>(?:<td>[^<]*</td>){3}<td>(\\d+)</td>`).exec(items)?.[1];
    expect([readsOf('charity-q3'), readsOf('playground')]).toEqual(['0', '1']);
  });
});
