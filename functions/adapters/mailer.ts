export interface MailMessage {
  /** The bare address of one person. */
  readonly to: string;
  /** Where an answer goes; to the sender where it is absent. One bare address. */
  readonly replyTo?: string | undefined;
  readonly subject: string;
  readonly text: string;
  /** The same for every attempt: mail systems and people recognise a repeat by it. Letters, digits, `.`, `_`, `-`. */
  readonly messageId: string;
}

export interface Mailer {
  /**
   * Resolves when the mail server has taken the message on.
   *
   * @throws ChannelRefused when it never will; any other Error when another attempt may succeed
   */
  send(message: MailMessage): Promise<void>;
}

/** The recipient cannot be reached in this way; trying again would be refused again. Holds no personal data. */
export class ChannelRefused extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'ChannelRefused';
  }
}

/** The district's mail server; undefined where it has none. What speaks to it is loaded with the first message. */
export function mailerAt({
  SMTP_URL: url = '',
  MAIL_SENDER: sender = '',
}: NodeJS.ProcessEnv): Mailer | undefined {
  if (!url || !sender) return undefined;
  let loading: Promise<Mailer> | undefined;
  return {
    async send(message) {
      loading ??= import('./mail.ts').then(({ SmtpMailer }) => new SmtpMailer({ url, sender }));
      return (await loading).send(message);
    },
  };
}
