import { mailText } from './mail-text.ts';
import { ChannelRefused, type Mailer, type MailMessage } from './mailer.ts';
import { type SmtpError, SmtpLine } from './smtp-line.ts';

export interface MailSettings {
  /**
   * `smtps://user:password@host:465`, or `smtp://…:587` with a STARTTLS that is insisted on. Only a loopback address
   * is spoken to in the clear. User and password are percent-encoded.
   */
  readonly url: string;
  /** The address that mails come from. Message ids end in its domain. */
  readonly sender: string;
  /** For one message with everything: resolving, connecting, TLS, log-in, sending. In milliseconds. */
  readonly timeoutMs?: number;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
}

const DEFAULT_TIMEOUT_MS = 20_000;
const SENDER_NAME = '党务公开';

/** One address and nothing beside it: no name, no list, no second line. */
const ADDRESS = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])$/;
const MESSAGE_ID = /^[\w.-]{1,120}$/;

/**
 * An open line is used again within this time only. Lambda freezes a function between two invocations, and a line that
 * was frozen may be dead without anybody having noticed.
 */
const IDLE_MS = 10_000;

/** Sends through the mail server of the district. It logs in at the first message, not before. */
export class SmtpMailer implements Mailer {
  readonly #url: URL;
  readonly #sender: string;
  readonly #timeoutMs: number;
  readonly #clock: () => number;
  #idle: { readonly line: SmtpLine; readonly since: number } | undefined;

  /** @throws Error when the settings are none; it tells nothing of what they hold */
  constructor({ url, sender, timeoutMs = DEFAULT_TIMEOUT_MS, clock = Date.now }: MailSettings) {
    const parsed = URL.parse(url);
    if (!parsed?.hostname || !/^smtps?:$/.test(parsed.protocol)) {
      throw new Error('the address of the mail server must be smtps://user:password@host:port');
    }
    if (!ADDRESS.test(sender)) throw new Error('the sender must be one bare mail address');
    this.#url = parsed;
    this.#sender = sender;
    this.#timeoutMs = timeoutMs;
    this.#clock = clock;
  }

  async send({ to, replyTo, subject, text, messageId }: MailMessage): Promise<void> {
    if (!MESSAGE_ID.test(messageId)) throw new Error('not a message id');
    if (!ADDRESS.test(to)) throw new ChannelRefused('not a mail address');
    const raw = mailText({
      from: { name: SENDER_NAME, address: this.#sender },
      to,
      ...(replyTo !== undefined && ADDRESS.test(replyTo) && { replyTo }),
      subject: subject.replace(/[\s\p{Cc}]+/gu, ' '),
      messageId: `<${messageId}@${this.#sender.split('@')[1]}>`,
      date: this.#clock(),
      text,
    });
    const line = this.#takeIdle() ?? new SmtpLine(this.#url);
    const timer = setTimeout(() => line.fail(new Error('the mail server took too long')), this.#timeoutMs);
    try {
      await line.send(this.#sender, to, raw);
    } catch (error) {
      line.close();
      throw refusalOf(error as SmtpError);
    } finally {
      clearTimeout(timer);
    }
    this.#idle?.line.close();
    this.#idle = { line, since: this.#clock() };
  }

  /** Hangs up. Another message would open a new line. */
  close(): void {
    this.#idle?.line.close();
    this.#idle = undefined;
  }

  #takeIdle(): SmtpLine | undefined {
    const idle = this.#idle;
    this.#idle = undefined;
    if (idle?.line.isOpen && this.#clock() - idle.since < IDLE_MS) return idle.line;
    idle?.line.close();
    return undefined;
  }
}

/**
 * An answer 5xx to the recipient or to the message itself is final (RFC 5321, 4.2.1), save 503, which is about the
 * order of the commands. To the log-in or to the sender it means that our own settings are wrong: that is to be mended,
 * and then every message goes out. The server's sentence may hold the address, so it is not passed on.
 */
function refusalOf({ command, responseCode = 0, message }: SmtpError): Error {
  const isOfThisMessage = command === 'RCPT TO' || command === 'DATA';
  const isFinal = responseCode >= 500 && responseCode <= 599 && responseCode !== 503;
  if (isOfThisMessage && isFinal) return new ChannelRefused(`the mail server answered ${responseCode}`);
  return new Error(responseCode ? `the mail server answered ${responseCode} to ${command}` : message);
}
