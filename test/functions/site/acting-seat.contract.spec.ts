import { beforeEach, describe, expect, it } from 'vitest';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { PEOPLE, SCHOOL, sampleDistrict, tokenOf, type Who } from '../../browser/support/fixture.ts';
import type { MemoryDistrict } from '../../browser/support/memory-district.ts';
import { organise } from './district-office.ts';
import { PUBLIC_URL, Site } from './support.ts';

const DESK = `/desk/o/${SCHOOL}`;
const DRAFT = `${DESK}/items/draft-q4`;
const WAITING = `${DESK}/items/reshuffle`;
const [CLERK] = PEOPLE.clerk;
const [SECRETARY] = PEOPLE.secretary;
const COOKIE = `gongkai_seat_${SCHOOL}`;
/** How the API refuses a seat. */
const refusing = (title: string) =>
  expect.stringContaining(`您在本组织没有办理此事的岗位。办理岗位：${title}。`);
/** How a seat is refused that is held, and is not the one that it takes. */
const UNFIT = '您选定的履职身份不能办理此事。请改选“自动”，或选：';
let district: MemoryDistrict;
let site: Site;
let keys = 0;

/** Somebody's browser, which keeps the cookies that it is given. */
class Browser {
  readonly #who: Who;
  readonly #jar = new Map<string, string>();

  constructor(who: Who) {
    this.#who = who;
  }

  get cookies(): string {
    const token = `gongkai_token=${encodeURIComponent(tokenOf(this.#who))}`;
    return [token, ...[...this.#jar].map(([name, value]) => `${name}=${value}`)].join('; ');
  }

  keep(name: string, value: string): void {
    this.#jar.set(name, encodeURIComponent(value));
  }

  async ask(path: string, form?: Record<string, string>): Promise<Response> {
    const headers = { cookie: this.cookies };
    const response = await site.ask(path, form ? { form, headers } : { headers });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (line.includes('Max-Age=0')) this.#jar.delete(name);
      else this.#jar.set(name, value);
    }
    return response;
  }

  async text(path: string): Promise<string> {
    return (await this.ask(path)).text();
  }

  choose(seatName: string, next = DRAFT): Promise<Response> {
    return this.ask(`${DESK}/seat`, { seat: seatName, next });
  }

  act(page: string, action: string, form: Record<string, string> = {}): Promise<Response> {
    keys += 1;
    return this.ask(`${page}/${action}`, { command: `acting-${String(keys).padStart(6, '0')}`, ...form });
  }
}

/** Under which seat somebody last did something to an item, as the record has it. */
async function lastSeat(item: string): Promise<string> {
  const { readings } = district.services(PUBLIC_URL);
  const scope = new OrgScope(SCHOOL);
  const reader = await readings.reader(scope, CLERK, district.now);
  const commits = await readings.items.record(scope, item, reader);
  return commits.map(({ body }) => JSON.parse(body).by).findLast(({ kind }) => kind === 'person').seat;
}

const seating = (type: 'FillSeat' | 'VacateSeat', body: string, person: string, on: object) =>
  organise(district, type, { body, position: 'member', person, ...on }, SCHOOL);

beforeEach(async () => {
  district = await sampleDistrict();
  site = new Site(district);
  await seating('FillSeat', 'working-group', CLERK, { from: '2026-01-01' });
});

describe('whoever holds several seats', () => {
  it('[XH-04] chooses under which one to act, and acts under it alone; the record and the timeline say which', async () => {
    const clerk = new Browser('clerk');
    expect(await clerk.text(DRAFT)).toMatch(/<summary>履职身份：自动<\/summary>/);
    const chosen = await clerk.choose('working-group:member');
    expect([chosen.status, chosen.headers.get('location')]).toEqual([303, DRAFT]);
    expect(chosen.headers.get('set-cookie')).toMatch(/; Path=\/desk; HttpOnly; Secure; SameSite=Lax$/);
    expect(await clerk.text(DRAFT)).toMatch(/<summary>履职身份：党务公开工作小组成员<\/summary>/);
    expect((await clerk.act(DRAFT, 'submit')).status).toBe(303);
    expect(await lastSeat('draft-q4')).toBe('working-group:member');
    expect(await clerk.text(DRAFT)).toContain('党务公开工作小组成员　王敏');
    await seating('FillSeat', 'office', SECRETARY, { from: '2026-01-01' });
    const secretary = new Browser('secretary');
    await secretary.choose('office:member');
    const refused = await secretary.act(WAITING, 'approve');
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining(UNFIT)]);
    await secretary.choose('leading-group:head');
    expect((await secretary.act(WAITING, 'approve')).status).toBe(303);
    expect(await secretary.text(WAITING)).toContain('党务公开领导小组组长　陈国华');
  });

