import { beforeAll, describe, expect, it } from 'vitest';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { epochOf } from '../../../domain/kernel/time.ts';
import { DisplayTokens } from '../../../functions/adapters/display-tokens.ts';
import type { ViewRow } from '../../../functions/adapters/views.ts';
import { screensKey } from '../../../functions/shell/view-keys.ts';
import { bring, content, PEOPLE, SCHOOL, sampleDistrict, tokenOf } from '../../browser/support/fixture.ts';
import { DISTRICT, type MemoryDistrict } from '../../browser/support/memory-district.ts';
import { PUBLIC_URL, Site } from './support.ts';

const TOKENS = new DisplayTokens('district-key-'.repeat(4));
const MINUTE = 60_000;
const HOME = `/display/${SCHOOL}/corridor`;
const TOKEN = TOKENS.token(SCHOOL, 'corridor', 1);
const ITSELF = `${HOME}?token=${TOKEN}`;

let district: MemoryDistrict;
let site: Site;
/** Rows of the views that were written, heartbeats only. */
let written: ViewRow[];

beforeAll(async () => {
  district = await sampleDistrict();
  const { views } = district.services(PUBLIC_URL);
  const put = views.put.bind(views);
  written = [];
  views.put = (row) => {
    if (row.pk === screensKey(DISTRICT)) written.push(row);
    return put(row);
  };
  site = new Site(district);
});

const at = (clock: string) => {
  district.time = Date.parse(`${clock.replace(' ', 'T')}:00.000+08:00`);
};
const beat = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  site.ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const seen = (shown: string) => beat(`${HOME}/seen?token=${TOKEN}`, { shown });
const tagOf = async () =>
  (await site.ask(`${ITSELF.replace('?', '/items.json?')}`)).headers.get('etag') ?? '';
const deskOf = (who: 'clerk' | 'secretary' | 'administrator' | 'member') =>
  site.text('/desk', { token: tokenOf(who) });
const screensOf = (organisation: string, who: 'clerk' | 'administrator') =>
  site.text(`/desk/o/${organisation}/screens`, { token: tokenOf(who) });
const lineOf = (page: string) => /<tr id="corridor">.*?<\/tr>/s.exec(page)?.[0] ?? '';

describe('the heartbeat of a screen', () => {
  it('is taken from the screen itself, and from nobody who only looks at its page', async () => {
    at('2026-11-23 09:00');
    const shown = await tagOf();
    for (const path of [
      `${HOME}/seen`,
      `${HOME}/seen?token=${TOKEN}x`,
      `${HOME}/seen?token=${TOKENS.token(SCHOOL, 'gate', 1)}`,
      `/display/${SCHOOL}/office/seen?token=${TOKENS.token(SCHOOL, 'office', 1)}`,
      `/display/${SCHOOL}/nothing/seen?token=${TOKEN}`,
    ]) {
      const answer = await beat(path, { shown });
      expect([path, answer.status]).toEqual([path, 404]);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
    }
    expect(await screensOf(SCHOOL, 'clerk')).toContain('从未报告过的屏幕：走廊班牌（二楼走廊）');
    await site.ask(HOME);
    await site.ask(ITSELF, { method: 'HEAD' });
    expect(written).toEqual([]);
    expect((await seen(shown)).status).toBe(204);
    expect((await beat(`${HOME}/seen`, { shown }, { authorization: `Bearer ${TOKEN}` })).status).toBe(204);
    expect(await screensOf(SCHOOL, 'clerk')).not.toContain('从未报告过');
  });

  it('says what is wrong with it', async () => {
    const count = written.length;
    for (const [body, status, code] of [
      ['{', 400, 'json-broken'],
      [{}, 400, undefined],
      [{ shown: 'x' }, 400, undefined],
      [{ shown: await tagOf(), person: '王老师' }, 400, undefined],
    ] as const) {
      const answer = await beat(`${HOME}/seen?token=${TOKEN}`, body);
      const problem = (await answer.json()) as {
        status: number;
        errors: { code: string; zh: string; en: string }[];
      };
      expect(answer.status).toBe(status);
      expect(problem.errors.length).toBeGreaterThan(0);
      if (code) expect(problem.errors[0]?.code).toBe(code);
    }
    expect(written).toHaveLength(count);
  });

  it('is one small row that is written over, never a commit, and no news costs no write', async () => {
    at('2026-11-23 09:10');
    const shown = await tagOf();
    written.length = 0;
    for (let second = 0; second < 5 * 60; second += 15) {
      district.time += 15_000;
      await seen(shown);
    }
    expect(written).toHaveLength(2);
    const [{ pk, sk, card, board, desk, due } = {} as ViewRow] = written;
    expect([pk, sk]).toEqual([screensKey(DISTRICT), `${SCHOOL}#corridor`]);
    expect([board, desk, due]).toEqual([undefined, undefined, undefined]);
    expect(JSON.stringify(card).length).toBeLessThan(600);
    expect(Object.keys(card as object).sort()).toEqual(
      ['current', 'darkAt', 'display', 'name', 'organisation', 'place', 'seenAt', 'shown'].sort(),
    );
  });

  it('costs a screen that is on day and night some 290 write units a day, with a script or without', async () => {
    at('2026-11-23 18:00');
    const shown = await tagOf();
    const inTwoHours = async (everyMinutes: number, ask: () => Promise<unknown>) => {
      written.length = 0;
      for (let minute = 0; minute < 120; minute += everyMinutes) {
        await ask();
        district.time += everyMinutes * MINUTE;
      }
      return written.length;
    };
    expect(await inTwoHours(5, () => seen(shown))).toBe(288 / 12);
    expect(await inTwoHours(1, () => site.ask(`${ITSELF}&show=0`))).toBeLessThanOrEqual(360 / 12);
  });
});

