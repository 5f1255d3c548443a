import { sync as calendars } from 'node-ical';
import RssParser from 'rss-parser';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FormatName } from '../../../functions/site/feed-formats.ts';
import { act, bring, content, SCHOOL, sampleDistrict } from '../../browser/support/fixture.ts';
import type { MemoryDistrict } from '../../browser/support/memory-district.ts';
import { PUBLIC_URL, Site } from './support.ts';

const HOME = `/o/${SCHOOL}`;
const FORMATS: readonly FormatName[] = [
  'items.json',
  'feed.rss',
  'feed.atom',
  'feed.json',
  'ticker.txt',
  'calendar.ics',
];
/** On show to society in the sample, newest first. */
const TITLES = [
  '2026年第三季度党员参与社会公益活动情况',
  '关于确定周启明同志为发展对象的公示',
  '操场塑胶跑道改造工程进展情况',
];
/** What a markup language could stumble over. */
const AWKWARD = '“<b>&amp;]]>”; 逗号, 反斜\\线 与 🏫𠮷';

let district: MemoryDistrict;
let site: Site;
beforeEach(async () => {
  district = await sampleDistrict();
  site = new Site(district);
});

const disclose = (id: string, changes: Parameters<typeof content>[0]) =>
  bring(district, id, content(changes), 'approved');
const withdraw = (id: string) =>
  act(district, 'clerk', id, 'WithdrawItem', { reason: '内容有误', inError: true });

