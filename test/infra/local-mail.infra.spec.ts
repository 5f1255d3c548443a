import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { SmtpMailer } from '../../functions/adapters/mail.ts';
import { RealClock } from '../../infra/local/clock.ts';
import { type MailCatcher, startMail } from '../../infra/local/mail.ts';
import { mailPage } from '../../infra/local/mail-page.ts';
import { readMail } from '../../infra/local/mime.ts';

const MESSAGE = {
  to: 'head@dongfang.example.cn',
  subject: '关于“三重一大”事项公开逾期的提醒，请各校于本周五前办理并回复',
  text: '一、经费收支情况。\n\n二、<b>干部选拔任用</b>。\n.\n',
  messageId: 'digest.head.2026-11-22',
};
const folder = mkdtempSync(join(tmpdir(), 'gongkai-mail-'));
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(options: { folder?: string; port?: number } = {}): Promise<MailCatcher> {
  const catcher = await startMail({
    folder: options.folder,
    port: options.port ?? 0,
    clock: new RealClock(),
  });
  closers.push(() => catcher.stop());
  return catcher;
}

async function send(catcher: MailCatcher, change: Partial<typeof MESSAGE> = {}): Promise<void> {
  const mailer = new SmtpMailer({ url: catcher.url, sender: 'gongkai@district.example.cn' });
  await mailer.send({ ...MESSAGE, ...change });
  mailer.close();
}

describe('the mail server of this machine', () => {
  test('keeps what the system sends, readable', async () => {
    const catcher = await start();
    await send(catcher);
    expect(catcher.received()).toMatchObject([
      {
        from: 'gongkai@district.example.cn',
        to: ['head@dongfang.example.cn'],
        subject: MESSAGE.subject,
        text: MESSAGE.text,
        messageId: '<digest.head.2026-11-22@district.example.cn>',
      },
    ]);
  });

  test('listens on this machine only', async () => {
    expect((await start()).url).toMatch(/^smtp:\/\/127\.0\.0\.1:\d+$/);
  });

  test('has everything again after a restart, and goes on behind it', async () => {
    const first = await start({ folder });
    await send(first);
    await first.stop();
    // What a kill in the midst of writing leaves behind.
    writeFileSync(join(folder, '000002.json.new'), '{"subj');
    const second = await start({ folder });
    expect(second.received()).toEqual(first.received());
    await send(second, { subject: '第二封' });
    expect(readdirSync(folder).sort()).toEqual(['000001.json', '000002.json']);
    expect(JSON.parse(readFileSync(join(folder, '000002.json'), 'utf8'))).toMatchObject({
      subject: '第二封',
    });
  });

  test('stops although somebody is still on the line', async () => {
    const catcher = await start();
    const mailer = new SmtpMailer({ url: catcher.url, sender: 'gongkai@district.example.cn' });
    await mailer.send(MESSAGE);
    await catcher.stop();
    await expect(mailer.send(MESSAGE)).rejects.toThrow();
  });

  test('says who is in the way when its port is taken', async () => {
    const { url } = await start();
    await expect(start({ port: Number(new URL(url).port) })).rejects.toThrow(/端口 \d+\(SMTP\)已被占用/);
  });

  test('shows the mails to a browser, newest first, and runs nothing that stands in them', async () => {
    const catcher = await start();
    await send(catcher, { subject: '<script>alert(1)</script>' });
    await send(catcher, { subject: '后来的' });
    const page = await catcher.servePage(0);
    closers.push(() => page.close());
    const response = await fetch(page.url);
    const html = await response.text();
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(html.indexOf('后来的')).toBeLessThan(html.indexOf('alert(1)'));
    expect(html).toContain('&#60;b&#62;干部选拔任用');
    expect(html).not.toMatch(/<script|<b>/);
  });
});

test('a page without mails says so', () => {
  expect(mailPage([])).toContain('暂无邮件');
});

test('a mail that is not in base64 is shown as it came', () => {
  const raw = 'Subject: plain\r\nMessage-ID:\r\n <a@b>\r\n\r\none\r\n\r\ntwo\r\n';
  expect(readMail(raw)).toEqual({ subject: 'plain', messageId: '<a@b>', text: 'one\n\ntwo\n', raw });
});
