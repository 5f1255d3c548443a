import { beforeAll, describe, expect, it } from 'vitest';
import { typeNameOf } from '../../../domain/catalogue/document-types.ts';
import type { ItemContent } from '../../../domain/item/content.ts';
import { OUTLINED_TYPES, OUTLINES } from '../../../domain/item/outlines.ts';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { stranger } from '../../../domain/visibility.ts';
import { FORMAT_NAMES } from '../../../functions/site/feed-formats.ts';
import { laterPages } from '../../../functions/site/later-pages.ts';
import {
  act,
  bring,
  content,
  REVIEW,
  SCHOOL,
  sampleDistrict,
  tokenOf,
} from '../../browser/support/fixture.ts';
import type { MemoryDistrict } from '../../browser/support/memory-district.ts';
import { Site } from './support.ts';

const HOME = `/o/${SCHOOL}`;
const member = { token: tokenOf('member') };
const clerk = { token: tokenOf('clerk') };

let district: MemoryDistrict;
let site: Site;
beforeAll(async () => {
  district = await sampleDistrict();
  site = new Site(district);
});

/** What the feed of the school tells, newest first. */
async function followed(): Promise<readonly { title: string; url: string; content_html: string }[]> {
  return JSON.parse(await site.text(`${HOME}/feed.json`)).items;
}

const inside: Partial<ItemContent> = {
  audience: 'party',
  releasePlan: [{ audience: 'party' }],
  forms: ['设限平台'],
};

