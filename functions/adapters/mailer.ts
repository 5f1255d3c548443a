export interface MailMessage {
  /** The bare address of one person. */
  readonly to: string;
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
