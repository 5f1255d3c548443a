import type { InboundMail } from './mail.ts';
import type { Sender } from './sender.ts';

/**
 * `person`: taken, and may be confirmed. `quiet`: taken, and never answered by a machine, since a machine or a list may
 * have sent it. `machine`: the answer of another machine or a mail of our own coming back; not taken.
 */
export type Standing = 'person' | 'quiet' | 'machine';

/** How our own mails about opinions begin their Message-ID; those of reminders begin with the other. */
export const OPINION_MAIL = 'opinion';
const OWN_MESSAGE = /^<?(?:opinion|reminder)\.[a-z0-9-]+\.[\w.-]+@/;

const DAEMON = /^(?:mailer-daemon|postmaster|mail-daemon|bounces?)(?:[+@-]|$)/;
const UNREAD = /^(?:no-?reply|do-?not-?reply|notifications?|automailer)(?:[+@-]|$)/;

/** What a header says about who sent the mail; undefined when nothing. Values are trimmed and in lower case. */
const TELLING: Readonly<Record<string, (value: string) => Standing | undefined>> = {
  // RFC 3834. `auto-generated` may be the form of a website behind which a person sits.
  'auto-submitted': (value) => {
    if (value === '' || /^no(?:\s*[;(]|$)/.test(value)) return undefined;
    return /^auto-(?:replied|notified)/.test(value) ? 'machine' : 'quiet';
  },
  // RFC 5321, 4.5.5: whatever reports on another mail comes from nobody.
  'return-path': (value) => (value === '<>' || value === '' ? 'machine' : undefined),
  'content-type': (value) => (value.startsWith('multipart/report') ? 'machine' : undefined),
  'x-failed-recipients': () => 'machine',
  'x-autoreply': (value) => (value === 'no' ? undefined : 'machine'),
  'x-autorespond': () => 'machine',
  'x-autoreply-from': () => 'machine',
  'x-loop': () => 'quiet',
  precedence: (value) => {
    if (value === 'auto_reply' || value === 'auto-reply') return 'machine';
    return /^(?:bulk|list|junk)$/.test(value) ? 'quiet' : undefined;
  },
  'list-id': () => 'quiet',
  'list-unsubscribe': () => 'quiet',
  'list-post': () => 'quiet',
  // Outlook sends it with what people write themselves.
  'x-auto-response-suppress': (value) => (value === '' || value === 'none' ? undefined : 'quiet'),
  'feedback-id': () => 'quiet',
};

/** Whether a machine may answer this mail, or should take it at all. @param ours address of the mailbox */
export function standingOf(
  { headers = {}, messageId }: Pick<InboundMail, 'headers' | 'messageId'>,
  { address }: Sender,
  ours: string,
): Standing {
  const own = ours.toLowerCase();
  const found = new Set(
    Object.entries(headers).flatMap(([name, values]) =>
      [values].flat().map((value) => TELLING[name.trim().toLowerCase()]?.(value.trim().toLowerCase())),
    ),
  );
  if (found.has('machine') || OWN_MESSAGE.test(messageId) || address === own || DAEMON.test(address))
    return 'machine';
  const isOwnDomain = address.slice(address.indexOf('@')) === own.slice(own.indexOf('@'));
  return found.has('quiet') || address === '' || isOwnDomain || UNREAD.test(address) ? 'quiet' : 'person';
}