describe('an independent reader finds what is on show', () => {
  it.each([
    ['feed.rss', 'application/rss+xml; charset=utf-8'],
    ['feed.atom', 'application/atom+xml; charset=utf-8'],
  ])('in %s', async (name, type) => {
    await disclose('awkward', { title: AWKWARD, text: `正文 ${AWKWARD}` });
    const response = await site.ask(`${HOME}/${name}`);
    // Xibo takes a feed only when the type names rss, xml, text or html.
    expect(response.headers.get('content-type')).toBe(type);
    const feed = await new RssParser().parseString(await response.text());
    expect(feed.title).toBe('东方小学党支部党务公开');
    expect(feed.items.map(({ title }) => title)).toEqual([AWKWARD, ...TITLES]);
    expect(feed.items[2]).toMatchObject({
      link: `${PUBLIC_URL}${HOME}/items/candidate`,
      isoDate: expect.stringMatching(/^2026-11-18T02:03:00/),
    });
    const text = feed.items[2]?.['content:encoded'] ?? feed.items[2]?.content;
    expect(text).toContain('<strong>周启明</strong>');
    expect(text).toContain('公示期：2026年11月19日至2026年11月25日');
  });

  it('in feed.json, member by member as JSON Feed 1.1 has them', async () => {
    await disclose('awkward', { title: AWKWARD });
    const response = await site.ask(`${HOME}/feed.json`);
    expect(response.headers.get('content-type')).toBe('application/feed+json; charset=utf-8');
    const feed = JSON.parse(await response.text());
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: '东方小学党支部党务公开',
      home_page_url: `${PUBLIC_URL}${HOME}`,
      feed_url: `${PUBLIC_URL}${HOME}/feed.json`,
      language: 'zh-CN',
      authors: [{ name: '东方小学党支部' }],
    });
    expect(feed.items.map((item: { title: string }) => item.title)).toEqual([AWKWARD, ...TITLES]);
    for (const item of feed.items) {
      // `id` and one of the contents are all that the specification asks for; dates are RFC 3339, extensions begin `_`.
      expect(item).toMatchObject({ id: item.url, content_html: expect.stringContaining('<p>') });
      expect(item.date_published).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(item.tags.every((tag: unknown) => typeof tag === 'string' && tag !== '')).toBe(true);
      const known = ['id', 'url', 'title', 'content_html', 'summary', 'date_published', 'tags'];
      expect(Object.keys(item).filter((key) => !key.startsWith('_') && !known.includes(key))).toEqual([]);
    }
  });

  it('in items.json, an array of flat objects with the same fields', async () => {
    const items = JSON.parse(await site.text(`${HOME}/items.json`));
    expect(items.map((item: { title: string }) => item.title)).toEqual(TITLES);
    const [first] = items;
    for (const item of items) {
      expect(Object.keys(item)).toEqual(Object.keys(first));
      expect(Object.values(item).every((value) => typeof value !== 'object')).toBe(true);
    }
  });

  it('in calendar.ics: the days of releases and the periods of 公示, as whole days', async () => {
    await disclose('awkward', { title: AWKWARD });
    const text = await site.text(`${HOME}/calendar.ics`);
    const events = Object.values(calendars.parseICS(text)).filter((each) => each?.type === 'VEVENT');
    const dayOf = (date: Date) => `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
    const said = events.map((event) => [event.summary, dayOf(event.start), dayOf(event.end as Date)]);
    expect(said).toContainEqual([`公开：${TITLES[1]}`, '2026-11-18', '2026-11-19']);
    expect(said).toContainEqual([`公示期：${TITLES[1]}`, '2026-11-19', '2026-11-26']);
    expect(said.map(([summary]) => summary)).toContain(`公开：${AWKWARD}`);
    expect(events.every((event) => event.datetype === 'date')).toBe(true);
    const lines = text.split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('in ticker.txt, a line an item, in UTF-8 or in the code of LED panels', async () => {
    await disclose('awkward', { title: AWKWARD });
    const utf8 = await site.text(`${HOME}/ticker.txt`);
    expect(utf8.split('\n')).toEqual([
      expect.stringContaining(AWKWARD),
      `【公开事项】${TITLES[0]}　东方小学党支部　2026年11月18日`,
      `【公示】${TITLES[1]}（公示期2026年11月19日至2026年11月25日，监督电话0510-85120002）　东方小学党支部　2026年11月18日`,
      `【公告】${TITLES[2]}　东方小学党支部　2026年11月7日`,
      '',
    ]);
    const response = await site.ask(`${HOME}/ticker.txt?charset=GB18030`);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=gb18030');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(new TextDecoder('gb18030', { fatal: true }).decode(bytes)).toBe(utf8);
    expect(bytes.length).toBeLessThan(Buffer.byteLength(utf8));
    const refused = await site.ask(`${HOME}/ticker.txt?charset=big5`);
    expect([refused.status, (await refused.text()).includes('gb18030')]).toEqual([400, true]);
  });

  it('where the board says they are', async () => {
    const head = /<head>.*<\/head>/s.exec(await site.text(HOME))?.[0] ?? '';
    const links = [...head.matchAll(/<link rel="alternate" type="([^"]+)" href="([^"]+)"/g)];
    expect(links).toHaveLength(4);
    for (const [, type, href] of links) {
      const response = await site.ask(href ?? '');
      expect([response.status, response.headers.get('content-type')]).toEqual([
        200,
        `${type}; charset=utf-8`,
      ]);
    }
  });
});

describe.each(FORMATS)('%s', (name) => {
  const path = `${HOME}/${name}`;

  it('answers who has it already with 304, by tag or by date, and HEAD without a body', async () => {
    const { headers } = await site.ask(path);
    const etag = headers.get('etag') ?? '';
    const modified = headers.get('last-modified') ?? '';
    expect(headers.get('cache-control')).toBe('public, no-cache');
    district.time += 3_600_000;
    for (const known of [
      { 'if-none-match': etag },
      { 'if-none-match': `"other", W/${etag}` },
      { 'if-none-match': '*' },
      { 'if-modified-since': modified },
    ]) {
      const response = await site.ask(path, { headers: known });
      expect([response.status, await response.text(), response.headers.get('etag')]).toEqual([304, '', etag]);
      expect(response.headers.get('last-modified')).toBe(modified);
    }
    // A tag outweighs a date.
    const both = { 'if-none-match': '"other"', 'if-modified-since': modified };
    expect((await site.ask(path, { headers: both })).status).toBe(200);
    const head = await site.ask(path, { method: 'HEAD' });
    expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', etag]);
  });

  it('is without a withdrawn item at once, though no view has heard of it', async () => {
    const before = await site.ask(path);
    expect(await before.text()).toContain(TITLES[2]);
    const settle = district.settle.bind(district);
    // The bus stands still: only the record knows.
    district.settle = async () => {};
    await withdraw('playground');
    const known = {
      'if-none-match': before.headers.get('etag') ?? '',
    };
    const after = await site.ask(path, { headers: known });
    expect(after.status).toBe(200);
    expect(await after.text()).not.toContain(TITLES[2]);
    const dated = { 'if-modified-since': before.headers.get('last-modified') ?? '' };
    expect((await site.ask(path, { headers: dated })).status).toBe(200);
    expect(Date.parse(after.headers.get('last-modified') ?? '')).toBeGreaterThan(
      Date.parse(before.headers.get('last-modified') ?? ''),
    );
    district.settle = settle;
    await settle();
    expect(
      (await site.ask(path, { headers: { 'if-none-match': after.headers.get('etag') ?? '' } })).status,
    ).toBe(304);
  });

  it('drops a 公示 when its period is over, though nobody has taken it down', async () => {
    district.time = Date.parse('2026-11-25T15:59:59.000Z');
    expect(await site.text(path)).toContain('周启明');
    district.time = Date.parse('2026-11-25T16:00:00.000Z');
    expect(await site.text(path)).not.toContain('周启明');
  });

  it('is not there for a school that is not', async () => {
    expect((await site.ask(`/o/nowhere/${name}`)).status).toBe(404);
    expect((await site.ask(`/display/${SCHOOL}/nowhere/${name}`)).status).toBe(404);
  });
});

it('dates two changes within a second apart', async () => {
  const look = async () => (await site.ask(`${HOME}/items.json`)).headers.get('last-modified') ?? '';
  const dates = [await look()];
  for (const id of ['playground', 'candidate']) {
    const { time } = district;
    await withdraw(id);
    district.time = time;
    dates.push(await look());
  }
  expect(new Set(dates).size).toBe(3);
});
