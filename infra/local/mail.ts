import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import type { Clock } from './clock.ts';
import { LOOPBACK } from './identity.ts';
import { type Listening, listen } from './listen.ts';
import { mailPage } from './mail-page.ts';
import { readMail } from './mime.ts';
import { PortTaken, systemCode } from './problem.ts';

export interface CaughtMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** With its angle brackets. The same id again is a repeat. */
  readonly messageId: string;
  /** ISO 8601. */
  readonly receivedAt: string;
  /** As it came over the line. */
  readonly raw: string;
}

export interface MailCatcher {
  /** What a `SmtpMailer` takes: `smtp://127.0.0.1:<port>`. */
  readonly url: string;
  /** Everything that was ever caught here, oldest first, repeats included. */
  received(): readonly CaughtMail[];
  /** Serves the caught mails to a browser, on loopback. @throws StartProblem when the port is taken */
  servePage(port: number): Promise<Listening>;
  stop(): Promise<void>;
}

export interface MailOptions {
  /** Where each mail is kept as a JSON file; undefined keeps them in memory. */
  readonly folder: string | undefined;
  /** 0 for any free one. */
  readonly port: number;
  readonly clock: Clock;
}

/** How long somebody who is still on the line may go on after `stop`. */
const GRACE_MS = 500;

/**
 * A mail server that takes every mail and passes none on, on loopback.
 *
 * @throws StartProblem when the port is taken
 */
export async function startMail({ folder, port, clock }: MailOptions): Promise<MailCatcher> {
  const mails = folder === undefined ? [] : stored(folder);
  const server = new SMTPServer({
    authOptional: true,
    // Nothing leaves the machine, and nobody vouches for a certificate here.
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: GRACE_MS,
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const mail = {
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          ...readMail(Buffer.concat(chunks).toString()),
          receivedAt: new Date(clock.now()).toISOString(),
        };
        if (folder !== undefined) store(folder, mails.length, mail);
        mails.push(mail);
        callback();
      });
    },
  });
  const actual = await listening(server, port);
  return {
    url: `smtp://${LOOPBACK}:${actual}`,
    received: () => mails,
    servePage: (pagePort) =>
      listen(
        createServer((_, response) => {
          response.writeHead(200, {
            'content-type': 'text/html; charset=utf-8',
            'cache-control': 'no-store',
            'content-security-policy':
              "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
          });
          response.end(mailPage(mails));
        }),
        pagePort,
        'mail page',
      ),
    stop: () => new Promise((done) => server.close(done)),
  };
}

function listening(server: SMTPServer, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) =>
      reject(systemCode(error) === 'EADDRINUSE' ? new PortTaken(port, 'SMTP') : error),
    );
    server.listen(port, LOOPBACK, () => {
      // From here on an error is one client's, who hears of it.
      server.on('error', () => {});
      resolve((server.server.address() as AddressInfo).port);
    });
  });
}

const stored = (folder: string): CaughtMail[] => {
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
};

function store(folder: string, index: number, mail: CaughtMail): void {
  const file = join(folder, `${String(index + 1).padStart(6, '0')}.json`);
  // Under its name only once it is whole: a file that a kill cut short would stop the next start.
  writeFileSync(`${file}.new`, `${JSON.stringify(mail, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
