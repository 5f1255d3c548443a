import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCommit } from '../../../domain/kernel/commit.ts';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { epochOf } from '../../../domain/kernel/time.ts';
import { MailboxSecrets } from '../../../functions/adapters/mailbox-secrets.ts';
import { ChannelRefused, type Mailer, type MailMessage } from '../../../functions/adapters/mailer.ts';
import { Sealer } from '../../../functions/adapters/sealed.ts';
import { MailAnswers } from '../../../functions/answer-mail/answer-mail.ts';
import { busEventsOf } from '../../../functions/edge/bus-event.ts';
import { Aggregates } from '../../../functions/shell/aggregates.ts';
import { Receipts } from '../../../functions/shell/feedback-receipts.ts';
import { MailReplies } from '../../../functions/shell/mail-replies.ts';
import { OTHER_SCHOOL, PEOPLE, SCHOOL } from '../../support/school.ts';
import { ok, openSchools } from './school.ts';
import { type Answer, startWorld, type World } from './world.ts';

const NOW = '2026-09-01T01:00:00.000Z';
const MAILBOX = `/v1/organisations/${SCHOOL}/mailbox`;
const FEEDBACK = `/v1/organisations/${SCHOOL}/feedback`;
const PARENT = 'jia.zhang@mail.example';
const KEY = 'test-key-'.repeat(5);

let world: World;
let secret: string;
let count = 0;
beforeAll(async () => {
  world = await startWorld(NOW);
  await openSchools(world);
  const body = { address: 'yijian@dongfang.example' };
  secret = (await ok(world, 'POST', MAILBOX, { person: PEOPLE.office, body })).body.secret;
}, 60_000);
afterAll(() => world?.stop());

const mail = (changes: object = {}) => {
  count += 1;
  return {
    messageId: `<m${count}@mail.example>`,
    from: `一位家长 <${PARENT}>`,
    to: ['yijian@dongfang.example'],
    subject: '关于食堂',
    text: '建议公开食堂采购价格。',
    ...changes,
  };
};

interface Sending {
  readonly with?: string;
  readonly at?: string;
  readonly now?: string;
  readonly to?: string;
}

/** Signed by the reference implementation, not by ours. */
function send(body: unknown, { with: key = secret, at = NOW, now = at, to = MAILBOX }: Sending = {}) {
  const raw = typeof body === 'string' ? body : JSON.stringify(body);
  const id = `msg_${count}`;
  const signature = new Webhook(key).sign(id, new Date(at), raw);
  return world.call('POST', `${to}/mails`, {
    raw,
    now,
    headers: {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(epochOf(at) / 1_000)),
      'webhook-signature': signature,
    },
  });
}

const opinion = async ({ body }: Answer) => {
  const read = await ok(world, 'GET', `${FEEDBACK}/${body.id}`, { person: PEOPLE.office });
  return read.body.feedback;
};

const recorded = async (id: string): Promise<string> =>
  JSON.stringify(await world.log.read(new OrgScope(SCHOOL).stream('FEEDBACK', id)));

const codeOf = async (id: string): Promise<string> => {
  const [commit] = await world.log.read(new OrgScope(SCHOOL).stream('FEEDBACK', id));
  const command = JSON.parse(commit?.body ?? '').command;
  return new Receipts(KEY).issue(new OrgScope(SCHOOL), command).code;
};

