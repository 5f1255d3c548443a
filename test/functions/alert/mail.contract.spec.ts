import { execFileSync } from 'node:child_process';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import type { SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, test } from 'vitest';
import { type MailSettings, SmtpMailer } from '../../../functions/adapters/mail.ts';
import { ChannelRefused, type MailMessage } from '../../../functions/adapters/mailer.ts';
import { MailServer, selfSigned } from './mail-server.ts';

const MESSAGE: MailMessage = {
  to: 'head@dongfang.example.cn',
  subject: '公开事项逾期提醒（2 项）',
  text: '一、经费收支情况，已逾期 2 个工作日。\n二、干部选拔任用，已逾期 1 个工作日。\n.\n完',
  messageId: 'digest.head.2026-11-22',
};
const SENDER = 'gongkai@district.example.cn';
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function serverThat(...options: Parameters<typeof MailServer.start>): Promise<MailServer> {
  const server = await MailServer.start(...options);
  closers.push(() => server.stop());
  return server;
}

function mailerTo(url: string, change: Partial<MailSettings> = {}): SmtpMailer {
  const mailer = new SmtpMailer({ url, sender: SENDER, timeoutMs: 10_000, ...change });
  closers.push(() => mailer.close());
  return mailer;
}

const failureOf = async (sending: Promise<void>): Promise<Error> =>
  sending.then(
    () => expect.unreachable('it was sent'),
    (error: Error) => error,
  );

function hasPython(): boolean {
  try {
    return execFileSync('python3', ['--version']).length > 0;
  } catch {
    return false;
  }
}

describe('a mail', () => {
  test('reaches the one recipient, in ASCII that every server takes', async () => {
    const server = await serverThat();
    await mailerTo(server.url).send({ ...MESSAGE, subject: MESSAGE.subject.repeat(9) });
    expect(server.delivered).toMatchObject([{ from: SENDER, to: ['head@dongfang.example.cn'] }]);
    const { raw = '' } = server.delivered[0] ?? {};
    expect(raw).toMatch(/^[\x20-\x7e\r\n]*$/);
    for (const line of raw.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78);
    expect(raw).toContain('\r\nMessage-ID: <digest.head.2026-11-22@district.example.cn>\r\n');
    expect(raw).toContain('\r\nAuto-Submitted: auto-generated\r\n');
    expect(raw).not.toContain('Reply-To');
    await mailerTo(server.url).send({ ...MESSAGE, replyTo: 'yijian@school.example' });
    expect(server.delivered[1]?.raw).toContain('\r\nReply-To: yijian@school.example\r\n');
    await mailerTo(server.url).send({ ...MESSAGE, replyTo: 'x@y.example\r\nBcc: z@y.example' });
    expect(server.delivered[2]?.raw).not.toMatch(/Reply-To|Bcc/);
  });

  test.skipIf(!hasPython())('is read by the standard library of Python as it was written', async () => {
    const server = await serverThat();
    const subject = '关于“三重一大”事项公开逾期的提醒，请各校于本周五前办理并回复𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷';
    const clock = () => Date.parse('2026-11-22T00:31:00.000Z');
    await mailerTo(server.url, { clock }).send({ ...MESSAGE, subject });
    const script = [
      'import email, email.policy, json, sys',
      'm = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)',
      'print(json.dumps({"from": m["from"], "to": m["to"], "subject": m["subject"], "text": m.get_content(),',
      '  "date": m["date"].datetime.timestamp(), "defects": len(m.defects), "type": m.get_content_type()}))',
    ].join('\n');
    const input = Buffer.from(server.delivered[0]?.raw ?? '', 'latin1');
    expect(JSON.parse(execFileSync('python3', ['-c', script], { input }).toString())).toEqual({
      from: `党务公开 <${SENDER}>`,
      to: 'head@dongfang.example.cn',
      subject,
      text: MESSAGE.text.replaceAll('\n', '\r\n'),
      date: clock() / 1000,
      defects: 0,
      type: 'text/plain',
    });
  });

  test('sent again has the same id', async () => {
    const server = await serverThat();
    const mailer = mailerTo(server.url);
    await mailer.send(MESSAGE);
    await mailer.send(MESSAGE);
    const ids = server.delivered.map(({ raw }) => /^Message-ID: .*$/m.exec(raw)?.[0]);
    expect(ids[0]).toBe(ids[1]);
  });
});

