import { beforeAll, describe, expect, it } from 'vitest';
import type { Audience } from '../../../domain/kernel/audience.ts';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { DisplayTokens } from '../../../functions/adapters/display-tokens.ts';
import { FORMAT_NAMES } from '../../../functions/site/feed-formats.ts';
import { siteApp } from '../../../functions/site/site.tsx';
import {
  act,
  bring,
  content,
  PEOPLE,
  SCHOOL,
  sampleDistrict,
  tokenOf,
  type Who,
} from '../../browser/support/fixture.ts';
import type { MemoryDistrict } from '../../browser/support/memory-district.ts';
import { PUBLIC_URL } from './support.ts';

const TOKENS = new DisplayTokens('district-key-'.repeat(4));
const HOUR = 3_600_000;

const MARK: Record<Audience | 'website' | 'meeting' | 'draft', string> = {
  public: '社会可见之事项',
  unit: '单位可见之事项',
  party: '党内可见之事项',
  named: '个别可见之事项',
  website: '网站公开之事项',
  meeting: '会议公开之事项',
  draft: '尚未公开之事项',
};
const kinds = Object.keys(MARK) as (keyof typeof MARK)[];

const OFFICE = 'https://oa.example.edu.cn/notices';
/** What the office system of the school was sent. */
const pushed: string[] = [];

let district: MemoryDistrict;
let app: ReturnType<typeof siteApp>;

beforeAll(async () => {
  district = await sampleDistrict();
  app = siteApp(district.services(PUBLIC_URL));
  for (const kind of kinds) {
    const audience = kind === 'website' || kind === 'meeting' || kind === 'draft' ? 'party' : kind;
    const what = content({
      row: 'b-05',
      title: MARK[kind],
      text: `${MARK[kind]}的正文。`,
      audience,
      releasePlan: [{ audience }],
      ...(kind === 'party' && { forms: ['会议', '设限平台'] }),
      ...(kind === 'meeting' && { forms: ['会议'] }),
      ...(kind === 'named' && { named: [PEOPLE.member[0]] }),
    });
    await bring(district, `seen-${kind}`, what, kind === 'draft' ? 'reviewed' : 'approved');
  }
  await act(district, 'clerk', 'seen-meeting', 'RecordProof', {
    form: '会议',
    audience: 'party',
    place: '会议室',
    heldAt: district.now,
    reached: 12,
    recipients: '全体党员',
    note: '会议记录存档',
  });
  await display('staff', { name: '教研室屏', place: '二楼', audience: 'unit' });
  await display('ideas', {
    name: '思想建设屏',
    place: '一楼',
    audience: 'public',
    filter: { rows: ['b-05'], classes: [] },
  });
  const screensAnswer = district.answer;
  district.answer = (webhook) => {
    if (webhook.url !== OFFICE) return screensAnswer(webhook);
    pushed.push(webhook.body);
    return { status: 204 };
  };
  await display('oa', {
    name: '学校办公系统',
    place: '全体党员',
    audience: 'party',
    url: OFFICE,
    assurance: { person: PEOPLE.secretary[0], membersOnly: true },
  });
});

type DisplayCommandType = Parameters<MemoryDistrict['displays']['issue']>[2]['type'];

async function display(id: string, data: object, type: DisplayCommandType = 'RegisterDisplay') {
  await district.displays.issue(new OrgScope(SCHOOL), id, {
    type,
    data: data as never,
    actor: { kind: 'person', person: PEOPLE.director[0], organisation: SCHOOL },
    now: district.now,
    commandId: `${type}-${id}-${district.time}`,
    correlation: 'test',
  });
  await district.settle();
}

async function ask(path: string, headers: Record<string, string> = {}) {
  const request = { headers: { host: 'gongkai.example.edu.cn', ...headers } };
  const context = { requestContext: { timeEpoch: district.time, requestId: 'outlet-test' } };
  const response = await app.request(`${PUBLIC_URL}${path}`, request, context);
  return { status: response.status, headers: response.headers, text: await response.text() };
}
const signedIn = (who: Who) => ({ cookie: `gongkai_token=${encodeURIComponent(tokenOf(who))}` });
/** Long lines of a calendar are folded. */
const seenIn = (text: string) => kinds.filter((kind) => text.replaceAll('\r\n ', '').includes(MARK[kind]));

const unitToken = TOKENS.token(SCHOOL, 'staff', 1);
const OUTLETS = ['', ...FORMAT_NAMES.map((name) => `/${name}`)];

