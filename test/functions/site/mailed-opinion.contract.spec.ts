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
