/** What stands in one mail. The values must hold no control characters; nothing here would notice. */
export interface MailParts {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly replyTo?: string | undefined;
  readonly subject: string;
  /** With its angle brackets. */
  readonly messageId: string;
  /** Milliseconds since 1970. */
  readonly date: number;
  readonly text: string;
}

/** Bytes of text in one encoded word, so that with its frame it keeps below the 75 characters of RFC 2047. */
const WORD_BYTES = 42;

/**
 * A plain text mail as SMTP takes it (RFC 5322, 2045 and 2047): ASCII throughout, its text in base64. nodemailer's own
 * composer would bring 190 KB of tables for attachments into a function that sends none.
 */
export function mailText({ from, to, replyTo, subject, messageId, date, text }: MailParts): string {
  const body = Buffer.from(text.replace(/\r?\n/g, '\r\n')).toString('base64');
  return [
    `From: ${encodedWords(from.name)} <${from.address}>`,
    `To: ${to}`,
    ...(replyTo === undefined ? [] : [`Reply-To: ${replyTo}`]),
    `Subject: ${encodedWords(subject)}`,
    `Date: ${new Date(date).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: ${messageId}`,
    // RFC 3834: nobody's absence is to be reported to us.
    'Auto-Submitted: auto-generated',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    ...(body.match(/.{1,76}/g) ?? []),
    '',
  ].join('\r\n');
}

/** Every text is encoded, ASCII or not: then none can be taken for anything else. */
function encodedWords(text: string): string {
  const words: string[] = [''];
  for (const character of text) {
    const longer = words.at(-1) + character;
    if (Buffer.byteLength(longer) > WORD_BYTES) words.push(character);
    else words[words.length - 1] = longer;
  }
  return words.map((word) => `=?utf-8?B?${Buffer.from(word).toString('base64')}?=`).join('\r\n ');
}