  it('keeps the choice to one organisation and its desk, and may take it back', async () => {
    const clerk = new Browser('clerk');
    await clerk.choose('working-group:member');
    expect(await clerk.text(`/o/${SCHOOL}`)).not.toContain('履职身份');
    expect((await clerk.choose('')).status).toBe(303);
    expect(await clerk.text(DRAFT)).toMatch(/<summary>履职身份：自动<\/summary>/);
    await clerk.act(DRAFT, 'submit');
    expect(await lastSeat('draft-q4')).toBe('office:member');
  });

  it('says it for forms of every kind, and from the superior as well', async () => {
    const clerk = new Browser('clerk');
    const page = `${DESK}/organisation`;
    clerk.keep(COOKIE, `leading-group:head ${CLERK}`);
    const form = { 'channels.channels': 'screen' };
    expect((await clerk.act(page, 'channels', form)).status).toBe(422);
    await clerk.choose('');
    expect((await clerk.act(page, 'channels', form)).status).toBe(303);
    const above = new Browser('administrator');
    expect(await above.text(page)).toContain('滨湖区教育党工委党务公开办公室主任');
    await above.choose('leading-group:head');
    const refused = await above.act(page, 'channels', { 'channels.channels': 'internet' });
    expect([refused.status, await refused.text()]).toEqual([422, refusing('党务公开领导小组组长')]);
  });
});

describe('a seat that was chosen', () => {
  it('is refused once it has ended, on a page that says so, until another one is chosen', async () => {
    const clerk = new Browser('clerk');
    await clerk.choose('working-group:member');
    await seating('VacateSeat', 'working-group', CLERK, { until: district.now.slice(0, 10) });
    expect(await clerk.text(DRAFT)).toMatch(/<details open="">.*党务公开工作小组成员（⚠/s);
    const refused = await clerk.act(DRAFT, 'submit');
    expect([refused.status, await refused.text()]).toEqual([422, refusing('党务公开工作小组成员')]);
    await clerk.choose('');
    expect((await clerk.act(DRAFT, 'submit')).status).toBe(303);
    expect(await clerk.text(DRAFT)).not.toContain('履职身份');
  });

  it('is refused when somebody else holds it, whatever the browser says', async () => {
    const clerk = new Browser('clerk');
    const chosen = await clerk.choose('leading-group:head');
    expect([chosen.status, chosen.headers.get('set-cookie')]).toEqual([403, null]);
    clerk.keep(COOKIE, `leading-group:head ${CLERK}`);
    const refused = await clerk.act(DRAFT, 'submit');
    expect([refused.status, await refused.text()]).toEqual([422, refusing('党务公开领导小组组长')]);
    clerk.keep(COOKIE, `leading-group:head ${SECRETARY}`);
    expect((await clerk.act(DRAFT, 'submit')).status).toBe(303);
    expect(await lastSeat('draft-q4')).toBe('office:member');
  });

  it('is taken from forms of our own pages and from people who signed in', async () => {
    const form = { seat: 'working-group:member', next: DRAFT };
    const foreign = { origin: 'https://elsewhere.example', cookie: new Browser('clerk').cookies };
    const asked = await site.ask(`${DESK}/seat`, { form, headers: foreign });
    expect([asked.status, asked.headers.get('set-cookie')]).toEqual([403, null]);
    expect((await site.ask(`${DESK}/seat`, { form })).status).toBe(401);
    const away = await new Browser('clerk').choose('', '//elsewhere.example');
    expect(away.headers.get('location')).toBe('/');
  });
});

it('pages of people with one seat are as they were', async () => {
  expect(await new Browser('director').text(DRAFT)).not.toContain('履职身份');
});
