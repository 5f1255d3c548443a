import { beforeAll, describe, expect, it } from 'vitest';
import { instantOf } from '../../../domain/kernel/time.ts';
import { localInput } from '../../../functions/site/dates.ts';
import { SCHOOL, sampleDistrict, tokenOf } from '../../browser/support/fixture.ts';
import type { MemoryDistrict } from '../../browser/support/memory-district.ts';
import { type Asked, Site } from './support.ts';

const DAY = 86_400_000;
const TOPICS = `/o/${SCHOOL}/topics`;
const SURVEYS = `/o/${SCHOOL}/surveys`;
const clerk = tokenOf('clerk');
const member = tokenOf('member');
const teacher = tokenOf('teacher');

let district: MemoryDistrict;
let site: Site;
let forms = 0;

beforeAll(async () => {
  district = await sampleDistrict();
  site = new Site(district);
});

const command = () => `voices-${String(++forms).padStart(4, '0')}`;

/** What a form from a stranger brings along: its id, and the work that it was given, done. */
function worked() {
  const id = command();
  const { token } = district.challenges.issue(id, district.now);
  const sums = Array.from({ length: 60 }, (_, sum) => String(sum));
  const sum = sums.find((each) =>
    district.challenges.isMet(id, { token, work: '', sum: each }, district.now),
  );
  return { command: id, challenge: token, sum: sum ?? '', website: '', work: '' };
}
const send = (path: string, form: Record<string, string>, asked: Asked = {}) =>
  site.ask(path, { form: { command: command(), ...form }, ...asked });
/** Sends a form that must be taken, and gives the page that it leads to. */
async function sent(path: string, form: Record<string, string>, asked: Asked = {}): Promise<string> {
  const response = await send(path, form, asked);
  expect(response.status, (await response.clone().text()).replaceAll(/<[^>]+>/g, ' ')).toBe(303);
  return site.text(response.headers.get('location') ?? '', asked.token ? { token: asked.token } : {});
}
/** Address of what a list of the desk names so. */
async function named(list: string, title: string): Promise<string> {
  const html = await site.text(list, { token: clerk });
  return new RegExp(`href="([^"]+)">${title}<`).exec(html)?.[1] ?? '';
}

describe('topics', () => {
  it('are raised by the staff, supported once, and ranked for them alone', async () => {
    const html = await sent(
      TOPICS,
      { title: '课后服务收费标准', text: '', audience: 'unit' },
      { token: teacher },
    );
    expect(html).toContain('已提出，须在期限内回应。');
    const path = (await named(`/desk${TOPICS}`, '课后服务收费标准')).replace('/desk', '');
    expect(await sent(`${path}/support`, {}, { token: member })).toContain('您的支持已计入');
    await sent(`${path}/support`, {}, { token: member });
    const page = await site.text(path, { token: member });
    expect(page).toContain('2 人支持');
    expect(page).toContain('您已支持');
    expect((await site.ask(path)).status).toBe(404);
    expect(await site.text(TOPICS)).not.toContain('课后服务收费标准');
  });

  it('of strangers wait until the office has read them', async () => {
    const title = '上学路口安全';
    expect((await send(TOPICS, { title, text: '' })).status).toBe(422);
    expect(await sent(TOPICS, { ...worked(), title, text: '' })).toContain('审看后展示');
    expect(await site.text(TOPICS)).not.toContain(title);
    const desk = await named(`/desk${TOPICS}`, title);
    expect(await site.text('/desk', { token: clerk })).toContain(`href="${desk}"`);
    expect(await site.text(desk, { token: clerk })).toContain('审看前其他人看不到');
    await sent(
      `${desk}/moderate`,
      { 'moderate.shown': 'yes', 'moderate.reason': '属实。' },
      { token: clerk },
    );
    expect(await site.text(TOPICS)).toContain(title);
  });

  it('are answered by an item or a reason, and by nothing else', async () => {
    await sent(TOPICS, { title: '教师评优办法', text: '' }, { token: teacher });
    const desk = await named(`/desk${TOPICS}`, '教师评优办法');
    const wrong = await send(`${desk}/answer`, { 'answer.item': 'nothing-here' }, { token: clerk });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('回应须填写已经公开的事项');
    const done = await sent(
      `${desk}/refuse`,
      { 'refuse.ground': 'under-deliberation', 'refuse.reason': '讨论通过后公开。' },
      { token: clerk },
    );
    expect(done).toContain('不予公开的理由已公布');
    const page = await site.text(desk.replace('/desk', ''), { token: teacher });
    expect(page).toContain('讨论通过后公开。');
    expect(page).not.toContain('我也关注');
    expect((await site.ask(desk, { token: teacher })).status).toBe(404);
  });
});