describe('a dark screen', () => {
  it('is a task of those who look after displays, and gone from their desk once it is back', async () => {
    at('2026-11-25 09:00');
    await seen(await tagOf());
    at('2026-11-25 09:19');
    expect(await deskOf('clerk')).not.toContain('恢复黑屏的公示屏');
    at('2026-11-25 09:20');
    for (const who of ['clerk', 'secretary'] as const) {
      const desk = await deskOf(who);
      expect(desk).toContain('恢复黑屏的公示屏（1）');
      expect(desk).toContain(`href="/desk/o/${SCHOOL}/screens#corridor">走廊班牌（二楼走廊）</a>`);
    }
    expect(await deskOf('member')).not.toContain('恢复黑屏的公示屏');
    await seen(await tagOf());
    expect(await deskOf('clerk')).not.toContain('恢复黑屏的公示屏');
  });

  it('is not missed at night, nor once it has been switched off on purpose', async () => {
    at('2026-11-25 16:50');
    await seen(await tagOf());
    at('2026-11-26 07:59');
    expect(lineOf(await screensOf(SCHOOL, 'clerk'))).toContain('✓ 正常');
    at('2026-11-26 09:00');
    expect(lineOf(await screensOf(SCHOOL, 'clerk'))).toContain('✕ 黑屏');
    await command('DisableDisplay', { reason: '寒假停用' });
    expect(lineOf(await screensOf(SCHOOL, 'clerk'))).toBe('');
    expect(await deskOf('clerk')).not.toContain('恢复黑屏的公示屏');
    await command('EnableDisplay', {});
    expect(lineOf(await screensOf(SCHOOL, 'clerk'))).toContain('✕ 黑屏');
  });

  it('falls to the keeper who is named for it, and to nobody else', async () => {
    const screen = { modes: [], keeper: PEOPLE.teacher[0] };
    await command('ChangeDisplay', { name: '走廊班牌', place: '二楼走廊', screen });
    expect(await site.text('/desk', { token: tokenOf('teacher') })).toContain('恢复黑屏的公示屏');
    expect(await deskOf('clerk')).not.toContain('恢复黑屏的公示屏');
    expect(lineOf(await screensOf(SCHOOL, 'clerk'))).toContain(PEOPLE.teacher[1]);
    await expect(
      command('ChangeDisplay', {
        name: '走廊班牌',
        place: '二楼走廊',
        screen: { ...screen, keeper: 'nobody-here' },
      }),
    ).rejects.toMatchObject({ code: 'keeper-unknown' });
    await command('ChangeDisplay', { name: '走廊班牌', place: '二楼走廊' });
  });

  it('is seen by the district, with the unit and who has to see to it', async () => {
    const overview = await site.text(`/desk/o/${DISTRICT}/overview`, { token: tokenOf('administrator') });
    expect(overview).toMatch(/1 个单位的 1 块屏幕黑屏.*东方小学党支部.*走廊班牌（王敏、李文静、陈国华）/s);
    const line = lineOf(await screensOf(DISTRICT, 'administrator'));
    expect(line).toContain('东方小学党支部');
    expect(line).toContain('2026年11月25日 16:50');
    for (const who of ['teacher', 'member'] as const) {
      expect((await site.ask(`/desk/o/${SCHOOL}/screens`, { token: tokenOf(who) })).status).toBe(404);
    }
    const other = await site.ask('/desk/o/preschool/screens', { token: tokenOf('administrator') });
    expect(await other.text()).not.toContain('走廊班牌');
  });
});

