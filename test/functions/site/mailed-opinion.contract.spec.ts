import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { senderOf } from '../../../domain/mailbox/sender.ts';
import { opinionIn } from '../../../domain/mailbox/wording.ts';
import { SCHOOL, sampleDistrict, tokenOf } from '../../browser/support/fixture.ts';
import { Site } from './support.ts';

const SCRIPT = '<script>alert(1)</script>';
const IMAGE = '<img src=x onerror=alert(1)>';

it('shows what a hostile mail says as words, on the desk and in its lists, and runs none of it', async () => {
  const district = await sampleDistrict();
  const scope = new OrgScope(SCHOOL);
  const mails = [
    { subject: SCRIPT, text: `"'>${IMAGE}` },
    // Twice disguised: what is read from HTML is text again.
    { subject: '', html: `<p>${SCRIPT.replaceAll('<', '&lt;')}${IMAGE.replaceAll('<', '&#60;')}</p>` },
    { subject: '附件', text: '见附件', attachments: [{ name: SCRIPT }, { name: IMAGE }] },
  ];
  const site = new Site(district);
  const token = tokenOf('director');
  for (const [index, mail] of mails.entries()) {
    const id = `mailed-${index}`;
    const { name } = senderOf(`${IMAGE} <x@mail.example>`);
    await district.feedback.issue(scope, id, {
      type: 'LeaveFeedback',
      data: {
        text: opinionIn({ messageId: id, from: '', to: [], ...mail }),
        from: { kind: 'signed', name: name || '来信人' },
        speaker: 'society',
        channel: 'email',
      },
      actor: { kind: 'system', name: 'mailbox' },
      now: district.now,
      commandId: `leave-${id}`,
      correlation: 'test',
    });
    const page = await site.text(`/desk/o/${SCHOOL}/opinions/${id}`, { token });
    expect(page).toContain('电子邮件');
    expect(page).toMatch(/&lt;(script|img)/);
    const list = await site.text(`/desk/o/${SCHOOL}/opinions`, { token });
    expect(list).toContain(id);
    for (const html of [page, list]) expect(html).not.toMatch(/<script>alert|<img src=x/);
  }
});

it('lets the office set the mailbox up, and shows each secret in the answer that made it and nowhere else', async () => {
  const district = await sampleDistrict();
  const site = new Site(district);
  const token = tokenOf('director');
  const desk = `/desk/o/${SCHOOL}/mailbox`;
  const send = async (action: string, fields: Readonly<Record<string, string>> = {}) => {
    const version = /name="version" value="(\d+)"/.exec(await site.text(desk, { token }))?.[1] ?? '';
    return site.ask(`${desk}/${action}`, { token, form: { command: randomUUID(), version, ...fields } });
  };
  const secretIn = (html: string) => /whsec_[\w+/=]{40,}/.exec(html)?.[0];

  const wrong = await send('open', { 'open.address': '不是邮箱' });
  expect([wrong.status, secretIn(await wrong.text())]).toEqual([422, undefined]);
  const opened = await (await send('open', { 'open.address': 'yijian@dongfang.example' })).text();
  expect(opened).toContain('意见邮箱已启用');
  const page = await site.text(desk, { token });
  expect(page).toContain('yijian@dongfang.example');
  expect(page).toContain('2026年11月22日');
  expect(page).toContain(`/v1/organisations/${SCHOOL}/mailbox/mails`);

  const renewed = await (await send('secret')).text();
  const secrets = [secretIn(opened), secretIn(renewed)];
  expect(new Set(secrets).size).toBe(2);
  expect(secrets).not.toContain(undefined);
  const after = await site.text(desk, { token });
  expect(after).toContain('更换前的密钥用到');
  for (const html of [page, after]) expect(html).not.toContain('whsec_');

  expect((await site.ask(desk, { token: tokenOf('teacher') })).status).toBe(404);
  expect((await site.ask(desk, { token: tokenOf('secretary') })).status).toBe(403);
  const closed = await send('close', { 'close.reason': '改用新地址' });
  expect([closed.status, closed.headers.get('location')]).toEqual([303, `${desk}?done=close#main`]);
  expect(await site.text(desk, { token })).toContain('尚未启用意见邮箱');
});
