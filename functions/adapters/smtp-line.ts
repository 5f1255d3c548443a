import SMTPConnection from 'nodemailer/lib/smtp-connection';

/** Of the mail server, after which the connection is given up. */
const SILENCE_MS = 20_000;
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

export interface SmtpError extends Error {
  /** Command that was answered. */
  readonly command?: string;
  readonly responseCode?: number;
}

/** One connection to the mail server, for one message at a time. It connects and logs in with the first. */
export class SmtpLine {
  readonly #connection: SMTPConnection;
  readonly #login: { user: string; pass: string } | undefined;
  readonly #broken: Promise<never>;
  #ready: Promise<void> | undefined;
  #fail: (error: Error) => void = () => {};
  #isOpen = true;

  constructor({ protocol, hostname, port, username, password }: URL) {
    const isSecure = protocol === 'smtps:';
    const isLocal = LOOPBACK.includes(hostname);
    this.#login = username
      ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
      : undefined;
    this.#connection = new SMTPConnection({
      host: hostname.replace(/^\[(.*)\]$/, '$1'),
      port: Number(port) || (isSecure ? 465 : 587),
      secure: isSecure,
      requireTLS: !isLocal,
      ignoreTLS: isLocal,
      socketTimeout: SILENCE_MS,
    });
    this.#broken = new Promise<never>((_, fail) => {
      this.#fail = fail;
    });
    // Between two messages nobody waits for it.
    this.#broken.catch(() => {});
    this.#connection.on('error', (error: Error) => this.fail(error));
    this.#connection.on('end', () => this.fail(new Error('the mail server hung up')));
  }

  /** Whether another message could be tried. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** @throws SmtpError as the server answered, or Error; the line is of no use after that */
  async send(from: string, to: string, raw: string): Promise<void> {
    this.#ready ??= this.#open();
    await this.#unlessBroken(() => this.#ready as Promise<void>);
    await this.#unlessBroken(
      () =>
        new Promise<void>((done, fail) => {
          this.#connection.send({ from, to: [to] }, raw, (error) => (error ? fail(error) : done()));
        }),
    );
  }

  /** Drops the line; what is under way on it ends with this error. */
  fail(error: Error): void {
    this.#isOpen = false;
    this.#fail(error);
    this.#connection.close();
  }

  /** Takes leave of the server. */
  close(): void {
    this.#isOpen = false;
    this.#connection.quit();
  }

  async #open(): Promise<void> {
    await new Promise<void>((done, fail) => {
      this.#connection.connect((error) => (error ? fail(error) : done()));
    });
    const login = this.#login;
    if (!login) return;
    await new Promise<void>((done, fail) => {
      this.#connection.login({ credentials: login }, (error) => (error ? fail(error) : done()));
    });
  }

  #unlessBroken<T>(work: () => Promise<T>): Promise<T> {
    return Promise.race([work(), this.#broken]);
  }
}
