import { describe, expect, it, test } from 'vitest';
import { type Standing, standingOf } from '../../../domain/mailbox/automatic.ts';
import { htmlText } from '../../../domain/mailbox/html-text.ts';
import { mailboxDecider, mailKeys } from '../../../domain/mailbox/mailbox.ts';
import { ownWords } from '../../../domain/mailbox/quoting.ts';
import { senderOf } from '../../../domain/mailbox/sender.ts';
import { codeIn, opinionIn } from '../../../domain/mailbox/wording.ts';
import { given, SOMEBODY } from '../../support/decider.ts';

const OURS = 'yijian@school.example';
const PERSON = 'Li <li@mail.example>';

/** Every header by which machines tell what they are, as it is met with. */
const HEADERS: readonly (readonly [Standing, Readonly<Record<string, string | string[]>>])[] = [
  ['person', {}],
  ['person', { 'Auto-Submitted': 'no' }],
  ['person', { 'Auto-Submitted': 'No (written by hand)' }],
  ['person', { 'Return-Path': '<li@mail.example>' }],
  ['person', { Precedence: 'normal' }],
  ['person', { Precedence: 'first-class' }],
  ['person', { 'X-Auto-Response-Suppress': 'None' }],
  ['person', { 'Content-Type': 'multipart/alternative; boundary=x' }],
  ['person', { 'X-Mailer': 'Foxmail', Received: ['a', 'b'] }],
  ['quiet', { 'Auto-Submitted': 'auto-generated' }],
  ['quiet', { 'auto-submitted': 'something-else' }],
  ['quiet', { Precedence: 'bulk' }],
  ['quiet', { PRECEDENCE: ' List ' }],
  ['quiet', { precedence: 'junk' }],
  ['quiet', { 'List-Id': '家长群 <parents.school.example>' }],
  ['quiet', { 'List-Unsubscribe': '<mailto:off@list.example>' }],
  ['quiet', { 'List-Post': 'NO' }],
  ['quiet', { 'X-Auto-Response-Suppress': 'All' }],
  ['quiet', { 'X-Auto-Response-Suppress': 'OOF, AutoReply' }],
  ['quiet', { 'Feedback-ID': '1:campaign:esp' }],
  ['quiet', { 'X-Loop': 'li@mail.example' }],
  ['machine', { 'Auto-Submitted': 'auto-replied' }],
  ['machine', { 'AUTO-SUBMITTED': 'Auto-Replied; owner-email="x@y.example"' }],
  ['machine', { 'Auto-Submitted': 'auto-notified' }],
  ['machine', { 'Return-Path': '<>' }],
  ['machine', { 'Return-Path': '' }],
  ['machine', { 'Content-Type': 'multipart/report; report-type=delivery-status' }],
  ['machine', { 'X-Failed-Recipients': 'x@y.example' }],
  ['machine', { 'X-Autoreply': 'yes' }],
  ['machine', { 'X-Autorespond': 'away' }],
  ['machine', { 'X-Autoreply-From': 'x@y.example' }],
  ['machine', { Precedence: 'auto_reply' }],
  ['machine', { 'Return-Path': ['<li@mail.example>', '<>'], Precedence: 'list' }],
];

test.each(HEADERS)('%s: %j', (standing, headers) => {
  const mail = { messageId: '<1@mail.example>', headers };
  expect(standingOf(mail, senderOf(PERSON), OURS)).toBe(standing);
});

test.each([
  ['machine', OURS, '<1@x.example>'],
  ['machine', 'YIJIAN@School.Example', '<1@x.example>'],
  ['machine', 'MAILER-DAEMON@mx.example', '<1@x.example>'],
  ['machine', 'postmaster@mx.example', '<1@x.example>'],
  ['machine', PERSON, '<opinion.dongfang.abc.received@school.example>'],
  ['machine', PERSON, 'reminder.dongfang.abc@school.example'],
  ['quiet', 'teacher@school.example', '<1@school.example>'],
  ['quiet', 'no-reply@shop.example', '<1@x.example>'],
  ['quiet', 'nobody', '<1@x.example>'],
  ['person', 'a@other-school.example', '<opinions@x.example>'],
] as const)('%s: from %s under %s', (standing, from, messageId) => {
  expect(standingOf({ messageId }, senderOf(from), OURS)).toBe(standing);
});

