import { beforeAll, describe, expect, it } from 'vitest';
import type { ItemContent } from '../../../domain/item/content.ts';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { stranger } from '../../../domain/visibility.ts';
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

describe('what hangs on a wall', () => {
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
