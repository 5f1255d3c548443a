/** After such a line comes what somebody else wrote before. */
const QUOTE_HEADS: readonly RegExp[] = [
  /^-{2,}\s*(?:original message|forwarded message|原始邮件|原邮件|回复的原邮件|转发的邮件|转发邮件信息)\s*-{0,20}$/i,
  /^_{20,}$/,
  /^on .{5,200} wrote:$/i,
  /^在.{4,200}写道[:：]$/,
  /^(?:于)?\s?\d{4}[-年/].{4,200}写道[:：]$/,
];
/** Outlook and the Chinese mail sites put a table of who wrote when before it. */
const FROM_LINE = /^\*?(?:发件人|寄件者|from)\*?\s?[:：]/i;
const NEXT_LINE = /^\*?(?:发送时间|发送日期|日期|时间|收件人|主题|sent|date|to|subject)\*?\s?[:：]/i;

const SIGNATURE = /^--\s?$/;
const DEVICE =
  /^(?:发自我的\s?.{1,30}|从我的\s?.{1,20}发送|sent from my .{1,40}|发送自\s?.{1,30}|获取 outlook for .{1,20})$/i;

/**
 * What somebody wrote themselves: up to the mail they answer, without lines that begin with `>`, without the signature
 * below `-- ` and without what a telephone adds. Where nothing would be left, they wrote between the lines or sent
 * something on, and everything stays.
 */
export function ownWords(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const trimmed = lines.map((line) => line.trim());
  const end = trimmed.findIndex((line, at) => endsWords(line, trimmed[at + 1]));
  const kept = (end < 0 ? trimmed : trimmed.slice(0, end)).filter(
    (line) => !line.startsWith('>') && !DEVICE.test(line),
  );
  const own = tidy(kept);
  return own === '' ? tidy(trimmed) : own;
}

const endsWords = (line: string, next = ''): boolean =>
  SIGNATURE.test(line) ||
  QUOTE_HEADS.some((head) => head.test(line)) ||
  (FROM_LINE.test(line) && NEXT_LINE.test(next));

const tidy = (lines: readonly string[]): string =>
  lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