test('the sender is the address, with the name that the mail shows', () => {
  expect(senderOf('"张三" <Zhang@Example.ORG>')).toEqual({ address: 'zhang@example.org', name: '张三' });
  expect(senderOf('zhang@example.org (张三)')).toEqual({ address: 'zhang@example.org', name: '张三' });
  expect(senderOf('"zhang@example.org" <zhang@example.org>')).toEqual({
    address: 'zhang@example.org',
    name: '',
  });
  expect(senderOf('"a@b.example" <x y@z>')).toEqual({ address: '', name: '' });
  expect(senderOf('a@b.example\r\nBcc: c@d.example').address).toBe('');
});

describe('the words of a mail', () => {
  test.each([
    ['我同意。\n\n在 2026年9月1日，学校写道：\n> 原文', '我同意。'],
    ['我同意。\n\nOn Tue, 1 Sep 2026, School wrote:\n> text', '我同意。'],
    ['我同意。\n------------------ 原始邮件 ------------------\n发件人: 学校', '我同意。'],
    ['我同意。\n\n发件人: 学校\n发送时间: 2026年9月1日\n主题: 意见', '我同意。'],
    ['我同意。\n-- \n李四\n某公司', '我同意。'],
    ['我同意。\r\n\r\n发自我的iPhone', '我同意。'],
    ['> 您的问题\n我的回答', '我的回答'],
    ['> 只有引文', '> 只有引文'],
    ['发件人: 不是抬头\n就是一句话', '发件人: 不是抬头\n就是一句话'],
    ['价格——是否公开？', '价格——是否公开？'],
  ])('%j → %j', (text, own) => expect(ownWords(text)).toBe(own));

  it('are read from HTML without scripts, styles and what it quotes, each entity once', () => {
    expect(htmlText('<SCRIPT>x</SCRIPT>a&amp;lt;b<br/>c<!-- d --><blockquote>e</blockquote>')).toBe(
      'a&lt;b\nc\n',
    );
    expect(htmlText('1 < 2 <p title="x">3')).toBe('1 < 2 \n3');
    expect(htmlText('İ<style>İİİ</style>ok<script>open')).toBe('İok');
  });

  it('fit what an opinion takes, note and all, with no half characters and no code', () => {
    const long = opinionIn({
      messageId: 'x',
      from: PERSON,
      to: [],
      subject: 'Re: 回复：关于',
      text: '😀'.repeat(2_000),
      attachments: [{ name: 'a.pdf' }],
    });
    expect(long.length).toBeLessThanOrEqual(2_000);
    expect(long).toMatch(/^关于\n\n(😀)+……（来信过长，其余未收录）\n\n（来信附件 1 个未收取：a\.pdf）$/u);
    const mail = {
      messageId: 'x',
      from: PERSON,
      to: [],
      subject: '〔7K3M-9XQ2-0000-ABCD〕',
      text: '码 7k3m-9xq2-0000-abcd',
    };
    expect(codeIn(mail)).toBe('7K3M-9XQ2-0000-ABCD');
    expect(opinionIn(mail)).not.toMatch(/9xq2/i);
    expect(codeIn({ to: ['a@b.example', 'x+7k3m-9xq2-0000-abcd@b.example'] })).toBe('7k3m-9xq2-0000-abcd');
    expect(() => opinionIn({ messageId: 'x', from: PERSON, to: [], text: ' \u202e\n' })).toThrowError(
      'neither a subject nor a text',
    );
    expect(codeIn({ subject: '电话 13800138000', to: ['7K3M-9XQ2-0000-ABCD@b.example'] })).toBeUndefined();
  });
});

describe('a mailbox', () => {
  const now = '2026-09-01T00:00:00.000Z';
  const common = { now, actor: SOMEBODY, facts: { mayKeep: true } };
  const open = { ...common, type: 'OpenMailbox', data: { address: OURS } } as const;
  const rotate = { ...common, type: 'RotateMailboxSecret', data: {} } as const;
  const close = { ...common, type: 'CloseMailbox', data: { reason: '停用' } } as const;

  it('is opened, given new secrets and closed by the office, and never takes an old secret again', () => {
    const opened = given(mailboxDecider).when(open);
    opened.when(open).thenRefused('mailbox-open');
    opened.when({ ...rotate, facts: { mayKeep: false } }).thenRefused('not-permitted');
    const { state } = opened.when(rotate);
    expect(state && [mailKeys(state, now), mailKeys(state, '2026-09-02T00:00:00.000Z')]).toEqual([
      [2, 1],
      [2],
    ]);
    const closed = opened.when(close);
    expect(closed.state && mailKeys(closed.state, now)).toEqual([]);
    closed.when(rotate).thenRefused('mailbox-unknown');
    const again = closed.when(open).state;
    expect(again && mailKeys(again, now)).toEqual([2]);
  });
});