describe('what is disclosed outside the Party', () => {
  it('[XH-11] has a column to embed, a feed and a board to print, for each school', async () => {
    const addresses = await site.text(`/desk/o/${SCHOOL}/addresses`, { token: tokenOf('director') });
    expect(addresses).toMatch(/&lt;iframe[^>]*\/o\/dongfang/);
    const frame = await site.ask(HOME);
    expect(frame.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    const feed = await followed();
    const board = await site.text(`${HOME}/print/window?audience=public`);
    expect(feed.length).toBeGreaterThan(1);
    for (const { title } of feed) {
      expect(await site.text(HOME)).toContain(title);
      expect(board).toContain(title);
    }
  });

  it('[LY-15] is all that the sheet for a board outside holds, whoever prints it', async () => {
    const title = '支部委员会会议情况通报';
    await bring(district, 'inside-only', content({ row: 'b-05', title, ...inside }), 'approved');
    expect(await site.text(`${HOME}/print/window?audience=party`, member)).toContain(title);
    for (const reader of [{}, member, clerk])
      expect(await site.text(`${HOME}/print/window?audience=public`, reader)).not.toContain(title);
  });
});

describe('what is for the Party only', () => {
  const MARK = '只适宜在党内公开的情况';
  const OPEN = '适宜向社会公开的情况';
  const ID = 'party-only';
  const sent: string[] = [];

  beforeAll(async () => {
    const answer = district.answer;
    district.answer = (webhook) => {
      sent.push(JSON.stringify(webhook));
      return answer(webhook);
    };
    const text = `${MARK}的正文。`;
    await bring(district, ID, content({ row: 'b-05', title: MARK, text, ...inside }), 'approved');
    await bring(district, 'for-all', content({ row: 'b-06', title: OPEN }), 'approved');
    await district.settle();
    district.answer = answer;
  });

  it('[DF-19] is on no page that a stranger comes to by any link, and at no address of its own', async () => {
    const { pages, seen } = await crawl(['/', HOME, `${HOME}/catalogue`, `/display/${SCHOOL}`]);
    expect(pages).toBeGreaterThan(30);
    expect(seen.filter(({ text }) => text.includes(OPEN)).length).toBeGreaterThan(3);
    expect(
      seen.filter(({ text }) => text.includes(MARK) || text.includes(ID)).map(({ path }) => path),
    ).toEqual([]);
    const own = [
      `items/${ID}`,
      `items/${ID}/script.txt`,
      `print/items/${ID}`,
      `sheets/items/${ID}/1/AAAAAAAA`,
    ];
    for (const path of own) {
      const response = await site.ask(`${HOME}/${path}`);
      expect([303, 404], path).toContain(response.status);
      expect(await response.text(), path).not.toContain(MARK);
    }
    expect(await site.text(`${HOME}/items/${ID}`, member)).toContain(MARK);
  });

  it('[DF-19] is in no feed, and on no sheet or export that a stranger may take', async () => {
    for (const home of [HOME, `/display/${SCHOOL}`])
      for (const name of FORMAT_NAMES) {
        const text = await site.text(`${home}/${name}`);
        expect(text, `${home}/${name}`).not.toContain(MARK);
        if (home === HOME && name !== 'calendar.ics') expect(text, name).toContain(OPEN);
      }
    for (const sheet of ['window', 'catalogue']) {
      const text = await site.text(`${HOME}/print/${sheet}`);
      expect([text.includes(MARK), text.includes(OPEN)], sheet).toEqual([false, true]);
      expect((await site.ask(`${HOME}/print/${sheet}?audience=party`)).status).toBe(303);
    }
    const addresses = laterPages(district.services('')).flatMap(({ at }) => at.GET ?? []);
    const files = addresses.filter((path) => /\.(xlsx|csv|docx|zip|ics)$/.test(path));
    expect(files.length).toBeGreaterThan(4);
    for (const path of files) {
      const address = path
        .replace(':org', SCHOOL)
        .replace(/:(year|period)/, '2026')
        .replace(/:\w+/g, ID);
      expect((await site.ask(address)).status, address).not.toBe(200);
    }
  });

  it('[DF-19] is told to no display that stands where everybody may look', async () => {
    expect(sent.some((message) => message.includes(OPEN))).toBe(true);
    expect(sent.filter((message) => message.includes(MARK) || message.includes(ID))).toEqual([]);
  });
});

/** Every page that a stranger comes to from some addresses by following links. */
async function crawl(from: readonly string[]) {
  const known = new Set(from);
  const seen: { path: string; text: string }[] = [];
  for (const path of known) {
    const text = await site.text(path);
    seen.push({ path, text });
    for (const [, href = ''] of text.matchAll(/(?:href|src|action)="(\/[^"#]*)/g)) {
      const next = href.replaceAll('&amp;', '&');
      if (known.size < 250 && !next.startsWith('/assets')) known.add(next);
    }
  }
  return { pages: seen.length, seen };
}

/** The headings of a sheet, and what hangs under each. */
const sections = (html: string) =>
  [...html.matchAll(/<section><h2>([^<]+)<\/h2>(.*?)<\/section>/gs)].map(([, name, body = '']) => ({
    name,
    titles: [...body.matchAll(/<h3>(?:<span[^>]*>[^<]*<\/span>)?([^<]+)<\/h3>/g)].map(([, title]) => title),
  }));

describe('what hangs on a wall', () => {
  it('[QS-09] has the four topics of the members’ window first, each with what is on show of it', async () => {
    const of: readonly (readonly [string, string])[] = [
      ['b-06', '主题党日活动情况'],
      ['b-11', '发展党员计划执行情况'],
      ['b-10', '第四季度党费收缴情况'],
      ['b-22', '廉洁自律制度建设情况'],
    ];
    for (const [row, title] of of)
      await bring(district, `window-${row}`, content({ row, title }), 'approved');
    const sheet = sections(await site.text(`${HOME}/print/window?audience=public`));
    expect(sheet.slice(0, 4).map(({ name }) => name)).toEqual([
      '开展党内活动',
      '发展党员',
      '党费收缴',
      '制度建设',
    ]);
    of.forEach(([, title], index) => {
      expect(sheet[index]?.titles).toContain(title);
      expect(sheet.flatMap(({ titles }) => titles).filter((each) => each === title)).toHaveLength(1);
    });
    // The rest of the board hangs below, under its own classes.
    expect(sheet.slice(4).flatMap(({ titles }) => titles)).toContain('操场塑胶跑道改造工程进展情况');
    const others = await site.text('/o/binhu-middle/print/window?audience=public');
    expect(sections(others).map(({ titles }) => titles)).toEqual([[], [], [], []]);
  });

  it('[TZ-19] comes from the record that the web shows, and says when it no longer does', async () => {
    const sheet = await site.text(`${HOME}/print/items/playground`);
    const code = /校验码 <code>([^<]+)/.exec(sheet)?.[1];
    const check = () => site.text(`${HOME}/sheets/items/playground/1/${code}`);
    const page = await site.text(`${HOME}/items/playground`);
    const text = '学校利用专项资金改造操场塑胶跑道';
    expect([sheet.includes(text), page.includes(text)]).toEqual([true, true]);
    expect(await check()).toContain('本页内容为最新版');
    await act(district, 'clerk', 'playground', 'ReviseItem', {
      content: content({ title: '操场改造工程进展', text: '补充了检测报告的全文。' }),
      reason: '补充一次',
      answers: [],
    });
    await act(district, 'clerk', 'playground', 'SubmitItem', {});
    await act(district, 'director', 'playground', 'ReviewItem', REVIEW);
    await act(district, 'secretary', 'playground', 'ApproveItem', {});
    expect(await check()).toContain('已更新为第 2 版');
  });

  it('[TZ-16] was updated at any time: the older text is kept, and whoever follows the board is told of the new one first', async () => {
    const [first] = await followed();
    expect(first).toMatchObject({
      title: '操场改造工程进展',
      url: expect.stringMatching(/items\/playground$/),
    });
    expect(first?.content_html).toContain('补充了检测报告的全文');
    expect(await site.text(`${HOME}/items/playground?version=1`)).toContain(
      '学校利用专项资金改造操场塑胶跑道',
    );
    expect(await site.text(`${HOME}/items/playground`)).toContain('补充一次');
  });
});

describe('other streams', () => {
  const related = { stream: '校务', url: 'https://dongfang.example.edu.cn/xiaowu/1' } as const;

  it('[XH-38] are linked from an item, with their name', async () => {
    await bring(district, 'with-link', content({ row: 'b-19', related }), 'approved');
    const page = await site.text(`${HOME}/items/with-link`);
    expect(page).toMatch(/<a[^>]*href="https:\/\/dongfang\.example\.edu\.cn\/xiaowu\/1"/);
    expect(page).toContain('校务');
  });

  it('[HZ-47] never stand for what the Party owes: the row that a 校务 post is about stays open until it has an item', async () => {
    const { readings } = district.services('');
    const stateOf = async (row: string) => {
      const rows = await readings.catalogue(new OrgScope(SCHOOL), stranger(SCHOOL));
      return rows.find((each) => each.row.id === row)?.state;
    };
    const about = { title: '职工代表大会情况见校务公开', related };
    await bring(district, 'only-linked', content({ row: 'b-24', ...about }), 'approved');
    expect([await stateOf('b-24'), await stateOf('b-17')]).toEqual(['disclosed', 'open']);
    await bring(district, 'own-item', content({ row: 'b-17', ...about }), 'approved');
    expect(await stateOf('b-17')).toBe('disclosed');
  });
});

describe('the desk', () => {
  const templates = [
    ['document', '文件'],
    ['public-notice', '公示'],
    ['announcement', '公告'],
    ['bulletin', '通报'],
    ['briefing', '简报'],
  ] as const;

  it.each(templates)('[JX-20] has a template to start a %s from, under its name', async (type, name) => {
    const start = `/desk/o/${SCHOOL}/propose/b-16`;
    const plain = await site.text(start, clerk);
    expect(plain).toContain(`<a class="choice" href="${start}?outline=${type}">${name}</a>`);
    const page = await site.text(`${start}?outline=${type}`, clerk);
    const { title, text } = OUTLINES[type];
    const [begun] = text.split('\n');
    expect(page).toContain(`value="${title}"`);
    expect(page).toContain(`>${begun}`);
    expect(page).toMatch(new RegExp(`<option value="${type}" selected[^>]*>${name}<`));
    expect(plain).not.toContain(`value="${title}"`);
  });

  it('[JX-20] has one template for each of the five, no two alike', () => {
    expect(OUTLINED_TYPES.map((documentType) => typeNameOf({ documentType }))).toEqual(
      templates.map(([, name]) => name),
    );
    expect(new Set(OUTLINED_TYPES.map((type) => OUTLINES[type].text)).size).toBe(5);
  });

  it('[TZ-10] tells the reviewer of links that its own record knows to lead nowhere, and of none that lead somewhere', async () => {
    const at = `https://gongkai.example.edu.cn/o/${SCHOOL}/items`;
    await bring(district, 'for-members', content({ row: 'b-05', ...inside }), 'approved');
    const text = `见[一](${at}/candidate)、[二](${at}/no-such)、[三](${at}/for-members)。`;
    await bring(district, 'with-links', content({ text }), 'submitted');
    await district.settle();
    const page = await site.text(`/desk/o/${SCHOOL}/items/with-links`, { token: tokenOf('director') });
    expect(page).toContain('公开前检查：还有 2 处未处理');
    expect(page).toMatch(/正文：链接指向不存在的事项或附件 <code>[^<]*\/no-such</);
    expect(page).toMatch(/正文：链接指向的内容，公开范围内的读者看不到 <code>[^<]*\/for-members</);
    expect(page).not.toContain('with-links/mask"');
  });
});
