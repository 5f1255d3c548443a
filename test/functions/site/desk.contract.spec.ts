import { beforeEach, describe, expect, it } from 'vitest';
import type { ItemContent } from '../../../domain/item/content.ts';
import { valuesOf } from '../../../functions/site/forms/content-form.ts';
import {
  act,
  bring,
  content,
  OPINION,
  PEOPLE,
  SCHOOL,
  sampleDistrict,
  settleOpinion,
  tokenOf,
  type Who,
} from '../../browser/support/fixture.ts';
import type { MemoryDistrict } from '../../browser/support/memory-district.ts';
import { Site } from './support.ts';

const ITEM = (id: string) => `/desk/o/${SCHOOL}/items/${id}`;

/** What a browser would send of a form that nobody has touched: hidden fields, and what is selected. */
function filledIn(form: string): Record<string, string> {
  const [own = ''] = form.split('</form>');
  const hidden = [...own.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  const selects = [...own.matchAll(/<select[^>]* name="([^"]+)"[^>]*>(.*?)<\/select>/gs)].map(
    ([, name, options = '']) => {
      const value = /value="([^"]*)" selected/.exec(options) ?? /value="([^"]*)"/.exec(options);
      return [name ?? '', value?.[1] ?? ''] as const;
    },
  );
  return Object.fromEntries([
    ...hidden.map(([, name, value]) => [name ?? '', value ?? ''] as const),
    ...selects,
  ]);
}