describe('a survey', () => {
  const moment = (days: number) => localInput(instantOf(district.time + days * DAY));
  const PLAN = () => ({
    kind: 'questionnaire',
    title: '党务公开满意度调查',
    intro: '',
    groups: 'society',
    audience: 'public',
    opensAt: moment(0),
    closesAt: moment(3),
    item: '',
    'questions.0.kind': 'scale',
    'questions.0.text': '您对党务公开是否满意',
    'questions.1.kind': 'choice',
    'questions.1.text': '您最关注什么',
    'questions.1.options': '经费\n招生\n',
    'questions.2.kind': 'text',
    'questions.2.text': '您的建议',
  });

  it('about an item is found from the item, by those who may know of it', async () => {
    const item = `/o/${SCHOOL}/items/playground`;
    const heading = '就本事项征求意见';
    expect(await site.text(item)).not.toContain(heading);
    for (const [title, audience, groups] of [
      ['操场使用安排问卷', 'public', 'society'],
      ['操场管理座谈会', 'unit', 'masses'],
    ] as const) {
      const plan = { ...PLAN(), title, audience, groups, item: 'playground' };
      await sent(`/desk${SURVEYS}/plan`, plan, { token: clerk });
    }
    const outside = await site.text(item);
    expect(outside).toContain(`${heading}（1）`);
    expect(outside).toMatch(new RegExp(`href="${SURVEYS}/[^"]+">操场使用安排问卷<[^]*?进行中`));
    expect(outside).not.toContain('操场管理座谈会');
    expect(await site.text(item, { token: teacher })).toContain(`${heading}（2）`);
    const desk = await site.text(`/desk${item}`, { token: clerk });
    expect(desk).toMatch(new RegExp(`href="/desk${SURVEYS}/[^"]+">操场管理座谈会<`));
    expect(await site.text(`/o/${SCHOOL}/items/candidate`)).not.toContain(heading);
  });

  it('is planned, answered by visitors and on paper, and its result shown with its margin', async () => {
    const bad = await send(`/desk${SURVEYS}/plan`, { ...PLAN(), audience: 'unit' }, { token: clerk });
    expect(bad.status).toBe(422);
    expect(await bad.text()).toContain('公开范围须包括他们');
    await sent(`/desk${SURVEYS}/plan`, PLAN(), { token: clerk });
    const desk = await named(`/desk${SURVEYS}`, '党务公开满意度调查');
    const path = desk.replace('/desk', '');
    expect(await site.text(path, { token: teacher })).toContain('不征求您所在群体');
    const fill = (degree: string, words = '') =>
      sent(path, { ...worked(), 'answers.0': degree, 'answers.1': '0', 'answers.2': words });
    for (const degree of ['5', '4', '4', '2', '3'])
      expect(await fill(degree, '再详细些')).toContain('答卷已提交');
    expect(await site.text(desk, { token: clerk })).toContain('5 份');
    const empty = await send(path, worked());
    expect(await empty.text()).toContain('请至少回答一题');
    const paper = { group: 'society', 'answers.0': '5', 'answers.1': '1', 'answers.2': '校务也要公开' };
    expect(await sent(`${desk}/enter`, paper, { token: clerk })).toContain('已录入');
    await district.pass(4 * DAY);
    const result = await site.text(path);
    expect(result).toContain('6 份，其中 1 份由经办人录入');
    expect(result).toContain('满意率 66.7%，6 份，误差 ±');
    expect(result).toContain('30.0% 至 90.3%');
    expect(result).not.toContain('再详细些');
    expect(await site.text(desk, { token: clerk })).toContain('再详细些');
    await sent(`${desk}/conclude`, { 'conclude.text': '按月公开经费。' }, { token: clerk });
    expect(await site.text(path)).toContain('按月公开经费。');
  });

  it('shows nothing of a group that is too small, on no page', async () => {
    const title = '教职工意见征询';
    await sent(`/desk${SURVEYS}/plan`, { ...PLAN(), title, groups: 'masses' }, { token: clerk });
    const desk = await named(`/desk${SURVEYS}`, title);
    const path = desk.replace('/desk', '');
    await sent(path, { 'answers.0': '1', 'answers.2': '很不满意的话' }, { token: teacher });
    const again = await send(path, { 'answers.0': '5' }, { token: teacher });
    expect(await again.text()).toContain('您已经填写过');
    await district.pass(4 * DAY);
    for (const token of [clerk, teacher, undefined]) {
      for (const page of token === clerk ? [path, desk] : [path]) {
        const html = await site.text(page, token ? { token } : {});
        expect(html).toContain('少于 5 份，不显示');
        expect(html).not.toContain('很不满意的话');
        expect(html).not.toContain('0.0%');
      }
    }
  });
});