describe('nobody can write into the head of a mail', () => {
  test.each(['\r\nBcc: evil@example.com', '\nBcc: evil@example.com\n\nbody', '\u0000\u0085\u2028Bcc: x'])(
    'by a subject: %j',
    async (injected) => {
      const server = await serverThat();
      await mailerTo(server.url).send({ ...MESSAGE, subject: `提醒${injected}` });
      const { raw = '', to } = server.delivered[0] ?? {};
      const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n /g, ' ');
      expect(head.split('\r\n').map((line) => line.split(':')[0])).toEqual([
        ...['From', 'To', 'Subject', 'Date', 'Message-ID', 'Auto-Submitted'],
        ...['MIME-Version', 'Content-Type', 'Content-Transfer-Encoding'],
      ]);
      const words = [...(/^Subject: (.*)$/m.exec(head)?.[1] ?? '').matchAll(/=\?utf-8\?B\?(.*?)\?=/g)];
      expect(words.map(([, word = '']) => Buffer.from(word, 'base64').toString()).join('')).not.toMatch(
        /\p{Cc}/u,
      );
      expect(to).toEqual([MESSAGE.to]);
    },
  );

  test.each([
    'a@example.cn\r\nBcc: evil@example.com',
    'a@example.cn\n',
    'a@example.cn, evil@example.com',
    'a@example.cn;evil@example.com',
    '东方 <a@example.cn>',
    '<a@example.cn> SIZE=1',
    'a b@example.cn',
    '"a\r\nb"@example.cn',
    'a@[127.0.0.1]',
    'a',
    '',
  ])('by an address, which is refused: %j', async (to) => {
    const server = await serverThat();
    expect(await failureOf(mailerTo(server.url).send({ ...MESSAGE, to }))).toBeInstanceOf(ChannelRefused);
    expect(server.connections).toBe(0);
  });

  test.each(['a>\r\nBcc: evil@example.com', 'a b', '', 'x'.repeat(121)])(
    'by a message id, which is our own mistake: %j',
    async (messageId) => {
      const server = await serverThat();
      const failure = await failureOf(mailerTo(server.url).send({ ...MESSAGE, messageId }));
      expect(failure).not.toBeInstanceOf(ChannelRefused);
      expect(server.connections).toBe(0);
    },
  );
});

