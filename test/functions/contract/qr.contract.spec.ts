import { beforeEach, describe, expect, it } from 'vitest';
import { act, content, REVIEW, SCHOOL, sampleDistrict } from '../../browser/support/fixture.ts';
import type { MemoryDistrict } from '../../browser/support/memory-district.ts';
import { codesIn } from '../../support/qr.ts';
import { PUBLIC_URL, Site } from '../site/support.ts';

const HOME = `/o/${SCHOOL}`;
let district: MemoryDistrict;
let site: Site;
beforeEach(async () => {
  district = await sampleDistrict();
  site = new Site(district);
});

/** Paths within the site to which the codes of a page lead. */
async function ledTo(path: string): Promise<readonly string[]> {
  return codesIn(await site.text(path)).map((url) => {
    expect(url.startsWith(`${PUBLIC_URL}/`), url).toBe(true);
    return url.slice(PUBLIC_URL.length);
  });
}

describe('a QR code, read by a decoder that is not ours', () => {
  it.each([
    ['board', HOME, [HOME]],
    ['item', `${HOME}/items/candidate`, [`${HOME}/items/candidate`]],
  ])('of the %s leads there', async (_, path, addresses) => {
    expect(await ledTo(path)).toEqual(addresses);
  });

  it.each([`/display/${SCHOOL}`, `/display/${SCHOOL}/gate`])(
    'of the screen %s leads to its items',
    async (path) => {
      const addresses = await ledTo(path);
      expect(addresses).toContain(`${HOME}/items/candidate`);
      for (const address of addresses)
        expect([address, (await site.ask(address)).status]).toEqual([address, 200]);
    },
  );
});

describe('the QR code of a sheet', () => {
  const scan = async (sheet: string) => {
    const codes = await ledTo(`${HOME}/print/${sheet}`);
    expect(codes).toHaveLength(1);
    return codes[0] ?? '';
  };
  const says = async (address: string) =>
    /role="status"><h2>([^<]+)/.exec(await site.text(address))?.[1] ?? 'nothing';

  it('of an item tells whether it is current, replaced or taken down', async () => {
    const address = await scan('items/playground');
    expect(await says(address)).toBe('本页内容为最新版');
    const changed = content({ text: '补充了检测报告的全文。' });
    await act(district, 'clerk', 'playground', 'ReviseItem', {
      content: changed,
      reason: '补充',
      answers: [],
    });
    await act(district, 'clerk', 'playground', 'SubmitItem', {});
    await act(district, 'director', 'playground', 'ReviewItem', REVIEW);
    await act(district, 'secretary', 'playground', 'ApproveItem', {});
    expect(await says(address)).toBe('已更新为第 2 版');
    const newer = await scan('items/playground');
    expect([newer === address, await says(newer)]).toEqual([false, '本页内容为最新版']);
    await act(district, 'clerk', 'playground', 'WithdrawItem', { reason: '内容有误', inError: true });
    expect([await says(address), await says(newer)]).toEqual(['已撤下', '已撤下']);
  });

  it.each(['window', 'catalogue'])('of the %s tells whether it still lists what is on show', async (list) => {
    const address = await scan(list);
    expect(await says(address)).toBe('本页内容为最新版');
    await act(district, 'clerk', 'playground', 'WithdrawItem', { reason: '内容有误', inError: true });
    expect(await says(address)).toBe('公开内容已有变动');
  });
});
