import { withoutControlCharacters } from '../control-characters.ts';
import { LIMITS } from '../limits.ts';
import { htmlText } from './html-text.ts';
import type { InboundMail } from './mail.ts';
import { ownWords } from './quoting.ts';
import { refuse } from './refusals.ts';

const SYMBOL = '[0-9A-HJKMNP-TV-Z]';
const CODE = `${SYMBOL}{4}(?:-${SYMBOL}{4}){3}`;
const IN_TEXT = new RegExp(`(?<![0-9A-Z-])${CODE}(?![0-9A-Z-])`, 'i');
const IN_ADDRESS = new RegExp(`\\+(${CODE})@`, 'i');
const EVERYWHERE = new RegExp(IN_TEXT, 'gi');

const ANSWER_MARKS = /^(?:\s*(?:re|aw|fwd?|回复|答复|转发)\s?(?:\[\d{1,3}\])?[:：])+\s*/i;
const CUT = '……（来信过长，其余未收录）';
const MOST_NAMES = 5;
const LONGEST_NAME = 40;

/** The receipt code under which the mail goes on: in the subject, or behind a `+` in an address it was sent to. */
export const codeIn = ({ subject = '', to }: Pick<InboundMail, 'subject' | 'to'>): string | undefined =>
  IN_TEXT.exec(subject)?.[0] ?? to.map((address) => IN_ADDRESS.exec(address)?.[1]).find(Boolean);

/**
 * The mail as an opinion: its subject and what its sender wrote themselves, 2,000 characters at most, with a note of
 * what was left out. A receipt code does not get into it, for whoever reads it would hold the receipt.
 *
 * @param isReply its subject is that of a mail of ours and says nothing
 * @throws Refusal `mail-empty`
 */
export function opinionIn(mail: InboundMail, isReply = false): string {
  const subject = isReply
    ? ''
    : clean(mail.subject ?? '')
        .replace(ANSWER_MARKS, '')
        .replace(/\s+/g, ' ')
        .trim();
  const plain = clean(mail.text ?? '').trim();
  const words = ownWords(plain === '' ? clean(htmlText(mail.html ?? '')) : plain);
  const said = [subject, words].filter(Boolean).join('\n\n');
  if (said === '') refuse('mail-empty', { field: 'text' });
  const note = noteOn(mail.attachments ?? []);
  return fitted(said, LIMITS.note - note.length) + note;
}

const clean = (text: string): string =>
  withoutControlCharacters(text.replace(/\r\n?/g, '\n').normalize('NFC')).replace(EVERYWHERE, '（查询码略）');

/** Cutting may leave half a character. */
const fitted = (text: string, most: number): string =>
  text.length <= most ? text : withoutControlCharacters(text.slice(0, most - CUT.length)) + CUT;

function noteOn(attachments: NonNullable<InboundMail['attachments']>): string {
  if (attachments.length === 0) return '';
  const names = attachments
    .slice(0, MOST_NAMES)
    .map(({ name }) => withoutControlCharacters(clean(name).replace(/\s+/g, ' ').slice(0, LONGEST_NAME)));
  const rest = attachments.length > MOST_NAMES ? '等' : '';
  return `\n\n（来信附件 ${attachments.length} 个未收取：${names.join('、')}${rest}）`;
}
