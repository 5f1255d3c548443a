import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayOf } from '../../../domain/kernel/time.ts';
import { sampleDistrict, tokenOf } from '../../browser/support/fixture.ts';
import type { MemoryDistrict } from '../../browser/support/memory-district.ts';
import { Site } from './support.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const PUBLIC = '/o/dongfang/enquiries';
const DESK = '/desk/o/dongfang/enquiries';
const clerk = tokenOf('clerk');
const secretary = tokenOf('secretary');
const member = tokenOf('member');

let district: MemoryDistrict;
let site: Site;

beforeAll(async () => {
  district = await sampleDistrict();
  site = new Site(district);
});

let forms = 0;

/** What a form from a stranger brings along: its id, and the work that it was given, done. */
function answered(command = `request-${String(++forms).padStart(6, '0')}`) {
  const { token } = district.challenges.issue(command, district.now);
  const sums = Array.from({ length: 60 }, (_, sum) => String(sum));
  const sum = sums.find((each) =>
    district.challenges.isMet(command, { token, work: '', sum: each }, district.now),
  );
  return { command, challenge: token, sum: sum ?? '', website: '', work: '' };
}
const question = (changes: object = {}) => ({
  ...answered(),
  subject: '校车租赁合同的费用明细',
  details: '',
  speaker: 'parent',
  signed: 'anonymous',
  ...changes,
});
const codeIn = (html: string): string => /<b>([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})<\/b>/.exec(html)?.[1] ?? '';

/** Asks as a stranger, a minute after the last one. */
async function ask(changes: object = {}): Promise<string> {
  district.time += 60_000;
  const response = await site.ask(PUBLIC, { form: question(changes) });
  expect(response.status).toBe(200);
  return codeIn(await response.text());
}
const follow = (code: string) => site.text(`${PUBLIC}/follow`, { form: { code } });

/** The address on the desk of the case with that subject. */
async function caseOf(subject: string): Promise<string> {
  const html = await site.text(DESK, { token: clerk });
  return new RegExp(`href="(${DESK}/[a-z2-7]{16})">${subject}<`).exec(html)?.[1] ?? '';
}
const day = (after: number): string => addDays(dayOf(district.now), after);

let steps = 0;
async function act(path: string, action: string, token: string, fields: Record<string, string> = {}) {
  const form = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [`${action}.${name}`, value]),
  );
  const response = await site.ask(`${path}/${action}`, {
    token,
    form: { command: `enquiry-step-${++steps}`, ...form },
  });
  const html = await response.text();
  expect(response.status, html.replaceAll(/<[^>]+>/g, ' ').slice(0, 2_000)).toBe(303);
}