describe('a mail that comes in', () => {
  it('[TZ-22] becomes an opinion of the channel e-mail, once, with a day by which it is answered', async () => {
    const letter = mail();
    const taken = await send(letter);
    expect([taken.status, taken.body]).toEqual([
      200,
      expect.objectContaining({ repeated: false, stage: 'received' }),
    ]);
    const before = await world.commits();
    expect((await send(letter)).body).toMatchObject({ id: taken.body.id, repeated: true });
    expect(await world.commits()).toBe(before);
    expect(await opinion(taken)).toMatchObject({
      channel: 'email',
      text: '关于食堂\n\n建议公开食堂采购价格。',
      from: { kind: 'signed', name: '一位家长' },
      speaker: 'society',
      dueOn: expect.stringMatching(/^2026-09-/),
    });
    const closing = await world.call('POST', `${FEEDBACK}/${taken.body.id}/closing`, {
      person: PEOPLE.office,
      body: { reason: '已阅' },
    });
    expect(closing.body.code).toBe('answer-missing');
  });

  it('leaves neither the address nor the id of the mail in the record, but a sealed address beside it', async () => {
    const letter = mail({ from: `<${PARENT}>` });
    const { body } = await send(letter);
    const record = await recorded(body.id);
    expect(record).not.toContain(PARENT);
    expect(record).not.toContain(letter.messageId.slice(1, 5));
    const scope = new OrgScope(SCHOOL);
    const row = await world.views.get(`ORG#${SCHOOL}#REPLIES`, body.id);
    expect(JSON.stringify(row)).not.toContain('mail.example');
    expect(row?.expiresAt).toBe('2027-02-28T01:00:00.000Z');
    const replies = new MailReplies(world.views, new Sealer(KEY), new MailboxSecrets(KEY));
    expect(await replies.find(scope, body.id, NOW)).toEqual({ to: PARENT, confirm: true });
    expect(await replies.find(scope, body.id, '2027-02-28T01:00:00.000Z')).toBeUndefined();
  });

  it('is masked like the words of every stranger before anybody sees its beginning', async () => {
    const { body } = await send(mail({ subject: '', text: '请打我的手机 13800138000。' }));
    const list = await ok(world, 'GET', FEEDBACK, { person: PEOPLE.office });
    const entry = JSON.stringify(list.body).split(body.id)[1] ?? '';
    expect(list.text).toContain(body.id);
    expect(entry).toContain('请打我的手机');
    expect(list.text).not.toContain('13800138000');
  });

  it('keeps of attachments their names, and of HTML its words', async () => {
    const html =
      '<style>p{}</style><p>操场&lt;东侧&gt;<br>围栏坏了</p><script>alert(1)</script><blockquote>旧信</blockquote>';
    const attachments = Array.from({ length: 7 }, (_, at) => ({ name: `照片${at}.jpg`, size: 9 }));
    const { text } = await opinion(await send(mail({ text: undefined, html, attachments })));
    expect(text).toBe(
      '关于食堂\n\n操场<东侧>\n围栏坏了\n\n（来信附件 7 个未收取：照片0.jpg、照片1.jpg、照片2.jpg、照片3.jpg、照片4.jpg等）',
    );
  });

  it('is a further word on an opinion whose code it bears, in the subject or the address, and on no other', async () => {
    const first = await send(mail());
    const code = await codeOf(first.body.id);
    const quoted = '再补充一点。\n\n在 2026年9月1日，党务公开写道：\n> 您的查询码';
    const again = await send(mail({ subject: `Re: 已收到您的意见〔${code}〕`, text: quoted }));
    expect(again.body).toMatchObject({ id: first.body.id });
    const to = [`yijian+${code.toLowerCase()}@dongfang.example`];
    const third = await send(mail({ to, subject: '又及', text: '谢谢。' }));
    expect(third.body.id).toBe(first.body.id);
    const { additions } = await opinion(first);
    expect(additions.map(({ text }: { text: string }) => text)).toEqual(['再补充一点。', '谢谢。']);
    // The sender and the subject prove nothing.
    const stranger = await send(mail({ subject: 'Re: 关于食堂' }));
    expect(stranger.body.id).not.toBe(first.body.id);
    const guessed = await send(mail({ subject: 'Re: 0000-0000-0000-0000' }));
    expect(guessed.body.stage).toBe('received');
    expect((await opinion(guessed)).text).not.toContain('0000-0000');
    // The code of one school opens nothing at another one, nor does it get into the words.
    expect(await recorded(first.body.id)).not.toContain(code);
  });

  it('opens an opinion of its own where the other one is closed', async () => {
    const first = await send(mail());
    const code = await codeOf(first.body.id);
    const work = (path: string, body: object) =>
      ok(world, 'POST', `${FEEDBACK}/${first.body.id}/${path}`, { person: PEOPLE.office, body });
    await work('answers', { text: '将公开采购价格。', outcome: 'adopted' });
    await work('closing', {});
    const late = await send(mail({ subject: `Re: ${code}`, text: '还有问题。' }));
    expect(late.body.id).not.toBe(first.body.id);
    expect((await opinion(late)).text).toContain('还有问题。');
  });

  it('is not taken when a machine answers, so that two machines do not talk to each other', async () => {
    const before = await world.commits();
    for (const headers of [
      { 'Auto-Submitted': 'auto-replied' },
      { 'Return-Path': '<>' },
      { 'content-type': ['multipart/report; report-type=delivery-status'] },
    ]) {
      const answer = await send(mail({ headers }));
      expect([answer.status, answer.body.stage]).toEqual([200, 'ignored']);
    }
    expect(await world.commits()).toBe(before);
  });

  it('is slowed down by sender, without anybody keeping who it was', async () => {
    const now = '2026-09-01T03:00:00.000Z';
    const from = 'Flood <flood@spam.example>';
    const answers: number[] = [];
    for (let sent = 0; sent < 22; sent += 1) answers.push((await send(mail({ from }), { at: now })).status);
    expect(answers).toEqual([...Array(20).fill(200), 429, 429]);
    expect((await send(mail({ from: 'other@spam.example' }), { at: now })).status).toBe(200);
    const { rows } = await world.views.list(`ORG#${SCHOOL}#RATES`, { limit: 100 });
    expect(rows.length).toBeGreaterThan(1);
    expect(JSON.stringify(rows)).not.toContain('spam.example');
  });
});

