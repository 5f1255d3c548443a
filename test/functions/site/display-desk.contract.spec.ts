import { beforeAll, describe, expect, it } from 'vitest';
import {
  ANSWER,
  DISPLAY_TOKEN,
  SAID,
  SCHOOL,
  sampleDistrict,
  tokenOf,
  type Who,
} from '../../browser/support/fixture.ts';
import { Site } from './support.ts';

const DISPLAYS = `/desk/o/${SCHOOL}/displays`;
let site: Site;
beforeAll(async () => {
  site = new Site(await sampleDistrict());
});

/** The part of the page about one display. */
async function about(display: string): Promise<string> {
  const text = await site.text(DISPLAYS, { token: tokenOf('clerk') });
  return new RegExp(`<section class="sheet" id="${display}">.*?</section>`, 's').exec(text)?.[0] ?? '';
}

describe('the displays of a school', () => {
  it('each say how they fare', async () => {
    expect(await about('gate')).toMatch(/✓ 已送达.*HTTP 204/s);
    expect(await about('hall')).toMatch(/✕ 已停用.*通知连续多日送不到，已自动停用.*超时未应答/s);
    expect(await about('office')).toMatch(/✕ 已停用.*已由经办人停用/s);
    expect(await about('corridor')).toMatch(/已启用.*自行打开网页/s);
    expect(await about('library')).toMatch(/⚠ 通知送不到.*一直送不到.*⚠ 待重试.*HTTP 503/s);
  });

  it('keep what their addresses hold beside the origin', async () => {
    const text = await site.text(DISPLAYS, { token: tokenOf('clerk') });
    expect(text).toContain('https://screens.example.edu.cn');
    expect(text).not.toContain(DISPLAY_TOKEN);
  });

  it('are for those who look after them', async () => {
    const statusFor = async (who?: Who) =>
      (await site.ask(DISPLAYS, who ? { token: tokenOf(who) } : {})).status;
    expect(await statusFor()).toBe(303);
    expect(await statusFor('teacher')).toBe(404);
    expect(await statusFor('member')).toBe(404);
    expect(await statusFor('secretary')).toBe(200);
  });
});

describe('the answer to an opinion', () => {
  it('stands on the page of the item, without what was said', async () => {
    const text = await site.text(`/o/${SCHOOL}/items/playground`);
    expect(text).toContain(ANSWER);
    expect(text).not.toContain(SAID);
  });
});