describe.each(OUTLETS)('what is pulled at …%s', (format) => {
  it('is what everybody may see, whoever asks: of the school, of its screens, of one screen', async () => {
    const homes = [`/display/${SCHOOL}`, `/display/${SCHOOL}/ideas`, ...(format ? [`/o/${SCHOOL}`] : [])];
    for (const home of homes) {
      for (const headers of [{}, signedIn('secretary'), { authorization: `Bearer ${unitToken}` }]) {
        const { status, text } = await ask(`${home}${format}`, headers);
        expect([home, status, seenIn(text)]).toEqual([home, 200, ['public']]);
      }
    }
    expect((await ask(`/display/${SCHOOL}/ideas${format}`)).text).not.toContain('操场塑胶跑道');
    expect((await ask(`/display/${SCHOOL}${format}`)).text).toContain('操场塑胶跑道');
  });

  it('of a screen in the staff room is for whoever has its token', async () => {
    const path = `/display/${SCHOOL}/staff${format}`;
    for (const answer of [
      await ask(path, { authorization: `Bearer ${unitToken}` }),
      await ask(`${path}?token=${unitToken}`),
    ]) {
      expect([answer.status, seenIn(answer.text)]).toEqual([200, ['public', 'unit']]);
      expect(answer.headers.get('cache-control')).toBe('private, no-cache');
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    }
    const others = [
      await ask(path),
      await ask(path, signedIn('secretary')),
      await ask(`${path}?token=`),
      await ask(`${path}?token=${unitToken}x`),
      await ask(`${path}?token=${TOKENS.token(SCHOOL, 'office', 1)}`),
      await ask(`${path}?token=${TOKENS.token('hezui', 'staff', 1)}`),
      await ask(`${path}?token=${TOKENS.token(SCHOOL, 'staff', 2)}`),
    ];
    for (const { status, text } of others) expect([status, seenIn(text)]).toEqual([404, []]);
  });

  it('of a screen that is switched off is nothing', async () => {
    const token = TOKENS.token(SCHOOL, 'office', 1);
    expect((await ask(`/display/${SCHOOL}/office${format}?token=${token}`)).status).toBe(404);
    expect((await ask(`/display/${SCHOOL}/hall${format}`)).status).toBe(404);
  });
});

describe('the office system of the school', () => {
  it('is pushed what was disclosed inside the Party in a form for it, and nothing else', () => {
    expect(seenIn(pushed.join('\n'))).toEqual(['party']);
    expect(pushed.filter((body) => body.includes('notice.released'))).not.toEqual([]);
  });

  it('has no page and no feed, whoever asks and with whatever token', async () => {
    const token = TOKENS.token(SCHOOL, 'oa', 1);
    for (const format of OUTLETS) {
      const path = `/display/${SCHOOL}/oa${format}`;
      for (const headers of [
        {},
        signedIn('member'),
        signedIn('secretary'),
        { authorization: `Bearer ${token}` },
      ])
        expect([path, (await ask(path, headers)).status]).toEqual([path, 404]);
    }
    const { text } = await ask(`/desk/o/${SCHOOL}/addresses`, signedIn('clerk'));
    expect(text).not.toContain(`/display/${SCHOOL}/oa`);
    expect(text).not.toContain(token);
  });
});

describe('the token of a screen', () => {
  it('goes on its page to where it asks for changes, and fits an address', async () => {
    expect(unitToken).toMatch(/^[\w-]{32}$/);
    const { text } = await ask(`/display/${SCHOOL}/staff?token=${unitToken}`);
    const feed = /data-feed="([^"]+)"/.exec(text)?.[1] ?? '';
    const etag = /data-etag="([^"]+)"/.exec(text)?.[1]?.replaceAll('&quot;', '"') ?? '';
    expect((await ask(feed, { 'if-none-match': etag })).status).toBe(304);
  });

  it('is told to those who work there, with every address, and to nobody else', async () => {
    const path = `/desk/o/${SCHOOL}/addresses`;
    const { text, headers } = await ask(path, signedIn('clerk'));
    expect(text).toContain(`/display/${SCHOOL}/staff/feed.rss?token=${unitToken}`);
    expect(text).toContain(`${PUBLIC_URL}/display/${SCHOOL}/ideas/items.json<`);
    expect(text).toContain(`&lt;iframe src=&quot;${PUBLIC_URL}/o/${SCHOOL}&quot;`);
    expect(text).not.toContain(`/display/${SCHOOL}/office`);
    expect(headers.get('cache-control')).toBe('no-store');
    for (const who of ['teacher', 'member'] as const) {
      expect((await ask(path, signedIn(who))).status).toBe(404);
    }
    expect((await ask(path)).status).toBe(303);
  });

  it('ends with the secret that it was made beside', async () => {
    const url = 'https://screens.example.edu.cn/lab';
    await display('lab', { name: '实验室屏', place: '四楼', audience: 'unit', url });
    const path = `/display/${SCHOOL}/lab/items.json?token=`;
    await display('lab', { overlapHours: 1 }, 'RotateSecret');
    const status = async (version: number) => (await ask(path + TOKENS.token(SCHOOL, 'lab', version))).status;
    expect([await status(1), await status(2)]).toEqual([200, 200]);
    district.time += HOUR;
    expect([await status(1), await status(2)]).toEqual([404, 200]);
  });
});