describe('what will never arrive is told from what may', () => {
  test.each([550, 551, 552, 553, 554])('a recipient that is refused with %i', async (code) => {
    const server = await serverThat();
    server.recipients = () => code;
    const failure = await failureOf(mailerTo(server.url).send(MESSAGE));
    expect(failure).toBeInstanceOf(ChannelRefused);
    expect(failure.message).toBe(`the mail server answered ${code}`);
  });

  test('a message that is refused with 554', async () => {
    const server = await serverThat();
    server.will(554);
    expect(await failureOf(mailerTo(server.url).send(MESSAGE))).toBeInstanceOf(ChannelRefused);
  });

  test.each([450, 451, 452, 503])('a recipient that is put off with %i', async (code) => {
    const server = await serverThat();
    server.recipients = () => code;
    const failure = await failureOf(mailerTo(server.url).send(MESSAGE));
    expect(failure).not.toBeInstanceOf(ChannelRefused);
    expect(failure.message).toBe(`the mail server answered ${code} to RCPT TO`);
  });

  test('a server that is about to close: 421', async () => {
    const server = await serverThat();
    server.recipients = () => 421;
    expect(await failureOf(mailerTo(server.url).send(MESSAGE))).not.toBeInstanceOf(ChannelRefused);
  });

  test('a message that is put off with 451', async () => {
    const server = await serverThat();
    server.will(451);
    expect(await failureOf(mailerTo(server.url).send(MESSAGE))).not.toBeInstanceOf(ChannelRefused);
  });

  test('a sender that is refused: our settings are wrong, not the recipient', async () => {
    const server = await serverThat({
      onMailFrom: (_, __, callback) => callback(Object.assign(new Error('no'), { responseCode: 550 })),
    });
    const failure = await failureOf(mailerTo(server.url).send(MESSAGE));
    expect(failure).not.toBeInstanceOf(ChannelRefused);
    expect(failure.message).toBe('the mail server answered 550 to MAIL FROM');
  });

  test('a line that breaks while the message is sent', async () => {
    const server = await serverThat();
    server.will('hang-up');
    expect(await failureOf(mailerTo(server.url).send(MESSAGE))).not.toBeInstanceOf(ChannelRefused);
  });

  test('a server that takes its time', async () => {
    const server = await serverThat();
    server.will('silence');
    const failure = await failureOf(mailerTo(server.url, { timeoutMs: 200 }).send(MESSAGE));
    expect(failure).not.toBeInstanceOf(ChannelRefused);
    expect(failure.message).toBe('the mail server took too long');
  });

  test('a server that never says hello, and one that speaks something else', async () => {
    for (const greeting of ['', 'HTTP/1.1 400 Bad Request\r\n\r\n']) {
      const server: Server = createServer((socket) => {
        socket.on('error', () => {});
        socket.write(greeting);
        closers.push(() => socket.destroy());
      });
      await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
      closers.push(() => server.close());
      const url = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const failure = await failureOf(mailerTo(url, { timeoutMs: 200 }).send(MESSAGE));
      expect(failure).not.toBeInstanceOf(ChannelRefused);
    }
  });

  test('a server that is not there', async () => {
    const server = await MailServer.start();
    const { url } = server;
    await server.stop();
    expect(await failureOf(mailerTo(url).send(MESSAGE))).not.toBeInstanceOf(ChannelRefused);
  });

  test('and no failure repeats the address that the server names', async () => {
    const server = await serverThat();
    for (const code of [550, 451]) {
      server.recipients = () => code;
      expect((await failureOf(mailerTo(server.url).send(MESSAGE))).message).not.toContain('@');
    }
  });
});

describe('the line to the mail server', () => {
  test('is not opened before the first message, and serves those that follow at once', async () => {
    const server = await serverThat();
    const mailer = mailerTo(server.url);
    expect(server.connections).toBe(0);
    for (const messageId of ['a', 'b', 'c']) await mailer.send({ ...MESSAGE, messageId });
    expect(server.delivered).toHaveLength(3);
    expect(server.connections).toBe(1);
  });

  test('is opened anew after a rest, since it may have died meanwhile', async () => {
    const server = await serverThat();
    let now = Date.now();
    const mailer = mailerTo(server.url, { clock: () => now });
    await mailer.send(MESSAGE);
    now += 11_000;
    await mailer.send(MESSAGE);
    expect(server.connections).toBe(2);
  });

  test('is opened anew when the server hung up', async () => {
    const server = await serverThat();
    const mailer = mailerTo(server.url);
    await mailer.send(MESSAGE);
    await server.hangUp();
    await mailer.send(MESSAGE);
    expect(server.delivered).toHaveLength(2);
  });

  test('is not used again after a failure, and the next message goes through', async () => {
    const server = await serverThat();
    const mailer = mailerTo(server.url);
    server.will(554);
    await failureOf(mailer.send(MESSAGE));
    await mailer.send(MESSAGE);
    expect(server.delivered).toHaveLength(1);
    expect(server.connections).toBe(2);
  });

  test('is not shared by messages that are sent together', async () => {
    const server = await serverThat();
    const mailer = mailerTo(server.url);
    await Promise.all(['a', 'b', 'c'].map((messageId) => mailer.send({ ...MESSAGE, messageId })));
    expect(new Set(server.delivered.map(({ session }) => session)).size).toBe(3);
  });
});