describe('the forms on an item’s desk page', () => {
  let district: MemoryDistrict;
  let site: Site;

  beforeEach(async () => {
    district = await sampleDistrict();
    site = new Site(district);
  });

  /** Fills in one form of a page as a browser would: with everything hidden in it. */
  async function send(who: Who, id: string, action: string, fields: Readonly<Record<string, string>> = {}) {
    const token = tokenOf(who);
    const page = await site.text(action === 'submit' ? `${ITEM(id)}/check` : ITEM(id), { token });
    const form = page.split('<form').find((part) => part.includes(`action="${ITEM(id)}/${action}`)) ?? '';
    expect(form, `${who} is offered ${action}`).not.toBe('');
    const answer = await site.ask(`${ITEM(id)}/${action}`, { token, form: { ...filledIn(form), ...fields } });
    return { status: answer.status, text: await answer.text(), location: answer.headers.get('location') };
  }

  /** Sends the form for changing a draft, with a text of its own. */
  async function write(who: Who, id: string, start: ItemContent, text: string): Promise<Response> {
    const values = Object.entries(valuesOf({ ...start, text }));
    const fields = values.map(([name, value = '']) => [name, typeof value === 'string' ? value : value[0]]);
    const form = { ...Object.fromEntries(fields), command: `write-${id}-${text.length}` };
    return site.ask(`${ITEM(id)}/edit`, { token: tokenOf(who), form });
  }

  const done = async (...request: Parameters<typeof send>): Promise<void> => {
    const { status, text, location } = await send(...request);
    expect(status, text.match(/role="alert".*?<\/section>/s)?.[0]).toBe(303);
    expect(location).toBe(`${ITEM(request[1])}?done=${request[2]}#main`);
  };

  const offers = async (who: Who, id: string): Promise<string[]> => {
    const page = await site.text(ITEM(id), { token: tokenOf(who) });
    return [...page.matchAll(/action="[^"]*\/items\/[^/"]+\/(\w+)#/g)].map(([, action]) => action ?? '');
  };

  const verdicts = (changes: Readonly<Record<string, string>> = {}) => ({
    ...Object.fromEntries(
      ['content', 'form', 'audience', 'time', 'duration'].map((aspect) => [`review.${aspect}.ok`, 'yes']),
    ),
    'review.secrecy.clear': 'yes',
    ...changes,
  });

  it('offer each person only what is theirs to do', async () => {
    expect(await offers('clerk', 'reshuffle')).not.toContain('approve');
    expect(await offers('secretary', 'reshuffle')).toContain('approve');
    expect(await offers('clerk', 'vacation')).not.toContain('review');
    expect(await offers('director', 'vacation')).toContain('review');
  });

  it('send back what one verdict objects to, with its note as the reason, and take it in again', async () => {
    const incomplete = await send('director', 'vacation', 'review', verdicts({ 'review.time.ok': 'no' }));
    expect(incomplete.status).toBe(422);
    expect(incomplete.text).toContain('id="f-review-time-note-error"');
    await done(
      'director',
      'vacation',
      'review',
      verdicts({ 'review.time.ok': 'no', 'review.time.note': '应在月底前公开。' }),
    );
    const page = await site.text(ITEM('vacation'), { token: tokenOf('clerk') });
    expect(page).toContain('应在月底前公开。');
    await done('clerk', 'vacation', 'submit');
  });

  it('justify a finding, and say what is still open before approval', async () => {
    const nothing = await send('director', 'vacation', 'justify', { 'justify.reason': '' });
    expect(nothing.status).toBe(422);
    await done('director', 'vacation', 'justify', { 'justify.reason': '该号码为单位对外公布的值班电话。' });
    expect(await site.text(ITEM('vacation'), { token: tokenOf('clerk') })).toContain(
      '保留：该号码为单位对外公布',
    );
  });

  it('consult members with a deadline, take their answers, then approve', async () => {
    const late = { 'consult.members': PEOPLE.director[0], 'consult.deadline': '2020-01-01T09:00' };
    expect((await send('director', 'reshuffle', 'consult', late)).text).toContain('截止时间须在当前时间之后');
    await done('director', 'reshuffle', 'consult', { ...late, 'consult.deadline': '2026-11-30T18:00' });
    const early = await send('secretary', 'reshuffle', 'approve');
    expect(early.status).toBe(422);
    expect(early.text).toContain('征求意见尚未结束');
    await done('director', 'reshuffle', 'answer', { 'answer.agree': 'yes', 'answer.opinion': '同意。' });
    await done('secretary', 'reshuffle', 'approve');
    expect(await site.text(`/o/${SCHOOL}`)).toContain('2026年度优秀共产党员先进事迹');
  });

  it('put it to the superior, who then decides as well', async () => {
    await done('secretary', 'reshuffle', 'escalate', { 'escalate.reason': '超出本级权限。' });
    await done('secretary', 'reshuffle', 'approve');
    expect(await site.text('/desk', { token: tokenOf('administrator') })).toContain('优秀共产党员先进事迹');
    await done('administrator', 'reshuffle', 'approve');
    expect(await site.text(`/o/${SCHOOL}`)).toContain('优秀共产党员先进事迹');
  });

  it('return it with a reason', async () => {
    await done('secretary', 'reshuffle', 'return', { 'return.reason': '请补充评选过程。' });
    expect(await site.text('/desk', { token: tokenOf('clerk') })).toContain('修改后重新提交');
  });

  it('record what was disclosed in a meeting', async () => {
    const fees = content({
      row: 'b-10',
      title: '2026年第四季度党费收缴情况',
      forms: ['会议'],
      audience: 'party',
      releasePlan: [{ audience: 'party' }],
      exception: undefined as never,
    });
    await bring(district, 'fees-q4', fees, 'approved');
    const proof = {
      'proof.form': '会议',
      'proof.audience': 'party',
      'proof.place': '三楼党员活动室',
      'proof.heldAt': '2030-01-01T09:00',
      'proof.reached': '14',
      'proof.recipients': '全体党员',
      'proof.note': '会议记录第20页。',
    };
    expect((await send('clerk', 'fees-q4', 'proof', proof)).text).toContain('公开时间不能晚于现在');
    district.time += 3_600_000;
    const minute = new Date(district.time + 8 * 3_600_000).toISOString().slice(0, 16);
    await done('clerk', 'fees-q4', 'proof', { ...proof, 'proof.heldAt': minute });
    expect(await site.text(`/o/${SCHOOL}/catalogue?state=offline`)).toContain('以线下形式公开');
  });

  it('follow a staged matter to its end', async () => {
    await done('clerk', 'playground', 'progress', {
      'progress.text': '跑道已铺设完成。',
      'progress.percent': '90',
    });
    expect((await send('clerk', 'playground', 'close')).text).toContain('个阶段未完成');
    await done('clerk', 'playground', 'stage', { 'stage.completedOn': '2026-11-20' });
    await done('clerk', 'playground', 'stage', {
      'stage.completedOn': '2026-11-21',
      'stage.note': '检测合格。',
    });
    expect((await send('clerk', 'playground', 'close')).text).toContain('条意见建议未答复');
    await settleOpinion(district, OPINION);
    await done('clerk', 'playground', 'close', { 'close.summary': '工程按期完成。' });
    const page = await site.text(`/o/${SCHOOL}/items/playground`);
    expect(page).toContain('跑道已铺设完成。');
    expect(page).toContain('已做完');
    expect(page).toContain('工程按期完成。');
  });

  it('keep an important notice up for its time, unless it is wrong', async () => {
    const early = await send('clerk', 'candidate', 'withdraw', {
      'withdraw.inError': 'no',
      'withdraw.reason': '已阅。',
    });
    expect(early.status).toBe(422);
    expect(early.text).toContain('已阅。');
    await done('clerk', 'candidate', 'withdraw', {
      'withdraw.inError': 'yes',
      'withdraw.reason': '姓名有误。',
    });
    expect((await site.ask(`/o/${SCHOOL}/items/candidate`)).status).toBe(404);
  });

  it('close a plan with the result that names it, once that is disclosed', async () => {
    const about = (pair: ItemContent['pair'], title: string) => content({ pair, title });
    await bring(district, 'plan', about({ part: 'plan' }, '2027年整改计划'), 'approved');
    const result = about({ part: 'result', plan: 'plan' }, '2027年整改结果');
    await bring(district, 'result', result, 'reviewed');
    await bring(district, 'elsewhere', about({ part: 'result', plan: 'playground' }, '别的结果'), 'approved');
    const early = await send('clerk', 'plan', 'close');
    expect(early.status).toBe(422);
    expect(early.text).not.toContain('name="close.result"');
    await act(district, 'secretary', 'result', 'ApproveItem', {});
    const page = await site.text(ITEM('plan'), { token: tokenOf('clerk') });
    const choices = /<select[^>]*name="close.result".*?<\/select>/s.exec(page)?.[0] ?? '';
    expect([...choices.matchAll(/value="([^"]*)"/g)].map(([, id]) => id)).toEqual(['result']);
    expect(choices).toContain('2027年整改结果');
    expect((await send('clerk', 'plan', 'close')).text).toContain('公开后征求意见截至');
    district.time += 13 * 86_400_000;
    await done('clerk', 'plan', 'close');
  });

  it('let a provider without a seat write the content, and whoever proposed it submit it', async () => {
    const provider = { kind: 'person' as const, person: PEOPLE.teacher[0] };
    const start = content({ provider, forms: ['网站'], text: '待补充。' });
    await bring(district, 'provided', start, 'drafted');
    const token = tokenOf('teacher');
    expect(await site.text('/desk', { token })).toContain(`href="${ITEM('provided')}"`);
    const desk = await site.text(ITEM('provided'), { token });
    expect(desk).toContain(`href="${ITEM('provided')}/edit"`);
    expect(desk).not.toContain('提交审核</a>');
    const answer = await write('teacher', 'provided', start, '本季度组织志愿服务五次。');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${ITEM('provided')}/check`]);
    const check = await site.text(`${ITEM('provided')}/check`, { token });
    expect(check).toContain('本季度组织志愿服务五次。');
    expect(check).toContain('由拟稿人核对后提交审核');
    expect(check).not.toContain('<button class="button" type="submit"');
    const own = await site.ask(`${ITEM('provided')}/submit`, {
      token,
      form: { command: 'submit-provided', version: '2' },
    });
    expect(own.status).toBe(422);
    await done('clerk', 'provided', 'submit');
    const late = await write('teacher', 'provided', start, '又改一次。');
    expect(late.status).toBe(422);
    expect(await site.text(ITEM('provided'), { token })).not.toContain('/edit"');
  });

  it('take the answer of a member without a seat, who opens that item and no other', async () => {
    const token = tokenOf('member');
    expect((await site.ask(ITEM('reshuffle'), { token })).status).toBe(404);
    await done('director', 'reshuffle', 'consult', {
      'consult.members': PEOPLE.member[0],
      'consult.deadline': '2026-11-30T18:00',
    });
    expect(await offers('member', 'reshuffle')).toEqual(['answer']);
    await done('member', 'reshuffle', 'answer', { 'answer.agree': 'yes' });
    expect((await site.ask(ITEM('vacation'), { token })).status).toBe(404);
    const approval = { command: 'command-of-a-member', version: '5' };
    expect((await site.ask(`${ITEM('reshuffle')}/approve`, { token, form: approval })).status).toBe(422);
    const other = await site.ask(`${ITEM('vacation')}/review`, { token, form: approval });
    expect(other.status).toBe(404);
    const revision = await site.ask(`${ITEM('playground')}/revise`, { token, form: approval });
    expect(revision.status).toBe(404);
  });

  it('disclose again under a new version that names what it answers', async () => {
    const token = tokenOf('clerk');
    const page = await site.text(`${ITEM('playground')}/revise`, { token });
    expect(page).toContain('再公开的原因');
    const fields = Object.fromEntries(
      [
        ...page.matchAll(/<input type="(?:hidden|text|date)"[^>]*? name="([^"]+)"[^>]*? value="([^"]*)"/g),
      ].map(([, name, value]) => [name, value]),
    );
    const answer = await site.ask(`${ITEM('playground')}/revise`, {
      token,
      form: {
        ...fields,
        command: fields.command ?? page.match(/name="command" value="([^"]+)"/)?.[1] ?? '',
        reason: '补充检测结果。',
        text: '跑道检测结果全部合格。',
        documentType: 'announcement',
        basis: 'statutory',
        matter: 'ordinary',
        forms: '网站',
        exception: '家长普遍关心。',
        releasePlan: 'public',
        'provider.kind': 'office',
        'provider.name': '党务公开办公室',
        accountable: PEOPLE.director[0],
      },
    });
    expect(
      answer.headers.get('location'),
      (await answer.text()).match(/role="alert".*?<\/section>/s)?.[0],
    ).toBe(`${ITEM('playground')}/check`);
    await done('clerk', 'playground', 'submit');
    await done('director', 'playground', 'review', verdicts());
    await done('secretary', 'playground', 'approve');
    const shown = await site.text(`/o/${SCHOOL}/items/playground`);
    expect(shown).toContain('跑道检测结果全部合格。');
    expect(shown).toContain('再公开原因：补充检测结果。');
    expect(await site.text(`/o/${SCHOOL}/items/playground?version=1`)).toContain('您正在查看第 1 版');
  });

  it('assign, answer and close an opinion, each only once', async () => {
    const path = `/desk/o/${SCHOOL}/opinions/${OPINION}`;
    const token = tokenOf('director');
    const ask = async (action: string, fields: Readonly<Record<string, string>>) => {
      const page = await site.text(path, { token });
      const form = page.split('<form').find((part) => part.includes(`action="${path}/${action}`)) ?? '';
      const answer = await site.ask(`${path}/${action}`, { token, form: { ...filledIn(form), ...fields } });
      return { status: answer.status, text: await answer.text() };
    };
    expect((await ask('close', {})).text).toContain('未答复的意见办结时须写明理由');
    expect((await ask('assign', { 'assign.owner': PEOPLE.teacher[0] })).status).toBe(303);
    expect((await site.ask(path, { token: tokenOf('teacher') })).status).toBe(200);
    expect((await site.ask(path, { token: tokenOf('member') })).status).toBe(404);
    const leaking = await ask('answer', {
      'answer.text': '请联系13812345678。',
      'answer.outcome': 'adopted',
    });
    expect(leaking.status).toBe(422);
    expect(leaking.text).toContain('疑似个人信息');
    const answered = { 'answer.text': '检测报告将于下周公布。', 'answer.outcome': 'adopted' };
    expect((await ask('answer', answered)).status).toBe(303);
    expect((await ask('close', {})).status).toBe(303);
    const page = await site.text(path, { token });
    expect(page).toContain('已办结');
    for (const over of ['answer', 'assign', 'close']) expect(page).not.toContain(`action="${path}/${over}`);
  });
});
