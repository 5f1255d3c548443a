import RssParser from 'rss-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import { SCHOOL, sampleDistrict, tokenOf } from '../../browser/support/fixture.ts';
import { tellNews } from '../../browser/support/news.ts';
import { PUBLIC_URL, Site } from './support.ts';

const HOME = `/o/${SCHOOL}`;
const DESK = `/desk${HOME}/news`;
const clerk = tokenOf('clerk');
const director = tokenOf('director');

let site: Site;
let told: Awaited<ReturnType<typeof tellNews>>;
/** The feed as it was before there was any news. */
let before: string;
let forms = 0;

beforeAll(async () => {
  const district = await sampleDistrict();
  site = new Site(district);
  before = await site.text(`${HOME}/feed.atom`);
  told = await tellNews(district);
});

const send = (path: string, form: Record<string, string>, token: string) =>
  site.ask(path, { token, form: { command: `news-form-${String(++forms).padStart(4, '0')}`, ...form } });
/** Label and title of each entry of a list. */
const entriesIn = (html: string): readonly (readonly [string, string])[] =>
  [...html.matchAll(/<li><p><span class="tag">([^<]+)<\/span>.*?class="name"[^>]*>([^<]+)</gs)].map(
    ([, label = '', title = '']) => [label, title] as const,
  );

describe('both streams and what is disclosed', () => {
  it('[JX-03] stand on one board, each entry under its label', async () => {
    const board = entriesIn(await site.text(HOME));
    expect(board).toContainEqual(['党务公开', '关于确定周启明同志为发展对象的公示']);
    expect(board).toContainEqual(['党建动态', '党支部开展主题党日活动']);
    expect(board).toContainEqual(['校务公开', '本周食堂开放日安排']);
    expect(board.flat()).not.toContain('走访退休党员');
  });

  it('[JX-03] come in one feed, each entry under its label', async () => {
    const address = `${HOME}/feed.atom?streams=disclosure,party,affairs`;
    const feed = await new RssParser({
      customFields: { item: [['category', 'labels', { keepArray: true }]] },
    }).parseString(await site.text(address));
    expect(feed.title).toBe('东方小学党支部党务公开、党建动态、校务公开');
    const labels = new Map(feed.items.map(({ title, labels: [first] }) => [title, first.$.term]));
    expect(labels.get('党支部开展主题党日活动')).toBe('党建动态');
    expect(labels.get('本周食堂开放日安排')).toBe('校务公开');
    expect(labels.get('操场塑胶跑道改造工程进展情况')).toBe('党务公开');
    expect(labels.size).toBe(5);
    const json = JSON.parse(await site.text(`${HOME}/feed.json?streams=affairs`));
    expect(json).toMatchObject({
      feed_url: `${PUBLIC_URL}${HOME}/feed.json?streams=affairs`,
      items: [{ url: `${PUBLIC_URL}${HOME}/news/${told.affairs}`, tags: ['校务公开'] }],
    });
    expect(await site.text(`${HOME}/ticker.txt?streams=party`)).toMatch(
      /^【党建动态】党支部开展主题党日活动　/,
    );
    const [flat] = JSON.parse(await site.text(`${HOME}/items.json?streams=party`));
    expect(flat).toMatchObject({ stream: '党建动态', documentType: '' });
    expect(await site.text(`${HOME}/calendar.ics?streams=party`)).toContain('SUMMARY:党建动态：');
  });

  it('leave the feed without that wish as it was', async () => {
    expect(await site.text(`${HOME}/feed.atom`)).toBe(before);
    const unknown = await site.ask(`${HOME}/feed.atom?streams=party,gossip`);
    expect(unknown.status).toBe(400);
    expect(await unknown.text()).toContain('streams');
  });
});

describe('the pages of news', () => {
  it('list either stream, and show one', async () => {
    const all = entriesIn(await site.text(`${HOME}/news`));
    expect(all.map(([label]) => label).toSorted()).toEqual(['党建动态', '校务公开']);
    expect(entriesIn(await site.text(`${HOME}/news?stream=affairs`))).toEqual([
      ['校务公开', '本周食堂开放日安排'],
    ]);
    expect(await site.text(`${HOME}/news/${told.party}`)).toContain('重温入党誓词');
    expect((await site.ask(`${HOME}/news/${told.waiting}`, { token: clerk })).status).toBe(404);
  });

  it('are how it is written, screened, checked by somebody else, corrected and taken down', async () => {
    const form = { 'write.stream': 'party', 'write.title': '支委会换届', 'write.audience': 'public' };
    const text = '请致电13812345678。';
    const undeclared = await send(`${DESK}/write/write`, { ...form, 'write.text': text }, clerk);
    expect(undeclared.status).toBe(422);
    expect(await undeclared.text()).toContain('请先确认内容不涉及党和国家秘密');
    const sent = await send(
      `${DESK}/write/write`,
      { ...form, 'write.text': text, 'write.notSecret': 'yes' },
      clerk,
    );
    const [page = ''] = (sent.headers.get('location') ?? '').split('?');
    expect(await site.text(sent.headers.get('location') ?? '', { token: clerk })).toContain('已提交审核');
    expect(await site.text('/desk', { token: director })).toContain(`href="${page}">支委会换届`);

    const released = { 'release.version': '1', 'release.notSecret': 'yes' };
    const early = await send(`${page}/release`, released, director);
    expect(await early.text()).toContain('还有 1 处疑似个人信息未处理');
    expect((await send(`${page}/mask`, { finding: 'f-1' }, director)).status).toBe(303);
    const own = await send(`${page}/release`, released, clerk);
    expect(await own.text()).toContain('撰写过该动态的人不能审核发布');
    expect((await send(`${page}/release`, released, director)).status).toBe(303);
    const shown = page.replace('/desk', '');
    expect(await site.text(shown)).toContain('138****5678');

    const corrected = {
      'correct.title': '支委会换届选举',
      'correct.text': '选举于周三举行。',
      'correct.audience': 'public',
      'correct.notSecret': 'yes',
      'correct.correction': '更正标题。',
    };
    expect((await send(`${page}/correct`, corrected, clerk)).status).toBe(303);
    await send(`${page}/release`, { ...released, 'release.version': '2' }, director);
    expect(await site.text(shown)).toContain('更正：更正标题。');
    const record = await site.text(page, { token: director });
    expect(record).toContain('第 1 版：支委会换届');
    expect(record).toContain('王敏');
    expect((await send(`${page}/down`, { 'down.reason': '已过期' }, clerk)).status).toBe(303);
    expect((await site.ask(shown)).status).toBe(404);
  });
});
