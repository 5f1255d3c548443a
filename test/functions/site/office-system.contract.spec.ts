import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { PEOPLE, SCHOOL, sampleDistrict, tokenOf } from '../../browser/support/fixture.ts';
import type { MemoryDistrict } from '../../browser/support/memory-district.ts';
import { Site } from './support.ts';

const PAGE = `/desk/o/${SCHOOL}/office-system`;
const TOKEN = 'oa-token-4711';
const asDirector = { token: tokenOf('director') };
let district: MemoryDistrict;
let site: Site;

beforeAll(async () => {
  district = await sampleDistrict();
  site = new Site(district);
});

const filled = (change: Readonly<Record<string, string>> = {}) => ({
  command: randomUUID(),
  'connect.name': '学校办公系统',
  'connect.place': '全体党员',
  'connect.url': 'https://oa.example.edu.cn/notices?key=of-the-receiver',
  'connect.carrier.preset': 'signed',
  'connect.assurance.person': PEOPLE.secretary[0],
  'connect.assurance.membersOnly': 'yes',
  ...change,
});
const send = (form: Record<string, string>) => site.ask(`${PAGE}/connect`, { ...asDirector, form });

describe('the office system of a school', () => {
  it('offers Party members only as those who answer for its group', async () => {
    const text = await site.text(PAGE, asDirector);
    expect(text).toContain('尚未登记办公系统');
    const offered = /<select id="f-connect-assurance-person".*?<\/select>/s.exec(text)?.[0] ?? '';
    expect(offered).toContain(PEOPLE.secretary[1]);
    expect(offered).not.toContain(PEOPLE.teacher[1]);
  });

  it.each<[string, Record<string, string>, string]>([
    ['without an assurance', { 'connect.assurance.membersOnly': '' }, '须由一名责任人确认'],
    ['over http', { 'connect.url': 'http://oa.example.edu.cn/' }, '只能经 https 送往办公系统'],
    ['without the token', { 'connect.carrier.preset': 'office-json' }, '缺少密钥 key'],
    ['as a group robot', { 'connect.carrier.preset': 'wecom' }, '群机器人不能接收党内公开的内容'],
  ])('is not registered %s, and the page says why', async (_, change, why) => {
    const answer = await send(filled({ 'connect.carrier.secrets.signing': TOKEN, ...change }));
    const text = await answer.text();
    expect(answer.status).toBe(422);
    expect(text).toContain(why);
    expect(text).toContain('value="全体党员"');
    expect(text).not.toContain(TOKEN);
    expect(await site.text(PAGE, asDirector)).toContain('尚未登记办公系统');
  });

  it('is registered by who looks after displays, and its secret shown this once', async () => {
    const answer = await send(filled());
    const text = await answer.text();
    expect(text).toMatch(/签名密钥<\/h2><p><code>whsec_/);
    const after = await site.text(PAGE, asDirector);
    expect(after).toMatch(/学校办公系统.*接收群组：全体党员.*https:\/\/oa\.example\.edu\.cn</s);
    expect(after).toContain(`责任人${PEOPLE.secretary[1]}确认：接收群组中只有本组织的党员`);
    expect(after).not.toContain('whsec_');
    expect(after).not.toContain('of-the-receiver');
    const displays = await site.text(`/desk/o/${SCHOOL}/displays`, asDirector);
    expect(displays).toContain('办公系统，接收群组：全体党员');
    expect(displays).toContain('面向党内');
  });

  it('is for those who work there', async () => {
    expect((await site.ask(PAGE)).status).toBe(303);
    for (const who of ['teacher', 'member'] as const)
      expect((await site.ask(PAGE, { token: tokenOf(who) })).status).toBe(404);
  });
});