describe('the log-in', () => {
  const serverThatKnows = (user: string, pass: string) =>
    serverThat({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _, callback) =>
        username === user && password === pass
          ? callback(null, { user })
          : callback(Object.assign(new Error('no'), { responseCode: 535 })),
    });

  test('uses what the address says, decoded', async () => {
    const server = await serverThatKnows(SENDER, 'p@ss:/密');
    const login = [SENDER, 'p@ss:/密'].map(encodeURIComponent).join(':');
    await mailerTo(server.url.replace('//', `//${login}@`)).send(MESSAGE);
    expect(server.delivered).toMatchObject([{ user: SENDER }]);
  });

  test('that fails is not the recipient’s fault, and the password stays unsaid', async () => {
    const server = await serverThatKnows('user', 'another');
    const failure = await failureOf(mailerTo(server.url.replace('//', '//user:Pa55word@')).send(MESSAGE));
    expect(failure).not.toBeInstanceOf(ChannelRefused);
    expect(failure.message).toMatch(/^the mail server answered 535 to /);
    expect(JSON.stringify([failure.message, failure.stack])).not.toContain('Pa55word');
  });
});

// Only Linux has more than one loopback address; the second stands for any address that is not this machine.
const ELSEWHERE = '127.0.0.2';
const certificate = process.platform === 'linux' ? selfSigned() : undefined;

describe.skipIf(!certificate)('what is sent is hidden from others on the way', () => {
  const WAYS = [
    ['TLS from the first byte', 'smtps', { secure: true, ...certificate }],
    ['STARTTLS', 'smtp', { disabledCommands: [], ...certificate }],
  ] as const;

  test.each(WAYS)('by %s, once somebody vouches for the server', async (_, protocol, options) => {
    const trusted = getCACertificates('default');
    setDefaultCACertificates([...trusted, certificate?.cert.toString() ?? '']);
    closers.push(() => setDefaultCACertificates(trusted));
    const server = await serverThat(options as SMTPServerOptions, ELSEWHERE);
    await mailerTo(`${protocol}://${ELSEWHERE}:${server.port}`).send(MESSAGE);
    expect(server.delivered).toMatchObject([{ secure: true }]);
  });

  test.each(WAYS)(
    'by %s, and goes to nobody whose certificate is his own word',
    async (_, protocol, options) => {
      const server = await serverThat(options as SMTPServerOptions, ELSEWHERE);
      const failure = await failureOf(mailerTo(`${protocol}://${ELSEWHERE}:${server.port}`).send(MESSAGE));
      expect(failure).not.toBeInstanceOf(ChannelRefused);
      expect(failure.message).toMatch(/certificate/);
      expect(server.delivered).toEqual([]);
    },
  );

  test('and goes to no server that offers no TLS', async () => {
    const server = await serverThat({}, ELSEWHERE);
    const failure = await failureOf(mailerTo(`smtp://${ELSEWHERE}:${server.port}`).send(MESSAGE));
    expect(failure.message).toMatch(/STARTTLS/);
    expect(server.delivered).toEqual([]);
  });
});

test.each([
  ['http://mail.example.cn', SENDER],
  ['mail.example.cn:465', SENDER],
  ['', SENDER],
  ['smtps://user:Pa55word@', SENDER],
  ['smtps://user:Pa55word@mail.example.cn', 'nobody'],
  ['smtps://user:Pa55word@mail.example.cn', `${SENDER}\r\nBcc: evil@example.com`],
])('settings that are none are refused without repeating them: %j from %j', (url, sender) => {
  const build = () => new SmtpMailer({ url, sender });
  expect(build).toThrow(/^the (address of the mail server|sender) must be/);
  expect(build).not.toThrow('Pa55word');
});