describe('an answer to a mail', () => {
  /** What would be mailed after what happened to the opinions, in order. */
  async function mailed(failing = false, ...ids: readonly string[]): Promise<MailMessage[]> {
    const sent: MailMessage[] = [];
    const mailer: Mailer = {
      send: async (message) => {
        if (failing) throw new ChannelRefused('the mail server answered 550');
        sent.push(message);
      },
    };
    const replies = new MailReplies(world.views, new Sealer(KEY), new MailboxSecrets(KEY));
    const answers = new MailAnswers({
      aggregates: new Aggregates(world.log),
      replies,
      receipts: new Receipts(KEY),
      mailer,
      publicUrl: 'https://gongkai.example',
    });
    for (const id of ids)
      for (const commit of await world.log.read(new OrgScope(SCHOOL).stream('FEEDBACK', id)))
        for (const event of busEventsOf(openCommit(commit))) await answers.take(event);
    return sent;
  }

  const leave = async (changes: object, at: string): Promise<string> =>
    (await send(mail(changes), { at })).body.id;

  it('goes to whoever wrote, under the code: once that it came, and then what it was answered', async () => {
    const from = '家长 <first@mail.example>';
    const at = '2026-09-01T04:00:00.000Z';
    const [one, two, next] = [
      await leave({ from }, at),
      await leave({ from }, at),
      await leave({ from }, '2026-09-02T04:00:00.000Z'),
    ];
    const body = { text: '将于本周公开采购价格。', outcome: 'adopted' };
    await ok(world, 'POST', `${FEEDBACK}/${two}/answers`, { person: PEOPLE.office, body });
    const sent = await mailed(false, one, two, next, one);
    const code = await codeOf(one);
    expect(sent.map(({ to, messageId }) => [to, messageId])).toEqual([
      ['first@mail.example', `opinion.${SCHOOL}.${one}.received`],
      ['first@mail.example', `opinion.${SCHOOL}.${two}.answer.2`],
      ['first@mail.example', `opinion.${SCHOOL}.${next}.received`],
      // The event came twice: the same mail under the same id.
      ['first@mail.example', `opinion.${SCHOOL}.${one}.received`],
    ]);
    expect(sent[0]?.subject).toContain(code);
    expect(sent[0]?.replyTo).toBe('yijian@dongfang.example');
    expect(sent[0]?.text).not.toContain('食堂');
    expect(sent[1]?.text).toContain('将于本周公开采购价格。');
    expect(sent[1]?.text).toContain(await codeOf(two));
    const back = await send(
      mail({ from: 'yijian@dongfang.example', messageId: `<${sent[0]?.messageId}@x.example>` }),
    );
    expect(back.body.stage).toBe('ignored');
  });

  it('confirms nothing to lists and machines, though what a person wrote is answered', async () => {
    const at = '2026-09-01T05:00:00.000Z';
    const id = await leave({ from: 'second@mail.example', headers: { Precedence: 'list' } }, at);
    expect(await mailed(false, id)).toEqual([]);
    const body = { text: '已修好。', outcome: 'adopted' };
    await ok(world, 'POST', `${FEEDBACK}/${id}/answers`, { person: PEOPLE.office, body });
    expect((await mailed(false, id)).map(({ subject }) => subject.slice(0, 10))).toEqual([
      '您的意见建议已答复〔',
    ]);
    expect(await mailed(true, id)).toEqual([]);
  });

  it('goes also to those whose opinion was merged into the one that was answered', async () => {
    const at = '2026-09-01T06:00:00.000Z';
    const head = await leave({ from: 'third@mail.example' }, at);
    const same = await leave({ from: 'fourth@mail.example' }, at);
    const work = (id: string, path: string, body: object) =>
      ok(world, 'POST', `${FEEDBACK}/${id}/${path}`, { person: PEOPLE.office, body });
    await work(same, 'merging', { into: head });
    await work(head, 'answers', { text: '已修好。', outcome: 'adopted' });
    const sent = await mailed(false, head);
    expect(sent.map(({ to }) => to)).toEqual([
      'third@mail.example',
      'third@mail.example',
      'fourth@mail.example',
    ]);
    expect(sent[2]?.text).toContain(await codeOf(same));
  });
});