describe('what a screen shows', () => {
  it('stands beside what it should show, and is pointed out when it stays behind', async () => {
    at('2026-11-26 10:00');
    const old = await tagOf();
    await seen(old);
    await bring(district, 'newer', content({ title: '更新的公开事项' }), 'approved');
    const from = district.time;
    for (const minutes of [2, 7, 13]) {
      district.time = from + minutes * MINUTE;
      await seen(old);
      expect(lineOf(await screensOf(SCHOOL, 'clerk'))).toContain(minutes < 12 ? '✓ 正常' : '⚠ 内容未更新');
    }
    const now = await tagOf();
    const line = lineOf(await screensOf(SCHOOL, 'clerk'));
    expect(line).toContain(`<td data-label="屏上版本">${old.slice(1, 7)}</td>`);
    expect(line).toContain(`<td data-label="应有版本">${now.slice(1, 7)}</td>`);
    district.time += MINUTE;
    await seen(now);
    expect(lineOf(await screensOf(SCHOOL, 'clerk'))).toContain('✓ 正常');
    expect(await site.text(ITSELF)).toContain(`<span id="revision">${now.slice(1, 7)}</span>`);
  });
});

describe('the page of a screen', () => {
  it('stays under 60 KB without its codes, with a full board', async () => {
    for (let each = 0; each < 30; each += 1) {
      await bring(district, `full-${each}`, content({ title: `第${each + 1}项公开事项的情况` }), 'approved');
    }
    const page = await site.text(`${HOME}?mode=touch,elder,contrast`);
    expect(page.match(/class="slide"/g)).toHaveLength(30);
    const withoutImages = page.replaceAll(/<img [^>]*>/g, '');
    expect(Buffer.byteLength(withoutImages)).toBeLessThan(60_000);
    expect(Buffer.byteLength(page)).toBeLessThan(100_000);
  });

  it('comes in the modes of its address, otherwise in those it is registered with', async () => {
    const classes = async (path: string) =>
      /<html lang="zh-CN"(?: class="([^"]*)")?>/.exec(await site.text(path))?.[1];
    expect(await classes(HOME)).toBeUndefined();
    expect(await classes(`${HOME}?mode=touch`)).toBe('touch');
    expect(await classes(`${HOME}?mode=contrast,elder,disco`)).toBe('elder contrast');
    await command('ChangeDisplay', { name: '走廊班牌', place: '二楼走廊', screen: { modes: ['elder'] } });
    expect(await classes(HOME)).toBe('elder');
    expect(await classes(`${HOME}?mode=`)).toBeUndefined();
    expect(await classes(`${HOME}?mode=touch`)).toBe('touch');
  });

  it('asks again under addresses that hold its token, when a player sent that in a header', async () => {
    const page = await site.text(`${HOME}?mode=touch`, { headers: { authorization: `Bearer ${TOKEN}` } });
    for (const [name, path] of [
      ['home', ''],
      ['feed', '/items.json'],
      ['seen', '/seen'],
    ] as const) {
      expect(page).toContain(`data-${name}="${HOME}${path}?mode=touch&amp;token=${TOKEN}"`);
    }
    const looked = await site.text(`${HOME}?mode=touch`);
    expect(looked).toContain(`data-feed="${HOME}/items.json?mode=touch"`);
    expect(looked).not.toContain('data-seen');
  });

  it('goes from part to part without a script, through all there is and round again, with its token and modes', async () => {
    const first = await site.text(`${ITSELF}&mode=elder`);
    const begin = /<noscript><meta http-equiv="refresh" content="0; url=([^"]+)"/.exec(first)?.[1] ?? '';
    const titles = new Set<string>();
    let path = begin.replaceAll('&amp;', '&');
    for (let step = 0; step < 60; step += 1) {
      const page = await site.text(path);
      expect(page).not.toContain('<script');
      expect(page.match(/class="slide"/g)).toHaveLength(1);
      titles.add(/<h2>(.*?)<\/h2>/.exec(page)?.[1] ?? '');
      const [, seconds, next = ''] = /http-equiv="refresh" content="(\d+);url=([^"]+)"/.exec(page) ?? [];
      expect(Number(seconds)).toBeGreaterThanOrEqual(8);
      path = next.replaceAll('&amp;', '&');
      expect(path).toContain(`token=${TOKEN}`);
      if (path === begin.replaceAll('&amp;', '&')) break;
    }
    expect(path).toBe(begin.replaceAll('&amp;', '&'));
    expect(titles.size).toBe(first.match(/class="slide"/g)?.length);
    for (const odd of ['-1', '1e9', 'x', '']) {
      expect((await site.ask(`${HOME}?show=${odd}`)).status).toBe(200);
    }
  });
});

type DisplayCommandType = Parameters<MemoryDistrict['displays']['issue']>[2]['type'];
let commands = 0;

async function command(type: DisplayCommandType, data: object): Promise<void> {
  commands += 1;
  await district.displays.issue(new OrgScope(SCHOOL), 'corridor', {
    type,
    data: data as never,
    actor: { kind: 'person', person: PEOPLE.director[0], organisation: SCHOOL },
    now: district.now,
    commandId: `${type}-corridor-${commands}-${epochOf(district.now)}`,
    correlation: 'test',
  });
  await district.settle();
}