describe('asking', () => {
  it('looks first among what this reader may see, and says by which words it was found', async () => {
    const html = await site.text(`${PUBLIC}?q=${encodeURIComponent('党员参与社会公益活动')}`);
    expect(html).toContain('这些是否已经回答了您的问题？');
    expect(html).toContain('相同词语：');
    expect(html).toContain('第二步');
    expect(await site.text(PUBLIC)).not.toContain('第二步');
  });

  it('registers what is not there, and gives a code and a date', async () => {
    const query = encodeURIComponent('校车租赁合同的费用明细');
    expect(await site.text(`${PUBLIC}?q=${query}`)).toContain('没有找到已经公开的相关内容');
    await district.pass(4 * DAY);
    const html = await (await site.ask(PUBLIC, { form: question() })).text();
    expect(codeIn(html)).not.toBe('');
    expect(html).toMatch(/将于 <b>2026年\d+月\d+日<\/b> 前（含当日）决定是否公开/);
    const shown = await follow(codeIn(html));
    expect(shown).toContain('校车租赁合同的费用明细');
    expect(shown).toContain('3个工作日内');
    expect(shown).toMatch(/不计：.*（周末）/);
  });

  it('says what is wrong beside the field, and keeps what was written', async () => {
    const response = await site.ask(PUBLIC, { form: question({ subject: '我的电话13800138000' }) });
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(html).toContain('疑似个人信息');
    expect(html).toContain('value="我的电话13800138000"');
    const wrongSum = await site.ask(PUBLIC, { form: question({ sum: '1' }) });
    expect(wrongSum.status).toBe(422);
  });

  it('takes no form of three hundred kilobytes', async () => {
    const response = await site.ask(PUBLIC, { form: question({ details: '问'.repeat(33_000) }) });
    expect(response.status).toBe(413);
  });

  it('knows nobody by a wrong code, and never puts a code into an address', async () => {
    const code = await ask();
    const response = await site.ask(`${PUBLIC}/follow`, { form: { code: 'AAAA-AAAA-AAAA-AAAA' } });
    expect(response.status).toBe(422);
    expect(await response.text()).not.toContain('校车');
    const html = await follow(code.toLowerCase().replaceAll('-', ' '));
    expect(html).toContain('校车租赁合同');
    expect(html.match(/(?:href|action)="[^"]*"/g)?.join(' ')).not.toContain(code);
  });

  it('under one’s name is followed without a code, by nobody else', async () => {
    await site.ask(PUBLIC, {
      token: member,
      form: question({ signed: 'signed', subject: '图书采购清单明细' }),
    });
    const own = await site.text(PUBLIC, { token: member });
    const path = /href="(\/o\/dongfang\/enquiries\/[a-z2-7]{16})"/.exec(own)?.[1] ?? '';
    expect(await site.text(path, { token: member })).toContain('图书采购清单明细');
    expect((await site.ask(path, { token: tokenOf('teacher') })).status).toBe(404);
    expect((await site.ask(path)).headers.get('location')).toContain('/login');
    expect((await site.ask(path, { token: clerk })).headers.get('location')).toContain('/desk/');
  });
});

describe('a case on the desk', () => {
  it('goes from the office through the leading group to the asker, who complains', async () => {
    const code = await ask({ subject: '食堂承包合同全文' });
    const path = await caseOf('食堂承包合同全文');
    expect(await site.text(path, { token: clerk })).toContain('不在公开目录范围内');
    await act(path, 'ask', clerk, { text: '请说明需要哪一年的合同。', until: day(7) });
    expect(await follow(code)).toContain('请说明需要哪一年的合同。');
    const clarified = await site.ask(`${PUBLIC}/follow/clarify`, {
      form: { command: 'clarify-by-code-1', code, 'clarify.text': '2025年的合同。' },
    });
    expect(await clarified.text()).toContain('补正内容已提交');
    await act(path, 'pause', clerk, {
      ground: 'third-party',
      text: '征求承包方意见。',
      until: day(7),
    });
    await act(path, 'resume', clerk);
    await act(path, 'propose', clerk, {
      outcome: 'refused',
      ground: 'commercial-secret',
      text: '涉及承包方商业秘密。',
      matter: 'ordinary',
    });
    expect(await site.text(path, { token: clerk })).not.toContain('>同意<');
    expect(await site.text(path, { token: secretary })).toContain('>同意<');
    await act(path, 'approve', secretary);
    const refused = await follow(code);
    expect(refused).toContain('不能公开');
    expect(refused).toContain('涉及承包方商业秘密。');
    for (const name of ['王敏', '陈国华', 'wang-min']) expect(refused).not.toContain(name);
    const complaint = await site.ask(`${PUBLIC}/follow/complain`, {
      form: { command: 'complain-by-code-1', code, 'complain.text': '金额不属于商业秘密。' },
    });
    expect(await complaint.text()).toContain('由党务公开监督小组处理');
    await act(path, 'judge', tokenOf('administrator'), { upheld: 'yes', text: '金额应当公开。' });
    await act(path, 'propose', clerk, {
      outcome: 'partly-disclosed',
      ground: 'commercial-secret',
      text: '公开金额。',
      matter: 'ordinary',
    });
    await act(path, 'approve', secretary);
    await act(path, 'disclose', clerk, { text: '2025年承包金额为十二万元。' });
    expect(await follow(code)).toContain('2025年承包金额为十二万元。');
    await act(path, 'promote', clerk, { as: 'declined', reason: '将随年度收支一并公开。' });
    expect(await follow(code)).toContain('将随年度收支一并公开。');
  });

  it('is nobody else’s to open', async () => {
    await ask({ subject: '宿舍分配办法' });
    const path = await caseOf('宿舍分配办法');
    for (const who of ['member', 'teacher'] as const) {
      for (const page of [DESK, path, `${DESK}/receptions`, `${DESK}/unmet`, `${DESK}/register`])
        expect([page, (await site.ask(page, { token: tokenOf(who) })).status]).toEqual([page, 404]);
    }
    expect((await site.ask(path)).headers.get('location')).toContain('/login');
  });

  it('shows a refusal beside its field', async () => {
    await ask({ subject: '社团活动经费' });
    const response = await site.ask(`${await caseOf('社团活动经费')}/pause`, {
      token: clerk,
      form: {
        command: 'pause-refused-1',
        'pause.ground': 'superior',
        'pause.text': '请示',
        'pause.until': day(365),
      },
    });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('日期须在');
  });
});

describe('the office', () => {
  it('writes down who came, and finds it in the reception log', async () => {
    const spoken = { channel: 'visit', signed: 'signed', 'from.name': '赵家长', speaker: 'parent' };
    const response = await site.ask(`${DESK}/register`, {
      token: clerk,
      form: {
        command: 'spoken-request-1',
        subject: '发展党员公示在哪里看',
        ...spoken,
        'answer.text': '在公开栏和网站。',
        'answer.row': 'b-20',
      },
    });
    expect(response.status).toBe(303);
    const html = await site.text(`${DESK}/receptions`, { token: clerk });
    for (const text of ['赵家长', '发展党员公示在哪里看', '在公开栏和网站。', '王敏', '当场答复 1 次'])
      expect(html).toContain(text);
    expect(await site.text(`${DESK}/receptions?month=2025-01`, { token: clerk })).toContain('接待 0 次');
  });

  it('sees what is asked for again and again', async () => {
    for (const subject of ['教师绩效考核分配办法', '教师绩效考核的分配办法']) await ask({ subject });
    const html = await site.text(`${DESK}/unmet`, { token: clerk });
    expect(html).toContain('教师绩效考核的分配办法');
    expect(html).toContain('2 次');
  });

  it('is told on its desk what is late', async () => {
    await ask({ subject: '操场塑胶检测报告' });
    await district.pass(9 * DAY);
    expect(await site.text('/desk', { token: tokenOf('director') })).toMatch(
      /操场塑胶检测报告[\s\S]*?⚠ 已超期/,
    );
    expect(await site.text(DESK, { token: clerk })).toContain('已超期');
  });
});

/** What people and machines put into forms to see what breaks. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'; DROP TABLE enquiries; --",
  '{{7*7}}<%= 7*7 %>',
  '../../../etc/passwd',
  'ORG#dongfang#ENQUIRY#x',
  '\u202Egnp.exe',
  'a\u0000b',
  '\uD800',
  '问'.repeat(5_000),
  '%00%0d%0aSet-Cookie:x=1',
  '__proto__',
  'constructor',
  '',
  ' ',
];
const RUNS = 100;

it(`takes ${RUNS} hostile forms without failing, echoing markup, or writing what it refused`, async () => {
  const text = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 200 }));
  const field = fc.constantFrom(
    'subject',
    'details',
    'speaker',
    'signed',
    'from.name',
    'person',
    '__proto__',
    'channel',
    'answer.text',
  );
  const seen = new Map<number, number>();
  const count = async () => (await site.text(DESK, { token: clerk })).match(/class="what"/g)?.length ?? 0;
  let written = await count();
  await fc.assert(
    fc.asyncProperty(fc.dictionary(field, text, { minKeys: 1, maxKeys: 4 }), async (fields) => {
      district.time += HOUR;
      const response = await site.ask(PUBLIC, { form: question(fields) });
      const html = await response.text();
      seen.set(response.status, (seen.get(response.status) ?? 0) + 1);
      expect([200, 400, 422]).toContain(response.status);
      expect(html).not.toContain('<script>alert');
      expect(html).not.toContain('<img src=x');
      written += response.status === 200 ? 1 : 0;
      expect(await count()).toBe(written);
      const found = await site.ask(
        `${PUBLIC}?q=${encodeURIComponent((fields.subject ?? '').toWellFormed())}`,
      );
      expect(found.status).toBe(200);
      expect(await found.text()).not.toContain('<script>alert');
    }),
    { numRuns: RUNS },
  );
  expect(seen.get(200)).toBeGreaterThan(2);
  expect(seen.get(422)).toBeGreaterThan(8);
});