describe('the door', () => {
  it('takes nothing that is not signed with the secret of that mailbox, lately, as it was sent', async () => {
    const before = await world.commits();
    const letter = mail();
    const refused = [
      await world.call('POST', `${MAILBOX}/mails`, { body: letter }),
      await world.call('POST', `${MAILBOX}/mails`, { body: letter, person: PEOPLE.office }),
      await send(letter, { with: `whsec_${Buffer.alloc(32, 7).toString('base64')}` }),
      await send(letter, { now: '2026-09-01T01:05:01.000Z' }),
      await send(letter, { at: '2026-09-01T01:05:02.000Z', now: NOW }),
      await send(letter, { to: `/v1/organisations/${OTHER_SCHOOL}/mailbox` }),
      await send(letter, { to: '/v1/organisations/no-such-school/mailbox' }),
    ];
    for (const { status, body } of refused) expect([status, body.code]).toEqual([401, 'signature-wrong']);
    expect(await world.commits()).toBe(before);
  });

  it('changes its secret in the hand of the office, and takes the one before for another day', async () => {
    const rotate = (person: string) => world.call('POST', `${MAILBOX}/secret`, { person, body: {} });
    expect((await rotate(PEOPLE.teacher)).status).toBe(403);
    expect((await rotate(PEOPLE.head)).status).toBe(403);
    const old = secret;
    secret = (await rotate(PEOPLE.office)).body.secret;
    expect(secret).not.toBe(old);
    expect((await send(mail(), { with: old })).status).toBe(200);
    expect((await send(mail())).status).toBe(200);
    const later = '2026-09-02T01:00:00.000Z';
    expect((await send(mail(), { with: old, at: later })).status).toBe(401);
    expect((await send(mail(), { at: later })).status).toBe(200);
    const seen = await ok(world, 'GET', MAILBOX, { person: PEOPLE.office });
    expect(seen.body).toMatchObject({
      mailbox: { address: 'yijian@dongfang.example', since: NOW, previousValidUntil: later },
    });
    expect((await world.call('GET', MAILBOX, { person: PEOPLE.head })).status).toBe(403);
    expect((await world.call('GET', MAILBOX, { person: PEOPLE.teacher })).status).toBe(404);
    expect((await world.call('GET', MAILBOX)).status).toBe(401);
    const log = JSON.stringify(await world.log.read(new OrgScope(SCHOOL).stream('MAILBOX', 'mailbox')));
    for (const text of [log, seen.text]) expect(text).not.toContain('whsec');
  });

  it('answers whatever hostile mail there is with a refusal, or keeps it as harmless words', async () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom(
        '<script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        '\u0000\u202e\ud800\r\n.\r\nBcc: x@y.example',
        '=?utf-8?B?PHNjcmlwdD4=?=',
        '&#x3c;script&#62;&#1114112;&#xd800;',
        '<'.repeat(5_000),
        '<blockquote>'.repeat(2_000),
        '>'.repeat(20_001),
        'Re: '.repeat(240),
        '0000-0000-0000-0000-0000',
        'ORG#dongfang#ITEM#x',
        '__proto__',
      ),
      fc
        .array(fc.constantFrom('<', '</', '!--', 'script', 'p', '>', '&', '#', ';', ' ', '\n', '-- ', '>'), {
          maxLength: 400,
        })
        .map((parts) => parts.join('')),
    );
    const hostile = fc.record(
      {
        messageId: nasty,
        from: nasty,
        to: fc.oneof(fc.array(nasty, { maxLength: 4 }), fc.anything()),
        subject: nasty,
        text: nasty,
        html: nasty,
        headers: fc.oneof(fc.dictionary(nasty, nasty, { maxKeys: 4 }), fc.anything()),
        attachments: fc.oneof(
          fc.array(fc.record({ name: nasty, size: fc.nat() }), { maxLength: 4 }),
          fc.anything(),
        ),
      },
      { requiredKeys: ['messageId', 'from'] },
    );
    let hour = epochOf('2026-09-03T00:00:00.000Z');
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(hostile, async (letter) => {
        count += 1;
        hour += 3_600_000;
        const raw = JSON.stringify({ to: [], ...letter }, (_, value) =>
          typeof value === 'bigint' ? String(value) : value,
        );
        const answer = await send(raw, { at: new Date(hour).toISOString() });
        expect(answer.status, answer.text).toBeLessThan(500);
        if (answer.status !== 200 || answer.body.stage === 'ignored') return;
        taken += 1;
        const { text } = await opinion(answer);
        expect(text.length).toBeLessThanOrEqual(2_000);
        expect(text).toMatch(/^[^\p{Cs}\p{Bidi_Control}\0]*$/u);
      }),
      { numRuns: 300 },
    );
    // How many are well-formed enough to be kept differs from run to run; that none were would prove nothing.
    expect(taken).toBeGreaterThan(0);
  }, 60_000);
});
