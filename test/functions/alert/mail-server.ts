import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface Delivered {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
  readonly user: unknown;
  readonly secure: boolean;
  /** Connections are told apart by it. */
  readonly session: string;
}

/** What it does when the message has come: nothing (accept), an answer, hanging up, silence. */
export type Mood = number | 'hang-up' | 'silence';

/** A real mail server on this machine that refuses, hesitates or breaks off as it is told. */
export class MailServer {
  readonly delivered: Delivered[] = [];
  connections = 0;
  recipients: (address: string) => number | undefined = () => undefined;
  #moods: Mood[] = [];
  readonly #server: SMTPServer;

  private constructor(options: SMTPServerOptions) {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      disableReverseLookup: true,
      onConnect: (_, callback) => {
        this.connections += 1;
        callback();
      },
      onRcptTo: ({ address }, _, callback) => callback(answer(this.recipients(address), address)),
      onData: (stream, session, callback) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope;
          const mood = this.#moods.shift();
          if (mood === 'silence') return;
          if (mood === 'hang-up') {
            for (const connection of this.#server.connections) connection.close();
            return;
          }
          if (mood === undefined) {
            this.delivered.push({
              from: mailFrom ? mailFrom.address : '',
              to: rcptTo.map(({ address }) => address),
              raw: Buffer.concat(chunks).toString('latin1'),
              user: session.user,
              secure: session.secure,
              session: session.id,
            });
          }
          callback(answer(mood, rcptTo[0]?.address ?? ''));
        });
      },
      ...options,
    });
    // A client that hangs up is no news here.
    this.#server.on('error', () => {});
  }

  static async start(options: SMTPServerOptions = {}, host = '127.0.0.1'): Promise<MailServer> {
    const server = new MailServer(options);
    await new Promise<void>((ready) => server.#server.listen(0, host, ready));
    return server;
  }

  get port(): number {
    return (this.#server.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** The next messages meet these moods, one each. */
  will(...moods: readonly Mood[]): void {
    this.#moods.push(...moods);
  }

  /** As servers do with a line on which nothing happens. Resolves when the other end has heard of it. */
  async hangUp(): Promise<void> {
    for (const connection of this.#server.connections) connection.close();
    const open = () =>
      new Promise<number>((tell) => this.#server.server.getConnections((_, count) => tell(count)));
    while ((await open()) > 0) await setImmediate();
  }

  async stop(): Promise<void> {
    for (const connection of this.#server.connections) connection.close();
    await new Promise<void>((done) => this.#server.close(done));
  }
}

/** Like real servers it repeats the address in its sentence. */
function answer(code: number | undefined, address: string): Error | null {
  if (code === undefined) return null;
  return Object.assign(new Error(`<${address}> is not welcome`), { responseCode: code });
}

/** A certificate for this machine that nobody vouches for; undefined where there is no openssl to make it. */
export function selfSigned(): { key: Buffer; cert: Buffer } | undefined {
  if (spawnSync('openssl', ['version']).status !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-mail-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=mail'];
  const names = ['-addext', 'subjectAltName=IP:127.0.0.1,IP:127.0.0.2'];
  execFileSync('openssl', [...request, ...names, '-keyout', key, '-out', cert], { stdio: 'ignore' });
  const pair = { key: readFileSync(key), cert: readFileSync(cert) };
  rmSync(folder, { recursive: true });
  return pair;
}
