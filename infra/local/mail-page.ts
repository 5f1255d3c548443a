import type { CaughtMail } from './mail.ts';

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

const STYLE = `
  :root { color-scheme: light dark; font: 16px/1.6 system-ui, "Noto Sans CJK SC", sans-serif; }
  body { margin: 0 auto; max-width: 44rem; padding: 1rem; }
  h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin: 0; }
  article { border: 1px solid; border-radius: .4rem; margin: 1rem 0; padding: .6rem .9rem; }
  pre { font: inherit; margin: .5rem 0 0; overflow-wrap: anywhere; white-space: pre-wrap; }`;

/** The caught mails, newest first: one page, readable without scripts. */
export function mailPage(mails: readonly CaughtMail[]): string {
  const articles = mails.toReversed().map(article).join('');
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>本机邮件</title><style>${STYLE}</style></head>
<body><main><h1>本机邮件</h1>
<p>系统在本机发出的邮件都留在这里，不会寄出。<span lang="en">Mail that the system sent on this machine stays here.</span></p>
${articles || '<p>暂无邮件。</p>'}</main></body></html>`;
}

const article = ({ to, subject, receivedAt, text }: CaughtMail): string =>
  `<article><h2>${escapeHtml(subject)}</h2>
<p>收件人 ${escapeHtml(to.join('、'))}，<time datetime="${receivedAt}">${escapeHtml(minute(receivedAt))}</time></p>
<pre>${escapeHtml(text)}</pre></article>`;

const minute = (receivedAt: string): string =>
  new Date(receivedAt).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' });
